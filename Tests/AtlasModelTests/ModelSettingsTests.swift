import Testing

@testable import AtlasModel

@Suite struct ModelSettingsTests {
  @Test func weightsSumToOneAndDoubleWhatIsNamed() {
    for preset in WeightPreset.allCases {
      let weights = preset.weights
      #expect(weights.count == Dimension.allCases.count)
      #expect(abs(weights.reduce(0, +) - 1) < 1e-15)
      let plain = 1 / Double(Dimension.allCases.count + preset.doubled.count)
      for dimension in Dimension.allCases {
        let wanted = preset.doubled.contains(dimension) ? 2 * plain : plain
        #expect(abs(weights[dimension.index] - wanted) < 1e-15)
      }
    }
    #expect(WeightPreset.equal.doubled.isEmpty)
    #expect(WeightPreset.citizenFirst.doubled == [.equity, .skills, .affordability])
    #expect(WeightPreset.dataProtector.doubled == [.privacy, .security])
    #expect(WeightPreset.ruralOutreach.doubled == [.connectivity, .power, .equity])
    #expect(WeightPreset.ministry.doubled == [.institutions])
  }

  @Test func onlyTheDataProtectorWeighsTheWeakestLinkMore() {
    let links = WeightPreset.allCases.map(\.weakestLink)
    #expect(links == [0.5, 0.5, 0.7, 0.5, 0.5])
    let shares = WeightPreset.allCases.map(\.needShare)
    #expect(shares == [0.5, 0.5, 0.5, 0.5, 2.0 / 3])
  }

  @Test func settingsFollowTheirPreset() {
    let settings = ModelSettings(preset: .dataProtector, policy: .all, measures: ["a"])
    #expect(settings.weights == WeightPreset.dataProtector.weights && settings.weakestLink == 0.7)
    let other = settings.with(.equal)
    #expect(other.weakestLink == 0.5 && other.policy == .all && other.measures == ["a"])
    #expect(ModelSettings().isDefault && !settings.isDefault && !other.isDefault)
  }

  /// Privacy 0.5 and all else 1: the mean and the weakest link by hand.
  @Test func fitByPreset() {
    let good = ModelFixtures.good { $0.demand.curatedSensitivity = 2 }
    let place = ModelFixtures.Place(
      ["rule-of-law": 40, "voice": 40], facts: ["data-protection-law": "none"])
    let context = ModelContext(ModelFixtures.catalog([place], [good]))
    let conditions = CountryConditions(context, country: 0)
    for (preset, wanted) in [
      (WeightPreset.equal, 0.5 * (8.5 / 9) + 0.25), (.dataProtector, 0.3 * (10.0 / 11) + 0.35),
      (.citizenFirst, 0.5 * (11.5 / 12) + 0.25), (.ministry, 0.5 * (9.5 / 10) + 0.25),
    ] {
      let fit = Assessor(context, settings: ModelSettings(preset: preset))
        .screening(good: 0, conditions: conditions).fit
      #expect(abs(fit.range.low - wanted) < 1e-12, "\(preset)")
      let loss = fit.dimensions.reduce(0) { $0 + $1.lossShare }
      #expect(abs(loss - (1 - wanted)) < 1e-12)
    }
  }

  @Test func equityShareMovesBetweenTheTotalAndTheWorstGroup() {
    let good = ModelFixtures.good { $0.demand.literacy = 1 }
    let place = ModelFixtures.Place(["literacy": 60, "literacy-rural": 45, "literacy-women": 60])
    let context = ModelContext(ModelFixtures.catalog([place], [good]))
    let conditions = CountryConditions(context, country: 0)
    // Ramp 30 to 60; the poorest 40 % have at least nobody, so the low end is theirs.
    for (share, wanted) in [(0.0, 1.0), (0.25, 0.75), (1, 0)] {
      var settings = ModelSettings()
      settings.equityShare = share
      let score = Assessor(context, settings: settings).screening(good: 0, conditions: conditions)
        .fit.dimensions[Dimension.skills.index]
      #expect(abs(score.adequacy.low - wanted) < 1e-12)
      #expect(abs(score.adequacy.high - (1 - share / 2)) < 1e-12)
    }
  }

  @Test func policiesCountCriticalFlags() {
    #expect(RefusalPolicy.allCases.map(\.count) == [1, 2, 3])
    func classes(_ law: String, _ voice: Double, _ cyber: Double) -> [VerdictClass] {
      let good = ModelFixtures.good {
        $0.demand.curatedSensitivity = 4
        $0.declared = ModelFixtures.declarations([.collectsPersonalData: .yes])
      }
      let place = ModelFixtures.Place(
        ["voice": voice, "cybersecurity": cyber],
        facts: ["data-protection-law": law, "data-protection-authority": "yes"])
      let context = ModelContext(ModelFixtures.catalog([place], [good]))
      return RefusalPolicy.allCases.map {
        Assessor(context, settings: ModelSettings(policy: $0)).screening(
          good: 0, conditions: CountryConditions(context, country: 0)
        ).verdict.class
      }
    }
    #expect(classes("enacted", 95, 99) == [.adopt, .adopt, .adopt])
    #expect(classes("enacted", 95, 5) == [.notNow, .prepareFirst, .prepareFirst])
    #expect(classes("none", 95, 99) == [.notNow, .prepareFirst, .prepareFirst])
    #expect(classes("enacted", 5, 5) == [.notNow, .notNow, .prepareFirst])
    #expect(classes("none", 5, 99) == [.notNow, .notNow, .prepareFirst])
    #expect(classes("none", 5, 5) == [.notNow, .notNow, .notNow])
  }

  /// A measure that takes one of two critical flags to high undoes the refusal.
  @Test func refusalCountsWhatIsLeft() {
    let good = ModelFixtures.good {
      $0.demand.curatedSensitivity = 4
      $0.declared = ModelFixtures.declarations([.collectsPersonalData: .yes])
    }
    let place = ModelFixtures.Place(["voice": 5], facts: ["data-protection-law": "none"])
    let context = ModelContext(
      ModelFixtures.catalog(
        [place], [good], measures: [ModelFixtures.measure("a")],
        effects: [ModelFixtures.effect("a", .p1, .impact, 2)]))
    func verdict(_ taken: [String]) -> Verdict {
      Assessor(context, settings: ModelSettings(measures: taken)).screening(
        good: 0, conditions: CountryConditions(context, country: 0)
      ).verdict
    }
    #expect(verdict([]).class == .notNow && verdict(["a"]).class == .prepareFirst)
  }
}
