/// Draws one country after another: tables that countries share are kept.
final class SampleWorker {
  private let sampler: VerdictSampler
  private var outcomes: SampleOutcomes

  init(_ sampler: VerdictSampler) {
    self.sampler = sampler
    outcomes = SampleOutcomes(sampler.context, sampler.settings)
  }

  /// What a block of 64 draws came to.
  struct Frame {
    /// Number of the block.
    let block: Int
    /// Lanes that are draws.
    let used: UInt64
    /// Words of draws by class, five a pair in the order of `VerdictClass.allCases`.
    let classes: UnsafePointer<UInt64>
    /// `1 - fit` of each fit, a row each; nil where it was not asked for.
    let losses: UnsafePointer<Float>?
    /// Rows of `SampleDraws.Row`.
    let draws: UnsafePointer<Float>
    /// Words of `SampleDraws.Bits`.
    let bits: UnsafePointer<UInt64>
    /// Rows of `SupplyRow`.
    let supplies: UnsafePointer<Float>
    /// Scores of goals 1 to 17, a row each.
    let scores: UnsafePointer<Float>
    /// Whether some score differs from draw to draw.
    let drawsScores: Bool
  }

  /// Draws a country.
  ///
  /// - Parameters:
  ///   - country: Position of the country.
  ///   - blocks: The blocks to draw; nil for all.
  ///   - wantsLosses: Whether fits are wanted too.
  ///   - isWhole: Whether fits are wanted of pairs too that a flag holds back anyway.
  ///   - body: Takes what each block came to.
  /// - Returns: Five counts a good in the order of `VerdictClass.allCases`.
  @discardableResult
  func run(
    _ country: Int, blocks: Range<Int>? = nil, wantsLosses: Bool = false,
    isWhole: Bool = false, _ body: (Frame, SampledPairs) -> Void = { _, _ in }
  ) -> [Int32] {
    let sampled = SampledCountry(
      sampler, country, &outcomes, wantsLosses: wantsLosses, isWhole: isWhole)
    for block in blocks ?? 0..<sampler.options.blocks { sampled.draw(block, sampler, body) }
    return sampled.counts
  }
}

/// A country made ready for draws, with room for a block of them.
private final class SampledCountry {
  let pairs: SampledPairs
  private let supplies: SampledSupplies
  private let ladders: SampledLadders
  private let terms: SampledTerms
  private let wantsLosses: Bool
  private let policy: Int
  private let likelihoods: SampledLikelihoods
  private let groups: SampledGroups
  private let thinness: SampledThinness
  private let flags: SampledFlags
  private let rows: AlignedRows
  private let losses: AlignedRows
  private let sums: AlignedRows
  private let fits: AlignedRows
  /// Caps of flags, then of sums of thinness, then of fits.
  private var caps: [SIMD4<UInt64>]
  private var classes: [UInt64]
  /// Five counts a good.
  private(set) var counts: [Int32]

  init(
    _ sampler: VerdictSampler, _ country: Int, _ outcomes: inout SampleOutcomes,
    wantsLosses: Bool, isWhole: Bool
  ) {
    let goods = sampler.goods
    let conditions = CountryConditions(sampler.context, country: country, explains: false)
    supplies = SampledSupplies(conditions, seed: sampler.options.seed)
    likelihoods = SampledLikelihoods(conditions, supplies)
    groups = SampledGroups(conditions, supplies, goods)
    thinness = SampledThinness(conditions, goods)
    flags = SampledFlags(goods, likelihoods, groups, outcomes: &outcomes, conditions)
    pairs = SampledPairs(goods, flags, thinness, keepsFits: isWhole)
    policy = sampler.settings.policy.count
    let needs = FitNeeds(goods, pairs.usesFit)
    ladders = SampledLadders(
      needed: needs.losses, ranges: supplies.ranges, options: sampler.options)
    terms = SampledTerms(goods, needs, ladders)
    flags.keep(pairs.usesFlag)
    thinness.keep(pairs.usesThin)
    let read = flags.reads()
    groups.keep(reaches: read.reaches, goals: read.goals)
    likelihoods.keep(read.flags)
    rows = AlignedRows(supplies.constants)
    losses = AlignedRows(count: terms.rowCount)
    sums = AlignedRows(count: 2 * terms.places)
    fits = AlignedRows(count: wantsLosses ? terms.joins.count : 0)
    caps =
      flags.settled
      + Array(
        repeating: SIMD4(),
        count: thinness.count + max(terms.joins.count, 1) + pairs.groups.count)
    classes = Array(repeating: 0, count: 5 * pairs.count)
    counts = Array(repeating: 0, count: 5 * pairs.count)
    self.wantsLosses = wantsLosses
  }

  func draw(
    _ block: Int, _ sampler: VerdictSampler, _ body: (SampleWorker.Frame, SampledPairs) -> Void
  ) {
    let kernel = sampler.kernel
    let used = sampler.options.used(block)
    sampler.draws.rows.reading { all in
      let draws = all + block * SampleDraws.Row.count * SampleOptions.lanes
      sampler.draws.bits.withUnsafeBufferPointer { all in
        guard let all = all.baseAddress else { return }
        let bits = all + block * SampleDraws.Bits.count
        rows.withRows { rows in
          supplies.fill(kernel, block, rows)
          likelihoods.fill(kernel, rows)
          groups.fill(kernel, block, rows, bits)
          caps.withUnsafeMutableBufferPointer { caps in
            guard let caps = caps.baseAddress else { return }
            flags.fill(kernel, likelihoods, groups, bits, caps)
            let thins = caps + flags.settled.count
            thinness.fill(kernel, draws, flags.thin, thins)
            work(kernel, draws, rows, thins + thinness.count)
            join(kernel, used, caps)
          }
          hand(block, used, draws, bits, rows, body)
        }
      }
    }
  }

  /// Losses of all dimensions, then fits.
  private func work(
    _ kernel: any SampleKernel, _ draws: UnsafePointer<Float>, _ rows: UnsafePointer<Float>,
    _ caps: UnsafeMutablePointer<SIMD4<UInt64>>
  ) {
    losses.withRows { losses in
      ladders.steps.withUnsafeBufferPointer {
        kernel.ladders($0, supplies: rows, draws: draws, losses: losses)
      }
      terms.rowSteps.withUnsafeBufferPointer { kernel.rows($0, draws: draws, losses: losses) }
      sums.withRows { sums in
        fits.withRows { fits in
          terms.sumSteps.withUnsafeBufferPointer {
            kernel.sums($0, draws: draws, losses: losses, sums: sums)
          }
          terms.joins.withUnsafeBufferPointer { joins in
            FitLimit.all.withUnsafeBufferPointer { limits in
              caps.withMemoryRebound(to: UInt64.self, capacity: 4 * joins.count) {
                kernel.joins(
                  joins, link: draws + SampleDraws.Row.link * SampleOptions.lanes, sums: sums,
                  limits: limits, words: $0, values: wantsLosses ? fits : nil)
              }
            }
          }
        }
      }
    }
  }

  /// Classes of all pairs.
  private func join(
    _ kernel: any SampleKernel, _ used: UInt64, _ caps: UnsafeMutablePointer<SIMD4<UInt64>>
  ) {
    classes.withUnsafeMutableBufferPointer { classes in
      counts.withUnsafeMutableBufferPointer { counts in
        pairs.list.withUnsafeBufferPointer { list in
          pairs.steps.withUnsafeBufferPointer { steps in
            guard let classes = classes.baseAddress, let counts = counts.baseAddress,
              let list = list.baseAddress
            else { return }
            pairs.groups.withUnsafeBufferPointer {
              kernel.groups($0, list: list, policy: policy, caps: caps)
            }
            kernel.classes(
              steps, list: list, caps: caps, used: used, classes: classes, counts: counts)
          }
        }
      }
    }
  }

  /// Hands a block on.
  private func hand(
    _ block: Int, _ used: UInt64, _ draws: UnsafePointer<Float>, _ bits: UnsafePointer<UInt64>,
    _ rows: UnsafePointer<Float>, _ body: (SampleWorker.Frame, SampledPairs) -> Void
  ) {
    classes.withUnsafeBufferPointer { classes in
      guard let classes = classes.baseAddress else { return }
      groups.scores.reading { scores in
        fits.reading { fits in
          body(
            SampleWorker.Frame(
              block: block, used: used, classes: classes, losses: wantsLosses ? fits : nil,
              draws: draws, bits: bits, supplies: rows, scores: scores,
              drawsScores: groups.drawsGoals), pairs)
        }
      }
    }
  }
}
