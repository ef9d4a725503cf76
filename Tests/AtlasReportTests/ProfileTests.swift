import AtlasData
import AtlasModel
import AtlasReport
import AtlasTestSupport
import Testing

struct ProfileTests {
  private let catalog = SmallCatalog.make()

  @Test func aCountryProfileShowsFiguresWithPeersYearsAndSources() {
    let text = CountryProfile.document(catalog, 4).text(width: 120)
    // Peers with a figure: 45.4, 30.5, 35; Uganda itself is left out.
    #expect(text.contains("Internet users"))
    let row = text.split(separator: "\n").first { $0.hasPrefix("Internet users ") }
    #expect(row?.split(separator: " ").suffix(4) == ["2024", "35.0", "3", "[1]"])
    #expect(text.contains("may have lapsed"))
    #expect(text.contains("DHIS2"))
    #expect(text.contains("3 of 7 figures are unknown"))
    #expect(text.contains("World Bank. Title of wdi. 2026. CC BY 4.0"))
  }

  @Test func aStaleFigureIsNoPartOfTheMedian() throws {
    let table = CountryProfile.table(catalog, 0)
    let literacy = try #require(table.rows.first { $0[1].rawText == "literacy" })
    #expect(literacy[6].rawText.isEmpty)
    #expect(literacy[7].rawText == "0")
  }

  @Test func aGoodProfileAsksWhatIsNotStated() {
    let document = GoodProfile.document(catalog, 3)
    let text = document.text(width: 100)
    #expect(text.contains("not stated - ask"))
    #expect(text.contains("0 of 4: works offline"))
    #expect(GoodProfile.document(catalog, 1).text().contains("Aadhaar"))
    #expect(GoodProfile.document(catalog, 2).text().contains("replaced by MOSIP (mosip)"))
  }

  @Test func whatAGoodDeclaresHasItsSource() throws {
    let catalog = try Fixtures.bundled.catalog
    let position = try #require(catalog.goodPosition("dhis2"))
    let document = GoodProfile.document(catalog, position)
    func facts(_ title: String) -> [Document.Fact] {
      document.sections.filter { $0.title.hasPrefix(title) }.flatMap(\.blocks).flatMap {
        block -> [Document.Fact] in
        if case .facts(let facts) = block { facts } else { [] }
      }
    }
    for fact in facts("Declared") + facts("DPG Standard") + facts("What it asks") {
      let isOpen = fact.value == "not stated - ask" || fact.value == "see its parts"
      #expect(fact.citations.isEmpty == isOpen, "\(fact.name)")
    }
    #expect(facts("DPG Standard").count == 13)
    let benefits = facts("Seven benefits")
    #expect(benefits.map(\.name).first == "Adoptable")
    #expect(benefits.count == 7)
    let pages = Set(benefits[0].citations)
    #expect(
      document.sources.contains {
        pages.contains($0.number) && $0.address == "https://docs.dhis2.org/"
      })
    #expect(benefits[1].value.contains("depends on the country"))
  }

  @Test func everyCitationHasASource() {
    for document in documents {
      let numbers = document.sources.map(\.number)
      #expect(numbers == Array(1..<numbers.count + 1))
      let cited = document.sections.flatMap(\.blocks).flatMap { block -> [Int] in
        switch block {
        case .facts(let facts): facts.flatMap(\.citations)
        case .table(let table):
          table.rows.joined().compactMap { if case .citation(let n) = $0.value { n } else { nil } }
        default: []
        }
      }
      #expect(Set(cited) == Set(numbers))
    }
  }

  @Test(arguments: [20, 40, 80])
  func noControlCharacterLeavesADocument(_ width: Int) {
    for document in documents {
      for output in [document.text(width: width), document.markdown(), document.json.pretty] {
        #expect(
          !output.unicodeScalars.contains {
            ($0.value < 32 && $0 != "\n") || (0x7F...0x9F).contains($0.value)
              || (0x2028...0x202E).contains($0.value)
          })
      }
    }
  }

  @Test func factsHangUnderTheirNames() {
    let document = Document(
      title: "T",
      sections: [.init("S", [.facts([.init("Name", "one two three four five"), .init("B", "")])])])
    #expect(
      document.text(width: 20) == """
        T
        =

        S
        -
        Name  one two three
              four five
        B     unknown

        """)
  }

  private var documents: [Document] {
    catalog.countries.indices.map { CountryProfile.document(catalog, $0) }
      + catalog.goods.indices.map { GoodProfile.document(catalog, $0) }
  }
}
