import AtlasTestSupport
import Testing

struct ChangeCommandTests {
  @Test func flagsStandBeforeTheVerdictAndEveryFigureHasYearAndSource() throws {
    let run = try ProgramRun(["change", "UGA", "dhis2"])
    #expect(run.code == 0, "\(run.errors)")
    let flags = try #require(run.output.firstRange(of: "Flags\n"))
    let verdict = try #require(run.output.firstRange(of: "Verdict of the screening"))
    #expect(flags.lowerBound < verdict.lowerBound)
    #expect(run.output.contains("Rule of law") && run.output.contains("2023"))
    let csv = try ProgramRun(["change", "UGA", "dhis2", "--format", "csv"])
    #expect(
      csv.output.hasPrefix("kind,set,id,from,to,unit,year,source,distance,years,people\n"))
    for line in csv.output.split(separator: "\n") where line.hasPrefix("figure,") {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      #expect(!fields[6].isEmpty && !fields[7].isEmpty, "\(line)")
    }
  }

  @Test func theAnswerIsThatOfAssess() throws {
    let csv = try ProgramRun(["change", "KEN", "oky", "--format", "csv"]).output
    let line = try #require(csv.split(separator: "\n").first { $0.hasPrefix("figure,") })
    let fields = line.split(separator: ",", omittingEmptySubsequences: false)
    let (id, value) = (String(fields[2]), String(fields[4]))
    let with = try ProgramRun(["assess", "KEN", "oky", "--set", "\(id)=\(value)"])
    #expect(with.output.contains("Adopt with safeguards"))
    let under = try ProgramRun(["change", "KEN", "oky", "--set", "\(id)=\(value)"])
    #expect(under.output.contains("Asked for  Adopt, or better"))
    #expect(under.output.contains("own figure"))
  }

  @Test func wrongUse() throws {
    #expect(try ProgramRun(["change", "UGA", "dhis2", "--to", "not-now"]).code == 64)
    #expect(try ProgramRun(["change", "EST", "x-road", "--to", "prepare-first"]).code == 64)
    #expect(try ProgramRun(["change", "UGA"]).code == 64)
    #expect(try ProgramRun(["change", "EST", "x-road"]).output.contains("nothing is above it"))
  }
}
