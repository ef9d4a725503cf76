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
      lines += Self.heading(PlainText.clean(section.title), width)
      let blocks = section.blocks.map { Self.lines($0, width) }.filter { !$0.isEmpty }
      lines += blocks.joined(separator: [""])
    }
    if !notes.isEmpty {
      lines += Self.heading("Notes", width)
      for note in notes { lines += Self.lines(note, width) }
    }
    if !sources.isEmpty {
      lines += Self.heading("Sources", width)
      for source in sources {
        let entry = ["[\(source.number)]", source.words, source.address].filter { !$0.isEmpty }
        lines += Self.lines(entry.joined(separator: " "), width, hanging: 4)
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A heading with its rule; one that the writer sets is said in the language of the reader.
  private static func heading(_ text: String, _ width: Int) -> [String] {
    let text = Translator.said(text)
    return ["", text, String(repeating: "-", count: min(width, text.columns))]
  }

  /// Lines of a text; a web address too long for a line stays whole, so that it can be copied.
  private static func lines(_ text: String, _ width: Int, hanging: Int = 0) -> [String] {
    let text = PlainText.clean(text)
    let margin = String(repeating: " ", count: hanging)
    let words = text.split(separator: " ")
    guard let long = words.firstIndex(where: { $0.contains("://") && $0.count > width - hanging })
    else { return text.wrapped(columns: width, hanging: hanging) }
    let before = words[..<long].joined(separator: " ")
    let after = words[(long + 1)...].joined(separator: " ")
    let isShort = before.columns <= hanging - 1
    let head = isShort ? before.padded(to: hanging) : margin
    return (isShort ? [] : before.wrapped(columns: width, hanging: hanging))
      + [head + String(words[long])]
      + (after.isEmpty ? [] : lines(after, width - hanging).map { margin + $0 })
  }

  private static func lines(_ block: Block, _ width: Int) -> [String] {
    switch block {
    case .paragraph(let text): return lines(text, width)
    case .note(let text): return lines(Translator.said("Note") + ": " + text, width, hanging: 6)
    case .chart(.bars(let chart)):
      let caption = Chart.bars(chart).caption
      let bars = chart.bars.map { "\($0.label) \($0.words)" }.joined(separator: "; ")
      let marker = chart.markerName.isEmpty ? "" : " (\(chart.markerName))"
      return bars.isEmpty ? [] : lines("\(caption)\(marker): \(bars).", width)
    case .chart(.timeline(let chart)): return chart.text(width: width)
    case .chart(let chart): return chart.lines.flatMap { lines($0, width, hanging: 2) }
    case .list(let points): return points.flatMap { lines("- " + $0, width, hanging: 2) }
    case .table(let table):
      var text = table.text(width: width)
      if text.last == "\n" { text.removeLast() }
      return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    case .facts(let facts):
      let names = facts.map { PlainText.clean($0.name).columns }.max() ?? 0
      let indent = min(names, max(width / 3, 8)) + 2
      return facts.flatMap { lines($0, width, indent: indent) }
    }
  }

  /// Lines of a fact: the value in a column of its own, under the name if that is too long.
  private static func lines(_ fact: Fact, _ width: Int, indent: Int) -> [String] {
    let name = PlainText.clean(fact.name)
    let margin = String(repeating: " ", count: indent)
    let value = lines(fact.words, width - indent).map { margin + $0 }
    guard name.columns <= indent - 2, let first = value.first else {
      return lines(name, width) + value
    }
    return [name.padded(to: indent) + first.dropFirst(indent)] + value.dropFirst()
  }
}

extension Document.Fact {
  /// The value with its citations; `unknown` where it is empty.
  public var words: String {
    ([value.isEmpty ? Translator.said("unknown") : value] + citations.map { "[\($0)]" }).joined(
      separator: " ")
  }
}
