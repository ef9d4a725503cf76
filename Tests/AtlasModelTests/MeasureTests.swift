import Testing

@testable import AtlasModel

@Suite struct MeasureTests {
  // Conditions

  @Test func conditionsAreRead() {
    #expect(Precondition("electricity-rural>=20")?.test == .atLeast("electricity-rural", 20))
    #expect(Precondition("human-capital>=0.5")?.test == .atLeast("human-capital", 0.5))
    #expect(
      Precondition("open-source-policy=advisory|mandatory")?.test
        == .isOneOf("open-source-policy", ["advisory", "mandatory"]))
    #expect(Precondition("sensitivity<=3")?.test == .sensitivityAtMost(3))
    #expect(Precondition("sensitivity<=3")?.text == "sensitivity<=3")
    for text in ["", "literacy", "=enacted", "law=", "literacy>=", "literacy>=x", ">=3"] {
      #expect(Precondition(text) == nil, "\(text)")
    }
  }

  private func holds(
    _ condition: String, _ place: ModelFixtures.Place, sensitivity: Int = 0, drifts: [Drift] = []
  ) -> Answer {
    let catalog = ModelFixtures.catalog([place], [], drifts: drifts)
    return SupplyReader(
      catalog: catalog, country: 0, referenceYear: 2026, drifts: DriftTable(catalog)
    ).holds(Precondition(condition), sensitivity: sensitivity)
  }

  @Test func figuresHoldFromTheirLimit() {
    #expect(holds("literacy>=40", ModelFixtures.Place(["literacy": 40])) == .yes)
    #expect(holds("literacy>=40", ModelFixtures.Place(["literacy": 39.9])) == .no)
    #expect(holds("literacy>=40", ModelFixtures.Place(["literacy": nil])) == .unknown)
    #expect(holds("", ModelFixtures.Place()) == .yes)
    var stale = ModelFixtures.Place(["literacy": 90])
    stale.statuses["literacy"] = .stale
    #expect(holds("literacy>=40", stale) == .unknown)
  }

  @Test func oldFiguresHoldOnlyWhereTheirDriftDoes() {
    var old = ModelFixtures.Place(["literacy": 42])
    old.years["literacy"] = 2019
    let down = [ModelFixtures.drift("literacy", years: 7, -5, 5)]
    #expect(holds("literacy>=40", old, drifts: down) == .unknown)
    #expect(holds("literacy>=37", old, drifts: down) == .yes)
    #expect(holds("literacy>=48", old, drifts: down) == .no)
  }

  @Test func factsAndSensitivity() {
    let place = ModelFixtures.Place(facts: ["law": "draft"])
    #expect(holds("law=draft", place) == .yes && holds("law=none|draft", place) == .yes)
    #expect(holds("law=enacted", place) == .no && holds("other=draft", place) == .unknown)
    #expect(holds("sensitivity<=3", place, sensitivity: 3) == .yes)
    #expect(holds("sensitivity<=3", place, sensitivity: 4) == .no)
  }

  /// Peers' figures are not the country's: a condition does not rest on them.
  @Test func peersHoldNoCondition() {
    var places = (0..<6).map { _ in ModelFixtures.Place() }
    for index in places.indices {
      places[index].subregion = "S"
      places[index].income = .low
    }
    places[0].values["literacy"] = nil
    let catalog = ModelFixtures.catalog(
      places, [], effects: [ModelFixtures.effect("m", .d4, .impact, 1, if: "literacy>=40")])
    let conditions = CountryConditions(ModelContext(catalog), country: 0)
    #expect(conditions.supplies.total.literacy.status == .peerRange)
    #expect(conditions.holds == [.unknown])
  }

  // Severities

  private func flag(
    likelihood: Int, impact: Int, lowered: (likelihood: Int, impact: Int), taken: Int
  ) -> RiskFlag {
    RiskFlag(
      id: .s1, likelihood: StepRange(likelihood), impact: StepRange(impact), evidence: [],
      offers: [], residualLikelihood: StepRange(likelihood).lowered(by: lowered.likelihood),
      residualImpact: StepRange(impact).lowered(by: lowered.impact), isMitigable: true,
      takenCount: taken)
  }

  /// Every severity, every lowering: at most two words, one from critical by a single measure.
  @Test func everyResidual() {
    for likelihood in 0...4 {
      for impact in 0...4 {
        let before = Severity(likelihood: likelihood, impact: impact)
        for one in 0...4 {
          for two in 0...4 {
            let after = Severity(
              likelihood: max(0, likelihood - one), impact: max(0, impact - two))
            for taken in 0...3 {
              let flag = flag(
                likelihood: likelihood, impact: impact, lowered: (one, two), taken: taken)
              let words = taken == 0 ? 0 : before == .critical && taken == 1 ? 1 : 2
              let least = max(0, before.rawValue - words)
              #expect(flag.residualWorst.rawValue == max(after.rawValue, least) || taken == 0)
              #expect(flag.residualBest == flag.residualWorst && flag.residualWorst <= before)
              if taken == 0 { #expect(flag.residualWorst == before) }
            }
          }
        }
      }
    }
  }

  private static let measures = ["a", "b", "c"].map { ModelFixtures.measure($0) }

  private func screening(
    _ effects: [MeasureEffect], apply taken: [String] = [], cyber: Double = 10,
    sensitivity: Int = 4,
    measures: [Measure] = measures
  ) -> Screening {
    let good = ModelFixtures.good { $0.demand.curatedSensitivity = sensitivity }
    let catalog = ModelFixtures.catalog(
      [ModelFixtures.Place(["cybersecurity": cyber])], [good], measures: measures, effects: effects)
    let assessor = Assessor(catalog: catalog, settings: ModelSettings(measures: taken))
    return assessor.screening(good: 0, conditions: assessor.conditions(country: 0))
  }

  @Test func oneMeasureTakesCriticalToHigh() {
    let effects = [
      ModelFixtures.effect("a", .s1, .impact, 2), ModelFixtures.effect("b", .s1, .likelihood, 1),
    ]
    #expect(screening(effects).flags[.s1].residualWord == "critical")
    #expect(screening(effects, apply: ["a"]).flags[.s1].residualWord == "high")
    // 3 x 2 by both: from critical by two words.
    #expect(screening(effects, apply: ["a", "b"]).flags[.s1].residualWord == "moderate")
    #expect(screening(effects, apply: ["a", "b"]).flags[.s1].word == "critical")
    #expect(screening(effects, apply: ["z"]).flags[.s1].residualWord == "critical")
  }

  @Test func twoEffectsOfOneMeasureAreOneMeasure() {
    let effects = [
      ModelFixtures.effect("a", .s1, .impact, 2), ModelFixtures.effect("a", .s1, .likelihood, 2),
    ]
    #expect(screening(effects, apply: ["a"]).flags[.s1].residualWord == "high")
  }

  @Test func measuresAddUpToTwoWords() {
    let effects = ["a", "b", "c"].map { ModelFixtures.effect($0, .s1, .impact, 2) }
    #expect(screening(effects, apply: ["a", "b", "c"]).flags[.s1].residualWord == "moderate")
    let cyber = 30.0  // 3 x 3, high
    #expect(screening(effects, cyber: cyber, sensitivity: 3).flags[.s1].word == "high")
    let low = screening(effects, apply: ["a", "b", "c"], cyber: cyber, sensitivity: 3)
    #expect(low.flags[.s1].residualWord == "low")
  }

  @Test func whatDoesNotHoldLowersNothing() {
    let effects = [ModelFixtures.effect("a", .s1, .impact, 2, if: "literacy>=101")]
    let found = screening(effects, apply: ["a"]).flags[.s1]
    #expect(found.residualWord == "critical" && !found.isMitigable && found.measures == [])
    #expect(found.offers.map(\.holds) == [.no] && found.offers.map(\.isTaken) == [true])
    let none = screening([ModelFixtures.effect("a", .s1, .impact, 0)], apply: ["a"]).flags[.s1]
    #expect(none.residualWord == "critical" && !none.isMitigable)
  }

  /// Otherwise a better supply, which ends the offer, would leave a graver risk.
  @Test func takenMeasuresWorkBelowTheirSeverity() {
    let effects = [ModelFixtures.effect("a", .s1, .impact, 2)]
    let measures = [ModelFixtures.measure("a", from: .high)]
    func found(_ cyber: Double, _ taken: [String]) -> RiskFlag {
      screening(effects, apply: taken, cyber: cyber, sensitivity: 3, measures: measures).flags[.s1]
    }
    #expect(found(30, []).word == "high" && found(30, ["a"]).residualWord == "low")
    #expect(found(60, []).word == "moderate" && found(60, []).offers.isEmpty)
    #expect(found(60, ["a"]).residualWord == "low" && found(60, ["a"]).offers.count == 1)
  }

  // Caps

  /// High caps at Adopt with safeguards where a measure on offer works, else at Prepare first.
  @Test func highNeedsAMeasure() {
    let high = 30.0
    func verdict(_ effects: [MeasureEffect], _ taken: [String] = []) -> Verdict {
      screening(effects, apply: taken, cyber: high, sensitivity: 3).verdict
    }
    let works = [ModelFixtures.effect("a", .s1, .likelihood, 1)]
    #expect(screening([], cyber: high, sensitivity: 3).flags[.s1].word == "high")
    #expect(verdict([]).caps == [Cap(flag: .s1, limit: .prepareFirst)])
    #expect(verdict(works).caps == [Cap(flag: .s1, limit: .withSafeguards)])
    let unmet = [ModelFixtures.effect("a", .s1, .likelihood, 1, if: "literacy>=101")]
    #expect(verdict(unmet).caps == [Cap(flag: .s1, limit: .prepareFirst)])
    let other = [ModelFixtures.effect("a", .s2, .likelihood, 1)]
    #expect(verdict(other).caps == [Cap(flag: .s1, limit: .prepareFirst)])
    // Taken, it is moderate, and still caps at Adopt with safeguards.
    #expect(verdict(works, ["a"]).caps == [Cap(flag: .s1, limit: .withSafeguards)])
    // A critical one always caps at Prepare first.
    #expect(screening(works).verdict.caps.first == Cap(flag: .s1, limit: .prepareFirst))
  }

  @Test func thinDataIsLoweredByAPilotButStillCannotSay() {
    let good = ModelFixtures.good { $0.demand.curatedSensitivity = 1 }
    let effects = [ModelFixtures.effect("a", .e1, .impact, 1)]
    func found(_ ids: [String], _ taken: [String]) -> Screening {
      var place = ModelFixtures.Place()
      for id in ids { place.years[id] = 2015 }
      let catalog = ModelFixtures.catalog(
        [place], [good], measures: Self.measures, effects: effects)
      let assessor = Assessor(catalog: catalog, settings: ModelSettings(measures: taken))
      return assessor.screening(good: 0, conditions: assessor.conditions(country: 0))
    }
    let high = found(["cybersecurity"], ["a"])  // 1/9 of the weight
    #expect(high.flags[.e1].word == "high" && high.flags[.e1].residualWord == "moderate")
    #expect(high.verdict.class == .withSafeguards)
    let good4 = ModelFixtures.good {
      $0.demand.curatedSensitivity = 1
      $0.demand.institutional = 1
      $0.demand.power = 1
    }
    var place = ModelFixtures.Place()
    for id in ["cybersecurity", "e-government", "electricity"] { place.years[id] = 2015 }
    let assessor = Assessor(
      catalog: ModelFixtures.catalog([place], [good4], measures: Self.measures, effects: effects),
      settings: ModelSettings(measures: ["a"]))
    let critical = assessor.screening(good: 0, conditions: assessor.conditions(country: 0))
    #expect(critical.flags[.e1].word == "critical" && critical.verdict.class == .cannotSay)
  }
}
