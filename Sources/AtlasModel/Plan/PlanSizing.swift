/// An amount that a size of a plan rests on and that no table gives: ours until people say better.
public enum PlanAmount: String, Sendable, CaseIterable {
  /// Share of the people left out who use the service, 0 to 1.
  case uptake
  /// Years over which people are registered and trained.
  case years
  /// Working days a year.
  case days
  /// Kilometres to walk to a service point.
  case walk
  /// Clinics, schools or offices that take part; nothing is on record.
  case facilities
  /// US dollars a year for a member of staff who works intensively.
  case pay

  /// What is taken where nobody says otherwise; nil where the plan has to ask.
  public var value: Double? {
    switch self {
    case .uptake: 1
    case .years: 3
    case .days: 220
    case .walk: 5
    case .facilities: nil
    case .pay: 3_750
    }
  }

  /// Where the value comes from.
  public var basis: String {
    switch self {
    case .uptake, .years, .days, .walk: "assumption"
    case .facilities: "not on record"
    case .pay: "McCord et al. 2013 (PMC3629450)"
    }
  }
}

/// One size of a plan: a range with the rule that it comes from.
public struct PlanSize: Sendable, Equatable {
  /// Stable id.
  public var id: String
  /// What is sized.
  public var name: String
  /// The range; nil where something has to be asked first.
  public var range: Interval?
  /// Unit of the range.
  public var unit: String
  /// The arithmetic with its numbers in it.
  public var formula: String
  /// Ids of rules of thumb and amounts in it, all of them changeable.
  public var parameters: [String]
  /// Published, derived or assumption, by rule.
  public var basis: String
  /// Cautions.
  public var caveat: String
  /// Year of the rule; empty where none is given.
  public var year: String
  /// Page of the rule; empty for the model's own.
  public var address: String
  /// Id of the source of the people counted; nil for none.
  public var source: String?
}

/// Works out the sizes of a plan.
///
/// Where several goods need the same thing, the one that needs most counts: agents and points serve all
/// of them (assumption).
struct PlanSizer {
  let catalog: Catalog
  let plan: AdoptionPlan
  let country: Int
  let insights: [Insight]
  /// Ids of the blocks that the goods need or are.
  let blocks: Set<String>
  /// Ids of the blocks of which one of the goods is an example.
  let own: Set<String>

  /// All sizes that the goods ask for.
  var all: [PlanSize] {
    let served = served
    let people = served?.people
    var sizes: [PlanSize] = []
    if let served { sizes += staffAndPoints(served) }
    if blocks.contains("agents") || blocks.contains("payments"), let people {
      sizes.append(agents(people))
    }
    let enrols = ["identity", "civil-registration"].contains { own.contains($0) }
    if enrols, let population { sizes += enrolment(population) }
    if let people { sizes += training(people) }
    sizes.append(pilot)
    if insights.contains(where: { catalog.goods[$0.screening.good].sectors.contains("health") }) {
      sizes.append(facilities)
    }
    return sizes
  }

  // MARK: Inputs

  private var population: Observation? { catalog.observation(country: country, ID.population) }

  /// People to be served on the ground.
  private struct Served {
    var people: Interval
    var name: String
    var formula: String
    var caveat: String
    var year = ""
    var source = "formula"
  }

  /// Blocks through which the state meets people, whoever works the good.
  private static let facing: Set<String> = [
    "identity", "civil-registration", "registration", "payments", "g2p", "agents",
    "social-registry",
  ]

  /// People whom the goods would not reach, the most of any good; where none of them is for people but
  /// they are met through one, rural people.
  private var served: Served? {
    let ranges = insights.compactMap { $0.leftOut?.people }
    if let low = ranges.map(\.low).max(), let high = ranges.map(\.high).max() {
      return Served(
        people: Interval(low, high), name: "People whom the goods would not reach by themselves",
        formula: LeftOut.formula,
        caveat: "Bounds, not an estimate; divides overlap, so the low end is nearer (assumption).")
    }
    guard !Self.facing.isDisjoint(with: blocks), let population,
      let rural = catalog.observation(country: country, ID.ruralPopulation)
    else { return nil }
    return Served(
      people: Interval(population.value * rural.value / 100),
      name: "Rural people, whom the service has to meet",
      formula: "\(NumberText.people(population.value, decimals: 0)) people x "
        + "\(NumberText.raw(rural.value)) % rural",
      caveat: "Officials work these goods; who reaches people is yours to decide.",
      year: NumberText.year(min(population.year, rural.year)), source: rural.source)
  }

  private func amount(_ amount: PlanAmount) -> Double? {
    plan.sizes[amount.rawValue] ?? amount.value
  }

  private struct Rate {
    var rule: RuleOfThumb
    var range: Interval
    var words: String
  }

  /// A rule as a range, or as the value that people say.
  private func rate(_ id: String) -> Rate? {
    guard let rule = catalog.rules.first(where: { $0.id == id }) else { return nil }
    if let own = plan.sizes[id] {
      return Rate(rule: rule, range: Interval(own), words: "\(NumberText.raw(own)) (your own)")
    }
    let ends = [rule.low, rule.value, rule.high].compactMap(\.self)
    guard let low = ends.min(), let high = ends.max() else { return nil }
    let words =
      low == high
      ? NumberText.raw(low) : "\(NumberText.raw(low)) to \(NumberText.raw(high))"
    return Rate(rule: rule, range: Interval(low, high), words: words)
  }

  private func size(
    _ id: String, _ name: String, _ range: Interval?, _ unit: String, _ formula: String,
    _ rates: [Rate], amounts: [PlanAmount] = [], caveat: String = "", source: String? = nil
  ) -> PlanSize {
    let own = amounts.map { amount in
      "\(amount.rawValue): \(plan.sizes[amount.rawValue] == nil ? amount.basis : "your own")."
    }
    return PlanSize(
      id: id, name: name, range: range, unit: unit, formula: formula,
      parameters: rates.map(\.rule.id) + amounts.map(\.rawValue),
      basis: (rates.map { "\($0.rule.statement) (\($0.rule.basis))" } + own)
        .joined(separator: " "),
      caveat: ([caveat] + rates.map(\.rule.caveat)).filter { !$0.isEmpty }.joined(separator: " "),
      year: rates.first?.rule.year.map(NumberText.year) ?? "",
      address: rates.first?.rule.address ?? "", source: source)
  }

  private func number(_ range: Interval) -> String {
    range.isPoint
      ? NumberText.people(range.low, decimals: 0)
      : "\(NumberText.people(range.low, decimals: 0)) to \(NumberText.people(range.high, decimals: 0))"
  }

  // MARK: Sizes

  private func staffAndPoints(_ served: Served) -> [PlanSize] {
    let uptake = amount(.uptake) ?? 1
    let people = served.people.times(uptake)
    var sizes = [
      PlanSize(
        id: "people", name: served.name, range: served.people, unit: "people",
        formula: served.formula, parameters: [], basis: "fit model", caveat: served.caveat,
        year: served.year, address: "", source: served.source)
    ]
    let most = insights.compactMap(\.staff).max { $0.staff.high < $1.staff.high }
    let preset = most?.preset ?? .light
    // Who meets people is open where officials work the goods: from a walk-in point to regular visits.
    let regular = StaffPreset.regular
    let open = Interval(
      served.people.low / preset.inhabitantsPerStaff,
      served.people.high / regular.inhabitantsPerStaff)
    let staff = (most?.staff ?? open).times(uptake)
    sizes.append(
      PlanSize(
        id: "staff", name: "Staff on the ground", range: staff, unit: "people",
        formula: most?.formula
          ?? "\(number(people)) people / \(NumberText.raw(preset.inhabitantsPerStaff)), at most / "
          + NumberText.raw(regular.inhabitantsPerStaff),
        parameters: [PlanAmount.uptake.rawValue],
        basis: most == nil ? "\(preset.basis); \(regular.basis)." : "\(preset.basis).",
        caveat: "WHO gives no fixed ratio: the range is wide for a reason.", year: "", address: "",
        source: "formula"))
    let heads =
      most.map { $0.pointsByHead.times(uptake) } ?? people.times(1 / StaffPlan.peoplePerPoint)
    sizes.append(
      PlanSize(
        id: "points", name: "Service points, by people", range: heads, unit: "points",
        formula: "\(number(most.map { $0.people.times(uptake) } ?? people)) people / 20,500",
        parameters: [PlanAmount.uptake.rawValue],
        basis: "Bangladesh digital centres 2021-22 (derived).",
        caveat: "Rural people only; by walking distance more.", year: "2022", address: "",
        source: "formula"))
    if let area = catalog.countries[country].areaKm2, let walk = amount(.walk), walk > 0 {
      sizes.append(
        PlanSize(
          id: "points-by-area", name: "Service points, by distance",
          range: Interval(0, area / (2.6 * walk * walk)), unit: "points",
          formula: "\(NumberText.people(area, decimals: 0)) km2 / (2.6 x \(NumberText.raw(walk)) "
            + "km x \(NumberText.raw(walk)) km)",
          parameters: [PlanAmount.walk.rawValue], basis: "Fit model, whole area.",
          caveat: "An upper bound: nobody lives in much of the area.", year: "", address: "",
          source: "formula"))
    }
    if let rate = rate("helpdesk-ratio"), rate.range.low > 0 {
      sizes.append(
        size(
          "help-desk", "Help desk for staff",
          Interval(staff.low / rate.range.high, staff.high / rate.range.low), "people",
          "\(number(staff)) staff / \(rate.words)", [rate], amounts: [.uptake]))
    }
    if preset == .intensive, let pay = amount(.pay) {
      sizes.append(
        size(
          "staff-cost", "Staff on the ground, a year", staff.times(pay), "USD a year",
          "\(number(staff)) staff x \(NumberText.raw(pay)) USD", [], amounts: [.uptake, .pay],
          caveat: "Prices of 2011; pay differs between countries."))
    }
    return sizes
  }

  private func agents(_ people: Interval) -> PlanSize {
    let uptake = amount(.uptake) ?? 1
    guard let accounts = rate("agents-per-account"), accounts.range.low > 0,
      let active = rate("agents-active-share"), active.range.low > 0
    else {
      return size("agents", "Cash-in cash-out agents", nil, "people", "rules are missing", [])
    }
    let users = people.times(uptake)
    return size(
      "agents", "Cash-in cash-out agents to register",
      Interval(
        users.low / accounts.range.high,
        users.high / accounts.range.low / (active.range.low / 100)), "people",
      "\(number(users)) people / \(accounts.words) accounts an agent, at most / \(active.words) % "
        + "that stay active",
      [accounts, active], amounts: [.uptake],
      caveat: "Only for people left out; agents that exist already are not on record.")
  }

  private func enrolment(_ population: Observation) -> [PlanSize] {
    var sizes: [PlanSize] = []
    let people = Interval(population.value)
    let words = "\(number(people)) people (\(population.year))"
    let (years, days) = (amount(.years) ?? 3, amount(.days) ?? 220)
    if let kit = rate("kit-per-day"), kit.range.low > 0, years * days > 0 {
      sizes.append(
        size(
          "kits", "Registration kits",
          Interval(
            people.low / (kit.range.high * days * years),
            people.high / (kit.range.low * days * years)), "kits",
          "\(words) / (\(kit.words) a day x \(NumberText.raw(days)) days x \(NumberText.raw(years)) "
            + "years)", [kit], amounts: [.days, .years],
          caveat: "One spare kit a centre comes on top.", source: population.source))
    }
    if let cost = rate("id-cost-person") {
      sizes.append(
        size(
          "id-cost", "Registering everybody",
          Interval(people.low * cost.range.low, people.high * cost.range.high), "USD",
          "\(words) x \(cost.words) USD", [cost],
          caveat: "Over half of large digital projects overran their first budget.",
          source: population.source))
    }
    return sizes
  }

  private func training(_ people: Interval) -> [PlanSize] {
    let (uptake, years) = (amount(.uptake) ?? 1, amount(.years) ?? 3)
    let learners = people.times(uptake)
    var sizes: [PlanSize] = []
    if let month = rate("ambassador-month"), let spread = rate("skill-spillover"),
      month.range.low > 0, years > 0
    {
      let each = 12 * years
      sizes.append(
        size(
          "trainers", "Trainers",
          Interval(
            learners.low / (1 + spread.range.high) / (month.range.high * each),
            learners.high / (month.range.low * each)), "people",
          "\(number(learners)) people / (\(month.words) a month x 12 x \(NumberText.raw(years)) "
            + "years), at the low end / (1 + \(spread.words)) passed on", [month, spread],
          amounts: [.uptake, .years]))
    }
    if let cost = rate("skills-person"), let spread = rate("skill-spillover") {
      sizes.append(
        size(
          "training-cost", "Training",
          Interval(
            learners.low * cost.range.low / (1 + spread.range.high),
            learners.high * cost.range.high), "USD",
          "\(number(learners)) people x \(cost.words) USD, at the low end / (1 + \(spread.words)) "
            + "passed on", [cost, spread], amounts: [.uptake],
          caveat: "A share of a world total, not a price."))
    }
    return sizes
  }

  private var pilot: PlanSize {
    guard let small = rate("pilot-size-small"), let large = rate("pilot-size-large") else {
      return size("pilot", "People in the pilot", nil, "people", "rules are missing", [])
    }
    return size(
      "pilot", "People in the pilot", Interval(small.range.low, large.range.high), "people",
      "\(small.words) to \(large.words)", [small, large],
      caveat: "Pilots of identity systems; a smaller service needs fewer.")
  }

  private var facilities: PlanSize {
    guard let cost = rate("facility-rollout") else {
      return size("facilities", "Rolling out to clinics", nil, "USD", "rules are missing", [])
    }
    let count = amount(.facilities)
    return size(
      "facilities", "Rolling out to clinics", count.map { cost.range.times($0) }, "USD",
      count.map { "\(NumberText.raw($0)) clinics x \(cost.words) USD" }
        ?? "clinics x \(cost.words) USD; how many clinics take part is not on record", [cost],
      amounts: [.facilities], caveat: "Immunisation registers; other services differ.")
  }
}
