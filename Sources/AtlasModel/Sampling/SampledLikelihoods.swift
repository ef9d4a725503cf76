/// Likelihoods of a country's flags in draws, as words of 64 draws.
final class SampledLikelihoods {
  /// How the likelihood of a flag comes about.
  private enum Rule {
    /// At or above the limits: steps 0 to 3; below the last: 4.
    case falling(SupplyRow, SIMD4<Float>)
    /// At or below the limits, of 100 less the row where it is a share that is covered.
    case rising(SupplyRow, SIMD4<Float>, isRest: Bool)
    /// Use of a group per use of the rest, by its place in the bounds: place and share.
    case ratio(SupplyRow, share: Double, atMostTotal: Bool, SIMD4<Float>)
    /// A step by a uniform number: lowest and highest.
    case open(SupplyRow, StepRange)
    /// Steps of voice 0, 1 and 3, and one more where there was a shutdown.
    case voice(Int, SIMD4<Float>)
  }

  /// Steps of each flag of the country alone; those drawn are filled block by block.
  private(set) var steps = Array(repeating: StepWords(0), count: FlagID.allCases.count)
  /// The step of a flag that is the same in all draws.
  private(set) var known: [Int?] = Array(repeating: nil, count: FlagID.allCases.count)
  private var drawn: [(flag: Int, rule: Rule)] = []

  init(_ conditions: CountryConditions, _ supplies: SampledSupplies) {
    for flag in FlagID.allCases {
      let range = conditions.likelihoods[flag.index]
      guard let rule = Self.rule(flag, conditions, range) else { continue }
      if range.isPoint {
        known[flag.index] = range.low
        steps[flag.index] = StepWords(range.low)
      } else {
        drawn.append((flag: flag.index, rule: rule))
      }
    }
  }

  /// The rule of a flag; nil where its likelihood rests on the good.
  private static func rule(
    _ flag: FlagID, _ conditions: CountryConditions, _ range: StepRange
  ) -> Rule? {
    var limits = SIMD4<Float>()
    for (place, limit) in LikelihoodSteps.limits(flag).enumerated() { limits[place] = Float(limit) }
    return switch flag {
    case .d1: .falling(.internet, limits)
    case .d2:
      .ratio(
        .womenPlace, share: GroupBounds.womenShare, atMostTotal: false, limits)
    case .d3:
      conditions.supplies.ruralShare.map {
        .ratio(.ruralPlace, share: $0, atMostTotal: true, limits)
      } ?? .open(.ruralPlace, .open)
    case .d4: .falling(.literacy, limits)
    case .d5: .rising(.dataPrice, limits, isRest: false)
    case .r1: .rising(.fourG, limits, isRest: true)
    case .r2: .falling(.ruralElectricity, limits)
    case .s1: .falling(.cybersecurity, limits)
    case .s3: .rising(.conflict, limits, isRest: false)
    case .p1: .open(.law, range)
    case .p2: .voice((conditions.reader.value(ID.shutdowns) ?? 0) > 0 ? 1 : 0, limits)
    case .p3: .falling(.ruleOfLaw, limits)
    case .i1: .falling(.eGovernment, limits)
    case .r3, .s2, .l1, .f1, .f2, .e1: nil
    }
  }

  /// Leaves out flags that nobody reads.
  func keep(_ flags: Set<Int>) { drawn.removeAll { !flags.contains($0.flag) } }

  /// Fills the steps of a block.
  func fill(_ kernel: any SampleKernel, _ rows: UnsafePointer<Float>) {
    for (flag, rule) in drawn { steps[flag] = Self.steps(rule, kernel, rows) }
  }

  private static func steps(
    _ rule: Rule, _ kernel: any SampleKernel, _ rows: UnsafePointer<Float>
  ) -> StepWords {
    func row(_ row: SupplyRow) -> UnsafePointer<Float> {
      rows + row.rawValue * SampleOptions.lanes
    }
    switch rule {
    case .falling(let supply, let limits): return falling(kernel, row(supply), limits)
    case .rising(let supply, let limits, let isRest):
      return StepWords(
        missed: isRest
          ? kernel.below(row(supply), 100 - limits) : kernel.above(row(supply), limits))
    case .ratio(let place, let share, let atMostTotal, let limits):
      let group = GroupDraw(share: share, atMostTotal: atMostTotal)
      let (total, place) = (row(.internet), row(place))
      return scratch { ratios in
        for lane in 0..<SampleOptions.lanes {
          let (low, high) = group.bounds(total[lane])
          let value = low + place[lane] * (high - low)
          let rest = min(100, (total[lane] - Float(share) * value) / (1 - Float(share)))
          ratios[lane] = rest > 0 ? value / rest : value > 0 ? .infinity : 1
        }
        return falling(kernel, ratios, limits)
      }
    case .open(let place, let range):
      let uniform = row(place)
      var words = StepWords(-1)
      let count = range.high - range.low + 1
      for lane in 0..<SampleOptions.lanes {
        let down = min(Int(Int32(uniform[lane] * Float(count))), count - 1)
        words.add(range.high - down, 1 << UInt64(lane))
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

  private static func falling(
    _ kernel: any SampleKernel, _ row: UnsafePointer<Float>, _ limits: SIMD4<Float>
  ) -> StepWords {
    StepWords(missed: kernel.below(row, limits))
  }

  private static func scratch(_ body: (UnsafeMutablePointer<Float>) -> StepWords) -> StepWords {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: SampleOptions.lanes) { space in
      space.baseAddress.map(body) ?? StepWords(4)
    }
  }
}
