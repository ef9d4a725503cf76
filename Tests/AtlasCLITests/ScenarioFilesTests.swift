import AtlasTestSupport
import Glibc
import Testing

/// Lists, combinations and effects of scenario files on the command line.
struct ScenarioFilesTests {
  private static let ministry = """
    dpg-atlas scenario 1
    name: The ministry's figures
    figure UGA internet-users: 45 ; source: Ministry of ICT, survey 2026
    figure KEN literacy: 95
    policy: any

    """
  private static let other = "dpg-atlas scenario 1\npolicy: all\nfigure UGA internet-users: 60\n"
  private static let bad = "dpg-atlas scenario 1\npolicy: none\nfigure UGA internet-usrs: 60\n"

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Self.ministry, to: "b.scenario")
    try folder.write("\u{FEFF}" + Self.other, to: "a.txt")
    try folder.write(Self.bad, to: "bad.scenario")
    try folder.write(bytes: [0xFF, 0xFE], to: "broken.scenario")
    try folder.write("dpg-atlas session 1\n", to: "session.txt")
    try folder.makeFolder("folder.scenario")
    return folder
  }

  @Test func aListHasEveryScenarioWithItsFaults() throws {
    let folder = try folder()
    let list = try ProgramRun(["scenario", "list", folder.path])
    #expect(list.code == 0)
    let words = list.output.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    #expect(words.contains("2 of 4 can be used."))
    #expect(words.contains("bad.scenario: line 2: there is no policy `none`; expected one of"))
    #expect(words.contains("bad.scenario: line 3: there is no indicator `internet-usrs`"))
    #expect(words.contains("broken.scenario: no text in UTF-8"))
    let csv = try ProgramRun(["scenario", "list", folder.path, "--format", "csv"]).output
    let rows = csv.split(separator: "\n").map(String.init)
    #expect(
      rows.prefix(2) == [
        "file,name,changes,countries,sourced,what_if,faults,fault_lines", "a.txt,,2,UGA,0,1,0,",
      ])
    #expect(rows[2] == "b.scenario,The ministry's figures,3,UGA;KEN,1,1,0,")
    #expect(rows[3].hasPrefix("bad.scenario,,,,,,2,\"line 2: ") && rows.count == 5)
    #expect(try ProgramRun(["scenario", "list", folder.path + "/none"]).code == 66)
  }

  @Test func combiningWritesTheSameBytesAnywhere() throws {
    let folder = try folder()
    let (first, second) = (folder.path + "/b.scenario", folder.path + "/a.txt")
    let result = folder.path + "/both.scenario"
    let run = try ProgramRun(["scenario", "combine", first, second, "-o", result])
    #expect(run.code == 0 && run.output.isEmpty)
    #expect(run.errors.contains("b.scenario, line 3") && run.errors.contains("a.txt, line 3"))
    let text = try TemporaryFolder.read(result)
    #expect(
      text == """
        dpg-atlas scenario 1
        name: The ministry's figures + a.txt
        policy: all
        figure UGA internet-users: 60
        figure KEN literacy: 95

        """)
    let elsewhere = try TemporaryFolder()
    let copies = try [(Self.ministry, "b.scenario"), (Self.other, "a.txt")].map {
      try elsewhere.write($0.0, to: $0.1)
    }
    let again = try ProgramRun(
      ["scenario", "combine"] + copies, environment: ["TZ=Asia/Kolkata", "LANG=tr_TR.UTF-8"])
    #expect(again.output == text)
    let shows = try [("LANG=C.UTF-8", result), ("LANG=tr_TR.UTF-8", result)].map {
      try ProgramRun(["scenario", "show", $0.1, "--format", "csv"], environment: [$0.0]).output
    }
    let moved = try elsewhere.write(text, to: "moved.txt")
    let there = try ProgramRun(["scenario", "show", moved, "--format", "csv"]).output
    #expect(Set(shows + [there]).count == 1 && there.contains(",60,what-if\n"))
    // It is never written over, and asking for that says so.
    #expect(try ProgramRun(["scenario", "combine", first, second, "-o", result]).code == 73)
  }

  @Test func faultsOfAllFilesAreNamedWithFileLineAndCause() throws {
    let folder = try folder()
    let worse = try folder.write(
      "dpg-atlas scenario 1\nlevel dhis2 power: 9\n", to: "worse.scenario")
    let files = [folder.path + "/bad.scenario", folder.path + "/b.scenario", worse]
    let run = try ProgramRun(["scenario", "combine"] + files)
    #expect(run.code == 65 && run.output.isEmpty)
    for words in [
      "bad.scenario: line 2: there is no policy", "bad.scenario: line 3: there is no indicator",
      "worse.scenario: line 2: `9` is no level; expected a whole number from 0 to 4",
    ] { #expect(run.errors.contains(words), "\(run.errors)") }
    #expect(try ProgramRun(["scenario", "combine", files[1]]).code == 64)
    #expect(try ProgramRun(["scenario", "combine", files[1], folder.path + "/none"]).code == 66)
  }

  @Test(
    "the named source of a figure stands in every form",
    arguments: ["table", "md", "html", "json", "csv", "jsonl"])
  func theEffectNamesItsSource(_ format: String) throws {
    let folder = try folder()
    let file = folder.path + "/b.scenario"
    let run = try ProgramRun(["scenario", "apply", file, "uganda", "dhis2", "--format", format])
    #expect(run.code == 0, "\(run.errors)")
    let words = run.output.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    #expect(words.contains("Ministry of ICT, survey 2026"), "\(words)")
    #expect(words.contains("2024") && words.contains("itu-datahub"))
  }

  @Test func withoutAGoodItIsTheCountrysFlips() throws {
    let folder = try folder()
    let file = folder.path + "/b.scenario"
    let csv = try ProgramRun(["scenario", "apply", file, "UGA", "--format", "csv"]).output
    let diff = try ProgramRun([
      "report", "diff", "-", file, "--countries", "iso3:UGA", "--goods", "standing:listed",
      "--format", "csv",
    ]).output
    #expect(csv == diff && csv.hasPrefix("iso3,country,good,flags,"))
    #expect(try ProgramRun(["scenario", "apply", file, "nowhere"]).code == 64)
  }
}
