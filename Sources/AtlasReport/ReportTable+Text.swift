internal import AtlasScreen

extension ReportTable {
  /// The table as aligned plain text; with a width, flexible columns are cut to fit.
  ///
  /// Columns that cannot be cut may still make lines longer than a very small width.
  public func text(width: Int? = nil) -> String {
    guard !columns.isEmpty else { return "" }
    let layout = TextLayout(self, width: width)
    var lines = layout.header
    for row in layout.rows { lines.append(layout.line(row)) }
    let marks = StatusMark.legend(StatusMark.used(in: self)).map { [$0] } ?? []
    for note in marks + notes {
      lines += PlainText.clean(note).wrapped(columns: max(width ?? 100, 20))
    }
    return lines.map { $0 + "\n" }.joined()
  }
}

/// Widths and words of a plain-text table.
private struct TextLayout {
  private static let gap = "  "
  /// No flexible column is cut below this.
  private static let leastWidth = 8

  private let columns: [ReportColumn]
  private(set) var rows: [[String]]
  private(set) var widths: [Int]

  init(_ table: ReportTable, width: Int?) {
    columns = table.columns
    let marked = table.columns.indices.map { position in
      table.rows.contains { StatusMark.letter(of: $0[position]) != nil }
    }
    rows = table.rows.map { row in
      row.enumerated().map { position, cell in
        guard marked[position] else { return cell.peopleText }
        return cell.peopleText + (StatusMark.letter(of: cell).map { " " + $0 } ?? "  ")
      }
    }
    let titles = table.columns.map { column in
      column.headline.split(separator: " ").map { String($0).columns }.max() ?? 0
    }
    let rows = rows
    widths = table.columns.indices.map { position in
      max(titles[position], rows.map { $0[position].columns }.max() ?? 0)
    }
    if let width { fit(width) }
  }

  private mutating func fit(_ width: Int) {
    var excess = widths.reduce(0, +) + Self.gap.count * (widths.count - 1) - width
    while excess > 0 {
      let candidates = columns.indices.filter {
        columns[$0].isFlexible && widths[$0] > Self.leastWidth
      }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return }
      widths[widest] -= 1
      excess -= 1
    }
  }

  /// Titles, broken at spaces and standing on the rule under them.
  var header: [String] {
    let titles = columns.indices.map { columns[$0].headline.wrapped(columns: max(widths[$0], 1)) }
    let height = titles.map(\.count).max() ?? 0
    var lines = (0..<height).map { line in
      self.line(titles.map { $0.count < height - line ? "" : $0[$0.count - height + line] })
    }
    lines.append(widths.map { String(repeating: "-", count: $0) }.joined(separator: Self.gap))
    return lines
  }

  func line(_ cells: [String]) -> String {
    var line = ""
    for (position, cell) in cells.enumerated() {
      if position > 0 { line += Self.gap }
      let side: Alignment = columns[position].alignment == .trailing ? .right : .left
      line += cell.fitted(to: widths[position], alignment: side)
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}
