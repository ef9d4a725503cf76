import AtlasScreen

/// Draws lists and prompts over a view.
enum OverlayView {
  /// Where the list stands: over the view, and above what a lesson says unless that leaves too little.
  static func frame(_ state: AppState) -> Rect {
    let size = state.size
    let whole = Rect(size).inset(columns: size.columns >= 70 ? 4 : 0, rows: size.rows >= 20 ? 1 : 0)
    // The panel of the lesson stands above two lines at the foot.
    let above = Rect(size).splitBottom(2 + state.lessonRows).rest
    guard state.lessonRows > 0, above.rows - whole.row >= 8 else { return whole }
    return Rect(
      column: whole.column, row: whole.row, columns: whole.columns, rows: above.rows - whole.row)
  }

  /// Rows of a list below its filter line.
  static func page(_ state: AppState) -> Int { max(1, frame(state).rows - 3) }

  static func draw(_ overlay: Overlay, state: AppState, into buffer: inout CellBuffer) {
    switch overlay {
    case .list(let list): draw(list, state: state, into: &buffer)
    case .prompt(let prompt): draw(prompt, state: state, into: &buffer)
    }
  }

  private static func draw(
    _ list: ListOverlay, state: AppState, into buffer: inout CellBuffer
  ) {
    let frame = frame(state)
    buffer.fill(frame, role: .text)
    let panel = PanelWidget(
      title: list.title(state), footer: list.footer, isFocused: true, glyphs: state.glyphs)
    let inside = panel.draw(in: frame, into: &buffer)
    let parts = inside.splitTop(1)
    let items = list.items(state)
    buffer.write(
      "\(state.glyphs.prompt) \(list.filter)", at: parts.top.column, row: parts.top.row,
      role: .input, limit: parts.top.columns)
    let count = "\(items.count)"
    if parts.top.columns > 20 {
      buffer.write(
        count, at: parts.top.endColumn - count.columns, row: parts.top.row, role: .dim)
    }
    buffer.cursor = Point(
      column: min(parts.top.endColumn - 1, parts.top.column + 2 + list.filter.columns),
      row: parts.top.row)
    if items.isEmpty {
      buffer.write(
        "Nothing here holds these words.", at: parts.rest.column, row: parts.rest.row,
        role: .unknownValue, limit: parts.rest.columns)
    }
    var scroll = list.scroll
    scroll.fit(count: items.count, page: parts.rest.rows)
    let shown = scroll.visible(count: items.count, page: parts.rest.rows)
    for (line, index) in shown.enumerated() {
      draw(
        items[index], isSelected: index == scroll.selected, glyphs: state.glyphs,
        in: parts.rest.splitTop(line).rest.splitTop(1).top, into: &buffer)
    }
    if items.count > parts.rest.rows {
      let edge = Rect(
        column: frame.endColumn - 1, row: parts.rest.row, columns: 1, rows: parts.rest.rows)
      ScrollBar(glyphs: state.glyphs).draw(
        in: edge, into: &buffer, visible: shown, count: items.count)
    }
  }

  private static func draw(
    _ item: ListItem, isSelected: Bool, glyphs: Glyphs, in rect: Rect,
    into buffer: inout CellBuffer
  ) {
    let box = item.isOn.map { $0 ? "[\(glyphs.check)] " : "[ ] " } ?? ""
    let wide = rect.columns >= 60
    let key = item.isOn == nil ? item.key.fitted(to: wide ? 13 : 7, marker: glyphs.ellipsis) : ""
    let title = (box + item.title).fitted(
      to: wide ? (item.isOn == nil ? 30 : 44) : max(8, rect.columns - 10), marker: glyphs.ellipsis)
    let text = [key, title].filter { !$0.isEmpty }.joined(separator: " ")
    let room = rect.columns - text.columns - 1
    let detail = (item.reason ?? item.detail).truncated(to: max(0, room), marker: glyphs.ellipsis)
    let isOff = item.reason != nil || item.call == nil
    buffer.write(
      [Span(text + " ", isOff ? .dim : .text), Span(detail, .dim)], at: rect.column,
      row: rect.row, limit: rect.columns)
    if isSelected { buffer.setRole(rect, role: .selection) }
  }

  private static func draw(
    _ prompt: PromptOverlay, state: AppState, into buffer: inout CellBuffer
  ) {
    let size = buffer.size
    let help = prompt.help.wrapped(columns: max(10, min(76, size.columns - 4)))
    let frame = Rect(size).centred(
      Size(columns: min(80, size.columns), rows: min(size.rows, help.count + 4)))
    buffer.fill(frame, role: .text)
    let panel = PanelWidget(
      title: prompt.title, footer: "Enter takes it, Esc gives up", isFocused: true,
      glyphs: state.glyphs)
    let inside = panel.draw(in: frame, into: &buffer)
    for (offset, line) in help.enumerated() where offset < inside.rows - 1 {
      buffer.write(
        line, at: inside.column, row: inside.row + offset, role: .dim, limit: inside.columns)
    }
    prompt.input.draw(in: inside.splitBottom(1).bottom, into: &buffer)
  }
}
