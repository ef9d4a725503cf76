/// Likelihoods that rest on a pair, in draws: staff on the ground (R3) and relevance (F1).
struct SampledGroups {
  /// Steps of each reach of the goods.
  private(set) var reachSteps: [StepWords]
  /// Steps of each list of goals.
  private(set) var goalSteps: [StepWords]
  /// Steps that are the same in all draws.
  private(set) var knownReach: [Int?]
  private(set) var knownGoals: [Int?]
  /// Scores of goals 1 to 17, row by row, for needs.
  private(set) var scores: [Float]
  /// Whether some goal's score is drawn.
  let drawsGoals: Bool

  private let goods: SampleGoods
  private let supplies: SampledSupplies
  private let applies: [Bool]
  /// Limits of a reach at or below which a step begins: preset, step; negative where none does.
  private let limits: [Float]
  /// Words of draws in which a rural supply is at or below a limit: preset, supply, step.
  private var fails = Array(repeating: UInt64(0), count: StaffPreset.allCases.count * 24)
  private let presetOf: [Int]
  private var ranks: [UInt64] = Array(repeating: 0, count: 17 * 4)

  private static let rural: [SupplyRow] = [
    .ruralSignal, .ruralFourG, .ruralInternet, .ruralLiteracy, .ruralMobile, .ruralElectricity,
  ]

  init(_ conditions: CountryConditions, _ supplies: SampledSupplies, _ goods: SampleGoods) {
    self.goods = goods
    self.supplies = supplies
    let staff = LikelihoodSteps.staffLimits
    let limits = StaffPreset.allCases.flatMap { preset in
      [staff.0, staff.1, staff.2, staff.3].map {
        Float(100 * (1 - $0 * preset.inhabitantsPerStaff / 10_000))
      }
    }
    self.limits = limits
    presetOf = goods.reaches.map { StaffPreset.allCases.firstIndex(of: $0.preset) ?? 0 }
    reachSteps = Array(repeating: StepWords(0), count: goods.reaches.count)
    let isUrban = conditions.supplies.ruralShare == 0
    knownReach = zip(goods.reaches, presetOf).map { reach, preset in
      isUrban || limits[preset * 4] < 0 || reach.needs.isEmpty ? 0 : nil
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
    scores = Array(repeating: 0, count: 17 * SampleOptions.lanes)
    drawsGoals = supplies.goals.contains { !$0.isKnown }
    fillScores(0, isFirst: true)
  }

  /// Fills the steps of a block from the rows of supplies and the moves of the draws.
  mutating func fill(
    _ block: Int, _ rows: UnsafePointer<Float>, _ bits: UnsafePointer<UInt64>
  ) {
    for preset in StaffPreset.allCases.indices where limits[preset * 4] >= 0 {
      fillFails(preset, rows)
    }
    for (number, reach) in goods.reaches.enumerated() where knownReach[number] == nil {
      reachSteps[number] = steps(reach, presetOf[number] * 24, bits)
    }
    if drawsGoals { fillScores(block, isFirst: false) }
    guard knownGoals.contains(where: { $0 == nil }) else { return }
    fillRanks()
    for (number, goals) in goods.goals.enumerated() where knownGoals[number] == nil {
      goalSteps[number] = steps(goals, block)
    }
  }

  // MARK: Staff

  private mutating func fillFails(_ preset: Int, _ rows: UnsafePointer<Float>) {
    for (number, supply) in Self.rural.enumerated() {
      let row = rows + supply.rawValue * SampleOptions.lanes
      for step in 0..<4 where limits[preset * 4 + step] >= 0 {
        fails[preset * 24 + number * 4 + step] = LaneWords.atMost(row, limits[preset * 4 + step])
      }
    }
  }

  private func steps(
    _ reach: SampleReach, _ first: Int, _ bits: UnsafePointer<UInt64>
  ) -> StepWords {
    var missed: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    for need in reach.needs {
      var asked: UInt64 = 0
      for part in need.parts { asked |= bits.draws(part.asks, move: part.move) }
      let place = first + (need.supply.rawValue - SupplyRow.ruralSignal.rawValue) * 4
      missed.0 |= asked & fails[place]
      missed.1 |= asked & fails[place + 1]
      missed.2 |= asked & fails[place + 2]
      missed.3 |= asked & fails[place + 3]
    }
    return StepWords(passed: ~missed.0, ~missed.1, ~missed.2, ~missed.3)
  }

  // MARK: Goals

  private mutating func fillScores(_ block: Int, isFirst: Bool) {
    for (goal, figure) in supplies.goals.enumerated() where isFirst || !figure.isKnown {
      scores.withUnsafeMutableBufferPointer {
        if let row = $0.baseAddress { figure.fill(block, row + goal * SampleOptions.lanes) }
      }
    }
  }

  /// Draws in which the rank of each goal's gap is within the limit of each step.
  private mutating func fillRanks() {
    let lanes = SampleOptions.lanes
    let limits = LikelihoodSteps.relevanceLimits
    scores.withUnsafeBufferPointer { scores in
      guard let scores = scores.baseAddress else { return }
      withUnsafeTemporaryAllocation(of: Float.self, capacity: lanes) { space in
        guard let rank = space.baseAddress else { return }
        for goal in 0..<17 where applies[goal] {
          for lane in 0..<lanes { rank[lane] = 1 }
          let mine = scores + goal * lanes
          for other in 0..<17 where other != goal && applies[other] {
            let its = scores + other * lanes
            for lane in 0..<lanes { rank[lane] += its[lane] < mine[lane] ? 1 : 0 }
          }
          for (step, limit) in [limits.0, limits.1, limits.2, limits.3].enumerated() {
            ranks[goal * 4 + step] = LaneWords.atMost(rank, Float(limit))
          }
        }
      }
    }
  }

  private func steps(_ goals: [Int], _ block: Int) -> StepWords {
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
