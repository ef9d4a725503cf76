/// What is drawn of figures, and the flags that rest on it.
extension SwiftSampleKernel {
  /// Draws uniform numbers.
  public func uniforms(_ origin: UInt64, block: Int, row: UnsafeMutablePointer<Float>) {
    CounterRandom(origin: origin).fill(block, row)
  }

  /// Draws a figure.
  public func quantiles(
    _ origin: UInt64, block: Int, nodes: UnsafeBufferPointer<Float>,
    row: UnsafeMutablePointer<Float>
  ) {
    CounterRandom(origin: origin).fill(block, row)
    let steps = Float(nodes.count - 1)
    for lane in 0..<LaneWords.lanes {
      let place = row[lane] * steps
      let step = Int(Int32(place))
      let low = nodes[step]
      row[lane] = low + (place - Float(Int32(step))) * (nodes[step &+ 1] - low)
    }
  }

  /// Fills rows of supplies.
  public func supplies(
    _ steps: UnsafeBufferPointer<SupplyStep>, nodes: UnsafePointer<Float>, block: Int,
    rows: UnsafeMutablePointer<Float>
  ) {
    for step in steps {
      let out = rows + Int(step.out) &* LaneWords.lanes
      switch step.kind {
      case SupplyStep.quantiles, SupplyStep.atLeast:
        quantiles(
          step.origin, block: block,
          nodes: UnsafeBufferPointer(
            start: nodes + Int(step.firstNode), count: Int(step.nodeCount)),
          row: out)
      case SupplyStep.uniform, SupplyStep.above: uniforms(step.origin, block: block, row: out)
      default: break
      }
      for part in 0..<4 {
        var value = supply(step, rows, out, part)
        value.replace(with: step.low, where: value .< step.low)
        value.replace(with: step.high, where: value .> step.high)
        LaneWords.store(value, out, part)
      }
    }
  }

  private func supply(
    _ step: SupplyStep, _ rows: UnsafePointer<Float>, _ out: UnsafePointer<Float>, _ part: Int
  ) -> SIMD16<Float> {
    func row(_ row: Int32) -> SIMD16<Float> {
      LaneWords.load(rows + Int(row) &* LaneWords.lanes, part)
    }
    func least(_ value: SIMD16<Float>, _ other: Int32) -> SIMD16<Float> {
      guard other >= 0 else { return value }
      let other = row(other)
      return value.replacing(with: other, where: other .< value)
    }
    switch step.kind {
    case SupplyStep.copy: return row(step.one)
    case SupplyStep.atLeast:
      let (value, other) = (LaneWords.load(out, part), row(step.one))
      return other.replacing(with: value, where: value .> other)
    case SupplyStep.above:
      var low = row(step.one)
      low = low.replacing(with: 0, where: .!(low .> 0))
      if step.two >= 0 {
        let other = row(step.two)
        low.replace(with: other, where: other .> low)
      }
      return low + LaneWords.load(out, part) * (100 - low)
    case SupplyStep.group:
      return GroupDraw(share: step.base, atMostTotal: step.three >= 0).value(
        row(step.one), row(step.two))
    case SupplyStep.span:
      return row(step.two) * (step.one < 0 ? SIMD16(repeating: 100) : row(step.one))
    case SupplyStep.privacy:
      return (step.base + step.span * row(step.one)) * 0.5 + row(step.two) * 0.25
        + row(step.three) * 0.25
    case SupplyStep.least:
      return least(least(least(row(step.one), step.two), step.three), step.four)
    default: return LaneWords.load(out, part)
    }
  }

  /// Compares rows of supplies with limits.
  public func limits(
    _ steps: UnsafeBufferPointer<LimitStep>, rows: UnsafePointer<Float>,
    words: UnsafeMutablePointer<UInt64>
  ) {
    for step in steps {
      let row = rows + Int(step.row) &* LaneWords.lanes
      let limits = SIMD4(step.limits.0, step.limits.1, step.limits.2, step.limits.3)
      let missed = step.kind == LimitStep.falling ? below(row, limits) : above(row, limits)
      let out = words + Int(step.out) &* StepTable.width
      if step.kind == LimitStep.atMost {
        for limit in 0..<4 { out[limit] = limits[limit] < 0 ? 0 : ~missed[limit] }
      } else {
        (out[0], out[1], out[2], out[3], out[4]) = StepWords(missed: missed).words
      }
    }
  }

  /// Works out the caps of flags.
  public func caps(
    _ steps: UnsafeBufferPointer<CapStep>, words: UnsafePointer<UInt64>,
    bits: UnsafePointer<UInt64>, sets: UnsafePointer<Int32>, masks: UnsafePointer<SIMD4<UInt64>>,
    caps: UnsafeMutablePointer<SIMD4<UInt64>>
  ) {
    for step in steps {
      let row = words + Int(step.steps) &* StepTable.width
      func joined(_ set: Int, _ draws: UInt64) -> SIMD4<UInt64> {
        let mask = masks + 5 &* Int(sets[Int(step.sets) &+ set])
        var joined = SIMD4<UInt64>()
        for place in 0..<5 { joined |= mask[place] & SIMD4(repeating: draws & row[place]) }
        return joined
      }
      let all: UInt64 = step.coin < 0 ? ~0 : bits[Int(step.coin)]
      guard step.down >= 0 else {
        caps[Int(step.out)] = joined(0, all)
        continue
      }
      var sum = SIMD4<UInt64>()
      let first = Self.moves(bits, step.down, step.up)
      if step.otherDown < 0 {
        for one in 0..<3 { sum |= joined(one, all & first[one]) }
      } else {
        let second = Self.moves(bits, step.otherDown, step.otherUp)
        for one in 0..<3 {
          for two in 0..<3 { sum |= joined(one &* 3 &+ two, all & first[one] & second[two]) }
        }
      }
      caps[Int(step.out)] = sum
    }
  }

  /// Draws that move a level down, not at all, and up.
  private static func moves(_ bits: UnsafePointer<UInt64>, _ down: Int32, _ up: Int32)
    -> SIMD4<UInt64>
  {
    let (down, up) = (bits[Int(down)], bits[Int(up)])
    return SIMD4(down, ~(down | up), up, 0)
  }
}
