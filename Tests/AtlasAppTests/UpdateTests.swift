import AtlasApp
import AtlasModel
import AtlasScreen
import AtlasTestSupport
import Testing

/// What keys do, view by view.
struct UpdateTests {
  @Test("a user finds a country and a good and reads flags, then the verdict")
  func theMainJob() throws {
    var app = try AppDriver(columns: 80, rows: 100)
    app.openScreening(country: "uganda", good: "dhis2")
    let text = app.text
    let flags = try #require(text.range(of: "RISK FLAGS"))
    let verdict = try #require(text.range(of: "SCREENING VERDICT"))
    #expect(flags.lowerBound < verdict.lowerBound)
    let head = text[..<verdict.lowerBound]
    for name in VerdictClass.allCases.map(\.name) {
      #expect(!head.contains(name), "\(name) stands before the verdict")
    }
  }

  @Test("on wide screens no verdict stands above or left of the flags")
  func flagsStandLeftOfTheVerdict() throws {
    var app = try AppDriver(columns: 160, rows: 60)
    app.openScreening(country: "uganda", good: "dhis2")
    let lines = app.text.split(separator: "\n")
    let flags = try #require(lines.firstIndex { $0.contains("RISK FLAGS") })
    let verdict = try #require(lines.firstIndex { $0.contains("SCREENING VERDICT") })
    #expect(flags < verdict)
  }

  @Test("letters of a filter are never commands")
  func lettersOfAFilterAreNotCommands() throws {
    var app = try AppDriver()
    app.press(.character("3"), .character("/"))
    app.type("qsx?1")
    guard case .table(let table) = app.state.view else {
      Issue.record("the table was left")
      return
    }
    #expect(table.filter == "qsx?1")
    #expect(app.effects.isEmpty)
  }

  @Test("each letter narrows the filter, and deleting it widens it again")
  func filterIsMonotone() throws {
    var app = try AppDriver()
    app.press(.character("4"), .character("/"))
    var counts = [rowCount(app)]
    for letter in "health" {
      app.type(String(letter))
      counts.append(rowCount(app))
    }
    #expect(zip(counts, counts.dropFirst()).allSatisfy { $0 >= $1 })
    #expect((counts.last ?? 0) > 0)
    app.press(.backspace, .backspace, .backspace, .backspace, .backspace, .backspace)
    #expect(rowCount(app) == counts.first)
  }

  @Test("sorting three times restores the order of the table", arguments: [0, 2, 5])
  func sortingThriceRestoresTheOrder(column: Int) throws {
    var app = try AppDriver()
    app.press(.character("3"))
    for _ in 0..<column { app.press(.right) }
    let before = rows(app)
    app.press(.character("s"))
    let up = rows(app)
    app.press(.character("s"))
    let down = rows(app)
    app.press(.character("s"))
    #expect(rows(app) == before)
    #expect(up != down)
    #expect(up.sorted() == before.sorted())
  }

  @Test("unknown values stay last, whichever way a column is sorted")
  func unknownStaysLast() throws {
    var app = try AppDriver()
    app.press(.character("3"), .right, .right, .character("s"))
    for _ in 0..<2 {
      let table = app.state.atlas.countries
      let keys = rows(app).map { table.rows[$0][2].key }
      let first = keys.firstIndex(of: .missing) ?? keys.count
      #expect(keys[first...].allSatisfy { $0 == .missing })
      app.press(.character("s"))
    }
  }

  @Test("delisted goods are hidden until asked for, and then say so")
  func delistedGoodsAreHidden() throws {
    var app = try AppDriver()
    app.press(.character("4"))
    #expect(rowCount(app) == 245)
    app.press(.character("a"))
    #expect(rowCount(app) == 307)
  }

  @Test("Esc goes back step by step, q on home leaves")
  func backAndQuit() throws {
    var app = try AppDriver()
    app.openScreening(country: "kenya", good: "mosip")
    for _ in 0..<8 { app.press(.escape) }
    #expect(app.state.trail.count == 1)
    app.press(.character("q"))
    #expect(app.effects == [.quit(code: 0)])
  }

  @Test("signals leave with 128 and their number, Ctrl-C with 130")
  func signalsLeave() throws {
    var app = try AppDriver()
    app.send(.terminate(signal: 15))
    #expect(app.effects == [.quit(code: 143)])
    app.press(.character("/"), .control("c"))
    #expect(app.effects == [.quit(code: 130)])
  }

  @Test("help filters as one types and runs what is chosen")
  func helpRunsCommands() throws {
    var app = try AppDriver()
    app.press(.character("?"))
    app.type("sources")
    app.press(.enter)
    guard case .table(let table) = app.state.view else {
      Issue.record("no table was opened")
      return
    }
    #expect(table.kind == .sources)
  }

  @Test("a command that cannot run says why")
  func disabledCommandsSayWhy() throws {
    var app = try AppDriver()
    app.press(.character("s"))
    #expect(app.state.message?.text.contains("table") == true)
  }

  @Test("pressing a word of the hint bar runs it")
  func hintBarIsClickable() throws {
    var app = try AppDriver()
    _ = app.draw()
    let region = try #require(app.state.hintRegions.last)
    app.send(
      .mouse(MouseEvent(kind: .press, column: region.rect.column, row: region.rect.row)))
    #expect(app.effects == [.quit(code: 0)])
  }

  @Test("the export of a screening has the bytes of the command")
  func exportIsTheCommand() throws {
    var app = try AppDriver()
    app.openScreening(country: "uganda", good: "dhis2")
    app.press(.character("e"))
    guard case .write(let name, let text)? = app.effects.first else {
      Issue.record("nothing was exported")
      return
    }
    #expect(name == "dpg-atlas-UGA-dhis2.md")
    #expect(text.hasPrefix("# DHIS2 in Uganda"))
  }

  private func rows(_ app: AppDriver) -> [Int] {
    guard case .table(let table) = app.state.view else { return [] }
    return table.rows
  }

  private func rowCount(_ app: AppDriver) -> Int { rows(app).count }
}

extension String {
  /// The first place of a text, without Foundation.
  fileprivate func range(of text: String) -> Range<Index>? { self.firstRange(of: text) }
}
