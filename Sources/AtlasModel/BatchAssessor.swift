/// Screens goods in one country after another: what countries share is worked out once.
///
/// Gives exactly what `Assessor` gives; classes and order come from the matrix.
public struct BatchAssessor: Sendable {
  /// The assessor of single pairs.
  public let assessor: Assessor

  private let similarity: SimilarityIndex
  private let countries: MatrixCountries
  private let matrix: PairMatrix

  /// Prepares all countries and goods of a dataset.
  public init(_ assessor: Assessor) {
    self.assessor = assessor
    let catalog = assessor.catalog
    similarity = SimilarityIndex(catalog)
    countries = MatrixCountries(assessor.context, countries: Array(catalog.countries.indices))
    let goods = MatrixGoods(assessor.context, goods: Array(catalog.goods.indices))
    matrix = MatrixKernel(countries: countries, goods: goods, precedents: nil)
      .matrix(assessor.settings)
  }

  /// Positions of the goods for a country in the order of `Assessor.rankGoods(country:need:)`.
  public func rankGoods(country: Int, need: NeedFilter? = nil) -> [Int] {
    let goods = assessor.catalog.goods.indices.filter {
      Assessor.competes(assessor.catalog.goods[$0], for: need)
    }
    let share = assessor.settings.preset.needShare
    let goal: Interval? =
      if case .goal(let number) = need {
        Interval(countries.gapLow[number - 1, country], countries.gapHigh[number - 1, country])
      } else { nil }
    let places = goods.map { good in
      let outcome = matrix.outcome(country: country, good: good)
      return RankPlace(
        class: outcome.class,
        priority: RankPlace.priority(
          fit: outcome.fit, need: goal ?? outcome.need, needShare: share))
    }
    return RankPlace.order(places).map { goods[$0] }
  }

  /// Everything about several goods in one country.
  public func insights(country: Int, goods: [Int]) -> [Insight] {
    let conditions = assessor.conditions(country: country)
    let row = similarity.row(country: country)
    return goods.map { good in
      assessor.insight(good: good, conditions: conditions, similarity: similarity, row: row) {
        matrix.outcome(country: country, good: $0).class
      }
    }
  }
}

/// Where a pair stands in a ranking: its class, then its priority.
struct RankPlace {
  var `class`: VerdictClass
  var priority: Double

  /// Fit and need at the cautious ends, `needShare` of it need.
  static func priority(fit: Interval, need: Interval, needShare: Double) -> Double {
    (1 - needShare) * fit.low + needShare * need.low
  }

  /// Positions in order: best class first, then by priority, then as they stood; Cannot say stands
  /// last, for it is no class.
  static func order(_ places: [RankPlace]) -> [Int] {
    places.indices.sorted { left, right in
      let a = places[left].class.rank ?? -1
      let b = places[right].class.rank ?? -1
      if a != b { return a > b }
      let p = places[left].priority
      let q = places[right].priority
      return p != q ? p > q : left < right
    }
  }
}
