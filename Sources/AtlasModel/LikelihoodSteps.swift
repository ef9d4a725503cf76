/// Steps of the likelihoods that rest on a pair: one place for the assessor and the kernel of the matrix.
enum LikelihoodSteps {
  /// R3, from staff per 10,000 rural people.
  static func staff(_ staff: Double) -> Int {
    staff >= 15 ? 4 : staff >= 8 ? 3 : staff >= 3 ? 2 : staff >= 1 ? 1 : 0
  }

  /// F1, from the rank of the widest gap that a good claims.
  static func relevance<Rank: BinaryInteger>(_ rank: Rank) -> Int {
    rank <= 4 ? 0 : rank <= 8 ? 1 : rank <= 12 ? 2 : rank <= 15 ? 3 : 4
  }

  /// E1, from the share of the weight on missing or old values, 0 to 1.
  ///
  /// The sum is rounded, so that arithmetic alone moves no share off a limit.
  static func thinness(_ thinness: Double) -> Int {
    let share = (thinness * 1e9).rounded() / 1e9
    return share <= 0 ? 0 : share <= 0.1 ? 1 : share <= 0.25 ? 2 : share <= 0.4 ? 3 : 4
  }
}
