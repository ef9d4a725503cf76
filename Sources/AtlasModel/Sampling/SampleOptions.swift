/// What is drawn, how often, and from which seed.
public struct SampleOptions: Sendable, Equatable {
  /// How weights are drawn.
  public enum Weights: String, Sendable, CaseIterable {
    /// Around those of the stakeholder: Dirichlet with parameters `1 + 12 w`.
    case around
    /// No opinion: Dirichlet with all parameters 1.
    case flat
    /// Not drawn: those of the stakeholder, weakest link and equity share as set.
    case fixed
  }

  /// Draws by default; 9,604 give a probability within .01 at 95 % (Tervonen and Lahdelma 2007).
  public static let usualSamples = 10_000
  /// Draws that a request may ask for.
  public static let allowedSamples = 100...1_000_000

  /// Number of draws.
  public var samples: Int
  /// Seed of all streams.
  public var seed: UInt64
  /// How weights, weakest link and equity share are drawn.
  public var weights: Weights
  /// Whether floors and targets of the ramps move by up to a tenth, and curated levels by up to one.
  public var movesModel: Bool

  /// Makes options.
  public init(
    samples: Int = usualSamples, seed: UInt64 = 1, weights: Weights = .around,
    movesModel: Bool = true
  ) {
    self.samples = min(max(samples, 1), Self.allowedSamples.upperBound)
    self.seed = seed
    self.weights = weights
    self.movesModel = movesModel
  }

  /// Sum of the parameters of the Dirichlet distribution beyond one each (fit-model section 8).
  static let concentration = 12.0
  /// How far the weakest link moves to either side (fit-model section 6).
  static let linkSpread = 0.25
  /// Share by which floors and targets move to either side (fit-model section 8).
  static let rampSpread = 0.1

  /// Probability that a curated level is one off, half of it to either side (assumption).
  static func moveProbability(_ confidence: Confidence) -> Float {
    switch confidence {
    case .high: 0.05
    case .medium: 0.15
    case .low: 0.30
    }
  }

  /// Draws come in blocks of this size: the lanes of the kernel, the bits of a word.
  public static let lanes = 64
  /// Blocks that hold all draws; the last one may be longer than they are.
  var blocks: Int { (samples + Self.lanes - 1) / Self.lanes }
  /// The lanes of a block that are draws.
  func used(_ block: Int) -> UInt64 {
    let left = samples - block * Self.lanes
    return left >= Self.lanes ? ~0 : (1 << UInt64(max(left, 0))) - 1
  }
}
