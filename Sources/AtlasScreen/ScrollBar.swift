/// A one-column bar that shows which part of a list is in sight.
public struct ScrollBar: Sendable {
  /// The signs to draw with.
  public var glyphs: Glyphs

  /// Makes a scroll bar.
  public init(glyphs: Glyphs = .unicode) { self.glyphs = glyphs }

  /// Draws the bar over the full height of a rectangle; a list in full sight gives none.
  public func draw(
    in rect: Rect, into buffer: inout CellBuffer, visible: Range<Int>, count: Int
  ) {
    guard rect.rows > 0, rect.columns > 0, count > visible.count, count > 0 else { return }
    let count = count.held(1, Rect.bound)
    let thumb = max(1, rect.rows * visible.count.held(0, count) / count)
    let hidden = max(1, count - visible.count)
    let start = (rect.rows - thumb) * visible.lowerBound.held(0, hidden) / hidden
    for line in 0..<rect.rows {
      let isThumb = line >= start && line < start + thumb
      buffer.write(
        isThumb ? glyphs.scrollThumb : glyphs.scrollTrack, at: rect.column, row: rect.row + line,
        role: .border, limit: 1)
    }
  }
}
