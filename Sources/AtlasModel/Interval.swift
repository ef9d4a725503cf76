/// A closed range that a value is known to lie in; a known value is a range of one point.
public struct Interval: Sendable, Equatable {
  /// Lower end.
  public var low: Double
  /// Upper end.
  public var high: Double

  /// Makes a range; the ends are put in order.
  public init(_ low: Double, _ high: Double) {
    self.low = low <= high ? low : high
    self.high = low <= high ? high : low
  }

  /// Makes a range of one point.
  public init(_ value: Double) {
    low = value
    high = value
  }

  /// Anything from 0 to 1: an adequacy of which nothing is known.
  public static let unit = Interval(0, 1)
  /// The point 1: no demand is no barrier.
  public static let one = Interval(1)
  /// Anything from 0 to 100: a percentage of which nothing is known.
  public static let percentage = Interval(0, 100)

  /// Whether the range is one point.
  public var isPoint: Bool { low == high }

  /// Range of the smaller of two values.
  public func lesser(_ other: Interval) -> Interval {
    Interval(low < other.low ? low : other.low, high < other.high ? high : other.high)
  }

  /// Range of `weight` of this and the rest of the other.
  ///
  /// - Parameters:
  ///   - other: The second range.
  ///   - weight: Share of this range, 0 to 1.
  public func blended(with other: Interval, weight: Double) -> Interval {
    Interval(
      weight * low + (1 - weight) * other.low, weight * high + (1 - weight) * other.high)
  }
}

/// A closed range of whole steps, such as the likelihoods that missing data leaves open.
public struct StepRange: Sendable, Equatable {
  /// Lowest possible step.
  public var low: Int
  /// Highest possible step.
  public var high: Int

  /// Makes a range; the ends are put in order.
  public init(_ low: Int, _ high: Int) {
    self.low = min(low, high)
    self.high = max(low, high)
  }

  /// Makes a range of one step.
  public init(_ step: Int) {
    low = step
    high = step
  }

  /// Steps 0 to 4: nothing is known.
  public static let open = StepRange(0, 4)

  /// Whether the range is one step.
  public var isPoint: Bool { low == high }

  /// Some steps lower, not below 0.
  func lowered(by steps: Int) -> StepRange { StepRange(max(0, low - steps), max(0, high - steps)) }
}
