/// A cell position: columns grow to the right, rows grow downwards, both from 0.
public struct Point: Hashable, Sendable {
  /// Columns from the left edge.
  public var column: Int
  /// Rows from the top edge.
  public var row: Int

  /// Makes a position.
  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A count of columns and rows, never negative.
public struct Size: Hashable, Sendable {
  /// Width in terminal columns, 0 to `Rect.bound`.
  public let columns: Int
  /// Height in rows, 0 to `Rect.bound`.
  public let rows: Int

  /// Makes a size; counts outside 0 to `Rect.bound` are brought back to it.
  public init(columns: Int, rows: Int) {
    self.columns = columns.held(0, Rect.bound)
    self.rows = rows.held(0, Rect.bound)
  }

  /// True when the size covers no cell.
  public var isEmpty: Bool { columns == 0 || rows == 0 }
}

/// A rectangle of cells; its sides are half open, its counts never negative.
///
/// Every operation gives a rectangle inside the receiver, so a layout made by splitting can not
/// reach out of the screen however small the screen is.
public struct Rect: Hashable, Sendable {
  /// Largest magnitude of a coordinate or a count, so that sums can not overflow.
  public static let bound = 1_000_000

  /// Leftmost column.
  public let column: Int
  /// Topmost row.
  public let row: Int
  /// Width in columns, 0 or more.
  public let columns: Int
  /// Height in rows, 0 or more.
  public let rows: Int

  /// Makes a rectangle; numbers beyond `bound` are brought back to it.
  public init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column.held(-Self.bound, Self.bound)
    self.row = row.held(-Self.bound, Self.bound)
    self.columns = columns.held(0, Self.bound)
    self.rows = rows.held(0, Self.bound)
  }

  /// The rectangle that covers a whole screen of the size.
  public init(_ size: Size) {
    self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
  }

  /// First column to the right of the rectangle.
  public var endColumn: Int { column + columns }
  /// First row below the rectangle.
  public var endRow: Int { row + rows }
  /// Its columns and rows.
  public var size: Size { Size(columns: columns, rows: rows) }
  /// True when it covers no cell.
  public var isEmpty: Bool { columns == 0 || rows == 0 }

  /// True when the cell lies inside.
  public func contains(_ point: Point) -> Bool {
    point.column >= column && point.column < endColumn && point.row >= row && point.row < endRow
  }

  /// The part that lies inside another rectangle; empty when they do not meet.
  public func clipped(to other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(
      column: left, row: top,
      columns: min(endColumn, other.endColumn) - left, rows: min(endRow, other.endRow) - top)
  }

  /// The rectangle without a margin on each side; empty when the margins meet.
  public func inset(columns side: Int = 0, rows edge: Int = 0) -> Rect {
    let side = side.held(0, columns)
    let edge = edge.held(0, rows)
    return Rect(
      column: column + side, row: row + edge, columns: columns - 2 * side, rows: rows - 2 * edge)
  }

  /// Cuts a number of rows off the top; a number too large takes everything.
  public func splitTop(_ count: Int) -> (top: Rect, rest: Rect) {
    let count = count.held(0, rows)
    return (
      Rect(column: column, row: row, columns: columns, rows: count),
      Rect(column: column, row: row + count, columns: columns, rows: rows - count)
    )
  }

  /// Cuts a number of rows off the bottom; a number too large takes everything.
  public func splitBottom(_ count: Int) -> (rest: Rect, bottom: Rect) {
    let parts = splitTop(rows - count.held(0, rows))
    return (parts.top, parts.rest)
  }

  /// Cuts a number of columns off the left; a number too large takes everything.
  public func splitLeft(_ count: Int) -> (left: Rect, rest: Rect) {
    let count = count.held(0, columns)
    return (
      Rect(column: column, row: row, columns: count, rows: rows),
      Rect(column: column + count, row: row, columns: columns - count, rows: rows)
    )
  }

  /// Cuts a number of columns off the right; a number too large takes everything.
  public func splitRight(_ count: Int) -> (rest: Rect, right: Rect) {
    let parts = splitLeft(columns - count.held(0, columns))
    return (parts.left, parts.rest)
  }

  /// A rectangle of at most the size in the middle of this one.
  public func centred(_ size: Size) -> Rect {
    let width = min(size.columns, columns)
    let height = min(size.rows, rows)
    return Rect(
      column: column + (columns - width) / 2, row: row + (rows - height) / 2,
      columns: width, rows: height)
  }
}

extension Int {
  /// The number, brought back between two limits; the lower one wins when they cross.
  func held(_ low: Int, _ high: Int) -> Int { Swift.max(low, Swift.min(high, self)) }
}
