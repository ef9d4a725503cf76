import AtlasData
import AtlasModel
import AtlasTestSupport
import Testing

@testable import AtlasReport

/// The matrix in files: the fast writers against the plain ones.
struct MatrixTableTests {
  private func table(
    _ catalog: Catalog, countries: [Int], goods: [Int], _ settings: ModelSettings = ModelSettings()
  ) -> MatrixTable {
    let kernel = MatrixKernel(ModelContext(catalog), countries: countries, goods: goods)
    return MatrixTable(kernel.matrix(settings), catalog: catalog, settings: settings)
  }

  private func expectSameBytes(_ table: MatrixTable) {
    let plain = table.files(countries: table.matrix.countries.indices)
    #expect(table.csv() == plain.csv())
    #expect(table.csv(isRaw: true) == plain.csv(isRaw: true))
    #expect(table.jsonLines == plain.jsonLines)
    #expect(table.json == plain.json.pretty)
    let people = table.people(countries: table.matrix.countries.indices)
    #expect(table.markdown == people.markdown())
  }

  @Test func fastWritersGiveTheSameBytes() throws {
    let catalog = try Fixtures.bundled.catalog
    expectSameBytes(
      table(
        catalog, countries: stride(from: 0, to: 250, by: 19).map { $0 },
        goods: stride(from: 2, to: 307, by: 13).map { $0 },
        ModelSettings(preset: .ministry, policy: .any, measures: ["ra-offline-first"])))
  }

  @Test func awkwardIdsAreQuotedAlike() {
    var catalog = Fixtures.small
    for (number, id) in ["=1+2", "a,b", "say \"hi\"", "two\nlines"].enumerated() {
      catalog.goods[number % catalog.goods.count].id = id
      catalog.countries[number % catalog.countries.count].iso3 = id + "-"
    }
    expectSameBytes(
      table(
        catalog, countries: Array(catalog.countries.indices),
        goods: Array(catalog.goods.indices)))
  }

  @Test func emptyMatricesAreWholeFiles() {
    let catalog = Fixtures.small
    expectSameBytes(table(catalog, countries: [], goods: [0, 1]))
    expectSameBytes(table(catalog, countries: [0], goods: []))
  }

  @Test func columnsAreThoseOfTheContract() {
    let header = table(Fixtures.small, countries: [], goods: []).csv()
    #expect(
      header == "iso3,good,verdict,certainty,fit,need,precedent,dataQuality,leftOutLow,leftOutHigh,"
        + FlagID.allCases.map(\.rawValue).joined(separator: ",") + "\n")
  }

  @Test func peopleReadFlagsBeforeTheVerdict() {
    let columns = table(Fixtures.small, countries: [0], goods: [0]).people(countries: 0..<1).columns
      .map(\.id)
    let verdict = columns.firstIndex(of: "verdict") ?? 0
    for flag in FlagID.allCases {
      #expect((columns.firstIndex(of: flag.rawValue) ?? verdict) < verdict)
    }
  }
}
