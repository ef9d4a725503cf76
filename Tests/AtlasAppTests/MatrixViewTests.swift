import AtlasModel
import AtlasReport
import AtlasScreen
import AtlasTestSupport
import Testing

@testable import AtlasApp

/// The matrix of countries and goods.
struct MatrixViewTests {
  private func open(_ text: String = "", columns: Int = 120, rows: Int = 40) throws -> AppDriver {
    var bench = try AppDriver(columns: columns, rows: rows)
    bench.run(.go, text.isEmpty ? "matrix" : "matrix " + text)
    return bench
  }

  private func matrix(_ bench: AppDriver) throws -> MatrixState {
    try #require(bench.state.view as? MatrixState)
  }

  @Test("rows are countries by name, columns listed goods by sector and name")
  func rowsAndColumns() throws {
    let bench = try open()
    let catalog = bench.state.atlas.catalog
    let matrix = try matrix(bench)
    #expect(matrix.rows == bench.state.atlas.countryOrder)
    #expect(
      Set(matrix.columns)
        == Set(catalog.goods.indices.filter { catalog.goods[$0].standing == .listed }))
    let sectors = matrix.columns.map { catalog.goods[$0].sector }
    #expect(sectors == sectors.sorted())
  }

  @Test("cells are those of the screenings", arguments: MatrixColouring.allCases)
  func cellsAreScreenings(colouring: MatrixColouring) throws {
    var bench = try open()
    bench.run(.setColour, colouring.rawValue)
    let assessor = bench.state.atlas.assessor
    let matrix = try matrix(bench)
    let grid = bench.state.pairGrid()
    for country in stride(from: 0, to: matrix.rows.count, by: 23) {
      let conditions = assessor.conditions(country: matrix.rows[country], explains: false)
      for good in stride(from: 0, to: matrix.columns.count, by: 17) {
        let screening = assessor.screening(
          good: matrix.columns[good], conditions: conditions, explains: false)
        let found = matrix.sign(matrix.rows[country], matrix.columns[good], grid, .unicode)
        let expected: Int?
        switch colouring {
        case .flags:
          let worst = screening.flags.all.map(\.worst).max() ?? .none
          let isAssessed = screening.flags.all.contains { $0.severity == worst }
          expected = isAssessed ? worst.rawValue : nil
        case .fit: expected = MapClasses.share(screening.fit.range)
        case .need: expected = MapClasses.share(screening.need)
        case .verdict: expected = MapClasses.position(screening.verdict.class)
        }
        #expect(found == MapClasses.sign(expected, colouring.scale, .unicode))
      }
    }
  }

  @Test(
    "the cell selected stays in sight at every size",
    arguments: [(40, 10), (60, 16), (80, 24), (120, 40), (200, 60)])
  func selectionStaysInSight(columns: Int, rows: Int) throws {
    var bench = try open(columns: columns, rows: rows)
    let layout = MatrixLayout(bench.state)
    #expect(layout.rowPage >= 3 && layout.columnPage >= 10)
    let wanted: [[CommandID]] = [
      [.moveToEnd], Array(repeating: .moveRight, count: 120), [.pageUp, .moveUp],
      Array(repeating: .moveLeft, count: 60), [.moveToStart, .pageDown],
    ]
    for ids in wanted {
      for id in ids { bench.run(id) }
      let buffer = bench.buffer
      let hits = (layout.cells.row..<layout.cells.endRow).reduce(0) { sum, row in
        sum
          + (layout.cells.column..<layout.cells.endColumn).count {
            buffer[$0, row].role == .selection
          }
      }
      #expect(hits == MatrixLayout.cellColumns)
      let iso3 = bench.state.view.selectedID(bench.state).prefix(3)
      let head = (layout.heads.row..<layout.heads.endRow).first {
        buffer[0, $0].role == .selection
      }
      #expect(buffer.lines[try #require(head)].hasPrefix(iso3))
    }
  }

  @Test("names are written downwards above their columns")
  func namesRunDownwards() throws {
    var bench = try open()
    bench.run(.selectRow, "UGA dhis2")
    let layout = MatrixLayout(bench.state)
    let matrix = try matrix(bench)
    let buffer = bench.buffer
    let column =
      layout.names.column
      + (matrix.columnScroll.selected - matrix.columnScroll.offset) * MatrixLayout.cellColumns
    let name = (layout.names.row..<layout.names.endRow).map { buffer[column, $0].text }
      .joined()
    #expect(name == "   DHIS2")
  }

  @Test("the words give flags before fit, need and verdict, in every colouring")
  func flagsStandFirst() throws {
    var bench = try open("iso3=UGA | id=dhis2")
    for colouring in MatrixColouring.allCases {
      bench.run(.setColour, colouring.rawValue)
      let line = try #require(
        bench.text.split(separator: "\n").first { $0.hasPrefix("DHIS2 in Uganda: flags ") })
      #expect(line.contains("; fit ") && line.contains(", need "))
      #expect(line.contains("; verdict ") == (colouring == .verdict))
    }
  }

  @Test("marks leave only what is marked, a shows all again")
  func marksRestrict() throws {
    var bench = try AppDriver(columns: 120, rows: 40)
    bench.run(.go, "countries")
    for id in ["UGA", "KEN"] { bench.run(.markRow, id) }
    bench.run(.showMatrix)
    let catalog = bench.state.atlas.catalog
    #expect(try matrix(bench).rows.map { catalog.countries[$0].iso3 } == ["KEN", "UGA"])
    #expect(
      bench.state.view.export(bench.state)?.command == "matrix --countries iso3=UGA,KEN")
    bench.run(.showAll)
    #expect(try matrix(bench).rows.count == catalog.countries.count)
    bench.run(.undo)
    #expect(try matrix(bench).rows.count == 2)
    bench.run(.clearMarks)
    bench.run(.showAll)
    #expect(bench.state.message?.text.contains("mark two or more") == true)
  }

  @Test("exports are the bytes of the command they name, in every format")
  func exportsAreCommands() throws {
    let bench = try open("region:africa internet<20 | sector:health")
    let atlas = bench.state.atlas
    let export = try #require(bench.state.view.export(bench.state))
    #expect(
      export.command == "matrix --countries 'region:africa internet<20' --goods sector:health")
    let kernel = MatrixKernel(
      ModelContext(atlas.catalog),
      countries: MatrixQuery.positions(.countries, "region:africa internet<20", atlas.catalog)
        .positions,
      goods: MatrixQuery.positions(.goods, "sector:health", atlas.catalog).positions)
    let table = MatrixTable(
      kernel.matrix(), catalog: atlas.catalog, settings: ModelSettings())
    #expect(table.count > 10)
    #expect(table.count == (try matrix(bench)).rows.count * (try matrix(bench)).columns.count)
    #expect(export.text(.csv) == table.csv())
    #expect(export.text(.json) == table.json)
    #expect(export.text(.jsonLines) == table.jsonLines)
    #expect(export.text(.markdown) == table.markdown)
    #expect(export.text(.text) == table.text(width: nil))
  }

  @Test("Enter, x and a double press open the screening of the cell")
  func cellsOpen() throws {
    for open in [CommandID.openRow, .screenPair] {
      var bench = try self.open()
      bench.run(.selectRow, "UGA dhis2")
      bench.run(open)
      #expect(bench.state.view.place(bench.state) == "screening UGA dhis2")
    }
    var bench = try self.open()
    let cells = MatrixLayout(bench.state).cells
    for kind in [MouseEvent.Kind.press, .doublePress] {
      _ = update(
        &bench.state,
        .mouse(MouseEvent(kind: kind, column: cells.column + 5, row: cells.row + 3)))
      if kind == .press {
        #expect(try matrix(bench).rowScroll.selected == 3)
        #expect(try matrix(bench).columnScroll.selected == 2)
      }
    }
    #expect(bench.state.view.kind == .screening)
  }

  @Test("a session brings the matrix back as it was")
  func detailsReadBack() throws {
    var bench = try open("region:africa | health -mobile")
    bench.run(.nextColouring)
    bench.run(.moveDown)
    bench.run(.moveRight)
    #expect(bench.state.view.place(bench.state) == "matrix region:africa | health -mobile")
    var copy = try AppDriver(columns: 120, rows: 40)
    let calls = [Call(.go, bench.state.view.place(bench.state))]
    for call in calls + bench.state.view.details(bench.state) { _ = update(&copy.state, call) }
    #expect(copy.text == bench.text)
    #expect(
      bench.state.log.calls.last == Call(.selectRow, bench.state.view.selectedID(bench.state)))
  }

  @Test("a query that is wrong or finds nothing says so")
  func badQueries() throws {
    #expect(try open("nofield=3").text.contains("no field `nofield`"))
    let empty = try open("xyzzy")
    #expect(empty.text.contains("`xyzzy` removed the last of the countries"))
    #expect(empty.state.view.subject(empty.state) == nil)
    #expect(empty.state.view.plain(empty.state, columns: 80).lines.count == 1)
  }

  @Test("the matrix follows a change of the what-if at once")
  func followsTheWhatIf() throws {
    var bench = try open()
    bench.run(.setColour, "verdict")
    let before = bench.text
    bench.state.work.scenario.policy = .any
    _ = update(&bench.state, .resumed)
    #expect(bench.text != before)
    bench.state.work.scenario = Scenario()
    _ = update(&bench.state, .resumed)
    #expect(bench.text == before)
  }

  @Test("it opens on the pair that was shown, and plain rows give the country's pairs")
  func opensOnThePair() throws {
    var bench = try AppDriver(columns: 120, rows: 40)
    bench.run(.go, "screening UGA dhis2")
    bench.run(.showMatrix)
    #expect(bench.state.view.selectedID(bench.state) == "UGA dhis2")
    let page = bench.state.view.plain(bench.state, columns: 80)
    #expect(page.rows.count == (try matrix(bench)).columns.count)
    #expect(page.rows.allSatisfy { $0.id.hasPrefix("UGA ") && $0.text.contains(": flags ") })
  }
}
