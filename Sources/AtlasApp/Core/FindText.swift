import AtlasModel
import AtlasReport
import AtlasScreen

extension LineScroll {
  /// Scrolls to the next line that holds words, from the one after the last found around to it again.
  ///
  /// Letters match whatever their case and accents; words may run on into the next line.
  ///
  /// - Parameters:
  ///   - words: What is looked for.
  ///   - last: The line found before, to go on from; nil starts at the first line shown.
  ///   - lines: The lines of the view.
  ///   - page: Rows of the view.
  /// - Returns: Position of the line; nil if no line holds them.
  mutating func find(
    _ words: String, after last: Int?, _ lines: [ScreenLine], page: Int
  ) -> Int? {
    let needle = Self.folded(words)
    guard !needle.isEmpty, !lines.isEmpty else { return nil }
    let texts = lines.map { Self.folded($0.spans.map(\.text).joined()) }
    func holds(_ line: Int) -> Bool {
      if texts[line].contains(needle) { return true }
      guard texts.indices.contains(line + 1), !texts[line + 1].contains(needle) else {
        return false
      }
      return (texts[line] + " " + texts[line + 1]).contains(needle)
    }
    let start = last.map { $0 + 1 } ?? offset
    let order = lines.indices.map { ($0 + start) % lines.count }
    guard let found = order.first(where: holds) else { return nil }
    if let entry = lines[found].entry { _ = select(entry, lines, page: page) }
    // A line above it is kept in sight, so that a heading is seen with what stands under it.
    if found < offset || found >= offset + page || last == nil {
      scroll(by: max(0, found - 1) - offset, lines, page: page)
    }
    return found
  }

  private static func folded(_ text: String) -> String {
    let bytes = TextFolding.fold(text)
    return bytes.isEmpty ? text.lowercased() : String(decoding: bytes, as: UTF8.self)
  }
}

extension AppState {
  /// What was looked for last in the open view, and where it was found.
  struct Found: Sendable, Equatable {
    var words: String
    var line: Int
  }

  /// Asks for words, or scrolls to the next line that holds them.
  mutating func findText(_ words: String) -> Outcome {
    guard !words.isEmpty else {
      overlay = .prompt(
        PromptOverlay(
          title: "Find on this page",
          help:
            "Words that stand on the page; asked again, the same words are looked for further on.",
          input: InputLine(found?.words ?? ""), call: Call(.findText)))
      return .nothing
    }
    let last = found?.words == words ? found?.line : nil
    var view = view
    guard let line = view.find(words, after: last, self) else {
      say("`\(PlainText.clean(words))` does not stand on this page.", isError: true)
      return .nothing
    }
    self.view = view
    found = Found(words: words, line: line)
    return Outcome()
  }
}
