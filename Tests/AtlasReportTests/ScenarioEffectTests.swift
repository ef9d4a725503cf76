import AtlasModel
import AtlasTestSupport
import Testing

@testable import AtlasReport

struct ScenarioEffectTests {
  private func effect() throws -> ScenarioEffect {
    let catalog = try Fixtures.catalog
    var scenario = Scenario()
    scenario.name = "Case"
    scenario.set(
      Scenario.Figure(iso3: "UGA", indicator: "rule-of-law", value: 80, source: "the ministry"))
    scenario.set(Scenario.Figure(iso3: "UGA", indicator: "internet-users", value: 70))
    scenario.set(Scenario.Figure(iso3: "KEN", indicator: "literacy", value: 95))
    scenario.set(Scenario.Level(good: "dhis2", field: .power, level: 1))
    scenario.set(Scenario.Level(good: "mosip", field: .power, level: 1))
    return ScenarioEffect(
      scenario, original: catalog, country: try #require(catalog.countryPosition("UGA")),
      goods: try ["dhis2", "oky"].map { try #require(catalog.goodPosition($0)) })
  }

  @Test func pairsAreThoseOfTheAssessor() throws {
    let effect = try effect()
    let before = Assessor(catalog: effect.original)
    let after = Assessor(
      catalog: effect.scenario.applied(to: effect.original), settings: effect.scenario.settings)
    for pair in effect.pairs {
      let (country, good) = (pair.before.country, pair.before.good)
      #expect(pair.before == before.insight(country: country, good: good).screening)
      #expect(pair.after == after.insight(country: country, good: good).screening)
    }
  }

  @Test func flagsStandFirstAndFiguresNameWhoSaysSo() throws {
    let text = try effect().document().text()
    let words = text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    var place = words.startIndex
    for part in [
      "Flags", "less grave", "What is changed", "(2023, wb-wgi) -> 80 percentile rank",
      "(own figure: the ministry)", "(what-if)", "so a what-if: 1.",
      "Changes about other countries or goods: 2.", "Fit and need", "Verdicts", "Prepare first",
    ] {
      let found = words[place...].firstRange(of: part)
      #expect(found != nil, "\(part) is not there, or too early, in: \(words)")
      place = found?.upperBound ?? place
    }
  }

  @Test func filesHaveARowForEverything() throws {
    let table = try effect().table
    let parts = table.rows.map { $0[0].rawText }
    #expect(parts.count { $0 == "flag" } == 2 * FlagID.allCases.count)
    #expect(parts.count { $0 == "change" } == 3 && parts.count { $0 == "verdict" } == 2)
    let order = parts.reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
    #expect(order == ["flag", "change", "fit", "need", "fit", "need", "verdict"])
    let csv = table.csv()
    #expect(csv.contains(",percentile rank,34.433964,2023,observed,wb-wgi,80,the ministry\n"))
    #expect(csv.contains(",70,what-if\n"))
  }

  @Test func aScenarioOfOthersIsSaidToBeOne() throws {
    let catalog = try Fixtures.catalog
    var scenario = Scenario()
    scenario.set(Scenario.Figure(iso3: "KEN", indicator: "literacy", value: 95))
    let effect = ScenarioEffect(
      scenario, original: catalog, country: try #require(catalog.countryPosition("UGA")),
      goods: [try #require(catalog.goodPosition("dhis2"))])
    let text = effect.document().text()
    #expect(text.contains("Nothing that is about this country or these goods."))
    #expect(text.contains("Changes about other countries or goods: 1."))
  }

  @Test func overridesAreATableWithFilesAndLines() throws {
    let catalog = try Fixtures.catalog
    let parts = ["policy: any", "policy: all"].enumerated().map { place, line in
      ScenarioCombination.Part(
        file: "f\(place)",
        reading: ScenarioText.read("dpg-atlas scenario 1\n\(line)", catalog: catalog))
    }
    let table = ScenarioCombination(parts, catalog: catalog).overrideTable
    #expect(
      table.rows.map { $0.map(\.rawText) } == [
        ["policy", "any", "f0, line 2", "all", "f1, line 2"]
      ])
  }
}
