// AtlasScreen is the drawing surface: cells, roles, widths, themes, key names and small widgets.
// It imports nothing and knows no public good and no country. Start here, then read `Role` for
// what a cell may mean and `TableWidget` for how a view is drawn.

/// A grid of cells that views draw into; a terminal or a test then reads it.
///
/// Every write is clipped to the grid, so no position and no length can harm it.
public struct CellBuffer: Equatable, Sendable {
  /// Columns and rows of the grid.
  public let size: Size
  /// Where the terminal's cursor belongs; nil hides it.
  public var cursor: Point?
  private var cells: [Cell]

  /// Makes a blank grid.
  public init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  /// Makes a grid of rows that were read from one; what is missing is blank, what is too much is cut.
  init(size: Size, rows: [[Cell]]) {
    self.init(size: size)
    for (row, line) in rows.prefix(size.rows).enumerated() {
      for (column, cell) in line.prefix(size.columns).enumerated() {
        cells[row * size.columns + column] = cell
      }
    }
  }

  /// The rectangle of the whole grid.
  public var bounds: Rect { Rect(size) }

  /// Blanks every cell and hides the cursor.
  public mutating func clear() {
    for index in cells.indices { cells[index] = .blank }
    cursor = nil
  }

  /// The cell at a place; a blank one outside the grid.
  public subscript(column: Int, row: Int) -> Cell {
    guard bounds.contains(Point(column: column, row: row)) else { return .blank }
    return cells[row * size.columns + column]
  }

  /// Calls `body` with the cells of one row; an empty list outside the grid.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    guard row >= 0, row < size.rows else { return [] }
    return cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// Writes text on one row and returns the columns it took inside the grid.
  ///
  /// At most `limit` columns are used, and a wide character cut by an edge leaves a blank.
  @discardableResult
  public mutating func write(
    _ text: String, at column: Int, row: Int, role: Role, limit: Int? = nil
  ) -> Int {
    guard row >= 0, row < size.rows, column < size.columns else { return 0 }
    let text = role == .input ? text : ScreenWords.said(text)
    let start = column.held(-Rect.bound, Rect.bound)
    let end = min(size.columns, start + (limit ?? Rect.bound).held(0, Rect.bound))
    var position = start
    CellText.forEachUnit(text) { unit, width in
      guard position < end else { return false }
      if position >= 0 && position + width <= end {
        put(unit, width: width, column: position, row: row, role: role)
      } else {
        for cut in max(0, position)..<max(0, min(position + width, end)) {
          put(" ", width: 1, column: cut, row: row, role: role)
        }
      }
      position += width
      return true
    }
    return max(0, min(position, end) - max(start, 0))
  }

  /// Writes pieces of text one after the other and returns the columns they took.
  @discardableResult
  public mutating func write(
    _ spans: [Span], at column: Int, row: Int, limit: Int? = nil
  ) -> Int {
    let start = column.held(-Rect.bound, Rect.bound)
    let room = (limit ?? Rect.bound).held(0, Rect.bound)
    var used = 0
    for span in spans where used < room && start + used < size.columns {
      let text = ScreenWords.said(span.text)
      let width = min(text.columns, room - used)
      write(text, at: start + used, row: row, role: span.role, limit: room - used)
      used += width
    }
    return max(0, min(start + used, size.columns) - max(start, 0))
  }

  /// Fills a rectangle with a character; one that is not a single column wide becomes a space.
  public mutating func fill(_ rect: Rect, with text: String = " ", role: Role) {
    var unit = " "
    CellText.forEachUnit(text) { first, width in
      if width == 1 { unit = first }
      return false
    }
    let area = rect.clipped(to: bounds)
    for row in area.row..<area.endRow {
      for column in area.column..<area.endColumn {
        put(unit, width: 1, column: column, row: row, role: role)
      }
    }
  }

  /// Changes the role of a rectangle and leaves its text, as a selection bar does.
  ///
  /// A wide character on the edge of the rectangle changes as a whole.
  public mutating func setRole(_ rect: Rect, role: Role) {
    let area = rect.clipped(to: bounds)
    for row in area.row..<area.endRow {
      let line = row * size.columns
      for column in area.column..<area.endColumn { cells[line + column].role = role }
      guard !area.isEmpty else { continue }
      if cells[line + area.column].isContinuation { cells[line + area.column - 1].role = role }
      if area.endColumn < size.columns, cells[line + area.endColumn].isContinuation {
        cells[line + area.endColumn].role = role
      }
    }
  }

  /// Puts one unit into cells known to lie inside, and blanks what it cuts in half.
  private mutating func put(_ unit: String, width: Int, column: Int, row: Int, role: Role) {
    let index = row * size.columns + column
    if cells[index].isContinuation && column > 0 {
      cells[index - 1] = Cell(text: " ", width: 1, role: cells[index - 1].role)
    }
    let last = index + width - 1
    if column + width < size.columns, cells[last + 1].isContinuation {
      cells[last + 1] = Cell(text: " ", width: 1, role: cells[last + 1].role)
    }
    cells[index] = Cell(text: unit, width: width, role: role)
    if width == 2 { cells[last] = Cell(text: "", width: 0, role: role) }
  }
}
