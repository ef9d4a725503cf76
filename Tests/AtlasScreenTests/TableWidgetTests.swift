import AtlasScreen
import Testing

@Suite struct TableWidgetTests {
  private let columns = [
    TableColumn("Good", minimum: 8, weight: 1, order: .ascending),
    TableColumn("Fit", minimum: 4, alignment: .right, priority: 1),
    TableColumn("Risk", minimum: 6, priority: 2),
  ]

  private func draw(
    _ table: TableWidget, columns: Int, rows: Int
  ) -> (buffer: CellBuffer, drawn: TableWidget.Drawn) {
    var buffer = CellBuffer(size: Size(columns: columns, rows: rows))
    let drawn = table.draw(in: buffer.bounds, into: &buffer, isMarked: { $0 == 1 }) { row, column in
      let text = column == 0 ? "Good number \(row)" : "\(row * column)"
      return Span(text, column == 2 ? .severityHigh : .text)
    }
    return (buffer, drawn)
  }

  @Test func headerRowsMarksAndSelectionAreDrawn() {
    let table = TableWidget(
      columns: columns, rowCount: 3, scroll: ScrollState(selected: 2), hasMarks: true,
      glyphs: .ascii)
    let lines = draw(table, columns: 30, rows: 5).buffer
    #expect(
      lines.golden == """
        30x5
          Good^            Fit  Risk
          Good number 0      0  0
        * Good number 1      1  2
          Good number 2      2  4

        -- roles
        HHOOOOOOOOOOOOOOHHHHHHHHHHHHHH
        ........................333333
        a.......................333333
        SSSSSSSSSSSSSSSSSSSSSSSSSSSSSS


        """)
  }

  @Test func narrowTablesLeaveOutTheLeastImportantColumns() {
    #expect(draw(table(10), columns: 40, rows: 4).drawn.layout.hidden == 0)
    let narrow = draw(table(10), columns: 18, rows: 4).drawn.layout
    #expect(narrow.placements.map(\.index) == [0, 1] && narrow.hidden == 1)
    let least = draw(table(10), columns: 3, rows: 4).drawn.layout
    #expect(least.placements.map(\.index) == [0])
    var kept = table(10)
    kept.focusedColumn = 2
    #expect(draw(kept, columns: 18, rows: 4).drawn.layout.placements.map(\.index) == [0, 2])
  }

  @Test func amongEqualRanksTheRightmostGoesFirst() {
    let equal = (0..<4).map { TableColumn("\($0)", minimum: 5, priority: $0 == 0 ? 0 : 1) }
    let layout = { (width: Int, kept: Int?) in
      TableLayout(columns: equal, width: width, kept: kept).placements.map(\.index)
    }
    #expect(layout(19, nil) == [0, 1, 2])
    #expect(layout(12, nil) == [0, 1])
    #expect(layout(12, 3) == [0, 3])
  }

  @Test func theMouseFindsRowsAndColumns() {
    var long = table(100)
    long.scroll = ScrollState(selected: 50, offset: 48)
    let drawn = draw(long, columns: 40, rows: 6).drawn
    #expect(drawn.row(at: Point(column: 3, row: 1)) == drawn.rows.lowerBound)
    #expect(drawn.row(at: Point(column: 3, row: 0)) == nil)
    #expect(drawn.row(at: Point(column: 3, row: 9)) == nil)
    let fit = drawn.layout.placements[1]
    #expect(drawn.column(at: Point(column: fit.offset, row: 0)) == 1)
  }

  @Test func aLongTableShowsItsPositionAtTheEdge() {
    var long = table(100)
    long.scroll = ScrollState(selected: 99, offset: 0)
    let buffer = draw(long, columns: 20, rows: 6).buffer
    #expect(buffer[19, 5].text == "█" && buffer[19, 1].text == "│")
    long.scroll = ScrollState()
    #expect(draw(long, columns: 20, rows: 6).buffer[19, 1].text == "█")
  }

  @Test func spareWidthGoesToWeights() {
    let layout = TableLayout(
      columns: [
        TableColumn("a", minimum: 5, weight: 2), TableColumn("b", minimum: 5),
        TableColumn("c", minimum: 5, weight: 1),
      ], width: 31)
    #expect(layout.placements.map(\.width) == [13, 5, 9])
    #expect(layout.placements.map(\.offset) == [0, 15, 22])
  }

  @Test(arguments: [0, 1, 2, 3, 4, 5, 9, 17, 40, 200], [0, 1, 2, 3, 24, 60])
  func anySizeAndOffsetIsSafe(columns: Int, rows: Int) {
    for offset in [-5, 0, 7, 99, 100, 5000] {
      for count in [-1, 0, 1, 5, 100] {
        var table = table(count)
        table.scroll = ScrollState(selected: offset, offset: offset / 2)
        table.hasMarks = offset % 2 == 0
        table.focusedColumn = offset
        let (buffer, drawn) = draw(table, columns: columns, rows: rows)
        #expect(faults(in: buffer) == [])
        #expect(drawn.rows.upperBound <= max(0, count))
        for place in drawn.layout.placements {
          #expect(place.offset + place.width <= columns)
        }
      }
    }
  }

  private func table(_ rows: Int) -> TableWidget {
    TableWidget(columns: columns, rowCount: rows, scroll: ScrollState())
  }
}
