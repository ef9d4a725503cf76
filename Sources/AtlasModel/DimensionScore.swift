/// How far a country meets a good on one dimension.
public struct DimensionScore: Sendable, Equatable {
  /// The dimension.
  public var dimension: Dimension
  /// Level asked, 0 to 4.
  public var demand: Int
  /// Range of adequacy, 0 to 1, given what is known.
  public var adequacy: Interval
  /// Weight in the fit; weights sum to 1.
  public var weight: Double
  /// Share of `1 - fit` that this dimension accounts for (Shapley value), at the cautious end.
  public var lossShare: Double
  /// How the supply behind it is known.
  public var status: ValueStatus
  /// Rows behind it; empty where nothing is asked.
  public var evidence: [Evidence]
}

/// Average and weakest link of the dimensions (fit-model section 6).
public struct FitScore: Sendable, Equatable {
  /// Weight of the weakest link, `b` (assumption: one half).
  public static let weakestLink = 0.5
  /// Weight of the worst group in a personal dimension, `e` (assumption: one half).
  public static let equityShare = 0.5

  /// Range of the fit, 0 to 1; its lower end is the cautious fit that the verdict uses.
  public var range: Interval
  /// Every dimension, in order.
  public var dimensions: [DimensionScore]

  /// `(1 - b) sum w v + b min v`.
  ///
  /// - Parameters:
  ///   - values: Adequacies, 0 to 1.
  ///   - weights: Weights of the same count; they sum to 1.
  ///   - weakestLink: `b`, 0 to 1.
  public static func fit(
    _ values: [Double], weights: [Double], weakestLink: Double = weakestLink
  ) -> Double {
    var mean = 0.0
    var least = 1.0
    for (value, weight) in zip(values, weights) {
      mean += weight * value
      least = min(least, value)
    }
    return (1 - weakestLink) * mean + weakestLink * least
  }

  /// Exact Shapley shares of the loss `1 - fit`.
  ///
  /// The mean part is additive; the weakest-link part is an airport game: with losses sorted
  /// `q1 <= ... <= qn`, the j-th pays the sum over i <= j of `(qi - qi-1) / (n - i + 1)`
  /// (Littlechild and Owen 1973).
  public static func lossShares(
    _ values: [Double], weights: [Double], weakestLink: Double = weakestLink
  ) -> [Double] {
    let losses = values.map { 1 - $0 }
    let order = losses.indices.sorted { (losses[$0], $0) < (losses[$1], $1) }
    var shares = zip(losses, weights).map { (1 - weakestLink) * $1 * $0 }
    var paid = 0.0
    var previous = 0.0
    for (position, index) in order.enumerated() {
      paid += (losses[index] - previous) / Double(order.count - position)
      previous = losses[index]
      shares[index] += weakestLink * paid
    }
    return shares
  }
}
