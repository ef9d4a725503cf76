import Testing

@testable import AtlasModel

@Suite struct PeerRangesTests {
  private static let figure = "literacy"

  private func place(
    _ value: Double?, _ subregion: String = "S", income: IncomeGroup? = .low, region: String = "R"
  ) -> ModelFixtures.Place {
    var place = ModelFixtures.Place([Self.figure: value])
    place.region = region
    place.subregion = subregion
    place.income = income
    return place
  }

  /// Supply of the first country.
  private func supply(_ places: [ModelFixtures.Place]) -> Supply {
    let context = ModelContext(ModelFixtures.catalog(places, []))
    return CountryConditions(context, country: 0).supplies.total.literacy
  }

  @Test func fivePeersGiveTheirRange() throws {
    let five = [50.0, 55, 62, 41, 70].map { place($0) }
    let found = supply([place(nil)] + five + [place(3, income: .high), place(2, "T")])
    #expect(found.range == Interval(41, 70) && found.status == .peerRange && found.thinness == 1)
    let row = try #require(found.evidence.first)
    #expect(row.value == nil && row.low == 41 && row.high == 70 && row.status == .peerRange)
    #expect(row.year == "2024" && row.source == "figures")
    #expect(row.text == "range of 5 countries of the same subregion and income group")
  }

  @Test func fourPeersAreTooFew() {
    let found = supply([place(nil)] + [50.0, 55, 62, 41].map { place($0) })
    #expect(found.range == .percentage && found.status == .missing)
  }

  @Test func theRegionStandsInWhereTheSubregionHasTooFew() throws {
    let near = [50.0, 55, 62, 41].map { place($0) }
    let found = supply([place(nil)] + near + [place(20, "T"), place(99, "T", income: .high)])
    #expect(found.range == Interval(20, 62) && found.status == .peerRange)
    #expect(
      found.evidence.first?.text == "range of 5 countries of the same region and income group")
    let elsewhere = supply([place(nil)] + near + [place(20, "T", region: "Q")])
    #expect(elsewhere.range == .percentage)
    // With five in the subregion the region does not count.
    let enough = supply([place(nil)] + near + [place(60), place(20, "T")])
    #expect(enough.range == Interval(41, 62))
  }

  @Test func stalePeersAreNoPeers() {
    var peers = [50.0, 55, 62, 41, 70].map { place($0) }
    peers[2].statuses[Self.figure] = .stale
    #expect(supply([place(nil)] + peers).range == .percentage)
    var stale = place(5)
    stale.statuses[Self.figure] = .stale
    let own = supply([stale] + [50.0, 55, 62, 41, 70].map { place($0) })
    #expect(own.range == Interval(41, 70) && own.evidence.first?.value == nil)
  }

  @Test func knownFiguresIgnoreThePeers() {
    let peers = [50.0, 55, 62, 41, 70].map { place($0) }
    #expect(supply([place(90)] + peers).range == Interval(90))
  }

  @Test func noIncomeGroupNoPeers() {
    let peers = [50.0, 55, 62, 41, 70].map { place($0, income: nil) }
    #expect(supply([place(nil, income: nil)] + peers).range == .percentage)
    let homeless = [50.0, 55, 62, 41, 70].map { place($0, "") }
    #expect(supply([place(nil, "")] + homeless).range == .percentage)
  }

  @Test func indicesKeepTheirScale() {
    func index(_ value: Double?) -> ModelFixtures.Place {
      var result = place(50)
      result.values["human-capital"] = value
      return result
    }
    let catalog = ModelFixtures.catalog([index(nil)] + [0.2, 0.3, 0.4, 0.5, 0.6].map(index), [])
    let found = CountryConditions(ModelContext(catalog), country: 0).supplies.humanCapital
    #expect(abs(found.range.low - 20) < 1e-9 && abs(found.range.high - 60) < 1e-9)
  }

  /// Shares of rural people and groups are never taken from other countries.
  @Test func contextHasNoPeers() {
    let peers = (0..<6).map { _ in place(50) }
    var mine = place(50)
    mine.values["rural-population"] = nil
    let context = ModelContext(ModelFixtures.catalog([mine] + peers, []))
    #expect(CountryConditions(context, country: 0).supplies.ruralShare == nil)
    #expect(context.peers.range(country: 0, indicator: "rural-population") == nil)
    #expect(context.peers.range(country: 0, indicator: "sdg-goal-01") == nil)
    #expect(context.regional.range(country: 0, indicator: "sdg-goal-01")?.count == 7)
    #expect(context.peers.members(country: 0) == Array(0...6))
  }

  @Test func aMissingTotalBoundsItsGroupsByThePeers() {
    let catalog = ModelFixtures.catalog(
      [place(nil)] + [50.0, 55, 62, 41, 70].map { place($0) }, [])
    var mine = catalog
    if let indicator = catalog.indicatorPosition("literacy-rural") {
      mine.replaceObservation(country: 0, indicator: indicator, with: nil)
    }
    let found = CountryConditions(ModelContext(mine), country: 0).supplies.groups[.rural]?.literacy
    // 30 % rural: nobody there may read at 41, and no more than the total at 70.
    #expect(found?.range == Interval(0, 70) && found?.status == .bounded)
  }
}
