import AtlasModel
import AtlasScreen
import AtlasTestSupport
import Testing

@testable import AtlasApp

/// What-if: sliders, what follows from them, undo, and the scenario file.
struct WhatIfTests {
  @Test("a figure keeps who says so, in the session too, until its slider moves")
  func figuresKeepTheirSource() throws {
    var app = try AppDriver()
    app.run(.setFigure, "UGA internet-users 45 the ministry's words")
    let figure = try #require(app.state.work.scenario.figures.first)
    #expect(figure.value == 45 && figure.source == "the ministry's words")
    var other = try AppDriver()
    for call in AppState.calls(of: app.state.work.scenario) { other.run(call.id, call.argument) }
    #expect(other.state.work.scenario == app.state.work.scenario)
    app.run(.setFigure, "UGA internet-users 46")
    #expect(app.state.work.scenario.figures.map(\.source) == [""])
  }

  @Test("a slider changes flags and fit at once, the original stays visible")
  func slidersChangeEverything() throws {
    var app = try AppDriver(columns: 120, rows: 40)
    app.run(.go, "what-if UGA diksha")
    app.run(.go, "what-if UGA sunbird")
    let before = (app.state.view as? WhatIfState)?.after?.screening
    for _ in 0..<5 { app.press(.right) }
    let after = (app.state.view as? WhatIfState)?.after?.screening
    #expect(before != after)
    #expect(app.text.contains("was 8.95 %, 2024"))
    #expect(app.text.contains("WHAT-IF: 1 change"))
    app.press(.character("0"))
    #expect(app.state.work.scenario.isEmpty)
    #expect((app.state.view as? WhatIfState)?.after?.screening == before)
  }

  @Test("steps of one slider are undone together, steps of two one after the other")
  func undoGoesSliderBySlider() throws {
    var app = try AppDriver(columns: 120, rows: 40)
    app.run(.go, "what-if UGA dhis2")
    app.press(.right, .right, .right, .down, .right)
    #expect(app.state.work.scenario.figures.count == 2)
    app.press(.character("u"))
    #expect(app.state.work.scenario.figures.map(\.indicator) == ["internet-users"])
    app.press(.character("u"))
    #expect(app.state.work.scenario.isEmpty)
    app.press(.control("r"), .control("r"))
    #expect(app.state.work.scenario.figures.count == 2)
  }

  @Test("a value is typed, and one outside the scale is refused with the limits")
  func valuesAreTyped() throws {
    var app = try AppDriver(columns: 120, rows: 40)
    app.run(.go, "what-if UGA dhis2")
    app.press(.character("="))
    app.type("45.5")
    app.press(.enter)
    #expect(app.state.work.scenario.figures.first?.value == 45.5)
    app.press(.enter)
    app.type("450")
    app.press(.enter)
    #expect(app.state.message?.text.contains("expected 0 to 100") == true)
    #expect(app.state.work.scenario.figures.first?.value == 45.5)
  }

  @Test("weights, presets, policy and levels count, and come back as verbs")
  func choicesCount() throws {
    var app = try AppDriver()
    app.run(.setPreset, "citizen-first")
    app.run(.setWeight, "connectivity 3")
    app.run(.setWeight, "weakest-link 0.7")
    app.run(.setPolicy, "any")
    app.run(.setLevel, "dhis2 connectivity 1")
    app.run(.takeMeasure, "dd-voice")
    app.run(.setFigure, "UGA internet-users 45")
    let scenario = app.state.work.scenario
    var other = try AppDriver()
    for call in AppState.calls(of: scenario) { other.run(call.id, call.argument) }
    #expect(other.state.work.scenario == scenario)
    #expect(other.state.atlas.assessor.settings == app.state.atlas.assessor.settings)
  }

  @Test("a value set to the original is no change")
  func originalsAreNoChange() throws {
    var app = try AppDriver()
    let uganda = try #require(app.state.base.catalog.countryPosition("UGA"))
    let value = try #require(
      app.state.base.catalog.observation(country: uganda, "internet-users")?.value)
    app.run(.setFigure, "UGA internet-users 45")
    app.run(.setFigure, "UGA internet-users \(NumberText.raw(value))")
    #expect(app.state.work.scenario.isEmpty)
  }

  @Test("the scenario file reads back to the same changes")
  func scenariosAreSaved() throws {
    var app = try AppDriver()
    app.run(.setFigure, "UGA internet-users 45")
    app.run(.takeMeasure, "dd-voice")
    app.run(.saveScenario, "Better network, É")
    guard case .write(let name, .text(let text), _)? = app.effects.first else {
      Issue.record("nothing was written")
      return
    }
    #expect(name == "better-network-e.scenario")
    let reading = ScenarioText.read(text, catalog: app.state.base.catalog)
    #expect(reading.problems.isEmpty)
    #expect(reading.scenario.figures == app.state.work.scenario.figures)
    #expect(reading.scenario.measures == app.state.work.scenario.measures)
  }

  @Test("a press on a slider's bar sets its value")
  func slidersArePressed() throws {
    var app = try AppDriver(columns: 120, rows: 40)
    app.run(.go, "what-if UGA dhis2")
    let view = try #require(app.state.view as? WhatIfState)
    let layout = view.layout(app.state)
    let bar = SliderLines.bar(columns: layout.sliders.columns)
    app.send(.mouse(MouseEvent(kind: .press, column: bar.upperBound - 1, row: 2)))
    #expect(app.state.work.scenario.figures.first?.value == 100)
  }

  @Test("tables and profiles show changed figures as the user's own")
  func changesAreSeenEverywhere() throws {
    var app = try AppDriver(columns: 120, rows: 40)
    app.run(.setFigure, "UGA internet-users 45")
    app.open("3", "uganda")
    #expect(app.text.contains("45.0 o"))
    app.press(.character("R"))
    #expect(!app.text.contains("45.0 o"))
  }

  @Test("a fact is stepped to its next answer, kept with who says so, undone and reset")
  func factsAreChangedToo() throws {
    var app = try AppDriver(columns: 200, rows: 60)
    app.run(.go, "what-if UGA dhis2")
    #expect(app.text.contains("FACTS OF Uganda"))
    app.run(.selectRow, "fact UGA data-protection-authority")
    app.press(.left)
    #expect(app.state.work.scenario.facts.map(\.value) == ["in-law-not-set-up"])
    #expect(app.text.contains("in law not set up") && app.text.contains("was yes, 2022"))
    app.press(.left, .left)
    #expect(app.state.work.scenario.facts.map(\.value) == ["no"])
    app.press(.character("i"))
    #expect(app.text.contains("Data protection authority, Uganda: no"))
    app.press(.escape, .character("u"))
    #expect(app.state.work.scenario.isEmpty)
    app.run(.setFact, "UGA data-protection-authority no ; the ministry's letter")
    let scenario = app.state.work.scenario
    #expect(scenario.facts.first?.source == "the ministry's letter")
    var other = try AppDriver()
    for call in AppState.calls(of: scenario) { other.run(call.id, call.argument) }
    #expect(other.state.work.scenario == scenario)
    app.run(.selectRow, "fact UGA data-protection-authority")
    app.press(.character("0"))
    #expect(app.state.work.scenario.isEmpty)
    app.run(.setFact, "UGA data-protection-authority maybe")
    #expect(app.state.message?.text.contains("yes, in-law-not-set-up, no") == true)
    app.run(.setFact, "UGA data-protection-authority")
    #expect(app.state.message?.isError == true)
    app.run(.selectRow, "fact UGA data-protection-authority")
    app.press(.character("="))
    app.type("no")
    app.press(.enter)
    #expect(app.state.work.scenario.facts.map(\.value) == ["no"])
    #expect(app.state.view.export(app.state)?.text(.json).contains("\"facts\"") == true)
  }

  @Test("pairs under a changed fact are those of a dataset worked out anew")
  func factsReachTheMatrix() throws {
    var app = try AppDriver(columns: 120, rows: 40)
    app.run(.go, "matrix")
    app.run(.setFact, "UGA data-protection-authority no")
    let grid = try #require(app.state.pairs)
    let fresh = PairGrid(app.state.atlas, app.state.work.scenario, good: nil)
    let country = try #require(app.state.atlas.catalog.countryPosition("UGA"))
    for good in app.state.atlas.catalog.goods.indices {
      #expect(
        grid.severities(country: country, good: good)
          == fresh.severities(country: country, good: good))
    }
  }
}
