/// The ordered outcome of a screening.
public enum VerdictClass: String, Sendable, CaseIterable {
  /// No open risk above low and a good fit.
  case adopt
  /// Adopt with safeguards.
  case withSafeguards = "with-safeguards"
  /// A step has to come first; the screening names it.
  case prepareFirst = "prepare-first"
  /// Dangerous data in an undefended or hostile setting.
  case notNow = "not-now"
  /// Too little is known.
  case cannotSay = "cannot-say"

  /// Words for people.
  public var name: String {
    switch self {
    case .adopt: "Adopt"
    case .withSafeguards: "Adopt with safeguards"
    case .prepareFirst: "Prepare first"
    case .notNow: "Not now"
    case .cannotSay: "Cannot say"
    }
  }

  /// 3 for Adopt down to 0 for Not now; nil for Cannot say.
  public var rank: Int? {
    switch self {
    case .adopt: 3
    case .withSafeguards: 2
    case .prepareFirst: 1
    case .notNow: 0
    case .cannotSay: nil
    }
  }

  /// The class of a rank 0 to 3.
  static func ranked(_ rank: Int) -> VerdictClass {
    switch rank {
    case ...0: .notNow
    case 1: .prepareFirst
    case 2: .withSafeguards
    default: .adopt
    }
  }
}

/// A flag that holds a verdict down.
public struct Cap: Sendable, Equatable {
  /// The flag.
  public var flag: FlagID
  /// The best class that it leaves open.
  public var limit: VerdictClass
}

/// The outcome of a screening; it cannot be made without a full set of flags.
///
/// Sorting is MR-Sort with caps (fit-model section 5): the worse of the class by fit and the caps of
/// the flags, worked out twice, once with everything unknown at its worst and once at its best.
public struct Verdict: Sendable, Equatable {
  /// The class shown.
  public let `class`: VerdictClass
  /// Class with everything unknown at its worst.
  public let cautious: VerdictClass
  /// Class with everything unknown at its best.
  public let hopeful: VerdictClass
  /// Class by fit alone, at the cautious end.
  public let byFit: VerdictClass
  /// Flags that hold the verdict down, at the cautious end, worst first.
  public let caps: [Cap]
  /// What decided it, in one sentence.
  public let reason: String

  /// Fit from which a pair may be adopted (assumption).
  public static let adoptFit = 0.70
  /// Fit from which a pair may be adopted with safeguards (assumption).
  public static let safeguardsFit = 0.50
  /// Flags of which two at critical mean Not now (policy switch).
  public static let refusalFlags: [FlagID] = [.p1, .p2, .s1]

  /// Sorts a pair.
  ///
  /// - Parameters:
  ///   - flags: All 19 flags, made by the assessor.
  ///   - fit: Range of the fit.
  ///   - policy: When dangerous data means Not now.
  public init(flags: AssessedFlags, fit: Interval, policy: RefusalPolicy = .two) {
    let worst = Self.sort(flags, fit: fit.low, policy) { $0.residualWorst }
    let best = Self.sort(flags, fit: fit.high, policy) { $0.residualBest }
    let thin = flags[.e1].worst == .critical
    cautious = .ranked(worst.rank)
    hopeful = .ranked(best.rank)
    byFit = .ranked(Self.byFit(fit.low))
    caps = worst.caps
    if thin {
      `class` = .cannotSay
      reason = "More than a quarter of the weight rests on figures that are missing or old."
    } else if worst.rank == best.rank {
      `class` = .ranked(worst.rank)
      reason = Self.reason(worst, fit: fit)
    } else if worst.rank == 0 || best.rank - worst.rank > 1 {
      `class` = .cannotSay
      reason =
        "What is not known leaves everything from \(VerdictClass.ranked(worst.rank).name) "
        + "to \(VerdictClass.ranked(best.rank).name) open."
    } else {
      `class` = .ranked(worst.rank)
      reason =
        Self.reason(worst, fit: fit)
        + " At best, once the unknown is known: \(VerdictClass.ranked(best.rank).name)."
    }
  }

  private static func byFit(_ fit: Double) -> Int {
    fit >= adoptFit ? 3 : fit >= safeguardsFit ? 2 : 1
  }

  /// Best rank that a flag leaves open; a high flag that no measure lowers here counts as critical.
  ///
  /// F1 never caps below Adopt with safeguards: nothing can be prepared about a problem that is not the
  /// country's; need puts such a good last instead (`DECISIONS.md`, "F1 orders").
  static func limit(_ severity: Severity, of flag: FlagID, isMitigable: Bool) -> Int {
    switch severity {
    case .none, .low: 3
    case .moderate: 2
    case .high: isMitigable || flag == .f1 ? 2 : 1
    case .critical: flag == .f1 ? 2 : 1
    }
  }

  private struct Sorted {
    var rank: Int
    var byFit: Int
    var caps: [Cap]
    var refused: [FlagID]
  }

  private static func sort(
    _ flags: AssessedFlags, fit: Double, _ policy: RefusalPolicy,
    severity: (RiskFlag) -> Severity
  ) -> Sorted {
    func limit(_ flag: RiskFlag) -> Int {
      Self.limit(severity(flag), of: flag.id, isMitigable: flag.isMitigable)
    }
    let refusing = refusalFlags.filter { severity(flags[$0]) == .critical }
    let isRefused = refusing.count >= policy.count
    let caps = flags.all
      .filter { limit($0) < 3 }
      .sorted { (severity($1), $0.id.index) < (severity($0), $1.id.index) }
      .map { flag in
        Cap(
          flag: flag.id,
          limit: isRefused && refusing.contains(flag.id)
            ? .notNow : .ranked(limit(flag)))
      }
    let cap = caps.compactMap(\.limit.rank).min() ?? 3
    let mine = byFit(fit)
    return Sorted(rank: min(mine, cap), byFit: mine, caps: caps, refused: isRefused ? refusing : [])
  }

  private static func reason(_ sorted: Sorted, fit: Interval) -> String {
    if !sorted.refused.isEmpty {
      let names = sorted.refused.map { "\($0.rawValue) \($0.title.lowercased())" }
      return "Critical together: " + names.joined(separator: ", ") + "."
    }
    let binding = sorted.caps.filter { $0.limit.rank == sorted.rank }
    let flags = binding.prefix(3).map { "\($0.flag.rawValue) \($0.flag.title.lowercased())" }
    let more = binding.count > 3 ? " and \(binding.count - 3) more" : ""
    let fitText = "fit \(NumberShape.twoDecimals(fit.low))"
    switch (binding.isEmpty, sorted.byFit == sorted.rank) {
    case (true, _) where sorted.rank == 3:
      return "No open risk above low; \(fitText), at or above .70."
    case (true, _):
      return "Held by \(fitText), below \(sorted.rank == 2 ? ".70" : ".50")."
    case (false, true) where sorted.rank < 3:
      return "Held by " + flags.joined(separator: ", ") + more + "; also by \(fitText)."
    default:
      return "Held by " + flags.joined(separator: ", ") + more + "."
    }
  }
}

/// Number text that the model itself needs.
enum NumberShape {
  /// Two decimals, rounded half away from zero.
  static func twoDecimals(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
