/// The cheapest point of a region of which every larger point is in it too, by branch and bound.
struct ChangePlane {
  /// Cost of one unit of each distance, above 0.
  let costs: [Double]
  /// Distances at which parts begin; the first of each is 0.
  let breaks: [[Double]]
  /// Upper ends of the distances.
  let lengths: [Double]
  /// Most parts that are opened; beyond, the least found is given as such.
  private static let mostParts = 600
  private static let mostCuts = 60
  /// Fit that counts as reached; what is missing to it is made up afterwards.
  private static let hair = 1e-9

  /// A part: which break each distance starts at.
  private struct Part {
    var starts: [Int]
    var cost: Double
    /// The first place that may still move on, so that every part is met once.
    var first: Int
  }

  /// The cheapest distances, and whether nothing cheaper can be.
  ///
  /// - Parameters:
  ///   - probe: What a screening says at distances.
  func least(probe: ([Double]) -> ChangeSpace.Probe) -> (distances: [Double], isExact: Bool)? {
    var best: (distances: [Double], cost: Double)?
    var isExact = true
    var open = [Part(starts: costs.map { _ in 0 }, cost: 0, first: 0)]
    var opened = 0
    while let place = open.indices.min(by: { open[$0].cost < open[$1].cost }) {
      let part = open.remove(at: place)
      if let best, part.cost >= best.cost * (1 - 1e-9) { break }
      opened += 1
      guard opened <= Self.mostParts else {
        isExact = false
        break
      }
      let corner = zip(part.starts, breaks).map { $1[$0] }
      let low = probe(corner)
      if low.flips {
        best = (corner, part.cost)
        continue
      }
      if low.isAllowed, low.slack < 0 {
        let ends = part.starts.indices.map { axis in
          let next = part.starts[axis] + 1
          return next < breaks[axis].count ? breaks[axis][next] : lengths[axis]
        }
        switch cheapest(corner, ends, below: best?.cost, probe) {
        case .found(let distances, let cost): best = (distances, cost)
        case .unsettled: isExact = false
        case .none: break
        }
      }
      for axis in part.first..<breaks.count where part.starts[axis] + 1 < breaks[axis].count {
        var next = part
        next.starts[axis] += 1
        next.first = axis
        next.cost += costs[axis] * (breaks[axis][next.starts[axis]] - corner[axis])
        if best.map({ next.cost < $0.cost }) ?? true { open.append(next) }
      }
    }
    return best.map { ($0.distances, isExact) }
  }

  private enum Outcome {
    case found([Double], Double)
    case none
    case unsettled
  }

  /// The cheapest point of one part, where the fit is concave: cutting planes.
  private func cheapest(
    _ corner: [Double], _ ends: [Double], below: Double?, _ probe: ([Double]) -> ChangeSpace.Probe
  ) -> Outcome {
    guard probe(ends).slack >= 0 else { return .none }
    let widths = zip(corner, ends).map { $1 - $0 }
    var programme = DualSimplex(costs: costs, most: widths)
    let base = zip(costs, corner).reduce(0) { $0 + $1.0 * $1.1 }
    for round in 0..<Self.mostCuts {
      guard let amounts = programme.solution() else { return .none }
      let cost = base + zip(costs, amounts).reduce(0) { $0 + $1.0 * $1.1 }
      if let below, cost >= below { return .none }
      let point = zip(corner, amounts).map { $0 + $1 }
      if probe(point).slack >= -Self.hair { return .found(point, cost) }
      cut(&programme, at: amounts, corner, widths, round, probe)
    }
    return .unsettled
  }

  /// Adds the plane that touches the fit beside a point: at the point itself two pieces may meet.
  private func cut(
    _ programme: inout DualSimplex, at amounts: [Double], _ corner: [Double], _ widths: [Double],
    _ round: Int, _ probe: ([Double]) -> ChangeSpace.Probe
  ) {
    // Aside by a different share of each width and in each round; shares of a golden section.
    var beside = amounts
    for axis in beside.indices {
      let share = (Double(axis + 1) * 0.618034 + Double(round) * 0.414214)
      let turn = (share - share.rounded(.down)) * 2 - 1
      let moved = beside[axis] + turn * 1e-6 * widths[axis]
      beside[axis] = min(max(moved, 2e-8 * widths[axis]), widths[axis] * (1 - 2e-8))
    }
    func slack(_ amounts: [Double]) -> Double { probe(zip(corner, amounts).map { $0 + $1 }).slack }
    let here = slack(beside)
    var slopes: [Double] = []
    var least = -here
    for axis in beside.indices {
      let step = max(widths[axis] * 1e-8, 1e-12)
      var onward = beside
      onward[axis] += step
      let slope = max((slack(onward) - here) / step, 0)
      slopes.append(slope < 1e-7 ? 0 : slope)
      least += slopes[axis] * beside[axis]
    }
    programme.add(slopes, least: least)
  }
}
