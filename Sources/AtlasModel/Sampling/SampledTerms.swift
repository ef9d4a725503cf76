/// Rows of losses of a country, and the steps that add them up to fits; what is zero everywhere is left out.
struct SampledTerms {
  /// Rows of losses: those of the ladders, then those made of them.
  private(set) var rowCount = LossLadder.rowCount
  /// Rows whose level moves, and the greatest of several.
  private(set) var rowSteps: [RowStep] = []
  /// Sums of what is asked of people, and of the state.
  private(set) var sumSteps: [SumStep] = []
  /// Places of the sums.
  private(set) var places = 1
  /// Fits that are asked for, by step: what is asked of people joined with what is asked of the state, and the
  /// position in `SampleGoods.halves`.
  private(set) var joins: [JoinStep] = []

  /// Prepares the fits that are asked for.
  init(_ goods: SampleGoods, _ needs: FitNeeds, _ ladders: SampledLadders) {
    rowSteps = ladders.mixes
    addSums(goods, needs, rows(goods, needs, ladders))
  }

  /// The row of each term; -1 where it is zero everywhere.
  private mutating func rows(
    _ goods: SampleGoods, _ needs: FitNeeds, _ ladders: SampledLadders
  ) -> [Int] {
    var rowOf: [Int] = []
    for (number, key) in goods.moved.enumerated() {
      let rows = key.levels.map { key.ladder.row($0) }
      if !needs.rows[number] || rows.all.allSatisfy({ ladders.isZero[$0] }) {
        rowOf.append(-1)
      } else if rows.isFixed {
        rowOf.append(rows.same)
      } else {
        rowOf.append(add(RowStep.moved, rows, draw: SampleDraws.Bits.down + key.move))
      }
    }
    var greatest: [SIMD2<Int>: Int] = [:]
    var termOf: [Int] = []
    for (number, key) in goods.terms.enumerated() {
      guard needs.terms[number] else {
        termOf.append(-1)
        continue
      }
      let sources = key.sources.map { rowOf[$0] }.filter { $0 >= 0 }
      var row = sources.first ?? -1
      for other in sources.dropFirst() {
        let pair = SIMD2(row, other)
        row =
          greatest[pair]
          ?? add(RowStep.greatest, Moved(down: row, same: other, up: 0), draw: 0)
        greatest[pair] = row
      }
      termOf.append(row)
    }
    return termOf
  }

  private mutating func add(_ kind: Int32, _ rows: Moved<Int>, draw: Int) -> Int {
    rowSteps.append(
      RowStep(
        kind: kind, out: Int32(rowCount), down: Int32(rows.down), same: Int32(rows.same),
        up: Int32(rows.up), draw: Int32(draw), rise: Int32(draw + SampleDraws.Bits.rise)))
    rowCount += 1
    return rowCount - 1
  }

  private mutating func addSums(_ goods: SampleGoods, _ needs: FitNeeds, _ termOf: [Int]) {
    // The step that stands for each node: its own, or that of the nearest above that adds a loss.
    var stepOf = Array(repeating: -1, count: goods.nodes.count)
    var above: [Int] = []
    var depths: [Int] = []
    for number in goods.order where needs.nodes[number] {
      let node = goods.nodes[number]
      let parent = node.parent < 0 ? -1 : stepOf[node.parent]
      let row = termOf[node.term]
      guard row >= 0 else {
        stepOf[number] = parent
        continue
      }
      stepOf[number] = sumSteps.count
      above.append(parent)
      depths.append(parent < 0 ? 1 : depths[parent] + 1)
      sumSteps.append(
        SumStep(
          from: 0, to: -1, row: Int32(row),
          weight: Int32(SampleDraws.Row.share + goods.terms[node.term].dimension)))
    }
    // What lies between has a place a depth; a half that others are joined with keeps one of its own.
    places = (depths.max() ?? 0) + 1
    func step(_ node: Int) -> Int { node < 0 ? -1 : stepOf[node] }
    var joined = Array(repeating: [JoinStep](), count: sumSteps.count)
    for (number, nodes) in goods.halves.enumerated() where needs.isUsed[number] {
      let (people, state) = (step(nodes[0]), step(nodes[1]))
      // A good that asks nothing loses nothing: its words and values stay zero.
      guard max(people, state) >= 0 else { continue }
      guard people >= 0, state >= 0 else {
        joined[max(people, state)].append(JoinStep(other: 0, out: Int32(number)))
        continue
      }
      if sumSteps[state].to < 0 {
        sumSteps[state].to = Int32(places)
        places += 1
      }
      joined[people].append(JoinStep(other: sumSteps[state].to, out: Int32(number)))
    }
    // A sum that the next step alone reads is handed on without being kept.
    for (number, parent) in above.enumerated() where parent >= 0 {
      if parent + 1 == number {
        sumSteps[number].from = -1
      } else if sumSteps[parent].to < 0 {
        sumSteps[parent].to = Int32(depths[parent])
      }
    }
    for (number, parent) in above.enumerated() where parent >= 0 && parent + 1 != number {
      sumSteps[number].from = sumSteps[parent].to
    }
    for number in sumSteps.indices {
      sumSteps[number].first = Int32(joins.count)
      joins += joined[number]
      sumSteps[number].last = Int32(joins.count)
    }
  }
}

/// What some fits are made of: nodes, terms and rows of losses.
struct FitNeeds {
  /// Whether a fit of `SampleGoods.halves` is asked for.
  let isUsed: [Bool]
  /// The fits that are asked for.
  let halves: [SIMD2<Int>]
  private(set) var nodes: [Bool]
  private(set) var terms: [Bool]
  private(set) var rows: [Bool]
  /// Rows of the ladders.
  private(set) var losses = Array(repeating: false, count: LossLadder.rowCount)

  init(_ goods: SampleGoods, _ isUsed: [Bool]) {
    self.isUsed = isUsed
    halves = goods.halves.enumerated().filter { isUsed[$0.offset] }.map(\.element)
    nodes = Array(repeating: false, count: goods.nodes.count)
    terms = Array(repeating: false, count: goods.terms.count)
    rows = Array(repeating: false, count: goods.moved.count)
    for half in halves {
      for start in [half[0], half[1]] {
        var node = start
        while node >= 0, !nodes[node] {
          nodes[node] = true
          terms[goods.nodes[node].term] = true
          node = goods.nodes[node].parent
        }
      }
    }
    for (number, key) in goods.terms.enumerated() where terms[number] {
      for source in key.sources { rows[source] = true }
    }
    for (number, key) in goods.moved.enumerated() where rows[number] {
      for level in key.levels.all where level > 0 { losses[key.ladder.row(level)] = true }
    }
  }
}
