/// Screens goods against countries: flags first, then fit, then the verdict.
///
/// Fit-model sections 2 to 6; `DECISIONS.md` has the deviations.
public struct Assessor: Sendable {
  /// The dataset with what the model works out of it once.
  public let context: ModelContext
  /// The dataset.
  public var catalog: Catalog { context.catalog }
  /// Stakeholder, policy and measures.
  public var settings: ModelSettings

  /// Makes an assessor.
  public init(catalog: Catalog, settings: ModelSettings = ModelSettings()) {
    self.init(ModelContext(catalog), settings: settings)
  }

  /// Makes an assessor on a dataset that is prepared already.
  public init(_ context: ModelContext, settings: ModelSettings = ModelSettings()) {
    self.context = context
    self.settings = settings
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
      DimensionReading(
        $0, demand: demand, conditions: conditions, equityShare: settings.equityShare)
    }
    let thinness = zip(readings, settings.weights).reduce(0) { $0 + $1.0.thinness * $1.1 }
    let flags = FlagAssessor(
      conditions: conditions, good: good, demand: demand, catalog: catalog, thinness: thinness,
      taken: settings.measures, explains: explains
    ).assess()
    let fit = score(readings, explains: explains)
    return Screening(
      country: conditions.country, good: position, demand: demand, thinness: thinness,
      flags: flags, fit: fit,
      need: conditions.gaps.need(goals: good.sdgs),
      needEvidence: explains && conditions.reader.explains
        ? good.sdgs.filter { (1...17).contains($0) }.map { conditions.gaps.evidence[$0 - 1] } : [],
      verdict: Verdict(flags: flags, fit: fit.range, policy: settings.policy))
  }

  private func score(_ readings: [DimensionReading], explains: Bool) -> FitScore {
    let low = readings.map(\.adequacy.low)
    let high = readings.map(\.adequacy.high)
    let shares =
      explains
      ? FitScore.lossShares(
        low, weights: settings.weights, weakestLink: settings.weakestLink)
      : Array(repeating: 0, count: low.count)
    let dimensions = readings.enumerated().map { index, reading in
      DimensionScore(
        dimension: reading.dimension, demand: reading.level, adequacy: reading.adequacy,
        weight: settings.weights[index], lossShare: shares[index], status: reading.status,
        evidence: explains ? reading.evidence : [])
    }
    return FitScore(
      range: Interval(
        FitScore.fit(low, weights: settings.weights, weakestLink: settings.weakestLink),
        FitScore.fit(high, weights: settings.weights, weakestLink: settings.weakestLink)),
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
  /// Share of the weight on figures that are missing or old, 0 to 1.
  public let thinness: Double
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
