/// Likelihoods of a country's flags in draws, as words of 64 draws.
struct SampledLikelihoods {
  /// How the likelihood of a flag comes about.
  private enum Rule {
    /// A row beside limits.
    case compared(LimitStep)
    /// Use of a group per use of the rest, by its place in the bounds: place and share.
    case ratio(SupplyRow, share: Double, atMostTotal: Bool, SIMD4<Float>)
    /// A step by a uniform number: lowest and highest.
    case open(SupplyRow, StepRange)
    /// Steps of voice 0, 1 and 3, and one more where there was a shutdown.
    case voice(Int, SIMD4<Float>)
  }

  /// The step of a flag that is the same in all draws.
  private(set) var known: [Int?] = Array(repeating: nil, count: FlagID.allCases.count)
  private let table: StepTable
  /// Flags that differ from draw to draw: those that compare a row with limits, and others.
  private var compared: [LimitStep] = []
  private var others: [(out: Int, rule: Rule)] = []

  init(_ conditions: CountryConditions, _ table: StepTable) {
    self.table = table
    for flag in FlagID.allCases {
      let range = conditions.likelihoods[flag.index]
      let out = StepTable.Layout.flags + flag.index
      guard let rule = Self.rule(flag, conditions, range) else { continue }
      if range.isPoint {
        known[flag.index] = range.low
        table[out] = StepWords(range.low)
      } else if case .compared(var step) = rule {
        step.out = Int32(out)
        compared.append(step)
      } else {
        others.append((out: out, rule: rule))
      }
    }
  }

  /// The rule of a flag; nil where its likelihood rests on the good.
  private static func rule(
    _ flag: FlagID, _ conditions: CountryConditions, _ range: StepRange
  ) -> Rule? {
    var limits = SIMD4<Float>()
    for (place, limit) in LikelihoodSteps.limits(flag).enumerated() { limits[place] = Float(limit) }
    func falling(_ row: SupplyRow, _ limits: SIMD4<Float>) -> Rule {
      .compared(LimitStep(LimitStep.falling, row, limits))
    }
    func rising(_ row: SupplyRow) -> Rule { .compared(LimitStep(LimitStep.rising, row, limits)) }
    return switch flag {
    case .d1: falling(.internet, limits)
    case .d2:
      .ratio(
        .womenPlace, share: GroupBounds.womenShare, atMostTotal: false, limits)
    case .d3:
      conditions.supplies.ruralShare.map {
        .ratio(.ruralPlace, share: $0, atMostTotal: true, limits)
      } ?? .open(.ruralPlace, .open)
    case .d4: falling(.literacy, limits)
    case .d5: rising(.dataPrice)
    // The limits are those of the people whom the network does not reach.
    case .r1: falling(.fourG, 100 - limits)
    case .r2: falling(.ruralElectricity, limits)
    case .s1: falling(.cybersecurity, limits)
    case .s3: rising(.conflict)
    case .p1: .open(.law, range)
    case .p2: .voice((conditions.reader.value(ID.shutdowns) ?? 0) > 0 ? 1 : 0, limits)
    case .p3: falling(.ruleOfLaw, limits)
    case .i1: falling(.eGovernment, limits)
    case .r3, .s2, .l1, .f1, .f2, .e1: nil
    }
  }

  /// Keeps the flags that are read: a bit each, by position.
  mutating func keep(_ flags: UInt32) {
    func isRead(_ row: Int) -> Bool { flags >> UInt32(row - StepTable.Layout.flags) & 1 == 1 }
    compared.removeAll { !isRead(Int($0.out)) }
    others.removeAll { !isRead($0.out) }
  }

  /// Rows of supplies that are read.
  var reads: [SupplyRow] {
    compared.compactMap { SupplyRow(rawValue: Int($0.row)) }
      + others.flatMap { entry -> [SupplyRow] in
        switch entry.rule {
        case .compared: []
        case .open(let row, _): [row]
        case .ratio(let place, _, _, _): [.internet, place]
        case .voice: [.voice]
        }
      }
  }

  /// Fills the steps of a block.
  func fill(_ kernel: any SampleKernel, _ rows: UnsafePointer<Float>) {
    compared.withUnsafeBufferPointer { kernel.limits($0, rows: rows, words: table.words) }
    guard !others.isEmpty else { return }
    withUnsafeTemporaryAllocation(of: Float.self, capacity: SampleOptions.lanes) { space in
      guard let space = space.baseAddress else { return }
      for (out, rule) in others { table[out] = Self.steps(rule, kernel, rows, space) }
    }
  }

  private static func steps(
    _ rule: Rule, _ kernel: any SampleKernel, _ rows: UnsafePointer<Float>,
    _ space: UnsafeMutablePointer<Float>
  ) -> StepWords {
    func row(_ row: SupplyRow) -> UnsafePointer<Float> {
      rows + row.rawValue * SampleOptions.lanes
    }
    switch rule {
    case .compared: return StepWords(4)
    case .ratio(let place, let share, let atMostTotal, let limits):
      let group = GroupDraw(share: Float(share), atMostTotal: atMostTotal)
      for part in 0..<4 {
        let ratio = group.ratio(
          LaneWords.load(row(.internet), part), LaneWords.load(row(place), part))
        LaneWords.store(ratio, space, part)
      }
      return StepWords(missed: kernel.below(space, limits))
    case .open(let place, let range):
      let count = range.high - range.low + 1
      for part in 0..<4 {
        LaneWords.store(LaneWords.load(row(place), part) * Float(count), space, part)
      }
      // Every whole number that is reached is a step less.
      let below = kernel.below(space, SIMD4(1, 2, 3, 4))
      var words = StepWords(-1)
      var reached: UInt64 = ~0
      for down in 0..<count {
        let next = down + 1 < count ? ~below[down] : 0
        words.add(range.high - down, reached & ~next)
        reached = next
      }
      return words
    case .voice(let shutdown, let limits):
      let missed = kernel.below(row(.voice), limits)
      let (good, fair) = (~missed[0], ~missed[1])
      var words = StepWords(-1)
      words.add(shutdown, good)
      words.add(1 + shutdown, fair & ~good)
      words.add(3 + shutdown, ~fair)
      return words
    }
  }
}

/// A group that was never measured, in draws: a place between the bounds that its total leaves open.
struct GroupDraw {
  let share: Float
  let atMostTotal: Bool

  /// Use of the group at a place (`GroupBounds.range(total:share:atMostTotal:)` of a known total).
  @inline(__always)
  func value(_ total: SIMD16<Float>, _ place: SIMD16<Float>) -> SIMD16<Float> {
    // A group of nobody has the figure of the total.
    guard share > 0 else { return total }
    var low = (total - 100 * (1 - share)) / share
    low.replace(with: 0, where: low .< 0)
    var high = total / share
    high.replace(with: 100, where: high .> 100)
    if atMostTotal { high.replace(with: total, where: high .> total) }
    return low + place * (high - low)
  }

  /// Use of the group per use of the rest.
  @inline(__always)
  func ratio(_ total: SIMD16<Float>, _ place: SIMD16<Float>) -> SIMD16<Float> {
    let value = value(total, place)
    var rest = (total - share * value) / (1 - share)
    // Where the group is everybody, the rest is nobody.
    rest.replace(with: 100, where: .!(rest .< 100))
    var ratio = SIMD16<Float>(repeating: 1).replacing(with: .infinity, where: value .> 0)
    ratio.replace(with: value / rest, where: rest .> 0)
    return ratio
  }
}

extension LimitStep {
  /// A row beside limits.
  init(_ kind: Int32, _ row: SupplyRow, _ limits: SIMD4<Float>, out: Int = 0) {
    self.init(
      kind: kind, row: row.place, out: Int32(out),
      limits: (limits[0], limits[1], limits[2], limits[3]))
  }
}
