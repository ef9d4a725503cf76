import AtlasModel
import AtlasReport
import AtlasScreen
import AtlasTestSupport
import Testing

@testable import AtlasApp

/// Screenings, their folded verdict, measures and the plan.
struct PairTests {
  @Test("no verdict is shown before its flags have been on the screen", arguments: [80, 120, 200])
  func verdictsAreFolded(columns: Int) throws {
    var app = try AppDriver(columns: columns, rows: 24)
    app.openScreening(country: "uganda", good: "dhis2")
    for name in VerdictClass.allCases.map(\.name) { #expect(!app.text.contains(name)) }
    app.press(.character("v"))
    #expect(app.state.message?.text.contains("open flags have not been on the screen") == true)
    for name in VerdictClass.allCases.map(\.name) { #expect(!app.text.contains(name)) }
    app.openVerdict()
    #expect(app.text.contains("Prepare first"))
    app.press(.character("v"))
    #expect(!app.text.contains("Prepare first"))
  }

  @Test("the verdict stands under the flags, on wide screens too", arguments: [80, 160])
  func flagsStandFirst(columns: Int) throws {
    var app = try AppDriver(columns: columns, rows: 100)
    app.openScreening(country: "uganda", good: "dhis2")
    app.openVerdict()
    let lines = app.text.split(separator: "\n", omittingEmptySubsequences: false)
    let flags = try #require(lines.firstIndex { $0.contains("RISK FLAGS") })
    let verdict = try #require(lines.firstIndex { $0.contains("SCREENING VERDICT") })
    #expect(flags < verdict)
    let head = lines[..<verdict].joined()
    for name in VerdictClass.allCases.map(\.name) { #expect(!head.contains(name)) }
  }

  @Test("a verdict once opened stays open when one comes back")
  func openVerdictsStayOpen() throws {
    var app = try AppDriver()
    app.openScreening(country: "uganda", good: "dhis2")
    app.openVerdict()
    app.press(.character("q"))
    app.run(.go, "screening UGA dhis2")
    app.press(.end)
    #expect(app.text.contains("Prepare first"))
  }

  @Test("the verdict says how sure it is, and o shows what drives the doubt")
  func theVerdictSaysHowSureItIs() throws {
    var app = try AppDriver(columns: 120, rows: 60)
    let atlas = Atlas(catalog: try Fixtures.catalog, sampling: SampleOptions(samples: 128))
    app.state = AppState(atlas: atlas, size: Size(columns: 120, rows: 60), glyphs: .unicode)
    app.run(.go, "screening UGA dhis2")
    app.run(.showCertainty)
    #expect(app.state.view.kind == .screening, "the verdict is folded")
    app.openVerdict()
    #expect(app.text.contains("Certainty: ") && app.text.contains("of 128 draws"))
    app.press(.character("o"))
    #expect(app.text.contains("How sure: DHIS2 in Uganda"))
    #expect(app.text.contains("What drives the doubt"))
    app.run(.go, "certainty UGA")
    #expect(app.text.contains("How sure the order of goods is in Uganda"))
    app.run(.go, "what-if UGA dhis2")
    app.run(.takeMeasure, "dd-voice")
    #expect(app.text.contains("CERTAINTY"))
  }

  @Test("every flag and number opens its provenance")
  func everyNumberHasAWhy() throws {
    var app = try AppDriver(columns: 160, rows: 60)
    app.run(.go, "screening UGA sunbird")
    app.openVerdict()
    for name in WhyTree.names where name != "benefit" && name != "certainty" {
      app.run(.selectRow, name)
      #expect(app.state.message == nil, "\(name)")
      app.run(.why)
      #expect(app.state.view.kind == .why, "\(name)")
      app.press(.character("q"))
    }
  }

  @Test("a measure that is taken lowers its flag at once, undo takes it back")
  func measuresCount() throws {
    var app = try AppDriver(columns: 120, rows: 50)
    app.run(.go, "screening UGA dhis2")
    app.openVerdict()
    app.press(.character("m"))
    #expect(app.text.contains("[ ]"))
    let before = (app.state.view as? ScreeningState)?.screening.flags
    app.press(.character(" "), .enter)
    #expect(app.state.work.scenario.measures.count == 1)
    #expect(app.text.contains("WHAT-IF: 1 change"))
    let after = (app.state.view as? ScreeningState)?.screening.flags
    #expect(before != after)
    app.press(.character("u"))
    #expect(app.state.work.scenario.isEmpty)
    #expect((app.state.view as? ScreeningState)?.screening.flags == before)
  }

  @Test("a pair with a grave flag asks for measures or a note, which is kept and printed")
  func thePlanIsGated() throws {
    var app = try AppDriver(columns: 120, rows: 40)
    app.run(.go, "screening UGA dhis2")
    app.press(.character("p"))
    #expect(app.state.work.plan.isEmpty)
    #expect(app.text.contains("Before DHIS2 in Uganda goes into the plan"))
    app.press(.enter)
    #expect(app.state.message?.text.contains("No measure or note yet for: P3") == true)
    #expect(app.state.work.plan.isEmpty)
    app.press(.down, .enter)
    app.type("The ministry runs it already")
    app.press(.enter, .enter)
    #expect(app.state.work.plan.map(\.note) == ["The ministry runs it already"])
    app.press(.character("7"))
    #expect(app.text.contains("The ministry runs it"))
    app.run(.exportAs, "md")
    guard case .write(_, .text(let text), _)? = app.effects.first else {
      Issue.record("the plan is not written")
      return
    }
    #expect(text.contains("The ministry runs it already"))
    app.press(.character("d"))
    #expect(app.state.work.plan.isEmpty)
    app.press(.character("u"))
    #expect(app.state.work.plan.count == 1)
  }

  @Test("measures that answer every grave flag let a pair into the plan without a note")
  func measuresOpenTheGate() throws {
    var app = try AppDriver(columns: 120, rows: 40)
    app.run(.go, "screening UGA dhis2")
    let position = try #require(app.state.atlas.catalog.countryPosition("UGA"))
    let good = try #require(app.state.atlas.catalog.goodPosition("dhis2"))
    let flags = app.state.atlas.assessor.insight(country: position, good: good).screening.flags
    let all = MeasureItems.offers(flags, app.state.atlas.catalog).filter { !$0.lowers.isEmpty }
    let grave = flags.open.filter { $0.worst >= .high }
    let isAnswered = grave.allSatisfy { flag in all.contains { $0.lowers.contains(flag.id) } }
    app.run(.confirmPlan, "UGA dhis2 " + all.map(\.id).joined(separator: ","))
    #expect(app.state.work.plan.isEmpty != isAnswered)
  }

  @Test("a note or measure that names nothing is refused")
  func wrongPlansAreRefused() throws {
    var app = try AppDriver()
    for text in ["UGA nothing - x", "XXX dhis2 - x", "UGA dhis2 no-measure x", "UGA dhis2 -"] {
      app.run(.confirmPlan, text)
      #expect(app.state.message?.isError == true, "\(text)")
      #expect(app.state.work.plan.isEmpty)
    }
  }

  @Test("a flag longer than the window is read to its end", arguments: [Key.pageDown, .down])
  func longFlagsAreRead(key: Key) throws {
    var app = try AppDriver(columns: 40, rows: 10)
    app.run(.go, "screening UGA dhis2")
    for _ in 0..<300 where (app.state.view as? ScreeningState)?.isRead == false { app.press(key) }
    app.press(.character("v"))
    #expect(app.text.contains("Prepare first") || app.text.contains("SCREENING VERDICT"))
    #expect((app.state.view as? ScreeningState)?.isRead == true)
  }

  @Test("the provenance of what no command prints names none")
  func factsNameNoCommand() throws {
    var app = try AppDriver()
    app.run(.go, "country UGA")
    app.run(.why)
    let view = try #require(app.state.view as? WhyState)
    #expect(view.export(app.state)?.command == "")
    #expect(view.place(app.state).isEmpty)
    // The session leaves it out rather than naming a place that is none.
    #expect(!app.state.sessionText.contains("go why"))
  }

  @Test("i opens a part of what is explained, never the same page again")
  func whyGoesDeeperOnly() throws {
    var app = try AppDriver()
    app.run(.go, "why UGA dhis2 D1")
    let depth = app.state.work.trail.count
    app.press(.character("i"))
    #expect(app.state.work.trail.count == depth)
    #expect(app.text.contains("Everything on record about it is on this screen."))
    app.press(.down, .character("i"))
    #expect(app.state.work.trail.count == depth + 1)
  }

  @Test("the why of a verdict is no way around its flags")
  func verdictsStayBehindFlags() throws {
    var app = try AppDriver()
    app.run(.go, "why UGA dhis2 verdict")
    #expect(!(app.state.view is WhyState))
    app.run(.go, "why UGA dhis2 fit")
    #expect(app.state.view is WhyState)
  }
}

@Suite struct OutlineTests {
  @Test func thePlanOfACountryIsLaidOutChangedUndoneAndKept() throws {
    var app = try AppDriver(columns: 120, rows: 40)
    app.run(.showOutline, "UGA")
    #expect(app.text.contains("No good is in the plan of Uganda yet"))
    app.run(.confirmPlan, "UGA dhis2 pr-minimise The ministry knows.")
    app.run(.showOutline, "UGA")
    #expect(app.text.contains("Plan for Uganda") && app.text.contains("month 1"))
    app.press(.character("="))
    app.type("start: 2027-01")
    app.press(.enter)
    #expect(app.text.contains("2027-01"))
    app.run(.setPlan, "UGA size uptake: half")
    #expect(app.text.contains("is no number"))
    app.run(.setPlan, "UGA size uptake: 0.5")
    let session = app.state.sessionText
    #expect(session.contains("set-plan UGA size uptake: 0.5\n"))
    app.run(.undo)
    app.run(.undo)
    #expect(!app.text.contains("2027-01"))

    var other = try AppDriver(columns: 120, rows: 40)
    let lines = try SessionText.read(session)
    var calls: [Call] = []
    for case .call(let call) in lines { calls.append(call) }
    let failed = other.state.restore(calls)
    #expect(failed == 0)
    other.run(.showOutline, "UGA")
    #expect(other.text.contains("2027-01"))
    guard case .write(let name, .text(let text), _)? = other.run(.savePlan, "UGA").first else {
      Issue.record("no file")
      return
    }
    #expect(name == "dpg-atlas-UGA.plan")
    #expect(text.contains("good: dhis2\n") && text.contains("size uptake: 0.5\n"))
  }
}
