extension SupplyStep {
  /// An entry as a step of the kernel.
  ///
  /// - Parameters:
  ///   - entry: The entry.
  ///   - nodes: Nodes of all steps, to which those of the entry are added.
  init(_ entry: SampledSupplies.Entry, _ nodes: inout [Float]) {
    self.init(kind: Self.copy, out: entry.row.place)
    if let range = entry.range { (low, high) = (Float(range.low), Float(range.high)) }
    switch entry.step {
    case .figure(let figure): add(figure, &nodes)
    case .atLeast(let row, let figure):
      add(figure, &nodes)
      kind = Self.atLeast
      one = row.place
    case .uniform(let stream):
      kind = Self.uniform
      origin = stream.origin
    case .above(let rows, let stream):
      kind = Self.above
      origin = stream.origin
      read(rows)
    case .copy(let row): one = row.place
    case .group(let total, let place, let share, let atMostTotal):
      one = total.place
      // A group of nobody has the figure of the total.
      if let share, share <= 0 { return }
      two = place.place
      if let share {
        kind = Self.group
        base = Float(share)
        span = 100 * (1 - base)
        if atMostTotal { three = total.place }
      } else {
        kind = Self.span
        if !atMostTotal { one = -1 }
      }
    case .privacy(let points):
      kind = Self.privacy
      base = Float(points.low)
      span = Float(points.high - points.low)
      read([.law, .ruleOfLaw, .voice])
    case .least(let rows):
      kind = Self.least
      read(rows)
    }
  }

  private mutating func read(_ rows: [SupplyRow]) {
    let places = rows.map(\.place) + [-1, -1, -1]
    (one, two, three, four) = (
      places[0], places[1], places[2], rows.count > 3 ? places[3] : -1
    )
  }

  private mutating func add(_ figure: SampledFigure, _ nodes: inout [Float]) {
    kind = Self.quantiles
    origin = figure.stream.origin
    firstNode = Int32(nodes.count)
    // A known figure lies between two nodes that are the same.
    nodes += figure.isKnown ? figure.nodes + figure.nodes : figure.nodes
    nodeCount = Int32(nodes.count) - firstNode
  }
}
