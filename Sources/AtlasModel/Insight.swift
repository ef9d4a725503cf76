/// A screening with everything that is worked out beside it, for one pair.
public struct Insight: Sendable {
  /// Flags, fit, need, verdict.
  public let screening: Screening
  /// People left out; nil where the good reaches nobody directly.
  public let leftOut: LeftOut?
  /// Staff and service points; nil where nobody is served directly.
  public let staff: StaffPlan?
  /// Recorded use in similar countries.
  public let precedent: Precedent
  /// The seven benefits.
  public let benefits: [Benefit]
  /// The verdict seen by each stakeholder.
  public let presets: [(preset: WeightPreset, verdict: Verdict)]
  /// The three strongest reasons against.
  public let objections: [Objection]
  /// Choices that were made.
  public let settings: ModelSettings
  /// How often each class comes up when what is not sure is drawn; nil where nobody asked.
  public var certainty: VerdictShares?

  /// Share of the weight on recent figures, 0 to 1.
  public var dataQuality: Double { 1 - screening.thinness }
  /// Whether stakeholders come to different classes: a finding of its own.
  public var presetsDisagree: Bool {
    Set(presets.map(\.verdict.class)).count > 1
  }
}

extension Assessor {
  /// Everything about one pair.
  public func insight(country: Int, good: Int) -> Insight {
    insights(country: country, goods: [good])[0]
  }

  /// Everything about several goods in one country; what they share is worked out once.
  public func insights(country: Int, goods: [Int]) -> [Insight] {
    let conditions = conditions(country: country)
    let similarity = SimilarityIndex(catalog)
    let row = similarity.row(country: country)
    var classes: [Int: VerdictClass] = [:]
    return goods.map { good in
      insight(good: good, conditions: conditions, similarity: similarity, row: row) { other in
        if let known = classes[other] { return known }
        let seen = screening(good: other, conditions: conditions, explains: false).verdict.class
        classes[other] = seen
        return seen
      }
    }
  }

  /// Everything about one pair, from what is at hand.
  ///
  /// - Parameters:
  ///   - good: Position of the good.
  ///   - conditions: Conditions of the country.
  ///   - similarity: How alike countries are.
  ///   - row: The country's row of it.
  ///   - classOf: The class of another good in the country, by position.
  func insight(
    good: Int, conditions: CountryConditions, similarity: SimilarityIndex, row: [Double],
    classOf: (Int) -> VerdictClass
  ) -> Insight {
    let country = conditions.country
    let screening = screening(good: good, conditions: conditions)
    let record = catalog.goods[good]
    let precedent = similarity.precedent(good: good, row: row)
    let leftOut = conditions.leftOut(screening.demand)
    let presets = WeightPreset.allCases.map { preset in
      if preset == settings.preset { return (preset: preset, verdict: screening.verdict) }
      let other = Assessor(context, settings: settings.with(preset))
      let seen = other.screening(good: good, conditions: conditions, explains: false)
      return (preset: preset, verdict: seen.verdict)
    }
    return Insight(
      screening: screening, leftOut: leftOut,
      staff: conditions.staffPlan(
        screening.demand, sector: record.sector, parameters: settings.staff),
      precedent: precedent,
      benefits: BenefitChecker(
        catalog: catalog, good: good, alternatives: alternatives(to: good, classOf)
      ).all,
      presets: presets,
      objections: Objection.strongest(
        screening: screening, leftOut: leftOut, precedent: precedent,
        country: catalog.countries[country].shortName),
      settings: settings)
  }

  /// Other listed goods of the main sector that share a goal and may be adopted here, safeguards or not.
  private func alternatives(to good: Int, _ classOf: (Int) -> VerdictClass) -> Int {
    let record = catalog.goods[good]
    let goals = Set(record.sdgs)
    return catalog.goods.indices.count { other in
      let candidate = catalog.goods[other]
      guard other != good, candidate.standing == .listed, candidate.sector == record.sector,
        !goals.isDisjoint(with: candidate.sdgs)
      else { return false }
      return (classOf(other).rank ?? 0) >= 2
    }
  }
}
