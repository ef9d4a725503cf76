import AtlasReport
import AtlasScreen

/// A document laid out for a width, with what each of its lines is about.
struct DocumentLayout: Sendable {
  /// What an entry is: a fact, or a row of a table.
  enum Entry: Sendable {
    case fact(Document.Fact)
    case row(ReportTable, Int)
    case point(String)
  }

  /// Width that it was laid out for.
  let columns: Int
  /// Language that it was laid out in.
  let language: Language?
  private(set) var lines: [ScreenLine] = []
  private(set) var entries: [Entry] = []

  init(_ document: Document, columns: Int, glyphs: Glyphs) {
    self.columns = columns
    language = Translator.current?.language
    let document = document.translated(by: .current)
    lines.append(ScreenLine(document.title, .title))
    if !document.subtitle.isEmpty {
      lines += ScreenLine.wrapped(document.subtitle, .dim, columns: columns)
    }
    for section in document.sections {
      lines.append(ScreenLine())
      lines.append(ScreenLine(section.title, .heading))
      for block in section.blocks { add(block, glyphs) }
    }
    for note in document.notes {
      lines.append(ScreenLine())
      lines += ScreenLine.wrapped(note, .dim, columns: columns)
    }
    guard !document.sources.isEmpty else { return }
    lines.append(ScreenLine())
    lines.append(ScreenLine("Sources", .heading))
    for source in document.sources {
      let words = [
        source.publisher, source.title, source.vintage, source.terms, source.address,
      ].filter { !$0.isEmpty }.joined(separator: ". ")
      lines += ScreenLine.wrapped("[\(source.number)] \(words)", .dim, columns: columns)
    }
  }

  private mutating func add(_ block: Document.Block, _ glyphs: Glyphs) {
    switch block {
    case .paragraph(let text): lines += ScreenLine.wrapped(text, columns: columns)
    case .chart(.timeline(let chart)):
      lines += chart.text(width: columns).map { ScreenLine($0) }
    case .chart(let chart):
      for line in chart.lines { lines += ScreenLine.wrapped(line, columns: columns) }
    case .note(let text): lines += ScreenLine.wrapped(text, .dim, columns: columns)
    case .list(let points):
      for point in points {
        add(
          ScreenLine.wrapped("\(glyphs.bullet) \(point)", columns: columns, indent: 2),
          .point(point))
      }
    case .facts(let facts):
      let label = min(30, (facts.map(\.name.columns).max() ?? 0) + 2)
      for fact in facts { add(fact.lines(columns: columns, label: label), .fact(fact)) }
    case .table(let table): add(table)
    }
  }

  /// Header lines up to the rule, then one line a row, then notes.
  private mutating func add(_ table: ReportTable) {
    var text = table.text(width: columns).split(separator: "\n", omittingEmptySubsequences: false)
    if text.last == "" { text.removeLast() }
    let rule = text.firstIndex { $0.allSatisfy { $0 == "-" || $0 == " " } } ?? -1
    for (index, line) in text.enumerated() {
      let row = index - rule - 1
      if index < rule {
        lines.append(ScreenLine(String(line), .header))
      } else if index > rule, table.rows.indices.contains(row) {
        add([ScreenLine(String(line))], .row(table, row))
      } else if index > rule {
        lines.append(ScreenLine(String(line), .dim))
      }
    }
  }

  private mutating func add(_ new: [ScreenLine], _ entry: Entry) {
    for (index, line) in new.enumerated() {
      lines.append(ScreenLine(line.spans, entry: entries.count, isHead: index == 0))
    }
    entries.append(entry)
  }
}

extension Document.Fact {
  /// The name beside the value, or above it where there is no room for both.
  fileprivate func lines(columns: Int, label width: Int) -> [ScreenLine] {
    let cites = citations.map { "[\($0)]" }.joined()
    let text = value.isEmpty ? "unknown" : value
    let label = name.padded(to: width, alignment: .left)
    let room = columns - width
    let role: Role = value.isEmpty ? .unknownValue : .text
    guard room >= 24, name.columns < width else {
      return [ScreenLine(name, .dim)]
        + ScreenLine.wrapped("\(text) \(cites)", role, columns: columns, indent: 2)
    }
    let wrapped = (cites.isEmpty ? text : "\(text) \(cites)").wrapped(columns: room)
    let margin = String(repeating: " ", count: label.columns)
    return wrapped.enumerated().map { index, line in
      ScreenLine([Span(index == 0 ? label : margin, .dim), Span(line, role)])
    }
  }
}
