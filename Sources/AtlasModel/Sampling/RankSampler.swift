/// How often each good came to each of the first ten ranks, among the goods that pass (SMAA-2 inside the
/// recommended classes; Lahdelma and Salminen 2001).
public struct RankAcceptability: Sendable, Equatable {
  /// Ranks that are counted.
  public static let ranks = 10

  /// Positions of the goods in the catalog.
  public let goods: [Int]
  /// Draws by good and rank, ten each.
  let counts: [Int32]
  /// All draws.
  public let samples: Int
  /// Draws in which each good passes: Adopt, or Adopt with safeguards.
  let passing: [Int]
  /// Sum of the weights over the draws in which a good stood first, nine a good.
  let weights: [Double]

  /// Share of the draws in which a good has a rank, 0 to 1.
  ///
  /// - Parameters:
  ///   - good: Number of the good in `goods`.
  ///   - rank: 1 to 10.
  public func share(good: Int, rank: Int) -> Double {
    Double(counts[good * Self.ranks + rank - 1]) / Double(max(samples, 1))
  }

  /// Share of the draws in which a good is among the first ten.
  public func firstTen(good: Int) -> Double {
    (1...Self.ranks).reduce(0) { $0 + share(good: good, rank: $1) }
  }

  /// Share of the draws in which a good passes.
  public func passes(good: Int) -> Double { Double(passing[good]) / Double(max(samples, 1)) }

  /// Central weights: the mean weights of the draws in which a good stands first, in the order of
  /// `Dimension.allCases`; nil where it never does.
  public func centralWeights(good: Int) -> [Double]? {
    let first = Double(counts[good * Self.ranks])
    guard first > 0 else { return nil }
    return (0..<9).map { weights[good * 9 + $0] / first }
  }

  /// Goods that are ever among the first ten, the one that is so most often first.
  public var order: [Int] {
    goods.indices.filter { firstTen(good: $0) > 0 }.sorted {
      let (one, two) = (firstTen(good: $0), firstTen(good: $1))
      if one != two { return one > two }
      let (first, second) = (share(good: $0, rank: 1), share(good: $1, rank: 1))
      return first != second ? first > second : $0 < $1
    }
  }
}

extension VerdictSampler {
  /// How often each good comes to each of the first ten ranks in a country.
  ///
  /// In a draw the goods that pass stand by class, then by fit and need in the share of the stakeholder, then
  /// as they stand in the list.
  public func ranks(country: Int) -> RankAcceptability {
    let count = positions.count
    let width = RankAcceptability.ranks
    var counts = Array(repeating: Int32(0), count: count * width)
    var weights = Array(repeating: 0.0, count: count * 9)
    var steps: [TopStep] = []
    let keys = AlignedRows(count: width)
    var places = Array(repeating: Int32(0), count: width * SampleOptions.lanes)
    let needs = NeedRows(goods, kernel)
    let share = Float(settings.preset.needShare)
    let totals = SampleWorker(self).run(country, wants: [.classes, .losses, .scores]) {
      frame, pairs in
      let losses = frame.losses
      needs.fill(frame)
      if frame.block == 0 {
        // A good that never passes in this country needs no place in the order.
        let order = likelyOrder(frame, pairs, needs).filter { pairs.mayPass($0) }
        steps = order.map { good in
          TopStep(
            good: Int32(good), pair: Int32(pairs.placeOf[good]),
            loss: Int32(goods.halvesOf[good]), need: Int32(goods.goalsOf[good]))
        }
        needs.keep(Set(order.map { goods.goalsOf[$0] }))
      }
      keys.withRows { keys in
        for lane in 0..<width * SampleOptions.lanes { keys[lane] = -1 }
        places.withUnsafeMutableBufferPointer { places in
          guard let places = places.baseAddress else { return }
          steps.withUnsafeBufferPointer { steps in
            needs.reading(0) {
              kernel.tops(
                steps, losses: losses, needs: $0, needShare: share, classes: frame.classes,
                keys: keys, places: places)
            }
          }
          counts.withUnsafeMutableBufferPointer { counts in
            weights.withUnsafeMutableBufferPointer { weights in
              Self.count(frame, keys, places, counts, weights)
            }
          }
        }
      }
    }
    return RankAcceptability(
      goods: positions, counts: counts, samples: options.samples,
      passing: (0..<count).map { Int(totals[5 * $0] + totals[5 * $0 + 1]) }, weights: weights)
  }

  /// Adds the ranks of a block up, and the weights of the draws in which a good stands first.
  private static func count(
    _ frame: SampleWorker.Frame, _ keys: UnsafePointer<Float>, _ places: UnsafePointer<Int32>,
    _ counts: UnsafeMutableBufferPointer<Int32>, _ weights: UnsafeMutableBufferPointer<Double>
  ) {
    let (lanes, width) = (SampleOptions.lanes, RankAcceptability.ranks)
    for rank in 0..<width {
      for lane in 0..<lanes where frame.used >> UInt64(lane) & 1 == 1 {
        let cell = rank &* lanes &+ lane
        guard keys[cell] >= 0 else { continue }
        let good = Int(places[cell])
        counts[good &* width &+ rank] &+= 1
        guard rank == 0 else { continue }
        let first = frame.draws + (SampleDraws.Row.weight &* lanes &+ lane)
        for dimension in 0..<9 {
          weights[good &* 9 &+ dimension] += Double(first[dimension &* lanes])
        }
      }
    }
  }

  /// Goods by how they stand in the first draws: those that come first fill the first ten soonest.
  ///
  /// The order changes how soon they are there, not what is there.
  private func likelyOrder(
    _ frame: SampleWorker.Frame, _ pairs: SampledPairs, _ needs: NeedRows
  ) -> [Int] {
    let lanes = SampleOptions.lanes
    let share = Float(settings.preset.needShare)
    let keys = positions.indices.map { good -> Float in
      let classes = frame.classes + 5 * pairs.placeOf[good]
      let passing = Float((classes[0] | classes[1]).nonzeroBitCount)
      var sum: Float = 0
      for lane in 0..<lanes {
        sum +=
          (1 - share) * (1 - frame.losses[goods.halvesOf[good] * lanes + lane])
          + share * needs.value(goods.goalsOf[good], lane)
      }
      return (sum / Float(lanes) + 2 * Float(classes[0].nonzeroBitCount) / 64) * passing
    }
    return positions.indices.sorted { (keys[$1], $0) < (keys[$0], $1) }
  }

  /// How often each of some goods stands before each other one in a country.
  ///
  /// - Parameters:
  ///   - country: Position of the country.
  ///   - chosen: Numbers of the goods in `positions`.
  /// - Returns: For each good a share for each other; a good that does not pass stands behind all that do, and
  ///   two that do not are neither before the other.
  public func wins(country: Int, of chosen: [Int]) -> [[Double]] {
    let few = VerdictSampler(self, goods: chosen.map { positions[$0] })
    let count = chosen.count
    var wins = Array(repeating: 0, count: count * count)
    let needs = NeedRows(few.goods, kernel)
    let share = Float(settings.preset.needShare)
    var keys = Array(repeating: Float(-1), count: count)
    SampleWorker(few).run(country, wants: [.classes, .losses, .scores]) { frame, pairs in
      needs.fill(frame)
      for lane in 0..<SampleOptions.lanes where frame.used >> UInt64(lane) & 1 == 1 {
        for good in 0..<count {
          let classes = frame.classes + 5 * pairs.placeOf[good]
          let isAdopt = classes[0] >> UInt64(lane) & 1 == 1
          let fit = 1 - frame.losses[few.goods.halvesOf[good] * SampleOptions.lanes + lane]
          let passes = isAdopt || classes[1] >> UInt64(lane) & 1 == 1
          let need = needs.value(few.goods.goalsOf[good], lane)
          keys[good] = passes ? (1 - share) * fit + share * need + (isAdopt ? 2 : 0) : -1
        }
        for one in 0..<count {
          for two in 0..<count where keys[one] > keys[two] { wins[one * count + two] += 1 }
          // Equal goods stand as they do in the list.
          for two in one + 1..<max(count, one + 1) where keys[one] == keys[two] && keys[one] >= 0 {
            let isFirst = chosen[one] < chosen[two]
            wins[isFirst ? one * count + two : two * count + one] += 1
          }
        }
      }
    }
    return (0..<count).map { one in
      (0..<count).map { Double(wins[one * count + $0]) / Double(max(options.samples, 1)) }
    }
  }
}

/// Needs of lists of goals in a block of draws.
private final class NeedRows {
  private let rows: AlignedRows
  private let gaps = AlignedRows(count: 17)
  private let kernel: any SampleKernel
  private var list: [Int32] = []
  private var steps: [MeanStep] = []
  private var isFilled = false

  init(_ goods: SampleGoods, _ kernel: any SampleKernel) {
    self.kernel = kernel
    rows = AlignedRows(count: goods.goals.count)
    for (number, goals) in goods.goals.enumerated() {
      let first = Int32(list.count)
      list += goals.map { Int32($0 - 1) }
      // A good that claims no goal has no need to show.
      steps.append(
        MeanStep(
          first: first, last: Int32(list.count), out: Int32(number),
          share: 1 / Float(max(goals.count, 1))))
    }
  }

  /// Leaves out lists that nobody reads.
  func keep(_ lists: Set<Int>) { steps.removeAll { !lists.contains(Int($0.out)) } }

  /// Mean gaps over the goals of each list; filled once where no score is drawn.
  func fill(_ frame: SampleWorker.Frame) {
    guard !isFilled || frame.drawsScores else { return }
    isFilled = true
    gaps.withRows { gaps in
      for place in 0..<17 * SampleOptions.lanes { gaps[place] = 1 - frame.scores[place] * 0.01 }
      rows.withRows { rows in
        list.withUnsafeBufferPointer { list in
          guard let list = list.baseAddress else { return }
          steps.withUnsafeBufferPointer { kernel.means($0, list: list, rows: gaps, means: rows) }
        }
      }
    }
  }

  @inline(__always)
  func reading(_ list: Int, _ body: (UnsafePointer<Float>) -> Void) {
    rows.reading { body($0 + list * SampleOptions.lanes) }
  }

  @inline(__always)
  func value(_ list: Int, _ lane: Int) -> Float {
    var value: Float = 0
    rows.reading { value = $0[list * SampleOptions.lanes + lane] }
    return value
  }
}
