/// A figure of a country as draws see it: one value where it is known, else a piecewise-linear quantile
/// function (fit-model section 7).
struct SampledFigure: Sendable {
  /// Values at even steps of probability from 0 to 1; a single one is a known figure.
  let nodes: [Float]
  /// Its uniform numbers.
  let stream: CounterRandom

  /// Whether nothing is drawn.
  var isKnown: Bool { nodes.count == 1 }

  init(_ nodes: [Double], _ stream: CounterRandom) {
    let first = nodes.first ?? 0
    self.nodes = nodes.allSatisfy { $0 == first } ? [Float(first)] : nodes.map { Float($0) }
    self.stream = stream
  }

  /// The quantile of a probability above 0 and below 1.
  func value(_ probability: Float) -> Float {
    guard nodes.count > 1 else { return nodes[0] }
    let place = probability * Float(nodes.count - 1)
    let step = Int(Int32(place))
    return nodes[step] + (place - Float(Int32(step))) * (nodes[step + 1] - nodes[step])
  }

  /// Values of a block.
  func fill(
    _ kernel: any SampleKernel, _ block: Int, _ lanes: UnsafeMutablePointer<Float>
  ) {
    guard nodes.count > 1 else {
      for lane in 0..<SampleOptions.lanes { lanes[lane] = nodes[0] }
      return
    }
    nodes.withUnsafeBufferPointer {
      kernel.quantiles(stream.origin, block: block, nodes: $0, row: lanes)
    }
  }
}

extension SupplyReader {
  /// An indicator as draws see it; the ends are those of `supply(_:scale:ifMissing:)`.
  func sampled(
    _ id: String, seed: UInt64, scale: Double = 1, ifMissing open: Interval = .percentage
  ) -> SampledFigure {
    let iso3 = catalog.countries[country].iso3
    let stream = CounterRandom(seed: seed, stream: "figure", iso3, id)
    return SampledFigure(nodes(id, scale: scale, ifMissing: open), stream)
  }

  /// Nodes times the scale; what is open is in the unit of the supply already.
  private func nodes(_ id: String, scale: Double, ifMissing open: Interval) -> [Double] {
    guard let observation = catalog.observation(country: country, id),
      observation.status.isUsable
    else { return peerNodes(id)?.map { $0 * scale } ?? [open.low, open.high] }
    guard observation.year < referenceYear - Supply.recentYears, observation.status != .own,
      let drift = drift(id, since: observation.year)
    else { return [observation.value * scale] }
    // Tenths of probability; a tenth of the draws lies at either end, which is that of the exact range.
    let (range, median) = (drift.range, drift.median)
    let change = (0...10).map { tenth -> Double in
      switch tenth {
      case ...1: range.low
      case ...5: range.low + (median - range.low) * Double(tenth - 1) / 4
      case ...9: median + (range.high - median) * Double(tenth - 5) / 4
      default: range.high
      }
    }
    return change.map { held(observation.value + $0, id) * scale }
  }

  /// Values of the peers in order, the ends twice: one part in `n + 1` of the draws lies at either end.
  ///
  /// A figure that is exchangeable with those of `n` peers falls into each of the `n + 1` gaps between them
  /// alike; beyond the ends it is held at them, so that draws stay inside the exact range.
  private func peerNodes(_ id: String) -> [Double]? {
    for group in [peers, wider, regional].compactMap({ $0 })
    where group.range(country: country, indicator: id) != nil {
      let known = group.members(country: country).compactMap { member -> Double? in
        guard let observation = catalog.observation(country: member, id),
          observation.status.isUsable
        else { return nil }
        return observation.value
      }.sorted()
      guard let first = known.first, let last = known.last else { return nil }
      return [first] + known + [last]
    }
    return nil
  }
}
