/// When a phase or a prerequisite of a plan may run, in months from the start.
public struct PlanSpan: Sendable, Equatable {
  /// What it is.
  public enum Kind: Sendable, Equatable {
    /// Work on a building block.
    case prerequisite
    /// A phase of one good.
    case phase(good: String)
  }

  /// What it is.
  public var kind: Kind
  /// Id of the phase or block.
  public var id: String
  /// Name for people.
  public var name: String
  /// Earliest and latest begin, months from the start of the plan.
  public var start: Interval
  /// Earliest and latest end; nil for what goes on, or where no duration is on record.
  public var end: Interval?
  /// Where the duration comes from.
  public var basis: String
  /// Page that documents it; empty for none.
  public var address: String
}

/// Durations in months, read from words and rules of thumb.
enum PlanDurations {
  /// Weeks of a month, 365.25 / 12 / 7.
  static let weeksPerMonth = 4.348

  /// Reads `4 to 12 weeks`, `1 to 3 years`, `3 to 9 months` or `2 to 5`; nil for anything else.
  static func range(_ text: String) -> Interval? {
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 3 || words.count == 4, words[1] == "to",
      let low = NumberText.number(words[0]), let high = NumberText.number(words[2]),
      low >= 0, high >= low
    else { return nil }
    let scale: Double
    switch words.count == 4 ? words[3] : "months" {
    case "weeks": scale = 1 / weeksPerMonth
    case "months": scale = 1
    case "years": scale = 12
    default: return nil
    }
    return Interval(low * scale, high * scale)
  }
}

/// Lays out prerequisites and phases in time.
struct TimelineMaker {
  let catalog: Catalog
  let plan: AdoptionPlan
  let prerequisites: [Prerequisite]

  /// Rules of thumb on how long a block took, by block; a law has none on record.
  private static let experience = [
    "information-mediator": "exchange-years", "payments": "upi-years",
    "health-information": "health-years",
  ]

  /// Work on blocks that are not in place, each after those it needs; then the phases of every good.
  ///
  /// Pilots begin when preparing is done and every open prerequisite of the good stands; scaling does
  /// not wait for other goods.
  func spans(_ goods: [String]) -> [PlanSpan] {
    var ends: [String: Interval?] = [:]
    var spans: [PlanSpan] = []
    for item in prerequisites where item.isOpen {
      let before = catalog.blocks(requiredBy: item.block.id).compactMap { ends[$0] ?? nil }
      let start = Self.latest(before)
      let (months, basis, address) = duration(of: item)
      let end = months.map { Interval(start.low + $0.low, start.high + $0.high) }
      ends[item.block.id] = .some(end)
      spans.append(
        PlanSpan(
          kind: .prerequisite, id: item.block.id, name: item.block.name, start: start, end: end,
          basis: basis, address: address))
    }
    for good in goods {
      let needed = prerequisites.filter { $0.isOpen && $0.serves.contains(good) }
      let ready = Self.latest(needed.compactMap { ends[$0.block.id] ?? nil })
      spans += phases(of: good, ready: ready)
    }
    return spans
  }

  private func phases(of good: String, ready: Interval) -> [PlanSpan] {
    var at = Interval(0)
    var spans: [PlanSpan] = []
    for phase in catalog.phases.sorted(by: { $0.order < $1.order }) {
      if phase.id == "pilot" { at = Self.latest([at, ready]) }
      let own = plan.durations[phase.id]
      let months = own ?? PlanDurations.range(phase.duration)
      let end = months.map { Interval(at.low + $0.low, at.high + $0.high) }
      spans.append(
        PlanSpan(
          kind: .phase(good: good), id: phase.id, name: phase.name, start: at, end: end,
          basis: own == nil ? "\(phase.duration) (\(phase.durationBasis))" : "your own word",
          address: ""))
      if let end { at = end }
    }
    return spans
  }

  private func duration(of item: Prerequisite) -> (Interval?, String, String) {
    if let own = plan.durations[item.block.id] { return (own, "your own word", "") }
    if item.block.tier == "enabler" {
      return (nil, "no duration on record: say `months \(item.block.id)`", "")
    }
    let packaged = catalog.rules.first { $0.id == "packaged-months" }
    let low = packaged?.low ?? packaged?.value
    if let id = Self.experience[item.block.id],
      let rule = catalog.rules.first(where: { $0.id == id }), let years = rule.value, let low
    {
      return (
        Interval(low, years * 12),
        "from \(NumberText.raw(low)) months for a ready package to \(rule.statement)", rule.address
      )
    }
    guard let packaged, let low, let high = packaged.high ?? packaged.value else {
      return (nil, "no duration on record: say `months \(item.block.id)`", "")
    }
    return (Interval(low, high), packaged.statement + " " + packaged.caveat, packaged.address)
  }

  private static func latest(_ ranges: [Interval]) -> Interval {
    ranges.reduce(Interval(0)) { Interval(max($0.low, $1.low), max($0.high, $1.high)) }
  }
}
