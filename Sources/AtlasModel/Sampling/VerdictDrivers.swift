/// What drives the doubt about a verdict: the share of it that an input accounts for by itself.
public struct VerdictDriver: Sendable, Equatable {
  /// What is drawn.
  public var name: String
  /// First-order index: variance of the mean outcome over bins of the input, over the variance of the outcome;
  /// 0 to 1 (given-data estimation, Plischke, Borgonovo and Smith 2013).
  public var index: Double
  /// The same with the draws of the input put out of step: what chance alone gives.
  public var chance: Double

  /// Whether the index is well above chance.
  public var counts: Bool { index > 0.01 && index > 3 * chance }
}

/// One draw of a pair, redone alone.
public struct SampleDraw: Sendable, Equatable {
  /// Number of the draw, from 0.
  public var number: Int
  /// What was drawn.
  public var values: [(name: String, value: Double)]
  /// The class it came to.
  public var verdict: VerdictClass
  /// The fit it came to.
  public var fit: Double

  /// Whether two draws are the same.
  public static func == (left: Self, right: Self) -> Bool {
    left.number == right.number && left.verdict == right.verdict && left.fit == right.fit
      && left.values.map(\.name) == right.values.map(\.name)
      && left.values.map(\.value) == right.values.map(\.value)
  }
}

extension VerdictSampler {
  /// Bins of an input that has more than a few values.
  static let bins = 32

  /// What drives the doubt about one pair, most first; none where no draw differs.
  ///
  /// - Parameters:
  ///   - country: Position of the country.
  ///   - good: Number of the good in `positions`.
  ///   - verdict: The outcome is whether a draw comes to this class.
  public func drivers(country: Int, good: Int, of verdict: VerdictClass) -> [VerdictDriver] {
    let one = VerdictSampler(self, goods: [positions[good]])
    let record = context.catalog.goods[positions[good]]
    let inputs = SampleInputs(one, country: country, good: record)
    let place = VerdictClass.allCases.firstIndex(of: verdict) ?? 0
    let lanes = SampleOptions.lanes
    var outcome: [Bool] = []
    var values = Array(repeating: [Float](), count: inputs.all.count)
    SampleWorker(one).run(country, wants: [.classes, .scores, .supplies]) { frame, _ in
      for lane in 0..<lanes where frame.used >> UInt64(lane) & 1 == 1 {
        outcome.append(frame.classes[place] >> UInt64(lane) & 1 == 1)
        for (number, input) in inputs.all.enumerated() {
          values[number].append(frame.order(input.origin, lane))
        }
      }
    }
    let hits = outcome.count { $0 }
    guard hits > 0, hits < outcome.count else { return [] }
    let drivers = zip(inputs.all, values).map { input, values in
      let bins = Self.bins(of: values)
      return VerdictDriver(
        name: input.name, index: Self.index(bins, outcome, shift: 0),
        chance: Self.index(bins, outcome, shift: outcome.count / 2 + 1))
    }
    return drivers.enumerated().sorted {
      ($1.element.index, $0.offset) < ($0.element.index, $1.offset)
    }.map(\.element)
  }

  /// One draw of a pair, redone alone.
  ///
  /// - Parameters:
  ///   - number: From 0 to `options.samples - 1`.
  public func draw(_ number: Int, country: Int, good: Int) -> SampleDraw {
    let one = VerdictSampler(self, goods: [positions[good]])
    let inputs = SampleInputs(one, country: country, good: context.catalog.goods[positions[good]])
    let lanes = SampleOptions.lanes
    let lane = number % lanes
    var draw = SampleDraw(number: number, values: [], verdict: .cannotSay, fit: 1)
    SampleWorker(one).run(
      country, blocks: number / lanes..<number / lanes + 1,
      wants: [.classes, .losses, .heldFits, .scores, .supplies]
    ) { frame, _ in
      draw.values = inputs.all.map { ($0.name, Double(frame.value($0.origin, lane))) }
      let place = (0..<5).first { frame.classes[$0] >> UInt64(lane) & 1 == 1 } ?? 4
      draw.verdict = VerdictClass.allCases[place]
      draw.fit = 1 - Double(frame.losses[lane])
    }
    return draw
  }

  /// The bin of each value: the value itself where there are few, else bins of equal count.
  static func bins(of values: [Float]) -> [Int] {
    var distinct: [Float] = []
    for value in values where !distinct.contains(value) {
      distinct.append(value)
      if distinct.count > 3 { break }
    }
    if distinct.count <= 3 { return values.map { distinct.firstIndex(of: $0) ?? 0 } }
    var bins = Array(repeating: 0, count: values.count)
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    for (rank, sample) in order.enumerated() { bins[sample] = rank * Self.bins / values.count }
    return bins
  }

  /// Variance of the mean outcome over bins, over the variance of the outcome.
  ///
  /// - Parameters:
  ///   - bins: The bin of each draw.
  ///   - outcome: The outcome of each draw.
  ///   - shift: By how many draws bins and outcomes are put out of step.
  static func index(_ bins: [Int], _ outcome: [Bool], shift: Int) -> Double {
    let count = (bins.max() ?? 0) + 1
    var sizes = Array(repeating: 0.0, count: count)
    var hits = sizes
    for (number, bin) in bins.enumerated() {
      sizes[bin] += 1
      let other = number + shift < outcome.count ? number + shift : number + shift - outcome.count
      if outcome[other] { hits[bin] += 1 }
    }
    let total = Double(outcome.count)
    let mean = hits.reduce(0, +) / total
    guard mean > 0, mean < 1 else { return 0 }
    let between = zip(sizes, hits).reduce(0.0) { sum, bin in
      guard bin.0 > 0 else { return sum }
      let difference = bin.1 / bin.0 - mean
      return sum + bin.0 / total * difference * difference
    }
    return between / (mean * (1 - mean))
  }
}

extension SampleWorker.Frame {
  /// A number that orders the draws of an input.
  fileprivate func order(_ origin: SampleInputs.Origin, _ lane: Int) -> Float {
    switch origin {
    case .supply(_, let stream), .goal(_, let stream):
      stream.uniform(block * SampleOptions.lanes + lane)
    default: value(origin, lane)
    }
  }

  /// The value of an input in a draw.
  fileprivate func value(_ origin: SampleInputs.Origin, _ lane: Int) -> Float {
    let lanes = SampleOptions.lanes
    return switch origin {
    case .draw(let row): draws[row * lanes + lane]
    case .move(let word):
      bits[word] >> UInt64(lane) & 1 == 1
        ? -1 : Float(bits[word + SampleDraws.Bits.rise] >> UInt64(lane) & 1)
    case .factor(let row): 1 / draws[row * lanes + lane]
    case .coin(let word): bits[word] >> UInt64(lane) & 1 == 1 ? 1 : 0
    case .supply(let row, _): supplies[row.rawValue * lanes + lane]
    case .goal(let goal, _): scores[goal * lanes + lane]
    }
  }
}
