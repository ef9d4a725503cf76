import Testing

@testable import AtlasModel

@Suite struct DimensionReadingTests {
  private func reading(
    _ dimension: Dimension, _ changes: [String: Double?], years: [String: Int] = [:],
    _ change: (inout PublicGood) -> Void
  ) -> DimensionReading {
    var place = ModelFixtures.Place(changes)
    place.years = years
    let good = ModelFixtures.good(change: change)
    let conditions = Assessor(catalog: ModelFixtures.catalog([place], [good]))
      .conditions(country: 0)
    return DimensionReading(dimension, demand: Demand(good), conditions: conditions)
  }

  @Test func nothingAskedIsNoBarrier() {
    for dimension in Dimension.allCases {
      let found = reading(dimension, ["internet-users": nil]) { _ in }
      #expect(found.adequacy == .one && found.thinness == 0 && found.evidence.isEmpty)
    }
  }

  @Test func halfTotalHalfWorstGroup() {
    // Total .9 on the ramp 55 to 90 (86.5), women .3 (65.5).
    let found = reading(.skills, ["literacy": 86.5, "literacy-women": 65.5, "literacy-rural": 80]) {
      $0.demand.literacy = 3
    }
    #expect(abs(found.adequacy.high - 0.6) < 1e-9)
    let equity = reading(.equity, ["literacy": 86.5, "literacy-women": 65.5]) {
      $0.demand.literacy = 3
    }
    #expect(abs(equity.adequacy.high - 0.3) < 1e-9)
  }

  @Test func everyFigureReadHasARow() {
    let rows = reading(.connectivity, [:]) { $0.demand.connectivity = 4 }.evidence.map(\.id)
    #expect(Set(rows).isSuperset(of: ["coverage-3g", "internet-users", "coverage-4g"]))
    #expect(Set(rows).count == rows.count)
    let staff = reading(.connectivity, ["coverage-3g": 90, "coverage-4g": 80]) {
      $0.demand.operator = .officials
      $0.demand.connectivity = 3
    }
    #expect(staff.evidence.map(\.id) == ["coverage-3g", "coverage-4g"])
  }

  @Test func aDimensionIsAsThinAsItsThinnestFigure() {
    let found = reading(.skills, [:], years: ["literacy": 2012]) { $0.demand.literacy = 4 }
    #expect(found.thinness == 1)
    let equity = reading(.equity, [:], years: ["literacy": 2012]) {
      $0.demand.literacy = 1
      $0.demand.power = 3
    }
    #expect(equity.thinness == 1)
  }

  @Test func frontlinePowerReadsRuralAccess() {
    func power(_ changes: [String: Double?], years: [String: Int] = [:]) -> DimensionReading {
      reading(.power, changes, years: years) {
        $0.demand.operator = .frontlineStaff
        $0.demand.power = 2
      }
    }
    #expect(power(["electricity-rural": 50]).adequacy == Interval(0.5))
    #expect(power([:], years: ["electricity-rural": 2018]).thinness == 1)
    let bounded = power(["electricity-rural": nil, "electricity": 60, "rural-population": 80])
    #expect(bounded.adequacy == Interval(0.5, 0.7) && bounded.thinness == 1)
    #expect(power(["electricity-rural": nil]).thinness == 0)  // 100 leaves nothing open
    #expect(power(["electricity-rural": nil, "electricity": nil]).thinness == 1)
  }
}
