/// What a user looks for: a development goal or a sector, so that the question starts from the problem.
public enum NeedFilter: Sendable, Equatable {
  /// A goal 1 to 17.
  case goal(Int)
  /// A sector of a good, such as `health`.
  case sector(String)

  /// Reads `sdg:3` or `sector:health`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    switch (parts[0].lowercased(), Int(parts[1])) {
    case ("sdg", let goal?) where (1...17).contains(goal): self = .goal(goal)
    case ("sector", _) where !parts[1].isEmpty: self = .sector(parts[1].lowercased())
    default: return nil
    }
  }

  /// Whether a good competes.
  public func admits(_ good: PublicGood) -> Bool {
    switch self {
    case .goal(let goal): good.sdgs.contains(goal)
    case .sector(let sector): good.sectors.contains(sector)
    }
  }

  /// The filter as it was written.
  public var text: String {
    switch self {
    case .goal(let goal): "sdg:\(goal)"
    case .sector(let sector): "sector:\(sector)"
    }
  }
}

/// A pair in a ranking.
public struct RankedPair: Sendable, Equatable {
  /// The screening, without evidence rows.
  public let screening: Screening
  /// Range of the need that counts here: of the named goal, else of the good.
  public let need: Interval
  /// Share of need in the order, 0 to 1: one half unless the stakeholder has it count double.
  public let needShare: Double

  /// Fit and need at the cautious ends; orders pairs inside a class and never across classes.
  public var priority: Double {
    RankPlace.priority(fit: screening.fit.range, need: need, needShare: needShare)
  }
}

extension Assessor {
  /// Goods for a country, best class first, then by priority, then by id.
  ///
  /// Delisted and superseded goods do not compete.
  ///
  /// - Parameters:
  ///   - country: Position of the country.
  ///   - need: The goal or sector that is looked for; nil for all goods.
  public func rankGoods(country: Int, need: NeedFilter? = nil) -> [RankedPair] {
    let conditions = conditions(country: country, explains: false)
    let goods = catalog.goods.indices.filter { Self.competes(catalog.goods[$0], for: need) }
    return Self.ordered(
      goods.map { pair(good: $0, conditions: conditions, need: need) })
  }

  /// Countries for a good, best class first, then by priority, then by code.
  ///
  /// - Parameters:
  ///   - good: Position of the good.
  ///   - countries: Positions of the countries that compete.
  public func rankCountries(good: Int, countries: [Int]) -> [RankedPair] {
    Self.ordered(
      countries.map {
        pair(
          good: good, conditions: conditions(country: $0, explains: false),
          need: nil)
      })
  }

  private func pair(good: Int, conditions: CountryConditions, need: NeedFilter?) -> RankedPair {
    let screening = screening(good: good, conditions: conditions, explains: false)
    let range: Interval =
      if case .goal(let goal) = need { conditions.gaps.gaps[goal - 1] } else { screening.need }
    return RankedPair(screening: screening, need: range, needShare: settings.preset.needShare)
  }

  /// Whether a good competes: it is listed, and for what is looked for.
  static func competes(_ good: PublicGood, for need: NeedFilter?) -> Bool {
    good.standing == .listed && (need?.admits(good) ?? true)
  }

  private static func ordered(_ pairs: [RankedPair]) -> [RankedPair] {
    RankPlace.order(
      pairs.map { RankPlace(class: $0.screening.verdict.class, priority: $0.priority) }
    ).map { pairs[$0] }
  }
}
