import Testing

@testable import AtlasModel

@Suite struct CountryConditionsTests {
  private func conditions(_ changes: [String: Double?]) -> CountryConditions {
    Assessor(catalog: ModelFixtures.catalog([ModelFixtures.Place(changes)], []))
      .conditions(country: 0)
  }

  private func near(_ found: [Interval], _ wanted: [Double]) -> Bool {
    found.count == wanted.count
      && zip(found, wanted).allSatisfy { $0.isPoint && abs($0.low - $1) < 1e-9 }
  }

  @Test func citizensLadders() {
    let found = conditions([
      "coverage-3g": 90, "coverage-4g": 45, "internet-users": 38, "literacy": 76,
      "mobile-owners": 60, "fixed-broadband": 4.5, "electricity": 60, "human-capital": 0.54,
    ]).everybody
    #expect(near(found.connectivity, [1, 1, 0.8, 0.4, 0.075]))
    #expect(near(found.skills, [1, 1, 1, 0.6, 0.3]))
    #expect(near(found.devices, [1, 0.6, 0.6, 0.45, 0.25]))
    #expect(near(found.power, [1, 1, 0.7, 1.0 / 3, 0]))
  }

  @Test func staffLadders() {
    let found = conditions([
      "coverage-3g": 38, "coverage-4g": 38, "human-capital": 0.55, "mobile-owners": 60,
      "electricity": 95, "electricity-rural": 45,
    ])
    #expect(near(found.staff.connectivity, [1, 0.16, 0.16, 0.16, 0.075]))
    #expect(near(found.staff.skills, [1, 1, 1, 0.6, 1.0 / 3]))
    #expect(near(found.staff.devices, [1, 0.6, 0.6, 0.6, 0.6]))
    #expect(near(found.frontlinePower, [1, 0.875, 0.4, 0, 0]))
    #expect(near(found.staff.power, [1, 1, 1, 1, 25.0 / 29]))
  }

  @Test func indexLadders() {
    let found = conditions(["e-government": 0.31, "cybersecurity": 10, "data-price-2gb": 4])
    #expect(near(found.institutions, [1, 1, 0.64, 0.2, 0]))
    #expect(near(found.security, [1, 0.75, 0.25, 0, 0]))
    #expect(found.affordability == Interval(0.75))
  }

  @Test func worstIsTheLeastOfGroupsAndTotal() {
    let found = conditions(["literacy": 90, "literacy-women": 62, "literacy-rural": 76])
    #expect(abs(found.worst.skills[3].low - 0.2) < 1e-9)
    #expect(found.worst.skills[3].high <= found.everybody.skills[3].high)
  }

  @Test func yearIsThatOfTheDataset() {
    #expect(ModelContext.year(of: ModelFixtures.catalog([], [])) == 2026)
  }
}
