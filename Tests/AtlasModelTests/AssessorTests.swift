import AtlasModel
import Testing

/// Properties that hold for any country and good; the worlds are made up from fixed seeds.
@Suite struct AssessorTests {
  private static let worlds: [MadeUpWorld] = {
    var random = SeededRandom(seed: 41)
    return (0..<300).map { _ in MadeUpWorld(&random) }
  }()

  /// What got better where nothing may: empty if the second result is nowhere better.
  private func gains(_ before: Screening, _ after: Screening) -> [String] {
    var found: [String] = []
    let slack = 1e-9
    if after.fit.range.low > before.fit.range.low + slack { found.append("fit low") }
    if after.fit.range.high > before.fit.range.high + slack { found.append("fit high") }
    if (after.verdict.cautious.rank ?? 0) > (before.verdict.cautious.rank ?? 0) {
      found.append("cautious")
    }
    if (after.verdict.hopeful.rank ?? 0) > (before.verdict.hopeful.rank ?? 0) {
      found.append("hopeful")
    }
    if let old = before.verdict.class.rank, let new = after.verdict.class.rank, new > old {
      found.append("class")
    }
    for (old, new) in zip(before.flags.all, after.flags.all)
    where new.worst < old.worst || new.best < old.best {
      found.append(new.id.rawValue)
    }
    return found
  }

  /// Figures of which more is better, and those of which less is.
  private static let supplies: [(id: String, sign: Double, limit: Double)] = [
    ("internet-users", 1, 100), ("internet-parity", 1, 1.2),
    ("internet-users-women-derived", 1, 100), ("coverage-3g", 1, 100), ("coverage-4g", 1, 100),
    ("mobile-subscriptions", 1, 150), ("fixed-broadband", 1, 60), ("data-price-2gb", -1, 0),
    ("electricity", 1, 100), ("electricity-rural", 1, 100), ("literacy", 1, 100),
    ("literacy-rural", 1, 100), ("literacy-women", 1, 100), ("human-capital", 1, 1),
    ("rule-of-law", 1, 100), ("voice", 1, 100), ("internet-shutdowns", -1, 0),
    ("cybersecurity", 1, 100), ("conflict", -1, 0), ("e-government", 1, 1),
  ]

  @Test func betterSupplyNeverHurts() {
    var random = SeededRandom(seed: 42)
    for world in Self.worlds {
      let before = ModelFixtures.screening(world.place, world.good, explains: false)
      for supply in Self.supplies.shuffled(using: &random).prefix(8) {
        guard let value = world.place.values[supply.id] else { continue }
        var place = world.place
        place.values[supply.id] = value + (supply.limit - value) * random.unit()
        if supply.sign > 0, supply.limit < value { continue }
        let after = ModelFixtures.screening(place, world.good, explains: false)
        #expect(gains(after, before) == [], "\(supply.id)")
      }
      var place = world.place
      place.facts["data-protection-law"] = "enacted"
      place.facts["data-protection-authority"] = "yes"
      if world.place.facts["data-protection-law"] != nil {
        let after = ModelFixtures.screening(place, world.good, explains: false)
        #expect(gains(after, before) == [], "law")
      }
    }
  }

  @Test func higherDemandNeverHelps() {
    let levels: [WritableKeyPath<DemandProfile, Int>] = [
      \.connectivity, \.literacy, \.device, \.power, \.curatedSensitivity, \.institutional,
    ]
    for world in Self.worlds {
      let before = ModelFixtures.screening(world.place, world.good, explains: false)
      for level in levels where world.good.demand[keyPath: level] < 4 {
        var good = world.good
        good.demand[keyPath: level] += 1
        let after = ModelFixtures.screening(world.place, good, explains: false)
        #expect(gains(before, after) == [], "\(level)")
      }
    }
  }

  /// Whether the second screening leaves open at least what the first does.
  private func narrowed(_ before: Screening, _ after: Screening) -> [String] {
    var found: [String] = []
    func check(_ name: String, _ old: Interval, _ new: Interval) {
      if new.low > old.low + 1e-9 || new.high < old.high - 1e-9 { found.append(name) }
    }
    check("fit", before.fit.range, after.fit.range)
    for (old, new) in zip(before.fit.dimensions, after.fit.dimensions) {
      check(old.dimension.rawValue, old.adequacy, new.adequacy)
    }
    for (old, new) in zip(before.flags.all, after.flags.all)
    where old.id != .e1 && (new.best > old.best || new.worst < old.worst) {
      found.append(old.id.rawValue)
    }
    // E1 is known either way; losing a figure never lowers it.
    if after.flags[.e1].worst < before.flags[.e1].worst { found.append("E1") }
    let old = before.verdict.class.rank ?? -1
    if let new = after.verdict.class.rank, new > old, before.verdict.class != .cannotSay {
      found.append("class")
    }
    if before.verdict.class == .cannotSay, after.verdict.class != .cannotSay {
      found.append("said")
    }
    return found
  }

  /// By the decisions, no row of shutdowns is none on record, and subscriptions stand in for
  /// ownership; every other figure that goes missing leaves more open, never less.
  @Test func losingAFigureOpensAndNeverRaises() {
    var random = SeededRandom(seed: 45)
    for world in Self.worlds {
      let before = ModelFixtures.screening(world.place, world.good, explains: false)
      for id in world.place.values.keys.sorted()
      where id != "internet-shutdowns" && world.place.statuses[id] != .stale
        && random.chance(0.4)
      {
        // At 0 or 100 the total alone settles the rural figure, better than an old survey does.
        let total = world.place.values["electricity"] ?? 50
        if id == "electricity-rural", total <= 0 || total >= 100 { continue }
        var place = world.place
        place.values[id] = nil
        let after = ModelFixtures.screening(place, world.good, explains: false)
        #expect(narrowed(before, after) == [], "\(id)")
      }
      for fact in world.place.facts.keys.sorted() {
        var place = world.place
        place.facts[fact] = nil
        let after = ModelFixtures.screening(place, world.good, explains: false)
        #expect(narrowed(before, after) == [], "\(fact)")
      }
    }
  }

  @Test func losingAnAnswerOpensAndNeverRaises() {
    let questions: [Declarations.Question] = [
      .collectsPersonalData, .storesPersonalData, .securityMeasuresDescribed,
      .closedDependencies, .openAlternatives,
    ]
    for world in Self.worlds {
      let before = ModelFixtures.screening(world.place, world.good, explains: false)
      for question in questions {
        var answers: [Declarations.Question: Answer] = [:]
        for other in Declarations.Question.allCases where other != question {
          answers[other] = world.good.declared[other]
        }
        var good = world.good
        good.declared = Declarations(
          answers: answers, deploymentClaim: "", deploymentRecord: "", source: "registry")
        let after = ModelFixtures.screening(world.place, good, explains: false)
        #expect(narrowed(before, after) == [], "\(question)")
      }
    }
  }

  @Test func othersChangeNothing() {
    for (position, world) in Self.worlds.prefix(300).enumerated() {
      let other = Self.worlds[(position + 1) % Self.worlds.count]
      let alone = ModelFixtures.screening(world.place, world.good)
      var (first, second) = (world.place, other.place)
      first.iso3 = "AAA"
      second.iso3 = "BBB"
      var extra = other.good
      extra.id = "extra"
      let assessor = Assessor(
        catalog: ModelFixtures.catalog([second, first, second], [extra, world.good, extra]))
      let among = assessor.screening(good: 1, conditions: assessor.conditions(country: 1))
      #expect(among.flags == alone.flags && among.fit == alone.fit)
      #expect(among.need == alone.need && among.verdict == alone.verdict)
    }
  }

  @Test func orderOfRowsChangesNothing() {
    var random = SeededRandom(seed: 43)
    for world in Self.worlds.prefix(300) {
      let alone = ModelFixtures.screening(world.place, world.good)
      let assessor = Assessor(
        catalog: ModelFixtures.catalog(
          [world.place], [world.good],
          indicatorIDs: ModelFixtures.indicatorIDs.shuffled(using: &random)))
      let shuffled = assessor.screening(good: 0, conditions: assessor.conditions(country: 0))
      #expect(shuffled == alone)
      var good = world.good
      good.sdgs.shuffle(using: &random)
      good.demand.channels.shuffle(using: &random)
      good.organisations.shuffle(using: &random)
      let turned = ModelFixtures.screening(world.place, good, explains: false)
      #expect(turned.verdict == alone.verdict && turned.fit.range == alone.fit.range)
    }
  }

  @Test func flagsAreCompleteAndInOrder() {
    for world in Self.worlds {
      let screening = ModelFixtures.screening(world.place, world.good, explains: false)
      #expect(screening.flags.all.map(\.id) == FlagID.allCases)
      for id in FlagID.allCases { #expect(screening.flags[id].id == id) }
      for flag in screening.flags.all {
        #expect((0...4).contains(flag.likelihood.low) && (0...4).contains(flag.likelihood.high))
        #expect((0...4).contains(flag.impact.low) && (0...4).contains(flag.impact.high))
        #expect(flag.best <= flag.worst)
      }
    }
  }

  @Test func sharesSumToTheLossOfTheFit() {
    for world in Self.worlds {
      let fit = ModelFixtures.screening(world.place, world.good).fit
      let sum = fit.dimensions.reduce(0) { $0 + $1.lossShare }
      #expect(abs(sum - (1 - fit.range.low)) < 1e-12)
      #expect(abs(fit.dimensions.reduce(0) { $0 + $1.weight } - 1) < 1e-12)
      #expect(fit.dimensions.map(\.dimension) == Dimension.allCases)
      #expect(fit.dimensions.allSatisfy { $0.adequacy.low >= 0 && $0.adequacy.high <= 1 })
      #expect(fit.range.low >= 0 && fit.range.high <= 1)
    }
  }

  @Test func everythingKnownLeavesNothingOpen() {
    var random = SeededRandom(seed: 44)
    for _ in 0..<50 {
      var good = MadeUpWorld.good(&random)
      good.declared = ModelFixtures.declarations([:])
      good.sdgs = [3]
      good.demand.isDeclarationDoubtful = false
      let place = ModelFixtures.Place(["rural-population": 0])
      let screening = ModelFixtures.screening(place, good)
      #expect(screening.fit.range.isPoint && screening.need.isPoint)
      #expect(screening.verdict.cautious == screening.verdict.hopeful)
    }
  }
}
