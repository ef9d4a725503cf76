import AtlasModel
import AtlasReport
import AtlasScreen
import AtlasTestSupport
import Testing

@testable import AtlasApp

/// What keys do, view by view.
struct UpdateTests {
  @Test("letters of a filter are never commands")
  func lettersOfAFilterAreNotCommands() throws {
    var app = try AppDriver()
    app.press(.character("3"), .character("/"))
    app.type("qsx?1")
    #expect(app.sheet?.filter == "qsx?1")
    #expect(app.effects.isEmpty)
  }

  @Test("/ finds a country wherever there is no table", arguments: ["home", "map", "country KEN"])
  func slashFindsACountry(place: String) throws {
    var app = try AppDriver()
    app.run(.go, place)
    app.press(.character("/"))
    app.type("Uganda")
    app.press(.enter)
    #expect(app.state.view.place(app.state) == "country UGA")
    #expect(app.state.work.marks.count == 0)
  }

  @Test("Esc goes back step by step, q on home leaves")
  func backAndQuit() throws {
    var app = try AppDriver()
    app.openScreening(country: "kenya", good: "mosip")
    for _ in 0..<8 { app.press(.escape) }
    #expect(app.state.work.trail.count == 1)
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
    app.type("where the figures")
    app.press(.enter)
    #expect(app.sheet?.source == .browse(.sources))
  }

  @Test("the palette finds commands, countries in any language, and goods")
  func paletteFindsPlaces() throws {
    var app = try AppDriver()
    app.press(.character(":"))
    app.type("ouganda")
    app.press(.enter)
    #expect(app.state.view.place(app.state) == "country UGA")
    app.press(.control("p"))
    app.type("dhis2")
    app.press(.enter)
    #expect(app.state.view.place(app.state) == "good dhis2")
  }

  @Test("a command that cannot run says why")
  func disabledCommandsSayWhy() throws {
    var app = try AppDriver()
    app.press(.character("s"))
    #expect(app.state.message?.text.contains("table") == true)
  }

  @Test("pressing a word of the hint bar runs it")
  func hintBarIsClickable() throws {
    var app = try AppDriver(columns: 120)
    _ = app.draw()
    let region = try #require(app.state.hintRegions.last)
    app.send(
      .mouse(MouseEvent(kind: .press, column: region.rect.column, row: region.rect.row)))
    #expect(app.effects == [.quit(code: 0)])
  }

  @Test("with the mouse off nothing is pressed, M takes it back")
  func theMouseCanBeTurnedOff() throws {
    var app = try AppDriver(columns: 120)
    app.press(.character("M"))
    #expect(app.effects == [.mouse(isOn: false)])
    app.send(.mouse(MouseEvent(kind: .press, column: 3, row: 23)))
    #expect(app.state.work.trail.count == 1)
    app.press(.character("M"))
    #expect(app.effects == [.mouse(isOn: true)])
  }

  @Test("a press on a header sorts by its column, a second press turns the order")
  func headersSort() throws {
    var app = try AppDriver(columns: 120, rows: 40)
    app.press(.character("3"))
    let press = MouseEvent(kind: .press, column: 1, row: 2)
    app.send(.mouse(press))
    #expect(app.sheet?.sort == .init("name"))
    app.send(.mouse(press))
    #expect(app.sheet?.sort == .init("name", isDescending: true))
  }

  @Test("a press on a row selects it, a double press opens it")
  func rowsArePressed() throws {
    var app = try AppDriver(columns: 120, rows: 40)
    app.press(.character("3"))
    app.send(.mouse(MouseEvent(kind: .press, column: 1, row: 6)))
    #expect(app.sheet?.scroll.selected == 3)
    app.send(.mouse(MouseEvent(kind: .doublePress, column: 1, row: 6)))
    #expect(app.state.view.kind == .profile)
  }

  @Test("below the least size keys change nothing but q leaves")
  func tooSmallScreensAreSafe() throws {
    var app = try AppDriver(columns: 39, rows: 10)
    app.press(.character("3"))
    #expect(app.state.work.trail.count == 1)
    app.press(.character("q"))
    #expect(app.effects == [.quit(code: 0)])
  }

  @Test("themes go round, and an unknown one is refused")
  func themesGoRound() throws {
    var app = try AppDriver()
    var seen: [String] = []
    for _ in Theme.all {
      app.press(.character("t"))
      seen.append(app.state.theme)
    }
    #expect(Set(seen) == Set(Theme.all.map(\.name)))
    app.run(.setTheme, "pink")
    #expect(app.state.message?.isError == true)
  }
}
