internal import AtlasModel

extension HTMLWriter {
  /// A table with its remarks; on a narrow screen it scrolls in a frame of its own.
  mutating func table(_ table: ReportTable) -> String {
    guard !table.columns.isEmpty else { return "" }
    let title = HTMLText.plain(table.title)
    // A caption that repeats the heading above it is only for those who hear the page.
    let isKnown = table.title == heading
    var text =
      "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"\(Translator.said("Table")): \(title)\">\n<table>\n"
      + "<caption\(isKnown ? " class=\"unseen\"" : "")>\(inline(table.title))</caption>\n"
      + "<thead>\n<tr>"
    for column in table.columns {
      text += "<th scope=\"col\"\(Self.side(column))>\(HTMLText.escaped(column.headline))</th>"
    }
    text += "</tr>\n</thead>\n<tbody>\n"
    // The first column of words names the row.
    let name = table.columns.firstIndex { $0.alignment == .leading }
    for row in table.rows {
      text += "<tr>"
      for (position, cell) in row.enumerated() {
        text += self.cell(cell, table.columns[position], isName: position == name)
      }
      text += "</tr>\n"
    }
    text += "</tbody>\n</table>\n</div>\n"
    let marks = StatusMark.legend(StatusMark.used(in: table)).map { [$0] } ?? []
    for note in marks + table.notes { text += "<p class=\"note\">\(inline(note))</p>\n" }
    return text
  }

  private mutating func cell(_ cell: ReportCell, _ column: ReportColumn, isName: Bool) -> String {
    let tag = isName ? "th" : "td"
    let start = "<\(tag)\(isName ? " scope=\"row\"" : "")\(Self.side(column))\(Self.origin(cell))>"
    return start + words(cell) + "</\(tag)>"
  }

  private mutating func words(_ cell: ReportCell) -> String {
    if case .citation(let number) = cell.value { return citation(number) }
    if cell.isMissing { return "<span class=\"unknown\">\(Translator.said("unknown"))</span>" }
    let text = inline(cell.peopleText)
    guard let status = cell.status, let letter = StatusMark.letter(of: status) else { return text }
    return text + " <abbr title=\"\(status.rawValue)\">\(letter)</abbr>"
  }

  /// Year, status and source of a figure, for those who ask for them.
  private static func origin(_ cell: ReportCell) -> String {
    let parts = [cell.year ?? "", cell.status?.rawValue ?? "", cell.source ?? ""]
      .filter { !$0.isEmpty }
    guard !cell.isMissing, !parts.isEmpty else { return "" }
    return " title=\"\(HTMLText.plain(parts.joined(separator: ", ")))\""
  }

  private static func side(_ column: ReportColumn) -> String {
    column.alignment == .trailing ? " class=\"number\"" : ""
  }
}
