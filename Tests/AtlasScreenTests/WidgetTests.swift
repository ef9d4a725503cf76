import AtlasScreen
import Testing

@Suite struct WidgetTests {
  private func canvas(_ columns: Int, _ rows: Int = 1) -> CellBuffer {
    CellBuffer(size: Size(columns: columns, rows: rows))
  }

  @Test func aPanelFramesItsInside() {
    var buffer = canvas(12, 3)
    let inner = PanelWidget(title: "Goods", footer: "1/9", glyphs: .ascii)
      .draw(in: buffer.bounds, into: &buffer)
    #expect(inner == Rect(column: 1, row: 1, columns: 10, rows: 1))
    #expect(buffer.lines == ["+- Goods --+", "|          |", "+---- 1/9 -+"])
  }

  @Test func aTinyPanelHasNoFrame() {
    var buffer = canvas(2, 2)
    let inner = PanelWidget(title: "x").draw(in: buffer.bounds, into: &buffer)
    #expect(inner == buffer.bounds && buffer.lines == ["", ""])
  }

  @Test func hintsAreCutWithAnEllipsis() {
    let bar = HintBar(
      [.init(.character("q"), "quit"), .init(.enter, "open"), .init(.control("r"), "report")])
    var wide = canvas(40)
    #expect(bar.draw(in: wide.bounds, into: &wide).count == 3)
    #expect(wide.lines == ["q quit  Enter open  Ctrl-R report"])
    var narrow = canvas(22)
    let regions = bar.draw(in: narrow.bounds, into: &narrow)
    #expect(narrow.lines == ["q quit  Enter open  …"])
    #expect(regions.map(\.index) == [0, 1])
    #expect(regions.last?.rect == Rect(column: 8, row: 0, columns: 10, rows: 1))
    #expect(narrow.roleLines == ["ktttttttkkkkktttttttttt"].map { String($0.prefix(22)) })
  }

  @Test(arguments: 0...40) func aHintIsShownWholeOrNotAtAll(columns: Int) {
    let bar = HintBar(
      [.init(.character("q"), "quit"), .init(.enter, "open"), .init(.control("r"), "report")])
    var buffer = canvas(columns)
    let regions = bar.draw(in: buffer.bounds, into: &buffer)
    #expect(regions.allSatisfy { $0.rect.endColumn <= columns })
    if regions.count < 3 && columns > 0 { #expect(buffer.lines[0].hasSuffix("…")) }
    if columns >= 33 { #expect(regions.count == 3) }
  }

  @Test func aBarShowsValueIntervalAndMarker() {
    var buffer = canvas(10)
    BarWidget(value: 0.45, interval: 0.3...0.7, marker: 0.9).draw(in: buffer.bounds, into: &buffer)
    #expect(buffer.lines == ["████▒▒▒▒░┃"])
    #expect(buffer.roleLines == ["########:|"])
  }

  @Test func partsOfACellShowAsEighths() {
    let text = BarWidget(value: 0.45).spans(columns: 10).map(\.text).joined()
    #expect(text == "████▌░░░░░")
    let plain = BarWidget(value: 0.45, glyphs: .ascii).spans(columns: 10).map(\.text).joined()
    #expect(plain == "#####.....")
  }

  @Test func anUnknownValueIsNotAnEmptyBar() {
    let unknown = BarWidget(value: nil).spans(columns: 4)
    #expect(unknown == Array(repeating: Span("–", .unknownValue), count: 4))
    #expect(BarWidget(value: .nan).spans(columns: 4) == unknown)
    #expect(BarWidget(value: 0).spans(columns: 4).map(\.text) == ["░", "░", "░", "░"])
  }

  @Test func barsTakeAnyNumbers() {
    for value in [-1, 0, 0.5, 1, 7, .infinity, -.infinity, .nan] as [Double] {
      for columns in [-1, 0, 1, 2, 30] {
        let bar = BarWidget(value: value, interval: -3...9, marker: value)
        #expect(bar.spans(columns: columns).count == max(0, columns))
      }
    }
  }

  @Test func aParagraphReportsTheRowsItUsed() {
    var buffer = canvas(8, 3)
    let text = Paragraph("one two three four five six")
    #expect(text.rows(columns: 8) == 4)
    #expect(text.draw(in: buffer.bounds, into: &buffer) == 3)
    #expect(buffer.lines == ["one two", "three", "four"])
    buffer.clear()
    #expect(text.draw(in: buffer.bounds, into: &buffer, skipping: 2) == 2)
    #expect(buffer.lines == ["four", "five six", ""])
  }

  @Test func everyWidgetIsSafeAtEverySize() {
    var random = SampleGenerator(seed: 23)
    for _ in 0..<600 {
      let columns = Int.random(in: 0...30, using: &random)
      var buffer = canvas(columns, Int.random(in: 0...8, using: &random))
      let rect = Rect(
        column: Int.random(in: -5...30, using: &random),
        row: Int.random(in: -5...8, using: &random),
        columns: Int.random(in: 0...40, using: &random),
        rows: Int.random(in: 0...10, using: &random))
      let text = Sample.text(&random)
      PanelWidget(title: text, footer: text).draw(in: rect, into: &buffer)
      Paragraph(text).draw(in: rect, into: &buffer)
      HintBar([.init(name: text, text), .init(.up, "up")]).draw(in: rect, into: &buffer)
      BarWidget(value: 0.3, interval: 0.1...0.9).draw(in: rect, into: &buffer)
      InputLine(text).draw(in: rect, into: &buffer)
      ScrollBar().draw(in: rect, into: &buffer, visible: 2..<5, count: 30)
      #expect(faults(in: buffer) == [])
    }
  }
}

@Suite struct InputLineTests {
  @Test func keysEditTheText() {
    var line = InputLine("abc def")
    let keys: [Key] = [.left, .character("x"), .home, .delete, .end, .backspace]
    for key in keys { line.handle(key) }
    #expect(line.text == "bc dex")
    let isTaken = line.handle(.control("w"))
    #expect(isTaken && line.text == "bc ")
    line.handle(.control("u"))
    #expect(line.text == "")
    let isEnterTaken = line.handle(.enter)
    #expect(!isEnterTaken)
  }

  @Test func theCursorStaysInSight() {
    var buffer = CellBuffer(size: Size(columns: 5, rows: 1))
    var line = InputLine("abcdefgh")
    line.draw(in: buffer.bounds, into: &buffer)
    #expect(buffer.lines == ["efgh"] && buffer.cursor == Point(column: 4, row: 0))
    line.handle(.home)
    line.draw(in: buffer.bounds, into: &buffer)
    #expect(buffer.lines == ["abcde"] && buffer.cursor == Point(column: 0, row: 0))
  }

  @Test func pastedTextStaysOnOneLine() {
    var line = InputLine("ad")
    line.handle(.left)
    line.insert("b\nc")
    #expect(line.text == "ab cd" && line.cursor == 4)
    line.insert("\u{301}")
    #expect(line.cursor == 4)
  }

  @Test func randomKeysNeverTrap() {
    var random = SampleGenerator(seed: 31)
    var line = InputLine()
    for _ in 0..<3000 {
      if Bool.random(using: &random) {
        line.insert(Sample.text(&random, pieces: 2))
      } else if let key = KeyTests.all.randomElement(using: &random) {
        line.handle(key)
      }
      #expect(line.cursor >= 0 && line.cursor <= line.text.count)
    }
  }
}
