import AtlasData
import AtlasModel
import AtlasTestSupport
import Testing

/// Facts of a country that a scenario puts in place of those on record.
struct ScenarioFactTests {
  private func read(_ lines: String..., catalog: Catalog) -> ScenarioText.Reading {
    ScenarioText.read(
      (["dpg-atlas scenario 1"] + lines).joined(separator: "\n"), catalog: catalog)
  }

  @Test func aFactIsReadWrittenAndLaidOver() throws {
    let catalog = try Fixtures.bundled.catalog
    let reading = read(
      "fact uga data-protection-authority: no ; source: Ministry letter",
      "fact KEN digital-id-name: Maisha Namba", catalog: catalog)
    #expect(reading.problems.isEmpty)
    #expect(reading.scenario.changeCount == 2)
    #expect(reading.scenario.countries == ["UGA", "KEN"])
    #expect(
      reading.scenario.text.contains(
        "fact UGA data-protection-authority: no ; source: Ministry letter\n"))
    #expect(
      ScenarioText.read(reading.scenario.text, catalog: catalog).scenario == reading.scenario)
    let changed = reading.scenario.applied(to: catalog)
    let uganda = try #require(catalog.countryPosition("UGA"))
    let fact = try #require(changed.fact(country: uganda, "data-protection-authority"))
    #expect(fact.value == "no")
    #expect(fact.year == String(catalog.identity.compiled.prefix(4)))
    #expect(changed.source(fact.source)?.title == "Ministry letter")
    #expect(reading.scenario.applied(to: changed).sources == changed.sources)
    let kenya = try #require(catalog.countryPosition("KEN"))
    #expect(changed.fact(country: kenya, "digital-id-name")?.source == Scenario.ownSource)
  }

  @Test func aLawThatFallsMakesTheFlagGraverAndIsMarkedAsOwn() throws {
    let catalog = try Fixtures.bundled.catalog
    let uganda = try #require(catalog.countryPosition("UGA"))
    let good = try #require(catalog.goodPosition("dhis2"))
    var scenario = Scenario()
    for attribute in ["data-protection-law", "data-protection-law-2022"] {
      scenario.set(Scenario.OwnFact(iso3: "UGA", attribute: attribute, value: "none"))
    }
    func flag(_ catalog: Catalog) -> RiskFlag {
      Assessor(catalog: catalog).insight(country: uganda, good: good).screening.flags[.p1]
    }
    let (before, after) = (flag(catalog), flag(scenario.applied(to: catalog)))
    #expect(before.worst == .none && after.worst > .moderate)
    let row = try #require(after.evidence.first { $0.id == "data-protection-law" })
    #expect(row.status == .own && row.text == "none")
  }

  @Test(arguments: [
    ("fact UGA data-protection-law: perhaps", "no answer to", "enacted, draft, none"),
    ("fact UGA data-protection-lw: none", "no attribute", "dpg-atlas country"),
    ("fact UGX data-protection-law: none", "no country code", "ISO code"),
    ("fact UGA: none", "not complete", "fact COUNTRY ATTRIBUTE: VALUE"),
    ("fact UGA data-protection-law: none ; me", "no source", "; source: WORDS"),
  ])
  func faultsSayWhatIsExpected(line: String, message: String, expected: String) throws {
    let problems = read(line, catalog: try Fixtures.bundled.catalog).problems
    let problem = try #require(problems.first)
    #expect(problems.count == 1 && problem.line == 2)
    #expect(problem.message.contains(message) && problem.expected.contains(expected), "\(problem)")
  }

  @Test func oneFactStandsOnceAndLaterFilesWin() throws {
    let catalog = try Fixtures.bundled.catalog
    let line = "fact UGA data-protection-law: draft"
    #expect(read(line, line, catalog: catalog).problems.first?.message.contains("already") == true)
    let parts = ["draft", "none"].map {
      ScenarioCombination.Part(
        file: $0, reading: read("fact UGA data-protection-law: \($0)", catalog: catalog))
    }
    let both = ScenarioCombination(parts, catalog: catalog)
    #expect(both.scenario.facts.map(\.value) == ["none"] && both.overrides.count == 1)
  }

  @Test func changedCountriesAreThoseOfFiguresAndFacts() {
    var one = Scenario()
    one.set(Scenario.OwnFact(iso3: "UGA", attribute: "data-protection-law", value: "none"))
    var other = Scenario()
    other.set(Scenario.Figure(iso3: "KEN", indicator: "literacy", value: 50))
    #expect(one.countriesChanged(to: other) == ["UGA", "KEN"])
    #expect(one.countriesChanged(to: one).isEmpty)
    one.resetFact(iso3: "UGA", attribute: "data-protection-law")
    #expect(one.isEmpty)
  }
}
