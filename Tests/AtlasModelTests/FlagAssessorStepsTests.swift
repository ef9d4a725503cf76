import AtlasModel
import Testing

/// Impact of every rule, and the likelihoods that depend on the good.
@Suite struct FlagAssessorStepsTests {
  private let best = ModelFixtures.Place()

  private func flag(_ id: FlagID, _ change: (inout PublicGood) -> Void) -> RiskFlag {
    ModelFixtures.flag(id, best, ModelFixtures.good(change: change))
  }

  private func impact(
    _ id: FlagID, _ worker: Operator, _ change: (inout PublicGood) -> Void
  ) -> StepRange {
    flag(id) {
      $0.demand.operator = worker
      change(&$0)
    }.impact
  }

  private func all(_ good: inout PublicGood) {
    good.demand.connectivity = 3
    good.demand.literacy = 4
    good.demand.device = 4
    good.demand.power = 4
    good.demand.institutional = 4
  }

  @Test(arguments: [
    (FlagID.d1, [3, 0, 0, 0]), (.d2, [4, 0, 0, 0]), (.d3, [3, 3, 0, 0]), (.d4, [4, 0, 0, 0]),
    (.d5, [3, 0, 0, 0]), (.r1, [3, 3, 2, 0]), (.r2, [4, 4, 2, 0]), (.r3, [4, 4, 0, 0]),
    (.i1, [4, 4, 4, 4]), (.l1, [3, 3, 3, 3]), (.f1, [3, 3, 3, 3]), (.f2, [4, 4, 2, 1]),
    (.e1, [4, 4, 4, 4]),
  ])
  func impactByOperator(id: FlagID, expected: [Int]) {
    let workers: [Operator] = [.citizens, .frontlineStaff, .officials, .developers]
    #expect(workers.map { impact(id, $0, all) } == expected.map { StepRange($0) })
  }

  @Test func lowLevelsStayLowForOfficials() {
    let good = { (good: inout PublicGood) in
      good.demand.connectivity = 1
      good.demand.power = 1
      good.demand.literacy = 1
    }
    for id in [FlagID.r1, .r2, .f2] { #expect(impact(id, .officials, good) == StepRange(1)) }
  }

  @Test(arguments: 0...4)
  func sensitivityIsTheImpactOfDataRisks(level: Int) {
    let good = { (good: inout PublicGood) in
      good.demand.curatedSensitivity = level
      good.demand.channels = [.offline]
      good.declared = ModelFixtures.declarations([
        .collectsPersonalData: .yes, .storesPersonalData: .yes,
      ])
    }
    for id in [FlagID.s1, .s2, .s3, .p1, .p2, .p3] {
      #expect(flag(id, good).impact == StepRange(level), "\(id)")
    }
  }

  @Test func lostDevicesCountOnlyOffline() {
    #expect(flag(.s3) { $0.demand.curatedSensitivity = 4 }.impact == StepRange(0))
  }

  @Test func privacyLawCountsOnlyWherePersonalDataIsCollected() {
    func impact(_ answer: Answer, curated: Int) -> StepRange {
      flag(.p1) {
        $0.demand.curatedSensitivity = curated
        $0.declared = ModelFixtures.declarations([.collectsPersonalData: answer])
      }.impact
    }
    #expect(impact(.no, curated: 1) == StepRange(0))
    #expect(impact(.unknown, curated: 1) == StepRange(0, 1))
    #expect(impact(.yes, curated: 1) == StepRange(1))
    #expect(impact(.no, curated: 2) == StepRange(2))
  }

  @Test func dangerousKindsWeighFour() {
    func impact(_ level: Int, _ types: [String], _ sectors: [String] = []) -> StepRange {
      flag(.p2) {
        $0.demand.curatedSensitivity = level
        $0.personalDataTypes = types
        $0.sectors = sectors
      }.impact
    }
    #expect(impact(3, ["name"]) == StepRange(3))
    #expect(impact(3, ["health"]) == StepRange(4))
    #expect(impact(3, ["biometric"]) == StepRange(4))
    #expect(impact(3, [], ["governance", "humanitarian"]) == StepRange(4))
    #expect(impact(2, ["health"]) == StepRange(2))
  }

  @Test func storageDecidesTheStewardRisk() {
    func impact(_ stores: Answer, doubtful: Bool = false) -> StepRange {
      flag(.s2) {
        $0.demand.curatedSensitivity = 3
        $0.demand.isDeclarationDoubtful = doubtful
        $0.declared = ModelFixtures.declarations([.storesPersonalData: stores])
      }.impact
    }
    #expect(impact(.yes) == StepRange(3))
    #expect(impact(.no) == StepRange(0))
    #expect(impact(.unknown) == StepRange(0, 3))
    #expect(impact(.no, doubtful: true) == StepRange(0, 3))
  }

  @Test func stewardSteps() {
    func steps(_ steward: Steward, _ answer: Answer) -> StepRange {
      flag(.s2) {
        $0.demand.steward = steward
        $0.declared = ModelFixtures.declarations([.securityMeasuresDescribed: answer])
      }.likelihood
    }
    #expect(steps(.government, .no) == StepRange(0))
    #expect(steps(.unitedNations, .unknown) == StepRange(0))
    #expect(steps(.other, .yes) == StepRange(2))
    #expect(steps(.other, .no) == StepRange(4))
    #expect(steps(.other, .unknown) == StepRange(2, 4))
  }

  @Test func channelsRelieveTheNeedForStaff() {
    func impact(_ channels: [Channel]) -> StepRange {
      flag(.r3) { $0.demand.channels = channels }.impact
    }
    #expect(impact([.web]) == StepRange(4))
    #expect(impact([.offline]) == StepRange(3))
    #expect(impact([.assistedAgent, .smsUSSD]) == StepRange(3))
    #expect(impact([.offline, .assistedAgent]) == StepRange(2))
  }

  /// Staff per 10,000 at 1 per 650: 15.38 a point of share left out.
  @Test(arguments: [
    (93.6, 0), (93.4, 1), (80.6, 1), (80.4, 2), (48.1, 2), (47.9, 3), (2.6, 3), (2.4, 4),
  ])
  func staffSteps(power: Double, step: Int) {
    let place = ModelFixtures.Place(["electricity-rural": power])
    let good = ModelFixtures.good {
      $0.sector = "health"
      $0.demand.operator = .frontlineStaff
      $0.demand.power = 1
    }
    #expect(ModelFixtures.flag(.r3, place, good).likelihood == StepRange(step))
  }

  @Test func noRuralPeopleNeedNoStaff() {
    let place = ModelFixtures.Place(["electricity-rural": 0, "rural-population": 0])
    let good = ModelFixtures.good {
      $0.sector = "health"
      $0.demand.power = 1
    }
    #expect(ModelFixtures.flag(.r3, place, good).likelihood == StepRange(0))
  }

  @Test func lockInSteps() {
    func steps(
      _ closed: Answer, _ independent: Answer, _ swap: Answer = .unknown, stewards: Int = 1
    ) -> StepRange {
      flag(.l1) {
        $0.declared = ModelFixtures.declarations([
          .closedDependencies: closed, .platformIndependent: independent, .openAlternatives: swap,
        ])
        $0.organisations = (0..<stewards).map {
          Organisation(
            name: "O\($0)", role: $0 == 0 ? "owner" : "maintainer", website: "", record: "")
        }
        $0.organisations.append(
          Organisation(name: "F", role: "funder", website: "", record: ""))
      }.likelihood
    }
    #expect(steps(.no, .yes) == StepRange(0))
    #expect(steps(.no, .unknown) == StepRange(1))
    #expect(steps(.yes, .yes, .yes) == StepRange(2))
    #expect(steps(.yes, .no, .no, stewards: 2) == StepRange(3))
    #expect(steps(.yes, .no, .no, stewards: 1) == StepRange(4))
    #expect(steps(.yes, .no, .unknown, stewards: 1) == StepRange(2, 4))
    #expect(steps(.unknown, .yes, .no, stewards: 2) == StepRange(0, 3))
    #expect(steps(.unknown, .unknown, .yes) == StepRange(1, 2))
  }

  /// In the fixture goal 1 has the widest gap and goal 17 the narrowest.
  @Test(arguments: [
    (1, 0), (4, 0), (5, 1), (8, 1), (9, 2), (12, 2), (13, 3), (15, 3), (16, 4), (17, 4),
  ])
  func relevanceSteps(goal: Int, step: Int) {
    #expect(flag(.f1) { $0.sdgs = [goal] }.likelihood == StepRange(step))
    #expect(flag(.f1) { $0.sdgs = [17, goal] }.likelihood == StepRange(step))
  }

  @Test func relevanceOfUnknownGoalsIsARange() {
    let place = ModelFixtures.Place(["sdg-goal-13": nil])
    func steps(_ goals: [Int]) -> StepRange {
      ModelFixtures.flag(.f1, place, ModelFixtures.good { $0.sdgs = goals }).likelihood
    }
    #expect(steps([4]) == StepRange(0, 1))  // fourth, or fifth if goal 13 is worse
    #expect(steps([13]) == .open)
    #expect(steps([17]) == StepRange(4))
    #expect(steps([3]) == StepRange(0))
    #expect(flag(.f1) { $0.sdgs = [] }.likelihood == .open)
  }

  @Test func languageIsAlwaysUnknown() {
    #expect(flag(.f2) { _ in }.likelihood == StepRange(2))
  }

  /// Nine equal weights, each old figure here is one dimension of nine.
  ///
  /// .111 is above .1, .222 is not above .25, .333 is above .25 and not above .4, .444 is above.
  @Test(arguments: [(0, 0), (1, 2), (2, 2), (3, 3), (4, 4)])
  func thinSteps(old: Int, step: Int) {
    var place = ModelFixtures.Place()
    for id in ["electricity", "e-government", "cybersecurity", "human-capital"].prefix(old) {
      place.years[id] = 2019
    }
    let good = ModelFixtures.good {
      $0.demand.operator = .officials
      $0.demand.power = 1
      $0.demand.institutional = 1
      $0.demand.curatedSensitivity = 1
      $0.demand.literacy = 1
    }
    #expect(ModelFixtures.flag(.e1, place, good).likelihood == StepRange(step))
  }

  @Test func aQuarterExactlyIsNotAboveAQuarter() {
    // Two dimensions and a quarter of privacy: 2.25 of 9.
    var place = ModelFixtures.Place()
    for id in ["electricity", "e-government", "voice"] { place.years[id] = 2019 }
    let good = ModelFixtures.good {
      $0.demand.operator = .officials
      $0.demand.power = 1
      $0.demand.institutional = 1
      $0.demand.curatedSensitivity = 1
    }
    #expect(ModelFixtures.flag(.e1, place, good).likelihood == StepRange(2))
    place.years["rule-of-law"] = 2019
    #expect(ModelFixtures.flag(.e1, place, good).likelihood == StepRange(3))
  }
}
