import AtlasModel
import AtlasTestSupport
import Testing

struct FinderTests {
  private let catalog = SmallCatalog.make()

  private func codes(_ text: String) -> FinderResult { CountryFinder(catalog.countries).find(text) }

  @Test(arguments: ["uganda", "UGA", "ug", "Ouganda", " Uganda ", "ugan"])
  func aCountryIsFoundByCodeNameAliasOrPrefix(_ text: String) {
    #expect(codes(text) == .found(4))
  }

  @Test(arguments: [
    "côte d'ivoire", "Cote dIvoire", "COTE D’IVOIRE", "cote-d-ivoire", "ivory coast",
  ])
  func accentsAndApostrophesDoNotMatter(_ text: String) {
    #expect(codes(text) == .found(0))
  }

  @Test func anExactAliasWinsOverAPrefix() {
    #expect(codes("Congo") == .found(2))
    #expect(codes("congo,") == .found(2))
    #expect(codes("cong") == .ambiguous([1, 2]))
  }

  @Test func anUnknownNameListsTheNearest() {
    #expect(codes("Ugnada") == .unknown(nearest: [4]))
    #expect(codes("brazzaville") == .unknown(nearest: [2]))
    #expect(codes("") == .unknown(nearest: []))
    #expect(codes("qqqqqqqq") == .unknown(nearest: []))
  }

  @Test func theListedGoodOfANameIsMeant() {
    let finder = GoodFinder(catalog.goods)
    #expect(finder.find("mosip") == .found(1))
    #expect(finder.find("MOSIP") == .found(1))
    #expect(finder.find("old-mosip") == .found(2))
    #expect(finder.find("dhis") == .found(0))
  }

  @Test func foldingBringsLatinLettersToPlainOnes() {
    func fold(_ text: String) -> String {
      String(decoding: TextFolding.fold(text), as: UTF8.self)
    }
    #expect(fold("  Straße—Øłı İstanbul ") == "strasse oli istanbul")
    #expect(fold("São Tomé, Việt Nam") == "sao tome viet nam")
    #expect(fold("e\u{301}") == "e")
    #expect(fold("РОССИЯ") == "россия")
    #expect(fold("и\u{306}") == "й")
    #expect(fold("乌干达 भारत مصر") == "乌干达 भारत مصر")
    #expect(fold("a\u{200F}b\u{7}c") == "ab c")
  }

  @Test func searchFallsBackToLettersInOrder() {
    let index = SearchIndex.countries(catalog)
    #expect(index.search("africa eastern").positions == [0, 1, 2, 3, 4])
    #expect(index.search("saharan iv").positions == [0])
    #expect(index.search("kosv").positions == [5])
    #expect(index.search("kosv").isLoose)
    #expect(!index.search("ugan").isLoose)
    #expect(index.search("").positions.count == 6)
    #expect(index.search("zzzz").positions.isEmpty)
  }
}
