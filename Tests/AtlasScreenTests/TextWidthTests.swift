import AtlasScreen
import Testing

@Suite struct TextWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("Côte", 4), ("e\u{301}", 1), ("印度", 4), ("한국", 4), ("العربية", 7),
    ("हिन्दी", 5), ("\u{200B}", 0), ("🇳🇬", 1), ("👩‍💻", 1), ("😀", 2), ("a\tb", 3), ("\r\n", 1),
    ("▏░█", 3), ("\u{301}", 0), ("ＡＢ", 4), ("ไทย", 3), ("ភាសា", 4),
  ])
  func columnsFollowTheTerminal(text: String, columns: Int) {
    #expect(text.columns == columns)
  }

  @Test func truncationMarksTheCut() {
    #expect("Bangladesh".truncated(to: 6) == "Bangl…")
    #expect("Bangladesh".truncated(to: 10) == "Bangladesh")
    #expect("印度尼西亚".truncated(to: 6) == "印度…")
    #expect("हिन्दी".truncated(to: 2) == "…")
    #expect("abcdef".truncated(to: 4, marker: "...") == "a...")
    #expect("abcdef".truncated(to: 2, marker: "...") == "ab")
    #expect("abcdef".truncated(to: 0) == "")
    #expect("abcdef".truncated(to: -5) == "")
  }

  @Test func paddingAligns() {
    #expect("ab".padded(to: 5) == "ab   ")
    #expect("ab".padded(to: 5, alignment: .right) == "   ab")
    #expect("ab".padded(to: 5, alignment: .centre) == " ab  ")
    #expect("印".padded(to: 4) == "印  ")
    #expect("abcdef".padded(to: 3) == "abcdef")
  }

  @Test func wrappingBreaksAtSpaces() {
    #expect("one two three".wrapped(columns: 7) == ["one two", "three"])
    #expect("one  two\n\nthree".wrapped(columns: 20) == ["one two", "", "three"])
    #expect("abcdefgh ij".wrapped(columns: 3) == ["abc", "def", "gh", "ij"])
    #expect("* one two three".wrapped(columns: 8, hanging: 2) == ["* one", "  two", "  three"])
    #expect("印度".wrapped(columns: 1) == ["?", "?"])
    #expect("हिन्दी".wrapped(columns: 3) == ["हि", "न्दी"])
    #expect("x".wrapped(columns: 0) == [])
    #expect("".wrapped(columns: 5) == [""])
  }

  @Test func anyTextFitsAfterTruncationAndPadding() {
    var random = SampleGenerator(seed: 7)
    for _ in 0..<2000 {
      let text = Sample.text(&random)
      let limit = Int.random(in: 0...20, using: &random)
      let cut = text.truncated(to: limit)
      #expect(cut.columns <= limit)
      if text.columns <= limit { #expect(cut == text) }
      #expect(text.fitted(to: limit).columns == limit)
    }
  }

  @Test func wrappingLosesNoPrintingCharacter() {
    var random = SampleGenerator(seed: 11)
    for _ in 0..<1000 {
      let text = Sample.text(&random, pieces: 30)
      let width = Int.random(in: 4...30, using: &random)
      let lines = text.wrapped(columns: width, hanging: Int.random(in: 0...1, using: &random))
      #expect(lines.allSatisfy { $0.columns <= width })
      let kept = visible(lines.joined(separator: "\n"))
      #expect(kept == visible(text), "\(text.debugDescription) at \(width)")
    }
  }

  /// The scalars a buffer would show, without blanks and marks.
  ///
  /// A mark at the start of a text has no base and is dropped; after a line's indent it has one.
  private func visible(_ text: String) -> [Unicode.Scalar] {
    var line = CellBuffer(size: Size(columns: 2000, rows: 1))
    line.write(text, at: 0, row: 0, role: .text)
    return line.lines.joined().unicodeScalars.filter { scalar in
      scalar != " " && scalar.properties.generalCategory != .nonspacingMark
    }
  }
}
