import AtlasTestSupport
import Testing

@testable import AtlasModel

struct ModelReadsTests {
  /// What one figure changes in the screenings of made-up goods.
  private struct Change: Equatable {
    var dimensions: Set<Dimension> = []
    var flags: Set<FlagID> = []
    var needs = false
    var leavesOut = false

    mutating func note(_ one: [Seen], _ two: [Seen]) {
      for (before, after) in zip(one, two) {
        for (a, b) in zip(before.screening.fit.dimensions, after.screening.fit.dimensions)
        where a.adequacy != b.adequacy || a.status != b.status {
          dimensions.insert(a.dimension)
        }
        for (a, b) in zip(before.screening.flags.all, after.screening.flags.all)
        where a.likelihood != b.likelihood || a.impact != b.impact {
          flags.insert(a.id)
        }
        if before.screening.thinness != after.screening.thinness { flags.insert(.e1) }
        if before.screening.need != after.screening.need { needs = true }
        if before.leftOut != after.leftOut { leavesOut = true }
      }
    }
  }

  private struct Seen {
    var screening: Screening
    var leftOut: LeftOut?
  }

  private static func see(_ catalog: Catalog) -> [Seen] {
    let assessor = Assessor(catalog: catalog)
    let conditions = assessor.conditions(country: 0, explains: false)
    return catalog.goods.indices.map {
      let screening = assessor.screening(good: $0, conditions: conditions, explains: false)
      return Seen(screening: screening, leftOut: conditions.leftOut(screening.demand))
    }
  }

  @Test func aFigureChangesWhatIsSaidToReadItAndNothingElse() {
    var random = SeededRandom(seed: 11)
    var found: [String: Change] = [:]
    for world in 0..<400 {
      let goods = (0..<12).map { _ in MadeUpWorld.good(&random) }
      var place = MadeUpWorld.country(&random)
      place.values["population"] = 1e6
      // The share of rural people counts where rural people were not measured, and seldom then.
      let isRare = world >= 15
      if isRare { for id in ["literacy-rural", "electricity-rural"] { place.values[id] = nil } }
      let catalog = ModelFixtures.catalog([place], goods)
      let before = Self.see(catalog)
      for (position, indicator) in catalog.indicators.enumerated()
      where !isRare || indicator.id == "rural-population" {
        let values = [indicator.minimum ?? 0, indicator.maximum ?? 500].map {
          Observation(value: $0, year: 2025, status: .observed, source: "figures")
        }
        for value in values + [nil] {
          var copy = catalog
          copy.replaceObservation(country: 0, indicator: position, with: value)
          found[indicator.id, default: Change()].note(before, Self.see(copy))
        }
      }
    }
    for id in ModelFixtures.indicatorIDs {
      let reads = ModelReads(id, catalog: ModelFixtures.catalog([], []))
      let change = found[id] ?? Change()
      let claimed = Change(
        dimensions: Set(reads.dimensions), flags: Set(reads.flags),
        needs: reads.beside.contains(.need), leavesOut: reads.beside.contains(.leftOut))
      #expect(claimed == change, "\(id)")
    }
  }

  @Test func whatIsNotReadIsShownOnly() throws {
    let catalog = try Fixtures.catalog
    let conditions = ["schools-internet", "cybercrime-law", "open-source-policy"]
    let known = Set(ModelFixtures.indicatorIDs + conditions)
    for indicator in catalog.indicators where !known.contains(indicator.id) {
      #expect(ModelReads(indicator.id, catalog: catalog).isEmpty, "\(indicator.id)")
    }
  }

  @Test func factsAreReadWhereEvidenceNamesThem() throws {
    let catalog = try Fixtures.catalog
    let assessor = Assessor(catalog: catalog)
    let country = try #require(catalog.countryPosition("BGD"))
    let conditions = assessor.conditions(country: country)
    let ids = Set(catalog.attributes.map(\.id))
    var flags: [String: Set<FlagID>] = [:]
    for good in catalog.goods.indices.prefix(40) {
      for flag in assessor.screening(good: good, conditions: conditions).flags.all {
        for row in flag.evidence where ids.contains(row.id) {
          flags[row.id, default: []].insert(flag.id)
        }
      }
    }
    for id in ids {
      let reads = ModelReads(id, catalog: catalog)
      #expect(Set(reads.flags).subtracting([.e1]) == flags[id] ?? [], "\(id)")
    }
    #expect(ModelReads("data-protection-law", catalog: catalog).dimensions == [.privacy])
  }

  @Test func conditionsOfMeasuresAreReadOffTheDataset() throws {
    let catalog = try Fixtures.catalog
    #expect(ModelReads("electricity-rural", catalog: catalog).measures.contains("ra-fixed-points"))
    #expect(!ModelReads("schools-internet", catalog: catalog).isEmpty)
    #expect(ModelReads("human-development", catalog: catalog).isEmpty)
  }

  @Test func aFallbackSaysWhatStandsIn() throws {
    let catalog = try Fixtures.catalog
    for (id, fallback) in [
      ("literacy", ModelReads.Fallback.peers), ("literacy-rural", .bounds), ("population", .open),
      ("sdg-goal-04", .peers), ("conflict", .peers), ("rural-population", .open),
    ] {
      #expect(ModelReads(id, catalog: catalog).fallback == fallback, "\(id)")
    }
  }
}
