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
  /// Fits: the two halves of each, in the order of `SampleGoods.halves`.
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
        rowOf.append(add(RowStep.moved, rows, draw: SampleDraws.Row.move + key.move))
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
        up: Int32(rows.up), draw: Int32(draw)))
    rowCount += 1
    return rowCount - 1
  }

  private mutating func addSums(_ goods: SampleGoods, _ needs: FitNeeds, _ termOf: [Int]) {
    // The step that stands for each node: its own, or that of the nearest above that adds a loss.
    var stepOf = Array(repeating: -1, count: goods.nodes.count)
    var depths = stepOf
    var deepest = 0
    for number in goods.order where needs.nodes[number] {
      let node = goods.nodes[number]
      let above = node.parent < 0 ? -1 : stepOf[node.parent]
      let row = termOf[node.term]
      guard row >= 0 else {
        stepOf[number] = above
        continue
      }
      stepOf[number] = sumSteps.count
      depths[sumSteps.count] = above < 0 ? 1 : depths[above] + 1
      deepest = max(deepest, depths[sumSteps.count])
      sumSteps.append(
        SumStep(
          from: Int32(above), to: 0, row: Int32(row),
          weight: Int32(SampleDraws.Row.share + goods.terms[node.term].dimension), isKept: 0))
    }
    // A half of a fit keeps a place of its own; what lies between has one a depth.
    places = deepest + 1
    var placeOf = sumSteps.indices.map { Int32(depths[$0]) }
    func step(_ node: Int) -> Int { node < 0 ? -1 : stepOf[node] }
    let keptHalves = Set(needs.halves.flatMap { [step($0[0]), step($0[1])] }).sorted()
      .filter { $0 >= 0 }
    for half in keptHalves {
      placeOf[half] = Int32(places)
      places += 1
    }
    for half in keptHalves { sumSteps[half].isKept = 1 }
    var readers = Array(repeating: 0, count: sumSteps.count)
    for step in sumSteps where step.from >= 0 { readers[Int(step.from)] += 1 }
    for number in sumSteps.indices {
      // A sum that the next step alone reads is handed on without being kept.
      let isNext = number + 1 < sumSteps.count && Int(sumSteps[number + 1].from) == number
      if readers[number] != 1 || !isNext { sumSteps[number].isKept = 1 }
    }
    for number in sumSteps.indices {
      let above = Int(sumSteps[number].from)
      sumSteps[number].from = above < 0 ? 0 : placeOf[above]
      sumSteps[number].to = placeOf[number]
    }
    joins = zip(goods.halves, needs.isUsed).map { nodes, isUsed in
      guard isUsed else { return JoinStep(one: 0, two: 0) }
      let (one, two) = (step(nodes[0]), step(nodes[1]))
      return JoinStep(one: one < 0 ? 0 : placeOf[one], two: two < 0 ? 0 : placeOf[two])
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
