public import AtlasModel

/// Screenings of the same pairs under two datasets, or two scenarios: which flags moved, which verdicts
/// flipped, and why.
public struct ScreeningComparison: Sendable {
  /// One of the two.
  public struct Side: Sendable {
    /// Its name for people.
    public var name: String
    /// The dataset, with what is laid over it.
    public var catalog: Catalog
    /// The choices about the model.
    public var settings: ModelSettings

    /// Makes a side.
    public init(_ name: String, _ catalog: Catalog, _ settings: ModelSettings) {
      self.name = name
      self.catalog = catalog
      self.settings = settings
    }
  }

  /// A pair whose verdict is another one.
  public struct Flip: Sendable, Equatable {
    /// Position of the country in the new dataset.
    public var country: Int
    /// Position of the good in the new dataset.
    public var good: Int
    /// The flags that moved, in words such as `S1 from high to moderate`; none is empty.
    public var flags: [String]
    /// The fit before.
    public var oldFit: Interval
    /// The fit after.
    public var newFit: Interval
    /// The figures, levels and choices behind it, in words with years; none is empty.
    public var causes: [String]
    /// The verdict before.
    public var old: VerdictClass
    /// The verdict after.
    public var new: VerdictClass
  }

  /// How a flag moved over all pairs.
  public struct FlagMove: Sendable, Equatable {
    /// The flag.
    public var flag: FlagID
    /// Pairs whose severity at its worst is higher now.
    public var raised: Int
    /// Pairs whose severity at its worst is lower now.
    public var lowered: Int
  }

  /// The first.
  public let old: Side
  /// The second.
  public let new: Side
  /// Pairs that are in both.
  public let pairCount: Int
  /// Pairs of the second that the first has not.
  public let unmatched: Int
  /// Flags that moved somewhere, in their order.
  public let moves: [FlagMove]
  /// Pairs whose verdict flipped, by country and good.
  public let flips: [Flip]

  /// Compares.
  ///
  /// - Parameters:
  ///   - old: The first.
  ///   - new: The second.
  ///   - countries: Positions of countries in the second.
  ///   - goods: Positions of goods in the second.
  public init(_ old: Side, _ new: Side, countries: [Int], goods: [Int]) {
    self.old = old
    self.new = new
    let places = countries.compactMap { place in
      old.catalog.countryPosition(new.catalog.countries[place].iso3).map { (old: $0, new: place) }
    }
    let items = goods.compactMap { good in
      old.catalog.goodPosition(new.catalog.goods[good].id).map { (old: $0, new: good) }
    }
    pairCount = places.count * items.count
    unmatched = countries.count * goods.count - pairCount
    let (before, after) = (ModelContext(old.catalog), ModelContext(new.catalog))
    let left = MatrixKernel(before, countries: places.map(\.old), goods: items.map(\.old))
      .matrix(old.settings)
    let right = MatrixKernel(after, countries: places.map(\.new), goods: items.map(\.new))
      .matrix(new.settings)
    var moves = FlagID.allCases.map { FlagMove(flag: $0, raised: 0, lowered: 0) }
    var flips: [Flip] = []
    for (row, place) in places.enumerated() {
      var pair: FlipExplainer?
      for (column, item) in items.enumerated() {
        for flag in FlagID.allCases.indices {
          let one = left.severity(country: row, good: column, flag: flag).worst
          let two = right.severity(country: row, good: column, flag: flag).worst
          if two > one { moves[flag].raised += 1 } else if two < one { moves[flag].lowered += 1 }
        }
        let one = left.outcome(country: row, good: column).class
        guard one != right.outcome(country: row, good: column).class else { continue }
        let explainer =
          pair
          ?? FlipExplainer(
            Assessor(before, settings: old.settings), place.old,
            Assessor(after, settings: new.settings), place.new)
        pair = explainer
        flips.append(explainer.flip(item.old, item.new))
      }
    }
    self.moves = moves.filter { $0.raised + $0.lowered > 0 }
    self.flips = flips
  }
}

/// Says why pairs of one country flipped.
private struct FlipExplainer {
  private let old, new: (assessor: Assessor, conditions: CountryConditions)

  init(_ old: Assessor, _ oldCountry: Int, _ new: Assessor, _ newCountry: Int) {
    self.old = (old, old.conditions(country: oldCountry))
    self.new = (new, new.conditions(country: newCountry))
  }

  func flip(_ oldGood: Int, _ newGood: Int) -> ScreeningComparison.Flip {
    let before = old.assessor.screening(good: oldGood, conditions: old.conditions)
    let after = new.assessor.screening(good: newGood, conditions: new.conditions)
    return ScreeningComparison.Flip(
      country: after.country, good: newGood, flags: flags(before, after),
      oldFit: before.fit.range, newFit: after.fit.range, causes: causes(before, after),
      old: before.verdict.class, new: after.verdict.class)
  }

  /// Flags whose severity is another one, before measures or after.
  private func flags(_ before: Screening, _ after: Screening) -> [String] {
    FlagID.allCases.compactMap { id in
      let (one, two) = (before.flags[id], after.flags[id])
      if one.best != two.best || one.worst != two.worst {
        return "\(id.rawValue) from \(Self.severity(one)) to \(Self.severity(two))"
      }
      if one.residualBest != two.residualBest || one.residualWorst != two.residualWorst {
        return "\(id.rawValue) after measures from \(ScreeningWords.residual(one)) to "
          + ScreeningWords.residual(two)
      }
      return nil
    }
  }

  private static func severity(_ flag: RiskFlag) -> String {
    flag.isAssessed ? flag.worst.word : "not assessed (\(flag.best.word) to \(flag.worst.word))"
  }

  private func causes(_ before: Screening, _ after: Screening) -> [String] {
    var causes: [String] = []
    let (one, two) = (old.assessor.settings, new.assessor.settings)
    if one.policy != two.policy {
      causes.append("policy from \(one.policy.rawValue) to \(two.policy.rawValue)")
    }
    if one.measures != two.measures { causes.append("other measures are taken") }
    if one.weights != two.weights || one.weakestLink != two.weakestLink {
      causes.append("other weights")
    }
    for (score, other) in zip(before.fit.dimensions, after.fit.dimensions)
    where score.demand != other.demand {
      causes.append(
        "asks of \(score.dimension.name.lowercased()) from \(score.demand) to \(other.demand) of 4")
    }
    let seen = Self.rows(before)
    for row in Self.rows(after).values.sorted(by: { $0.id < $1.id }) {
      let earlier = seen[row.id].map(Self.words) ?? "not read"
      if earlier != Self.words(row) {
        causes.append("\(row.id) from \(earlier) to \(Self.words(row))")
      }
    }
    return causes
  }

  private static func words(_ row: Evidence) -> String {
    let year = row.status == .stale || row.year.isEmpty ? "" : " (\(row.year))"
    return EvidenceWords.figure(row) + year
  }

  /// What flags and dimensions read; what is worked out from it is left out.
  private static func rows(_ screening: Screening) -> [String: Evidence] {
    let all =
      screening.flags.all.flatMap(\.evidence) + screening.fit.dimensions.flatMap(\.evidence)
    return Dictionary(
      all.filter { $0.source != "formula" }.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
  }
}
