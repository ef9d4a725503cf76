/// The figures of a pair that matter for a class, each as a distance from the value on record.
///
/// A distance of nil leaves the figure as it is on record; 0 makes it a recent one of the same value.
struct ChangeSpace {
  /// One figure.
  struct Axis {
    var candidate: ChangeCandidate
    /// Distance from the value on record to the best value, in the unit of the indicator.
    var length: Double
    /// 1 where more is better, -1 where less is.
    var sign: Double
    /// Distances at which a flag moves or the fit begins to rise faster; the first is 0.
    var breaks: [Double] = [0]

    /// The figure at a distance; the ends are met to the last bit.
    func value(_ distance: Double) -> Double {
      distance >= length ? candidate.best : candidate.start + sign * distance
    }
  }

  /// What a screening says at a point.
  struct Probe {
    /// Cautious fit less the fit that the class needs.
    var slack: Double
    /// Whether the flags allow the class.
    var isAllowed: Bool
    /// Severities of all flags, best and worst.
    var severities: [Severity]
    /// Whether the class is reached.
    var flips: Bool
  }

  private(set) var axes: [Axis] = []
  private let all: [Axis]
  private var oracle: ChangeOracle
  private let goal: Int
  private static let steps = 32

  /// Finds the figures that matter, and their breaks.
  ///
  /// - Parameters:
  ///   - goal: Rank of the class to reach.
  init(_ assessor: Assessor, country: Int, good: Int, goal: Int) {
    oracle = ChangeOracle(assessor, country: country, good: good)
    self.goal = goal
    all = ChangeCandidate.all(assessor.catalog, country: country).compactMap { candidate in
      // How far away a class is from a figure that nobody knows cannot be said.
      guard candidate.value != nil else { return nil }
      let way = candidate.best - candidate.start
      let isHigher = assessor.catalog.indicators[candidate.indicator].direction == .higherBetter
      guard isHigher ? way > 0 : way < 0 else { return nil }
      return Axis(candidate: candidate, length: way.magnitude, sign: isHigher ? 1 : -1)
    }
    findBreaks()
  }

  /// All figures at their best.
  var best: [Double?] { axes.map { $0.length } }

  /// Settles a fact for all that follows.
  mutating func settle(_ fact: FactChange) {
    oracle.set(fact.attribute, oracle.ownFact(fact.to))
    findBreaks()
  }

  mutating func flips(_ distances: [Double?]) -> Bool { probe(distances).flips }

  /// Screens the pair with figures at the distances given.
  mutating func probe(_ distances: [Double?]) -> Probe {
    let records = axes.map {
      oracle.catalog.observation(country: oracle.country, indicator: $0.candidate.indicator)
    }
    for (axis, distance) in zip(axes, distances) {
      guard let distance else { continue }
      oracle.set(axis.candidate.indicator, oracle.own(axis.value(distance)))
    }
    defer {
      for (axis, record) in zip(axes, records) { oracle.set(axis.candidate.indicator, record) }
    }
    let screening = oracle.screening()
    let level = goal == 3 ? Verdict.adoptFit : goal == 2 ? Verdict.safeguardsFit : 0
    let fit = screening.fit.range
    let allowed = Verdict(
      flags: screening.flags, fit: Interval(max(fit.low, level), max(fit.high, level)),
      policy: oracle.settings.policy)
    return Probe(
      slack: fit.low - level, isAllowed: (allowed.class.rank ?? -1) >= goal,
      severities: screening.flags.all.flatMap { [$0.residualBest, $0.residualWorst] },
      flips: (screening.verdict.class.rank ?? -1) >= goal)
  }

  /// Figures that move, or whose recent value is needed.
  func figures(_ distances: [Double?]) -> [FigureChange] {
    zip(axes, distances).compactMap { axis, distance in
      distance.map {
        FigureChange(
          indicator: axis.candidate.indicator, from: axis.candidate.value, to: axis.value($0),
          confirms: $0 == 0)
      }
    }
  }

  /// Each distance by itself as small as it can be, the others as they are.
  mutating func shrunk(_ distances: [Double?]) -> [Double?] {
    var chosen = distances
    for place in axes.indices {
      guard let far = chosen[place], far > 0 else { continue }
      func with(_ distance: Double) -> [Double?] {
        var all = chosen
        all[place] = distance
        return all
      }
      if flips(with(0)) {
        chosen[place] = 0
        continue
      }
      let high = Halving.edge(from: 0, to: far) { flips(with($0)) }
      chosen[place] = rounded(high, axes[place]) { self.flips(with($0)) }
    }
    return chosen
  }

  /// Limits are round numbers: halving stops just beside them.
  private func rounded(_ distance: Double, _ axis: Axis, _ holds: (Double) -> Bool) -> Double {
    let value = axis.value(distance)
    let near = ((value * 1e6).rounded() / 1e6 - axis.candidate.start) * axis.sign
    return (near - distance).magnitude <= 2 * Halving.hair && near >= 0 && holds(near)
      ? near : distance
  }

  // MARK: Breaks

  /// Looks along every figure, with the others on record and at their best, for what is not concave.
  private mutating func findBreaks() {
    axes = all
    let record = [Double?](repeating: 0, count: axes.count)
    var kept: [Axis] = []
    for place in axes.indices {
      var found: Set<Double> = []
      var matters = false
      for others in [record, best] {
        func at(_ distance: Double) -> [Double?] {
          var all = others
          all[place] = distance
          return all
        }
        let ends = (probe(at(0)), probe(at(axes[place].length)))
        guard ends.0.slack != ends.1.slack || ends.0.severities != ends.1.severities else {
          continue
        }
        matters = true
        let width = axes[place].length / Double(Self.steps)
        let points = (0...Self.steps).map { (Double($0) * width, probe(at(Double($0) * width))) }
        found.formUnion(Self.kinks(points.map { ($0.0, $0.1.slack) }))
        for (before, after) in zip(points, points.dropFirst())
        where before.1.severities != after.1.severities {
          found.formUnion(moves(before, after, axes[place]) { self.probe(at($0)).severities })
        }
      }
      guard matters else { continue }
      axes[place].breaks = [0] + found.filter { $0 > 0 && $0 <= axes[place].length }.sorted()
      kept.append(axes[place])
    }
    axes = kept
  }

  /// Where lines through neighbouring points begin to rise faster.
  private static func kinks(_ points: [(at: Double, slack: Double)]) -> [Double] {
    guard points.count > 3 else { return [] }
    func slope(_ from: Int) -> Double {
      (points[from + 1].slack - points[from].slack) / (points[from + 1].at - points[from].at)
    }
    return (1..<(points.count - 2)).compactMap { place in
      let (left, right) = (slope(place - 1), slope(place + 1))
      guard right > left + 1e-9 else { return nil }
      // Left and right line meet within the step, or the kink belongs to a neighbour.
      let gap = points[place + 1].slack - right * points[place + 1].at
      let base = points[place].slack - left * points[place].at
      let at = (base - gap) / (right - left)
      let slip = 1e-6 * (points[place + 1].at - points[place].at)
      return at >= points[place].at - slip && at <= points[place + 1].at + slip ? at : nil
    }
  }

  /// The first distances at which a flag moves, between two neighbouring points.
  private func moves(
    _ before: (Double, Probe), _ after: (Double, Probe), _ axis: Axis,
    _ severities: (Double) -> [Severity]
  ) -> [Double] {
    var found: [Double] = []
    var (start, now) = (before.0, before.1.severities)
    while now != after.1.severities, found.count < 6 {
      let edge = Halving.edge(from: start, to: after.0) { severities($0) != now }
      let high = rounded(edge, axis) { severities($0) != now }
      found.append(high)
      (start, now) = (high, severities(high))
    }
    return found
  }
}
