import AtlasScreen

/// The command log while it is open.
struct LogState: ExplorerView {
  private var scroll = ScrollState()

  init(_ state: AppState) {
    scroll.select(.max, count: state.log.calls.count, page: state.bodyRows)
  }

  var kind: ViewKind { .log }
  func place(_ state: AppState) -> String { "log" }
  func crumb(_ state: AppState) -> String { "Command log" }
  func hints(_ state: AppState) -> [CommandID] { [.moveUp, .pageUp, .export, .goBack, .showHelp] }

  mutating func move(_ motion: Motion, _ state: AppState) {
    scroll.move(
      by: motion.rows(page: state.bodyRows), count: state.log.calls.count, page: page(state))
  }

  private func page(_ state: AppState) -> Int { max(1, state.bodyRows - 2) }

  func draw(_ state: AppState, in rect: Rect, into buffer: inout CellBuffer) {
    let parts = rect.splitTop(2)
    _ = Paragraph(
      "What was done so far; e writes it, `dpg-atlas explore --play FILE` plays it back.",
      role: .dim
    ).draw(in: parts.top, into: &buffer)
    let calls = state.log.calls
    let rows = scroll.visible(count: calls.count, page: parts.rest.rows)
    for (line, index) in rows.enumerated() {
      let verb = calls[index].id.rawValue
      buffer.write(
        [Span(verb + " ", .accent), Span(calls[index].argument, .text)], at: rect.column,
        row: parts.rest.row + line, limit: rect.columns)
      guard index == scroll.selected else { continue }
      buffer.setRole(
        Rect(column: rect.column, row: parts.rest.row + line, columns: rect.columns, rows: 1),
        role: .selection)
    }
  }

  func export(_ state: AppState) -> Export? {
    let text = state.log.text
    return Export(stem: "dpg-atlas-session", command: "", formats: [.text]) { _ in .text(text) }
  }

  func plain(_ state: AppState, columns: Int) -> PlainPage {
    PlainPage(lines: state.log.calls.map(\.description))
  }
}
