import AtlasModel
import AtlasScreen

/// The list of commands: filterable by verb, title, key and help, and runnable.
enum CommandsList {
  /// Commands whose text holds every typed word.
  static func matching(_ filter: String) -> [Command] {
    let words = filter.lowercased().split(separator: " ")
    return Commands.all.filter { command in
      let text =
        ([command.id.rawValue, command.title, command.help] + command.keys.map(\.description))
        .joined(separator: " ").lowercased()
      return words.allSatisfy { text.contains($0) }
    }
  }

  /// Rows of the list in a window of a size.
  static func page(in size: Size) -> Int { max(1, size.rows - 6) }

  static func draw(_ overlay: CommandsOverlay, state: AppState, into buffer: inout CellBuffer) {
    let size = buffer.size
    let frame = buffer.bounds.inset(
      columns: size.columns >= 70 ? 4 : 0, rows: size.rows >= 20 ? 1 : 0)
    buffer.fill(frame, role: .text)
    let panel = PanelWidget(
      title: "Commands", footer: "type to filter, Enter runs, Esc closes", isFocused: true,
      glyphs: state.glyphs)
    let inside = panel.draw(in: frame, into: &buffer)
    let found = matching(overlay.filter)
    let parts = inside.splitTop(1)
    buffer.write(
      "\(state.glyphs.prompt) \(overlay.filter)", at: parts.top.column, row: parts.top.row,
      role: .input, limit: parts.top.columns)
    buffer.cursor = Point(
      column: min(parts.top.endColumn - 1, parts.top.column + 2 + overlay.filter.columns),
      row: parts.top.row)
    if found.isEmpty {
      buffer.write(
        "No command holds these words.", at: parts.rest.column, row: parts.rest.row,
        role: .unknownValue, limit: parts.rest.columns)
      return
    }
    var scroll = overlay.scroll
    scroll.fit(count: found.count, page: parts.rest.rows)
    for (line, index) in scroll.visible(count: found.count, page: parts.rest.rows).enumerated() {
      let command = found[index]
      let reason = command.disabledReason(in: state)
      let keys = command.keys.map(\.description).joined(separator: " ")
      let row = parts.rest.row + line
      let role: Role = reason == nil ? .text : .dim
      let text =
        keys.fitted(to: 14, alignment: .left, marker: state.glyphs.ellipsis) + " "
        + command.title.fitted(to: 27, alignment: .left, marker: state.glyphs.ellipsis) + " "
        + (reason ?? command.help)
      buffer.write(
        text.truncated(to: parts.rest.columns, marker: state.glyphs.ellipsis),
        at: parts.rest.column, row: row, role: role, limit: parts.rest.columns)
      if index == scroll.selected {
        buffer.setRole(
          Rect(column: parts.rest.column, row: row, columns: parts.rest.columns, rows: 1),
          role: .selection)
      }
    }
  }
}
