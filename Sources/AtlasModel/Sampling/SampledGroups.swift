/// Likelihoods that rest on a pair, in draws: staff on the ground (R3) and relevance (F1).
final class SampledGroups {
  /// Steps of each reach of the goods.
  private(set) var reachSteps: [StepWords]
  /// Steps of each list of goals.
  private(set) var goalSteps: [StepWords]
  /// Steps that are the same in all draws.
  private(set) var knownReach: [Int?]
  private(set) var knownGoals: [Int?]
  /// Scores of goals 1 to 17, row by row, for needs.
  let scores = AlignedRows(count: 17)
  /// Whether some goal's score is drawn.
  let drawsGoals: Bool

  private let goods: SampleGoods
  private let supplies: SampledSupplies
  private let applies: [Bool]
  /// Limits of a reach at or below which a step begins: preset, step; negative where none does.
  private let limits: [SIMD4<Float>]
  /// Draws in which a rural supply is at or below each limit: preset, supply.
  private var fails = Array(
    repeating: SIMD4<UInt64>(), count: StaffPreset.allCases.count * SampledGroups.rural.count)
  /// All bits where a limit can be reached: preset.
  private let reached: [SIMD4<UInt64>]
  private let presetOf: [Int]
  private var usesPreset = [false, false, false]
  /// Reaches and lists of goals that are drawn and read.
  private var drawnReaches: [Int] = []
  private var drawnGoals: [Int] = []
  private let competing: [Int32]
  private var ranks: [UInt64] = Array(repeating: 0, count: 17 * 4)

  private static let rural: [SupplyRow] = [
    .ruralSignal, .ruralFourG, .ruralInternet, .ruralLiteracy, .ruralMobile, .ruralElectricity,
  ]

  init(_ conditions: CountryConditions, _ supplies: SampledSupplies, _ goods: SampleGoods) {
    self.goods = goods
    self.supplies = supplies
    let staff = LikelihoodSteps.staffLimits
    let limits = StaffPreset.allCases.map { preset in
      let staff = SIMD4(staff.0, staff.1, staff.2, staff.3)
      return SIMD4<Float>(100 * (1 - staff * preset.inhabitantsPerStaff / 10_000))
    }
    self.limits = limits
    reached = limits.map { limits in
      SIMD4(
        limits[0] < 0 ? 0 : ~0, limits[1] < 0 ? 0 : ~0, limits[2] < 0 ? 0 : ~0,
        limits[3] < 0 ? 0 : ~0)
    }
    presetOf = goods.reaches.map { StaffPreset.allCases.firstIndex(of: $0.preset) ?? 0 }
    reachSteps = Array(repeating: StepWords(0), count: goods.reaches.count)
    let isUrban = conditions.supplies.ruralShare == 0
    knownReach = zip(goods.reaches, presetOf).map { reach, preset in
      isUrban || limits[preset][0] < 0 || reach.needs.isEmpty ? 0 : nil
    }
    goalSteps = Array(repeating: StepWords(0), count: goods.goals.count)
    knownGoals = goods.goals.map { goals in
      guard let ranks = conditions.gaps.bestRanks(goals: goals) else { return nil }
      let low = LikelihoodSteps.relevance(ranks.low)
      return low == LikelihoodSteps.relevance(ranks.high) ? low : nil
    }
    for (number, step) in knownGoals.enumerated() {
      if let step { goalSteps[number] = StepWords(step) }
    }
    applies = conditions.gaps.places.map { $0 != nil }
    competing = applies.indices.filter { [applies] in applies[$0] }.map { Int32($0) }
    drawsGoals = supplies.goals.contains { !$0.isKnown }
    fillScores(SwiftSampleKernel(), 0, isFirst: true)
  }

  /// Fills the steps of a block from the rows of supplies and the moves of the draws.
  func fill(
    _ kernel: any SampleKernel, _ block: Int, _ rows: UnsafePointer<Float>,
    _ bits: UnsafePointer<UInt64>
  ) {
    for preset in StaffPreset.allCases.indices where usesPreset[preset] {
      fillFails(kernel, preset, rows)
    }
    fails.withUnsafeBufferPointer { fails in
      reachSteps.withUnsafeMutableBufferPointer { steps in
        for number in drawnReaches {
          steps[number] = Self.steps(
            goods.reaches[number], fails, presetOf[number] * Self.rural.count, bits)
        }
      }
    }
    if drawsGoals { fillScores(kernel, block, isFirst: false) }
    guard !drawnGoals.isEmpty else { return }
    fillRanks(kernel)
    ranks.withUnsafeBufferPointer { ranks in
      goalSteps.withUnsafeMutableBufferPointer { steps in
        for number in drawnGoals { steps[number] = goalStep(goods.goals[number], ranks, block) }
      }
    }
  }

  /// Keeps reaches and lists of goals that are read.
  func keep(reaches: Set<Int>, goals: Set<Int>) {
    drawnReaches = reaches.filter { knownReach[$0] == nil }.sorted()
    drawnGoals = goals.filter { knownGoals[$0] == nil }.sorted()
    for number in drawnReaches { usesPreset[presetOf[number]] = true }
  }

  // MARK: Staff

  private func fillFails(
    _ kernel: any SampleKernel, _ preset: Int, _ rows: UnsafePointer<Float>
  ) {
    for (number, supply) in Self.rural.enumerated() {
      let row = rows + supply.rawValue * SampleOptions.lanes
      let above = kernel.above(row, limits[preset])
      // A limit below zero is never reached; a supply that is zero would be at it.
      fails[preset * Self.rural.count + number] =
        ~above & reached[preset]
    }
  }

  private static func steps(
    _ reach: SampleReach, _ fails: UnsafeBufferPointer<SIMD4<UInt64>>, _ first: Int,
    _ bits: UnsafePointer<UInt64>
  ) -> StepWords {
    var missed = SIMD4<UInt64>()
    for need in reach.needs {
      var asked: UInt64 = 0
      for part in need.parts { asked |= bits.draws(part.asks, move: part.move) }
      missed |=
        fails[first + need.supply.rawValue - SupplyRow.ruralSignal.rawValue]
        & SIMD4(repeating: asked)
    }
    return StepWords(missed: missed)
  }

  // MARK: Goals

  private func fillScores(_ kernel: any SampleKernel, _ block: Int, isFirst: Bool) {
    for (goal, figure) in supplies.goals.enumerated() where isFirst || !figure.isKnown {
      scores.withRows { figure.fill(kernel, block, $0 + goal * SampleOptions.lanes) }
    }
  }

  /// Draws in which the rank of each goal's gap is within the limit of each step.
  private func fillRanks(_ kernel: any SampleKernel) {
    let limits = LikelihoodSteps.relevanceLimits
    let bounds = SIMD4(
      Float(limits.0), Float(limits.1), Float(limits.2), Float(limits.3))
    scores.reading { scores in
      ranks.withUnsafeMutableBufferPointer { words in
        competing.withUnsafeBufferPointer { competing in
          guard let words = words.baseAddress else { return }
          kernel.ranks(scores, chosen: competing, limits: bounds, words: words)
        }
      }
    }
  }

  private func goalStep(
    _ goals: [Int], _ ranks: UnsafeBufferPointer<UInt64>, _ block: Int
  ) -> StepWords {
    var passed: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    var isAimless = true
    for goal in goals where applies[goal - 1] {
      isAimless = false
      let place = (goal - 1) * 4
      passed.0 |= ranks[place]
      passed.1 |= ranks[place + 1]
      passed.2 |= ranks[place + 2]
      passed.3 |= ranks[place + 3]
    }
    guard isAimless else {
      return StepWords(passed: passed.0, passed.1, passed.2, passed.3)
    }
    var words = StepWords(-1)
    for lane in 0..<SampleOptions.lanes {
      let uniform = supplies.aimless.uniform(block * SampleOptions.lanes + lane)
      words.add(min(Int(Int32(uniform * 5)), 4), 1 << UInt64(lane))
    }
    return words
  }
}

extension UnsafePointer where Pointee == UInt64 {
  /// Draws in which a condition holds as its level moves; the pointer is to the bits of a block.
  @inline(__always)
  func draws(_ asks: Moved<Bool>, move: Int) -> UInt64 {
    if asks.isFixed { return asks.same ? ~0 : 0 }
    let down = self[SampleDraws.Bits.down + move]
    let up = self[SampleDraws.Bits.up + move]
    return (asks.down ? down : 0) | (asks.up ? up : 0) | (asks.same ? ~(down | up) : 0)
  }
}
