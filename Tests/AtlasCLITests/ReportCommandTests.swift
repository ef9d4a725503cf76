import AtlasTestSupport
import Testing

struct ReportCommandTests {
  @Test func wrongUseIsSaidBeforeAnyWork() throws {
    let wrong: [[String]] = [
      ["UGA", "dhis2", "--need", "sdg:3"], ["UGA", "dhis2", "--top", "3"], ["UGA", "--top", "0"],
      ["UGA", "--top", "11"], ["UGA", "--need", "sdg:18"], ["UGA", "--need", "sector:nope"],
      ["UGA", "dhis2", "--date", "2026-02-30"], ["UGA", "dhis2", "--date", "yesterday"],
      ["UGA", "dhis2", "--length", "long"], ["UGA", "nope-nope-nope"], ["Nowhereland"],
      ["UGA", "dhis2", "--note", String(repeating: "n", count: 401)],
      ["UGA", "dhis2", "oky", "--demand", "power=1"],
    ]
    for arguments in wrong {
      let run = try ProgramRun(["report"] + arguments)
      #expect(run.code == 64, "\(arguments): \(run.code)")
      #expect(run.output.isEmpty && !run.errors.isEmpty, "\(arguments)")
    }
  }

  @Test func dateNoteAndScenarioArePrintedInEveryLength() throws {
    for length in ["card", "brief", "full"] {
      let run = try ProgramRun([
        "report", "UGA", "dhis2", "--length", length, "--format", "txt", "--date", "2026-12-01",
        "--note", "The ministry goes on.", "--set", "internet-users=45",
      ])
      #expect(run.code == 0)
      #expect(run.output.contains("2026-12-01"))
      #expect(run.output.contains("The ministry goes on."))
      #expect(run.output.contains("45 %"))
      #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 || $0.contains("://") })
    }
  }

  @Test func aFileIsWrittenWholeOrNotAtAll() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/brief.md"
    #expect(try ProgramRun(["report", "UGA", "dhis2", "-o", path]).code == 0)
    let text = try TemporaryFolder.read(path)
    #expect(text.hasPrefix("# DHIS2 in Uganda\n"))
    #expect(text == (try ProgramRun(["report", "UGA", "dhis2"]).output))
    #expect(try ProgramRun(["report", "KEN", "dhis2", "-o", path]).code == 73)
    #expect(try TemporaryFolder.read(path) == text)
    #expect(
      try ProgramRun(["report", "KEN", "dhis2", "-o", folder.path + "/no/where.md"]).code == 73)
  }

  @Test func theScreeningsAreThoseOfAssess() throws {
    let report = try ProgramRun(["report", "UGA", "dhis2", "--format", "json"]).output
    let assess = try ProgramRun(["assess", "UGA", "dhis2", "--format", "json"]).output
    func words(_ text: String) -> String { text.filter { !$0.isWhitespace } }
    #expect(words(report).contains(words(assess)))
  }

  @Test func anOverlayWithAHostileSourceStaysHarmless() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/own.csv"
    let source = "=HYPERLINK(1) <b>x</b> | # " + String(repeating: "k", count: 10_000)
    try folder.write(
      "iso3,indicator,year,value,source\nUGA,rule-of-law,2025,12,\"\(source)\"\n", to: "own.csv")
    for format in ["md", "txt", "csv", "json"] {
      let run = try ProgramRun([
        "report", "UGA", "dhis2", "--overlay", path, "--format", format,
      ])
      #expect(run.code == 0, "\(run.errors)")
      #expect(!run.output.contains(String(repeating: "k", count: 200)))
      if format == "md" { #expect(!run.output.contains("<b>")) }
      if format == "csv" { #expect(!run.output.contains(",=")) }
    }
  }
}
