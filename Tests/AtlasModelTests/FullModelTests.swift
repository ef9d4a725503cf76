import Testing

@testable import AtlasModel

/// Properties of fit-model section 11.3 for the full model: peers, drift, measures, stakeholders.
@Suite struct FullModelTests {
  typealias Result = RichWorld.Result

  private let slack = 1e-9

  /// What got better where nothing may: empty if the second result is nowhere better.
  private func gains(_ before: Result, _ after: Result) -> [String] {
    var found: [String] = []
    let (old, new) = (before.screening, after.screening)
    if new.fit.range.low > old.fit.range.low + slack { found.append("fit low") }
    if new.fit.range.high > old.fit.range.high + slack { found.append("fit high") }
    if rank(new.verdict.cautious) > rank(old.verdict.cautious) { found.append("cautious") }
    if rank(new.verdict.hopeful) > rank(old.verdict.hopeful) { found.append("hopeful") }
    if let one = old.verdict.class.rank, let two = new.verdict.class.rank, two > one {
      found.append("class")
    }
    for (one, two) in zip(old.flags.all, new.flags.all) {
      if two.worst < one.worst || two.best < one.best { found.append(one.id.rawValue) }
      if two.residualWorst < one.residualWorst || two.residualBest < one.residualBest {
        found.append(one.id.rawValue + " after measures")
      }
    }
    func fewer(_ name: String, _ one: Interval?, _ two: Interval?) {
      guard let one, let two else { return }
      let room = slack * max(1, one.high)
      if two.low < one.low - room || two.high < one.high - room { found.append(name) }
    }
    fewer("left out", before.leftOut?.people, after.leftOut?.people)
    fewer("rural left out", rural(before.leftOut), rural(after.leftOut))
    fewer("staff", before.staff?.staff, after.staff?.staff)
    return found
  }

  private func rural(_ leftOut: LeftOut?) -> Interval? {
    leftOut?.groups.first { $0.id == "rural" }?.leftOut
  }

  private func rank(_ verdict: VerdictClass) -> Int { verdict.rank ?? -1 }

  /// Figures of which more is better, and those of which less is.
  private static let supplies: [(id: String, limit: Double)] = [
    ("internet-users", 100), ("internet-parity", 1.2), ("internet-users-women-derived", 100),
    ("coverage-3g", 100), ("coverage-4g", 100), ("mobile-subscriptions", 150),
    ("fixed-broadband", 60), ("data-price-2gb", 0), ("electricity", 100),
    ("electricity-rural", 100), ("literacy", 100), ("literacy-rural", 100),
    ("literacy-women", 100), ("human-capital", 1), ("rule-of-law", 100), ("voice", 100),
    ("internet-shutdowns", 0), ("cybersecurity", 100), ("conflict", 0), ("e-government", 1),
    ("schools-internet", 100),
  ]

  @Test func betterSupplyNeverHurts() {
    var random = SeededRandom(seed: 82)
    for world in RichWorld.all {
      let before = world.result()
      let known = Self.supplies.filter { world.place.values[$0.id] != nil }
      for supply in (0..<5).map({ _ in random.pick(known) }) {
        let value = world.place.values[supply.id] ?? 0
        if supply.limit >= 1 && supply.limit < value { continue }
        var better = world
        better.place.values[supply.id] = value + (supply.limit - value) * random.unit()
        #expect(gains(better.result(), before) == [], "\(supply.id)")
      }
      guard world.place.facts["data-protection-law"] != nil else { continue }
      var lawful = world
      lawful.place.facts["data-protection-law"] = "enacted"
      lawful.place.facts["data-protection-authority"] = "yes"
      #expect(gains(lawful.result(), before) == [], "law")
    }
  }

  @Test func higherDemandNeverHelps() {
    let levels: [WritableKeyPath<DemandProfile, Int>] = [
      \.connectivity, \.literacy, \.device, \.power, \.curatedSensitivity, \.institutional,
    ]
    for world in RichWorld.all {
      let goods = levels.filter { world.good.demand[keyPath: $0] < 4 }.map { level in
        ModelFixtures.good { good in
          good = world.good
          good.demand[keyPath: level] += 1
        }
      }
      let context = ModelContext(world.catalog([world.good] + goods))
      let before = Result(context, world.settings)
      for position in goods.indices {
        let after = Result(context, world.settings, good: position + 1)
        #expect(gains(before, after) == [], "\(position)")
      }
    }
  }

  /// Both ends of the class and of every severity; a class may still turn into Cannot say where
  /// a measure lifts the hopeful end alone.
  @Test func measuresNeverHurt() {
    var random = SeededRandom(seed: 83)
    let ids = BundledCatalog.catalog.measures.map(\.id)
    for world in RichWorld.all {
      let context = ModelContext(world.catalog())
      var settings = world.settings
      settings.measures = []
      let untouched = Result(context, settings)
      var before = untouched
      for _ in 0..<6 {
        settings.measures.append(random.pick(ids))
        let after = Result(context, settings)
        #expect(gains(after, before) == [], "\(settings.measures)")
        #expect(after.screening.fit == untouched.screening.fit)
        for (one, two) in zip(untouched.screening.flags.all, after.screening.flags.all) {
          #expect(one.worst == two.worst && one.best == two.best)
          #expect(two.isMitigable || !one.isMitigable)
          #expect(two.residualWorst <= two.worst && two.residualBest <= two.best)
          #expect(two.worst.rawValue - two.residualWorst.rawValue <= 2)
          #expect(two.residualBest <= two.residualWorst)
        }
        before = after
      }
    }
  }

  // What is known

  /// What the first result leaves open less than the second: empty if the first holds the second.
  private func escapes(_ wide: Result, _ narrow: Result) -> [String] {
    var found: [String] = []
    func check(_ name: String, _ one: Interval?, _ two: Interval?) {
      guard let one, let two else { return }
      let room = slack * max(1, one.high)
      if two.low < one.low - room || two.high > one.high + room { found.append(name) }
    }
    let (before, after) = (wide.screening, narrow.screening)
    check("fit", before.fit.range, after.fit.range)
    check("need", before.need, after.need)
    for (one, two) in zip(before.fit.dimensions, after.fit.dimensions) {
      check(one.dimension.rawValue, one.adequacy, two.adequacy)
    }
    check("left out", wide.leftOut?.people, narrow.leftOut?.people)
    check("rural left out", rural(wide.leftOut), rural(narrow.leftOut))
    check("staff", wide.staff?.staff, narrow.staff?.staff)
    var isSameOffer = true
    for (one, two) in zip(before.flags.all, after.flags.all) where one.id != .e1 {
      if two.best < one.best || two.worst > one.worst { found.append(one.id.rawValue) }
      // A condition on an unknown figure does not hold; once known, it may.
      let isSame = one.isMitigable == two.isMitigable && one.takenCount == two.takenCount
      isSameOffer = isSameOffer && isSame
      if two.residualWorst > one.residualWorst || (isSame && two.residualBest < one.residualBest) {
        found.append(one.id.rawValue + " after measures")
      }
    }
    if after.thinness > before.thinness + slack { found.append("thinness") }
    if after.flags[.e1].worst > before.flags[.e1].worst { found.append("E1") }
    if rank(after.verdict.cautious) < rank(before.verdict.cautious) { found.append("cautious") }
    // E1 is the one flag that knowing more lowers: it may lift the hopeful end too.
    let isSameThinness = before.flags[.e1].worst == after.flags[.e1].worst
    if isSameOffer, isSameThinness,
      rank(after.verdict.hopeful) > rank(before.verdict.hopeful)
    {
      found.append("hopeful")
    }
    if let one = before.verdict.class.rank, let two = after.verdict.class.rank, two < one {
      found.append("class")
    }
    return found
  }

  private func escapingInputs(_ wide: Result, _ narrow: Result) -> [String] {
    zip(wide.inputs, narrow.inputs).filter { one, two in
      two.range.low < one.range.low - slack || two.range.high > one.range.high + slack
    }.map(\.0.name)
  }

  private func isUsable(_ id: String, _ place: ModelFixtures.Place) -> Bool {
    place.values[id] != nil && place.statuses[id] != .stale
  }

  /// Where the range that stands in for a figure holds it, every result of the known figure lies
  /// inside that of the unknown one, and the class shown is never better than with the figure.
  ///
  /// Left out by the decisions: no row of shutdowns is none on record; a second answer on a law
  /// opens; 4G without 3G bounds the signal to 100, not to the peers; the ratio of women to men does
  /// not bound the total.
  @Test func losingAFigureInsideItsRangeOpensAndNeverRaises() {
    var random = SeededRandom(seed: 84)
    var held = 0
    for world in RichWorld.all {
      let narrow = world.result()
      let ids = world.place.values.keys.sorted().filter {
        isUsable($0, world.place) && !["internet-shutdowns", "internet-parity"].contains($0)
          && ($0 != "coverage-4g" || isUsable("coverage-3g", world.place))
      }
      for id in (0..<6).map({ _ in random.pick(ids) }) {
        var unknown = world
        unknown.place.values[id] = nil
        let wide = unknown.result()
        let holdsGoal = !id.hasPrefix("sdg-goal") || nests(wide, narrow)
        guard escapingInputs(wide, narrow) == [], holdsGoal, !isOutside(id, wide, narrow) else {
          continue
        }
        held += 1
        #expect(escapes(wide, narrow) == [], "\(id)")
      }
      for fact in ["data-protection-law", "data-protection-authority", "cybercrime-law"]
      where world.place.facts[fact] != nil {
        var unknown = world
        unknown.place.facts[fact] = nil
        #expect(escapes(unknown.result(), narrow) == [], "\(fact)")
      }
    }
    #expect(held > 900, "\(held)")
  }

  private func nests(_ wide: Result, _ narrow: Result) -> Bool {
    zip(wide.conditions.gaps.gaps, narrow.conditions.gaps.gaps).allSatisfy {
      $0.low <= $1.low + slack && $0.high >= $1.high - slack
    }
  }

  /// Whether a figure that a likelihood reads by itself lies outside the range that stands for it.
  private func isOutside(_ id: String, _ wide: Result, _ narrow: Result) -> Bool {
    guard ["conflict", "voice", "rule-of-law"].contains(id) else { return false }
    let (one, two) = (
      wide.conditions.reader.supply(id).range, narrow.conditions.reader.supply(id).range
    )
    return two.low < one.low || two.high > one.high
  }

  /// A figure of today inside the range that stood for it never opens anything.
  @Test func aPointInsideItsRangeNeverOpens() {
    var random = SeededRandom(seed: 85)
    var told = 0
    for world in RichWorld.all {
      let wide = world.result()
      let supplies = wide.conditions.supplies
      let ranges: [(id: String, range: Interval, scale: Double)] = [
        ("internet-users", supplies.total.internet.range, 1),
        ("literacy", supplies.total.literacy.range, 1),
        ("electricity", supplies.total.electricity.range, 1),
        ("coverage-3g", supplies.total.signal.range, 1),
        ("human-capital", supplies.humanCapital.range, 100),
        ("fixed-broadband", supplies.fixedBroadband.range, 1),
        ("data-price-2gb", supplies.dataPrice.range, 1),
        ("cybersecurity", supplies.cybersecurity.range, 1),
        ("e-government", supplies.eGovernment.range, 100),
        ("electricity-rural", supplies.groups[.rural]?.electricity.range ?? .percentage, 1),
        ("literacy-rural", supplies.groups[.rural]?.literacy.range ?? .percentage, 1),
        ("literacy-women", supplies.groups[.women]?.literacy.range ?? .percentage, 1),
        (
          "internet-users-women-derived", supplies.groups[.women]?.internet.range ?? .percentage, 1
        ),
        ("voice", wide.conditions.reader.supply("voice").range, 1),
        ("rule-of-law", wide.conditions.reader.supply("rule-of-law").range, 1),
        (
          "conflict", wide.conditions.reader.supply("conflict", ifMissing: Interval(0, 10)).range, 1
        ),
      ]
      let open = ranges.filter { !$0.range.isPoint }
      for (id, range, scale) in (0..<4).compactMap({ _ in open.isEmpty ? nil : random.pick(open) })
      {
        var known = world
        known.place.values[id] = random.within(range.low, range.high) / scale
        known.place.years[id] = nil
        known.place.statuses[id] = nil
        told += 1
        let narrow = known.result()
        #expect(escapingInputs(wide, narrow) == [], "\(id)")
        #expect(escapes(wide, narrow) == [], "\(id)")
      }
    }
    #expect(told > 600, "\(told)")
  }

  // Others

  @Test func othersChangeOnlyPeerRangesAndPrecedent() {
    var random = SeededRandom(seed: 86)
    for world in RichWorld.all {
      let alone = world.result()
      var far = RichWorld(&random).place
      (far.region, far.subregion, far.iso3) = ("far", "away", "FAR")
      var among = world
      among.peers.append(far)
      let other = ModelFixtures.good("other") { good in
        good = RichWorld(&random).good
        good.id = "other"
      }
      let context = ModelContext(among.catalog([world.good, other]))
      let found = Result(context, world.settings)
      #expect(found.screening == alone.screening && found.leftOut == alone.leftOut)
      #expect(found.staff == alone.staff)
      // A peer moves nothing that is known.
      var peer = far
      (peer.region, peer.subregion) = ("region", "here")
      var nearer = world
      nearer.peers.append(peer)
      let moved = nearer.result()
      for (one, two) in zip(alone.inputs, moved.inputs) where one.range.isPoint {
        #expect(two.range == one.range, "\(one.name)")
      }
      // One that has no figure at all is none.
      peer.values = [:]
      nearer.peers[nearer.peers.count - 1] = peer
      let same = nearer.result()
      #expect(same.screening == alone.screening && same.leftOut == alone.leftOut)
    }
  }

  @Test func orderOfRowsChangesNothing() {
    var random = SeededRandom(seed: 87)
    for world in RichWorld.all.prefix(150) {
      let catalog = world.catalog()
      let alone = Result(ModelContext(catalog), world.settings)
      let index = SimilarityIndex(catalog)
      let precedent = index.precedent(good: 0, row: index.row(country: 0))
      var turned = world
      turned.peers.shuffle(using: &random)
      turned.settings.measures.shuffle(using: &random)
      turned.good.sdgs.shuffle(using: &random)
      turned.good.demand.channels.shuffle(using: &random)
      var shuffled = turned.catalog()
      shuffled.effects.shuffle(using: &random)
      shuffled.measures.shuffle(using: &random)
      shuffled.drifts.shuffle(using: &random)
      let found = Result(ModelContext(shuffled), turned.settings)
      #expect(found.screening.flags == alone.screening.flags)
      #expect(found.screening.verdict == alone.screening.verdict)
      #expect(found.screening.fit == alone.screening.fit && found.leftOut == alone.leftOut)
      #expect(abs(found.screening.need.low - alone.screening.need.low) < 1e-12)
      let users = Set(
        catalog.deployments.map { catalog.countries[$0.country].iso3 })
      let uses = shuffled.countries.indices.filter { users.contains(shuffled.countries[$0].iso3) }
      let again = SimilarityIndex(
        ModelFixtures.catalog(
          [turned.place] + turned.peers, [turned.good], uses: uses.map { (good: 0, country: $0) }))
      let mine = again.precedent(good: 0, row: again.row(country: 0))
      #expect(abs(mine.value - precedent.value) < 1e-12 && mine.uses == precedent.uses)
      #expect(abs(mine.effectiveNumber - precedent.effectiveNumber) < 1e-9)
    }
  }

  @Test func sharesSumToTheLossForEveryStakeholder() {
    for world in RichWorld.all {
      let context = ModelContext(world.catalog())
      // Conditions without rows give numbers without rows.
      let conditions = CountryConditions(context, country: 0, explains: false)
      for preset in WeightPreset.allCases {
        let fit = Assessor(context, settings: world.settings.with(preset))
          .screening(good: 0, conditions: conditions).fit
        let sum = fit.dimensions.reduce(0) { $0 + $1.lossShare }
        #expect(abs(sum - (1 - fit.range.low)) < 1e-12)
        #expect(fit.dimensions.allSatisfy { $0.lossShare >= 0 })
      }
    }
  }

  /// Evidence and offers are words beside the numbers, never part of them.
  @Test func explainingChangesNothing() {
    for world in RichWorld.all.prefix(150) {
      let context = ModelContext(world.catalog())
      let plain = Result(context, world.settings)
      let conditions = CountryConditions(context, country: 0)
      let told = Assessor(context, settings: world.settings).screening(
        good: 0, conditions: conditions)
      #expect(
        told.verdict == plain.screening.verdict && told.fit.range == plain.screening.fit.range)
      for (one, two) in zip(told.flags.all, plain.screening.flags.all) {
        #expect(one.likelihood == two.likelihood && one.impact == two.impact)
        #expect(one.residualWorst == two.residualWorst && one.isMitigable == two.isMitigable)
        #expect(one.isMitigable == one.offers.contains(where: \.works))
      }
    }
  }
}
