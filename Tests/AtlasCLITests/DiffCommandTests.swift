import AtlasTestSupport
import Testing

struct DiffCommandTests {
  private static let scenario =
    "dpg-atlas scenario 1\nname: Online\nfigure UGA internet-users: 90\nfigure UGA rule-of-law: 80\n"

  @Test func twoScenariosAreComparedFlagsFirst() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.scenario, to: "online.txt")
    let run = try ProgramRun(["report", "diff", "-", path, "--countries", "iso3:UGA"])
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.contains("Online (\(path))") && run.output.contains("Uganda (UGA)"))
    let csv = try ProgramRun([
      "report", "diff", "-", path, "--countries", "iso3:UGA", "--format", "csv",
    ])
    let header = csv.output.prefix { $0 != "\n" }
    #expect(header.hasPrefix("iso3,country,good,flags,") && header.hasSuffix("verdict_new"))
    #expect(csv.output.split(separator: "\n").count > 5)
    // The other way round every flip is undone.
    let back = try ProgramRun([
      "report", "diff", path, "-", "--countries", "iso3:UGA", "--format", "csv",
    ])
    #expect(back.output.split(separator: "\n").count == csv.output.split(separator: "\n").count)
    #expect(try ProgramRun(["report", "diff", path, path]).output.contains("No verdict flipped"))
  }

  @Test func aDatasetDiffersFromTheBundledOneByWhatWasEdited() throws {
    let folder = try TemporaryFolder()
    let data = try folder.copyOfData()
    let same = try ProgramRun(["data", "diff", data])
    #expect(same.code == 0 && same.output.contains("No verdict flipped"), "\(same.errors)")
    #expect(!same.output.contains("Changes in"))
    let file = data + "/observations.csv"
    let lines = try TemporaryFolder.read(file).split(
      separator: "\n", omittingEmptySubsequences: false
    ).filter { !$0.hasPrefix("KEN,rule-of-law,") }
    try folder.write(lines.joined(separator: "\n"), to: "data/observations.csv")
    let run = try ProgramRun(["data", "diff", data])
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.contains("KEN rule-of-law") && run.output.contains("P3 from not assessed"))
    let csv = try ProgramRun(["data", "diff", data, "--format", "csv"])
    #expect(
      csv.output.hasPrefix("file,kind,row,column,old,new\nobservations.csv,added,KEN rule-of-law,"))
    // The same from the other command.
    let report = try ProgramRun(["report", "diff", data, "-"])
    #expect(report.output.contains("P3 from not assessed"))
  }

  @Test func whatIsNotThereIsSaid() throws {
    #expect(try ProgramRun(["data", "diff", "/nowhere/at/all"]).code == 66)
    #expect(try ProgramRun(["report", "diff", "-", "/nowhere/at/all"]).code == 66)
    #expect(try ProgramRun(["report", "diff", "-"]).code == 64)
  }
}
