/// A measure beside a flag: what it lowers, and whether its precondition holds here.
public struct MeasureOffer: Sendable, Equatable {
  /// Id of the measure.
  public var measure: String
  /// What it lowers.
  public var factor: MeasureEffect.Factor
  /// Steps it lowers by.
  public var steps: Int
  /// The condition as written; empty if there is none.
  public var precondition: String
  /// Whether the condition holds in this country; unknown never counts as yes.
  public var holds: Answer
  /// Whether the user takes it.
  public var isTaken: Bool

  /// Whether it lowers something here.
  public var works: Bool { holds == .yes && steps > 0 }
}

/// An effect with the place of its measure, ordered for the assessor.
struct EffectEntry: Sendable {
  let effect: MeasureEffect
  /// Lowest severity at which the measure is offered.
  let from: Severity
  /// Position in the list of all effects.
  let number: Int
}

/// Effects by flag.
struct EffectTable: Sendable {
  /// Effects in the order of `FlagID.index`.
  let byFlag: [[EffectEntry]]
  /// How many effects there are.
  let count: Int

  init(_ catalog: Catalog) {
    let from = Dictionary(
      catalog.measures.map { ($0.id, $0.fromSeverity) }, uniquingKeysWith: { a, _ in a })
    var byFlag = Array(repeating: [EffectEntry](), count: FlagID.allCases.count)
    for (number, effect) in catalog.effects.enumerated() {
      byFlag[effect.flag.index].append(
        EffectEntry(effect: effect, from: from[effect.measure] ?? .low, number: number))
    }
    self.byFlag = byFlag
    count = catalog.effects.count
  }
}

extension SupplyReader {
  /// Whether a condition holds in the country for a good of some sensitivity.
  ///
  /// A stale or missing figure leaves it unknown, and so does an old one whose drift spans the limit.
  func holds(_ condition: Precondition?, sensitivity: Int) -> Answer {
    switch condition?.test {
    case nil: return .yes
    case .sensitivityAtMost(let limit)?: return sensitivity <= limit ? .yes : .no
    case .isOneOf(let attribute, let tokens)?:
      guard let fact = catalog.fact(country: country, attribute) else { return .unknown }
      return tokens.contains(fact.value) ? .yes : .no
    case .atLeast(let indicator, let limit)?:
      guard value(indicator) != nil else { return .unknown }
      let range = supply(indicator).range
      return range.low >= limit ? .yes : range.high < limit ? .no : .unknown
    }
  }
}
