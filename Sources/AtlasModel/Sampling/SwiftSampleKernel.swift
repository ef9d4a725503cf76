/// The kernel in plain Swift: the reference for any other.
public struct SwiftSampleKernel: SampleKernel {
  /// Makes one.
  public init() {}

  /// Works losses out of supplies.
  public func ladders(
    _ steps: UnsafeBufferPointer<LadderStep>, supplies: UnsafePointer<Float>,
    draws: UnsafePointer<Float>, losses: UnsafeMutablePointer<Float>
  ) {
    for step in steps {
      let out = losses + Int(step.out) &* LaneWords.lanes
      let supply = supplies + Int(step.supply) &* LaneWords.lanes
      let other = supplies + Int(step.other < 0 ? step.supply : step.other) &* LaneWords.lanes
      let factor = draws + Int(step.factor) &* LaneWords.lanes
      let below = losses + Int(max(step.below, 0)) &* LaneWords.lanes
      let scale = SIMD16(repeating: step.scale)
      let shift = SIMD16(repeating: step.shift)
      for part in 0..<4 {
        let one = LaneWords.load(supply, part)
        let two = LaneWords.load(other, part)
        let least = one.replacing(with: two, where: two .< one)
        var loss = shift - scale * (least * LaneWords.load(factor, part))
        loss.replace(with: 0, where: loss .< 0)
        loss.replace(with: 1, where: loss .> 1)
        if step.below >= 0 {
          let before = LaneWords.load(below, part)
          loss.replace(with: before, where: before .> loss)
        }
        LaneWords.store(loss, out, part)
      }
    }
  }

  /// Makes rows out of others.
  public func rows(
    _ steps: UnsafeBufferPointer<RowStep>, draws: UnsafePointer<Float>,
    bits: UnsafePointer<UInt64>, losses: UnsafeMutablePointer<Float>
  ) {
    for step in steps {
      let out = losses + Int(step.out) &* LaneWords.lanes
      let down = losses + Int(step.down) &* LaneWords.lanes
      let same = losses + Int(step.same) &* LaneWords.lanes
      let up = losses + Int(step.up) &* LaneWords.lanes
      for part in 0..<4 {
        let one = LaneWords.load(down, part)
        let two = LaneWords.load(same, part)
        let value: SIMD16<Float>
        switch step.kind {
        case RowStep.greatest: value = one.replacing(with: two, where: two .> one)
        case RowStep.mixed:
          let draw = draws + Int(step.draw) &* LaneWords.lanes
          value = one + LaneWords.load(draw, part) * (two - one)
        default:
          let shift = UInt64(16 &* part)
          value = two.replacing(
            with: one, where: LaneWords.mask(bits[Int(step.draw)] >> shift)
          ).replacing(
            with: LaneWords.load(up, part), where: LaneWords.mask(bits[Int(step.rise)] >> shift))
        }
        LaneWords.store(value, out, part)
      }
    }
  }

  /// Adds weighted rows up and joins the sums.
  public func fits(
    _ steps: UnsafeBufferPointer<SumStep>, joins: UnsafePointer<JoinStep>,
    draws: UnsafePointer<Float>, link: UnsafePointer<Float>?, losses: UnsafePointer<Float>,
    sums: UnsafeMutablePointer<Float>, limits: UnsafeBufferPointer<Float>,
    words: UnsafeMutablePointer<UInt64>, values: UnsafeMutablePointer<Float>?
  ) {
    let lanes = LaneWords.lanes
    withUnsafeTemporaryAllocation(of: Float.self, capacity: 2 * lanes) { space in
      guard let now = space.baseAddress else { return }
      for step in steps {
        var from = now
        if step.from >= 0 { from = sums + Int(step.from) &* 2 &* lanes }
        let row = losses + Int(step.row) &* lanes
        let weight = draws + Int(step.weight) &* lanes
        for part in 0..<4 {
          let loss = LaneWords.load(row, part)
          let most = LaneWords.load(from + lanes, part)
          LaneWords.store(
            LaneWords.load(from, part) + LaneWords.load(weight, part) * loss, now, part)
          LaneWords.store(most.replacing(with: loss, where: loss .> most), now + lanes, part)
        }
        if step.to >= 0 {
          let to = sums + Int(step.to) &* 2 &* lanes
          to.update(from: now, count: 2 &* lanes)
        }
        for join in Int(step.first)..<Int(step.last) {
          let out = Int(joins[join].out)
          let other = sums + Int(joins[join].other) &* 2 &* lanes
          self.join(
            now, other, link: link, limits: limits, words: words + out &* 4,
            values: values.map { $0 + out &* lanes })
        }
      }
    }
  }

  private func join(
    _ one: UnsafePointer<Float>, _ two: UnsafePointer<Float>, link: UnsafePointer<Float>?,
    limits: UnsafeBufferPointer<Float>, words: UnsafeMutablePointer<UInt64>,
    values: UnsafeMutablePointer<Float>?
  ) {
    let lanes = LaneWords.lanes
    for limit in limits.indices { words[limit] = 0 }
    for part in 0..<4 {
      var value = LaneWords.load(one, part) + LaneWords.load(two, part)
      if let link {
        let (first, second) = (
          LaneWords.load(one + lanes, part), LaneWords.load(two + lanes, part)
        )
        value +=
          LaneWords.load(link, part) * first.replacing(with: second, where: second .> first)
      }
      for limit in limits.indices {
        words[limit] |= LaneWords.bits(value .> limits[limit]) << UInt64(16 &* part)
      }
      if let values { LaneWords.store(value, values, part) }
    }
  }

  /// Joins the caps of groups.
  public func groups(
    _ steps: UnsafeBufferPointer<GroupStep>, list: UnsafePointer<Int32>, policy: Int,
    caps: UnsafeMutablePointer<SIMD4<UInt64>>
  ) {
    for step in steps {
      var joined = SIMD4<UInt64>()
      // Draws that at least one, two, three of the flags refuse.
      var (one, two, three): (UInt64, UInt64, UInt64) = (0, 0, 0)
      for position in Int(step.first)..<Int(step.refusing) {
        let cap = caps[Int(list[position])]
        joined |= cap
        three |= two & cap[2]
        two |= one & cap[2]
        one |= cap[2]
      }
      for position in Int(step.refusing)..<Int(step.last) { joined |= caps[Int(list[position])] }
      joined[2] = policy == 1 ? one : policy == 2 ? two : three
      caps[Int(step.out)] = joined
    }
  }

  /// Joins the caps of pairs.
  public func classes(
    _ steps: UnsafeBufferPointer<PairStep>, list: UnsafePointer<Int32>,
    caps: UnsafePointer<SIMD4<UInt64>>, used: UInt64, classes: UnsafeMutablePointer<UInt64>?,
    counts: UnsafeMutablePointer<UInt64>
  ) {
    for (number, step) in steps.enumerated() {
      var joined = step.settled
      for position in Int(step.first)..<Int(step.last) { joined |= caps[Int(list[position])] }
      let open = used & ~joined[3] & ~joined[2]
      let words = (
        open & ~joined[1] & ~joined[0], open & ~joined[1] & joined[0], open & joined[1],
        used & ~joined[3] & joined[2], used & joined[3]
      )
      if let classes {
        let out = classes + 5 &* number
        (out[0], out[1], out[2], out[3], out[4]) = words
      }
      let count = counts + 4 &* number
      count[0] &+= UInt64(words.0.nonzeroBitCount)
      count[1] &+= UInt64(words.1.nonzeroBitCount)
      count[2] &+= UInt64(words.2.nonzeroBitCount)
      count[3] &+= UInt64(words.3.nonzeroBitCount)
    }
  }

  /// Puts goods into the first ten.
  public func tops(
    _ steps: UnsafeBufferPointer<TopStep>, losses: UnsafePointer<Float>,
    needs: UnsafePointer<Float>, needShare: Float, classes: UnsafePointer<UInt64>,
    keys: UnsafeMutablePointer<Float>, places: UnsafeMutablePointer<Int32>
  ) {
    for step in steps {
      let words = classes + 5 &* Int(step.pair)
      guard words[0] | words[1] != 0 else { continue }
      top(
        step.good, loss: losses + Int(step.loss) &* LaneWords.lanes,
        need: needs + Int(step.need) &* LaneWords.lanes, needShare: needShare, adopt: words[0],
        safeguards: words[1], keys: keys, places: places)
    }
  }

  private func top(
    _ good: Int32, loss: UnsafePointer<Float>, need: UnsafePointer<Float>, needShare: Float,
    adopt: UInt64, safeguards: UInt64, keys: UnsafeMutablePointer<Float>,
    places: UnsafeMutablePointer<Int32>
  ) {
    for part in 0..<4 {
      let shift = UInt64(16 &* part)
      let isAdopt = LaneWords.mask(adopt >> shift)
      let stands = isAdopt .| LaneWords.mask(safeguards >> shift)
      let priority =
        (1 - needShare) * (1 - LaneWords.load(loss, part))
        + needShare * LaneWords.load(need, part)
      var key = SIMD16<Float>(repeating: -1).replacing(with: priority, where: stands)
      key = key.replacing(with: key + 2, where: isAdopt)
      let last = LaneWords.load(keys + 9 &* LaneWords.lanes, part)
      guard LaneWords.bits((key .>= last) .& stands) != 0 else { continue }
      var place = SIMD16<Int32>(repeating: good)
      for rank in 0..<10 {
        let row = keys + rank &* LaneWords.lanes
        let ids = UnsafeMutableRawPointer(places + rank &* LaneWords.lanes + part &* 16)
        let held = LaneWords.load(row, part)
        let who = ids.loadUnaligned(as: SIMD16<Int32>.self)
        // Of equal ones the good that comes first in the list stands first.
        let wins = (key .> held) .| ((key .== held) .& (place .< who))
        LaneWords.store(held.replacing(with: key, where: wins), row, part)
        ids.storeBytes(of: who.replacing(with: place, where: wins), as: SIMD16<Int32>.self)
        key = key.replacing(with: held, where: wins)
        place = place.replacing(with: who, where: wins)
      }
    }
  }

  /// Works out means of rows.
  public func means(
    _ steps: UnsafeBufferPointer<MeanStep>, list: UnsafePointer<Int32>,
    rows: UnsafePointer<Float>, means: UnsafeMutablePointer<Float>
  ) {
    for step in steps {
      for part in 0..<4 {
        var sum = SIMD16<Float>()
        for place in Int(step.first)..<Int(step.last) {
          sum += LaneWords.load(rows + Int(list[place]) &* LaneWords.lanes, part)
        }
        LaneWords.store(sum * step.share, means + Int(step.out) &* LaneWords.lanes, part)
      }
    }
  }

  /// Draws in which a row is above each of four limits.
  public func above(_ row: UnsafePointer<Float>, _ limits: SIMD4<Float>) -> SIMD4<UInt64> {
    var words = SIMD4<UInt64>()
    for part in 0..<4 {
      let lanes = LaneWords.load(row, part)
      for limit in 0..<4 {
        words[limit] |= LaneWords.bits(lanes .> limits[limit]) << UInt64(16 &* part)
      }
    }
    return words
  }

  /// Draws in which a row is below each of four limits.
  public func below(_ row: UnsafePointer<Float>, _ limits: SIMD4<Float>) -> SIMD4<UInt64> {
    var words = SIMD4<UInt64>()
    for part in 0..<4 {
      let lanes = LaneWords.load(row, part)
      for limit in 0..<4 {
        words[limit] |= LaneWords.bits(lanes .< limits[limit]) << UInt64(16 &* part)
      }
    }
    return words
  }

  /// Ranks of rows.
  public func ranks(
    _ rows: UnsafePointer<Float>, chosen: UnsafeBufferPointer<Int32>, limits: SIMD4<Float>,
    words: UnsafeMutablePointer<UInt64>
  ) {
    for mine in chosen {
      let out = words + 4 &* Int(mine)
      for limit in 0..<4 { out[limit] = 0 }
      for part in 0..<4 {
        let value = LaneWords.load(rows + Int(mine) &* LaneWords.lanes, part)
        var rank = SIMD16<Float>(repeating: 1)
        for other in chosen {
          let its = LaneWords.load(rows + Int(other) &* LaneWords.lanes, part)
          rank += SIMD16<Float>.zero.replacing(with: 1, where: its .< value)
        }
        for limit in 0..<4 {
          out[limit] |= LaneWords.bits(rank .<= limits[limit]) << UInt64(16 &* part)
        }
      }
    }
  }
}
