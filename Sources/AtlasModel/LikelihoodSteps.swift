/// Steps of the likelihoods that rest on a pair: one place for the assessor and the kernel of the matrix.
enum LikelihoodSteps {
  /// Limits of the figure that a flag of the country reads, for steps 0 to 3; none where it reads no single one.
  static func limits(_ flag: FlagID) -> [Double] {
    switch flag {
    case .d1: [75, 65, 50, 35]
    case .d2: [0.98, 0.95, 0.90, 0.75]
    case .d3: [0.90, 0.75, 0.50, 0.29]
    case .d4: [95, 85, 70, 50]
    case .d5: [2, 5, 8, 12]
    case .r1: [2, 5, 15, 30]
    case .r2: [99, 90, 70, 40]
    case .s1: [95, 85, 55, 20]
    case .s3: [1.9, 3.4, 4.9, 6.4]
    case .p2: [57, 29]
    case .p3: [75, 50, 35, 20]
    case .i1: [75, 50, 37, 25]
    case .p1, .r3, .s2, .l1, .f1, .f2, .e1: []
    }
  }

  /// Limits of R3, in staff per 10,000 rural people, at or above which a step begins.
  static let staffLimits = (1.0, 3.0, 8.0, 15.0)
  /// Limits of E1, in shares of the weight, above which a step begins.
  static let thinnessLimits = (0.0, 0.1, 0.25, 0.4)
  /// Limits of F1, in ranks, up to which a step lasts.
  static let relevanceLimits = (4, 8, 12, 15)

  /// R3, from staff per 10,000 rural people.
  static func staff(_ staff: Double) -> Int {
    let limits = staffLimits
    return staff >= limits.3
      ? 4 : staff >= limits.2 ? 3 : staff >= limits.1 ? 2 : staff >= limits.0 ? 1 : 0
  }

  /// F1, from the rank of the widest gap that a good claims.
  static func relevance<Rank: BinaryInteger>(_ rank: Rank) -> Int {
    let limits = relevanceLimits
    return rank <= limits.0
      ? 0 : rank <= limits.1 ? 1 : rank <= limits.2 ? 2 : rank <= limits.3 ? 3 : 4
  }

  /// E1, from the share of the weight on missing or old values, 0 to 1.
  ///
  /// The sum is rounded, so that arithmetic alone moves no share off a limit.
  static func thinness(_ thinness: Double) -> Int {
    let share = (thinness * 1e9).rounded() / 1e9
    let limits = thinnessLimits
    return share <= limits.0
      ? 0 : share <= limits.1 ? 1 : share <= limits.2 ? 2 : share <= limits.3 ? 3 : 4
  }
}
