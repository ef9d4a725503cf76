import AtlasModel

/// Every pair of countries and goods under a what-if, for the map and the matrix.
///
/// Places in the matrix are positions in the catalog. What rests on the data alone is kept apart, so
/// that a change of weights, policy or measures works only the pairs out anew.
struct PairGrid: Sendable {
  /// Severities, fits, needs and classes of all pairs.
  let matrix: PairMatrix
  private let kernel: MatrixKernel
  private let scenario: Scenario

  /// Works all pairs out; takes over what the changes since the earlier ones leave as it was.
  init(_ atlas: Atlas, _ scenario: Scenario, earlier: PairGrid? = nil) {
    if let earlier, earlier.hasSameData(scenario) {
      kernel = earlier.kernel
    } else {
      kernel = MatrixKernel(atlas.assessor.context)
    }
    matrix = kernel.matrix(atlas.assessor.settings)
    self.scenario = scenario
  }

  /// Whether it was worked out under a what-if.
  func fits(_ scenario: Scenario) -> Bool { self.scenario == scenario }

  private func hasSameData(_ scenario: Scenario) -> Bool {
    self.scenario.figures == scenario.figures && self.scenario.levels == scenario.levels
  }

  /// Severities of a pair's flags, before measures; nil is not assessed.
  func severities(country: Int, good: Int) -> [Severity?] {
    matrix.severities(country: country, good: good).map(\.severity)
  }

  /// The gravest flags of a pair and their severity; it is nil where only flags that are not assessed
  /// could be that grave, which are given then.
  func gravest(country: Int, good: Int) -> (severity: Severity?, worst: Severity, flags: [FlagID]) {
    let all = matrix.severities(country: country, good: good)
    let worst = all.map(\.worst).max() ?? .none
    let settled = FlagID.allCases.filter { all[$0.index].severity == worst }
    let open = FlagID.allCases.filter { all[$0.index].worst == worst }
    return (settled.isEmpty ? nil : worst, worst, worst == .none ? [] : settled.isEmpty ? open : settled)
  }
}

extension AppState {
  /// Works all pairs out if the view shows them and those at hand do not fit; cheap otherwise.
  mutating func preparePairs() {
    let needsPairs = (view as? MapState)?.colour?.good != nil || view is MatrixState
    guard needsPairs, pairs?.fits(work.scenario) != true else { return }
    pairs = PairGrid(atlas, work.scenario, earlier: pairs)
  }

  /// All pairs: those at hand if they fit.
  func pairGrid() -> PairGrid {
    if let pairs, pairs.fits(work.scenario) { return pairs }
    return PairGrid(atlas, work.scenario, earlier: pairs)
  }
}
