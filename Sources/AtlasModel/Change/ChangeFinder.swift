extension Assessor {
  /// What would move the verdict of a pair, and how much worse a figure may get before it falls.
  ///
  /// - Parameters:
  ///   - country: Position of the country.
  ///   - good: Position of the good.
  ///   - target: The class to reach, or better; nil for the next better one.
  ///   - hasSets: Whether several figures together, and sets of measures, are looked for too, which
  ///     takes most of the time.
  public func changes(
    country: Int, good: Int, to target: VerdictClass? = nil, hasSets: Bool = true
  ) -> VerdictChanges {
    var finder = ChangeFinder(self, country: country, good: good)
    return finder.find(to: target, hasSets: hasSets)
  }
}

/// Looks for the changes of one pair.
///
/// A better figure never lowers the class (a property that tests hold), so the value at which it flips
/// is found by halving, and the answer is the model's own whatever its formulas are.
struct ChangeFinder {
  /// Facts that flags and dimensions read, with the value that serves best.
  static let facts = [
    (ID.dataProtectionLaw, "enacted"), (ID.dataProtectionAuthority, "yes"),
  ]
  /// Most sets of measures that are named.
  private static let mostSets = 6

  private var oracle: ChangeOracle
  private let assessor: Assessor
  private let candidates: [ChangeCandidate]

  init(_ assessor: Assessor, country: Int, good: Int) {
    self.assessor = assessor
    oracle = ChangeOracle(assessor, country: country, good: good)
    candidates = ChangeCandidate.all(assessor.catalog, country: country)
  }

  mutating func find(to asked: VerdictClass?, hasSets: Bool) -> VerdictChanges {
    let now = oracle.verdict()
    let rank = now.class.rank ?? -1
    var result = VerdictChanges(current: now.class)
    if rank > 0 { result.margins = margins(rank) }
    let goal = asked?.rank ?? (rank < 0 ? max((now.cautious.rank ?? 0) + 1, 1) : rank + 1)
    guard goal <= 3, goal > rank else { return result }
    result.target = .ranked(goal)
    result.figures = candidates.compactMap { single($0, goal) }
    result.facts = singleFacts(goal)
    result.demands = demands(goal)
    result.measures = measures(goal, hasSets: hasSets)
    if hasSets, result.figures.isEmpty, result.facts.isEmpty { together(goal, &result) }
    return result
  }

  // MARK: One figure

  private mutating func flips(_ moved: [(ChangeCandidate, Double)], _ goal: Int) -> Bool {
    oracle.rank(with: moved.map { (indicator: $0.0.indicator, value: $0.1) }) >= goal
  }

  private mutating func single(_ candidate: ChangeCandidate, _ goal: Int) -> FigureChange? {
    guard flips([(candidate, candidate.best)], goal) else { return nil }
    if flips([(candidate, candidate.start)], goal) {
      return FigureChange(
        indicator: candidate.indicator, from: candidate.value, to: candidate.start, confirms: true)
    }
    let to = halved(from: candidate.start, to: candidate.best) { finder, value in
      finder.flips([(candidate, value)], goal)
    }
    return FigureChange(
      indicator: candidate.indicator, from: candidate.value, to: to, confirms: false)
  }

  /// The first value on the way to `end` at which a test holds; it holds there and not at `start`.
  private mutating func halved(
    from start: Double, to end: Double, _ test: (inout ChangeFinder, Double) -> Bool
  ) -> Double {
    let high = Halving.edge(from: start, to: end) { test(&self, $0) }
    // Limits are round numbers: halving stops just beside them.
    let round = (high * 1e6).rounded() / 1e6
    return (round - high).magnitude <= 2 * Halving.hair && test(&self, round) ? round : high
  }

  /// Figures whose worsening loses the class, least of their range first.
  private mutating func margins(_ rank: Int) -> [FigureChange] {
    var found: [(change: FigureChange, share: Double)] = []
    for candidate in candidates {
      guard let value = candidate.value, !flips([(candidate, candidate.worst)], rank),
        flips([(candidate, value)], rank)
      else { continue }
      let to = halved(from: value, to: candidate.worst) { finder, value in
        !finder.flips([(candidate, value)], rank)
      }
      found.append(
        (
          FigureChange(indicator: candidate.indicator, from: value, to: to, confirms: false),
          (value - to).magnitude / candidate.range
        ))
    }
    return found.sorted { ($0.share, $0.change.indicator) < ($1.share, $1.change.indicator) }
      .map(\.change)
  }

  // MARK: Facts, levels, measures

  private mutating func singleFacts(_ goal: Int) -> [FactChange] {
    Self.facts.compactMap { attribute, value in
      let before = oracle.catalog.fact(country: oracle.country, attribute)
      guard before?.value != value else { return nil }
      oracle.set(attribute, oracle.ownFact(value))
      defer { oracle.set(attribute, before) }
      guard oracle.rank() >= goal else { return nil }
      return FactChange(attribute: attribute, from: before?.value ?? "", to: value)
    }
  }

  private mutating func demands(_ goal: Int) -> [DemandChange] {
    let profile = oracle.demand
    defer { oracle.demand = profile }
    return DemandField.allCases.compactMap { field in
      let level = field.level(profile)
      for lower in stride(from: level - 1, through: 0, by: -1) {
        oracle.demand = profile
        field.set(lower, in: &oracle.demand)
        if oracle.rank() >= goal { return DemandChange(field: field, from: level, to: lower) }
      }
      return nil
    }
  }

  /// The smallest sets of measures, on the country as it is.
  private mutating func measures(_ goal: Int, hasSets: Bool) -> [[String]] {
    let taken = oracle.settings.measures
    defer { oracle.settings.measures = taken }
    let screening = assessor.screening(
      good: oracle.good, conditions: assessor.conditions(country: oracle.country))
    var offered: [String] = []
    for offer in screening.flags.open.flatMap(\.offers) where offer.works && !offer.isTaken {
      if !offered.contains(offer.measure) { offered.append(offer.measure) }
    }
    // A measure never makes a flag graver: where all of them do not do it, none do.
    oracle.settings.measures = taken + offered
    guard oracle.rank() >= goal else { return [] }
    for size in 1...(hasSets ? 3 : 1) {
      var sets: [[String]] = []
      for chosen in Self.choices(offered, size) {
        oracle.settings.measures = taken + chosen
        if oracle.rank() >= goal { sets.append(chosen) }
        if sets.count == Self.mostSets { break }
      }
      if !sets.isEmpty { return sets }
    }
    guard hasSets else { return [] }
    // More than three: one after another is left out that is not needed.
    var needed = offered
    for measure in offered.reversed() {
      let fewer = needed.filter { $0 != measure }
      oracle.settings.measures = taken + fewer
      if oracle.rank() >= goal { needed = fewer }
    }
    return [needed]
  }

  private static func choices(_ all: [String], _ size: Int) -> [[String]] {
    guard size > 0 else { return [[]] }
    return all.indices.flatMap { first in
      choices(Array(all[(first + 1)...]), size - 1).map { [all[first]] + $0 }
    }
  }

  // MARK: Several figures

  private mutating func together(_ goal: Int, _ result: inout VerdictChanges) {
    if let pair = bestPair(goal) {
      result.together = pair
      return
    }
    // Facts come first: a law is one decision, a figure many years.
    let before = Self.facts.map { oracle.catalog.fact(country: oracle.country, $0.0) }
    defer { for (fact, old) in zip(Self.facts, before) { oracle.set(fact.0, old) } }
    for (attribute, value) in Self.facts { oracle.set(attribute, oracle.ownFact(value)) }
    var needed = candidates
    guard flips(needed.map { ($0, $0.best) }, goal) else {
      result.isOutOfReach = true
      return
    }
    for (fact, old) in zip(Self.facts, before) where old?.value != fact.1 {
      oracle.set(fact.0, old)
      if flips(needed.map { ($0, $0.best) }, goal) { continue }
      oracle.set(fact.0, oracle.ownFact(fact.1))
      result.togetherFacts.append(
        FactChange(attribute: fact.0, from: old?.value ?? "", to: fact.1))
    }
    // What has the least way to go is kept longest.
    for candidate in candidates.sorted(by: { Self.gap($0) > Self.gap($1) }) {
      let fewer = needed.filter { $0.indicator != candidate.indicator }
      if flips(fewer.map { ($0, $0.best) }, goal) { needed = fewer }
    }
    result.together = shrunk(needed, goal)
  }

  private static func gap(_ candidate: ChangeCandidate) -> Double {
    (candidate.best - candidate.start).magnitude / candidate.range
  }

  /// Of the pairs of figures that do it, the one that moves least in shares of their ranges.
  private mutating func bestPair(_ goal: Int) -> [FigureChange]? {
    var best: (changes: [FigureChange], share: Double)?
    for first in candidates.indices {
      for second in candidates.indices where second > first {
        let pair = [candidates[first], candidates[second]]
        guard flips(pair.map { ($0, $0.best) }, goal) else { continue }
        let changes = shrunk(pair, goal)
        let share = zip(pair, changes).reduce(0) { sum, each in
          sum + (each.0.start - each.1.to).magnitude / each.0.range
        }
        if best.map({ share < $0.share }) ?? true { best = (changes, share) }
      }
    }
    return best?.changes
  }

  /// Values of figures that flip it together, none of which can be a hair less.
  private mutating func shrunk(_ moved: [ChangeCandidate], _ goal: Int) -> [FigureChange] {
    // All of them the same share of their way, then each by itself as far back as it goes.
    let share = halved(from: 0, to: 1) { finder, share in
      finder.flips(moved.map { ($0, $0.start + share * ($0.best - $0.start)) }, goal)
    }
    var values = moved.map { $0.start + share * ($0.best - $0.start) }
    for place in moved.indices {
      func at(_ value: Double) -> [(ChangeCandidate, Double)] {
        moved.indices.map { (moved[$0], $0 == place ? value : values[$0]) }
      }
      if flips(at(moved[place].start), goal) {
        values[place] = moved[place].start
      } else {
        values[place] = halved(from: moved[place].start, to: values[place]) { finder, value in
          finder.flips(at(value), goal)
        }
      }
    }
    return zip(moved, values).map { candidate, value in
      FigureChange(
        indicator: candidate.indicator, from: candidate.value, to: value,
        confirms: value == candidate.start)
    }
  }
}
