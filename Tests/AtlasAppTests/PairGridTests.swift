import AtlasModel
import AtlasTestSupport
import Testing

@testable import AtlasApp

/// Pairs for map and matrix under a what-if.
struct PairGridTests {
  @Test(
    "pairs worked out from earlier ones are those worked out anew",
    arguments: [
      "UGA internet-users 45", "UGA rural-population 0", "IND literacy 20", "ALA population 30000",
      "FJI cybersecurity 5", "KEN electricity-rural 100",
    ])
  func updatesAreExact(change: String) throws {
    var app = try AppDriver()
    let good = try app.good("sunbird")
    let before = app.state.pairGrid(good)
    app.state.pairs = before
    app.run(.setFigure, change)
    let updated = app.state.pairGrid(good)
    let fresh = PairGrid(app.state.atlas, app.state.work.scenario, good: good)
    for country in app.state.atlas.catalog.countries.indices {
      #expect(
        updated.outcome(country: country, good: good)
          == fresh.outcome(country: country, good: good))
      #expect(
        updated.severities(country: country, good: good)
          == fresh.severities(country: country, good: good))
    }
    app.state.pairs = updated
    app.run(.resetAll)
    let back = app.state.pairGrid(good)
    for country in app.state.atlas.catalog.countries.indices {
      #expect(
        back.outcome(country: country, good: good) == before.outcome(country: country, good: good))
    }
  }
}
