import AtlasModel
import AtlasReport
import AtlasScreen

/// How severities look; never by colour alone.
enum FlagWords {
  static func role(_ flag: RiskFlag) -> Role { flag.severity.map(role) ?? .notAssessed }

  static func role(_ severity: Severity) -> Role {
    switch severity {
    case .none: .severityNone
    case .low: .severityLow
    case .moderate: .severityModerate
    case .high: .severityHigh
    case .critical: .severityCritical
    }
  }

  static func sign(_ flag: RiskFlag, _ glyphs: Glyphs) -> String { sign(flag.severity, glyphs) }

  /// The sign of a severity; nil is not assessed.
  static func sign(_ severity: Severity?, _ glyphs: Glyphs) -> String {
    severity.map(glyphs.sign(of:)) ?? glyphs.notAssessed
  }

  static func word(_ flag: RiskFlag) -> String { flag.severity?.word ?? "not assessed" }
}

/// How verdicts look.
enum VerdictWords {
  static func role(_ verdict: VerdictClass) -> Role {
    switch verdict {
    case .adopt: .verdictAdopt
    case .withSafeguards: .verdictSafeguards
    case .prepareFirst: .verdictPrepare
    case .notNow: .verdictNotNow
    case .cannotSay: .verdictUnknown
    }
  }
}
