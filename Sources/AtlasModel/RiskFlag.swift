/// A risk rule applied to a pair, with what it read.
public struct RiskFlag: Sendable, Equatable {
  /// The rule.
  public let id: FlagID
  /// Likelihood 0 to 4; a range where data is missing.
  public let likelihood: StepRange
  /// Impact 0 to 4; a range where the good's record is silent.
  public let impact: StepRange
  /// Rows that the rule read.
  public let evidence: [Evidence]
  /// Measures on offer at the worst severity it could have, those taken among them.
  public let offers: [MeasureOffer]
  /// Likelihood after the measures that are taken.
  public let residualLikelihood: StepRange
  /// Impact after the measures that are taken.
  public let residualImpact: StepRange
  /// Whether a measure on offer lowers it here.
  public let isMitigable: Bool
  /// Measures that are taken and work here.
  public let takenCount: Int

  /// Lowest severity that the data leaves open.
  public var best: Severity { Severity(likelihood: likelihood.low, impact: impact.low) }
  /// Highest severity that the data leaves open.
  public var worst: Severity { Severity(likelihood: likelihood.high, impact: impact.high) }
  /// Whether the data settles the severity.
  public var isAssessed: Bool { best == worst }
  /// The severity; nil where not assessed (never taken for none).
  public var severity: Severity? { isAssessed ? worst : nil }

  /// Lowest severity left after the measures that are taken.
  public var residualBest: Severity {
    residual(of: best, likelihood: residualLikelihood.low, impact: residualImpact.low)
  }
  /// Highest severity left after the measures that are taken.
  public var residualWorst: Severity {
    residual(of: worst, likelihood: residualLikelihood.high, impact: residualImpact.high)
  }

  /// Measures lower a severity by at most two words, and a single one takes a critical to high at best.
  private func residual(of severity: Severity, likelihood: Int, impact: Int) -> Severity {
    guard takenCount > 0 else { return severity }
    let most = severity == .critical && takenCount == 1 ? 1 : 2
    let floor = Severity(rawValue: max(0, severity.rawValue - most)) ?? .none
    return max(floor, Severity(likelihood: likelihood, impact: impact))
  }

  /// The word of what is left, or `not-assessed`.
  public var residualWord: String {
    residualBest == residualWorst ? residualWorst.word : "not-assessed"
  }

  /// Ids of the measures on offer that can work here or might.
  public var measures: [String] {
    var seen: Set<String> = []
    return offers.filter { $0.holds != .no && $0.steps > 0 }.map(\.measure)
      .filter { seen.insert($0).inserted }
  }

  /// Severity word, or `not-assessed`.
  public var word: String { severity?.word ?? "not-assessed" }
}

/// All 19 flags of a pair, in order; only the assessor makes one.
public struct AssessedFlags: Sendable, Equatable {
  /// The flags in the order of `FlagID.allCases`.
  public let all: [RiskFlag]

  fileprivate init(_ flags: [RiskFlag]) { all = flags }

  /// The flag of a rule.
  public subscript(id: FlagID) -> RiskFlag { all[id.index] }

  /// Flags that fired or could fire, gravest first; equal ones in order of rule.
  public var open: [RiskFlag] {
    all.filter { $0.worst > .none }
      .sorted { ($1.worst, $1.best, $0.id.index) < ($0.worst, $0.best, $1.id.index) }
  }
}

/// Applies the 19 rules to a pair.
struct FlagAssessor {
  let conditions: CountryConditions
  let good: PublicGood
  let demand: Demand
  let catalog: Catalog
  /// Share of the weight on missing or old values, 0 to 1.
  let thinness: Double
  /// Ids of the measures that are taken.
  let taken: [String]
  /// Whether evidence rows and offers are wanted; leaving them out is much faster.
  let explains: Bool

  /// The full set.
  func assess() -> AssessedFlags {
    AssessedFlags(FlagID.allCases.map(flag))
  }

  private func flag(_ id: FlagID) -> RiskFlag {
    let likelihood = likelihood(id)
    let impact = impact(id)
    let worst = Severity(likelihood: likelihood.high, impact: impact.high)
    var relief = MeasureRelief()
    var offers: [MeasureOffer] = []
    for entry in conditions.effects.byFlag[id.index] {
      let effect = entry.effect
      let isTaken = taken.contains(effect.measure)
      guard MeasureRelief.counts(entry, at: worst, isTaken: isTaken) else { continue }
      let holds =
        effect.precondition?.answer(sensitivity: demand.sensitivity)
        ?? conditions.holds[entry.number]
      relief.add(effect, holds: holds == .yes, isTaken: isTaken)
      guard explains else { continue }
      offers.append(
        MeasureOffer(
          measure: effect.measure, factor: effect.factor, steps: effect.steps,
          precondition: effect.precondition?.text ?? "", holds: holds, isTaken: isTaken))
    }
    return RiskFlag(
      id: id, likelihood: likelihood, impact: impact,
      evidence: explains && conditions.reader.explains ? evidence(id) : [],
      offers: offers, residualLikelihood: likelihood.lowered(by: relief.likelihood),
      residualImpact: impact.lowered(by: relief.impact), isMitigable: relief.isMitigable,
      takenCount: relief.measures.count)
  }
}
