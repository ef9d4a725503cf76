/// Wrapped text, drawn from any of its lines on.
public struct Paragraph: Sendable {
  /// The text; line ends begin a new paragraph.
  public var text: String
  /// Its meaning.
  public var role: Role
  /// Spaces before every line but the first of a paragraph, as after a bullet.
  public var hanging: Int

  /// Makes a paragraph.
  public init(_ text: String, role: Role = .text, hanging: Int = 0) {
    self.text = text
    self.role = role
    self.hanging = hanging
  }

  /// The rows it takes at a width.
  public func rows(columns: Int) -> Int { text.wrapped(columns: columns, hanging: hanging).count }

  /// Draws as many lines as fit, after leaving out the first `skipping`; returns the rows used.
  @discardableResult
  public func draw(in rect: Rect, into buffer: inout CellBuffer, skipping: Int = 0) -> Int {
    let lines = text.wrapped(columns: rect.columns, hanging: hanging)
      .dropFirst(max(0, skipping)).prefix(rect.rows)
    for (offset, line) in lines.enumerated() {
      buffer.write(line, at: rect.column, row: rect.row + offset, role: role, limit: rect.columns)
    }
    return lines.count
  }
}
