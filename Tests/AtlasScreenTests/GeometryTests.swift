import AtlasScreen
import Testing

@Suite struct GeometryTests {
  @Test func splitsCoverTheRectangleWithoutOverlap() {
    let rect = Rect(column: 3, row: 2, columns: 10, rows: 5)
    for count in [-4, 0, 1, 4, 5, 9, 10, 11, Int.max, Int.min] {
      let rows = rect.splitTop(count)
      #expect(rows.top.rows + rows.rest.rows == 5)
      #expect(rows.top.endRow == rows.rest.row)
      let bottom = rect.splitBottom(count)
      #expect(bottom.bottom.rows == rows.top.rows)
      #expect(bottom.bottom.endRow == rect.endRow)
      let columns = rect.splitLeft(count)
      #expect(columns.left.columns + columns.rest.columns == 10)
      #expect(columns.left.endColumn == columns.rest.column)
      let right = rect.splitRight(count)
      #expect(right.right.columns == columns.left.columns)
      #expect(right.right.endColumn == rect.endColumn)
    }
  }

  @Test func insetNeverTurnsInsideOut() {
    let rect = Rect(column: 0, row: 0, columns: 4, rows: 3)
    #expect(rect.inset(columns: 1, rows: 1) == Rect(column: 1, row: 1, columns: 2, rows: 1))
    #expect(rect.inset(columns: 9, rows: 9).isEmpty)
    #expect(rect.inset(columns: Int.max, rows: -2).rows == 3)
  }

  @Test func clippingKeepsOnlyTheSharedPart() {
    let screen = Rect(Size(columns: 80, rows: 24))
    #expect(
      Rect(column: -2, row: 20, columns: 5, rows: 9).clipped(to: screen)
        == Rect(column: 0, row: 20, columns: 3, rows: 4))
    #expect(Rect(column: 90, row: 0, columns: 5, rows: 1).clipped(to: screen).isEmpty)
  }

  @Test func extremeNumbersDoNotOverflow() {
    let rect = Rect(column: .min, row: .max, columns: .max, rows: .min)
    #expect(rect.endColumn == 0)
    #expect(rect.rows == 0)
    #expect(!rect.contains(Point(column: .max, row: .min)))
    #expect(Size(columns: -1, rows: .max).isEmpty)
  }

  @Test func aCentredRectangleStaysInside() {
    let outer = Rect(column: 2, row: 2, columns: 10, rows: 4)
    #expect(
      outer.centred(Size(columns: 4, rows: 2)) == Rect(column: 5, row: 3, columns: 4, rows: 2))
    #expect(outer.centred(Size(columns: 99, rows: 99)) == outer)
  }
}
