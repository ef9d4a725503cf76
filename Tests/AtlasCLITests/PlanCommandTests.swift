import AtlasTestSupport
import Testing

struct PlanCommandTests {
  private static let arguments = [
    "plan", "UGA", "dhis2", "openg2p", "--start", "2027-01", "--measure", "dhis2=pr-minimise",
    "--note", "openg2p=Known, and accepted.", "--have", "agents=partly", "--months",
    "data-law=12 to 24", "--size", "uptake=0.5",
  ]

  @Test func aPlanOpenedElsewhereGivesTheSameBytes() throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/uganda.plan"
    let made = try ProgramRun(Self.arguments + ["--save", file])
    #expect(made.code == 0, "\(made.errors)")
    for format in ["table", "md", "html", "csv", "json"] {
      let direct = try ProgramRun(Self.arguments + ["--format", format])
      let opened = try ProgramRun(["plan", "--plan", file, "--format", format])
      #expect(opened.code == 0 && direct.output == opened.output, "\(format)")
    }
    #expect(try ProgramRun(["plan", "--plan", file, "--save", file]).code == 73)
  }

  @Test func flagsStandFirstAndEverythingAskedForIsThere() throws {
    let text = try ProgramRun(Self.arguments).output
      .split { $0 == "\n" || $0 == " " }.joined(separator: " ")
    let flags = try #require(text.firstRange(of: "Flags before anything else"))
    for verdict in ["Adopt with safeguards", "Prepare first"] {
      if let found = text.firstRange(of: verdict) { #expect(flags.lowerBound < found.lowerBound) }
    }
    for part in [
      "What has to be there first", "Timeline", "2027-01", "Residual risk by phase",
      "Phase 1: Assess", "Phase 5: Sustain", "[ ]", "Sizes, all of them ranges",
      "What the country gains", "Lock-in", "Sovereignty", "Upkeep", "Known, and accepted.",
      "your own word", "Sources",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    let csv = try ProgramRun(Self.arguments + ["--format", "csv"]).output
    #expect(csv.hasPrefix("kind,good,id,name,low,high,unit,state,year,source,detail\n"))
    let json = try ProgramRun(Self.arguments + ["--format", "json"]).output
    #expect(json.contains("\"residual\": [") && json.contains("\"timeline\": ["))
  }

  @Test func wrongUse() throws {
    #expect(try ProgramRun(["plan"]).code == 64)
    #expect(try ProgramRun(["plan", "UGA"]).code == 64)
    #expect(try ProgramRun(["plan", "UGA", "dhis2", "--size", "uptake"]).code == 64)
    let wrong = try ProgramRun(["plan", "UGA", "dhis2", "--have", "agents=perhaps"])
    #expect(wrong.code == 64 && wrong.errors.contains("is no standing"))
    #expect(try ProgramRun(["plan", "--plan", "/nowhere/x.plan"]).code == 66)
    let folder = try TemporaryFolder()
    let file = try folder.write("dpg-atlas plan 1\ncountry: UGA\ngood: dhis", to: "bad.plan")
    let faulty = try ProgramRun(["plan", "--plan", file])
    #expect(faulty.code == 65 && faulty.errors.contains("line 3"))
  }

  @Test func portfolioPrintsSetsAndRunnersUp() throws {
    let run = try ProgramRun(["portfolio", "UGA", "--need", "sector:health", "--budget", "2"])
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.contains("The best set") && run.output.contains("runners-up"))
    let csv = try ProgramRun(["portfolio", "UGA", "--budget", "2", "--format", "csv"]).output
    #expect(csv.hasPrefix("rank,measures,cost,effort,opened,people_low,people_high,goods\n"))
    #expect(try ProgramRun(["portfolio", "UGA", "--budget", "0"]).code == 64)
    #expect(try ProgramRun(["portfolio", "UGA", "--need", "x"]).code == 64)
  }
}
