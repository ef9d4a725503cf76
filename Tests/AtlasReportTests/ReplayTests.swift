import AtlasScreen
import AtlasTestSupport
import Testing

@testable import AtlasReport

/// Recordings as asciicast and as a page.
struct ReplayTests {
  private static func recording() -> Recording {
    var recording = Recording(title: "A <b> & \"c\"")
    var screen = CellBuffer(size: Size(columns: 24, rows: 3))
    screen.write("Flags: 中文 ─", at: 0, row: 0, role: .title)
    recording.add(screen, theme: .dark, lasting: 800)
    screen.write("a < b & c", at: 2, row: 1, role: .text)
    recording.add(screen, theme: .dark, caption: "See <here>", lasting: 1600)
    recording.add(
      screen, theme: .light, caption: "See <here>", step: "set-theme light", lasting: 800)
    return recording
  }

  @Test func anAsciicastHasAHeaderAndAnEventALine() {
    let text = Asciicast(Self.recording()).text
    Golden.check(text, named: "replay.cast")
    #expect(
      Asciicast(Self.recording(), timestamp: 5).text.hasPrefix(
        "{\"version\":2,\"width\":24,\"height\":4,\"timestamp\":5,\"title\":"))
  }

  @Test func anEmptyRecordingIsStillAHeader() {
    #expect(Asciicast(Recording(title: "x")).text.split(separator: "\n").count == 1)
    #expect(ReplayPage(Recording(title: "x")).html.hasSuffix("</html>\n"))
  }

  @Test func anotherSizeIsAnEvent() {
    var recording = Recording(title: "x")
    recording.add(CellBuffer(size: Size(columns: 80, rows: 24)), theme: .dark, lasting: 100)
    recording.add(CellBuffer(size: Size(columns: 90, rows: 30)), theme: .dark, lasting: 100)
    #expect(Asciicast(recording).text.contains("\n[0.1,\"r\",\"90x30\"]\n[0.1,\"o\",\"\\u001b[0m"))
  }

  @Test func aPageHoldsEveryScreenAsText() {
    let page = ReplayPage(Self.recording()).html
    Golden.check(page, named: "replay.html")
    #expect(page.contains("<title>A &lt;b&gt; &amp; &quot;c&quot;</title>"))
    #expect(page.contains("  a &lt; b &amp; c"))
    #expect(page.contains("<span class=\"words\">See &lt;here&gt;</span>"))
    #expect(page.components("class=\"frame\"") == 3)
    #expect(!page.contains("http://") && !page.contains("https://"))
  }

  @Test func aPageOfManyScreensStaysSmall() {
    var recording = Recording(title: "x")
    for step in 0..<300 {
      var screen = CellBuffer(size: Size(columns: 80, rows: 24))
      for row in 0..<24 {
        screen.write("row \(row + step) of a table", at: 0, row: row, role: .text)
      }
      recording.add(screen, theme: .dark, lasting: 100)
    }
    #expect(Asciicast(recording).text.utf8.count < 300 * 24 * 20)
    #expect(ReplayPage(recording).html.utf8.count < 1_500_000)
  }
}

extension String {
  fileprivate func components(_ part: String) -> Int {
    var count = 0
    var rest = self[...]
    while let found = rest.firstRange(of: part) {
      count += 1
      rest = rest[found.upperBound...]
    }
    return count
  }
}
