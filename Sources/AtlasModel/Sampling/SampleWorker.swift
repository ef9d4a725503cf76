/// Draws one country after another: tables that countries share are kept, and so is the room for a block.
final class SampleWorker {
  private let sampler: VerdictSampler
  private var outcomes: SampleOutcomes
  private let scratch = SampleScratch()

  init(_ sampler: VerdictSampler) {
    self.sampler = sampler
    outcomes = SampleOutcomes(sampler.context, sampler.settings, sampler.goods)
  }

  /// What is asked of a country beside how often each class comes up.
  struct Wants: OptionSet {
    let rawValue: Int
    /// The class of every draw.
    static let classes = Wants(rawValue: 1)
    /// Fits.
    static let losses = Wants(rawValue: 2)
    /// Fits of pairs too that a flag holds back anyway.
    static let heldFits = Wants(rawValue: 4)
    /// Scores of goals, whether or not a flag reads them.
    static let scores = Wants(rawValue: 8)
    /// Supplies, whether or not anything reads them.
    static let supplies = Wants(rawValue: 16)
  }

  /// What a block of 64 draws came to; rows that were not asked for hold anything.
  struct Frame {
    /// Number of the block.
    let block: Int
    /// Lanes that are draws.
    let used: UInt64
    /// Words of draws by class, five a pair of `SampledPairs` in the order of `VerdictClass.allCases`.
    let classes: UnsafePointer<UInt64>
    /// `1 - fit` of each fit, a row each.
    let losses: UnsafePointer<Float>
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
  ///   - wants: What `body` reads.
  ///   - body: Takes what each block came to.
  /// - Returns: Five counts a good in the order of `VerdictClass.allCases`.
  @discardableResult
  func run(
    _ country: Int, blocks: Range<Int>? = nil, wants: Wants = [],
    _ body: (Frame, SampledPairs) -> Void = { _, _ in }
  ) -> [Int32] {
    let sampled = SampledCountry(sampler, country, &outcomes, scratch, wants)
    var draws = 0
    for block in blocks ?? 0..<sampler.options.blocks {
      sampled.draw(block, sampler, body)
      draws += sampler.options.used(block).nonzeroBitCount
    }
    var counts: [Int32] = []
    counts.reserveCapacity(5 * sampled.pairs.placeOf.count)
    for pair in sampled.pairs.placeOf {
      var rest = draws
      for place in 0..<4 {
        let count = Int(sampled.counts.base[4 * pair + place])
        counts.append(Int32(count))
        rest -= count
      }
      counts.append(Int32(rest))
    }
    return counts
  }
}

/// A country made ready for draws.
private struct SampledCountry {
  let pairs: SampledPairs
  /// Four counts a pair: all classes but Cannot say.
  let counts: AlignedSpace<UInt64>
  private let supplies: SampledSupplies
  private let ladders: SampledLadders
  private let terms: SampledTerms
  private let wants: SampleWorker.Wants
  private let policy: Int
  private let likelihoods: SampledLikelihoods
  private let groups: SampledGroups
  private let thinness: SampledThinness
  private let flags: SampledFlags
  private let scratch: SampleScratch
  private let rows: AlignedRows
  private let losses: AlignedRows
  private let sums: AlignedRows
  private let fits: AlignedRows
  /// Caps of flags, then of sums of thinness, then of fits, then of groups.
  private let caps: AlignedSpace<SIMD4<UInt64>>
  private let classes: AlignedSpace<UInt64>

  init(
    _ sampler: VerdictSampler, _ country: Int, _ outcomes: inout SampleOutcomes,
    _ scratch: SampleScratch, _ wants: SampleWorker.Wants
  ) {
    let goods = sampler.goods
    let conditions = CountryConditions(sampler.context, country: country, explains: false)
    let table = StepTable(StepTable.Layout(goods), scratch)
    var supplies = SampledSupplies(conditions, seed: sampler.options.seed)
    var likelihoods = SampledLikelihoods(conditions, table)
    var groups = SampledGroups(conditions, supplies, goods, table)
    var thinness = SampledThinness(conditions, goods)
    var flags = SampledFlags(goods, likelihoods, groups, &outcomes, conditions, table)
    pairs = SampledPairs(goods, flags, thinness, keepsFits: wants.contains(.heldFits))
    policy = sampler.settings.policy.count
    let needs = FitNeeds(goods, pairs.usesFit)
    ladders = SampledLadders(
      needed: needs.losses, ranges: supplies.ranges, options: sampler.options)
    terms = SampledTerms(goods, needs, ladders)
    flags.keep(pairs.usesFlag)
    thinness.keep(pairs.usesThin)
    let read = flags.reads
    groups.keep(
      reaches: read.reaches, goals: read.goals, wantsScores: wants.contains(.scores))
    likelihoods.keep(read.flags)
    if !wants.contains(.supplies) {
      supplies.keep(ladders.reads + likelihoods.reads + groups.reads)
    }
    rows = scratch.supplies
    rows.copy(supplies.constants)
    losses = scratch.losses(terms.rowCount)
    sums = scratch.sums(terms.places)
    fits = scratch.fits(wants.contains(.losses) ? goods.halves.count : 0)
    caps = scratch.caps(
      flags.settled,
      flags.settled.count + thinness.count + goods.halves.count + pairs.groups.count)
    classes = scratch.classes(wants.contains(.classes) ? 5 * pairs.count : 0)
    counts = AlignedSpace(count: 4 * pairs.count, of: 0)
    self.supplies = supplies
    self.likelihoods = likelihoods
    self.groups = groups
    self.thinness = thinness
    self.flags = flags
    self.wants = wants
    self.scratch = scratch
  }

  func draw(
    _ block: Int, _ sampler: VerdictSampler, _ body: (SampleWorker.Frame, SampledPairs) -> Void
  ) {
    let kernel = sampler.kernel
    let used = sampler.options.used(block)
    sampler.draws.reading(block, scratch) { draws, bits in
      rows.withRows { rows in
        supplies.fill(kernel, block, rows)
        likelihoods.fill(kernel, rows)
        groups.fill(kernel, block, rows, bits)
        flags.fill(kernel, bits, caps.base)
        let thins = caps.base + flags.settled.count
        thinness.fill(kernel, draws, bits, flags.thin, thins)
        work(kernel, draws, bits, rows, thins + thinness.count)
        join(kernel, used)
        hand(block, used, draws, bits, rows, body)
      }
    }
  }

  /// Losses of all dimensions, then fits.
  private func work(
    _ kernel: any SampleKernel, _ draws: UnsafePointer<Float>, _ bits: UnsafePointer<UInt64>,
    _ rows: UnsafePointer<Float>, _ caps: UnsafeMutablePointer<SIMD4<UInt64>>
  ) {
    losses.withRows { losses in
      ladders.steps.withUnsafeBufferPointer {
        kernel.ladders($0, supplies: rows, draws: draws, losses: losses)
      }
      terms.rowSteps.withUnsafeBufferPointer {
        kernel.rows($0, draws: draws, bits: bits, losses: losses)
      }
      sums.withRows { sums in
        fits.withRows { fits in
          terms.joins.withUnsafeBufferPointer { joins in
            guard let joins = joins.baseAddress else { return }
            terms.sumSteps.withUnsafeBufferPointer { steps in
              FitLimit.all.withUnsafeBufferPointer { limits in
                caps.withMemoryRebound(to: UInt64.self, capacity: 4) {
                  kernel.fits(
                    steps, joins: joins, draws: draws,
                    link: draws + SampleDraws.Row.link * SampleOptions.lanes, losses: losses,
                    sums: sums, limits: limits, words: $0,
                    values: wants.contains(.losses) ? fits : nil)
                }
              }
            }
          }
        }
      }
    }
  }

  /// Classes of all pairs.
  private func join(_ kernel: any SampleKernel, _ used: UInt64) {
    pairs.list.withUnsafeBufferPointer { list in
      guard let list = list.baseAddress else { return }
      pairs.groups.withUnsafeBufferPointer {
        kernel.groups($0, list: list, policy: policy, caps: caps.base)
      }
      pairs.steps.withUnsafeBufferPointer {
        kernel.classes(
          $0, list: list, caps: caps.base, used: used,
          classes: wants.contains(.classes) ? classes.base : nil, counts: counts.base)
      }
    }
  }

  /// Hands a block on.
  private func hand(
    _ block: Int, _ used: UInt64, _ draws: UnsafePointer<Float>, _ bits: UnsafePointer<UInt64>,
    _ rows: UnsafePointer<Float>, _ body: (SampleWorker.Frame, SampledPairs) -> Void
  ) {
    groups.scores.reading { scores in
      fits.reading { fits in
        body(
          SampleWorker.Frame(
            block: block, used: used, classes: classes.base, losses: fits, draws: draws,
            bits: bits, supplies: rows, scores: scores, drawsScores: groups.drawsGoals), pairs)
      }
    }
  }
}
