/// The effects of measures on one flag, with the distinct answers that countries give on them.
struct MatrixEffects: Sendable {
  private let entries: [EffectEntry]
  /// For each class, whether each effect's condition holds; those on the good's data are left open.
  private(set) var classes: [[Bool]] = []

  init(_ entries: [EffectEntry]) { self.entries = entries }

  /// The class of a country, by the answers on all effects.
  mutating func number(_ holds: [Answer]) -> UInt16 {
    let known = classes.firstIndex { answers in
      entries.indices.allSatisfy { answers[$0] == (holds[entries[$0].number] == .yes) }
    }
    if let known { return UInt16(truncatingIfNeeded: known) }
    classes.append(entries.map { holds[$0.number] == .yes })
    return UInt16(truncatingIfNeeded: classes.count - 1)
  }

  /// Severities and caps of a flag for every class and likelihood.
  ///
  /// The place is `class * 25 + StepRange.packed`; places with ends out of order stay empty.
  func outcomes(_ table: MatrixFlagTable, taken: [String]) -> [MatrixOutcome] {
    let impact = StepRange(table.impactLow, table.impactHigh)
    var result = Array(repeating: MatrixOutcome(), count: classes.count * 25)
    for (number, answers) in classes.enumerated() {
      for high in 0...4 {
        let worst = Severity(likelihood: high, impact: impact.high)
        let relief = relief(worst, answers, sensitivity: table.sensitivity, taken: taken)
        for low in 0...high {
          let likelihood = StepRange(low, high)
          result[number * 25 + Int(likelihood.packed)] = MatrixOutcome(
            RiskFlag(FlagID.allCases[table.flag], likelihood, impact, relief))
        }
      }
    }
    return result
  }

  /// What a flag leaves open at a known likelihood and impact.
  ///
  /// - Parameters:
  ///   - flag: The flag that the effects are on.
  ///   - likelihood: 0 to 4.
  ///   - impact: 0 to 4.
  ///   - sensitivity: Sensitivity of the data, where an effect asks for it.
  ///   - number: Class of the country's answers.
  ///   - taken: Ids of the measures that are taken.
  func outcome(
    _ flag: FlagID, likelihood: Int, impact: Int, sensitivity: Int, class number: Int,
    taken: [String]
  ) -> MatrixOutcome {
    let relief = relief(
      Severity(likelihood: likelihood, impact: impact), classes[number],
      sensitivity: sensitivity, taken: taken)
    return MatrixOutcome(RiskFlag(flag, StepRange(likelihood), StepRange(impact), relief))
  }

  /// What measures do about a severity.
  private func relief(
    _ worst: Severity, _ answers: [Bool], sensitivity: Int, taken: [String]
  ) -> MeasureRelief {
    var relief = MeasureRelief()
    for (number, entry) in entries.enumerated() {
      let effect = entry.effect
      let isTaken = taken.contains(effect.measure)
      guard MeasureRelief.counts(entry, at: worst, isTaken: isTaken) else { continue }
      let onGood = effect.precondition?.answer(sensitivity: sensitivity)
      relief.add(effect, holds: onGood.map { $0 == .yes } ?? answers[number], isTaken: isTaken)
    }
    return relief
  }
}

extension RiskFlag {
  /// A flag without evidence and offers.
  fileprivate init(
    _ id: FlagID, _ likelihood: StepRange, _ impact: StepRange, _ relief: MeasureRelief
  ) {
    self.init(
      id: id, likelihood: likelihood, impact: impact, evidence: [], offers: [],
      residualLikelihood: likelihood.lowered(by: relief.likelihood),
      residualImpact: impact.lowered(by: relief.impact), isMitigable: relief.isMitigable,
      takenCount: relief.measures.count)
  }
}

/// The severities of a flag and what they leave open, in two bytes.
struct MatrixOutcome {
  /// Lowest severity, and the highest times eight.
  var severities: UInt8 = 0
  /// Caps at the cautious and hopeful ends; rows of all flags are joined by `or`.
  var caps: UInt8 = 0

  /// At the cautious end, Adopt with safeguards at best.
  static let worstSafeguards: UInt8 = 1
  /// At the cautious end, Prepare first at best.
  static let worstPrepare: UInt8 = 2
  /// At the hopeful end, Adopt with safeguards at best.
  static let bestSafeguards: UInt8 = 4
  /// At the hopeful end, Prepare first at best.
  static let bestPrepare: UInt8 = 8
  /// Critical at the cautious end, where that may mean Not now.
  static let worstRefusal: UInt8 = 16
  /// Critical at the hopeful end, where that may mean Not now.
  static let bestRefusal: UInt8 = 32
  /// Too little is known.
  static let thin: UInt8 = 64

  init() {}

  init(_ flag: RiskFlag) {
    let worst = flag.residualWorst
    let best = flag.residualBest
    severities = UInt8(truncatingIfNeeded: flag.best.rawValue + flag.worst.rawValue * 8)
    let worstLimit = Verdict.limit(worst, of: flag.id, isMitigable: flag.isMitigable)
    let bestLimit = Verdict.limit(best, of: flag.id, isMitigable: flag.isMitigable)
    if worstLimit < 3 { caps |= Self.worstSafeguards }
    if worstLimit < 2 { caps |= Self.worstPrepare }
    if bestLimit < 3 { caps |= Self.bestSafeguards }
    if bestLimit < 2 { caps |= Self.bestPrepare }
    if Verdict.refusalFlags.contains(flag.id) {
      if worst == .critical { caps |= Self.worstRefusal }
      if best == .critical { caps |= Self.bestRefusal }
    }
    if flag.id == .e1, flag.worst == .critical { caps |= Self.thin }
  }
}
