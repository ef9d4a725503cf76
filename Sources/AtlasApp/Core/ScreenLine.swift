import AtlasScreen

/// A line of a scrolled view.
struct ScreenLine: Sendable {
  /// Its runs of text.
  var spans: [Span]
  /// The selectable entry it belongs to; nil for text that cannot be selected.
  var entry: Int?
  /// Whether this is the entry's first line.
  var isHead = false

  init(_ spans: [Span], entry: Int? = nil, isHead: Bool = false) {
    self.spans = spans
    self.entry = entry
    self.isHead = isHead
  }

  init(_ text: String = "", _ role: Role = .text, entry: Int? = nil, isHead: Bool = false) {
    self.init([Span(text, role)], entry: entry, isHead: isHead)
  }

  /// Lines of a paragraph, wrapped.
  static func wrapped(
    _ text: String, _ role: Role = .text, columns: Int, indent: Int = 0, entry: Int? = nil
  ) -> [ScreenLine] {
    let room = max(8, columns - indent)
    let margin = String(repeating: " ", count: indent)
    return text.wrapped(columns: room).map { ScreenLine(margin + $0, role, entry: entry) }
  }
}

/// Draws lines into a rectangle from an offset on.
enum LinesView {
  static func draw(
    _ lines: [ScreenLine], from offset: Int, in rect: Rect, selected: Int? = nil,
    into buffer: inout CellBuffer, glyphs: Glyphs
  ) {
    for row in 0..<rect.rows where lines.indices.contains(offset + row) {
      let line = lines[offset + row]
      var column = rect.column
      for span in line.spans {
        column += buffer.write(
          span.text, at: column, row: rect.row + row, role: span.role,
          limit: max(0, rect.endColumn - column))
      }
      if line.isHead, let entry = line.entry, entry == selected {
        buffer.setRole(
          Rect(column: rect.column, row: rect.row + row, columns: rect.columns, rows: 1),
          role: .selection)
      }
    }
    guard lines.count > rect.rows, rect.columns > 0, rect.rows > 0 else { return }
    let visible = offset..<min(lines.count, offset + rect.rows)
    let edge = Rect(
      column: rect.endColumn - 1, row: rect.row, columns: 1, rows: rect.rows)
    ScrollBar(glyphs: glyphs).draw(in: edge, into: &buffer, visible: visible, count: lines.count)
  }
}
