/// Shares of the weight on missing or old figures in draws (E1).
///
/// Few dimensions are thin in a country, so goods share a handful of distinct sums.
final class SampledThinness {
  /// What a dimension adds: its weight times the greatest of some shares.
  private struct Part: Hashable {
    var dimension: Int
    var shares: [Share]
  }

  /// The share of one dimension as its level moves.
  private struct Share: Hashable {
    var shares: Moved<Float>
    var move: Int
  }

  /// Sum of each profile in `SampleGoods.thins`.
  let sumOf: [Int]
  /// How many sums there are.
  var count: Int { isNone.count }
  /// Whether a sum is 0 in all draws.
  let isNone: [Bool]
  private var isSummed: [Bool] = []
  /// Rows: first the distinct shares, the same in all draws, then those made of them.
  private var values = AlignedRows(count: 0)
  private var rowSteps: [RowStep] = []
  private var sumSteps: [SumStep] = []
  private var joins: [JoinStep] = []
  private var sums = AlignedRows(count: 0)
  private var words: [UInt64] = []
  private let all: [[Part]]

  init(_ conditions: CountryConditions, _ goods: SampleGoods) {
    let table = MatrixLadder.allCases.map { ladder -> [Float] in
      let thin = ladder.thinness(conditions.supplies)
      return [0, Float(thin.0), Float(thin.1), Float(thin.2), Float(thin.3)]
    }
    var index = MatrixIndex<[Part]>()
    let isThick = table.allSatisfy { $0.allSatisfy { $0 == 0 } }
    if isThick { _ = index.number([]) }
    sumOf = goods.thins.map { thin in
      if isThick { return 0 }
      let ladders = MatrixLadder.read(by: thin.worker)
      func share(_ dimension: Int) -> Share? {
        let row = table[ladders[dimension].rawValue]
        let shares = thin.levels[dimension].map { row[$0] }
        guard shares.all.contains(where: { $0 > 0 }) else { return nil }
        return Share(shares: shares, move: shares.isFixed ? -1 : thin.moves[dimension])
      }
      var parts = (0..<8).compactMap { dimension in
        share(dimension).map { Part(dimension: dimension, shares: [$0]) }
      }
      // Equity is as thin as the thinnest personal dimension.
      if thin.worker == .citizens {
        let shares = (0..<4).compactMap(share)
        if !shares.isEmpty { parts.append(Part(dimension: 8, shares: shares)) }
      }
      return index.number(parts)
    }
    isNone = index.values.map(\.isEmpty)
    words = Array(repeating: 0, count: 4 * index.values.count)
    all = index.values
  }

  /// Makes the sums ready that are asked for.
  func keep(_ isUsed: [Bool]) {
    addRows(all.enumerated().map { isUsed[$0] ? $1 : [] })
    isSummed = isUsed
  }

  private func addRows(_ all: [[Part]]) {
    let lanes = SampleOptions.lanes
    var constants = MatrixIndex<Float>()
    let distinct = Set(all.joined().flatMap(\.shares).flatMap(\.shares.all)).sorted()
    for value in distinct { _ = constants.number(value) }
    var count = distinct.count
    func add(_ kind: Int32, _ rows: Moved<Int>, draw: Int) -> Int {
      rowSteps.append(
        RowStep(
          kind: kind, out: Int32(count), down: Int32(rows.down), same: Int32(rows.same),
          up: Int32(rows.up), draw: Int32(draw)))
      count += 1
      return count - 1
    }
    var rows: [Share: Int] = [:]
    func row(_ share: Share) -> Int {
      if let known = rows[share] { return known }
      let values = share.shares.map { constants.number($0) }
      let row =
        share.move < 0
        ? values.same : add(RowStep.moved, values, draw: SampleDraws.Row.move + share.move)
      rows[share] = row
      return row
    }
    var greatest: [[Int]: Int] = [:]
    let deepest = all.map(\.count).max() ?? 0
    for (number, parts) in all.enumerated() {
      // Each sum ends at a place of its own.
      let end = Int32(deepest + 1 + number)
      for (depth, part) in parts.enumerated() {
        let sources = part.shares.map(row)
        let one =
          greatest[sources]
          ?? sources.dropFirst().reduce(sources[0]) {
            add(RowStep.greatest, Moved(down: $0, same: $1, up: 0), draw: 0)
          }
        greatest[sources] = one
        sumSteps.append(
          SumStep(
            from: Int32(depth), to: depth + 1 == parts.count ? end : Int32(depth + 1),
            row: Int32(one), weight: Int32(SampleDraws.Row.weight + part.dimension),
            isKept: depth + 1 == parts.count ? 1 : 0))
      }
      joins.append(JoinStep(one: parts.isEmpty ? 0 : end, two: 0))
    }
    values = AlignedRows(count: count)
    values.withRows { rows in
      for (row, value) in distinct.enumerated() {
        for lane in 0..<lanes { rows[row * lanes + lane] = value }
      }
    }
    sums = AlignedRows(count: 2 * (deepest + 1 + all.count))
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
  ///   - sets: Likelihoods, as bits, for safeguards, prepare, critical and cannot say.
  ///   - caps: Caps of each sum; those that are none stay as they are.
  func fill(
    _ kernel: any SampleKernel, _ draws: UnsafePointer<Float>, _ sets: SIMD4<UInt8>,
    _ caps: UnsafeMutablePointer<SIMD4<UInt64>>
  ) {
    guard !sumSteps.isEmpty else { return }
    values.withRows { values in
      rowSteps.withUnsafeBufferPointer { kernel.rows($0, draws: draws, losses: values) }
      sums.withRows { sums in
        sumSteps.withUnsafeBufferPointer {
          kernel.sums($0, draws: draws, losses: values, sums: sums)
        }
        words.withUnsafeMutableBufferPointer { words in
          guard let words = words.baseAddress else { return }
          joins.withUnsafeBufferPointer { joins in
            Self.limits.withUnsafeBufferPointer { limits in
              kernel.joins(
                joins, link: nil, sums: sums, limits: limits, words: words, values: nil)
            }
          }
        }
      }
    }
    for number in isSummed.indices where isSummed[number] {
      let place = 4 * number
      let steps = StepWords(
        passed: ~words[place], ~words[place + 1], ~words[place + 2], ~words[place + 3])
      caps[number] = SIMD4(
        steps.any(of: sets[0]), steps.any(of: sets[1]), 0, steps.any(of: sets[3]))
    }
  }
}
