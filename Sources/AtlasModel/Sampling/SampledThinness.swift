/// Shares of the weight on missing or old figures in draws (E1).
///
/// Few dimensions are thin in a country, so goods share a handful of distinct sums.
struct SampledThinness {
  /// The share of one dimension as its level moves.
  private struct Share: Equatable {
    var shares: Moved<Float>
    var move: Int
  }

  /// Sum of each profile in `SampleGoods.thins`.
  let sumOf: [Int]
  /// How many sums there are.
  var count: Int { isNone.count }
  /// Whether a sum is 0 in all draws.
  let isNone: [Bool]
  private var shares: [Share] = []
  /// What a sum adds: for each dimension its position times `width` and that of a share, of some the greatest.
  private var parts = SharedRuns()
  private static let width: Int32 = 1 << 16
  /// Rows: first the distinct shares, the same in all draws, then those made of them.
  private var values = AlignedRows(unfilled: 0)
  private var rowSteps: [RowStep] = []
  private var sumSteps: [SumStep] = []
  private var joins: [JoinStep] = []
  private let sums = AlignedRows(count: 2)
  private let words: AlignedSpace<UInt64>

  init(_ conditions: CountryConditions, _ goods: SampleGoods) {
    let table = MatrixLadder.allCases.flatMap { ladder -> [Float] in
      let thin = ladder.thinness(conditions.supplies)
      return [0, Float(thin.0), Float(thin.1), Float(thin.2), Float(thin.3)]
    }
    let isThin = MatrixLadder.allCases.indices.map {
      table[5 * $0..<5 * $0 + 5].contains { $0 > 0 }
    }
    guard isThin.contains(true) else {
      sumOf = Array(repeating: 0, count: goods.thins.count)
      isNone = [true]
      words = AlignedSpace(count: 4)
      return
    }
    let ladders = MatrixFitProfile.Worker.allCases.map { worker in
      MatrixLadder.read(by: worker).map(\.rawValue)
    }
    var shares: [Share] = []
    var parts = SharedRuns()
    var isNone: [Bool] = []
    sumOf = goods.thins.map { thin in
      let ladders = ladders[MatrixFitProfile.Worker.allCases.firstIndex(of: thin.worker) ?? 0]
      func share(_ dimension: Int) -> Int32? {
        let row = ladders[dimension]
        guard isThin[row] else { return nil }
        let values = thin.levels[dimension].map { table[5 * row + $0] }
        guard max(values.down, values.same, values.up) > 0 else { return nil }
        let share = Share(
          shares: values, move: values.isFixed ? -1 : thin.moves[dimension])
        if let known = shares.firstIndex(of: share) { return Int32(known) }
        shares.append(share)
        return Int32(shares.count - 1)
      }
      var size = 0
      func add(_ dimension: Int32, _ share: Int32) {
        parts.append(dimension * Self.width + share)
        size += 1
      }
      parts.begin()
      for dimension in 0..<8 { if let share = share(dimension) { add(Int32(dimension), share) } }
      // Equity is as thin as the thinnest personal dimension.
      if thin.worker == .citizens {
        for dimension in 0..<4 { if let share = share(dimension) { add(8, share) } }
      }
      let number = parts.end(label: 0)
      if number == isNone.count { isNone.append(size == 0) }
      return number
    }
    self.isNone = isNone
    self.shares = shares
    self.parts = parts
    words = AlignedSpace(count: 4 * isNone.count)
  }

  /// Makes the sums ready that are asked for.
  mutating func keep(_ isUsed: [Bool]) {
    guard isUsed.contains(true) else { return }
    let lanes = SampleOptions.lanes
    let distinct = Set(shares.flatMap(\.shares.all)).sorted()
    var count = distinct.count
    func add(_ kind: Int32, _ rows: Moved<Int>, draw: Int) -> Int {
      rowSteps.append(
        RowStep(
          kind: kind, out: Int32(count), down: Int32(rows.down), same: Int32(rows.same),
          up: Int32(rows.up), draw: Int32(draw), rise: Int32(draw + SampleDraws.Bits.rise)))
      count += 1
      return count - 1
    }
    let rows = shares.map { share in
      let values = share.shares.map { distinct.firstIndex(of: $0) ?? 0 }
      return share.move < 0
        ? values.same : add(RowStep.moved, values, draw: SampleDraws.Bits.down + share.move)
    }
    var greatest: [SIMD2<Int>: Int] = [:]
    for number in isUsed.indices where isUsed[number] {
      let (first, last) = parts.range(number)
      var place = Int(first)
      while place < Int(last) {
        let dimension = parts.list[place] / Self.width
        var row = rows[Int(parts.list[place] % Self.width)]
        let isFirst = place == Int(first)
        place += 1
        while place < Int(last), parts.list[place] / Self.width == dimension {
          let pair = SIMD2(row, rows[Int(parts.list[place] % Self.width)])
          row =
            greatest[pair]
            ?? add(RowStep.greatest, Moved(down: pair[0], same: pair[1], up: 0), draw: 0)
          greatest[pair] = row
          place += 1
        }
        sumSteps.append(
          SumStep(
            from: isFirst ? 0 : -1, to: -1, row: Int32(row),
            weight: Int32(SampleDraws.Row.weight) + dimension, first: Int32(joins.count),
            last: Int32(joins.count + (place == Int(last) ? 1 : 0))))
      }
      joins.append(JoinStep(other: 0, out: Int32(number)))
    }
    values = AlignedRows(unfilled: count)
    values.withRows { rows in
      for (row, value) in distinct.enumerated() {
        for lane in 0..<lanes { rows[row * lanes + lane] = value }
      }
    }
  }

  /// Limits of the steps; arithmetic alone moves no share off one.
  private static let limits = [
    LikelihoodSteps.thinnessLimits.0, LikelihoodSteps.thinnessLimits.1,
    LikelihoodSteps.thinnessLimits.2, LikelihoodSteps.thinnessLimits.3,
  ].map { Float($0 + 1e-6) }

  /// Works out the caps of a block from the rows of a draw.
  ///
  /// - Parameters:
  ///   - kernel: The inner loops.
  ///   - draws: Rows of draws.
  ///   - bits: Words of draws.
  ///   - sets: Likelihoods, as bits, for safeguards, prepare, critical and cannot say.
  ///   - caps: Caps of each sum; those that are none stay as they are.
  func fill(
    _ kernel: any SampleKernel, _ draws: UnsafePointer<Float>, _ bits: UnsafePointer<UInt64>,
    _ sets: SIMD4<UInt8>, _ caps: UnsafeMutablePointer<SIMD4<UInt64>>
  ) {
    guard !sumSteps.isEmpty else { return }
    values.withRows { values in
      rowSteps.withUnsafeBufferPointer { kernel.rows($0, draws: draws, bits: bits, losses: values) }
      joins.withUnsafeBufferPointer { joins in
        guard let joins = joins.baseAddress else { return }
        sumSteps.withUnsafeBufferPointer { steps in
          Self.limits.withUnsafeBufferPointer { limits in
            sums.withRows {
              kernel.fits(
                steps, joins: joins, draws: draws, link: nil, losses: values, sums: $0,
                limits: limits, words: words.base, values: nil)
            }
          }
        }
      }
    }
    for join in joins {
      let number = Int(join.out)
      let above = words.base + 4 * number
      let steps = StepWords(missed: SIMD4(above[0], above[1], above[2], above[3]))
      caps[number] = SIMD4(
        steps.any(of: sets[0]), steps.any(of: sets[1]), 0, steps.any(of: sets[3]))
    }
  }
}
