import AtlasData
import AtlasModel
import AtlasTestSupport
import Testing

@Suite struct SeriesStoreTests {
  private func years(_ series: Series?) -> [Int] { series?.points.map(\.year) ?? [] }

  @Test func gapsStayGaps() throws {
    let store = try SeriesStore(Fixtures.smallFiles, catalog: Fixtures.small)
    let series = store.series(country: 0, indicator: 0)
    #expect(years(series) == [2020, 2022])
    #expect(series?.points.map(\.value) == [36.3, 45.4])
    #expect(store.series(country: 0, indicator: 1) == nil)
    #expect(store.warnings == [])
  }

  @Test func whereSourcesOverlapTheBetterStatusWins() throws {
    let store = try SeriesStore(Fixtures.smallFiles, catalog: Fixtures.small)
    let series = try #require(store.series(country: 3, indicator: 0))
    #expect(series.points.map(\.year) == [2022, 2023, 2024])
    #expect(series.points.map(\.value) == [8, 8.7, 8.9])
    #expect(series.points.map(\.source) == ["atlas", "open", "open"])
    #expect(series.points.map(\.status) == [.estimated, .observed, .observed])
  }

  @Test func restrictedSeriesCanBeLeftOut() throws {
    let all = try SeriesStore(Fixtures.smallFiles, catalog: Fixtures.small)
    #expect(years(all.series(country: 2, indicator: 1)) == [2020, 2021])
    let open = try SeriesStore(Fixtures.smallFiles, catalog: Fixtures.small, openOnly: true)
    #expect(open.series(country: 2, indicator: 1) == nil)
    #expect(years(open.series(country: 0, indicator: 0)) == [2020, 2022])
  }

  @Test(arguments: [
    ("36.3;;45.4", "36.3;;145.4", "values"), ("36.3;;45.4", ";36.3", "values"),
    ("36.3;;45.4", "36.3;", "values"), ("36.3;;45.4", "36.3;x", "values"),
    ("36.3;;45.4", "", "values"), ("2020,36.3", "2099,36.3", "values"),
    ("2020,36.3", "20,36.3", "first"), ("CIV,internet", "XXX,internet", "iso3"),
    ("open,observed,2020", "shut,observed,2020", "source"),
  ])
  func aBadRowIsLeftOutWithAWarning(old: String, new: String, column: String) throws {
    let store = try SeriesStore(.small(.series, old, new), catalog: Fixtures.small)
    #expect(store.warnings.map(\.column) == [column])
    #expect(store.warnings.map(\.line) == [2])
    #expect(store.series(country: 0, indicator: 0) == nil)
    #expect(years(store.series(country: 3, indicator: 0)) == [2022, 2023, 2024])
  }

  @Test func oneCountryReadAloneHasTheSameSeriesAndNoOthers() throws {
    let catalog = try Fixtures.bundled.catalog
    let all = try SeriesStore(.bundled, catalog: catalog)
    let uganda = try #require(catalog.countryPosition("UGA"))
    let one = try SeriesStore(.bundled, catalog: catalog, country: uganda)
    for indicator in catalog.indicators.indices {
      #expect(
        one.series(country: uganda, indicator: indicator)
          == all.series(country: uganda, indicator: indicator))
      #expect(one.series(country: 0, indicator: indicator) == nil)
    }
  }

  @Test func bundledSeriesAreInOrderAndOfCoreIndicators() throws {
    let catalog = try Fixtures.bundled.catalog
    let store = try SeriesStore(.bundled, catalog: catalog)
    #expect(store.warnings == [])
    var found = 0
    for country in catalog.countries.indices {
      for indicator in catalog.indicators.indices {
        guard let series = store.series(country: country, indicator: indicator) else { continue }
        found += 1
        #expect(catalog.indicators[indicator].isCore)
        let years = series.points.map(\.year)
        #expect(zip(years, years.dropFirst()).allSatisfy { $0 < $1 })
      }
    }
    #expect(found > 5000)
  }
}
