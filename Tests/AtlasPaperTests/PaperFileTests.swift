import Testing

@testable import AtlasPaper
@testable import AtlasReport

/// What only a library can tell (fonts, scripts, structure) is read back by Tests/Formats/test_pdf.py.
@Suite(.enabled(if: PaperFile.isAvailable, "this machine has no Pango with Cairo"))
struct PaperFileTests {
  private func pages(_ bytes: [UInt8]) -> Int {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.split(separator: "\n").count {
      $0.contains("/Type /Page") && !$0.contains("/Pages")
    }
  }

  private func document(_ blocks: [Document.Block], title: String = "Title") -> Document {
    Document(title: title, sections: [Document.Section("Part", blocks)])
  }

  @Test func sameInputSameBytes() throws {
    let text = document([
      .paragraph("Words [1] and https://example.org/a'b."), .list(["one", "two"]),
    ])
    let bytes = try PaperFile.bytes(text, on: .a4)
    #expect(bytes.starts(with: Array("%PDF-".utf8)))
    #expect(try PaperFile.bytes(text, on: .a4) == bytes)
    #expect(try PaperFile.bytes(text, on: .letter) != bytes)
  }

  @Test func textsOfAnyLengthAndLettersOfAnyKindAreSet() throws {
    let long = String(repeating: "k", count: 10_000)
    let hostile = [
      "=HYPERLINK(1) <script>x</script>", "\u{1B}[31m\u{202E}abc\u{0}", long, "", " ",
      "https://example.org/" + long, "critical P3 " + long, "[999999] [1",
      "مرحبا 埃及 हिन्दी \u{1F1FA}\u{1F1EC}",
    ]
    let table = ReportTable(
      id: "t", title: "Table", columns: [.init("a", "a"), .init("b", "b", isFlexible: true)],
      rows: hostile.map { [.text($0), .text($0)] }, notes: hostile)
    let blocks: [Document.Block] = [
      .paragraph(long), .list(hostile), .note(long), .table(table),
      .facts(hostile.map { Document.Fact($0, $0) }),
      .chart(
        .bars(
          BarChart(
            long, bars: hostile.map { BarChart.Bar($0, range: nil, words: $0) }, markerName: long))),
    ]
    for text in [hostile[1], long] {
      var document = document(blocks, title: text)
      document.subtitle = text
      document.notes = [text]
      document.sources = [
        Citations.Entry(
          number: 1, id: "s", publisher: text, title: text, vintage: text, terms: text,
          address: text)
      ]
      let bytes = try PaperFile.bytes(document, on: .a4)
      #expect(pages(bytes) > 5 && pages(bytes) < 400)
    }
  }

  @Test func nothingIsAPageToo() throws {
    #expect(pages(try PaperFile.bytes(Document(title: "", sections: []), on: .a4)) == 1)
  }

  @Test func aTableTooWideIsSetAcross() throws {
    func table(_ columns: Int) -> Document {
      document([
        .table(
          ReportTable(
            id: "t", title: "", columns: (0..<columns).map { .init("c\($0)", "column") },
            rows: (0..<120).map { _ in (0..<columns).map { _ in .text("moderate") } }))
      ])
    }
    let (upright, across) = (
      try PaperFile.bytes(table(5), on: .a4), try PaperFile.bytes(table(26), on: .a4)
    )
    #expect(pages(upright) > 1 && pages(across) > 1)
    #expect(!String(decoding: upright, as: UTF8.self).contains("841.89 595.28"))
    #expect(String(decoding: across, as: UTF8.self).contains("841.89"))
  }
}
