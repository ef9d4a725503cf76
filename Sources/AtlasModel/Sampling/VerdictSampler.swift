/// How often each class comes up when weights, figures, levels and ramps are drawn (fit-model section 8).
///
/// The same settings, options and dataset give the same numbers, on one thread or several, for one country or
/// all: each draw of each figure has a counter of its own.
public struct VerdictSampler: Sendable {
  /// The dataset with what the model works out of it once.
  public let context: ModelContext
  /// Stakeholder, policy and measures.
  public let settings: ModelSettings
  /// What is drawn.
  public let options: SampleOptions
  let goods: SampleGoods
  private(set) var draws: SampleDraws
  let kernel: any SampleKernel

  /// Positions of the goods, in the order of all results.
  public var positions: [Int] { goods.positions }

  /// Prepares draws.
  ///
  /// - Parameters:
  ///   - context: The dataset.
  ///   - settings: Choices about the model.
  ///   - goods: The goods; `SampleGoods(_:goods:)` reads them once for any number of samplers.
  ///   - options: What is drawn.
  ///   - kernel: The inner loops, all of which give the same bits; nil for those of the program.
  public init(
    _ context: ModelContext, settings: ModelSettings, goods: SampleGoods,
    options: SampleOptions = SampleOptions(), kernel: (any SampleKernel)? = nil
  ) {
    self.context = context
    self.settings = settings
    self.goods = goods
    self.options = options
    let kernel = kernel ?? SampleKernels.current
    self.kernel = kernel
    draws = SampleDraws(settings, options, kernel)
  }

  /// The same sampler with all weights, limits and moves drawn once: for many countries, 1.2 MB for 10,000 draws.
  ///
  /// The numbers are the same; one country is faster without, since draws stay in the cache.
  public var keepingDraws: VerdictSampler {
    var copy = self
    copy.draws.keep()
    return copy
  }

  /// The same draws for other goods.
  init(_ other: VerdictSampler, goods: [Int]) {
    context = other.context
    settings = other.settings
    options = other.options
    kernel = other.kernel
    draws = other.draws
    self.goods = SampleGoods(other.context, goods: goods)
  }

  /// The same draws and goods on a dataset with other figures.
  public init(_ other: VerdictSampler, context: ModelContext) {
    self.context = context
    settings = other.settings
    options = other.options
    kernel = other.kernel
    draws = other.draws
    goods = other.goods
  }

  /// Shares of the classes for every good in some countries, country by country.
  ///
  /// - Parameters:
  ///   - countries: Positions of the countries.
  ///   - isStopped: Asked before each country; true ends the work with nil.
  public func shares(
    countries: some Sequence<Int>, isStopped: () -> Bool = { false }
  ) -> [[VerdictShares]]? {
    let worker = SampleWorker(keepingDraws)
    var result: [[VerdictShares]] = []
    for country in countries {
      if isStopped() { return nil }
      result.append(shares(country, worker))
    }
    return result
  }

  /// Shares of the classes for every good in a country.
  public func shares(country: Int) -> [VerdictShares] { shares(country, SampleWorker(self)) }

  fileprivate func shares(_ country: Int, _ worker: SampleWorker) -> [VerdictShares] {
    let counts = worker.run(country)
    return positions.indices.map { pair in
      VerdictShares(counts[5 * pair..<5 * pair + 5], samples: options.samples)
    }
  }
}

/// Draws one country after another and keeps what they share; for one thread.
public final class SampleSession {
  private let sampler: VerdictSampler
  private let worker: SampleWorker

  /// Begins.
  public init(_ sampler: VerdictSampler) {
    self.sampler = sampler
    worker = SampleWorker(sampler)
  }

  /// Shares of the classes for every good in a country.
  public func shares(country: Int) -> [VerdictShares] { sampler.shares(country, worker) }
}

/// How sure a verdict is, in a word.
public enum Certainty: String, Sendable, CaseIterable {
  /// At least .95 of the draws.
  case verySure = "very sure"
  /// At least .80.
  case sure
  /// At least .60.
  case leaning
  /// Fewer.
  case cannotSay = "cannot say"

  /// The word for a probability, 0 to 1 (fit-model section 8).
  public init(_ probability: Double) {
    self =
      probability >= 0.95
      ? .verySure : probability >= 0.80 ? .sure : probability >= 0.60 ? .leaning : .cannotSay
  }
}

/// How often each class came up among some draws.
public struct VerdictShares: Sendable, Equatable {
  // Five counts; three places are unused. No array: the world has 60,000 of them.
  private let tally: SIMD8<Int32>
  /// All draws.
  public let samples: Int

  /// Draws by class, in the order of `VerdictClass.allCases`.
  public var counts: [Int] { (0..<5).map { Int(tally[$0]) } }

  init(_ counts: some Collection<Int32>, samples: Int) {
    var tally = SIMD8<Int32>()
    for (place, count) in counts.prefix(5).enumerated() { tally[place] = count }
    self.tally = tally
    self.samples = samples
  }

  /// Share of a class, 0 to 1.
  public func share(_ verdict: VerdictClass) -> Double {
    let place = VerdictClass.allCases.firstIndex(of: verdict) ?? 0
    return Double(tally[place]) / Double(max(samples, 1))
  }

  /// Certainty: the share of a verdict that is shown; nil for Cannot say, which is no class.
  public func certainty(of shown: VerdictClass) -> Double? {
    shown.rank == nil ? nil : share(shown)
  }

  /// Certainty in a word; Cannot say is never surer than that.
  public func word(of shown: VerdictClass) -> Certainty {
    certainty(of: shown).map { Certainty($0) } ?? .cannotSay
  }

  /// The class that came up most often; the better known order decides between equals.
  public var most: VerdictClass {
    let counts = counts
    let place = counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0
    return VerdictClass.allCases[place]
  }

  /// Standard error of a share, `sqrt(p (1 - p) / N)`.
  public func standardError(_ verdict: VerdictClass) -> Double {
    let share = share(verdict)
    return (share * (1 - share) / Double(max(samples, 1))).squareRoot()
  }

  /// Entropy of the shares over that of five equal ones, 0 (one class) to 1.
  public var entropy: Double {
    let total = Double(max(samples, 1))
    let sum = counts.reduce(0.0) { sum, count in
      guard count > 0 else { return sum }
      let share = Double(count) / total
      return sum - share * Elementary.log(share)
    }
    return sum / Elementary.log(5)
  }
}
