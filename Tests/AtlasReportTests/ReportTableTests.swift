import AtlasModel
import AtlasReport
import AtlasTestSupport
import Testing

struct ReportTableTests {
  private func table(_ cells: [[ReportCell]], flexible: Bool = true) -> ReportTable {
    ReportTable(
      id: "t", title: "T",
      columns: [
        ReportColumn("name", "name", isFlexible: flexible),
        ReportColumn("value", "value", unit: "%", alignment: .trailing, provenance: .figure),
      ], rows: cells)
  }

  private func figure(_ value: Double, _ status: ValueStatus = .observed) -> ReportCell {
    .figure(Observation(value: value, year: 2024, status: status, source: "wdi"), decimals: 1)
  }

  @Test func csvHasYearStatusAndSourceBesideAFigure() {
    let csv = table([[.text("a"), figure(50_015_092)], [.text("b"), ReportCell(.missing)]]).csv()
    #expect(
      csv == """
        name,value,value_year,value_status,value_source
        a,50015092,2024,observed,wdi
        b,,,missing,

        """)
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "＝1", "\u{1}=1", "\u{202E}+1"])
  func formulasAreDefusedUnlessRawIsAsked(_ text: String) {
    let formula = ReportTable(
      id: "t", title: "T", columns: [ReportColumn("x", "x")], rows: [[.text(text)]])
    #expect(readCSV(formula.csv())?[1][0].first == "'")
    #expect(readCSV(formula.csv(isRaw: true))?[1][0].first != "'")
  }

  @Test func negativeNumbersStayNumbers() {
    #expect(table([[.text("a"), figure(-1.5)]]).csv().contains("a,-1.5,2024"))
  }

  @Test func csvReadsBack() {
    let texts = ["a,b", "q\"q\"", "'x", "", " x ", "é,\"\"", SmallCatalog.hostile, "-"]
    let rows = texts.flatMap { left in texts.map { [ReportCell.text(left), .text($0)] } }
    let plain = ReportTable(
      id: "t", title: "T", columns: [ReportColumn("x", "x"), ReportColumn("y", "y")], rows: rows)
    let read = readCSV(plain.csv(isRaw: true))
    #expect(read?.count == rows.count + 1)
    let expected = rows.map { $0.map { cell in PlainText.clean(cell.rawText) } }
    #expect(read.map { Array($0.dropFirst()) } == expected)
  }

  @Test func missingIsUnknownToPeopleAndNullToPrograms() {
    let one = table([[.text("a"), ReportCell(.missing)]])
    #expect(one.text().contains("unknown"))
    #expect(one.markdown().contains("| a | unknown |"))
    #expect(one.json.compact.contains("\"value\":null,\"value_year\":null"))
    #expect(ReportCell(.answer(.unknown)).rawText.isEmpty)
  }

  @Test func numbersAreAlignedAndMarked() {
    let text = table([[.text("日本"), figure(8.9)], [.text("b"), figure(1_234, .estimated)]]).text()
    #expect(
      text == """
        name  value (%)
        ----  ---------
        日本      8.9
        b     1,234.0 e
        e = estimated.

        """)
  }

  @Test(arguments: [20, 30, 40, 60])
  func flexibleColumnsAreCutToTheWidth(_ width: Int) {
    let name = String(repeating: "long ", count: 20)
    for line in table([[.text(name), figure(1)]]).text(width: width).split(separator: "\n") {
      #expect(line.count <= width)
    }
  }

  @Test func noControlCharacterLeavesAWriter() {
    let hostile = table([[.text(SmallCatalog.hostile), figure(1)]])
    let outputs = [
      hostile.text(width: 40), hostile.csv(), hostile.csv(isRaw: true), hostile.markdown(),
      hostile.json.pretty, hostile.jsonLines,
    ]
    for output in outputs {
      let bad = output.unicodeScalars.filter {
        ($0.value < 32 && $0 != "\n") || (0x7F...0x9F).contains($0.value)
          || (0x2028...0x202E).contains($0.value)
      }
      #expect(bad.isEmpty, "\(output)")
    }
    #expect(hostile.jsonLines.split(separator: "\n").count == 1)
    #expect(hostile.csv().split(separator: "\n").count == 2)
  }

  @Test func markdownEscapesMarkup() {
    let text = table([[.text("a|b*c*<i>`_"), figure(1)]]).markdown()
    #expect(text.contains("| a\\|b\\*c\\*\\<i\\>\\`\\_ | 1.0 |"))
  }
}

struct JSONValueTests {
  @Test func stringsAreEscaped() {
    let value = JSONValue.string("\"\\\n\t\r\u{0}\u{1B}\u{7F}\u{2028}\u{2029}é😀")
    #expect(
      value.compact
        == "\"\\\"\\\\\\n\\t\\r\\u0000\\u001b\\u007f\\u2028\\u2029é😀\"")
  }

  @Test func prettyKeepsOrderAndIndents() {
    let value = JSONValue.object([
      .init("b", 1), .init("a", .array([1.5, nil, true])), .init("c", .array([])),
    ])
    #expect(
      value.pretty == """
        {
          "b": 1,
          "a": [
            1.5,
            null,
            true
          ],
          "c": []
        }

        """)
  }

  @Test func numbersThatAreNotFiniteAreNull() {
    #expect(
      JSONValue.array([.number(.nan), .number(-0.0), .number(5e7)]).compact == "[null,0,50000000]")
  }
}
