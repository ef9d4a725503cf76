/// Likelihoods that rest on a pair, in draws: staff on the ground (R3) and relevance (F1).
struct SampledGroups {
  /// What a need of a reach is missed by, and who asks for it.
  private struct Need {
    /// The row of draws at or below the limits.
    var missed: Int
    /// Where its parts begin and end.
    var first, last: Int
    /// Whether it is asked for in all draws.
    var isFixed: Bool
  }

  /// A level that asks for a supply in some draws.
  private struct Part {
    /// Words of draws that move the level down and up.
    var down, up: Int
    /// All bits where it asks for the supply when moved down, not at all and up.
    var asks: (UInt64, UInt64, UInt64)
  }

  /// A row of steps that is drawn: its needs, or its goals.
  private struct Row {
    var out: Int
    var first, last: Int
  }

  /// Steps that are the same in all draws.
  private(set) var knownReach: [Int?]
  private(set) var knownGoals: [Int?]
  /// Scores of goals 1 to 17, row by row, where they are read.
  let scores = AlignedRows(count: 17)
  /// Whether some goal's score that is read is drawn.
  private(set) var drawsGoals = false

  private let goods: SampleGoods
  private let supplies: SampledSupplies
  private var figures: [SampledFigure] = []
  private let aimless: CounterRandom
  private let table: StepTable
  private let applies: [Bool]
  /// Limits of a reach at or below which a step begins, by preset; negative where none does.
  private let limits: [SIMD4<Float>]
  private let presetOf: [Int]
  private var missed: [LimitStep] = []
  private var reaches: [Row] = []
  private var needs: [Need] = []
  private var parts: [Part] = []
  private var lists: [Row] = []
  private var goals: [Int] = []
  private let competing: [Int32]
  private let ranks = AlignedSpace<UInt64>(count: 17 * 4, of: 0)

  /// Supplies that rural people may need.
  static let rural: [SupplyRow] = [
    .ruralSignal, .ruralFourG, .ruralInternet, .ruralLiteracy, .ruralMobile, .ruralElectricity,
  ]

  init(
    _ conditions: CountryConditions, _ supplies: SampledSupplies, _ goods: SampleGoods,
    _ table: StepTable
  ) {
    self.goods = goods
    self.table = table
    self.supplies = supplies
    aimless = supplies.aimless
    let staff = LikelihoodSteps.staffLimits
    let limits = StaffPreset.allCases.map { preset in
      let staff = SIMD4(staff.0, staff.1, staff.2, staff.3)
      return SIMD4<Float>(100 * (1 - staff * preset.inhabitantsPerStaff / 10_000))
    }
    self.limits = limits
    presetOf = goods.reaches.map { StaffPreset.allCases.firstIndex(of: $0.preset) ?? 0 }
    let isUrban = conditions.supplies.ruralShare == 0
    knownReach = zip(goods.reaches, presetOf).map { reach, preset in
      isUrban || limits[preset][0] < 0 || reach.needs.isEmpty ? 0 : nil
    }
    knownGoals = goods.goals.map { goals in
      guard let ranks = conditions.gaps.bestRanks(goals: goals) else { return nil }
      let low = LikelihoodSteps.relevance(ranks.low)
      return low == LikelihoodSteps.relevance(ranks.high) ? low : nil
    }
    let applies = conditions.gaps.places.map { $0 != nil }
    self.applies = applies
    competing = applies.indices.filter { applies[$0] }.map { Int32($0) }
  }

  /// Keeps reaches and lists of goals that are read.
  ///
  /// - Parameters:
  ///   - reaches: Whether a reach is read.
  ///   - goals: Whether a list of goals is read.
  ///   - wantsScores: Whether scores are asked for whoever reads them.
  mutating func keep(reaches: [Bool], goals: [Bool], wantsScores: Bool) {
    for number in reaches.indices where reaches[number] && knownReach[number] == nil {
      addReach(number)
    }
    for number in goals.indices where goals[number] && knownGoals[number] == nil {
      let first = self.goals.count
      self.goals += self.goods.goals[number].filter { applies[$0 - 1] }
      lists.append(
        Row(out: table.layout.goals + number, first: first, last: self.goals.count))
    }
    guard wantsScores || !lists.isEmpty else { return }
    figures = supplies.goals()
    drawsGoals = figures.contains { !$0.isKnown }
    for goal in figures.indices where figures[goal].isKnown {
      fillScore(SwiftSampleKernel(), 0, goal)
    }
  }

  private mutating func addReach(_ number: Int) {
    let reach = goods.reaches[number]
    let preset = presetOf[number]
    let first = needs.count
    for need in reach.needs {
      let place = need.supply.rawValue - SupplyRow.ruralSignal.rawValue
      let row = StepTable.Layout.missed + preset * Self.rural.count + place
      if !missed.contains(where: { Int($0.out) == row }) {
        missed.append(LimitStep(LimitStep.atMost, need.supply, limits[preset], out: row))
      }
      let begin = parts.count
      for part in need.parts where !part.asks.isFixed {
        let all = part.asks.map { $0 ? ~0 : UInt64(0) }
        parts.append(
          Part(
            down: SampleDraws.Bits.down + part.move, up: SampleDraws.Bits.up + part.move,
            asks: (all.down, all.same, all.up)))
      }
      needs.append(
        Need(
          missed: row, first: begin, last: parts.count,
          isFixed: need.parts.contains { $0.asks.isFixed }))
    }
    reaches.append(
      Row(out: StepTable.Layout.reaches + number, first: first, last: needs.count))
  }

  /// Rows of supplies that are read.
  var reads: [SupplyRow] { missed.compactMap { SupplyRow(rawValue: Int($0.row)) } }

  /// Fills the steps of a block from the rows of supplies and the moves of the draws.
  func fill(
    _ kernel: any SampleKernel, _ block: Int, _ rows: UnsafePointer<Float>,
    _ bits: UnsafePointer<UInt64>
  ) {
    missed.withUnsafeBufferPointer { kernel.limits($0, rows: rows, words: table.words) }
    fillReaches(bits)
    for goal in figures.indices where !figures[goal].isKnown { fillScore(kernel, block, goal) }
    guard !lists.isEmpty else { return }
    fillRanks(kernel)
    for list in lists { table[list.out] = steps(list, block) }
  }

  private func fillReaches(_ bits: UnsafePointer<UInt64>) {
    let words = table.words
    needs.withUnsafeBufferPointer { needs in
      parts.withUnsafeBufferPointer { parts in
        for reach in reaches {
          var joined = SIMD4<UInt64>()
          for need in needs[reach.first..<reach.last] {
            var asked: UInt64 = need.isFixed ? ~0 : 0
            for part in parts[need.first..<need.last] {
              let (down, up) = (bits[part.down], bits[part.up])
              asked |= part.asks.0 & down | part.asks.1 & ~(down | up) | part.asks.2 & up
            }
            let missed = words + need.missed &* StepTable.width
            joined |=
              SIMD4(missed[0], missed[1], missed[2], missed[3]) & SIMD4(repeating: asked)
          }
          table[reach.out] = StepWords(missed: joined)
        }
      }
    }
  }

  // MARK: Goals

  private func fillScore(_ kernel: any SampleKernel, _ block: Int, _ goal: Int) {
    scores.withRows { figures[goal].fill(kernel, block, $0 + goal * SampleOptions.lanes) }
  }

  /// Draws in which the rank of each goal's gap is within the limit of each step.
  private func fillRanks(_ kernel: any SampleKernel) {
    let limits = LikelihoodSteps.relevanceLimits
    let bounds = SIMD4(
      Float(limits.0), Float(limits.1), Float(limits.2), Float(limits.3))
    scores.reading { scores in
      competing.withUnsafeBufferPointer { competing in
        kernel.ranks(scores, chosen: competing, limits: bounds, words: ranks.base)
      }
    }
  }

  /// Steps of a list of goals, all of which compete.
  private func steps(_ list: Row, _ block: Int) -> StepWords {
    var passed = SIMD4<UInt64>()
    for goal in goals[list.first..<list.last] {
      let words = ranks.base + (goal &- 1) &* 4
      passed |= SIMD4(words[0], words[1], words[2], words[3])
    }
    guard list.first == list.last else { return StepWords(missed: ~passed) }
    var words = StepWords(-1)
    for lane in 0..<SampleOptions.lanes {
      let uniform = aimless.uniform(block * SampleOptions.lanes + lane)
      words.add(min(Int(Int32(uniform * 5)), 4), 1 << UInt64(lane))
    }
    return words
  }
}
