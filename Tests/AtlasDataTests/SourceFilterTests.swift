import AtlasModel
import AtlasTestSupport
import Testing

@testable import AtlasData

@Suite struct SourceFilterTests {
  @Test func onlyRestrictedFiguresGo() {
    var catalog = Fixtures.small
    let removed = SourceFilter.openOnly(&catalog)
    #expect(removed == SourceFilter.Removed(observations: 2, facts: 1))
    #expect(catalog.observation(country: 0, "cybersecurity") == nil)
    #expect(catalog.observation(country: 2, "cybersecurity") == nil)
    #expect(catalog.observation(country: 0, "internet-users")?.value == 45.4)
    #expect(catalog.fact(country: 2, "payment-system") == nil)
    #expect(catalog.fact(country: 3, "data-protection-law")?.value == "enacted")
    #expect(catalog.source("closed") != nil)
  }

  @Test func ownFiguresStay() throws {
    var catalog = Fixtures.small
    let text = "iso3,indicator,year,value,source\nUGA,cybersecurity,2026,50,Own audit\n"
    try Overlay.read(bytes: Array(text.utf8), name: "own.csv", catalog: catalog)
      .apply(to: &catalog)
    SourceFilter.openOnly(&catalog)
    #expect(catalog.observation(country: 3, "cybersecurity")?.value == 50)
  }

  @Test func nothingRestrictedIsLeftInTheBundledDataset() throws {
    var catalog = try Fixtures.bundled.catalog
    let removed = SourceFilter.openOnly(&catalog)
    #expect(removed.observations > 0)
    for country in catalog.countries.indices {
      for indicator in catalog.indicators.indices {
        let id = catalog.observation(country: country, indicator: indicator)?.source
        #expect(id.flatMap { catalog.source($0) }?.reuse != .restricted)
      }
    }
  }
}
