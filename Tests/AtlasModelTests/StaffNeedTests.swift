import Testing

@testable import AtlasModel

@Suite struct StaffNeedTests {
  @Test func presetsHoldTheirRatios() {
    #expect(StaffPreset.intensive.inhabitantsPerStaff == 650)
    #expect(StaffPreset.regular.inhabitantsPerStaff == 2000)
    #expect(StaffPreset.light.inhabitantsPerStaff == 10250)
    #expect(StaffPreset(sector: "health") == .intensive)
    #expect(StaffPreset(sector: "education") == .regular)
    #expect(StaffPreset(sector: "payments") == .light)
    for preset in StaffPreset.allCases { #expect(!preset.basis.isEmpty) }
  }

  @Test func staffFollowThoseLeftOut() {
    let staff = StaffPreset.regular.staffPer10000(leftOut: Interval(0.2, 0.5))
    #expect(abs(staff.low - 1) < 1e-12 && abs(staff.high - 2.5) < 1e-12)
  }

  private func leftOut(_ worker: Operator, _ levels: [Int]) -> Interval {
    let place = ModelFixtures.Place([
      "rural-population": 100, "coverage-3g": 90, "coverage-4g": 60, "internet-users": 70,
      "mobile-owners": 80, "literacy-rural": 75, "electricity-rural": 85,
    ])
    let good = ModelFixtures.good {
      $0.demand.operator = worker
      $0.demand.connectivity = levels[0]
      $0.demand.literacy = levels[1]
      $0.demand.device = levels[2]
      $0.demand.power = levels[3]
    }
    return Assessor(catalog: ModelFixtures.catalog([place], [good])).conditions(country: 0)
      .ruralLeftOut(Demand(good))
  }

  /// Connectivity, literacy, device, power and the share of rural people left out.
  @Test(arguments: [
    ([0, 0, 0, 0], 0.0), ([1, 0, 0, 0], 0.10), ([2, 0, 0, 0], 0.30), ([3, 0, 0, 0], 0.30),
    ([4, 0, 0, 0], 0.40), ([0, 1, 0, 0], 0.25), ([0, 0, 1, 0], 0.20), ([0, 0, 2, 0], 0.30),
    ([0, 0, 0, 1], 0.15), ([1, 4, 1, 4], 0.25),
  ])
  func citizensNeedAllAtOnce(levels: [Int], expected: Double) {
    let found = leftOut(.citizens, levels)
    #expect(abs(found.low - expected) < 1e-9 && abs(found.high - expected) < 1e-9)
  }

  @Test(arguments: [
    ([0, 4, 4, 0], 0.0), ([1, 0, 0, 0], 0.10), ([2, 0, 0, 0], 0.10), ([3, 0, 0, 0], 0.40),
    ([0, 0, 0, 1], 0.15),
  ])
  func frontlineStaffNeedSignalAndPower(levels: [Int], expected: Double) {
    let found = leftOut(.frontlineStaff, levels)
    #expect(abs(found.low - expected) < 1e-9 && abs(found.high - expected) < 1e-9)
    #expect(leftOut(.officials, levels) == Interval(0))
  }
}
