import AtlasModel
import AtlasScreen
import AtlasTestSupport
import Testing

@testable import AtlasApp

/// Log, replay, session between runs, and undo.
struct SessionTests {
  /// A user's way through the explorer.
  private func wander(_ app: inout AppDriver) {
    app.press(.character("3"), .character("/"))
    app.type("region:africa income:low")
    app.press(.enter, .right, .right, .character("s"), .down, .down, .character(" "))
    app.press(.enter, .character("x"), .character("/"))
    app.type("health")
    app.press(.enter, .down, .enter)
    app.openVerdict()
  }

  @Test("a log played back ends on the same screen")
  func logsReplay() throws {
    var app = try AppDriver(columns: 100, rows: 30)
    wander(&app)
    let text = app.state.log.text
    var other = try AppDriver(columns: 100, rows: 30)
    for line in try SessionText.read(text) {
      if case .call(let call) = line { other.run(call.id, call.argument) }
    }
    other.state.message = nil
    app.state.message = nil
    #expect(other.draw().golden == app.draw().golden)
  }

  /// Plays the log of an explorer in a fresh one.
  private func replayed(_ app: AppDriver) throws -> AppDriver {
    var other = try AppDriver(columns: app.state.size.columns, rows: app.state.size.rows)
    for case .call(let call) in try SessionText.read(app.state.log.text) {
      other.run(call.id, call.argument)
    }
    other.state.message = nil
    return other
  }

  @Test("a filter that was typed and erased, and an undo, play back")
  func erasedFiltersReplay() throws {
    for end in [[Key.escape], [.control("u")], Array(repeating: .backspace, count: 6)] {
      var app = try AppDriver()
      app.press(.character("3"), .character("/"))
      app.type("uganda")
      for key in end { app.press(key) }
      app.press(.enter)
      app.run(.goBack)
      app.run(.showCountries)
      app.run(.markRow, "UGA")
      app.run(.markRow, "KEN")
      app.press(.character("u"))
      #expect(try replayed(app).state.work.marks == app.state.work.marks)
      app.state.message = nil
      #expect(try replayed(app).text == app.text)
    }
  }

  @Test("the log of a continued session plays back from an empty start")
  func continuedSessionsReplay() throws {
    var app = try AppDriver()
    let calls = [
      Call(.markRow, "country UGA"), Call(.setFigure, "UGA internet-users 45"), Call(.go, "home"),
      Call(.go, "country UGA"), Call(.go, "why UGA --figure internet-users"),
    ]
    #expect(app.state.restore(calls) == 0)
    app.press(.character("r"))
    #expect(app.state.view is WhyState)
    #expect(try replayed(app).text == app.text)
  }

  @Test(
    "a line that cannot be carried out says why",
    arguments: [
      "select-row XXX", "mark-row XXX", "frequency nothing", "undo", "show-plan", "go why UGA x",
    ])
  func refusalsAreTold(line: String) throws {
    var app = try AppDriver()
    app.run(.go, "countries")
    let call = try #require(Call(line: line))
    let trail = app.state.work.trail.count
    #expect(play(&app.state, call).problem?.isEmpty == false)
    #expect(app.state.work.trail.count == trail)
    #expect(play(&app.state, Call(.markRow, "UGA")).problem == nil)
  }

  @Test("a log names rows by id, not by place")
  func logsNameRows() throws {
    var app = try AppDriver()
    wander(&app)
    let verbs = app.state.log.calls.map(\.description)
    #expect(verbs.contains { $0.hasPrefix("select-row ") })
    #expect(verbs.contains { $0.hasPrefix("open-row ") && $0.count == "open-row UGA".count })
    #expect(!verbs.contains { $0.hasPrefix("move-down") })
  }

  @Test("marks, changes and plan are there again at once, views when asked for")
  func sessionsAreKept() throws {
    var app = try AppDriver(columns: 100, rows: 30)
    wander(&app)
    app.run(.confirmPlan, "UGA dhis2 - a note: with words, and 'quotes'")
    app.run(.setFigure, "UGA internet-users 45")
    let text = app.state.sessionText
    var other = try AppDriver(columns: 100, rows: 30)
    let calls = try SessionText.read(text).compactMap { line -> Call? in
      if case .call(let call) = line { call } else { nil }
    }
    #expect(other.state.restore(calls) == 0)
    #expect(other.state.work.marks == app.state.work.marks)
    #expect(other.state.work.plan == app.state.work.plan)
    #expect(other.state.work.scenario == app.state.work.scenario)
    #expect(other.state.work.trail.count == 1)
    #expect(other.text.contains("Continue"))
    other.press(.character("r"))
    #expect(
      other.state.work.trail.map { $0.place(other.state) }
        == app.state.work.trail.map { $0.place(app.state) })
  }

  @Test("a run that opened nothing hands the views on")
  func viewsAreHandedOn() throws {
    var app = try AppDriver()
    app.run(.go, "country UGA")
    let text = app.state.sessionText
    var other = try AppDriver()
    let calls = try SessionText.read(text).compactMap { line -> Call? in
      if case .call(let call) = line { call } else { nil }
    }
    _ = other.state.restore(calls)
    #expect(other.state.sessionText == text)
  }

  @Test("a file that is no session says so with its line")
  func damagedFilesAreNamed() {
    for (text, line) in [("", 1), ("dpg-atlas session 9\n", 1), ("dpg-atlas session 1\nfly\n", 2)] {
      do throws(SessionText.Problem) {
        _ = try SessionText.read(text)
        Issue.record("`\(text)` was taken")
      } catch {
        #expect(error.line == line)
      }
    }
  }

  @Test("lines starting with # are captions")
  func captionsAreRead() throws {
    let lines = try SessionText.read("dpg-atlas session 1\n# Look here\n\nshow-countries\n")
    #expect(lines == [.caption("Look here"), .call(Call(.showCountries))])
  }

  @Test("undo and redo go through filter, sort, columns and marks, exactly")
  func undoIsExact() throws {
    var app = try AppDriver()
    app.press(.character("3"))
    var golden: [String] = [app.draw().golden]
    let steps: [(inout AppDriver) -> Void] = [
      { $0.run(.filter, "income:low") }, { $0.run(.sortColumn, "internet-users") },
      { $0.run(.toggleColumn, "coverage-4g") }, { $0.run(.markRow, "UGA") },
    ]
    for step in steps {
      step(&app)
      app.state.message = nil
      golden.append(app.draw().golden)
    }
    for expected in golden.dropLast().reversed() {
      app.press(.character("u"))
      app.state.message = nil
      #expect(app.draw().golden == expected)
    }
    for expected in golden.dropFirst() {
      app.press(.control("r"))
      app.state.message = nil
      #expect(app.draw().golden == expected)
    }
  }

  @Test("calls read back from their line", arguments: CommandID.allCases)
  func callsReadBack(id: CommandID) {
    for argument in ["", "UGA", "UGA dhis2 - a note", "région:afrique <50"] {
      let call = Call(id, argument)
      #expect(Call(line: call.description) == call)
    }
    #expect(Call(line: "no-such-verb x") == nil)
  }
}
