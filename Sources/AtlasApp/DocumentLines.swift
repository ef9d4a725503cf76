import AtlasReport
import AtlasScreen

/// Lays a document out for the screen.
enum DocumentLines {
  static func lines(_ document: Document, columns: Int, glyphs: Glyphs) -> [ScreenLine] {
    var lines = [ScreenLine(document.title, .title)]
    if !document.subtitle.isEmpty {
      lines += ScreenLine.wrapped(document.subtitle, .dim, columns: columns)
    }
    for section in document.sections {
      lines.append(ScreenLine())
      lines.append(ScreenLine(section.title, .heading))
      for block in section.blocks { lines += block.lines(columns: columns, glyphs: glyphs) }
    }
    for note in document.notes {
      lines.append(ScreenLine())
      lines += ScreenLine.wrapped(note, .dim, columns: columns)
    }
    guard !document.sources.isEmpty else { return lines }
    lines.append(ScreenLine())
    lines.append(ScreenLine("Sources", .heading))
    for source in document.sources {
      let words = [
        source.publisher, source.title, source.vintage, source.terms, source.address,
      ].filter { !$0.isEmpty }.joined(separator: ". ")
      lines += ScreenLine.wrapped("[\(source.number)] \(words)", .dim, columns: columns)
    }
    return lines
  }
}

extension Document.Block {
  fileprivate func lines(columns: Int, glyphs: Glyphs) -> [ScreenLine] {
    switch self {
    case .paragraph(let text): return ScreenLine.wrapped(text, columns: columns)
    case .note(let text): return ScreenLine.wrapped(text, .dim, columns: columns)
    case .list(let points):
      return points.flatMap { point in
        ScreenLine.wrapped("\(glyphs.bullet) \(point)", columns: columns, indent: 2)
      }
    case .facts(let facts):
      let label = min(30, (facts.map(\.name.columns).max() ?? 0) + 2)
      return facts.flatMap { $0.lines(columns: columns, label: label) }
    case .table(let table):
      return table.text(width: columns).split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated().compactMap { index, line in
          line.isEmpty ? nil : ScreenLine(String(line), index == 0 ? .header : .text)
        }
    }
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
