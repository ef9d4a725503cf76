import AtlasScreen
import Testing

@Suite struct CellBufferTests {
  private func buffer(_ columns: Int, _ rows: Int = 1) -> CellBuffer {
    CellBuffer(size: Size(columns: columns, rows: rows))
  }

  @Test func writingReturnsTheColumnsTaken() {
    var line = buffer(10)
    #expect(line.write("abc", at: 0, row: 0, role: .text) == 3)
    #expect(line.write("印度", at: 3, row: 0, role: .text) == 4)
    #expect(line.write("abcdef", at: 8, row: 0, role: .text) == 2)
    #expect(line.lines == ["abc印度 ab"])
    #expect(line.write("x", at: 0, row: 1, role: .text) == 0)
    #expect(line.write("x", at: 10, row: 0, role: .text) == 0)
    #expect(line.write("xyz", at: -2, row: 0, role: .text) == 1)
    #expect(line.lines == ["zbc印度 ab"])
  }

  @Test func theLimitCutsAndAWideCharacterAtItBecomesABlank() {
    var line = buffer(6)
    line.fill(line.bounds, with: "x", role: .text)
    #expect(line.write("a印度", at: 0, row: 0, role: .text, limit: 4) == 4)
    #expect(line.lines == ["a印 xx"])
    #expect(line.write("abc", at: 0, row: 0, role: .text, limit: 0) == 0)
  }

  @Test func overwritingHalfOfAWideCharacterBlanksTheOther() {
    var line = buffer(4)
    line.write("印度", at: 0, row: 0, role: .text)
    line.write("x", at: 1, row: 0, role: .text)
    #expect(line.lines == [" x度"])
    line.write("y", at: 2, row: 0, role: .text)
    #expect(line.lines == [" xy"])
    #expect(faults(in: line).isEmpty)
  }

  @Test func anEdgeThroughAWideCharacterLeavesABlank() {
    var line = buffer(3)
    line.fill(line.bounds, with: "x", role: .text)
    line.write("印a印", at: -1, row: 0, role: .text)
    #expect(line.lines == [" a"])
    #expect(faults(in: line).isEmpty)
  }

  @Test func nothingATerminalCouldObeyReachesACell() {
    var line = buffer(40)
    line.write("a\u{1B}[31m\u{9B}b\u{202E}c\td\u{200B}e\u{7F}", at: 0, row: 0, role: .text)
    #expect(line.lines == ["a\u{FFFD}[31m\u{FFFD}b\u{FFFD}c de\u{FFFD}"])
  }

  @Test func flagsAndJoinedEmojiBecomeOnePlainMark() {
    var line = buffer(20)
    line.write("🇳🇬a👩‍💻b👍🏽c", at: 0, row: 0, role: .text)
    #expect(line.lines == ["◇a◇b👍c"])
  }

  @Test func combiningMarksStayWithTheirLetter() {
    var line = buffer(8)
    #expect(line.write("e\u{301}x", at: 0, row: 0, role: .text) == 2)
    #expect(line[0, 0].text.unicodeScalars.count == 2)
    #expect(line[1, 0].text == "x")
  }

  @Test func changingTheRoleKeepsTheTextAndWholeWideCharacters() {
    var line = buffer(6)
    line.write("a印度b", at: 0, row: 0, role: .text)
    line.setRole(Rect(column: 2, row: 0, columns: 2, rows: 1), role: .selection)
    #expect(line.lines == ["a印度b"])
    #expect(line.roleLines == [".SSSS"])
  }

  @Test func clearingBlanksEverything() {
    var grid = buffer(5, 2)
    grid.write("abc", at: 0, row: 1, role: .error)
    grid.cursor = Point(column: 1, row: 1)
    grid.clear()
    #expect(grid == buffer(5, 2))
  }

  @Test func spansFollowEachOtherWithinTheLimit() {
    var line = buffer(8)
    let used = line.write(
      [Span("ab", .hintKey), Span(" cdefgh", .hint)], at: 1, row: 0, limit: 5)
    #expect(used == 5)
    #expect(line.lines == [" ab cd"])
    #expect(line.roleLines == [".kkttt"])
  }

  @Test func theGoldenShowsTextRolesAndCursor() {
    var grid = buffer(5, 2)
    grid.write("hi", at: 1, row: 0, role: .error)
    grid.cursor = Point(column: 3, row: 1)
    #expect(grid.golden == "5x2\ncursor 3,1\n hi\n\n-- roles\n.EE\n\n")
  }

  @Test(arguments: [(0, 0), (1, 1), (7, 3), (80, 24)])
  func randomWritesNeverEscapeOrBreakTheGrid(columns: Int, rows: Int) {
    var random = SampleGenerator(seed: UInt64(columns * 1000 + rows))
    var grid = buffer(columns, rows)
    for _ in 0..<400 {
      let text = Sample.text(&random)
      let column = Int.random(in: -10...columns + 10, using: &random)
      let row = Int.random(in: -2...rows + 2, using: &random)
      let limit = Bool.random(using: &random) ? Int.random(in: -3...20, using: &random) : nil
      let used = grid.write(text, at: column, row: row, role: .text, limit: limit)
      let isInside = row >= 0 && row < rows && column < columns
      if isInside, column >= 0 {
        #expect(used == min(text.columns, columns - column, max(0, limit ?? .max)))
      }
      #expect(used >= 0 && used <= columns)
      let rect = Rect(column: column, row: row, columns: 5, rows: 2)
      grid.setRole(rect, role: .selection)
      if Int.random(in: 0..<20, using: &random) == 0 { grid.fill(rect, with: "印", role: .bar) }
    }
    #expect(faults(in: grid) == [])
    #expect(grid.lines.count == rows && grid.lines.allSatisfy { $0.columns <= columns })
  }
}
