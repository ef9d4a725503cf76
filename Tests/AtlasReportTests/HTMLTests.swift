import AtlasData
import AtlasModel
import AtlasScreen
import AtlasTestSupport
import Testing

@testable import AtlasReport

struct HTMLTests {
  @Test func theProfileOfACountryIsThePageThatWasLookedAt() throws {
    let catalog = try Fixtures.bundled.catalog
    let country = try #require(catalog.countryPosition("UGA"))
    Golden.check(CountryProfile.document(catalog, country).html(), named: "country-uga.html")
  }

  @Test func aScreeningIsThePageThatWasLookedAt() throws {
    let catalog = try Fixtures.bundled.catalog
    let country = try #require(catalog.countryPosition("UGA"))
    let good = try #require(catalog.goodPosition("dhis2"))
    let insight = Assessor(catalog: catalog).insight(country: country, good: good)
    let document = ScreeningDocument.document(insight, catalog: catalog)
    Golden.check(document.html(), named: "assess-uga-dhis2.html")
  }

  @Test func citationsLinkToSourcesAndBack() {
    let source = Citations.Entry(
      number: 1, id: "a", publisher: "A", title: "B", vintage: "", terms: "",
      address: "https://example.org/?a=1&b=2")
    let page = Document(
      title: "T",
      sections: [
        .init("S", [.list(["x [1]", "y [1] [2]"]), .facts([.init("n", "", citations: [1])])])
      ],
      sources: [source]
    ).html()
    #expect(page.contains("<li>x <a href=\"#s1\" id=\"r1\">[1]</a></li>"))
    #expect(page.contains("<li>y <a href=\"#s1\">[1]</a> [2]</li>"))
    #expect(page.contains("<span class=\"unknown\">unknown</span> <a href=\"#s1\">[1]</a>"))
    #expect(
      page.contains(
        "<li id=\"s1\" value=\"1\">A. B <a href=\"https://example.org/?a=1&amp;b=2\" rel=\"noreferrer\">"
      ))
    #expect(page.contains("href=\"#r1\""))
  }

  @Test(arguments: [
    "javascript:alert(1)", "https://", "http:///x", "https://a.org/\"x", "ftp://a.org",
    "https://a.org/<b>", "data:text/html,x",
  ])
  func whatIsNoWebAddressIsNoLink(address: String) {
    #expect(!HTMLText.link(address).contains("<a"))
    var writer = HTMLWriter()
    #expect(!writer.inline("see \(address) now").contains("href=\"\(address)"))
  }

  @Test func hostileTextIsHarmless() {
    let name = "<script>alert(1)</script>\u{202E}\u{0}\u{FFFE}=1+1 & \"'"
    let table = ReportTable(
      id: "t", title: name, columns: [ReportColumn("a", name, unit: name, documentation: name)],
      rows: [[.text(name)]], notes: [name])
    let chart = BarChart(name, bars: [.init(name, range: Interval(0.2), words: name)])
    let page = Document(
      title: name, subtitle: name,
      sections: [
        .init(name, [.table(table), .chart(.bars(chart)), .paragraph(name), .note(name)])
      ],
      notes: [name]
    ).html()
    for page in [page, table.html()] {
      #expect(!page.contains("<script"))
      #expect(!page.unicodeScalars.contains { [0, 0x202E, 0xFFFE].contains($0.value) })
      #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;\u{FFFD}=1+1 &amp; &quot;&#39;"))
    }
  }

  @Test func rightToLeftNamesAreSetApart() {
    #expect(
      HTMLText.escaped("ar: أوغندا العليا; ru: У") == "ar: <bdi>أوغندا العليا</bdi>; ru: У")
    #expect(HTMLText.plain("أ<") == "أ&lt;")
  }

  @Test func aTableHasHeadersForColumnsAndRows() {
    let table = ReportTable(
      id: "t", title: "T",
      columns: [
        ReportColumn("n", "rank", alignment: .trailing), ReportColumn("c", "country"),
        ReportColumn("v", "value", unit: "%", alignment: .trailing, documentation: "What it is."),
      ],
      rows: [
        [
          ReportCell(.integer(1)), .text("A"),
          ReportCell(.number(7.5, decimals: 1), year: "2024", status: .derived, source: "itu"),
        ], [ReportCell(.integer(2)), .text("B"), ReportCell(.missing)],
      ])
    let page = table.html()
    #expect(page.contains("<th scope=\"col\" class=\"number\">value (%)</th>"))
    #expect(page.contains("<th scope=\"row\">A</th>"))
    #expect(
      page.contains(
        "<td class=\"number\" title=\"2024, derived, itu\">7.5 <abbr title=\"derived\">d</abbr></td>"
      ))
    #expect(page.contains("<span class=\"unknown\">unknown</span></td>"))
    #expect(page.contains("<p class=\"note\">d = derived.</p>"))
    #expect(page.contains("<dt>value (%)</dt><dd>What it is.</dd>"))
  }

  @Test func allWordsCanBeReadByDayAndByNight() {
    for ink in HTMLStyle.inks {
      for paper in [HTMLStyle.paper, HTMLStyle.areas[1]] {
        let day = ColorValue(ink.light).contrast(with: ColorValue(paper.light))
        let night = ColorValue(ink.dark).contrast(with: ColorValue(paper.dark))
        #expect(day >= 4.5 && night >= 4.5, "\(ink.name) on \(paper.name): \(day), \(night)")
      }
    }
  }
}
