/// A table with a header, a selected row and a scroll position.
///
/// It holds no data: `draw` asks for each cell in sight, so a table of any length costs what the
/// screen shows.
public struct TableWidget: Sendable {
  /// The columns, from left to right.
  public var columns: [TableColumn]
  /// How many rows the table has, in sight or not.
  public var rowCount: Int
  /// Selected row and first row shown; `nil` selects nothing.
  public var scroll: ScrollState?
  /// True when keys go to this table, which makes its selection stronger.
  public var isFocused: Bool
  /// The column the cursor is on, shown in the header and never left out.
  public var focusedColumn: Int?
  /// True when a place for marks is kept at the left.
  public var hasMarks: Bool
  /// The signs to draw with.
  public var glyphs: Glyphs

  /// Makes a table.
  public init(
    columns: [TableColumn], rowCount: Int, scroll: ScrollState? = nil, isFocused: Bool = true,
    focusedColumn: Int? = nil, hasMarks: Bool = false, glyphs: Glyphs = .unicode
  ) {
    self.columns = columns
    self.rowCount = rowCount
    self.scroll = scroll
    self.isFocused = isFocused
    self.focusedColumn = focusedColumn
    self.hasMarks = hasMarks
    self.glyphs = glyphs
  }

  /// What was drawn where, for the mouse and the status line.
  public struct Drawn: Hashable, Sendable {
    /// Where the header's titles stand.
    public let header: Rect
    /// Where the rows stand.
    public let body: Rect
    /// The rows in sight.
    public let rows: Range<Int>
    /// The columns in sight.
    public let layout: TableLayout
    /// Where the first column begins.
    let origin: Int

    /// The table's row under a screen cell; nil when there is none.
    public func row(at point: Point) -> Int? {
      guard body.contains(point), point.row - body.row < rows.count else { return nil }
      return rows.lowerBound + point.row - body.row
    }

    /// The table's column under a screen cell of header or body; nil when there is none.
    public func column(at point: Point) -> Int? {
      guard header.contains(point) || body.contains(point) else { return nil }
      let offset = point.column - origin
      return layout.placements.first {
        offset >= $0.offset && offset < $0.offset + $0.width
      }?.index
    }
  }

  /// The number of rows that fit into a rectangle below the header.
  public static func page(in rect: Rect) -> Int { max(0, rect.rows - 1) }

  /// Draws header, rows and scroll position; every size and every scroll position is safe.
  @discardableResult
  public func draw(
    in rect: Rect, into buffer: inout CellBuffer, isMarked: (_ row: Int) -> Bool = { _ in false },
    cell: (_ row: Int, _ column: Int) -> Span
  ) -> Drawn {
    let rect = rect.clipped(to: buffer.bounds)
    let parts = rect.splitTop(1)
    let count = max(0, rowCount)
    let isScrolled = count > parts.rest.rows && rect.columns > 4
    let content = rect.splitRight(isScrolled ? 1 : 0).rest
    let marks = hasMarks ? min(2, content.columns) : 0
    let origin = content.column + marks
    let layout = TableLayout(columns: columns, width: content.columns - marks, kept: focusedColumn)
    var position = scroll ?? ScrollState()
    position.fit(count: count, page: parts.rest.rows)
    let rows = position.visible(count: count, page: parts.rest.rows)

    drawHeader(in: parts.top, origin: origin, layout: layout, into: &buffer)
    for row in rows {
      let line = parts.rest.row + row - rows.lowerBound
      let bar = Rect(column: rect.column, row: line, columns: content.columns, rows: 1)
      if hasMarks && isMarked(row) {
        buffer.write(glyphs.mark, at: rect.column, row: line, role: .accent, limit: marks)
      }
      for place in layout.placements {
        let span = cell(row, place.index)
        let text = span.text.fitted(
          to: place.width, alignment: columns[place.index].alignment, marker: glyphs.ellipsis)
        buffer.write(
          text, at: origin + place.offset, row: line, role: span.role, limit: place.width)
      }
      if scroll != nil && row == position.selected {
        buffer.setRole(bar, role: isFocused ? .selection : .selectionDim)
      }
    }
    if isScrolled {
      let track = parts.rest.splitRight(1).right
      ScrollBar(glyphs: glyphs).draw(in: track, into: &buffer, visible: rows, count: count)
    }
    return Drawn(
      header: parts.top, body: parts.rest, rows: rows, layout: layout, origin: origin)
  }

  private func drawHeader(
    in rect: Rect, origin: Int, layout: TableLayout, into buffer: inout CellBuffer
  ) {
    guard rect.rows > 0 else { return }
    buffer.fill(rect, role: .header)
    for place in layout.placements {
      let column = columns[place.index]
      var text = column.title.truncated(to: place.width, marker: glyphs.ellipsis)
      if let order = column.order {
        let sign = order == .ascending ? glyphs.sortUp : glyphs.sortDown
        text = column.title.truncated(to: place.width - sign.columns, marker: glyphs.ellipsis)
        text = column.alignment == .right ? sign + text : text + sign
      }
      let role: Role =
        place.index == focusedColumn && isFocused
        ? .selection : column.order == nil ? .header : .headerSorted
      buffer.write(
        text.padded(to: place.width, alignment: column.alignment), at: origin + place.offset,
        row: rect.row, role: role, limit: place.width)
    }
    if layout.hidden > 0, let last = layout.placements.last {
      let note = "+\(layout.hidden)"
      let column = rect.endColumn - note.columns
      if column > origin + last.offset + columns[last.index].title.columns {
        buffer.write(note, at: column, row: rect.row, role: .dim)
      }
    }
  }
}
