import AtlasTestSupport
import Testing

@testable import AtlasCLI

/// Sessions that are recorded without a terminal; Tests/PTY plays them in one.
struct RecordCommandTests {
  private static let lesson = """
    dpg-atlas session 1
    # Flags first.
    go screening UGA dhis2
    page-down

    """

  @Test("the policy of the page lets its own script run and no other")
  func thePolicyNamesTheScript() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Self.lesson, to: "a.txt")
    let page = try ProgramRun(["record", file, "--format", "html"]).output
    let start = try #require(page.firstRange(of: "<script>"))
    let end = try #require(page.firstRange(of: "</script>"))
    let hash = SHA256.digits(Array(page[start.upperBound..<end.lowerBound].utf8))
    let policy = "script-src 'sha256-\(Self.base64(ofHex: hash))'"
    #expect(page.contains(policy), "the page needs \(policy)")
    #expect(page.contains("content=\"default-src 'none'; "))
  }

  @Test func screensComeAsTheExplorerHasThem() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      Self.lesson.replacing("# Flags first.\n", with: ""), to: "a.txt")
    let last = try ProgramRun(["explore", "--play", file, "--headless"]).output
    #expect(try ProgramRun(["record", file, "--format", "text"]).output == last)
  }

  @Test func picturesGoIntoAFolderAndNothingIsWrittenOver() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Self.lesson, to: "a.txt")
    let place = folder.path + "/pictures"
    let command = ["record", file, "--format", "svg", "--all", "--output-dir", place]
    #expect(try ProgramRun(command).code == 0)
    let names = TemporaryFolder.names(in: place)
    #expect(names == ["screen-1.svg", "screen-2.svg", "screen-3.svg", "screen-4.svg"])
    let again = try ProgramRun(command)
    #expect(again.code == 73 && again.errors.contains("exists already"))
    #expect(try ProgramRun(command + ["--force"]).code == 0)
  }

  @Test func aScenarioIsLaidUnderTheSession() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Self.lesson, to: "a.txt")
    let scenario = try folder.write(
      "dpg-atlas scenario 1\nfigure UGA internet-users: 45\n", to: "b.txt")
    let run = try ProgramRun(["record", file, "--format", "text", "--scenario", scenario])
    #expect(run.output.contains("WHAT-IF: 1 change"))
  }

  @Test func aRecordingNeedsATerminalOnlyWhereOneIsUsed() throws {
    #expect(try ProgramRun(["explore", "--record", "a.cast"]).code == 64)
    #expect(try ProgramRun(["explore", "--record", "a.cast", "--plain"]).code == 64)
    let both = ["explore", "--play", "a.txt", "--headless", "--record", "a.cast"]
    #expect(try ProgramRun(both).code == 64)
  }

  private static func base64(ofHex hex: String) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var bits = hex.flatMap { digit -> [Int] in
      let value = digit.hexDigitValue ?? 0
      return [3, 2, 1, 0].map { value >> $0 & 1 }
    }
    while bits.count % 6 != 0 { bits.append(0) }
    let text = stride(from: 0, to: bits.count, by: 6).map { start in
      letters[bits[start..<start + 6].reduce(0) { $0 * 2 + $1 }]
    }
    let padding = String(repeating: "=", count: (4 - text.count % 4) % 4)
    return String(text) + padding
  }
}
