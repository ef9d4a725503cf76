import AtlasData
import AtlasModel
import AtlasReport
import AtlasTestSupport
import Testing

struct FrequencyTableTests {
  private let small = SmallCatalog.make()

  private func frequency(
    _ column: String, _ subject: Query.Subject = .countries, in catalog: Catalog,
    where text: String = ""
  ) throws -> ReportTable {
    let builder = TableBuilder(catalog, subject)
    let query = QueryParser(builder.schema).parse(text).query
    return try FrequencyTable.table(
      builder: builder, column: column, request: TableRequest(query: query))
  }

  private func words(_ table: ReportTable, _ columns: Int...) -> [String] {
    table.rows.map { row in columns.map { row[$0].peopleText }.joined(separator: "|") }
  }

  @Test func valuesStandByCountThenInTheirOwnOrderAndUnknownLast() throws {
    let rows = words(try frequency("income", in: small), 0, 1, 4)
    #expect(
      rows == [
        "low|4|income:low", "lower-middle|1|income:lower-middle", "unknown|1|income:unknown",
      ])
  }

  @Test func aConditionStaysInTheQueryOfARow() throws {
    let rows = words(try frequency("income", in: small, where: "ldc:yes"), 0, 1, 4)
    #expect(rows == ["low|4|ldc:yes income:low", "unknown|1|ldc:yes income:unknown"])
  }

  @Test func equallyFrequentValuesStandInTheOrderOfTheirWords() throws {
    let rows = words(try frequency("income", in: small, where: "iso3:KEN,UGA"), 0, 1)
    #expect(rows == ["low|1", "lower-middle|1"])
  }

  @Test func everyValueOfAListCountsAndThatIsSaid() throws {
    let table = try frequency("sdgs", .goods, in: try Fixtures.bundled.catalog)
    #expect(table.rows[0][4].rawText.hasPrefix("sdg:"))
    #expect(table.notes.contains { $0.contains("counts once under each") })
  }

  @Test func figuresComeInRoundBinsInTheirOrder() throws {
    let catalog = try Fixtures.bundled.catalog
    let share = try frequency("internet-users", in: catalog)
    #expect(share.rows[2][0].rawText == "20 to <30")
    #expect(share.rows[2][4].rawText == "internet-users>=20 internet-users<30")
    #expect(share.rows[9][0].rawText == "90 to 100")
    #expect(share.rows.last?[4].rawText == "internet-users:unknown")
    let people = try frequency("population", in: catalog)
    #expect(people.rows.contains { $0[0].rawText == "1,000,000 to <10,000,000" })
    #expect(people.notes.contains { $0.contains("rise by factors") })
    let levels = words(try frequency("connectivity", .goods, in: catalog), 4)
    #expect(Set(levels) == Set((0...4).map { "connectivity=\($0)" }))
  }

  @Test func countriesWithoutNeighboursAreNotUnknown() throws {
    let rows = try frequency("borders", in: try Fixtures.bundled.catalog).rows
    #expect(rows.last?[0].rawText == "none")
  }

  /// The one promise of the column `query`: it parses, and finds exactly the rows that were counted.
  @Test(arguments: Query.Subject.allCases, ["", "bundled"])
  func everyQueryFindsExactlyTheRowsOfItsLine(_ subject: Query.Subject, _ data: String) throws {
    let catalog = data.isEmpty ? small : try Fixtures.bundled.catalog
    let builder = TableBuilder(catalog, subject)
    let parser = QueryParser(builder.schema)
    var asked = 0
    for column in builder.columns {
      for showsAll in [false, true] {
        let request = TableRequest(showsAll: showsAll)
        let table = try FrequencyTable.table(builder: builder, column: column.id, request: request)
        for row in table.rows where !row[4].rawText.isEmpty {
          let text = row[4].rawText
          let parsed = parser.parse(text)
          #expect(parsed.problems.isEmpty, "\(column.id): \(text)")
          let found = try builder.positions(
            TableRequest(query: parsed.query, showsAll: showsAll))
          #expect(row[1].value == .integer(found.count), "\(column.id): \(text)")
          asked += 1
        }
      }
    }
    #expect(asked > 10)
  }

  @Test(arguments: [Query.Subject.countries, .goods])
  func almostEveryRowOfAColumnWithAFieldHasAQuery(_ subject: Query.Subject) throws {
    let builder = TableBuilder(try Fixtures.bundled.catalog, subject)
    var without: [String] = []
    for column in builder.columns where builder.schema.field(column.id) != nil {
      let table = try FrequencyTable.table(
        builder: builder, column: column.id, request: TableRequest())
      for row in table.rows where row[4].rawText.isEmpty && row[0].rawText != "none" {
        without.append(column.id + ": " + row[0].rawText)
      }
    }
    #expect(without == [])
  }

  @Test func aColumnWithoutAFieldSaysSo() throws {
    let table = try frequency("first-seen", .goods, in: small)
    #expect(table.rows.allSatisfy { $0[4].rawText.isEmpty })
    #expect(table.notes.last == "No field of queries asks about this column.")
  }

  @Test func anUnknownColumnIsAnError() throws {
    #expect(throws: TableError.self) { try frequency("nope", in: small) }
  }
}
