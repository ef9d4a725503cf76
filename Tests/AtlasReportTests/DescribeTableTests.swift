import AtlasModel
import AtlasReport
import AtlasTestSupport
import Testing

struct DescribeTableTests {
  private let catalog = SmallCatalog.make()

  private func rows(_ request: TableRequest) throws -> [String: [String: String]] {
    let table = try DescribeTable.table(
      builder: TableBuilder(catalog, .countries), request: request)
    return Dictionary(
      uniqueKeysWithValues: table.rows.map { row in
        let cells = zip(table.columns.map(\.id), row.map(\.rawText))
        return (row[0].rawText, Dictionary(uniqueKeysWithValues: cells.map { $0 }))
      })
  }

  @Test func numbersHaveLeastMedianAndGreatest() throws {
    let row = try #require(try rows(TableRequest())["internet-users"])
    let builder = TableBuilder(catalog, .countries)
    let values = try builder.table(TableRequest(columns: ["internet-users"])).rows
      .compactMap { Double($0[0].rawText) }.sorted()
    #expect(values.count == 4)
    #expect(row["known"] == "4")
    #expect(row["unknown"] == "2")
    #expect(row["distinct"] == "4")
    #expect(row["least"].flatMap(Double.init) == values[0])
    #expect(row["median"].flatMap(Double.init) == (values[1] + values[2]) / 2)
    #expect(row["greatest"].flatMap(Double.init) == values[3])
    #expect(row["most_common"] == "")
  }

  @Test func textsHaveTheirMostCommonValue() throws {
    let row = try #require(try rows(TableRequest())["income"])
    #expect(row["most_common"] == "low")
    #expect(row["most_common_count"] == "4")
    #expect(row["unknown"] == "1")
    #expect(row["median"] == "")
  }

  @Test func onlyTheRowsKeptAndTheColumnsAskedForAreDescribed() throws {
    let builder = TableBuilder(catalog, .countries)
    let query = QueryParser(builder.schema).parse("income:low").query
    let some = try rows(TableRequest(query: query, columns: ["income", "iso3"]))
    #expect(some.count == 2)
    #expect(some["income"]?["known"] == "4")
    let all = builder.columns.map(\.id)
    #expect(try rows(TableRequest(columns: all)).count == all.count)
  }

  @Test func nothingKeptIsDescribedAsNothing() throws {
    let builder = TableBuilder(catalog, .countries)
    let query = QueryParser(builder.schema).parse("internet>100").query
    let row = try #require(try rows(TableRequest(query: query))["internet-users"])
    #expect(row["known"] == "0")
    #expect(row["unknown"] == "0")
    #expect(row["least"] == "")
  }
}
