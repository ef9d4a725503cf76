import AtlasTestSupport
import Testing

@testable import AtlasCLI

struct ReportBatchTests {
  private static let nearby = ["report", "--all", "--countries", "region:oceania", "--top", "2"]

  private func run(_ folder: String, _ more: String...) throws -> ProgramRun {
    try ProgramRun(Self.nearby + ["--output-dir", folder] + more)
  }

  @Test func everyFileIsWhatTheCommandForOneCountryPrints() throws {
    let folder = try TemporaryFolder()
    let place = folder.path + "/new/briefs"
    let done = try run(place, "--need", "sdg:4", "--date", "2026-12-01")
    #expect(done.code == 0, "\(done.errors)")
    #expect(done.output.isEmpty)
    let names = TemporaryFolder.names(in: place)
    #expect(names.count > 20 && names.contains("FJI.md") && names.contains("manifest.jsonl"))
    for code in ["FJI", "WSM"] {
      let one = try ProgramRun([
        "report", code, "--need", "sdg:4", "--top", "2", "--date", "2026-12-01",
      ])
      #expect(try TemporaryFolder.read("\(place)/\(code).md") == one.output)
    }
    let manifest = try TemporaryFolder.read(place + "/manifest.jsonl")
    let lines = manifest.split(separator: "\n")
    #expect(lines.count == names.count + 1)
    #expect(lines.first?.contains("\"date\":\"2026-12-01\"") == true)
    #expect(lines.last == "{\"complete\":true,\"files\":\(names.count - 1)}")
  }

  @Test func whatIsMissingIsWrittenAndTheManifestIsTheSame() throws {
    let folder = try TemporaryFolder()
    let place = folder.path + "/briefs"
    #expect(try run(place).code == 0)
    let (manifest, fiji) = (place + "/manifest.jsonl", place + "/FJI.md")
    let (whole, report) = (try TemporaryFolder.read(manifest), try TemporaryFolder.read(fiji))
    // As a run leaves it that was killed: a file is gone, one is empty, the manifest ends in a line.
    try TemporaryFolder.delete(fiji)
    try folder.write("", to: "briefs/WSM.md")
    let cut = whole.utf8.count / 2
    try folder.write(
      String(decoding: whole.utf8.prefix(cut), as: UTF8.self), to: "briefs/manifest.jsonl")
    let again = try run(place)
    #expect(again.code == 0, "\(again.errors)")
    #expect(again.errors.contains("from before"))
    #expect(try TemporaryFolder.read(fiji) == report)
    #expect(try TemporaryFolder.read(manifest) == whole)
    let third = try run(place)
    #expect(third.code == 0 && !third.errors.contains(" of 2"))
  }

  @Test func whatOthersWroteIsNotWrittenOver() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("briefs")
    try folder.write("mine", to: "briefs/FJI.md")
    let place = folder.path + "/briefs"
    let first = try run(place)
    #expect(first.code == 73 && first.errors.contains("FJI.md"))
    #expect(try TemporaryFolder.read(place + "/FJI.md") == "mine")
    #expect(try run(place, "--force").code == 0)
    #expect(try TemporaryFolder.read(place + "/FJI.md") != "mine")
    try folder.write("edited", to: "briefs/WSM.md")
    let second = try run(place)
    #expect(second.code == 73 && second.errors.contains("WSM.md"))
    let paper = try run(place, "--format", "pdf", "--paper", "Letter")
    #expect(paper.code == 73 && paper.errors.contains("another request"))
    let other = try run(place, "--length", "card")
    #expect(other.code == 73 && other.errors.contains("another request"))
    #expect(try TemporaryFolder.read(place + "/WSM.md") == "edited")
  }

  @Test func aReportForEveryPair() throws {
    let folder = try TemporaryFolder()
    let done = try ProgramRun([
      "report", "--all", "--countries", "iso3:UGA,KEN", "--goods", "id:dhis2,oky", "--length",
      "card",
      "--format", "txt", "--output-dir", folder.path,
    ])
    #expect(done.code == 0, "\(done.errors)")
    #expect(TemporaryFolder.names(in: folder.path + "/UGA") == ["dhis2.txt", "oky.txt"])
    let one = try ProgramRun(["report", "KEN", "oky", "--length", "card", "--format", "txt"])
    #expect(try TemporaryFolder.read(folder.path + "/KEN/oky.txt") == one.output)
  }

  @Test func wrongUseIsSaidBeforeAnyWork() throws {
    let folder = try TemporaryFolder()
    let place = folder.path + "/none"
    let wrong: [[String]] = [
      ["--all"], ["--all", "--output-dir", place, "-o", "x.md"], ["UGA", "--output-dir", place],
      ["--all", "--output-dir", place, "--set", "internet-users=4"],
      ["--all", "--output-dir", place, "dhis2", "--goods", "sector:health"],
      ["--all", "--output-dir", place, "--countries", "region:nowhere"], [],
      ["--all", "--output-dir", place, "--goods", "sector:health", "--top", "2"],
    ]
    for arguments in wrong {
      let run = try ProgramRun(["report"] + arguments)
      #expect(run.code == 64, "\(arguments): \(run.code) \(run.errors)")
      #expect(run.output.isEmpty && !run.errors.isEmpty, "\(arguments)")
    }
    #expect(folder.names.isEmpty)
    try folder.write("", to: "file")
    let blocked = try run(folder.path + "/file/briefs")
    #expect(blocked.code == 73)
  }

  @Test func progressSaysRateAndTimeLeft() {
    #expect(
      Progress.line("UGA.md", 50, 250, "reports", seconds: 0.1) == "UGA.md: 50 of 250 reports")
    #expect(
      Progress.line("UGA.md", 50, 250, "reports", seconds: 2)
        == "UGA.md: 50 of 250 reports, 25 a second, 8 s left")
    #expect(
      Progress.line("UGA.md", 3, 250, "reports", seconds: 2)
        == "UGA.md: 3 of 250 reports, 1.5 a second, 2 min left")
  }
}
