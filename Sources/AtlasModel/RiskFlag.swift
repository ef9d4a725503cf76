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
  /// Measures on offer at the worst severity it could have.
  public let measures: [String]

  /// Lowest severity that the data leaves open.
  public var best: Severity { Severity(likelihood: likelihood.low, impact: impact.low) }
  /// Highest severity that the data leaves open.
  public var worst: Severity { Severity(likelihood: likelihood.high, impact: impact.high) }
  /// Whether the data settles the severity.
  public var isAssessed: Bool { best == worst }
  /// The severity; nil where not assessed (never taken for none).
  public var severity: Severity? { isAssessed ? worst : nil }

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
  /// Whether evidence rows and measures are wanted; leaving them out is much faster.
  let explains: Bool

  /// The full set.
  func assess() -> AssessedFlags {
    AssessedFlags(
      FlagID.allCases.map { id in
        let likelihood = likelihood(id)
        let impact = impact(id)
        let worst = Severity(likelihood: likelihood.high, impact: impact.high)
        return RiskFlag(
          id: id, likelihood: likelihood, impact: impact, evidence: explains ? evidence(id) : [],
          measures: explains ? measures(id, worst) : [])
      })
  }

  private func measures(_ id: FlagID, _ severity: Severity) -> [String] {
    guard severity > .none else { return [] }
    return catalog.measures(for: id).filter { $0.fromSeverity <= severity }.map(\.id)
  }
}
