import Testing

@testable import AtlasModel

@Suite struct SuppliesTests {
  private func supplies(
    _ changes: [String: Double?], facts: [String: String] = ModelFixtures.lawful,
    years: [String: Int] = [:]
  ) -> Supplies {
    var place = ModelFixtures.Place(changes, facts: facts)
    place.years = years
    return Supplies(
      SupplyReader(
        catalog: ModelFixtures.catalog([place], []), country: 0, referenceYear: 2026))
  }

  @Test func signalIsThreeGOrBetter() {
    #expect(supplies(["coverage-3g": 60, "coverage-4g": 70]).total.signal.range == Interval(70))
    #expect(supplies(["coverage-3g": 80, "coverage-4g": 70]).total.signal.range == Interval(80))
    #expect(supplies(["coverage-3g": 80, "coverage-4g": nil]).total.signal.range == Interval(80))
    let fourG: [String: Double?] = ["coverage-3g": nil, "coverage-4g": 70, "internet-users": 50]
    let onlyFourG = supplies(fourG).total.signal
    #expect(onlyFourG.range == Interval(70, 100) && onlyFourG.status == .bounded)
    #expect(onlyFourG.thinness == 1)
    let more = supplies(["coverage-3g": nil, "coverage-4g": 30, "internet-users": 40])
    #expect(more.total.signal.range == Interval(40, 100))
    let none = supplies(["coverage-3g": nil, "coverage-4g": nil, "internet-users": 40])
    #expect(none.total.signal.range == Interval(40, 100) && none.total.signal.thinness == 1)
  }

  @Test func phonesAreOwnersWhileRecentElseLinesUpTo100() {
    let changes = ["mobile-owners": 70.0, "mobile-subscriptions": 130]
    #expect(supplies(changes, years: ["mobile-owners": 2020]).total.mobile.range == Interval(70))
    let old = supplies(changes, years: ["mobile-owners": 2019]).total.mobile
    #expect(old.range == Interval(100) && old.status == .derived)
    let few = supplies(["mobile-owners": nil, "mobile-subscriptions": 55]).total.mobile
    #expect(few.range == Interval(55))
  }

  @Test func privacyIsHalfLawAndQuartersOfRuleAndVoice() {
    let changes = ["rule-of-law": 40.0, "voice": 20]
    func range(_ law: String?) -> Interval {
      supplies(changes, facts: law.map { ["data-protection-law": $0] } ?? [:]).privacy.range
    }
    #expect(range("enacted") == Interval(65))
    #expect(range("draft") == Interval(40))
    #expect(range("none") == Interval(15))
    #expect(range(nil) == Interval(15, 65))
    let thin = supplies(["voice": nil], facts: [:]).privacy
    #expect(thin.thinness == 0.75 && thin.status == .missing)
  }

  @Test func groupsAreBoundedOrMeasured() throws {
    let found = supplies([
      "internet-users": 80, "internet-users-women-derived": nil, "rural-population": 50,
      "electricity-rural": 33, "literacy": 90, "literacy-women": 85,
    ])
    let rural = try #require(found.groups[.rural])
    let women = try #require(found.groups[.women])
    let poorest = try #require(found.groups[.poorest40])
    #expect(found.ruralShare == 0.5)
    #expect(rural.internet.range == Interval(60, 80))
    #expect(rural.electricity.range == Interval(33))
    #expect(women.internet.range == Interval(60, 100))
    #expect(women.literacy.range == Interval(85))
    #expect(women.electricity.range == found.total.electricity.range)
    #expect(poorest.internet.range.high == 80)
    #expect(abs(poorest.internet.range.low - 50) < 1e-9)
    #expect(poorest.signal.range == found.total.signal.range)
  }

  @Test func indicesAreReadTimesHundred() {
    let found = supplies(["human-capital": 0.5, "e-government": 0.25])
    #expect(found.humanCapital.range == Interval(50) && found.eGovernment.range == Interval(25))
  }
}
