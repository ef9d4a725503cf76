/// A bar for a value from 0 to 1, with the reach of what is possible and a mark.
///
/// An unknown value shows a word-less sign and never an empty bar, which would read as zero.
public struct BarWidget: Sendable {
  /// The value, 0 to 1; nil or not a number is unknown.
  public var value: Double?
  /// What the value may be, lowest and highest, 0 to 1.
  public var interval: ClosedRange<Double>?
  /// A point to compare with, 0 to 1.
  public var marker: Double?
  /// The meaning of the filled part.
  public var role: Role
  /// The signs to draw with.
  public var glyphs: Glyphs

  /// Makes a bar.
  public init(
    value: Double?, interval: ClosedRange<Double>? = nil, marker: Double? = nil,
    role: Role = .bar, glyphs: Glyphs = .unicode
  ) {
    self.value = value
    self.interval = interval
    self.marker = marker
    self.role = role
    self.glyphs = glyphs
  }

  /// Draws on the first row of a rectangle, over its full width.
  public func draw(in rect: Rect, into buffer: inout CellBuffer) {
    let rect = rect.clipped(to: buffer.bounds).splitTop(1).top
    guard !rect.isEmpty else { return }
    for (offset, span) in spans(columns: rect.columns).enumerated() {
      buffer.write(span.text, at: rect.column + offset, row: rect.row, role: span.role, limit: 1)
    }
  }

  /// The bar as one piece of text a column, for use in tables and reports.
  public func spans(columns: Int) -> [Span] {
    let columns = columns.held(0, 10_000)
    let steps = max(1, glyphs.barParts.count + 1)
    let filled = Self.part(value).map { Int(($0 * Double(columns * steps)).rounded()) }
    var cells: [Span] = []
    for column in 0..<columns {
      let amount = (filled ?? 0) - column * steps
      if amount >= steps {
        cells.append(Span(glyphs.barFull, role))
      } else if amount > 0, glyphs.barParts.indices.contains(amount - 1) {
        cells.append(Span(glyphs.barParts[amount - 1], role))
      } else {
        cells.append(Span(filled == nil ? glyphs.unknown : glyphs.barEmpty, empty))
      }
    }
    if let interval, let low = Self.part(interval.lowerBound),
      let high = Self.part(interval.upperBound), columns > 0
    {
      let first = Self.cell(low, columns)
      for column in first...max(first, Self.cell(high, columns))
      where (filled ?? 0) < (column + 1) * steps {
        cells[column] = Span(glyphs.barInterval, role)
      }
    }
    if let marker = Self.part(marker), columns > 0 {
      cells[Self.cell(marker, columns)] = Span(glyphs.barMarker, .barMarker)
    }
    return cells
  }

  private var empty: Role { Self.part(value) == nil ? .unknownValue : .barEmpty }

  /// The value brought into 0 to 1; nil when it is none.
  private static func part(_ value: Double?) -> Double? {
    guard let value, !value.isNaN else { return nil }
    return min(1, max(0, value))
  }

  private static func cell(_ part: Double, _ columns: Int) -> Int {
    Int(part * Double(columns)).held(0, columns - 1)
  }
}
