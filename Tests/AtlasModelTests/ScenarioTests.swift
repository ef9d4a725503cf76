import AtlasModel
import AtlasTestSupport
import Testing

struct ScenarioTests {
  private let catalog = SmallCatalog.make()

  @Test func appliedTwiceIsAppliedOnce() throws {
    var scenario = Scenario()
    scenario.set(
      Scenario.Figure(iso3: "UGA", indicator: "internet-users", value: 45, source: "census"))
    scenario.set(Scenario.Figure(iso3: "UGA", indicator: "literacy", value: 70))
    scenario.set(Scenario.Level(good: "dhis2", field: .power, level: 0))
    let once = scenario.applied(to: catalog)
    let twice = scenario.applied(to: once)
    #expect(once.sources == twice.sources)
    let figure = try #require(once.observation(country: 4, "internet-users"))
    #expect(figure == Observation(value: 45, year: 2026, status: .own, source: "own:1"))
    #expect(once.source("own:1")?.title == "census")
    #expect(once.observation(country: 4, "literacy")?.source == Scenario.ownSource)
    #expect(once.goods[0].demand.power == 0)
    #expect(once.observation(country: 3, "internet-users")?.value == 35)
  }

  @Test func whatTheDatasetLacksIsPassedOver() {
    var scenario = Scenario()
    scenario.set(Scenario.Figure(iso3: "ZZZ", indicator: "internet-users", value: 45))
    scenario.set(Scenario.Figure(iso3: "UGA", indicator: "nope", value: 45))
    scenario.set(Scenario.Level(good: "nope", field: .power, level: 0))
    #expect(scenario.applied(to: catalog).sources == catalog.sources)
  }

  @Test func weightsAreBroughtToASumOfOne() {
    var scenario = Scenario()
    scenario.weights = Dimension.allCases.map { $0 == .power ? 2 : 1 }
    #expect(abs(scenario.settings.weights.reduce(0, +) - 1) < 1e-12)
    #expect(scenario.settings.weights[Dimension.power.index] == 0.2)
    scenario.weights = Dimension.allCases.map { _ in 0 }
    #expect(scenario.settings.weights == WeightPreset.equal.weights)
  }
}
