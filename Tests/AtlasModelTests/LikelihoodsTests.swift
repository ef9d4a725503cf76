import Testing

@testable import AtlasModel

/// Each rule on either side of every limit.
@Suite struct LikelihoodsTests {
  private func step(_ flag: FlagID, _ place: ModelFixtures.Place) -> StepRange {
    Assessor(catalog: ModelFixtures.catalog([place], [])).conditions(country: 0)
      .likelihoods[flag.index]
  }

  private func step(_ flag: FlagID, _ changes: [String: Double?]) -> StepRange {
    step(flag, ModelFixtures.Place(changes))
  }

  private struct Rule {
    let flag: FlagID
    let indicator: String
    let limits: [Double]
    var rises = false
    var unit = 1.0
  }

  private let rules = [
    Rule(flag: .d1, indicator: "internet-users", limits: [75, 65, 50, 35]),
    Rule(flag: .d2, indicator: "internet-parity", limits: [0.98, 0.95, 0.90, 0.75], unit: 0.01),
    Rule(flag: .d4, indicator: "literacy", limits: [95, 85, 70, 50]),
    Rule(flag: .d5, indicator: "data-price-2gb", limits: [2, 5, 8, 12], rises: true),
    Rule(flag: .r1, indicator: "coverage-4g", limits: [98, 95, 85, 70]),
    Rule(flag: .r2, indicator: "electricity-rural", limits: [99, 90, 70, 40]),
    Rule(flag: .s1, indicator: "cybersecurity", limits: [95, 85, 55, 20]),
    Rule(flag: .s3, indicator: "conflict", limits: [1.9, 3.4, 4.9, 6.4], rises: true),
    Rule(flag: .p3, indicator: "rule-of-law", limits: [75, 50, 35, 20]),
    Rule(flag: .i1, indicator: "e-government", limits: [0.75, 0.5, 0.37, 0.25], unit: 0.01),
  ]

  @Test func everyLimitBelongsToTheBetterStep() {
    for rule in rules {
      let worse = (rule.rises ? 0.01 : -0.01) * rule.unit
      for (better, limit) in rule.limits.enumerated() {
        #expect(
          step(rule.flag, [rule.indicator: limit]) == StepRange(better),
          "\(rule.flag) at \(limit)")
        #expect(
          step(rule.flag, [rule.indicator: limit + worse]) == StepRange(better + 1),
          "\(rule.flag) past \(limit)")
      }
    }
  }

  @Test func missingLeavesEveryStepOpen() {
    for rule in rules where rule.flag != .d2 && rule.flag != .r2 {
      #expect(step(rule.flag, [rule.indicator: nil]) == .open, "\(rule.flag)")
    }
    #expect(step(.d2, ["internet-parity": nil, "internet-users": nil]) == .open)
    #expect(step(.r2, ["electricity-rural": nil, "electricity": nil]) == .open)
    #expect(step(.d3, ["internet-users": nil]) == .open)
    #expect(step(.d3, ["rural-population": nil]) == .open)
    // No shutdown on record: the last step needs one.
    #expect(step(.p2, ["voice": nil]) == StepRange(0, 3))
    #expect(step(.p2, ["voice": nil, "internet-shutdowns": 1]) == StepRange(1, 4))
  }

  @Test func womenFromTheTotalWhereNoRatioIsKnown() {
    // 98 online: at least 96 of 100 women for each 100 men; 60: at least 20 for each 100.
    #expect(step(.d2, ["internet-parity": nil, "internet-users": 98]) == StepRange(0, 1))
    #expect(step(.d2, ["internet-parity": nil, "internet-users": 60]) == StepRange(0, 4))
    #expect(step(.d2, ["internet-parity": nil, "internet-users": 99.5]) == StepRange(0))
    var old = ModelFixtures.Place(["internet-parity": 0.5])
    old.years["internet-parity"] = 2019
    #expect(step(.d2, old) == StepRange(0))
    old.years["internet-parity"] = 2020
    #expect(step(.d2, old) == StepRange(4))
  }

  @Test func ruralUseIsBoundedByTheTotal() {
    func rural(_ internet: Double, _ share: Double) -> StepRange {
      step(.d3, ["internet-users": internet, "rural-population": share])
    }
    #expect(rural(97, 30) == StepRange(0))  // at least 90 of 100 in villages
    #expect(rural(96, 30) == StepRange(0, 1))  // at least 86.7 of 100
    #expect(rural(90, 30) == StepRange(0, 2))  // at least 66.7 of 100
    #expect(rural(82, 30) == StepRange(0, 3))  // at least 40 of 100
    #expect(rural(75, 30) == StepRange(0, 4))
    #expect(rural(0, 30) == .open)
    #expect(step(.d2, ["internet-parity": nil, "internet-users": 0]) == .open)
    #expect(rural(10, 0) == StepRange(0))
    #expect(rural(10, 100) == StepRange(0))
  }

  @Test func ruralPowerIsBoundedWhereNotMeasured() {
    let changes: [String: Double?] = [
      "electricity-rural": nil, "electricity": 90, "rural-population": 50,
    ]
    #expect(step(.r2, changes) == StepRange(1, 2))
  }

  @Test(arguments: [
    ("enacted", "yes", 0, 0), ("enacted", "no", 1, 1), ("enacted", "in-law-not-set-up", 2, 2),
    ("enacted", "", 0, 2), ("draft", "yes", 3, 3), ("none", "no", 4, 4), ("none", "", 4, 4),
    ("", "yes", 0, 4),
  ])
  func privacyLaw(law: String, authority: String, low: Int, high: Int) {
    var facts: [String: String] = [:]
    if !law.isEmpty { facts["data-protection-law"] = law }
    if !authority.isEmpty { facts["data-protection-authority"] = authority }
    #expect(step(.p1, ModelFixtures.Place(facts: facts)) == StepRange(low, high))
  }

  /// The older answer counts where it alone says enacted, with the authority that there is.
  @Test(arguments: [
    ("draft", "enacted", "yes", 0, 3), ("draft", "enacted", "in-law-not-set-up", 2, 3),
    ("none", "enacted", "no", 1, 4), ("none", "enacted", "", 0, 4), ("none", "draft", "no", 4, 4),
    ("draft", "none", "no", 3, 3), ("enacted", "none", "no", 1, 1), ("", "enacted", "yes", 0, 4),
  ])
  func secondAnswerOnTheLaw(law: String, older: String, authority: String, low: Int, high: Int) {
    var facts = ["data-protection-law-2022": older]
    if !law.isEmpty { facts["data-protection-law"] = law }
    if !authority.isEmpty { facts["data-protection-authority"] = authority }
    #expect(step(.p1, ModelFixtures.Place(facts: facts)) == StepRange(low, high))
  }

  /// 60 to 98 online: the bounds of both ratios are those of 60.
  @Test func rangedTotalsCountAtTheirLowEnd() {
    var places = [60.0, 70, 80, 90, 98].map {
      ModelFixtures.Place(["internet-users": $0, "rural-population": 30])
    }
    places.insert(
      ModelFixtures.Place(["internet-users": nil, "internet-parity": nil, "rural-population": 30]),
      at: 0)
    for index in places.indices {
      places[index].subregion = "S"
      places[index].income = .low
    }
    let likelihoods = Assessor(catalog: ModelFixtures.catalog(places, []))
      .conditions(country: 0).likelihoods
    #expect(likelihoods[FlagID.d1.index] == StepRange(0, 2))
    let changes: [String: Double?] = [
      "internet-users": 60, "internet-parity": nil, "rural-population": 30,
    ]
    #expect(likelihoods[FlagID.d2.index] == step(.d2, changes))
    #expect(likelihoods[FlagID.d3.index] == step(.d3, changes))
  }

  @Test(arguments: [(57.0, 0), (56.9, 1), (29, 1), (28.9, 3), (0, 3)])
  func voiceAndShutdowns(voice: Double, base: Int) {
    #expect(step(.p2, ["voice": voice]) == StepRange(base))
    #expect(step(.p2, ["voice": voice, "internet-shutdowns": 0]) == StepRange(base))
    #expect(step(.p2, ["voice": voice, "internet-shutdowns": 2]) == StepRange(base + 1))
  }

  @Test func flagsOfTheGoodAreLeftOpen() {
    for flag in [FlagID.r3, .s2, .l1, .f1, .f2, .e1] { #expect(step(flag, [:]) == .open) }
  }
}
