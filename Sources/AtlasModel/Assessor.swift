/// Screens goods against countries: flags first, then fit, then the verdict.
///
/// The first cut of the model: equal weights, no measures (fit-model sections 3, 5 and 6).
public struct Assessor: Sendable {
  /// The dataset with what the model works out of it once.
  public let context: ModelContext
  /// The dataset.
  public var catalog: Catalog { context.catalog }
  /// Weight of each dimension, in order; they sum to 1.
  public let weights: [Double]

  /// Makes an assessor with equal weights.
  public init(catalog: Catalog) {
    context = ModelContext(catalog)
    let count = Dimension.allCases.count
    weights = Array(repeating: 1 / Double(count), count: count)
  }

  /// Works out what the model needs of a country; reuse it for many goods.
  public func conditions(country: Int, explains: Bool = true) -> CountryConditions {
    CountryConditions(context, country: country, explains: explains)
  }

  /// Screens one good against one country.
  ///
  /// - Parameters:
  ///   - good: Position of the good.
  ///   - conditions: The country's conditions.
  ///   - explains: Whether evidence rows and measures are wanted.
  public func screening(
    good position: Int, conditions: CountryConditions, explains: Bool = true
  ) -> Screening {
    let good = catalog.goods[position]
    let demand = Demand(good)
    let readings = Dimension.allCases.map {
      DimensionReading($0, demand: demand, conditions: conditions)
    }
    let thinness = zip(readings, weights).reduce(0) { $0 + $1.0.thinness * $1.1 }
    let flags = FlagAssessor(
      conditions: conditions, good: good, demand: demand, catalog: catalog, thinness: thinness,
      explains: explains
    ).assess()
    let fit = score(readings, explains: explains)
    return Screening(
      country: conditions.country, good: position, demand: demand, flags: flags, fit: fit,
      need: conditions.gaps.need(goals: good.sdgs),
      needEvidence: explains
        ? good.sdgs.filter { (1...17).contains($0) }.map { conditions.gaps.evidence[$0 - 1] } : [],
      verdict: Verdict(flags: flags, fit: fit.range))
  }

  private func score(_ readings: [DimensionReading], explains: Bool) -> FitScore {
    let low = readings.map(\.adequacy.low)
    let high = readings.map(\.adequacy.high)
    let shares =
      explains
      ? FitScore.lossShares(low, weights: weights) : Array(repeating: 0, count: low.count)
    let dimensions = readings.enumerated().map { index, reading in
      DimensionScore(
        dimension: reading.dimension, demand: reading.level, adequacy: reading.adequacy,
        weight: weights[index], lossShare: shares[index], status: reading.status,
        evidence: explains ? reading.evidence : [])
    }
    return FitScore(
      range: Interval(
        FitScore.fit(low, weights: weights), FitScore.fit(high, weights: weights)),
      dimensions: dimensions)
  }
}

/// What is known of one pair; numbers and reasons, flags before the verdict.
public struct Screening: Sendable, Equatable {
  /// Position of the country.
  public let country: Int
  /// Position of the good.
  public let good: Int
  /// What the good asks.
  public let demand: Demand
  /// All 19 flags.
  public let flags: AssessedFlags
  /// Fit with its parts.
  public let fit: FitScore
  /// Range of the need, 0 to 1.
  public let need: Interval
  /// SDG scores behind the need.
  public let needEvidence: [Evidence]
  /// The outcome.
  public let verdict: Verdict
}

extension Catalog {
  /// Measures that bear on a flag, in file order.
  public func measures(for flag: FlagID) -> [Measure] {
    let families: [String] =
      switch flag {
      case .d1, .d2, .d4, .d5, .f2: ["digital-divide"]
      case .d3: ["digital-divide", "remote-area"]
      case .r1, .r2, .r3: ["remote-area"]
      case .s1, .s2, .s3: ["security"]
      case .p1, .p2: ["privacy"]
      case .p3: ["harm"]
      case .i1: ["capacity"]
      case .l1: ["lock-in"]
      case .f1, .e1: []
      }
    return measures.filter { families.contains($0.risk) }
  }
}
