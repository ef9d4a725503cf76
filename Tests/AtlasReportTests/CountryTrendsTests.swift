import AtlasModel
import AtlasReport
import AtlasTestSupport
import Testing

struct CountryTrendsTests {
  private let catalog = SmallCatalog.make()

  /// Yearly values of the first indicator in Uganda alone.
  private func document(
    _ points: [(Int, Double)], isForPeople: Bool = true
  ) -> Document {
    let series = Series(
      points: points.map {
        Series.Point(
          year: $0.0, value: $0.1, status: $0.0 < 2010 ? .estimated : .observed,
          source: $0.0 < 2010 ? "unctad" : "wdi")
      })
    let book = SeriesBook { country, indicator in
      country == 4 && indicator == 0 && !points.isEmpty ? series : nil
    }
    return CountryProfile.document(catalog, 4, series: book, isForPeople: isForPeople)
  }

  private func section(_ document: Document) throws -> Document.Section {
    try #require(document.sections.first { $0.title == "Trends since 2005" })
  }

  @Test func aRowHasLineEndsAndChange() throws {
    let document = document([(2004, 99), (2005, 10), (2007, 24), (2009, 38), (2010, 20)])
    guard case .facts(let facts) = try section(document).blocks[0] else {
      Issue.record("no facts")
      return
    }
    #expect(facts.count == 1)
    #expect(facts[0].value == "▁·▄·█▃ 10.0 (2005, estimated) to 20.0 (2010), +2.00 a year")
    #expect(facts[0].citations.count == 2)
    let numbers = Set(document.sources.map(\.number))
    #expect(numbers.isSuperset(of: facts[0].citations))
  }

  @Test func oneYearHasNoChange() throws {
    guard case .facts(let facts) = try section(document([(2012, 5)])).blocks[0] else {
      Issue.record("no facts")
      return
    }
    #expect(facts[0].value == "·······▄ 5.0 (2012), the only year")
  }

  @Test func programsGetNumbersWithYearAndSource() throws {
    let document = document([(2006, 4), (2010, 3)], isForPeople: false)
    guard case .table(let table) = try section(document).blocks[0] else {
      Issue.record("no table")
      return
    }
    #expect(
      table.csv().hasPrefix(
        "indicator,name,unit,first,first_year,first_status,first_source,last,last_year,"
          + "last_status,last_source,change_a_year,years\n"))
    #expect(table.rows[0][5].value == .number(-0.25, decimals: 2))
  }

  @Test func withoutSeriesThatIsSaidAndWithoutABookNothingIs() throws {
    #expect(try section(document([])).blocks == [.paragraph("No yearly series is in the dataset.")])
    let plain = CountryProfile.document(catalog, 4)
    #expect(!plain.sections.contains { $0.title == "Trends since 2005" })
  }
}
