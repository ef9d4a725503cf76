/// The inner loops of sampling, over blocks of 64 draws.
///
/// Rows are 64 floats in a line. Every implementation gives the same bits: lanes are independent, sums are added
/// in the order of the steps, and no product is fused with a sum.
public protocol SampleKernel: Sendable {
  /// Fills rows of supplies in order.
  ///
  /// - Parameters:
  ///   - steps: The steps; one reads rows that others have filled before.
  ///   - nodes: Values at even steps of probability, of all steps.
  ///   - block: The block; see `quantiles`.
  ///   - rows: The rows.
  func supplies(
    _ steps: UnsafeBufferPointer<SupplyStep>, nodes: UnsafePointer<Float>, block: Int,
    rows: UnsafeMutablePointer<Float>)

  /// Compares rows of supplies with limits.
  ///
  /// - Parameters:
  ///   - steps: The steps.
  ///   - rows: Rows of supplies.
  ///   - words: Rows of step words, eight words from one to the next.
  func limits(
    _ steps: UnsafeBufferPointer<LimitStep>, rows: UnsafePointer<Float>,
    words: UnsafeMutablePointer<UInt64>)

  /// Works losses out of supplies.
  func ladders(
    _ steps: UnsafeBufferPointer<LadderStep>, supplies: UnsafePointer<Float>,
    draws: UnsafePointer<Float>, losses: UnsafeMutablePointer<Float>)

  /// Makes rows out of others, by rows and words of draws.
  func rows(
    _ steps: UnsafeBufferPointer<RowStep>, draws: UnsafePointer<Float>,
    bits: UnsafePointer<UInt64>, losses: UnsafeMutablePointer<Float>)

  /// Adds weighted rows up and keeps the greatest of them; joins sums, adds the greatest row times a link, and
  /// compares with limits.
  ///
  /// - Parameters:
  ///   - steps: The steps, every one after those whose sums it reads or is joined with.
  ///   - joins: Which sums are joined, step by step.
  ///   - draws: Rows of draws.
  ///   - link: A row of draws; nil where the greatest does not count.
  ///   - losses: Rows that are added.
  ///   - sums: Room for rows: two a place, the sum and the greatest; those of place 0 are zero.
  ///   - limits: Up to four limits.
  ///   - words: Four words each: draws in which it is above each limit, others as they were.
  ///   - values: A row each; nil where nobody asks for it.
  func fits(
    _ steps: UnsafeBufferPointer<SumStep>, joins: UnsafePointer<JoinStep>,
    draws: UnsafePointer<Float>, link: UnsafePointer<Float>?, losses: UnsafePointer<Float>,
    sums: UnsafeMutablePointer<Float>, limits: UnsafeBufferPointer<Float>,
    words: UnsafeMutablePointer<UInt64>, values: UnsafeMutablePointer<Float>?)

  /// Draws uniform numbers, above 0 and below 1.
  ///
  /// - Parameters:
  ///   - origin: Where the stream begins; see `CounterRandom`.
  ///   - block: The block: numbers `64 * block` and on.
  ///   - row: The row that is written.
  func uniforms(_ origin: UInt64, block: Int, row: UnsafeMutablePointer<Float>)

  /// Draws a figure: quantiles of uniform numbers, straight between nodes at even steps.
  ///
  /// - Parameters:
  ///   - origin: Where the stream begins; see `CounterRandom`.
  ///   - block: The block: numbers `64 * block` and on.
  ///   - nodes: Two or more values.
  ///   - row: The row that is written.
  func quantiles(
    _ origin: UInt64, block: Int, nodes: UnsafeBufferPointer<Float>,
    row: UnsafeMutablePointer<Float>)

  /// Works out the caps of flags.
  ///
  /// - Parameters:
  ///   - steps: The flags.
  ///   - words: Rows of step words, eight words from one to the next.
  ///   - bits: Words of draws.
  ///   - sets: Sets of masks, of all steps.
  ///   - masks: Five a set, one a likelihood: all bits or none for safeguards, prepare and critical.
  ///   - caps: The caps.
  func caps(
    _ steps: UnsafeBufferPointer<CapStep>, words: UnsafePointer<UInt64>,
    bits: UnsafePointer<UInt64>, sets: UnsafePointer<Int32>, masks: UnsafePointer<SIMD4<UInt64>>,
    caps: UnsafeMutablePointer<SIMD4<UInt64>>)

  /// Joins the caps of groups.
  ///
  /// - Parameters:
  ///   - steps: The groups.
  ///   - list: Positions of caps.
  ///   - policy: How many critical flags refuse, 1 to 3.
  ///   - caps: Words for safeguards, prepare, critical and cannot say.
  func groups(
    _ steps: UnsafeBufferPointer<GroupStep>, list: UnsafePointer<Int32>, policy: Int,
    caps: UnsafeMutablePointer<SIMD4<UInt64>>)

  /// Joins the caps of pairs into classes, and counts.
  ///
  /// - Parameters:
  ///   - steps: The pairs.
  ///   - list: Positions of caps.
  ///   - caps: Words for safeguards, prepare, refused and cannot say.
  ///   - used: Lanes that are draws.
  ///   - classes: Five words a pair in the order of `VerdictClass.allCases`; nil where nobody asks for them.
  ///   - counts: Four counts a pair, of all but Cannot say, to which those of the block are added.
  func classes(
    _ steps: UnsafeBufferPointer<PairStep>, list: UnsafePointer<Int32>,
    caps: UnsafePointer<SIMD4<UInt64>>, used: UInt64, classes: UnsafeMutablePointer<UInt64>?,
    counts: UnsafeMutablePointer<UInt64>)

  /// Puts goods into the first ten of 64 draws, where they belong there.
  ///
  /// - Parameters:
  ///   - steps: The goods, in any order; those that are often first are best put first.
  ///   - losses: Rows of `1 - fit`.
  ///   - needs: Rows of need.
  ///   - needShare: Share of need in the order.
  ///   - classes: Five words a pair: draws in which it is Adopt, and Adopt with safeguards, stand first; in
  ///     others it does not stand in the order.
  ///   - keys: Ten rows of keys, best first: 2 for Adopt, and the priority; negative where nobody stands.
  ///   - places: Ten rows of numbers.
  func tops(
    _ steps: UnsafeBufferPointer<TopStep>, losses: UnsafePointer<Float>,
    needs: UnsafePointer<Float>, needShare: Float, classes: UnsafePointer<UInt64>,
    keys: UnsafeMutablePointer<Float>, places: UnsafeMutablePointer<Int32>)

  /// Works out means of rows.
  ///
  /// - Parameters:
  ///   - steps: The means.
  ///   - list: Positions of rows.
  ///   - rows: The rows.
  ///   - means: Rows of means.
  func means(
    _ steps: UnsafeBufferPointer<MeanStep>, list: UnsafePointer<Int32>,
    rows: UnsafePointer<Float>, means: UnsafeMutablePointer<Float>)

  /// Draws in which a row is above each of four limits.
  func above(_ row: UnsafePointer<Float>, _ limits: SIMD4<Float>) -> SIMD4<UInt64>

  /// Draws in which a row is below each of four limits.
  func below(_ row: UnsafePointer<Float>, _ limits: SIMD4<Float>) -> SIMD4<UInt64>

  /// Ranks of rows: one more than the rows that are lower, draw by draw.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - chosen: Which of them compete.
  ///   - limits: Four limits.
  ///   - words: Four words a row: draws in which its rank is at or below each limit.
  func ranks(
    _ rows: UnsafePointer<Float>, chosen: UnsafeBufferPointer<Int32>, limits: SIMD4<Float>,
    words: UnsafeMutablePointer<UInt64>)
}

/// Which kernel samplers take that are given none.
public enum SampleKernels {
  /// The kernel of this program: it changes how long sampling takes and nothing else.
  @TaskLocal public static var current: any SampleKernel = SwiftSampleKernel()
}

/// Losses above which a fit misses a class; a millionth in favour of the pair, for rounding.
enum FitLimit {
  /// Adopt, then Adopt with safeguards.
  static let all = [
    Float(1 - Verdict.adoptFit + 1e-6), Float(1 - Verdict.safeguardsFit + 1e-6),
  ]
}
