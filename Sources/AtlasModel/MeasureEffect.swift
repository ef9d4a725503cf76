/// What a measure lowers on one flag, by how many steps, and what has to hold in the country for it.
public struct MeasureEffect: Sendable, Equatable {
  /// The factor of a severity that is lowered.
  public enum Factor: String, Sendable, CaseIterable {
    /// How likely the risk is in the country.
    case likelihood
    /// How grave it is for the good.
    case impact
  }

  /// Id of the measure.
  public var measure: String
  /// The flag it bears on.
  public var flag: FlagID
  /// The factor it lowers.
  public var factor: Factor
  /// Steps it lowers by, 0 to 2.
  public var steps: Int
  /// What has to hold here; nil for nothing.
  public var precondition: Precondition?
  /// published or assumption.
  public var basis: String
  /// Why, in our words.
  public var why: String

  /// Makes an effect.
  public init(
    measure: String, flag: FlagID, factor: Factor, steps: Int, precondition: Precondition?,
    basis: String, why: String
  ) {
    self.measure = measure
    self.flag = flag
    self.factor = factor
    self.steps = steps
    self.precondition = precondition
    self.basis = basis
    self.why = why
  }
}

/// A condition on a country or a good, such as `electricity-rural>=20` or `data-protection-law=draft`.
public struct Precondition: Sendable, Equatable {
  /// What a condition reads.
  public enum Test: Sendable, Equatable {
    /// A figure is at least a number.
    case atLeast(String, Double)
    /// A text-valued fact is one of some tokens.
    case isOneOf(String, [String])
    /// The good's data is at most this sensitive.
    case sensitivityAtMost(Int)
  }

  /// What it reads.
  public let test: Test
  /// The condition as written.
  public let text: String

  /// Reads a condition; nil if it is not understood.
  public init?(_ text: String) {
    self.text = text
    if let parts = Self.split(text, at: "<="), parts.0 == "sensitivity", let limit = Int(parts.1) {
      test = .sensitivityAtMost(limit)
    } else if let parts = Self.split(text, at: ">="), let limit = NumberText.number(parts.1) {
      test = .atLeast(parts.0, limit)
    } else if let parts = Self.split(text, at: "="), !parts.1.isEmpty {
      test = .isOneOf(parts.0, parts.1.split(separator: "|").map(String.init))
    } else {
      return nil
    }
  }

  private static func split(_ text: String, at sign: String) -> (String, String)? {
    guard let range = text.firstRange(of: sign) else { return nil }
    let name = text[..<range.lowerBound]
    guard !name.isEmpty, !name.contains(where: { $0 == "<" || $0 == ">" || $0 == "=" }) else {
      return nil
    }
    return (String(name), String(text[range.upperBound...]))
  }
}

/// How far a figure of some age may have moved since, seen over all countries.
public struct Drift: Sendable, Equatable {
  /// Position of the indicator.
  public var indicator: Int
  /// Age of the figure in years.
  public var years: Int
  /// 10th percentile of the change.
  public var low: Double
  /// Median change.
  public var median: Double
  /// 90th percentile of the change.
  public var high: Double
  /// Changes that were seen.
  public var count: Int
  /// Id of its source.
  public var source: String

  /// What the model reads: from the 10th to the 90th percentile, and to no change where that lies outside.
  ///
  /// The figure that was seen stays inside the range. Growth slows, so that percentiles of faster years alone hold
  /// too few later figures (VALIDATION.md, back-test of intervals).
  public var range: Interval { Interval(min(low, 0), max(high, 0)) }

  /// Makes a drift.
  public init(
    indicator: Int, years: Int, low: Double, median: Double, high: Double, count: Int,
    source: String
  ) {
    self.indicator = indicator
    self.years = years
    self.low = low
    self.median = median
    self.high = high
    self.count = count
    self.source = source
  }
}
