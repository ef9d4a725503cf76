/// Shares of the weight on missing or old figures in draws (E1).
///
/// Few dimensions are thin in a country, so goods share a handful of distinct sums.
struct SampledThinness {
  /// What a dimension adds: its weight times the greatest of some shares.
  private struct Part: Hashable {
    var dimension: Int
    var shares: [Share]
  }

  /// The share of one dimension as its level moves.
  private struct Share: Hashable {
    var down, same, up: Float
    var move: Int
  }

  private let sums: [[Part]]
  /// Sum of each profile in `SampleGoods.thins`.
  let sumOf: [Int]
  /// Steps of each sum.
  private(set) var steps: [StepWords]
  /// Whether a sum is 0 in all draws.
  let isNone: [Bool]

  init(_ conditions: CountryConditions, _ goods: SampleGoods) {
    let table = MatrixLadder.allCases.map { ladder -> [Float] in
      let thin = ladder.thinness(conditions.supplies)
      return [0, Float(thin.0), Float(thin.1), Float(thin.2), Float(thin.3)]
    }
    var sums = MatrixIndex<[Part]>()
    sumOf = goods.thins.map { thin in
      let ladders = MatrixLadder.read(by: thin.worker)
      func share(_ dimension: Int) -> Share? {
        let shares = thin.levels[dimension].map { table[ladders[dimension].rawValue][$0] }
        guard shares.all.contains(where: { $0 > 0 }) else { return nil }
        return Share(
          down: shares.down, same: shares.same, up: shares.up,
          move: shares.isFixed ? -1 : thin.moves[dimension])
      }
      var parts = (0..<8).compactMap { dimension in
        share(dimension).map { Part(dimension: dimension, shares: [$0]) }
      }
      // Equity is as thin as the thinnest personal dimension.
      if thin.worker == .citizens {
        let shares = (0..<4).compactMap(share)
        if !shares.isEmpty { parts.append(Part(dimension: 8, shares: shares)) }
      }
      return sums.number(parts)
    }
    self.sums = sums.values
    steps = Array(repeating: StepWords(0), count: sums.values.count)
    isNone = sums.values.map(\.isEmpty)
  }

  /// Fills the steps of a block from the rows of a draw.
  mutating func fill(_ draws: UnsafePointer<Float>) {
    let lanes = SampleOptions.lanes
    let limits = LikelihoodSteps.thinnessLimits
    // Arithmetic alone moves no share off a limit.
    func limit(_ value: Double) -> Float { Float(value + 1e-6) }
    withUnsafeTemporaryAllocation(of: Float.self, capacity: 2 * lanes) { space in
      guard let sum = space.baseAddress else { return }
      let most = sum + lanes
      for (number, parts) in sums.enumerated() where !parts.isEmpty {
        for lane in 0..<lanes { sum[lane] = 0 }
        for part in parts {
          for lane in 0..<lanes { most[lane] = 0 }
          for share in part.shares {
            guard share.move >= 0 else {
              for lane in 0..<lanes { most[lane] = max(most[lane], share.same) }
              continue
            }
            let moves = draws + (SampleDraws.Row.move + share.move) * lanes
            for lane in 0..<lanes {
              let value =
                moves[lane] < 0 ? share.down : moves[lane] > 0 ? share.up : share.same
              most[lane] = value > most[lane] ? value : most[lane]
            }
          }
          let weight = draws + (SampleDraws.Row.weight + part.dimension) * lanes
          for lane in 0..<lanes { sum[lane] += weight[lane] * most[lane] }
        }
        steps[number] = StepWords(
          passed: LaneWords.atMost(sum, limit(limits.0)), LaneWords.atMost(sum, limit(limits.1)),
          LaneWords.atMost(sum, limit(limits.2)), LaneWords.atMost(sum, limit(limits.3)))
      }
    }
  }
}
