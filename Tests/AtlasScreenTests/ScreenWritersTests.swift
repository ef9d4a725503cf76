import AtlasTestSupport
import Testing

@testable import AtlasScreen

/// Screens as text for terminals and as pictures.
struct ScreenWritersTests {
  private func screen(_ rows: [[Span]], columns: Int = 20) -> CellBuffer {
    var screen = CellBuffer(size: Size(columns: columns, rows: rows.count))
    for (row, spans) in rows.enumerated() { screen.write(spans, at: 0, row: row) }
    return screen
  }

  @Test func runsKeepLettersOfOneKindTogether() {
    let runs = CellRun.runs(of: screen([[Span("Côte  ─── 中文 a", .dim), Span("b")]]).row(0))
    #expect(
      runs.map(\.text) == ["Côte  ", "─── ", "中文 ", "a", "b" + String(repeating: " ", count: 3)])
    #expect(runs.map(\.column) == [0, 6, 10, 15, 16])
    #expect(runs.map(\.kind) == [.plain, .other, .wide, .plain, .plain])
    #expect(runs.map(\.columns).reduce(0, +) == 20)
  }

  @Test func piecesStandWhereTheirLettersDo() {
    let run = CellRun(column: 3, columns: 12, text: " ab c   d  ", role: .text, kind: .plain)
    #expect(run.pieces.map(\.text) == ["ab c", "d"])
    #expect(run.pieces.map(\.column) == [4, 11])
    #expect(run.pieces.map(\.columns) == [4, 1])
  }

  @Test func linesEndInTheTerminalsOwnColours() {
    let text = ScreenANSI(.dark).text(screen([[Span("a "), Span("b", .error)], [Span("")]]))
    #expect(text == "a \u{1B}[0;1;38;2;255;135;135mb\u{1B}[0m\n\n")
    #expect(
      ScreenANSI(Theme.dark.withoutColours).text(screen([[Span("b", .error)]]))
        == "\u{1B}[0;1mb\u{1B}[0m\n")
  }

  @Test func anUpdateSendsWhatDiffers() {
    let (one, two) = (screen([[Span("abcdefghijkl")]]), screen([[Span("abXdefghiY")]]))
    let writer = ScreenANSI(.dark)
    #expect(
      writer.update(from: nil, to: one) == "\u{1B}[0m\u{1B}[2J\u{1B}[?25l\u{1B}[1;1Habcdefghijkl")
    #expect(writer.update(from: one, to: two) == "\u{1B}[1;3HX\u{1B}[1;10HY\u{1B}[K")
    #expect(writer.update(from: two, to: two).isEmpty)
  }

  @Test func theCursorIsShownAndHidden() {
    let plain = screen([[Span("ab")]])
    var typed = plain
    typed.cursor = Point(column: 1, row: 0)
    let writer = ScreenANSI(.dark)
    #expect(writer.update(from: plain, to: typed) == "\u{1B}[1;2H\u{1B}[?25h")
    #expect(writer.update(from: typed, to: typed).isEmpty)
    #expect(writer.update(from: typed, to: plain) == "\u{1B}[?25l")
  }

  @Test func hostileTextHoldsNothingATerminalOrAReaderWouldObey() {
    let hostile = "\u{1B}[2J<script>&\"\u{202E}\u{9B}1m\u{FFFE}"
    let drawn = screen([[Span(hostile)]], columns: 60)
    let ansi = ScreenANSI(.mono).text(drawn)
    #expect(!ansi.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    let svg = ScreenSVG(.dark).picture(drawn, title: hostile)
    #expect(!svg.contains("<script") && svg.contains("&lt;script&gt;&amp;"))
    for scalar in svg.unicodeScalars where scalar != "\n" {
      #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
      #expect(!(0x202A...0x202E).contains(scalar.value) && scalar.value & 0xFFFE != 0xFFFE)
    }
  }

  @Test func aPictureIsTheSameEveryTime() {
    let rows = [
      [Span("Title", .title), Span("  中文 ", .selection), Span("य", .link)],
      [Span("│ 45 % │", .severityCritical)],
    ]
    Golden.check(ScreenSVG(.light).picture(screen(rows), title: "A & B"), named: "screen.svg")
  }

  @Test func foldingKeepsColumns() {
    let folded = screen([[Span("Côte 中─", .dim)]]).folded
    #expect(folded.lines == ["Cote ??-"])
    #expect(folded.roleLines == ["dddddddd"])
  }

  @Test func aThemeKnowsAllColours() {
    for theme in Theme.all {
      for role in Role.allCases {
        let (text, behind) = theme.colours(of: role)
        #expect(text != behind, "\(role) in \(theme.name)")
      }
      #expect(Role.allCases.allSatisfy { theme.withoutColours.style(for: $0).foreground == nil })
    }
    #expect(ColorValue(0x00_0A_FF).css == "#000aff")
  }

  @Test func aRecordingGivesItsScreensBack() throws {
    var recording = Recording(title: "x")
    let one = screen([[Span("a")], [Span("中", .dim)]])
    var two = screen([[Span("b")], [Span("中", .dim)]])
    two.cursor = Point(column: 0, row: 1)
    recording.add(one, theme: .dark, lasting: 500)
    recording.add(
      two, theme: .dark, caption: "one two three four five six", step: "go", lasting: -1)
    #expect(recording.frames.map(\.milliseconds) == [0, 500] && recording.milliseconds == 500)
    #expect(recording.frames.map { recording.screen($0) } == [one, two])
    #expect(recording.captionRows == 2)
    let last = try #require(recording.frames.last)
    #expect(
      recording.captioned(last, rows: 2).lines == ["b", "中", " one two three four", " five six"])
  }
}
