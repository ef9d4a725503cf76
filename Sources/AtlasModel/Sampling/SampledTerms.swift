/// Weighted losses of a country, and the steps that add them up to fits; what is zero everywhere is left out.
struct SampledTerms {
  /// A dimension: its place, and the rows of losses of which the greatest counts.
  private struct Term {
    var dimension: Int
    var sources: [Int]
  }

  /// A row of losses whose level moves.
  private struct Row {
    var out: Int
    var levels: Moved<Int>
    var move: Int
  }

  /// Terms that are not zero everywhere.
  var used: Range<Int> { 0..<terms.count }
  /// How many fits differ.
  private(set) var fits = 0
  /// Depth of the deepest fit.
  private(set) var depth = 0
  /// Rows of losses: those of the ladders, then those whose level moves.
  private(set) var rowCount = LossLadder.rowCount
  /// Steps of the kernel.
  private(set) var steps: [FitStep] = []
  /// Fit of each good; -1 where nothing is lost.
  private(set) var fitOf: [Int] = []
  private var terms: [Term] = []
  private var moved: [Row] = []

  init(_ goods: SampleGoods, _ ladders: SampledLadders) {
    // The row of each moved key; -1 where it is zero everywhere.
    let rowOf = goods.moved.map { key -> Int in
      let rows = key.levels.map { key.ladder.row($0) }
      guard rows.all.contains(where: { !ladders.isZero[$0] }) else { return -1 }
      if rows.isFixed { return rows.same }
      moved.append(Row(out: rowCount, levels: rows, move: key.move))
      rowCount += 1
      return rowCount - 1
    }
    var termOf: [Int] = []
    for key in goods.terms {
      let sources = key.sources.map { rowOf[$0] }.filter { $0 >= 0 }
      termOf.append(sources.isEmpty ? -1 : terms.count)
      if !sources.isEmpty { terms.append(Term(dimension: key.dimension, sources: sources)) }
    }
    addSteps(goods, termOf)
  }

  private mutating func addSteps(_ goods: SampleGoods, _ termOf: [Int]) {
    var needed = Array(repeating: false, count: goods.nodes.count)
    for node in goods.nodeOf where node >= 0 { needed[node] = true }
    // The node that stands for each one: itself, or the nearest above that adds a loss.
    var standsFor = Array(repeating: -1, count: goods.nodes.count)
    var depths = Array(repeating: Int32(0), count: goods.nodes.count)
    var stepOf = Array(repeating: -1, count: goods.nodes.count)
    for number in goods.order {
      let node = goods.nodes[number]
      let above = node.parent < 0 ? -1 : standsFor[node.parent]
      let from = above < 0 ? 0 : depths[above]
      if termOf[node.term] < 0 {
        standsFor[number] = above
      } else {
        standsFor[number] = number
        depths[number] = from + 1
        stepOf[number] = steps.count
        steps.append(
          FitStep(from: from, to: from + 1, term: Int32(termOf[node.term]), leaf: -1))
        depth = max(depth, Int(from) + 1)
      }
      let mine = standsFor[number]
      if needed[number], mine >= 0, steps[stepOf[mine]].leaf < 0 {
        steps[stepOf[mine]].leaf = Int32(fits)
        fits += 1
      }
    }
    fitOf = goods.nodeOf.map { node in
      guard node >= 0, standsFor[node] >= 0 else { return -1 }
      return Int(steps[stepOf[standsFor[node]]].leaf)
    }
  }

  /// Fills the weighted losses of a block: two rows a term.
  func fill(
    _ draws: UnsafePointer<Float>, _ losses: UnsafeMutablePointer<Float>,
    _ weighted: UnsafeMutablePointer<Float>
  ) {
    let lanes = SampleOptions.lanes
    for row in moved {
      let move = draws + (SampleDraws.Row.move + row.move) * lanes
      let (down, same) = (losses + row.levels.down * lanes, losses + row.levels.same * lanes)
      let up = losses + row.levels.up * lanes
      let out = losses + row.out * lanes
      for lane in 0..<lanes {
        out[lane] = move[lane] < 0 ? down[lane] : move[lane] > 0 ? up[lane] : same[lane]
      }
    }
    let link = draws + SampleDraws.Row.link * lanes
    for (number, term) in terms.enumerated() {
      let share = draws + (SampleDraws.Row.share + term.dimension) * lanes
      let sum = weighted + 2 * number * lanes
      let least = sum + lanes
      let first = losses + term.sources[0] * lanes
      guard term.sources.count > 1 else {
        for lane in 0..<lanes {
          sum[lane] = share[lane] * first[lane]
          least[lane] = link[lane] * first[lane]
        }
        continue
      }
      for lane in 0..<lanes { sum[lane] = first[lane] }
      for source in term.sources.dropFirst() {
        let other = losses + source * lanes
        for lane in 0..<lanes { sum[lane] = other[lane] > sum[lane] ? other[lane] : sum[lane] }
      }
      for lane in 0..<lanes {
        let loss = sum[lane]
        sum[lane] = share[lane] * loss
        least[lane] = link[lane] * loss
      }
    }
  }
}

/// Pairs of one country with distinct fit and flags, and the class of each in draws.
struct SampledPairs {
  /// A pair: its fit, its thinness, where its flags stand, and those that may refuse.
  private struct Pair: Hashable {
    var fit: Int
    var thin: Int
    var flags: [Int]
    var refusing: [Int]
  }

  /// How many pairs differ.
  var count: Int { pairs.count }
  /// Pair of each good.
  private(set) var pairOf: [Int] = []
  /// Fit of each pair; -1 where nothing is lost.
  var fitOf: [Int] { pairs.map(\.fit) }
  private let pairs: [Pair]
  private let policy: RefusalPolicy

  init(
    _ goods: SampleGoods, _ terms: SampledTerms, _ flags: SampledFlags,
    _ thinness: SampledThinness, _ policy: RefusalPolicy
  ) {
    self.policy = policy
    let refusal = Verdict.refusalFlags.map(\.index)
    var index = MatrixIndex<Pair>()
    pairOf = goods.positions.indices.map { good in
      let active = goods.flagsOf[good].filter { flags.isActive[$0] }
      let sum = thinness.sumOf[goods.thinOf[good]]
      return index.number(
        Pair(
          fit: terms.fitOf[good], thin: thinness.isNone[sum] ? -1 : sum, flags: active,
          refusing: active.filter { refusal.contains(goods.flags[$0].flag) }))
    }
    pairs = index.values
  }

  /// Fills the words of a block: five a pair in the order of `VerdictClass.allCases`.
  func fill(
    _ fits: UnsafePointer<UInt64>, _ flags: SampledFlags, _ thinness: SampledThinness,
    _ used: UInt64, _ classes: UnsafeMutablePointer<UInt64>
  ) {
    flags.words.withUnsafeBufferPointer { words in
      guard let words = words.baseAddress else { return }
      for (number, pair) in pairs.enumerated() {
        var safeguards = pair.fit < 0 ? 0 : fits[2 &* pair.fit]
        var prepare = pair.fit < 0 ? 0 : fits[2 &* pair.fit &+ 1]
        for flag in pair.flags {
          safeguards |= words[3 &* flag]
          prepare |= words[3 &* flag &+ 1]
        }
        var unsaid: UInt64 = 0
        if pair.thin >= 0 {
          let steps = thinness.steps[pair.thin]
          safeguards |= steps.any(of: flags.thin.safeguards)
          prepare |= steps.any(of: flags.thin.prepare)
          unsaid = steps.any(of: flags.thin.unsaid)
        }
        // Draws that at least one, two, three of the flags refuse.
        var (one, two, three): (UInt64, UInt64, UInt64) = (0, 0, 0)
        for flag in pair.refusing {
          let word = words[3 &* flag &+ 2]
          three |= two & word
          two |= one & word
          one |= word
        }
        let refused =
          switch policy {
          case .any: one
          case .two: two
          case .all: three
          }
        let said = used & ~unsaid
        let out = classes + 5 &* number
        out[4] = used & unsaid
        out[3] = said & refused
        let open = said & ~refused
        out[2] = open & prepare
        out[1] = open & ~prepare & safeguards
        out[0] = open & ~prepare & ~safeguards
      }
    }
  }
}
