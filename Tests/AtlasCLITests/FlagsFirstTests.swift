import AtlasModel
import AtlasTestSupport
import Testing

/// No word of a verdict stands before the flags in any text that a command prints.
struct FlagsFirstTests {
  /// Commands that print a verdict, with arguments that reach every one of the classes.
  static let commands: [[String]] = [
    ["assess", "UGA", "dhis2"], ["assess", "UGA", "oky"], ["assess", "EST", "x-road"],
    ["assess", "SSD", "mosip"], ["assess", "ABW", "mosip"],
    ["assess", "KEN", "opencrvs", "--apply", "pr-minimise,ra-solar", "--preset", "ministry"],
    ["why", "UGA", "dhis2"], ["why", "UGA", "dhis2", "fit"], ["why", "SSD", "mosip", "P1"],
    ["rank", "UGA", "--top", "20"], ["rank", "--good", "dhis2"],
    ["rank", "KEN", "--need", "sdg:3"], ["rank", "KEN", "--columns", "rank,name,at_best,fit"],
    ["assess", "UGA", "oky", "--set", "internet-users=45", "--demand", "power=1"],
    ["why", "UGA", "--figure", "literacy"], ["why", "UGA", "dhis2", "certainty"],
    ["certainty", "UGA", "dhis2", "--samples", "200"], ["certainty", "TCD", "--samples", "200"],
    ["certainty", "UGA", "oky", "--draw", "3", "--samples", "200"],
    ["country", "UGA"], ["good", "dhis2"], ["compare", "UGA", "KEN"],
    ["compare", "dhis2", "openmrs"], ["method"], ["measures"],
    ["plan", "UGA", "dhis2", "openg2p"], ["plan", "KEN", "oky", "--apply", "pr-minimise"],
    ["portfolio", "UGA", "--need", "sector:health"], ["change", "UGA", "dhis2"],
    ["offer"], ["offer", "mosip"], ["offer", "india-stack"], ["offer", "cowin", "--top", "3"],
  ]

  /// Reports, which have lengths and formats of their own.
  static let reports: [[String]] = [
    ["UGA", "dhis2"], ["UGA", "oky"], ["EST", "x-road"], ["SSD", "mosip"], ["ATA", "mosip"],
    ["KEN", "dhis2", "mosip", "opencrvs"], ["CIV", "--need", "sdg:4"], ["UGA", "--top", "3"],
    ["KEN", "opencrvs", "--apply", "pr-minimise", "--note", "we shall see"],
  ]

  @Test("flags stand before the verdict", arguments: commands, ["table", "md"])
  func flagsStandBeforeTheVerdict(command: [String], format: String) throws {
    try expectFlagsFirst(command, format)
  }

  @Test("so they do in every length of a report", arguments: reports, ["card", "brief", "full"])
  func flagsStandBeforeTheVerdictOfAReport(report: [String], length: String) throws {
    for format in ["md", "txt", "json"] {
      try expectFlagsFirst(["report"] + report + ["--length", length], format)
    }
  }

  @Test("so they do in what a scenario does, and on the screens of a recording")
  func flagsStandBeforeTheVerdictOfAScenarioAndOnScreens() throws {
    let folder = try TemporaryFolder()
    let scenario = try folder.write(
      "dpg-atlas scenario 1\nfigure UGA rule-of-law: 80 ; source: the ministry\npolicy: any\n",
      to: "a.scenario")
    for format in ["table", "md", "json", "csv", "jsonl"] {
      try expectFlagsFirst(["scenario", "apply", scenario, "UGA", "dhis2", "oky"], format)
      try expectFlagsFirst(["scenario", "apply", scenario, "UGA"], format)
    }
    let session = try folder.write(
      "dpg-atlas session 1\ngo screening UGA dhis2\n" + String(repeating: "page-down\n", count: 9)
        + "open-verdict\n", to: "session.txt")
    for format in ["text", "ansi", "html"] {
      let all = format == "html" ? [] : ["--all"]
      try expectFlagsFirst(["record", session] + all, format)
    }
  }

  private func expectFlagsFirst(_ command: [String], _ format: String) throws {
    let run = try ProgramRun(command + ["--format", format])
    #expect(run.code == 0, "\(command): \(run.errors)")
    let verdicts = VerdictClass.allCases.map(\.name)
    var seenFlags = false
    for line in run.output.split(separator: "\n") {
      let first = verdicts.compactMap { line.firstRange(of: $0)?.lowerBound }.min()
      let head = first.map { line[..<$0] } ?? line
      seenFlags = seenFlags || Self.speaksOfFlags(head)
      if first != nil {
        #expect(seenFlags, "\(command) in \(format): \(line)")
        return
      }
    }
  }

  @Test("every class occurs in some output, so that the test above sees them")
  func theCommandsReachSeveralClasses() throws {
    let text = try Self.commands.prefix(5).map { try ProgramRun($0).output }.joined()
    for name in ["Adopt", "Prepare first", "Not now", "Cannot say"] {
      #expect(text.contains(name), "\(name) never occurs")
    }
  }

  /// Whether a text names flags, or counts them by severity.
  private static func speaksOfFlags(_ text: Substring) -> Bool {
    let lower = text.lowercased()
    return lower.contains("flag")
      || ["critical", "high", "moderate"].contains { lower.contains($0) }
      || FlagID.allCases.contains { text.contains(" \($0.rawValue) ") }
  }
}
