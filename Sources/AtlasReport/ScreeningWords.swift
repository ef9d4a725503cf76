public import AtlasModel

/// Sentences about a screening that text, Markdown and the explorer share.
public enum ScreeningWords {
  /// Counts by severity, gravest first, such as `2 critical, 1 high, 3 moderate; 1 not assessed`.
  public static func flagSummary(_ flags: AssessedFlags) -> String {
    flagSummary(flags.all.map(\.severity))
  }

  /// The same for severities by themselves; nil is not assessed.
  public static func flagSummary(_ severities: [Severity?]) -> String {
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = severities.count { $0 == severity }
      guard count > 0, severity > .none else { return nil }
      return "\(count) \(severity.word)"
    }
    let unknown = severities.count { $0 == nil }
    let open = counts.isEmpty ? "none above none" : counts.joined(separator: ", ")
    return unknown == 0 ? open : "\(open); \(unknown) not assessed"
  }

  /// Counts in few columns, such as `1c 5h 3m 2?`: critical, high, moderate, not assessed; `low` where
  /// none is graver.
  public static func flagCounts(_ flags: AssessedFlags) -> String {
    flagCounts(flags.all.map(\.severity))
  }

  /// The same for severities by themselves; nil is not assessed.
  public static func flagCounts(_ severities: [Severity?]) -> String {
    let counts: [(Severity?, String)] = [
      (.critical, "c"), (.high, "h"), (.moderate, "m"), (nil, "?"),
    ]
    let parts = counts.compactMap { severity, letter -> String? in
      let count = severities.count { $0 == severity }
      return count > 0 ? "\(count)\(letter)" : nil
    }
    return parts.isEmpty ? "low" : parts.joined(separator: " ")
  }

  /// The severity of a flag, or what it could be.
  public static func severity(_ flag: RiskFlag) -> String {
    flag.isAssessed
      ? flag.worst.word : "not assessed (could be \(flag.best.word) to \(flag.worst.word))"
  }

  /// What is left of a flag after the measures taken.
  public static func residual(_ flag: RiskFlag) -> String {
    flag.residualBest == flag.residualWorst
      ? flag.residualWorst.word
      : "between \(flag.residualBest.word) and \(flag.residualWorst.word)"
  }

  /// Likelihood or impact, such as `3` or `0 to 4`.
  public static func steps(_ range: StepRange) -> String {
    range.isPoint ? "\(range.low)" : "\(range.low) to \(range.high)"
  }

  /// What a screening is and is not.
  public static let caution =
    "A screening, not a decision: read the flags with people who know the country."
}
