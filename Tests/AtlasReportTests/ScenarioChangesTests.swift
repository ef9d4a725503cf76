import AtlasData
import AtlasModel
import AtlasReport
import AtlasTestSupport
import Testing

struct ScenarioChangesTests {
  private let catalog = SmallCatalog.make()

  private var scenario: Scenario {
    var scenario = Scenario()
    scenario.name = "Case"
    scenario.preset = .ministry
    scenario.weights = Dimension.allCases.map { $0 == .power ? 4 : $0 == .institutions ? 2 : 1 }
    scenario.measures = ["dd-voice"]
    scenario.set(
      Scenario.Figure(iso3: "UGA", indicator: "internet-users", value: 45, source: "census"))
    scenario.set(Scenario.Figure(iso3: "COD", indicator: "literacy", value: 70.25))
    scenario.set(Scenario.Level(good: "dhis2", field: .power, level: 0))
    return scenario
  }

  @Test func everyChangeStandsBesideItsOriginalWithYearAndSource() {
    #expect(
      ScenarioChanges.list(scenario, catalog: catalog).map(\.words) == [
        "Whose weights: equal -> ministry",
        "Weight of power: 1 -> 4",
        "Measure: Voice and text: not taken -> taken",
        "Internet users, Uganda: 8.9 % of people (2024, wdi) -> 45 % of people (own figure: census)",
        "Adult literacy, Congo, Democratic Republic of the: unknown -> 70.25 % of adults (what-if)",
        "Power asked by DHIS2: 2 of 4 (2026, dpga) -> 0 of 4",
      ])
    let csv = ScenarioChanges.table(scenario, catalog: catalog).csv()
    #expect(
      csv.contains(
        "figure,UGA internet-users,\"Internet users, Uganda\",% of people,8.9,2024,observed,wdi,45,census\n"
      ))
    #expect(csv.contains(",% of adults,,,missing,,70.25,what-if\n"))
  }

  @Test func peopleGetShortLines() {
    let table = ScenarioChanges.table(scenario, catalog: catalog, isForPeople: true)
    #expect(
      table.columns.map(\.id) == [
        "name", "original", "original_when", "original_from", "new", "source",
      ])
    #expect(
      table.rows[3].map(\.peopleText) == [
        "UGA internet-users (% of people)", "8.9", "2024", "wdi", "45", "census",
      ])
    let plain = ScenarioChanges.difference(
      scenario, Scenario(), names: ("a", "b"), catalog: catalog, isForPeople: true)
    #expect(
      plain.columns.map(\.id) == ["name", "original", "original_when", "a", "a_says", "b"])
  }

  @Test func aHeadlineNamesTheScenarioAndCounts() {
    func head(_ scenario: Scenario) -> String? {
      ScenarioChanges.headline(scenario, catalog: catalog)
    }
    #expect(head(scenario)?.hasPrefix("Scenario Case: 6 changes") == true)
    #expect(head(Scenario()) == nil)
    #expect(ScenarioChanges.section(Scenario(), catalog: catalog) == nil)
    var one = Scenario()
    one.policy = .any
    #expect(head(one)?.hasPrefix("1 change ") == true)
    #expect(ScenarioChanges.notes(scenario, catalog: catalog, limit: 2).last == "And 4 more.")
  }

  @Test func aDifferenceShowsTheOriginalWhereOneSideIsUnchanged() {
    var other = scenario
    other.measures = []
    other.set(
      Scenario.Figure(iso3: "UGA", indicator: "internet-users", value: 60, source: "survey"))
    other.resetFigure(iso3: "COD", indicator: "literacy")
    let table = ScenarioChanges.difference(
      scenario, other, names: ("a", "b"), catalog: catalog)
    let rows = table.csv().split(separator: "\n").dropFirst()
    #expect(
      Array(rows) == [
        "measure,dd-voice,Measure: Voice and text,,not taken,,,,taken,,not taken,",
        "figure,UGA internet-users,\"Internet users, Uganda\",% of people,8.9,2024,observed,wdi,45,"
          + "census,60,survey",
        "figure,COD literacy,\"Adult literacy, Congo, Democratic Republic of the\",% of adults,,,"
          + "missing,,70.25,what-if,,",
      ])
    let same = ScenarioChanges.difference(
      scenario, scenario, names: ("a", "b"), catalog: catalog)
    #expect(same.rows.isEmpty)
    #expect(same.notes[0].contains("same things"))
  }

  @Test func aFactStandsBesideWhatIsOnRecord() throws {
    let catalog = try Fixtures.bundled.catalog
    var scenario = Scenario()
    scenario.set(
      Scenario.OwnFact(
        iso3: "UGA", attribute: "data-protection-authority", value: "no", source: "a letter"))
    scenario.set(Scenario.OwnFact(iso3: "UGA", attribute: "open-source-policy", value: "no"))
    let words = ScenarioChanges.list(scenario, catalog: catalog).map(\.words)
    #expect(
      words.first
        == "Data protection authority, Uganda: yes (2022, wb-govtech-2022) -> no (own fact: a letter)"
    )
    #expect(words.last?.hasSuffix("-> no (what-if)") == true)
    let csv = ScenarioChanges.table(scenario, catalog: catalog).csv()
    #expect(csv.contains("fact,UGA data-protection-authority,"))
  }
}
