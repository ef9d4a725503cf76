import AtlasModel
import AtlasScreen
import AtlasTestSupport
import Testing

@testable import AtlasApp

/// Plain mode: every view in lines, every choice by number.
struct PlainTests {
  private func send(_ line: String, _ state: inout AppState) {
    _ = update(&state, plain: PlainInput(line, state))
  }

  @Test("a user reaches a verdict by numbers and words alone")
  func theMainJob() throws {
    var state = try AppDriver(columns: 78).state
    send("show-countries", &state)
    send("/uganda", &state)
    #expect(PlainView(state).text.contains("1. Uganda; "))
    send("1", &state)
    send("screen-pair", &state)
    send("/dhis2", &state)
    send("1", &state)
    let text = PlainView(state).text
    let flags = try #require(text.firstRange(of: "Risk flags"))
    let verdict = try #require(text.firstRange(of: "Prepare first"))
    #expect(flags.lowerBound < verdict.lowerBound)
  }

  @Test("every view has a plain page", arguments: ViewGoldenTests.View.allCases)
  func everyViewIsReachable(view: ViewGoldenTests.View) throws {
    var app = try AppDriver(columns: 78)
    ViewGoldenTests.open(view, in: &app)
    let text = PlainView(app.state).text
    #expect(text.split(separator: "\n").count >= 2)
    let isClean = text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 32 }
    #expect(isClean)
    for line in text.split(separator: "\n") {
      #expect(String(line).columns <= PlainView.columns, "\(line)")
    }
  }

  @Test("lists are chosen from by number, prompts take a line")
  func listsAndPrompts() throws {
    var state = try AppDriver(columns: 78).state
    send("go screening UGA dhis2", &state)
    send("choose-measures", &state)
    #expect(PlainView(state).text.contains("1. [ ]"))
    send("1", &state)
    #expect(state.work.scenario.measures.count == 1)
    send("b", &state)
    send("save-scenario", &state)
    send("My scenario", &state)
    #expect(state.overlay == nil)
  }

  @Test("what is not understood says so")
  func nonsenseIsNamed() throws {
    var state = try AppDriver(columns: 78).state
    send("fly to the moon", &state)
    #expect(state.message?.text.contains("`fly to the moon`") == true)
    send("999", &state)
    #expect(state.message?.isError == true)
  }
}
