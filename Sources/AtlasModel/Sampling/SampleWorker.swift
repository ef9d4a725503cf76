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
  }

  /// Draws a country.
  ///
  /// - Parameters:
  ///   - country: Position of the country.
  ///   - blocks: The blocks to draw; nil for all.
  ///   - wantsLosses: Whether fits are wanted too.
  ///   - body: Takes what each block came to.
  @discardableResult
  func run(
    _ country: Int, blocks: Range<Int>? = nil, wantsLosses: Bool = false,
    _ body: (Frame, SampledPairs) -> Void
  ) -> SampledPairs {
    let sampled = SampledCountry(sampler, country, &outcomes, wantsLosses: wantsLosses)
    for block in blocks ?? 0..<sampler.options.blocks { sampled.draw(block, sampler, body) }
    return sampled.pairs
  }
}

/// A country made ready for draws, with room for a block of them.
private final class SampledCountry {
  let pairs: SampledPairs
  private let supplies: SampledSupplies
  private let ladders: SampledLadders
  private let terms: SampledTerms
  private let wantsLosses: Bool
  private var likelihoods: SampledLikelihoods
  private var groups: SampledGroups
  private var thinness: SampledThinness
  private var flags: SampledFlags
  private var rows: AlignedRows
  private var losses: AlignedRows
  private var sums: AlignedRows
  private var fits: AlignedRows
  private var words: [UInt64]
  private var classes: [UInt64]

  init(
    _ sampler: VerdictSampler, _ country: Int, _ outcomes: inout SampleOutcomes,
    wantsLosses: Bool
  ) {
    let goods = sampler.goods
    let conditions = CountryConditions(sampler.context, country: country, explains: false)
    supplies = SampledSupplies(conditions, seed: sampler.options.seed)
    likelihoods = SampledLikelihoods(conditions, supplies)
    groups = SampledGroups(conditions, supplies, goods)
    thinness = SampledThinness(conditions, goods)
    flags = SampledFlags(goods, likelihoods, groups, outcomes: &outcomes, conditions)
    ladders = SampledLadders(
      needed: sampler.neededLosses, ranges: supplies.ranges, options: sampler.options)
    terms = SampledTerms(goods, ladders)
    pairs = SampledPairs(goods, terms, flags, thinness, sampler.settings.policy)
    rows = supplies.constants
    losses = AlignedRows(count: terms.rowCount)
    sums = AlignedRows(count: 2 * terms.places)
    fits = AlignedRows(count: wantsLosses ? terms.joins.count : 0)
    words = Array(repeating: 0, count: 2 * max(terms.joins.count, 1))
    classes = Array(repeating: 0, count: 5 * pairs.count)
    self.wantsLosses = wantsLosses
  }

  func draw(
    _ block: Int, _ sampler: VerdictSampler, _ body: (SampleWorker.Frame, SampledPairs) -> Void
  ) {
    let kernel = sampler.kernel
    let used = sampler.options.used(block)
    _ = sampler.draws.rows.reading { all -> Void? in
      let draws = all + block * SampleDraws.Row.count * SampleOptions.lanes
      sampler.draws.bits.withUnsafeBufferPointer { all in
        guard let all = all.baseAddress else { return }
        let bits = all + block * SampleDraws.Bits.count
        rows.withRows { rows in
          supplies.fill(block, rows)
          work(kernel, draws, rows)
          likelihoods.fill(kernel, rows)
          groups.fill(kernel, block, rows, bits)
          thinness.fill(kernel, draws)
          flags.fill(likelihoods, groups, bits)
          finish(block, used, draws, bits, rows, body)
        }
      }
      return nil
    }
  }

  /// Losses of all dimensions, then fits.
  private func work(
    _ kernel: any SampleKernel, _ draws: UnsafePointer<Float>, _ rows: UnsafePointer<Float>
  ) {
    losses.withRows { losses in
      ladders.steps.withUnsafeBufferPointer {
        kernel.ladders($0, supplies: rows, draws: draws, losses: losses)
      }
      terms.rowSteps.withUnsafeBufferPointer { kernel.rows($0, draws: draws, losses: losses) }
      sums.withRows { sums in
        fits.withRows { fits in
          words.withUnsafeMutableBufferPointer { words in
            guard let words = words.baseAddress else { return }
            terms.sumSteps.withUnsafeBufferPointer {
              kernel.sums($0, draws: draws, losses: losses, sums: sums)
            }
            terms.joins.withUnsafeBufferPointer { joins in
              FitLimit.all.withUnsafeBufferPointer { limits in
                kernel.joins(
                  joins, link: draws + SampleDraws.Row.link * SampleOptions.lanes, sums: sums,
                  limits: limits, words: words, values: wantsLosses ? fits : nil)
              }
            }
          }
        }
      }
    }
  }

  /// Classes of all pairs, handed on.
  private func finish(
    _ block: Int, _ used: UInt64, _ draws: UnsafePointer<Float>, _ bits: UnsafePointer<UInt64>,
    _ rows: UnsafePointer<Float>, _ body: (SampleWorker.Frame, SampledPairs) -> Void
  ) {
    classes.withUnsafeMutableBufferPointer { classes in
      words.withUnsafeBufferPointer { words in
        guard let classes = classes.baseAddress, let words = words.baseAddress else { return }
        pairs.fill(words, flags, thinness, used, classes)
        _ = groups.scores.reading { scores -> Void? in
          fits.reading { fits -> Void? in
            body(
              SampleWorker.Frame(
                block: block, used: used, classes: classes, losses: wantsLosses ? fits : nil,
                draws: draws, bits: bits, supplies: rows, scores: scores), pairs)
            return nil
          }
        }
      }
    }
  }
}
