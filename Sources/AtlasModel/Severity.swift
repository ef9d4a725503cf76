/// How grave a risk is: likelihood times impact, in five words.
public enum Severity: Int, Sendable, CaseIterable, Comparable {
  /// Product 0.
  case none
  /// Product 1 to 3.
  case low
  /// Product 4 to 6.
  case moderate
  /// Product 8 or 9.
  case high
  /// Product 12 to 16.
  case critical

  /// Severity of a likelihood and an impact, each 0 to 4.
  ///
  /// Steps from the fit model: 0 none, 1-3 low, 4-6 moderate, 8-9 high, 12-16 critical. Products
  /// of two numbers up to 4 skip 5, 7, 10, 11 and 13 to 15.
  public init(likelihood: Int, impact: Int) {
    switch likelihood * impact {
    case ..<1: self = .none
    case 1...3: self = .low
    case 4...7: self = .moderate
    case 8...11: self = .high
    default: self = .critical
    }
  }

  /// Reads the word; nil for any other.
  public init?(word: String) {
    guard let match = Self.allCases.first(where: { $0.word == word }) else { return nil }
    self = match
  }

  /// The word that stands in text, JSON and tables.
  public var word: String {
    switch self {
    case .none: "none"
    case .low: "low"
    case .moderate: "moderate"
    case .high: "high"
    case .critical: "critical"
    }
  }

  /// Orders severities by gravity.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
