import AtlasData
import AtlasModel
import AtlasReport
import AtlasTestSupport
import Testing

struct OfferReportTests {
  private let small = SmallCatalog.make()

  @Test func countsOfAgreementsAddUpToTheDataset() throws {
    let catalog = try Fixtures.bundled.catalog
    let table = OfferTable.table(catalog)
    let counts = table.rows.flatMap { $0.dropFirst(8) }.compactMap { Int($0.rawText) }
    #expect(counts.reduce(0, +) == catalog.agreements.count)
    #expect(table.rows.count == catalog.offers.count + 1)
  }

  @Test func theOverviewHasSystemsGoodsAndAgreements() {
    let text = OfferDocument.overview(small).text(width: 80)
    #expect(text.contains("Aadhaar  identity   2009  no          ~mosip"))
    #expect(text.contains("mosip  MOSIP  identity  listed"))
    #expect(text.contains("not registered goods"))
  }

  @Test func aSystemShowsAgreementsAndTheCountriesOfItsGoods() throws {
    let assessor = Assessor(catalog: small)
    let document = OfferDocument.document(.system(0), assessor: assessor, top: 2)
    #expect(
      document.sections.map(\.title) == [
        "What it does", "Registered goods near it", "Agreements and uses on record",
        "Where MOSIP fits best (same function)",
      ])
    let text = document.text(width: 100)
    #expect(text.contains("Uganda  memorandum; 2023; may have lapsed; Signed. ["))
    #expect(document.sources.contains { $0.address == "https://example.org/m" })
    guard case .table(let table) = document.sections[3].blocks[0] else {
      Issue.record("no table")
      return
    }
    #expect(table.rows.count == 2)
    let titles = table.columns.map(\.id)
    #expect(
      try #require(titles.firstIndex(of: "flags")) < #require(titles.firstIndex(of: "verdict")))
  }

  @Test func countriesWithAnAgreementOrUseAreMarked() throws {
    let assessor = Assessor(catalog: small)
    let rows = OfferTable.countries(.system(0), assessor: assessor, top: 99).rows
    #expect(rows.count == small.countries.count)
    let uganda = try #require(rows.first { $0[2].rawText == "UGA" })
    #expect(uganda.suffix(2).map(\.rawText) == ["may-have-lapsed", "not recorded"])
    let kenya = try #require(rows.first { $0[2].rawText == "KEN" })
    #expect(kenya.suffix(2).map(\.rawText) == ["", "not recorded"])
  }

  @Test func aDelistedGoodIsShownButNotRanked() throws {
    let assessor = Assessor(catalog: small)
    #expect(OfferTable.countries(.good(2), assessor: assessor, top: 5).rows.isEmpty)
    let document = OfferDocument.document(.good(2), assessor: assessor, top: 5)
    #expect(document.text().contains("delisted"))
  }

  @Test func indiaIsNotAmongTheCountries() throws {
    let catalog = try Fixtures.bundled.catalog
    let good = try #require(catalog.goodPosition("mosip"))
    let rows = OfferTable.countries(
      .good(good), assessor: Assessor(catalog: catalog), top: 999
    ).rows
    #expect(rows.count == catalog.countries.count - 1)
    #expect(!rows.contains { $0[2].rawText == "IND" })
  }
}
