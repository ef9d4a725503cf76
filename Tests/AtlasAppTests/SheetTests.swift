import AtlasModel
import AtlasReport
import AtlasScreen
import AtlasTestSupport
import Testing

@testable import AtlasApp

/// Tables: filter, sort, columns, counts, marks, exports.
struct SheetTests {
  @Test("each letter narrows the filter, and deleting it widens it again")
  func filterIsMonotone() throws {
    var app = try AppDriver()
    app.press(.character("4"), .character("/"))
    var counts = [app.rowIDs.count]
    for letter in "health" {
      app.type(String(letter))
      counts.append(app.rowIDs.count)
    }
    #expect(zip(counts, counts.dropFirst()).allSatisfy { $0 >= $1 })
    #expect((counts.last ?? 0) > 0)
    for _ in "health" { app.press(.backspace) }
    #expect(app.rowIDs.count == counts.first)
  }

  @Test("clauses ask for fields, as the command does")
  func clausesAskForFields() throws {
    var app = try AppDriver()
    app.press(.character("3"), .character("/"))
    app.type("region:africa income:low internet<15")
    #expect(app.rowIDs.contains("UGA"))
    #expect(app.rowIDs.count < 20)
    #expect(app.sheet?.problem == "")
  }

  @Test("a clause that is not finished says what is expected")
  func unfinishedClausesSaySo() throws {
    var app = try AppDriver()
    app.press(.character("3"), .character("/"))
    app.type("internet<")
    #expect(app.sheet?.problem.isEmpty == false)
    app.type("50 ldc:yes sids:yes landlocked:yes")
    #expect(app.rowIDs.isEmpty)
    #expect(app.text.contains("removed the last row"))
  }

  @Test("sorting three times restores the order", arguments: ["name", "internet-users", "income"])
  func sortingThriceRestoresTheOrder(column: String) throws {
    var app = try AppDriver()
    app.press(.character("3"))
    let before = app.rowIDs
    app.run(.sortColumn, column)
    let up = app.rowIDs
    app.run(.sortColumn, column)
    let down = app.rowIDs
    app.run(.sortColumn, column)
    #expect(app.rowIDs == before)
    #expect(up != down)
    #expect(up.sorted() == before.sorted())
  }

  @Test("unknown values stay last, whichever way a column is sorted")
  func unknownStaysLast() throws {
    var app = try AppDriver()
    app.press(.character("3"))
    for _ in 0..<2 {
      app.run(.sortColumn, "literacy")
      let sheet = try #require(app.sheet)
      let column = try #require(sheet.columns.firstIndex(of: "literacy"))
      let missing = sheet.shown.map { sheet.full.rows[$0][column].isMissing }
      let first = missing.firstIndex(of: true) ?? missing.count
      #expect(missing[first...].allSatisfy { $0 })
    }
  }

  @Test("delisted goods are hidden until asked for")
  func delistedGoodsAreHidden() throws {
    var app = try AppDriver()
    app.press(.character("4"))
    #expect(app.rowIDs.count == 245)
    app.press(.character("a"))
    #expect(app.rowIDs.count == 307)
  }

  @Test("columns are shown and hidden, the last one stays")
  func columnsAreChosen() throws {
    var app = try AppDriver()
    app.press(.character("3"))
    app.run(.toggleColumn, "coverage-4g")
    #expect(app.sheet?.columns.last == "coverage-4g")
    for column in app.sheet?.columns ?? [] { app.run(.toggleColumn, column) }
    #expect(app.sheet?.columns == ["coverage-4g"])
    app.run(.toggleColumn, "no-such-column")
    #expect(app.state.message?.isError == true)
    #expect(app.sheet?.columns == ["coverage-4g"])
  }

  @Test("a value in the counts opens exactly its rows", arguments: ["income", "internet-users"])
  func countsDrillDown(column: String) throws {
    var app = try AppDriver()
    app.press(.character("3"))
    app.run(.frequency, column)
    let sheet = try #require(app.sheet)
    let count = try #require(sheet.full.columns.firstIndex { $0.id == "count" })
    for row in sheet.full.rows.indices {
      guard case .integer(let expected) = sheet.full.rows[row][count].value else { continue }
      app.run(.openRow, sheet.rowID(row, app.state))
      #expect(app.sheet?.source == .browse(.countries))
      #expect(app.rowIDs.count == expected)
      app.press(.character("q"))
    }
  }

  @Test("two to four marks are compared, differences first")
  func marksAreCompared() throws {
    var app = try AppDriver()
    app.press(.character("3"), .character("c"))
    #expect(app.state.message?.text.contains("Mark two to four") == true)
    app.press(.character(" "), .character(" "), .character("c"))
    guard case .compare(let source)? = app.sheet?.source else {
      Issue.record("nothing is compared")
      return
    }
    #expect(source.positions.count == 2)
    #expect(app.text.contains("rows differ"))
  }

  @Test(
    "an export has the bytes of the table that the command prints",
    arguments: ["md", "csv", "json", "jsonl", "txt", "html", "xlsx", "pdf"])
  func exportIsTheCommand(format: String) throws {
    var app = try AppDriver()
    app.press(.character("3"), .character("/"))
    app.type("region:africa internet<30")
    app.press(.enter)
    app.run(.sortColumn, "internet-users")
    app.run(.toggleColumn, "coverage-4g")
    let columns = try #require(app.sheet?.columns)
    app.run(.exportAs, format)
    guard case .write(let name, let contents, let command)? = app.effects.first else {
      Issue.record("nothing was exported")
      return
    }
    #expect(name == "dpg-atlas-countries." + format)
    #expect(
      command
        == "dpg-atlas countries --where 'region:africa internet<30' --sort internet-users "
        + "--columns \(columns.joined(separator: ",")) --format "
        + (format == "txt" ? "table" : format))
    let builder = TableBuilder(app.state.atlas.catalog, .countries)
    let table = try builder.table(
      TableRequest(
        query: QueryParser(builder.schema).parse("region:africa internet<30").query,
        sort: .init("internet-users"), columns: columns))
    let expected = Export.contents(table, try #require(ExportFormat(rawValue: format)))
    #expect(contents == expected)
  }

  @Test("a table of goods for a country hides verdicts until the column is asked for")
  func ranksShowFlagsNotVerdicts() throws {
    var app = try AppDriver(columns: 200, rows: 60)
    app.run(.go, "rank UGA")
    for verdict in VerdictClass.allCases { #expect(!app.text.contains(verdict.name)) }
    app.run(.toggleColumn, "verdict")
    let header = try #require(app.text.split(separator: "\n").first { $0.contains("verdict") })
    let flags = try #require(header.firstRange(of: "flags"))
    let verdict = try #require(header.firstRange(of: "verdict"))
    #expect(flags.lowerBound < verdict.lowerBound)
  }
}
