import Testing

@testable import AtlasModel

@Suite struct DriftTests {
  private func supply(
    _ value: Double, year: Int, id: String = "literacy", status: ValueStatus = .observed,
    scale: Double = 1
  ) -> Supply {
    var place = ModelFixtures.Place([id: value])
    place.years[id] = year
    place.statuses[id] = status
    let drifts = [
      ModelFixtures.drift("literacy", years: 6, 1, 3),
      ModelFixtures.drift("literacy", years: 7, 2, 9),
      ModelFixtures.drift("literacy", years: 8, -4, 10),
      ModelFixtures.drift("human-capital", years: 7, -0.1, 0.2),
      ModelFixtures.drift("data-price-2gb", years: 7, -3, 1),
    ]
    let catalog = ModelFixtures.catalog([place], [], drifts: drifts)
    return SupplyReader(
      catalog: catalog, country: 0, referenceYear: 2026, drifts: DriftTable(catalog)
    ).supply(id, scale: scale)
  }

  @Test func sixYearsStandSevenDrift() throws {
    let six = supply(50, year: 2020)
    #expect(six.range == Interval(50) && six.thinness == 0)
    let seven = supply(50, year: 2019)
    #expect(seven.range == Interval(50, 59) && seven.thinness == 1 && seven.status == .observed)
    let row = try #require(seven.evidence.first)
    #expect(row.value == 50 && row.low == 50 && row.high == 59 && row.year == "2019")
    #expect(supply(50, year: 2018).range == Interval(46, 60))
  }

  @Test func driftStaysInsideTheValidRange() {
    #expect(supply(95, year: 2019).range == Interval(95, 100))
    #expect(supply(99, year: 2019).range == Interval(99, 100))
    #expect(supply(2, year: 2018).range == Interval(0, 12))
    #expect(supply(1, year: 2019, id: "data-price-2gb").range == Interval(0, 2))
  }

  @Test func indicesDriftBeforeTheyAreScaled() {
    let range = supply(0.5, year: 2019, id: "human-capital", scale: 100).range
    #expect(abs(range.low - 40) < 1e-9 && abs(range.high - 70) < 1e-9)
  }

  @Test func ownFiguresDoNotDrift() {
    let own = supply(50, year: 2010, status: .own)
    #expect(own.range == Interval(50) && own.thinness == 1)
    #expect(supply(50, year: 2019, status: .own).range == Interval(50))
  }

  @Test func withoutSeenChangesTheOldFigureStays() {
    let found = supply(50, year: 2010)
    #expect(found.range == Interval(50) && found.thinness == 1)
    #expect(supply(50, year: 2019, id: "voice").range == Interval(50))
  }

  @Test func groupsDriftToo() {
    var place = ModelFixtures.Place(["electricity-rural": 40])
    place.years["electricity-rural"] = 2019
    let catalog = ModelFixtures.catalog(
      [place], [], drifts: [ModelFixtures.drift("electricity-rural", years: 7, 5, 12)])
    let conditions = CountryConditions(ModelContext(catalog), country: 0)
    #expect(conditions.supplies.groups[.rural]?.electricity.range == Interval(40, 52))
    #expect(conditions.likelihoods[FlagID.r2.index] == StepRange(3))
  }

  /// Signal is the better of two figures at both ends.
  @Test func signalIsTheBetterAtBothEnds() {
    var place = ModelFixtures.Place(["coverage-3g": 80, "coverage-4g": 88])
    place.years["coverage-3g"] = 2019
    let catalog = ModelFixtures.catalog(
      [place], [], drifts: [ModelFixtures.drift("coverage-3g", years: 7, 2, 15)])
    let signal = CountryConditions(ModelContext(catalog), country: 0).supplies.total.signal
    #expect(signal.range == Interval(88, 95) && signal.thinness == 1)
  }
}
