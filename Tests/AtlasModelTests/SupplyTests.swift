import Testing

@testable import AtlasModel

@Suite struct SupplyTests {
  private func reader(_ place: ModelFixtures.Place) -> SupplyReader {
    SupplyReader(
      catalog: ModelFixtures.catalog([place], []), country: 0, referenceYear: 2026)
  }

  @Test func staleCountsAsUnknownAndKeepsItsRow() {
    var place = ModelFixtures.Place()
    place.statuses["literacy"] = .stale
    let supply = reader(place).supply("literacy")
    #expect(supply.range == .percentage && supply.thinness == 1 && supply.status == .stale)
    #expect(supply.evidence.first?.value == 100)
  }

  @Test func missingIsOpenAndThin() {
    let supply = reader(ModelFixtures.Place(["literacy": nil])).supply("literacy")
    #expect(supply.range == .percentage && supply.thinness == 1 && supply.status == .missing)
    #expect(supply.evidence.first?.value == nil && supply.evidence.first?.year == "")
  }

  @Test(arguments: [(2020, 0.0), (2019, 1.0)])
  func sixYearsAreRecent(year: Int, thinness: Double) {
    var place = ModelFixtures.Place()
    place.years["literacy"] = year
    place.years["literacy-rural"] = year
    let reader = reader(place)
    let total = reader.supply("literacy")
    #expect(total.thinness == thinness && total.range == Interval(100))
    let group = reader.group(
      "literacy-rural", total: total, share: 0.5, atMostTotal: true, label: "rural")
    #expect(group.thinness == thinness && group.range == Interval(100))
  }

  @Test func groupWithoutFigureIsBoundedByTheTotal() {
    let reader = reader(ModelFixtures.Place(["literacy": 80]))
    let group = reader.group(
      nil, total: reader.supply("literacy"), share: 0.5, atMostTotal: true, label: "rural")
    #expect(group.range == Interval(60, 80) && group.status == .bounded)
    let row = group.evidence.first
    #expect(row?.low == 60 && row?.high == 80 && row?.year == "2024" && row?.source == "figures")
    #expect(row?.id == "literacy:rural" && row?.status == .bounded)
  }

  @Test func groupOfAnUnknownTotalShowsNoNumber() {
    let reader = reader(ModelFixtures.Place(["literacy": nil]))
    let group = reader.group(
      nil, total: reader.supply("literacy"), share: 0.5, atMostTotal: true, label: "rural")
    let row = group.evidence.first
    #expect(group.range == .percentage && group.status == .missing && group.thinness == 1)
    #expect(row?.low == nil && row?.high == nil && row?.source == "")
  }

  @Test func lesserIsAsWeakAsTheWeaker() {
    let one = Supply(range: Interval(3), status: .observed, evidence: [], thinness: 0)
    let two = Supply(range: Interval(1, 5), status: .bounded, evidence: [], thinness: 1)
    let least = one.lesser(two)
    #expect(least.range == Interval(1, 3) && least.status == .bounded && least.thinness == 1)
    #expect(ValueStatus.missing.weaker(.observed) == .missing)
  }
}
