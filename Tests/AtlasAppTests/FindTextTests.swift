import AtlasScreen
import Testing

@testable import AtlasApp

struct FindTextTests {
  @Test(arguments: [(40, 10), (80, 24), (120, 40)])
  func wordsAreFoundOneAfterAnotherAndAroundAgain(columns: Int, rows: Int) throws {
    var app = try AppDriver(columns: columns, rows: rows)
    app.run(.go, "country UGA")
    app.run(.findText, "ELECTRICITY")
    #expect(app.text.lowercased().contains("electricity"))
    let first = app.state.found
    app.run(.findText, "ELECTRICITY")
    #expect(app.state.found != first)
    for _ in 0..<60 where app.state.found != first { app.run(.findText, "ELECTRICITY") }
    #expect(app.state.found == first)
  }

  @Test func wordsThatAreNowhereAreSaid() throws {
    var app = try AppDriver()
    app.run(.go, "good dhis2")
    let before = app.text
    app.run(.findText, "no such words")
    #expect(app.state.message?.text == "`no such words` does not stand on this page.")
    app.state.message = nil
    #expect(app.text == before)
  }

  @Test func aPromptAsksAndOffersTheWordsAgain() throws {
    var app = try AppDriver()
    app.openScreening(country: "Uganda", good: "dhis2")
    app.press(.character("f"))
    app.type("partners")
    app.press(.enter)
    #expect(app.text.contains("partners"))
    app.press(.character("f"))
    #expect(app.text.contains("Find on this page") && app.text.contains("partners"))
    app.press(.escape)
    app.run(.go, "why UGA dhis2 S2")
    app.run(.findText, "likelihood")
    #expect(app.state.found?.words == "likelihood")
  }

  @Test func whatIsFoundIsInTheLogAndPlaysBack() throws {
    var app = try AppDriver()
    app.run(.go, "country UGA")
    app.run(.findText, "electricity")
    #expect(app.state.log.calls.last == Call(.findText, "electricity"))
    var again = try AppDriver()
    for call in app.state.log.calls { again.run(call.id, call.argument) }
    #expect(again.text == app.text)
  }
}
