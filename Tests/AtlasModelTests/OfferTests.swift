import AtlasData
import AtlasModel
import AtlasTestSupport
import Testing

struct OfferTests {
  private let small = SmallCatalog.make()

  @Test func everyAgreementBelongsToOneOfferOrToNone() throws {
    let catalog = try Fixtures.bundled.catalog
    let named = catalog.offers.flatMap(catalog.agreements(on:))
    #expect(named.count + catalog.agreementsOnNothingNamed.count == catalog.agreements.count)
    #expect(catalog.agreementsOnNothingNamed.map(\.iso3) == ["SAU"])
  }

  @Test(arguments: [
    ("aadhaar", Offer.system(0)), ("AADHAAR", .system(0)), ("aadh", .system(0)),
    ("mosip", .good(1)),
  ])
  func anOfferIsFoundByIdNameOrBeginning(_ text: String, _ offer: Offer) {
    let finder = OfferFinder(small)
    #expect(finder.find(text).position.map { finder.offers[$0] } == offer)
  }

  @Test func whatIsNoPartOfTheOfferIsNotFound() {
    #expect(OfferFinder(small).find("dhis2").position == nil)
  }

  @Test func aGoodWithTheSameFunctionCanBeAskedForToo() throws {
    let catalog = try Fixtures.bundled.catalog
    let finder = OfferFinder(catalog)
    let found = try #require(finder.find("mojaloop").position)
    #expect(!catalog.offers.contains(finder.offers[found]))
    #expect(finder.find("UPI").position.map { finder.offers[$0] } == .system(10))
  }
}
