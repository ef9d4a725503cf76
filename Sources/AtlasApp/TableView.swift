import AtlasModel
import AtlasScreen

/// Draws a table with its filter line and legend.
enum TableView {
  static func draw(
    _ table: TableState, state: AppState, in rect: Rect, into buffer: inout CellBuffer
  ) {
    let data = table.table
    let parts = rect.splitTop(1)
    drawStatus(table, data: data, state: state, in: parts.top, into: &buffer)
    let columns = data.columns.enumerated().map { index, column in
      let order: TableColumn.Order? =
        table.sort?.column == index
        ? (table.sort?.descending == true ? .descending : .ascending)
        : nil
      return TableColumn(
        column.title, minimum: column.minimum, weight: column.weight,
        alignment: column.alignment, priority: column.priority, order: order)
    }
    let widget = TableWidget(
      columns: columns, rowCount: table.rows.count, scroll: table.scroll,
      isFocused: !table.isTyping, focusedColumn: table.column, glyphs: state.glyphs)
    widget.draw(in: parts.rest, into: &buffer) { row, column in
      guard table.rows.indices.contains(row) else { return Span("") }
      let cell = data.rows[table.rows[row]][column]
      return Span(cell.text, cell.role)
    }
    if table.rows.isEmpty {
      let message = "No row holds all of these words. Backspace shortens, Esc clears."
      _ = Paragraph(message, role: .unknownValue).draw(
        in: parts.rest.splitTop(1).rest, into: &buffer)
    }
  }

  private static func drawStatus(
    _ table: TableState, data: BrowseTable, state: AppState, in rect: Rect,
    into buffer: inout CellBuffer
  ) {
    let total = data.rows.count
    let count = "\(table.rows.count) of \(total)"
    var spans: [Span] = []
    if table.isTyping || !table.filter.isEmpty {
      spans.append(Span("/\(table.filter)", table.isTyping ? .input : .accent))
    } else {
      spans.append(Span(prompt(table, state.atlas), .dim))
    }
    var column = rect.column
    let room = max(0, rect.columns - count.columns - 1)
    for span in spans {
      column += buffer.write(
        span.text.truncated(to: room, marker: state.glyphs.ellipsis), at: column, row: rect.row,
        role: span.role, limit: room)
    }
    if table.isTyping {
      buffer.cursor = Point(column: min(column, rect.endColumn - 1), row: rect.row)
    }
    if rect.columns > count.columns {
      buffer.write(count, at: rect.endColumn - count.columns, row: rect.row, role: .dim)
    }
  }

  private static func prompt(_ table: TableState, _ atlas: Atlas) -> String {
    switch (table.purpose, table.kind) {
    case (.screenIn(let country), _):
      "For \(atlas.catalog.countries[country].shortName): best class first. c critical, h high, "
        + "m moderate, ? open."
    case (.screen(let good), _):
      "\(atlas.catalog.goods[good].name): best class first. c critical, h high, m moderate, ? open."
    case (.browse, .countries): "Value 'year; e = estimate or derived. Enter opens, x screens."
    case (.browse, .goods):
      table.showsAll
        ? "All goods, delisted ones too. Enter opens, x screens."
        : "Goods listed in the registry; a shows all. Enter opens."
    case (.browse, .sources): "Where figures come from. Enter opens."
    }
  }
}
