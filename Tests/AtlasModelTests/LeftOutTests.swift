import Testing

@testable import AtlasModel

@Suite struct LeftOutTests {
  private func near(_ found: Interval?, _ low: Double, _ high: Double) -> Bool {
    guard let found else { return false }
    let slack = 1e-9 * max(1, abs(high))
    return abs(found.low - low) < slack && abs(found.high - high) < slack
  }

  private func supply(_ low: Double, _ high: Double? = nil) -> Supply {
    Supply(range: Interval(low, high ?? low), status: .observed, evidence: [], thinness: 0)
  }

  @Test func reachByHand() {
    #expect(CountryConditions.reach([]) == .one)
    #expect(near(CountryConditions.reach([supply(60)]), 0.6, 0.6))
    #expect(near(CountryConditions.reach([supply(60), supply(70)]), 0.3, 0.6))
    #expect(near(CountryConditions.reach([supply(30), supply(50)]), 0, 0.3))
    #expect(
      near(CountryConditions.reach([supply(80, 90), supply(95), supply(90, 100)]), 0.65, 0.9))
  }

  /// All ways to spread six people over the eight combinations of three supplies.
  @Test func boundsAreThoseOfAllJointDistributions() {
    let people = 6
    var seen: [[Int]: (low: Int, high: Int)] = [:]
    func spread(_ cell: Int, _ left: Int, _ counts: [Int]) {
      if cell == 7 {
        let all = counts + [left]
        let marginals = (0..<3).map { bit in
          all.indices.reduce(0) { $0 + ($1 >> bit & 1 == 1 ? all[$1] : 0) }
        }
        let old = seen[marginals] ?? (people, 0)
        seen[marginals] = (min(old.low, left), max(old.high, left))
        return
      }
      for count in 0...left { spread(cell + 1, left - count, counts + [count]) }
    }
    spread(0, people, [])
    #expect(seen.count == 343)
    for (marginals, bounds) in seen {
      let reach = CountryConditions.reach(
        marginals.map { supply(100 * Double($0) / Double(people)) })
      #expect(abs(reach.low - Double(bounds.low) / Double(people)) < 1e-9, "\(marginals)")
      #expect(abs(reach.high - Double(bounds.high) / Double(people)) < 1e-9, "\(marginals)")
    }
  }

  private static let place: ModelFixtures.Place = {
    var place = ModelFixtures.Place([
      "population": 1e6, "rural-population": 40, "internet-users": 90, "mobile-owners": 95,
      "literacy": 92, "literacy-rural": 85, "literacy-women": 90, "mobile-owners-women": 93,
      "internet-users-women-derived": 88, "coverage-4g": 80, "electricity-rural": 70,
    ])
    place.areaKm2 = 10_400
    return place
  }()

  private static func good(_ worker: Operator, _ levels: [Int]) -> PublicGood {
    ModelFixtures.good {
      $0.sector = "health"
      $0.demand.operator = worker
      $0.demand.connectivity = levels[0]
      $0.demand.literacy = levels[1]
      $0.demand.device = levels[2]
      $0.demand.power = levels[3]
    }
  }

  private func insight(_ good: PublicGood, _ place: ModelFixtures.Place = place) -> Insight {
    Assessor(catalog: ModelFixtures.catalog([place], [good])).insight(country: 0, good: 0)
  }

  @Test func citizensByHand() throws {
    let found = try #require(insight(Self.good(.citizens, [2, 2, 1, 0])).leftOut)
    // Signal 100, internet 90, phones 95, literacy 92: 77 to 90 of 100 have all four.
    #expect(near(found.people, 100_000, 230_000) && near(found.share, 0.1, 0.23))
    #expect(found.base == "everybody")
    let groups = Dictionary(uniqueKeysWithValues: found.groups.map { ($0.id, $0) })
    #expect(
      found.groups.map(\.id) == ["rural", "urban", "women", "poorest-40", "illiterate", "offline"])
    // Rural: internet 75 to 90, phones 87.5 to 95, literacy 85.
    #expect(near(groups["rural"]?.leftOut, 60_000, 210_000))
    // Urban: internet 90 to 100, phones 95 to 100, literacy 96 2/3.
    #expect(near(groups["urban"]?.leftOut, 20_000, 110_000))
    // Women: 88, 93, 90. The poorest: internet 75 to 90, phones 87.5 to 95, literacy 80 to 92.
    #expect(near(groups["women"]?.leftOut, 60_000, 145_000))
    #expect(near(groups["poorest-40"]?.leftOut, 40_000, 230_000))
    #expect(near(groups["illiterate"]?.leftOut, 80_000, 80_000))
    #expect(near(groups["offline"]?.leftOut, 100_000, 100_000))
    #expect(near(groups["rural"]?.people, 400_000, 400_000))
    #expect(near(found.widening, 1, (2.9 / 3) / 0.475))
    let mean = 0.4 * 0.475 + 0.6 * 2.9 / 3
    #expect(near(found.gini, 0, 0.24 * (2.9 / 3 - 0.475) / mean))
    #expect(found.evidence.contains { $0.id == "population" && $0.source == "figures" })
  }

  @Test func frontlineStaffCountRuralPeople() throws {
    let found = try #require(insight(Self.good(.frontlineStaff, [3, 4, 4, 2])).leftOut)
    // Signal 100, 4G 50 to 80, power 70 in villages: 20 to 70 of 100 have all three.
    #expect(near(found.people, 120_000, 320_000) && near(found.share, 0.3, 0.8))
    #expect(found.base == "rural people" && found.groups.map(\.id) == ["rural"])
    #expect(found.widening == nil && found.gini == nil)
  }

  @Test func nobodyIsCountedWhereNobodyIsReached() {
    for worker in [Operator.officials, .developers] {
      let found = insight(Self.good(worker, [3, 3, 3, 3]))
      #expect(found.leftOut == nil && found.staff == nil)
    }
    var unknown = Self.place
    unknown.values["population"] = nil
    #expect(insight(Self.good(.citizens, [2, 2, 2, 2]), unknown).leftOut == nil)
    #expect(insight(Self.good(.citizens, [2, 2, 2, 2]), unknown).staff == nil)
    var noShare = Self.place
    noShare.values["rural-population"] = nil
    #expect(insight(Self.good(.frontlineStaff, [2, 2, 2, 2]), noShare).leftOut == nil)
    let citizens = insight(Self.good(.citizens, [2, 2, 2, 2]), noShare).leftOut
    #expect(citizens?.widening == nil && citizens?.groups.contains { $0.id == "rural" } == false)
  }

  @Test func nothingAskedLeavesNobodyOut() {
    let found = insight(Self.good(.citizens, [0, 0, 0, 0])).leftOut
    #expect(found?.people == Interval(0) && found?.widening == Interval(1))
    #expect(found?.gini == Interval(0))
  }

  @Test func whereNobodyIsReachedNeitherPlaceIsAhead() {
    var place = Self.place
    for id in ["internet-users", "internet-users-women-derived"] { place.values[id] = 0 }
    let found = insight(Self.good(.citizens, [2, 0, 0, 0]), place).leftOut
    #expect(found?.people == Interval(1e6) && found?.widening == Interval(1))
    #expect(found?.gini == Interval(0))
  }

  /// Worlds whose totals are put together from town and country.
  @Test func intervalsAreSoundInAnyWorld() {
    var random = SeededRandom(seed: 61)
    var counted = 0
    for _ in 0..<400 {
      var world = MadeUpWorld(&random)
      world.place.values["population"] = random.within(1e4, 1e8)
      let insight = insight(world.good, world.place)
      guard let leftOut = insight.leftOut else { continue }
      counted += 1
      let population = world.place.values["population"] ?? 0
      let slack = 1e-6 * population
      #expect(leftOut.people.low >= -slack && leftOut.people.high <= population + slack)
      #expect(leftOut.share.low >= -1e-9 && leftOut.share.high <= 1 + 1e-9)
      for group in leftOut.groups {
        #expect(group.leftOut.low >= -slack && group.leftOut.high <= group.people.high + slack)
      }
      if let widening = leftOut.widening { #expect(widening.low >= 1) }
      if let gini = leftOut.gini { #expect(gini.low >= 0 && gini.high <= 1) }
      if let staff = insight.staff {
        #expect(staff.staff.low >= 0 && staff.staff.low <= staff.byRatio.low)
        #expect(staff.people.high <= population + slack)
      }
      // The sum of town and country and the total leave a number that both allow.
      let parts = leftOut.groups.filter { ["rural", "urban"].contains($0.id) }
      guard parts.count == 2, world.place.isConsistent else { continue }
      let low = parts.reduce(0) { $0 + $1.leftOut.low }
      let high = parts.reduce(0) { $0 + $1.leftOut.high }
      #expect(low <= leftOut.people.high + slack && leftOut.people.low <= high + slack)
    }
    #expect(counted > 150)
  }
}

extension ModelFixtures.Place {
  /// Whether no figure is too old or stale to agree with the others.
  var isConsistent: Bool { years.isEmpty && statuses.isEmpty }
}

@Suite struct StaffPlanTests {
  private func plan(_ parameters: StaffParameters = StaffParameters()) throws -> StaffPlan {
    var place = ModelFixtures.Place([
      "population": 1e6, "rural-population": 40, "internet-users": 90, "mobile-owners": 95,
      "literacy-rural": 85,
    ])
    place.areaKm2 = 10_400
    let good = ModelFixtures.good {
      $0.sector = "health"
      $0.demand.connectivity = 2
      $0.demand.literacy = 2
      $0.demand.device = 1
    }
    let context = ModelContext(ModelFixtures.catalog([place], [good]))
    return try #require(
      CountryConditions(context, country: 0).staffPlan(
        Demand(good), sector: good.sector, parameters: parameters))
  }

  private func near(_ found: Interval, _ low: Double, _ high: Double) -> Bool {
    abs(found.low - low) < 1e-9 * max(1, low) && abs(found.high - high) < 1e-9 * max(1, high)
  }

  @Test func byHand() throws {
    // The least of 100, 75 to 90, 87.5 to 95 and 85 of 400,000 rural people are reached.
    let found = try plan()
    #expect(near(found.people, 60_000, 100_000) && found.preset == .intensive)
    #expect(near(found.byRatio, 60_000 / 650.0, 100_000 / 650.0))
    #expect(near(found.byTime, 60_000 / 660.0, 100_000 / 660.0))
    #expect(near(found.staff, 60_000 / 660.0, 100_000 / 650.0))
    #expect(near(found.pointsByHead, 60_000 / 20_500.0, 100_000 / 20_500.0))
    #expect(found.pointsByArea.map { abs($0 - 160) < 1e-9 } == true)
  }

  /// Four visits of half an hour a year are one worker for 660 people.
  @Test func thirtyMinutesFourTimesIsOneFor660() throws {
    let found = try plan(StaffParameters(preset: .light, visits: 4, minutes: 30))
    #expect(near(found.byTime, 60_000 / 660.0, 100_000 / 660.0))
    #expect(near(found.byRatio, 60_000 / 10_250.0, 100_000 / 10_250.0))
  }

  @Test func parametersCount() throws {
    let found = try plan(
      StaffParameters(
        preset: .regular, uptake: 0.5, visits: 2, minutes: 10, days: 100, hours: 5, walk: 2))
    #expect(near(found.people, 30_000, 50_000) && near(found.byRatio, 15, 25))
    #expect(near(found.byTime, 20, 50_000 * 20 / 30_000))
    #expect(near(found.staff, 15, 50_000 * 20 / 30_000))
    #expect(found.pointsByArea.map { abs($0 - 1000) < 1e-9 } == true)
    #expect(found.formula.contains("/ 2000") && found.formula.contains("2 visits x 10 minutes"))
  }

  /// The visits of each ratio agree with it to a tenth (assumption for two of three).
  @Test func visitsAgreeWithTheirRatio() {
    for preset in StaffPreset.allCases {
      let byTime = 220 * 6 * 60 / (preset.visits.count * preset.visits.minutes)
      #expect(abs(byTime / preset.inhabitantsPerStaff - 1) < 0.1)
    }
  }
}
