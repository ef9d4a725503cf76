internal import AtlasScreen

extension Document {
  /// The document as plain text, running text broken at a number of columns.
  ///
  /// Tables are cut to the width where they can be; see `ReportTable.text(width:)`.
  public func text(width: Int = 80) -> String {
    let width = max(width, 20)
    var lines =
      Self.lines(title, width) + [String(repeating: "=", count: min(width, title.columns))]
    if !subtitle.isEmpty { lines += Self.lines(subtitle, width) }
    for section in sections {
      let heading = PlainText.clean(section.title)
      lines += ["", heading, String(repeating: "-", count: min(width, heading.columns))]
      for (position, block) in section.blocks.enumerated() {
        if position > 0 { lines.append("") }
        lines += Self.lines(block, width)
      }
    }
    if !notes.isEmpty {
      lines += ["", "Notes", "-----"]
      for note in notes { lines += Self.lines(note, width) }
    }
    if !sources.isEmpty {
      lines += ["", "Sources", "-------"]
      for source in sources {
        let words = source.words.isEmpty ? source.address : source.words
        lines += Self.lines("[\(source.number)] " + words, width, hanging: 4)
        if !source.words.isEmpty, !source.address.isEmpty {
          lines.append("    " + PlainText.clean(source.address))
        }
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func lines(_ text: String, _ width: Int, hanging: Int = 0) -> [String] {
    PlainText.clean(text).wrapped(columns: width, hanging: hanging)
  }

  private static func lines(_ block: Block, _ width: Int) -> [String] {
    switch block {
    case .paragraph(let text): return lines(text, width)
    case .note(let text): return lines("Note: " + text, width, hanging: 6)
    case .list(let points): return points.flatMap { lines("- " + $0, width, hanging: 2) }
    case .table(let table):
      var text = table.text(width: width)
      if text.last == "\n" { text.removeLast() }
      return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    case .facts(let facts):
      let names = facts.map { PlainText.clean($0.name).columns }.max() ?? 0
      let indent = min(names, max(width / 3, 8)) + 2
      return facts.flatMap { fact in
        let name = PlainText.clean(fact.name).padded(to: indent - 1)
        return lines(name + " " + fact.words, width, keeping: indent)
      }
    }
  }

  /// Lines whose first part is kept as it is, since wrapping would close up its spaces.
  private static func lines(_ text: String, _ width: Int, keeping indent: Int) -> [String] {
    let name = text.prefix(while: { $0 != " " })
    guard name.count < text.count else { return [text] }
    let head = String(text.prefix(indent)).columns == indent ? String(text.prefix(indent)) : ""
    guard !head.isEmpty else { return lines(text, width, hanging: indent) }
    let rest = lines(String(text.dropFirst(indent)), width - indent)
    return rest.enumerated().map { position, line in
      (position == 0 ? head : String(repeating: " ", count: indent)) + line
    }
  }
}

extension Document.Fact {
  /// The value with its citations; `unknown` where it is empty.
  var words: String {
    ([value.isEmpty ? "unknown" : value] + citations.map { "[\($0)]" }).joined(separator: " ")
  }
}
