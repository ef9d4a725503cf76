extension Assessor {
  /// Several figures that together flip the verdict of a pair, at the least cost of each kind.
  ///
  /// - Parameters:
  ///   - country: Position of the country.
  ///   - good: Position of the good.
  ///   - changes: What was found for the pair before: the class to reach, and whether it can be.
  ///   - series: Yearly values, for the country's own pace; nil leaves out years.
  /// - Returns: One of each kind of cost that can be paid; none where nothing leads there.
  public func leastCosts(
    country: Int, good: Int, _ changes: VerdictChanges, series: SeriesBook?
  ) -> [LeastCost] {
    guard let goal = changes.target?.rank, !changes.isOutOfReach else { return [] }
    var space = ChangeSpace(self, country: country, good: good, goal: goal)
    // Facts are settled only where figures alone do not do it: a law is one decision.
    var facts: [FactChange] = []
    if !space.flips(space.best) {
      facts = changes.togetherFacts
      for fact in facts { space.settle(fact) }
      guard space.flips(space.best) else { return [] }
    }
    var costs: [LeastCost] = []
    for cost in ChangeCost.allCases {
      let found: LeastCost?
      switch cost {
      case .years:
        guard let series else { continue }
        found = space.soonest { series.pace(country: country, indicator: $0) }
      case .points: found = space.least(cost) { $0.points(catalog) }
      case .people: found = space.least(cost) { $0.people(catalog, country: country) }
      }
      guard var found else { continue }
      found.facts = facts
      costs.append(found)
    }
    return costs
  }
}

extension ChangeCandidate {
  /// Points that one unit of the figure counts for: 1 of a percentage, else hundredths of its range.
  func points(_ catalog: Catalog) -> Double? {
    catalog.indicators[indicator].unit.hasPrefix("%") ? 1 : 100 / range
  }

  /// People that one unit of the figure stands for; nil where it is no share of all people.
  func people(_ catalog: Catalog, country: Int) -> Double? {
    guard catalog.indicators[indicator].unit == "% of people" else { return nil }
    return catalog.observation(country: country, ID.population).map { $0.value / 100 }
  }
}

extension ChangeSpace {
  /// Most years that are looked ahead.
  private static let horizon = 100.0

  /// Where every figure goes on at its own pace, the first moment at which the verdict flips.
  ///
  /// More time never lowers the class, so the moment is found by halving.
  mutating func soonest(_ pace: (Int) -> Double?) -> LeastCost? {
    let paces = axes.map { axis in
      max((pace(axis.candidate.indicator) ?? 0) * axis.sign, 0)
    }
    func reached(_ years: Double) -> [Double?] {
      zip(axes, paces).map { axis, pace in
        pace > 0 ? min(axis.length, pace * years) : nil
      }
    }
    guard flips(reached(Self.horizon)) else { return nil }
    let high =
      flips(reached(0)) ? 0 : Halving.edge(from: 0, to: Self.horizon) { flips(reached($0)) }
    // What has the longest way to go is left out first.
    var chosen = reached(high)
    for place in axes.indices.sorted(by: { (chosen[$0] ?? 0, $0) > (chosen[$1] ?? 0, $1) }) {
      var fewer = chosen
      fewer[place] = nil
      if flips(fewer) { chosen = fewer }
    }
    let figures = figures(shrunk(chosen))
    return figures.isEmpty
      ? nil : LeastCost(cost: .years, total: high, figures: figures, facts: [], isExact: true)
  }

  /// The least weighted sum of distances, by branching over where the model changes its formula.
  ///
  /// Between two breaks of every figure no flag moves and the cautious fit is concave, so that planes
  /// that touch it are valid cuts (Kelley 1960) and the programme's least is the part's. Parts whose
  /// cheapest corner costs more than what was found are never opened.
  mutating func least(_ cost: ChangeCost, _ rate: (ChangeCandidate) -> Double?) -> LeastCost? {
    let rates = axes.map { rate($0.candidate) }
    let movable = axes.indices.filter { (rates[$0] ?? 0) > 0 }
    func spread(_ distances: [Double]) -> [Double?] {
      var all = [Double?](repeating: nil, count: axes.count)
      for (place, axis) in movable.enumerated() { all[axis] = distances[place] }
      return all
    }
    guard flips(spread(movable.map { axes[$0].length })) else { return nil }
    let plane = ChangePlane(
      costs: movable.map { rates[$0] ?? 0 }, breaks: movable.map { axes[$0].breaks },
      lengths: movable.map { axes[$0].length })
    guard let (found, isExact) = plane.least(probe: { probe(spread($0)) }) else { return nil }
    // The programme stops a hair short or beyond: up until it flips, then back as far as it goes.
    var chosen = spread(found)
    if !flips(chosen) {
      func between(_ share: Double) -> [Double?] {
        spread(zip(movable, found).map { $1 + share * (axes[$0].length - $1) })
      }
      chosen = between(Halving.edge(from: 0, to: 1, hair: 1e-12) { flips(between($0)) })
      for place in movable where (chosen[place] ?? 0) > 0 {
        var fewer = chosen
        fewer[place] = 0
        if flips(fewer) { chosen = fewer }
      }
    }
    chosen = shrunk(chosen)
    for place in movable where chosen[place] == 0 {
      var fewer = chosen
      fewer[place] = nil
      if flips(fewer) { chosen = fewer }
    }
    let total = movable.reduce(0.0) { $0 + (rates[$1] ?? 0) * (chosen[$1] ?? 0) }
    let figures = figures(chosen)
    return figures.isEmpty
      ? nil : LeastCost(cost: cost, total: total, figures: figures, facts: [], isExact: isExact)
  }
}
