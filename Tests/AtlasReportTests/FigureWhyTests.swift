import AtlasModel
import AtlasTestSupport
import Testing

@testable import AtlasReport

struct FigureWhyTests {
  private let catalog = SmallCatalog.make()

  private func node(_ country: String, _ indicator: String, _ catalog: Catalog? = nil) throws
    -> WhyNode
  {
    let catalog = catalog ?? self.catalog
    return FigureWhy.indicator(
      catalog, country: try #require(catalog.countryPosition(country)),
      indicator: try #require(catalog.indicatorPosition(indicator)))
  }

  private func child(_ node: WhyNode, _ id: String) throws -> WhyNode {
    try #require(node.children.first { $0.id == id }, "\(node.text())")
  }

  @Test func aFigureHasItsStatusSourceAndPeers() throws {
    let node = try node("UGA", "internet-users")
    #expect(node.name == "Internet users, Uganda")
    #expect(node.value == "8.9 % of people")
    #expect([node.year, node.source, node.status] == ["2024", "wdi", "observed"])
    #expect(try child(node, "status").value == "observed, published for the year beside it")
    let source = try child(node, "source")
    #expect(source.value == "World Bank")
    #expect(source.children.map(\.id) == ["title", "vintage", "retrieved", "terms", "address"])
    let peers = try child(node, "peers")
    // 30.5, 35 and 45.4; lowest first.
    #expect(peers.value == "35.0 % of people")
    #expect(peers.children.map(\.id) == ["COD", "KEN", "CIV"])
    #expect(peers.formula.contains("the one in the middle of the 3 other countries"))
    let model = try child(node, "model")
    #expect(model.children.contains { $0.id == "D1" })
    #expect(!model.children.contains { $0.id == "read-as" })
  }

  @Test func anUnknownFigureSaysWhatIsReadInstead() throws {
    let node = try node("COG", "internet-users")
    #expect(node.value == "unknown")
    #expect(node.status == "missing")
    #expect(!node.children.contains { $0.id == "source" })
    let instead = try child(try child(node, "model"), "read-as")
    #expect(instead.value == "everything that is possible")
    #expect(instead.formula.contains("fewer than 5"))
    let women = try self.node("UGA", "internet-users-women")
    #expect(try child(try child(women, "model"), "read-as").value.contains("leave open"))
  }

  @Test func aStaleFigureIsShownAndCalledUnknown() throws {
    let node = try node("UGA", "literacy")
    #expect(node.value == "0.0 % of adults")
    #expect(try child(node, "status").value.contains("treats it as unknown"))
    #expect(try child(try child(node, "model"), "read-as").name.contains("unknown"))
  }

  @Test func aFigureThatTheModelDoesNotReadSaysSo() throws {
    let node = try node("UGA", "political-stability")
    #expect(try child(node, "model").value == "not read: shown, never scored")
    #expect(try child(node, "peers").value == "-1.5 percentile")
  }

  @Test func derivedAndOldFiguresShowHow() throws {
    let bundled = try Fixtures.catalog
    let derived = try node("UGA", "internet-users-women-derived", bundled)
    let formula = try child(derived, "formula")
    #expect(formula.formula.contains("men = T / (w r + 1 - w)"))
    #expect(formula.children.map(\.id) == ["internet-users", "internet-parity"])
    #expect(formula.children.allSatisfy { !$0.source.isEmpty && !$0.year.isEmpty })
    let old = try node("UGA", "literacy-rural", bundled)
    let reading = try child(try child(old, "model"), "read-as")
    #expect(reading.formula.contains("10 years older than the dataset"))
    let peers = try child(
      try child(try node("USA", "literacy", bundled), "model"), "read-as")
    #expect(peers.value.contains(" to "))
    #expect(peers.status == "peer-range")
    #expect(!peers.source.isEmpty)
  }

  @Test func whatIsReadInsteadIsWhatTheModelReads() throws {
    let bundled = try Fixtures.catalog
    let assessor = Assessor(catalog: bundled)
    var compared = 0
    for iso3 in ["USA", "ERI", "SOM", "NPL"] {
      let country = try #require(bundled.countryPosition(iso3))
      let supply = assessor.conditions(country: country).supplies.total.literacy
      guard supply.status == .peerRange else { continue }
      let low = NumberText.fixed(supply.range.low, decimals: 1)
      let high = NumberText.fixed(supply.range.high, decimals: 1)
      let node = try child(try node(iso3, "literacy", bundled), "model")
      #expect(try child(node, "read-as").value.hasPrefix("\(low) %"), "\(iso3)")
      #expect(try child(node, "read-as").value.contains("to \(high) %"), "\(iso3)")
      compared += 1
    }
    #expect(compared > 0)
  }

  @Test func aFactHasItsMeaningAndPeers() throws {
    let node = try #require(
      FigureWhy.attribute(catalog, country: 4, id: "data-protection-law"))
    #expect(node.value == "draft")
    #expect(node.year == "2024-2025")
    #expect(try child(node, "values").value == "enacted, draft, none")
    #expect(try child(node, "peers").value == "enacted 1, 3 unknown")
    #expect(try child(node, "model").children.contains { $0.id == "P1" })
    let unknown = try #require(
      FigureWhy.attribute(catalog, country: 0, id: "data-protection-law"))
    #expect(unknown.value == "unknown")
    #expect(FigureWhy.attribute(catalog, country: 0, id: "internet-users") == nil)
  }

  @Test func everyFigureAndFactOfADatasetHasATree() throws {
    let bundled = try Fixtures.catalog
    let country = try #require(bundled.countryPosition("XKX"))
    for position in bundled.indicators.indices {
      let node = FigureWhy.indicator(bundled, country: country, indicator: position)
      #expect(node.children.contains { $0.id == "peers" } && !node.name.isEmpty)
    }
    for attribute in bundled.attributes {
      #expect(FigureWhy.attribute(bundled, country: country, id: attribute.id) != nil)
    }
  }
}

struct CitationWordsTests {
  private let catalog = SmallCatalog.make()

  private func sentence(_ year: String, _ source: String) -> String {
    CitationWords.sentence(
      name: "Internet users, Uganda", value: "8.9 %", year: year, source: source, catalog: catalog)
  }

  @Test func aNumberStandsWithYearPublisherAndAddress() {
    #expect(
      sentence("2024", "wdi")
        == "Internet users, Uganda: 8.9 % (2024; World Bank, Title of wdi [wdi], "
        + "https://example.org/wdi)")
    #expect(sentence("", "formula").hasSuffix("(worked out by DPG Atlas, model 1.1.0)"))
    #expect(sentence("2024", "gone") == "Internet users, Uganda: 8.9 % (2024; gone)")
    #expect(sentence("", "") == "Internet users, Uganda: 8.9 %")
    #expect(!sentence("2026", "unctad").contains("\u{1B}"))
  }

  @Test func aTreeNamesEachSourceOnce() {
    let node = FigureWhy.indicator(catalog, country: 4, indicator: 0)
    #expect(node.citations(catalog).map(\.id) == ["wdi"])
    #expect(node.citations(catalog)[0].address == "https://example.org/wdi")
    #expect(node.citation(catalog).contains("8.9 % of people (2024; World Bank"))
    let page = WhyPage(node, notes: ["One change."], catalog: catalog)
    #expect(page.text.hasPrefix("One change.\n\nInternet users, Uganda"))
    #expect(
      page.text.hasSuffix(
        "[wdi] World Bank. Title of wdi. 2026. CC BY 4.0 https://example.org/wdi\n"))
    #expect(page.json.compact.hasPrefix("{\"id\":\"internet-users\""))
    #expect(page.json.compact.contains("\"sources\":[{\"id\":\"wdi\""))
  }
}
