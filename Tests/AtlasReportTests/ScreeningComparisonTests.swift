import AtlasModel
import AtlasTestSupport
import Testing

@testable import AtlasReport

struct ScreeningComparisonTests {
  private func compare(
    _ first: Scenario, _ second: Scenario, countries: [String], goods: [String]? = nil
  ) throws -> ScreeningComparison {
    let catalog = try Fixtures.catalog
    return ScreeningComparison(
      .init("first", first.applied(to: catalog), first.settings),
      .init("second", second.applied(to: catalog), second.settings),
      countries: try countries.map { try #require(catalog.countryPosition($0)) },
      goods: try goods?.map { try #require(catalog.goodPosition($0)) }
        ?? catalog.goods.indices.filter { catalog.goods[$0].standing == .listed })
  }

  @Test func nothingFlipsAgainstItself() throws {
    let comparison = try compare(Scenario(), Scenario(), countries: ["UGA", "KEN"])
    #expect(comparison.flips.isEmpty && comparison.moves.isEmpty)
    #expect(comparison.unmatched == 0 && comparison.pairCount > 400)
    let text = Document(title: "t", sections: comparison.sections).text()
    #expect(text.contains("No flag moved") && text.contains("No verdict flipped"))
  }

  @Test func aFlipIsThatOfTheAssessorAndSaysWhy() throws {
    var scenario = Scenario()
    scenario.set(Scenario.Figure(iso3: "UGA", indicator: "internet-users", value: 70))
    scenario.set(Scenario.Figure(iso3: "UGA", indicator: "rule-of-law", value: 70))
    let comparison = try compare(Scenario(), scenario, countries: ["UGA", "KEN"])
    let catalog = comparison.new.catalog
    #expect(!comparison.flips.isEmpty)
    let (before, after) = (
      Assessor(catalog: comparison.old.catalog), Assessor(catalog: catalog)
    )
    for flip in comparison.flips {
      #expect(catalog.countries[flip.country].iso3 == "UGA")
      let one = before.insight(country: flip.country, good: flip.good).screening
      let two = after.insight(country: flip.country, good: flip.good).screening
      #expect(one.verdict.class == flip.old && two.verdict.class == flip.new)
      #expect(one.fit.range == flip.oldFit && two.fit.range == flip.newFit)
      #expect(flip.causes.contains { $0.contains("(20") })
    }
    #expect(comparison.moves.contains { $0.flag == .p3 && $0.lowered > 0 && $0.raised == 0 })
    let text = Document(title: "t", sections: comparison.sections).text()
    #expect(text.contains("rule-of-law from"))
    let flags = try #require(text.firstRange(of: "Flags that moved"))
    let verdicts = try #require(text.firstRange(of: "Verdicts that flipped"))
    #expect(flags.lowerBound < verdicts.lowerBound)
    #expect(comparison.table.rows.count == comparison.flips.count)
  }

  @Test func choicesAreCausesToo() throws {
    var scenario = Scenario()
    scenario.policy = .any
    let comparison = try compare(
      Scenario(), scenario, countries: ["EGY", "VNM", "ETH", "IRN", "RUS", "LAO"])
    #expect(!comparison.flips.isEmpty)
    #expect(comparison.flips.allSatisfy { $0.causes.contains("policy from two to any") })
    #expect(comparison.flips.allSatisfy { $0.flags.isEmpty })
  }
}
