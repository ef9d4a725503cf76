/// Draws one country after another: memory and tables that countries share.
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
    /// `1 - fit` of each fit; nil where it was not asked for.
    let losses: UnsafePointer<Float>?
    /// Rows of `SampleDraws.Row`.
    let draws: UnsafePointer<Float>
    /// Words of `SampleDraws.Bits`.
    let bits: UnsafePointer<UInt64>
    /// Rows of `SupplyRow`.
    let supplies: UnsafePointer<Float>
    /// Scores of goals 1 to 17, row by row.
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
    let goods = sampler.goods
    let draws = sampler.draws
    let options = draws.options
    let lanes = SampleOptions.lanes
    let conditions = CountryConditions(sampler.context, country: country, explains: false)
    let supplies = SampledSupplies(conditions, seed: options.seed)
    var likelihoods = SampledLikelihoods(conditions, supplies)
    var groups = SampledGroups(conditions, supplies, goods)
    var thinness = SampledThinness(conditions, goods)
    var flags = SampledFlags(goods, likelihoods, groups, outcomes: &outcomes, conditions)
    let ladders = SampledLadders(
      needed: sampler.neededLosses, ranges: supplies.ranges, options: options)
    let terms = SampledTerms(goods, ladders)
    let pairs = SampledPairs(goods, terms, flags, thinness, sampler.settings.policy)
    var words = Array(repeating: UInt64(0), count: 2 * max(terms.fits, 1))
    var classes = Array(repeating: UInt64(0), count: 5 * pairs.count)
    var rows = supplies.constants
    var losses = Array(repeating: Float(0), count: terms.rowCount * lanes)
    var weighted = Array(repeating: Float(0), count: 2 * max(terms.used.count, 1) * lanes)
    var sums = Array(repeating: Float(0), count: 2 * (terms.depth + 1) * lanes)
    var fits = Array(repeating: Float(0), count: wantsLosses ? max(terms.fits, 1) * lanes : 0)
    rows.withUnsafeMutableBufferPointer { rows in
      losses.withUnsafeMutableBufferPointer { losses in
        weighted.withUnsafeMutableBufferPointer { weighted in
          sums.withUnsafeMutableBufferPointer { sums in
            words.withUnsafeMutableBufferPointer { words in
              fits.withUnsafeMutableBufferPointer { fits in
                classes.withUnsafeMutableBufferPointer { classes in
                  draws.rows.withUnsafeBufferPointer { drawn in
                    draws.bits.withUnsafeBufferPointer { bits in
                      guard let rows = rows.baseAddress, let losses = losses.baseAddress,
                        let weighted = weighted.baseAddress, let sums = sums.baseAddress,
                        let words = words.baseAddress, let classes = classes.baseAddress,
                        let drawn = drawn.baseAddress, let bits = bits.baseAddress
                      else { return }
                      for block in blocks ?? 0..<options.blocks {
                        let row = drawn + block * SampleDraws.Row.count * lanes
                        let bit = bits + block * SampleDraws.Bits.count
                        supplies.fill(block, rows)
                        ladders.fill(rows, row, losses)
                        terms.fill(row, losses, weighted)
                        terms.steps.withUnsafeBufferPointer { steps in
                          guard let first = steps.baseAddress else { return }
                          sampler.kernel.fits(
                            first, steps.count, terms: weighted, sums: sums, words: words,
                            losses: wantsLosses ? fits.baseAddress : nil)
                        }
                        likelihoods.fill(rows)
                        groups.fill(block, rows, bit)
                        thinness.fill(row)
                        flags.fill(goods, likelihoods, groups, bit)
                        pairs.fill(words, flags, thinness, options.used(block), classes)
                        groups.scores.withUnsafeBufferPointer { scores in
                          guard let scores = scores.baseAddress else { return }
                          body(
                            Frame(
                              block: block, used: options.used(block), classes: classes,
                              losses: wantsLosses ? UnsafePointer(fits.baseAddress) : nil,
                              draws: row, bits: bit, supplies: rows, scores: scores), pairs)
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
    return pairs
  }
}
