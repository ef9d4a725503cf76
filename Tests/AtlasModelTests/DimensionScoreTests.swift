import AtlasModel
import Testing

@Suite struct DimensionScoreTests {
  @Test func fitIsHalfMeanHalfLeast() {
    #expect(abs(FitScore.fit([1, 0.5, 0], weights: [0.5, 0.25, 0.25]) - 0.3125) < 1e-12)
    #expect(FitScore.fit([1, 1], weights: [0.5, 0.5]) == 1)
    #expect(FitScore.fit([0, 0], weights: [0.5, 0.5]) == 0)
  }

  @Test func sharesSumToTheLoss() {
    var random = SeededRandom(seed: 11)
    for _ in 0..<500 {
      let count = Int.random(in: 1...9, using: &random)
      let values = random.values(count)
      let weights = random.weights(count)
      let sum = FitScore.lossShares(values, weights: weights).reduce(0, +)
      #expect(abs(sum - (1 - FitScore.fit(values, weights: weights))) < 1e-12)
    }
  }

  /// The Shapley value by its definition: the mean of what a dimension adds over all orders.
  @Test func sharesAreShapleyValues() {
    var random = SeededRandom(seed: 12)
    for count in 1...6 {
      for round in 0..<6 {
        var values = random.values(count)
        if round == 0, count > 1 { values[1] = values[0] }
        let weights = random.weights(count)
        let expected = bruteForce(values, weights)
        for (found, wanted) in zip(FitScore.lossShares(values, weights: weights), expected) {
          #expect(abs(found - wanted) < 1e-9)
        }
      }
    }
  }

  /// Enumerates coalitions: those outside keep adequacy 1.
  private func bruteForce(_ values: [Double], _ weights: [Double]) -> [Double] {
    let count = values.count
    func loss(_ set: Int) -> Double {
      let part = (0..<count).map { set >> $0 & 1 == 1 ? values[$0] : 1 }
      return 1 - FitScore.fit(part, weights: weights)
    }
    func factorial(_ n: Int) -> Double { n < 2 ? 1 : Double(n) * factorial(n - 1) }
    return (0..<count).map { player in
      (0..<(1 << count)).filter { $0 >> player & 1 == 0 }.reduce(0) { sum, set in
        let size = set.nonzeroBitCount
        let chance = factorial(size) * factorial(count - size - 1) / factorial(count)
        return sum + chance * (loss(set | 1 << player) - loss(set))
      }
    }
  }
}
