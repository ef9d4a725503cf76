import AtlasModel
import AtlasReport
import AtlasTestSupport
import Testing

struct TableBuilderTests {
  private let catalog = SmallCatalog.make()

  private func ids(_ subject: Query.Subject, _ request: TableRequest) throws -> [String] {
    try TableBuilder(catalog, subject).table(request).rows.map { $0[0].rawText }
  }

  @Test func countriesHaveTheDefaultColumns() throws {
    let table = try TableBuilder(catalog, .countries).table(TableRequest())
    #expect(
      table.columns.map(\.id) == [
        "iso3", "name", "region", "income", "population", "internet-users", "internet-users_year",
        "literacy", "electricity", "data-protection-law", "cybersecurity",
      ])
    #expect(
      table.csv().hasPrefix(
        "iso3,name,region,income,population,population_year,population_status,population_source,"
          + "internet-users,internet-users_year,internet-users_status,internet-users_source,"))
  }

  @Test func missingComesLastInBothDirections() throws {
    let up = try ids(.countries, TableRequest(sort: .init("internet-users")))
    let down = try ids(.countries, TableRequest(sort: .init("internet", isDescending: true)))
    #expect(up == ["UGA", "COD", "KEN", "CIV", "COG", "XKX"])
    #expect(down == ["CIV", "KEN", "COD", "UGA", "COG", "XKX"])
  }

  @Test func sortingIsStableAndByOrderOfWords() throws {
    let down = try ids(.countries, TableRequest(sort: .init("income", isDescending: true)))
    #expect(down == ["KEN", "CIV", "COD", "COG", "UGA", "XKX"])
    let names = try ids(.countries, TableRequest(sort: .init("name")))
    #expect(names == ["COD", "COG", "CIV", "KEN", "XKX", "UGA"])
  }

  @Test func rowsStandByNameWithoutSorting() throws {
    #expect(try ids(.countries, TableRequest()) == ["COD", "COG", "CIV", "KEN", "XKX", "UGA"])
  }

  @Test func whatTheWordsNameStandsFirst() throws {
    let query = QueryParser(QuerySchema(catalog, .countries)).parse("cod").query
    #expect(try ids(.countries, TableRequest(query: query)).first == "COD")
    let goods = QueryParser(QuerySchema(catalog, .goods)).parse("mosip").query
    #expect(try ids(.goods, TableRequest(query: goods, showsAll: true)).first == "mosip")
  }

  @Test func delistedGoodsAreHiddenUnlessAsked() throws {
    #expect(try ids(.goods, TableRequest()).sorted() == ["dhis2", "mosip", "zeta"])
    #expect(try ids(.goods, TableRequest(showsAll: true)).count == 4)
    let query = QueryParser(QuerySchema(catalog, .goods)).parse("status:delisted").query
    #expect(try ids(.goods, TableRequest(query: query)) == ["old-mosip"])
  }

  @Test func aColumnMayBeAPartOfAnother() throws {
    let request = TableRequest(
      sort: .init("iso3"), columns: ["iso3", "internet_year", "literacy_status"])
    let table = try TableBuilder(catalog, .countries).table(request)
    #expect(table.columns.map(\.id) == ["iso3", "internet-users_year", "literacy_status"])
    #expect(table.rows[4].map(\.rawText) == ["UGA", "2024", "stale"])
    #expect(table.rows[5].map(\.rawText) == ["XKX", "", "missing"])
  }

  @Test func anUnknownColumnListsTheValidOnes() {
    for request in [
      TableRequest(columns: ["iso3", "nope"]), TableRequest(sort: .init("nope")),
      TableRequest(columns: ["nope_year"]), TableRequest(columns: ["name_year"]),
    ] {
      #expect(throws: TableError.self) { try TableBuilder(catalog, .countries).table(request) }
    }
    #expect(
      TableError.unknownColumn("nope", valid: ["a", "b"]).description
        == "there is no column `nope`; columns are: a, b")
  }

  @Test(arguments: Query.Subject.allCases)
  func everyColumnOfEveryTableCanBeShownAndSorted(_ subject: Query.Subject) throws {
    let builder = TableBuilder(catalog, subject)
    let columns = builder.columns.map(\.id)
    #expect(Set(columns).count == columns.count)
    #expect(builder.columns.allSatisfy { $0.documentation.hasSuffix(".") })
    let table = try builder.table(TableRequest(columns: columns, showsAll: true))
    #expect(!table.rows.isEmpty)
    for column in columns {
      let positions = try builder.positions(TableRequest(sort: .init(column), showsAll: true))
      #expect(Set(positions) == Set(table.positions))
    }
  }
}
