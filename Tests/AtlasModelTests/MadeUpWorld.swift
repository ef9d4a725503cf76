import AtlasModel

/// A made-up country and good whose figures agree with each other.
///
/// Totals are put together from groups, 4G lies within 3G and use within signal, so that taking a
/// figure away leaves a range that holds it.
struct MadeUpWorld {
  var place: ModelFixtures.Place
  var good: PublicGood

  init(_ random: inout SeededRandom) {
    place = Self.country(&random)
    good = Self.good(&random)
  }

  static func country(_ random: inout SeededRandom) -> ModelFixtures.Place {
    var place = ModelFixtures.Place()
    var values: ModelFixtures.Values = [:]
    let rural = random.within(0.02, 0.98)
    values["rural-population"] = rural * 100
    func split(_ total: String, _ group: String?) {
      let urban = random.unit() * 100
      let mine = urban * random.unit()
      values[total] = rural * mine + (1 - rural) * urban
      if let group { values[group] = mine }
    }
    split("electricity", "electricity-rural")
    split("literacy", "literacy-rural")
    split("internet-users", nil)
    split("mobile-subscriptions", nil)
    func women(_ total: String) -> Double {
      let all = values[total] ?? 0
      return random.within(max(0, 2 * all - 100), min(100, 2 * all))
    }
    values["literacy-women"] = women("literacy")
    let online = women("internet-users")
    values["internet-users-women-derived"] = online
    let men = 2 * (values["internet-users"] ?? 0) - online
    values["internet-parity"] = men > 0 ? online / men : 1
    values["coverage-3g"] = random.within(values["internet-users"] ?? 0, 100)
    values["coverage-4g"] = (values["coverage-3g"] ?? 0) * random.unit()
    values["fixed-broadband"] = random.unit() * 30
    values["data-price-2gb"] = random.unit() * 20
    for id in ["human-capital", "e-government"] { values[id] = random.unit() }
    for id in ["rule-of-law", "voice", "cybersecurity"] { values[id] = random.unit() * 100 }
    values["conflict"] = random.unit() * 10
    if random.chance(0.3) { values["internet-shutdowns"] = 3 }
    for goal in 1...17 { values[SDGGaps.indicator(goal)] = random.unit() * 100 }
    for id in values.keys.sorted() {
      if random.chance(0.12) { values[id] = nil }
      if random.chance(0.08) { place.years[id] = 2015 }
      if random.chance(0.04) { place.statuses[id] = .stale }
    }
    place.values = values
    var facts: [String: String] = [:]
    if random.chance(0.85) {
      facts["data-protection-law"] = random.pick(["enacted", "enacted", "draft", "none"])
    }
    if random.chance(0.85) {
      facts["data-protection-authority"] = random.pick(["yes", "no", "in-law-not-set-up"])
    }
    place.facts = facts
    place.isLandlocked = random.chance(0.2)
    if place.isLandlocked { place.values["sdg-goal-14"] = nil }
    return place
  }

  static func good(_ random: inout SeededRandom) -> PublicGood {
    var good = ModelFixtures.good()
    good.sector = random.pick(["health", "education", "governance"])
    good.sectors = random.chance(0.2) ? ["humanitarian"] : [good.sector]
    good.sdgs = (1...17).filter { _ in random.chance(0.2) }
    good.personalDataTypes = random.chance(0.3) ? ["health"] : ["name"]
    let words: [Answer] = [.yes, .no, .unknown]
    var answers: [Declarations.Question: Answer] = [:]
    for question in Declarations.Question.allCases { answers[question] = random.pick(words) }
    // What is stored was collected.
    if answers[.storesPersonalData] == .yes { answers[.collectsPersonalData] = .yes }
    good.declared = Declarations(
      answers: answers,
      deploymentClaim: "", deploymentRecord: "", source: "registry")
    good.organisations = (0..<Int.random(in: 0...2, using: &random)).map {
      Organisation(name: "O\($0)", role: "owner", website: "", record: "2026")
    }
    good.demand.operator = random.pick(Operator.allCases)
    good.demand.channels = Channel.allCases.filter { _ in random.chance(0.25) }
    good.demand.connectivity = random.level()
    good.demand.literacy = random.level()
    good.demand.device = random.level()
    good.demand.power = random.level()
    good.demand.curatedSensitivity = random.level()
    good.demand.declaredSensitivity = random.chance(0.8) ? random.level() : nil
    good.demand.institutional = random.level()
    good.demand.isDeclarationDoubtful = random.chance(0.1)
    good.demand.steward = random.pick(Steward.allCases)
    return good
  }
}
