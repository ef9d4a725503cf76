import AtlasData
import AtlasTestSupport
import Testing

@testable import AtlasModel

/// The kernel against the assessor, to the last bit.
struct MatrixKernelTests {
  /// Compares pairs; returns what differs, at most a few.
  private func differences(
    _ catalog: Catalog, _ settings: ModelSettings, countries: [Int], goods: [Int]
  ) -> [String] {
    let context = ModelContext(catalog)
    let assessor = Assessor(context, settings: settings)
    let index = SimilarityIndex(catalog)
    let matrix = MatrixKernel(context, countries: countries, goods: goods).matrix(settings)
    var found: [String] = []
    for (row, country) in countries.enumerated() {
      let conditions = assessor.conditions(country: country, explains: false)
      let similar = index.row(country: country)
      for (column, good) in goods.enumerated() where found.count < 5 {
        let screening = assessor.screening(good: good, conditions: conditions, explains: false)
        let precedent =
          row % 16 == 0 ? index.precedent(good: good, row: similar).value : nil
        let outcome = matrix.outcome(country: row, good: column)
        let name = catalog.countries[country].iso3 + " " + catalog.goods[good].id
        if !same(outcome, screening, conditions.leftOut(screening.demand)?.people) {
          found.append("\(name): \(outcome)")
        }
        if let precedent, precedent != outcome.precedent { found.append("\(name): precedent") }
        for flag in screening.flags.all {
          let severity = matrix.severity(country: row, good: column, flag: flag.id.index)
          if (severity.best, severity.worst) != (flag.best, flag.worst)
            || severity.word != flag.word
          {
            found.append("\(name): \(flag.id) \(severity) \(flag.word)")
          }
        }
      }
    }
    return found
  }

  private func same(_ outcome: PairOutcome, _ screening: Screening, _ leftOut: Interval?) -> Bool {
    outcome.class == screening.verdict.class && outcome.cautious == screening.verdict.cautious
      && outcome.hopeful == screening.verdict.hopeful && outcome.fit == screening.fit.range
      && outcome.need == screening.need && outcome.thinness == screening.thinness
      && outcome.leftOut == leftOut
  }

  @Test func everyPairIsTheAssessors() throws {
    let catalog = try Fixtures.bundled.catalog
    let found = differences(
      catalog, ModelSettings(), countries: Array(catalog.countries.indices),
      goods: Array(catalog.goods.indices))
    #expect(found == [])
  }

  static let settings: [ModelSettings] = {
    var own = ModelSettings(preset: .ministry, policy: .any)
    own.weights = [0.3, 0.05, 0.05, 0.1, 0.1, 0.1, 0.1, 0.15, 0.05]
    own.weakestLink = 0.15
    own.equityShare = 0.85
    var alone = ModelSettings(policy: .two, measures: ["ra-offline-first", "pr-minimise"])
    alone.weights = [0, 0, 0, 0, 0, 0, 0, 0, 1]
    alone.weakestLink = 1
    alone.equityShare = 0
    return WeightPreset.allCases.map { ModelSettings(preset: $0, policy: .all) } + [
      own, alone,
      ModelSettings(policy: .any, measures: ["dd-sms-ussd", "pr-law", "pr-dpia", "se-vdp"]),
    ]
  }()

  @Test(arguments: settings)
  func otherSettingsTooAreTheAssessors(_ settings: ModelSettings) throws {
    let catalog = try Fixtures.bundled.catalog
    let found = differences(
      catalog, settings, countries: stride(from: 3, to: 250, by: 11).map { $0 },
      goods: stride(from: 1, to: 307, by: 3).map { $0 })
    #expect(found == [])
  }

  @Test func allMeasuresTogetherAreTheAssessors() throws {
    let catalog = try Fixtures.bundled.catalog
    let found = differences(
      catalog, ModelSettings(measures: catalog.measures.map(\.id)),
      countries: stride(from: 0, to: 250, by: 7).map { $0 },
      goods: stride(from: 0, to: 307, by: 4).map { $0 })
    #expect(found == [])
  }

  @Test func madeUpWorldsAreTheAssessors() {
    var random = SeededRandom(seed: 20_261_123)
    var places: [ModelFixtures.Place] = []
    var goods: [PublicGood] = []
    for _ in 0..<40 {
      places.append(MadeUpWorld.country(&random))
      goods.append(MadeUpWorld.good(&random))
    }
    let catalog = ModelFixtures.catalog(places, goods)
    var settings = ModelSettings(preset: .dataProtector)
    settings.weights = random.weights(9)
    let found = differences(
      catalog, settings, countries: Array(places.indices), goods: Array(goods.indices))
    #expect(found == [])
  }

  @Test func nothingGivesNothing() {
    let context = ModelContext(ModelFixtures.catalog([], []))
    let matrix = MatrixKernel(context).matrix()
    #expect(matrix.countries.isEmpty && matrix.goods.isEmpty)
  }
}
