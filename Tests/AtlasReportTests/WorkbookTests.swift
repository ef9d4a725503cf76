import AtlasModel
import AtlasTestSupport
import Testing

@testable import AtlasReport

struct WorkbookTests {
  private func table(_ title: String, _ cells: [ReportCell]) -> ReportTable {
    ReportTable(
      id: "t", title: title,
      columns: cells.indices.map {
        ReportColumn("c\($0)", "column \($0)", documentation: "Doc \($0).")
      },
      rows: [cells], notes: ["A note."])
  }

  @Test func cellsKeepTheirTypes() {
    let book = table(
      "Rows",
      [
        .text("=1+1"), ReportCell(.number(7.25, decimals: 1)), ReportCell(.integer(50_000)),
        ReportCell(.year("2024")), ReportCell(.year("2024-2025")), ReportCell(.missing),
        ReportCell(.answer(.unknown)), ReportCell(.answer(.yes)), .list(["a", "b"]),
        ReportCell(.number(.nan, decimals: 1)),
      ]
    ).workbook
    #expect(book.sheets.map(\.name) == ["Rows", "Columns", "Notes"])
    #expect(book.sheets[0].frozenRows == 1)
    #expect(
      book.sheets[0].rows[1] == [
        .text("=1+1", .plain), .number(7.25, decimals: 1, isGrouped: true),
        .number(50_000, decimals: 0, isGrouped: true),
        .number(2024, decimals: 0, isGrouped: false), .text("2024-2025", .plain), .empty, .empty,
        .text("yes", .plain), .text("a; b", .plain), .empty,
      ])
    #expect(book.sheets[1].rows[1][3] == .text("Doc 0.", .wrapped))
    #expect(book.sheets[2].rows.contains([.text("A note.", .wrapped)]))
  }

  @Test func figuresHaveTheirYearAndSourceBesideThem() {
    let table = ReportTable(
      id: "t", title: "T", columns: [ReportColumn("v", "value", provenance: .figure)],
      rows: [
        [ReportCell(.number(1, decimals: 0), year: "2024", status: .derived, source: "itu")]
      ])
    let sheets = table.workbook.sheets
    #expect(sheets[0].rows[0].map(\.words) == ["v", "v_year", "v_status", "v_source"])
    #expect(
      sheets[0].rows[1].dropFirst() == [
        .number(2024, decimals: 0, isGrouped: false), .text("derived", .plain),
        .text("itu", .plain),
      ])
    #expect(sheets[1].rows[2].map(\.words).last == "The year of the figure in v.")
  }

  @Test func namesOfSheetsAreAllowedAndFree() {
    var book = Workbook(title: "")
    for name in [
      "a/b[c]*?:\\'d'", "", "History", String(repeating: "long ", count: 20),
      String(repeating: "long ", count: 20).uppercased(), "😀" + String(repeating: "x", count: 40),
      "\u{202E}\u{7}",
    ] {
      book.add(name, rows: [])
    }
    let names = book.sheets.map(\.name)
    #expect(names[0] == "a b c d")
    #expect(Set(names.map { $0.lowercased() }).count == names.count)
    for name in names {
      #expect(!name.isEmpty && name.utf16.count <= 31 && name.lowercased() != "history", "\(name)")
      #expect(name.last != " ")
    }
  }

  @Test func aCellIsNeverTooLong() {
    let text = Workbook.cellText("a\u{0}\u{202E}\u{FFFF}" + String(repeating: "😀", count: 20_000))
    #expect(text.utf16.count <= 32_767)
    #expect(text.hasPrefix("a\u{FFFD}😀") && text.hasSuffix("…"))
  }

  @Test func aDocumentHasASheetForEachSectionAndTable() throws {
    let document = Document(
      title: "D", subtitle: "About",
      sections: [
        .init(
          "One",
          [.facts([.init("n", "", citations: [1, 2])]), .table(table("Rows", [.text("x")]))]),
        .init("Two", [.chart(.bars(BarChart("Bars", bars: [.init("a", range: nil, words: "w")])))]),
      ],
      sources: [
        .init(number: 1, id: "a", publisher: "A", title: "B", vintage: "", terms: "", address: "")
      ])
    let sheets = document.workbook.sheets
    #expect(sheets.map(\.name) == ["Contents", "One", "Rows", "Two", "Sources"])
    #expect(sheets[1].rows[1] == [.text("n", .wrapped), .empty, .text("1, 2", .plain)])
    #expect(sheets[3].rows.last?.map(\.words) == ["", "a: w"])
    #expect(sheets[4].rows[1].first == .number(1, decimals: 0, isGrouped: false))
  }
}

extension Workbook.Cell {
  fileprivate var words: String {
    if case .text(let text, _) = self { text } else { "" }
  }
}
