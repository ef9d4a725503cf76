// What a kernel is told to do, step by step; the kernel in C reads the same layout.

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
  /// The row of draws with a share; the word of draws that move down, for a move.
  public var draw: Int32
  /// The word of draws that move up, for a move.
  public var rise: Int32

  /// `down`, `same` or `up`, by words of draws that move down and up.
  public static let moved: Int32 = 0
  /// The greater of `down` and `same`.
  public static let greatest: Int32 = 1
  /// From `down` towards `same` by a share in a row of draws.
  public static let mixed: Int32 = 2
}

/// One step of a sum: what stands at one place, and a weighted row more; and what the sum is joined with.
public struct SumStep: Sendable {
  /// Place that is read, 0 for nothing yet; negative to go on with the step before.
  public var from: Int32
  /// Place that is written; negative where no step but the next reads the sum.
  public var to: Int32
  /// The row that is added.
  public var row: Int32
  /// The row of draws with its weight.
  public var weight: Int32
  /// Where its joins begin in a list.
  public var first: Int32 = 0
  /// Where they end.
  public var last: Int32 = 0
}

/// A sum that the one of a step is joined with.
public struct JoinStep: Sendable {
  /// Place of the other sum; 0 for none.
  public var other: Int32
  /// Where words and values are written.
  public var out: Int32
}

/// A row of supplies, 64 lanes: what is drawn or made of other rows, held between two limits.
public struct SupplyStep: Sendable {
  /// What is done: one of the numbers below.
  public var kind: Int32
  /// The row that is written.
  public var out: Int32
  /// Rows that are read; negative for none.
  public var one: Int32 = -1
  /// The second.
  public var two: Int32 = -1
  /// The third.
  public var three: Int32 = -1
  /// The fourth.
  public var four: Int32 = -1
  /// Where the values at even steps of probability begin.
  public var firstNode: Int32 = 0
  /// How many of them there are, two or more.
  public var nodeCount: Int32 = 0
  /// Lowest value.
  public var low: Float = -.infinity
  /// Highest value.
  public var high: Float = .infinity
  /// A number of the kind.
  public var base: Float = 0
  /// Another one.
  public var span: Float = 0
  /// The stream of what is drawn.
  public var origin: UInt64 = 0

  /// Quantiles of uniform numbers; see `SampleKernel.quantiles`.
  public static let quantiles: Int32 = 0
  /// Uniform numbers.
  public static let uniform: Int32 = 1
  /// Row `one`.
  public static let copy: Int32 = 2
  /// Quantiles, or row `one` where that is greater.
  public static let atLeast: Int32 = 3
  /// From the greater of rows `one` and `two` up to 100, by uniform numbers.
  public static let above: Int32 = 4
  /// Between what total `one` leaves open about a group of share `base` (`span` is 100 times the rest), at place
  /// `two`; at most the total where there is a `three`.
  public static let group: Int32 = 5
  /// From 0 to row `one`, or to 100, at place `two`.
  public static let span: Int32 = 6
  /// Half of `base + span * one`, a quarter of `two` and of `three`.
  public static let privacy: Int32 = 7
  /// The least of two to four rows.
  public static let least: Int32 = 8
}

/// A row of supplies beside four limits.
public struct LimitStep: Sendable {
  /// What is done: `falling`, `rising` or `atMost`.
  public var kind: Int32
  /// The row of supplies.
  public var row: Int32
  /// The row of step words that is written.
  public var out: Int32
  /// The limits.
  public var limits: (Float, Float, Float, Float)

  /// Steps 0 to 3 at or above each limit in turn, 4 below the last.
  public static let falling: Int32 = 0
  /// The same at or below the limits.
  public static let rising: Int32 = 1
  /// Draws at or below each limit; a limit below zero is never reached.
  public static let atMost: Int32 = 2
}
/// A flag that differs from draw to draw, by its likelihood or by the levels that set its impact.
public struct CapStep: Sendable {
  /// The caps that are written.
  public var out: Int32
  /// The row of step words.
  public var steps: Int32
  /// Where its sets of masks begin: one, or one for each move of a level, or of two levels.
  public var sets: Int32
  /// The word of draws without which there is no flag; negative for all draws.
  public var coin: Int32
  /// The word of draws that move a level down; negative where none moves.
  public var down: Int32
  /// The word of draws that move it up.
  public var up: Int32
  /// The same of a second level; negative where there is none.
  public var otherDown: Int32
  /// And up.
  public var otherUp: Int32
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
  /// The pair whose classes are its own.
  public var pair: Int32
  /// The row of its `1 - fit`.
  public var loss: Int32
  /// The row of its need.
  public var need: Int32
}

/// The mean of some rows.
public struct MeanStep: Sendable {
  /// Where the rows begin in a list.
  public var first: Int32
  /// Where they end.
  public var last: Int32
  /// The row that is written.
  public var out: Int32
  /// One over how many they are.
  public var share: Float
}
