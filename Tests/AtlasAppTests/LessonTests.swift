import AtlasModel
import AtlasScreen
import AtlasTestSupport
import Testing

@testable import AtlasApp

struct LessonTests {
  static let text = """
    dpg-atlas lesson 1
    title: Who is left out?
    about: A lesson for tests.
    minutes: 10
    invented QQA: Tamarind Coast
    region: Africa
    subregion: Sub-Saharan Africa
    income: low
    figure population: 6200000
    figure internet-users: 21
    fact data-protection-law: none
    team: Red
    team: Blue

    step start: One country
    do: go country QQA
    say: It is made up.

    step question: Which flag?
    hide: verdicts
    do: go screening QQA oky
    ask: Which flag is gravest?
    answer: P1, no privacy law.
    note: Wait for it.

    step work: Spend your measures
    countdown: 120
    task: taken dd-voice
    inject 60: set-figure QQA internet-users 10 ; The operator closes masts.
    if taken dd-voice: end
    next: start

    step never: Skipped
    say: Nobody comes here.

    step end: What did we learn?
    slide: yes
    reveal: verdicts
    say: One size does not fit all.
    """

  private static func app(
    _ text: String = text, columns: Int = 80, rows: Int = 24
  ) throws -> AppDriver {
    var app = try AppDriver(columns: columns, rows: rows)
    app.state.lessons = [LessonShelf(name: "test", text: text)]
    app.run(.openLesson, "test")
    return app
  }

  @Test func stepsGoOnAndBackWithTheExplorerAsItWas() throws {
    var app = try Self.app()
    #expect(app.text.contains("Tamarind Coast (invented)") && app.text.contains("1 of 5"))
    app.press(.right)
    #expect(app.text.contains("Which flag is gravest?"))
    #expect(!app.text.contains("P1, no privacy law."))
    app.press(.right)
    #expect(app.text.contains("P1, no privacy law."))
    app.press(.right)
    #expect(app.text.contains("Spend your measures") && app.text.contains("2:00"))
    app.press(.left)
    #expect(app.text.contains("Which flag is gravest?"))
    #expect(app.state.view.kind == .screening)
    app.press(.left, .left)
    #expect(app.text.contains("This is the first step."))
  }

  @Test func verdictsAreHiddenInEveryFormUntilRevealed() throws {
    var app = try Self.app(columns: 140, rows: 50)
    app.press(.right)
    let names = VerdictClass.allCases.map(\.name)
    func leaks(_ app: AppDriver) -> Bool {
      var copy = app
      let buffer = copy.draw()
      let text = buffer.lines.joined(separator: "\n")
      let roles: [Role] = [
        .verdictAdopt, .verdictSafeguards, .verdictPrepare, .verdictNotNow, .verdictUnknown,
      ]
      let isColoured = (0..<50).contains { row in
        buffer.row(row).contains { roles.contains($0.role) }
      }
      return isColoured || names.contains { text.contains($0) }
    }
    for place in ["screening UGA dhis2", "rank UGA", "matrix", "map", "compare goods dhis2 oky"] {
      app.run(.go, place)
      if place == "matrix" { for _ in 0..<6 { app.run(.nextColouring); #expect(!leaks(app)) } }
      if place == "map" { app.run(.setColour, "verdict dhis2") }
      app.run(.moveToEnd)
      app.run(.openVerdict)
      #expect(!leaks(app), "\(place)")
    }
    app.press(.character("v"), .character("v"))
    app.run(.go, "screening UGA dhis2")
    app.run(.moveToEnd)
    if !leaks(app) { app.run(.openVerdict) }
    #expect(leaks(app))
  }

  @Test func tasksInjectsAndBranches() throws {
    var app = try Self.app()
    app.press(.right, .right, .right)
    #expect(app.state.player?.needsClock == true)
    let country = try #require(app.state.atlas.catalog.countryPosition("QQA"))
    func internet() -> Double? {
      app.state.atlas.catalog.observation(country: country, "internet-users")?.value
    }
    app.send(.elapsed(59_000))
    #expect(internet() == 21)
    app.send(.elapsed(2_000))
    #expect(internet() == 10)
    #expect(app.text.contains("The operator closes masts.") && app.text.contains("0:59"))
    app.press(.character("p"))
    app.send(.elapsed(30_000))
    #expect(app.text.contains("0:59"))
    app.press(.character("p"), .character("t"))
    #expect(app.state.player?.isTakenOver == true)
    app.run(.takeMeasure, "dd-voice")
    app.press(.control("t"))
    #expect(app.state.work.scenario.measures == ["dd-voice"])
    app.press(.right)
    #expect(app.state.player?.current.id == "end")
    #expect(app.text.contains("One size does not fit all."))
    app.press(.character("q"))
    #expect(app.state.player == nil)
    #expect(app.state.atlas.catalog.countryPosition("QQA") == nil)
  }

  @Test func aLookAroundIsTakenBackAndTheElseBranchIsTaken() throws {
    var app = try Self.app()
    app.press(.character("t"))
    app.run(.go, "good dhis2")
    app.press(.control("t"))
    #expect(app.text.contains("Tamarind Coast (invented)"))
    app.press(.right, .right, .right, .right)
    #expect(app.state.player?.current.id == "start")
  }

  @Test func pointsAreGivenAndTakenBack() throws {
    var app = try Self.app()
    app.press(.character("1"), .character("2"), .character("2"))
    #expect(app.state.player?.teams.map(\.points) == [1, 2])
    #expect(app.text.contains("S C O R E") && app.text.contains("2 Blue"))
    app.press(.character("-"), .character("-"), .character("9"))
    #expect(app.state.player?.teams.map(\.points) == [1, 1])
  }

  @Test func noRankingHasTheInventedCountry() throws {
    var app = try Self.app()
    for place in ["rank-good oky", "countries", "matrix"] {
      app.run(.go, place)
      let export = try #require(app.state.view.export(app.state))
      guard case .text(let rows) = export.contents("csv") else { continue }
      #expect(!rows.contains("QQA") && !rows.contains("Tamarind"))
      #expect(rows.contains("UGA") || rows.contains("Uganda"), "\(place)")
    }
  }

  @Test(arguments: [
    ("no lesson", 1, "this is no lesson"),
    ("dpg-atlas lesson 2", 1, "another version"),
    ("dpg-atlas lesson 1\ntitle: x", 1, "no step"),
    ("dpg-atlas lesson 1\nstep a: x", 1, "no title"),
    ("dpg-atlas lesson 1\ntitle x", 2, "no colon"),
    ("dpg-atlas lesson 1\ntitel: x", 2, "is no key"),
    ("dpg-atlas lesson 1\ntitle:", 2, "nothing behind the colon"),
    ("dpg-atlas lesson 1\nsay: x", 2, "belongs to a step"),
    ("dpg-atlas lesson 1\ntitle: x\nstep a: b\nminutes: 3", 4, "above the first step"),
    ("dpg-atlas lesson 1\ntitle: x\nstep a: b\nstep a: c", 4, "already"),
    ("dpg-atlas lesson 1\ntitle: x\nstep a: b\ndo: fly UGA", 4, "no command is called"),
    ("dpg-atlas lesson 1\ntitle: x\nstep a: b\npress: Enter Any", 4, "there is no key"),
    ("dpg-atlas lesson 1\ntitle: x\nstep a: b\ncountdown: soon", 4, "number of seconds"),
    ("dpg-atlas lesson 1\ntitle: x\nstep a: b\ntask: win", 4, "no condition"),
    ("dpg-atlas lesson 1\ntitle: x\nstep a: b\ntask: taken dd-vice", 4, "no measure"),
    ("dpg-atlas lesson 1\ntitle: x\nstep a: b\ntask: verdict UGA oky good", 4, "no verdict"),
    ("dpg-atlas lesson 1\ntitle: x\nstep a: b\ntask: verdict UGX oky adopt", 4, "no country"),
    ("dpg-atlas lesson 1\ntitle: x\nstep a: b\nnext: z", 4, "there is no step"),
    ("dpg-atlas lesson 1\ntitle: x\nstep a: b\nif view home: z", 4, "there is no step"),
    ("dpg-atlas lesson 1\ntitle: x\nstep a: b\ninject 5: redraw", 4, "not told to the room"),
    ("dpg-atlas lesson 1\ntitle: x\nstep a: b\ninject x: redraw ; y", 4, "number of seconds"),
    ("dpg-atlas lesson 1\ntitle: x\nstep a: b\nanswer: c", 4, "no question"),
    ("dpg-atlas lesson 1\ntitle: x\nstep a: b\nask: c", 1, "has no answer"),
    ("dpg-atlas lesson 1\ntitle: x\nstep a: b\nhide: flags", 4, "cannot be hidden"),
    ("dpg-atlas lesson 1\ninvented UGA: x", 2, "no code for an invented country"),
    ("dpg-atlas lesson 1\nfigure literacy: 5", 2, "no line above names the country"),
    ("dpg-atlas lesson 1\ninvented QQA: x\nfigure literacy: 500", 3, "out of range"),
    ("dpg-atlas lesson 1\ninvented QQA: x\nfact digital-id: maybe", 3, "no answer to"),
    ("dpg-atlas lesson 1\nminutes: none", 2, "number of minutes"),
  ])
  func everyFaultHasLineAndCause(text: String, line: Int, cause: String) throws {
    let reading = LessonText.read(text, catalog: try AppDriver.bundled.get().catalog)
    let fault = try #require(reading.problems.first)
    #expect(fault.line == line && fault.message.contains(cause), "\(fault)")
  }

  @Test func aRecordedSessionIsALesson() throws {
    let lines: [SessionText.Line] = [
      .caption("Look at Uganda"), .call(Call(.go, "country UGA")), .call(Call(.moveDown)),
      .call(Call(.go, "screening UGA dhis2")),
    ]
    let text = LessonRecorder.text(lines, title: "Recorded")
    let reading = LessonText.read(text, catalog: try AppDriver.bundled.get().catalog)
    #expect(reading.problems.isEmpty, "\(reading.problems)")
    #expect(reading.lesson.steps.map(\.title).first == "Look at Uganda")
    #expect(reading.lesson.steps.count == 2)
    let run = LessonRun(
      try AppDriver.bundled.get(), LessonShelf(name: "r", text: text),
      size: Size(columns: 80, rows: 24))
    #expect(run.screens.count == 2 && run.screens.allSatisfy { $0.trouble.isEmpty })
  }

  @Test func smallScreensStillShowTheLesson() throws {
    for size in [Size(columns: 40, rows: 10), Size(columns: 60, rows: 20)] {
      var app = try Self.app()
      app.send(.resize(size))
      #expect(app.text.contains("1 of 5"), "\(size)")
      app.press(.right, .right, .right, .right)
      _ = app.text
    }
  }

  private static func steps(_ lines: String, above: String = "") -> String {
    "dpg-atlas lesson 1\ntitle: A lesson with a title as long as a line on a projector\n"
      + above + "step a: One\n" + lines + "\nstep b: Two\nsay: End."
  }

  @Test func wordsToFindAreLookedForOnTheScreen() throws {
    var app = try Self.app(
      Self.steps("do: go country UGA\ntask: shows Gulu\ntask: shows Kampala\nsay: Find it."))
    #expect(app.state.player?.done == [false, true])
    app.press(.character("t"))
    app.run(.go, "country KEN")
    #expect(app.state.player?.done == [false, false])
    app.press(.control("t"))
    #expect(app.state.player?.current.id == "a")
  }

  @Test func aMeasureAndAVerdictAreTakenToWhatALessonSays() throws {
    var app = try Self.app(
      Self.steps("do: take-measure dd-voice yes\ndo: take-measure dd-voice yes\nsay: x"))
    #expect(app.state.work.scenario.measures == ["dd-voice"])
    app.run(.takeMeasure, "dd-voice no")
    app.run(.takeMeasure, "dd-voice no")
    #expect(app.state.work.scenario.measures == [])
    app.run(.takeMeasure, "dd-voice perhaps")
    #expect(app.state.message?.text == "`dd-voice perhaps`: expected a measure, then yes or no.")
    app.press(.character("q"))
    app.openScreening(country: "Uganda", good: "dhis2")
    app.openVerdict()
    let open = app.text
    app.run(.openVerdict, "open")
    #expect(app.text == open)
    app.run(.openVerdict, "fold")
    app.run(.openVerdict, "fold")
    #expect(app.state.opened == [])
    app.run(.openVerdict, "both")
    #expect(app.state.message?.isError == true)
  }

  @Test func whatATrainerHadChangedComesBackAfterTheLesson() throws {
    let text = Self.steps(
      "do: reset-all\ndo: set-figure QQA internet-users 10\nsay: x",
      above: "invented QQA: Tamarind Coast\nfigure population: 6200000\n")
    var app = try AppDriver()
    app.state.lessons = [LessonShelf(name: "test", text: text)]
    app.run(.setFigure, "UGA internet-users 40")
    let own = app.state.work.scenario
    app.run(.openLesson, "test")
    #expect(app.state.player?.trouble == [])
    #expect(app.state.work.scenario.figures.map(\.iso3) == ["QQA"])
    #expect(app.state.sessionText.contains("set-figure UGA internet-users 40"))
    app.run(.openLesson, "test")
    app.press(.character("q"))
    #expect(app.state.work.scenario == own)
    #expect(app.state.message?.text.contains("from before it are back") == true)
    app.run(.undo)
    #expect(app.state.work.scenario.isEmpty)
  }

  @Test func aCleanSlateIsNoTrouble() throws {
    let app = try Self.app(Self.steps("do: reset-all\nsay: x"))
    #expect(app.state.player?.trouble == [])
  }

  @Test(arguments: [(80, 24), (120, 40), (200, 60)])
  func theListOfMeasuresLeavesTheLessonInSight(columns: Int, rows: Int) throws {
    var app = try Self.app(
      Self.steps("do: go screening UGA dhis2\nsay: Choose four measures, no more."),
      columns: columns, rows: rows)
    app.press(.character("t"), .character("m"))
    #expect(app.text.contains("[ ]") && app.text.contains("1 of 2"))
    app.press(.escape, .control("t"))
    app.run(.chooseMeasures)
    #expect(app.text.contains("[ ]"))
    #expect(app.text.contains("Choose four measures, no more."))
  }

  @Test func aLongTitleLeavesTheTrailAndTheWhatIf() throws {
    var app = try Self.app(Self.steps("do: go country UGA\nsay: x"))
    app.run(.setFigure, "UGA internet-users 40")
    let top = try #require(app.text.split(separator: "\n").first)
    #expect(top.contains("Uganda") && top.contains("WHAT-IF") && top.contains("1/2"), "\(top)")
  }

  @Test(arguments: [(40, 10), (60, 20), (80, 24), (120, 40), (200, 60)])
  func flagsAreReadOnAScreenOfAnySize(columns: Int, rows: Int) throws {
    let app = try Self.app(
      Self.steps("do: go screening UGA dhis2\ndo: read-flags\ndo: open-verdict open\nsay: x"),
      columns: columns, rows: rows)
    #expect(app.state.player?.trouble == [])
    #expect(app.state.opened == ["UGA dhis2"])
  }

  @Test func aSurpriseSaysWhatItMoves() throws {
    var app = try Self.app(
      Self.steps(
        """
        do: go screening MOZ decidim
        inject 10: set-figure MOZ internet-users 90 ; Masts everywhere.
        inject 20: set-figure MOZ internet-users 90 ; The same again.
        inject 30: set-theme light ; The sun comes out.
        say: Watch.
        """))
    let before = try #require(app.state.view as? ScreeningState).screening.flags[.d1].residualWorst
    app.send(.elapsed(11_000))
    let after = try #require(app.state.view as? ScreeningState).screening.flags[.d1].residualWorst
    #expect(after < before)
    #expect(app.state.player?.effects.count == 1)
    let effect = try #require(app.state.player?.effects.first)
    #expect(
      effect.hasPrefix("What moves here: ") && effect.contains(" -> ") && !effect.contains("first"),
      "\(effect)")
    app.send(.elapsed(20_000))
    #expect(app.state.player?.effects.last == "Nothing moves for this pair.")
    #expect(app.text.contains("Nothing moves for this pair."))
    app.run(.go, "country UGA")
    app.press(.right)
    #expect(app.state.player?.effects == [])
  }

  @Test(arguments: [("low", true), ("high", false)])
  func aCountryWithoutACoastIsALandlockedDevelopingOne(income: String, isOne: Bool) throws {
    let text =
      "dpg-atlas invented 1\ninvented QQA: Highlands\nlandlocked: yes\nincome: \(income)\n"
    let catalog = try AppDriver.bundled.get().catalog
    let (read, problems) = InventedCountry.read("\u{FEFF}" + text, catalog: catalog)
    #expect(problems.isEmpty)
    let world = try #require(read).added(to: catalog)
    let country = world.countries[try #require(world.countryPosition("QQA"))]
    #expect(country.isLandlocked && country.isLLDC == isOne)
  }
}
