/// One step of a fit: the sums at one depth, and a term more, give the sums at the next.
public struct FitStep: Sendable {
  /// Depth of the sums that are read, 0 for none.
  public var from: Int32
  /// Depth of the sums that are written.
  public var to: Int32
  /// The row of terms: a weighted loss, then the loss times the weakest link.
  public var term: Int32
  /// The fit that ends here; -1 where none does.
  public var leaf: Int32
}

/// Works out fits of 64 draws: the inner loop of all sampling.
///
/// `1 - fit = sum of (1 - b) w q + greatest b q` over the losses `q` of the dimensions. Every implementation
/// gives the same bits: lanes are independent, and sums are added in the order of the steps, never fused.
public protocol FitKernel: Sendable {
  /// Carries out steps.
  ///
  /// - Parameters:
  ///   - steps: The steps.
  ///   - count: How many there are.
  ///   - terms: Rows of 64: two a term.
  ///   - sums: Room for rows of 64: two a depth; those of depth 0 are zero.
  ///   - words: Two words a fit: draws in which it misses `Verdict.adoptFit`, and `Verdict.safeguardsFit`.
  ///   - losses: A row of 64 a fit, `1 - fit`; nil where nobody asks for it.
  func fits(
    _ steps: UnsafePointer<FitStep>, _ count: Int, terms: UnsafePointer<Float>,
    sums: UnsafeMutablePointer<Float>, words: UnsafeMutablePointer<UInt64>,
    losses: UnsafeMutablePointer<Float>?)
}

/// Losses above which a fit misses a class; a millionth in favour of the pair, for rounding.
public enum FitLimit {
  /// Above it a pair may not be adopted.
  public static let adopt = Float(1 - Verdict.adoptFit + 1e-6)
  /// Above it a pair may not be adopted with safeguards.
  public static let safeguards = Float(1 - Verdict.safeguardsFit + 1e-6)
}

/// The kernel in plain Swift: the reference for any other.
public struct SwiftFitKernel: FitKernel {
  /// Makes one.
  public init() {}

  /// Carries out steps.
  public func fits(
    _ steps: UnsafePointer<FitStep>, _ count: Int, terms: UnsafePointer<Float>,
    sums: UnsafeMutablePointer<Float>, words: UnsafeMutablePointer<UInt64>,
    losses: UnsafeMutablePointer<Float>?
  ) {
    let lanes = SampleOptions.lanes
    for number in 0..<count {
      let step = steps[number]
      let from = UnsafePointer(sums) + Int(step.from) &* 2 &* lanes
      let to = sums + Int(step.to) &* 2 &* lanes
      let term = terms + Int(step.term) &* 2 &* lanes
      for part in 0..<4 {
        let sum = LaneWords.load(from, part) + LaneWords.load(term, part)
        let most = LaneWords.load(from + lanes, part)
        let loss = LaneWords.load(term + lanes, part)
        LaneWords.store(sum, to, part)
        LaneWords.store(most.replacing(with: loss, where: loss .> most), to + lanes, part)
      }
      guard step.leaf >= 0 else { continue }
      let leaf = Int(step.leaf)
      withUnsafeTemporaryAllocation(of: Float.self, capacity: lanes) { space in
        guard let loss = losses.map({ $0 + leaf &* lanes }) ?? space.baseAddress else { return }
        for part in 0..<4 {
          LaneWords.store(
            LaneWords.load(to, part) + LaneWords.load(to + lanes, part), loss, part)
        }
        words[2 &* leaf] = LaneWords.above(loss, FitLimit.adopt)
        words[2 &* leaf &+ 1] = LaneWords.above(loss, FitLimit.safeguards)
      }
    }
  }
}
