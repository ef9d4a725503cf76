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
    (1 - needShare) * screening.fit.range.low + needShare * need.low
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
    let goods = catalog.goods.indices.filter { position in
      let good = catalog.goods[position]
      return good.standing == .listed && (need?.admits(good) ?? true)
    }
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

  /// Cannot say stands last: it is no class.
  private static func ordered(_ pairs: [RankedPair]) -> [RankedPair] {
    pairs.enumerated().sorted { left, right in
      let a = left.element.screening.verdict.class.rank ?? -1
      let b = right.element.screening.verdict.class.rank ?? -1
      if a != b { return a > b }
      let p = left.element.priority
      let q = right.element.priority
      return p != q ? p > q : left.offset < right.offset
    }.map(\.element)
  }
}
