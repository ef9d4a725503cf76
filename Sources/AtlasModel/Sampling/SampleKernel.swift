/// A level of a ladder of losses, 64 lanes: `clamp(shift - scale x supply x factor, 0, 1)`, and no less than the level below.
public struct LadderStep: Sendable {
  /// The row of losses that is written.
  public var out: Int32
  /// The row of losses of the level below; negative where that is zero.
  public var below: Int32
  /// The row of supplies.
  public var supply: Int32
  /// A second row of supplies, of which the lesser counts; negative for none.
  public var other: Int32
  /// The row of draws with one over the factor of the ramp.
  public var factor: Int32
  /// `1 / (target - floor)`.
  public var scale: Float
  /// `target / (target - floor)`.
  public var shift: Float
}

/// One row of losses made of others, 64 lanes.
public struct RowStep: Sendable {
  /// What is made: `moved`, `greatest` or `mixed`.
  public var kind: Int32
  /// The row that is written.
  public var out: Int32
  /// The first row that is read.
  public var down: Int32
  /// The second.
  public var same: Int32
  /// The third, for a move.
  public var up: Int32
  /// The row of draws.
  public var draw: Int32

  /// `down`, `same` or `up`, by a row of draws with moves -1, 0 or 1.
  public static let moved: Int32 = 0
  /// The greater of `down` and `same`.
  public static let greatest: Int32 = 1
  /// From `down` towards `same` by a share in a row of draws.
  public static let mixed: Int32 = 2
}

/// One step of a sum: what stands at one place, and a weighted row more, give what stands at the next.
public struct SumStep: Sendable {
  /// Place that is read; at place 0 nothing has been added yet.
  public var from: Int32
  /// Place that is written.
  public var to: Int32
  /// The row that is added.
  public var row: Int32
  /// The row of draws with its weight.
  public var weight: Int32
  /// 1 where others than the next step read the sum; else the next step does, and nobody keeps it.
  public var isKept: Int32
}

/// Two sums that are joined.
public struct JoinStep: Sendable {
  /// Place of one sum.
  public var one: Int32
  /// Place of the other.
  public var two: Int32
}

/// A flag whose likelihood is the same in all draws, and whose impact moves with one level.
public struct FlagStep: Sendable {
  /// The caps that are written.
  public var out: Int32
  /// The word of draws that move down; those that move up stand `SampleDraws.Bits.up` further on.
  public var down: Int32
  /// The word of draws that move up.
  public var up: Int32
  /// The word of draws without which there is no flag; negative for all draws.
  public var coin: Int32
  /// Caps by move: all bits or none.
  public var caps: (SIMD4<UInt64>, SIMD4<UInt64>, SIMD4<UInt64>)
}

/// Flags that are joined before pairs are: those on the data of a good, of which some together refuse.
public struct GroupStep: Sendable {
  /// The caps that are written; the word of critical draws is that of refused ones.
  public var out: Int32
  /// Where its caps begin in a list.
  public var first: Int32
  /// Where the caps end that may refuse.
  public var refusing: Int32
  /// Where its caps end.
  public var last: Int32
}

/// A pair: which caps count.
public struct PairStep: Sendable {
  /// Where its caps begin in a list.
  public var first: Int32
  /// Where its caps end.
  public var last: Int32
  /// Caps of flags that are the same in all draws.
  public var settled: SIMD4<UInt64>
}

/// A good that may stand in the first ten.
public struct TopStep: Sendable {
  /// Its number.
  public var good: Int32
  /// The row of its `1 - fit`.
  public var loss: Int32
  /// The row of its need.
  public var need: Int32
}

/// The inner loops of sampling, over blocks of 64 draws.
///
/// Rows are 64 floats in a line. Every implementation gives the same bits: lanes are independent, sums are added
/// in the order of the steps, and no product is fused with a sum.
public protocol SampleKernel: Sendable {
  /// Works losses out of supplies.
  func ladders(
    _ steps: UnsafeBufferPointer<LadderStep>, supplies: UnsafePointer<Float>,
    draws: UnsafePointer<Float>, losses: UnsafeMutablePointer<Float>)

  /// Makes rows out of others.
  func rows(
    _ steps: UnsafeBufferPointer<RowStep>, draws: UnsafePointer<Float>,
    losses: UnsafeMutablePointer<Float>)

  /// Adds weighted rows up, and keeps the greatest of them.
  ///
  /// - Parameters:
  ///   - steps: The steps, every one after those whose sums it reads.
  ///   - draws: Rows of draws.
  ///   - losses: Rows that are added.
  ///   - sums: Room for rows: two a place, the sum and the greatest; those of place 0 are zero.
  func sums(
    _ steps: UnsafeBufferPointer<SumStep>, draws: UnsafePointer<Float>,
    losses: UnsafePointer<Float>, sums: UnsafeMutablePointer<Float>)

  /// Joins sums, adds the greatest row times a link, and compares with limits.
  ///
  /// - Parameters:
  ///   - steps: Which sums are joined.
  ///   - link: A row of draws; nil where the greatest does not count.
  ///   - sums: Two rows a place.
  ///   - limits: Up to four limits.
  ///   - words: Four words a join: draws in which it is above each limit.
  ///   - values: A row a join; nil where nobody asks for it.
  func joins(
    _ steps: UnsafeBufferPointer<JoinStep>, link: UnsafePointer<Float>?,
    sums: UnsafePointer<Float>, limits: UnsafeBufferPointer<Float>,
    words: UnsafeMutablePointer<UInt64>, values: UnsafeMutablePointer<Float>?)

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

  /// Works out the caps of flags from the moves of a block.
  func flags(
    _ steps: UnsafeBufferPointer<FlagStep>, bits: UnsafePointer<UInt64>,
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
  ///   - classes: Five words a pair in the order of `VerdictClass.allCases`.
  ///   - counts: Five counts a pair, to which those of the block are added.
  func classes(
    _ steps: UnsafeBufferPointer<PairStep>, list: UnsafePointer<Int32>,
    caps: UnsafePointer<SIMD4<UInt64>>, used: UInt64, classes: UnsafeMutablePointer<UInt64>,
    counts: UnsafeMutablePointer<Int32>)

  /// Puts goods into the first ten of 64 draws, where they belong there.
  ///
  /// - Parameters:
  ///   - steps: The goods, in any order; those that are often first are best put first.
  ///   - losses: Rows of `1 - fit`.
  ///   - needs: Rows of need.
  ///   - needShare: Share of need in the order.
  ///   - classes: Five words a good: draws in which it is Adopt, and Adopt with safeguards, stand first; in
  ///     others it does not stand in the order.
  ///   - keys: Ten rows of keys, best first: 2 for Adopt, and the priority; negative where nobody stands.
  ///   - places: Ten rows of numbers.
  func tops(
    _ steps: UnsafeBufferPointer<TopStep>, losses: UnsafePointer<Float>,
    needs: UnsafePointer<Float>, needShare: Float, classes: UnsafePointer<UInt64>,
    keys: UnsafeMutablePointer<Float>, places: UnsafeMutablePointer<Int32>)

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
