/// One line of keys and what they do now.
public struct HintBar: Sendable {
  /// A key and the word for what it does.
  public struct Hint: Hashable, Sendable {
    /// The key as help names it.
    public var key: String
    /// What it does, a word or two.
    public var label: String

    /// Makes a hint for a key.
    public init(_ key: Key, _ label: String) {
      self.key = key.description
      self.label = label
    }

    /// Makes a hint with a name of your own, such as `Up/Down`.
    public init(name: String, _ label: String) {
      key = name
      self.label = label
    }
  }

  /// The hints, the most useful first: the last ones go when room is short.
  public var hints: [Hint]
  /// The signs to draw with.
  public var glyphs: Glyphs

  /// Makes a line of hints.
  public init(_ hints: [Hint], glyphs: Glyphs = .unicode) {
    self.hints = hints
    self.glyphs = glyphs
  }

  /// Where one hint stands, for the mouse.
  public struct Region: Hashable, Sendable {
    /// Its cells.
    public let rect: Rect
    /// Its index among the hints.
    public let index: Int
  }

  /// Draws on the first row of a rectangle and returns where each hint stands.
  @discardableResult
  public func draw(in rect: Rect, into buffer: inout CellBuffer) -> [Region] {
    let rect = rect.clipped(to: buffer.bounds).splitTop(1).top
    guard !rect.isEmpty else { return [] }
    buffer.fill(rect, role: .hint)
    var regions: [Region] = []
    var column = rect.column
    for (index, hint) in hints.enumerated() {
      let width = hint.key.columns + 1 + hint.label.columns
      let isLast = index == hints.count - 1
      let reserve = isLast ? 0 : glyphs.ellipsis.columns + 2
      guard column + width + reserve <= rect.endColumn else {
        buffer.write(
          glyphs.ellipsis, at: column, row: rect.row, role: .hint, limit: rect.endColumn - column)
        break
      }
      buffer.write(
        [Span(hint.key, .hintKey), Span(" " + hint.label, .hint)], at: column, row: rect.row)
      regions.append(
        Region(rect: Rect(column: column, row: rect.row, columns: width, rows: 1), index: index))
      column += width + 2
    }
    return regions
  }
}
