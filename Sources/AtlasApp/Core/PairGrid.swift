import AtlasModel

/// Pairs of all countries with one good or all of them under a what-if, for the map and the matrix.
///
/// The conditions of the countries, which take longest, rest on the data alone; a change of good,
/// weights, policy or measures leaves them as they are.
struct PairGrid: Sendable {
  private let matrix: PairMatrix
  private let countries: MatrixCountries
  /// The only good; nil for all goods.
  private let good: Int?
  private let scenario: Scenario

  /// Works the pairs out; takes over what the changes since the earlier ones leave as it was.
  init(_ atlas: Atlas, _ scenario: Scenario, good: Int?, earlier: PairGrid? = nil) {
    let context = atlas.assessor.context
    if let earlier {
      // Peers are of one region, so a changed figure touches no country of another.
      var known = earlier.countries
      let list = atlas.catalog.countries
      let regions = Set(
        earlier.scenario.countriesChanged(to: scenario).compactMap {
          atlas.catalog.countryPosition($0).map { list[$0].region }
        })
      if !regions.isEmpty { known.update(context) { regions.contains(list[$0].region) } }
      countries = known
    } else {
      countries = MatrixCountries(context, countries: Array(atlas.catalog.countries.indices))
    }
    let goods = MatrixGoods(context, goods: good.map { [$0] } ?? Array(atlas.catalog.goods.indices))
    matrix = MatrixKernel(countries: countries, goods: goods, precedents: nil)
      .matrix(atlas.assessor.settings)
    self.good = good
    self.scenario = scenario
  }

  /// Whether it holds the pairs of a good, or of all goods, under a what-if.
  func fits(_ good: Int?, _ scenario: Scenario) -> Bool {
    (self.good == nil || self.good == good) && self.scenario == scenario
  }

  private func place(_ good: Int) -> Int { self.good == nil ? good : 0 }

  /// Fit, need and class of a pair, by positions in the catalog; it has no precedent.
  func outcome(country: Int, good: Int) -> PairOutcome {
    matrix.outcome(country: country, good: place(good))
  }

  /// The severity of a flag, by its index, before measures.
  func severity(country: Int, good: Int, flag: Int) -> PairSeverity {
    matrix.severity(country: country, good: place(good), flag: flag)
  }

  /// Severities of a pair's flags, before measures; nil is not assessed.
  func severities(country: Int, good: Int) -> [Severity?] {
    matrix.severities(country: country, good: place(good)).map(\.severity)
  }

  /// The highest severity that the flags of a pair could have, and the same as their severity; that is
  /// nil where only flags that are not assessed could be so grave.
  func gravest(country: Int, good: Int) -> (worst: Severity, severity: Severity?) {
    var worst = Severity.none
    var isAssessed = false
    for found in matrix.severities(country: country, good: place(good)) {
      if found.worst > worst { (worst, isAssessed) = (found.worst, false) }
      if found.worst == worst, found.best == worst { isAssessed = true }
    }
    return (worst, isAssessed ? worst : nil)
  }

  /// The flags that are so grave; where none is assessed, those that could be.
  func gravestFlags(country: Int, good: Int) -> [FlagID] {
    let (worst, severity) = gravest(country: country, good: good)
    guard worst > .none else { return [] }
    let all = matrix.severities(country: country, good: place(good))
    return zip(FlagID.allCases, all).filter { _, found in
      severity == nil ? found.worst == worst : found.severity == worst
    }.map(\.0)
  }
}

extension AppState {
  /// Works the pairs out that the view shows if those at hand do not fit; cheap otherwise.
  mutating func preparePairs() {
    switch view {
    case let map as MapState:
      guard let good = map.colour?.good else { return }
      pairs = pairGrid(good)
    case let view as WhatIfState:
      guard let good = view.good, view.mayShowMap(self) else { return }
      pairs = pairGrid(good)
    case is MatrixState: pairs = pairGrid()
    default: return
    }
  }

  /// Pairs of a good, or of all goods: those at hand if they fit.
  func pairGrid(_ good: Int? = nil) -> PairGrid {
    if let pairs, pairs.fits(good, work.scenario) { return pairs }
    return PairGrid(atlas, work.scenario, good: good, earlier: pairs)
  }
}
