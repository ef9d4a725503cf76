/// A frame with a title.
public struct PanelWidget: Sendable {
  /// Text in the upper side; empty for none.
  public var title: String
  /// Text at the right end of the lower side, such as a position; empty for none.
  public var footer: String
  /// True when keys go to what is inside.
  public var isFocused: Bool
  /// The signs to draw with.
  public var glyphs: Glyphs

  /// Makes a frame.
  public init(
    title: String = "", footer: String = "", isFocused: Bool = false, glyphs: Glyphs = .unicode
  ) {
    self.title = title
    self.footer = footer
    self.isFocused = isFocused
    self.glyphs = glyphs
  }

  /// Draws the frame, blanks its inside and returns that.
  ///
  /// A rectangle with fewer than 3 columns or rows gets no frame and is returned whole.
  @discardableResult
  public func draw(in rect: Rect, into buffer: inout CellBuffer) -> Rect {
    buffer.fill(rect, role: .text)
    guard rect.columns >= 3, rect.rows >= 3 else { return rect }
    let role: Role = isFocused ? .borderFocused : .border
    let right = rect.endColumn - 1
    let bottom = rect.endRow - 1
    let sides = rect.clipped(to: buffer.bounds)
    for column in sides.column..<sides.endColumn {
      buffer.write(glyphs.horizontal, at: column, row: rect.row, role: role)
      buffer.write(glyphs.horizontal, at: column, row: bottom, role: role)
    }
    for row in sides.row..<sides.endRow {
      buffer.write(glyphs.vertical, at: rect.column, row: row, role: role)
      buffer.write(glyphs.vertical, at: right, row: row, role: role)
    }
    buffer.write(glyphs.topLeft, at: rect.column, row: rect.row, role: role)
    buffer.write(glyphs.topRight, at: right, row: rect.row, role: role)
    buffer.write(glyphs.bottomLeft, at: rect.column, row: bottom, role: role)
    buffer.write(glyphs.bottomRight, at: right, row: bottom, role: role)
    let room = rect.columns - 6
    if !title.isEmpty && room > 0 {
      let text = " " + title.truncated(to: room, marker: glyphs.ellipsis) + " "
      buffer.write(
        text, at: rect.column + 2, row: rect.row, role: isFocused ? .title : .strong)
    }
    if !footer.isEmpty && room > 0 {
      let text = " " + footer.truncated(to: room, marker: glyphs.ellipsis) + " "
      buffer.write(text, at: right - 1 - text.columns, row: bottom, role: .dim)
    }
    return rect.inset(columns: 1, rows: 1)
  }
}
