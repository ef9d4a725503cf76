import AtlasModel
import Testing

/// Every number can say where it comes from.
@Suite struct EvidenceTests {
  private func rows(_ screening: Screening) -> [Evidence] {
    screening.flags.all.flatMap(\.evidence) + screening.fit.dimensions.flatMap(\.evidence)
      + screening.needEvidence
  }

  private func faults(_ screening: Screening, _ label: String) -> [String] {
    rows(screening).compactMap { row in
      let shows = row.value != nil || row.low != nil || row.high != nil
      let isSourced = !row.year.isEmpty && !row.source.isEmpty
      return shows && !isSourced ? "\(label) \(row.id)" : nil
    }
  }

  @Test func numbersHaveAYearAndASourceInMadeUpWorlds() {
    var random = SeededRandom(seed: 21)
    for _ in 0..<300 {
      let world = MadeUpWorld(&random)
      #expect(faults(ModelFixtures.screening(world.place, world.good), "made up") == [])
    }
  }

  @Test func numbersHaveAYearAndASourceInTheBundledData() {
    let assessor = Assessor(catalog: BundledCatalog.catalog)
    var found: Set<String> = []
    for country in assessor.catalog.countries.indices {
      let conditions = assessor.conditions(country: country)
      for good in stride(from: country % 11, to: assessor.catalog.goods.count, by: 11) {
        let screening = assessor.screening(good: good, conditions: conditions)
        found.formUnion(faults(screening, assessor.catalog.countries[country].iso3))
      }
    }
    #expect(found.isEmpty, "\(found.sorted().prefix(20))")
  }

  @Test func everyFlagHasARow() {
    let screening = ModelFixtures.screening(ModelFixtures.Place(), ModelFixtures.good())
    for flag in screening.flags.all { #expect(!flag.evidence.isEmpty, "\(flag.id)") }
    for row in rows(screening) { #expect(!row.id.isEmpty && !row.name.isEmpty) }
  }

  @Test func leavingRowsOutChangesNoResult() {
    var random = SeededRandom(seed: 22)
    for _ in 0..<50 {
      let world = MadeUpWorld(&random)
      let full = ModelFixtures.screening(world.place, world.good)
      let quick = ModelFixtures.screening(world.place, world.good, explains: false)
      #expect(full.verdict == quick.verdict && full.fit.range == quick.fit.range)
      #expect(full.flags.all.map(\.worst) == quick.flags.all.map(\.worst))
      #expect(rows(quick).isEmpty)
    }
  }
}
