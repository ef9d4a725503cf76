import AtlasTestSupport
import Testing

/// Scenario files on the command line.
struct ScenarioTests {
  private static let text = """
    dpg-atlas scenario 1
    name: Ten years on
    preset: citizen-first
    weakest-link: 0.4
    policy: any
    measure: dd-voice
    figure UGA internet-users: 45 ; source: the ministry's words
    figure KEN literacy: 95
    level dhis2 connectivity: 1

    """

  private func run(_ arguments: [String]) throws -> ProgramRun {
    let run = try ProgramRun(arguments)
    #expect(run.code == 0, "\(arguments): \(run.errors)")
    return run
  }

  @Test(
    "every command says which scenario it ran under, with the original",
    arguments: [
      ["assess", "UGA", "dhis2"], ["rank", "UGA", "--top", "3"], ["rank", "--good", "dhis2"],
      ["matrix", "--countries", "iso3:UGA", "--goods", "id:dhis2"], ["compare", "UGA", "KEN"],
      ["why", "UGA", "dhis2"], ["country", "UGA"], ["good", "dhis2"],
      ["countries", "--where", "iso3:UGA"], ["goods", "--where", "id:dhis2"],
    ], ["table", "md"])
  func saysTheScenario(_ command: [String], _ format: String) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Self.text, to: "a.txt")
    let output = try run(command + ["--scenario", file, "--format", format]).output
    let words = output.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    #expect(words.contains("Scenario Ten years on: 7 changes"), "\(output)")
    let figure = words.firstRange(of: "People who use the internet, Uganda: 8.9 % of people")
    #expect(figure != nil, "\(output)")
    #expect(words.contains("the ministry's words"))
  }

  @Test(arguments: ["csv", "jsonl", "json"])
  func aFormatWithoutRoomSaysItOnStandardError(_ format: String) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Self.text, to: "a.txt")
    let run = try run(["rank", "UGA", "--scenario", file, "--format", format])
    #expect(
      run.errors
        == "Scenario Ten years on: 7 changes against the dataset and the model's defaults.\n")
    #expect(!run.output.contains("Ten years on"))
  }

  @Test func aFileAndTheSameOptionsGiveTheSameScreening() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      """
      dpg-atlas scenario 1
      preset: ministry
      policy: all
      measure: dd-voice
      figure UGA internet-users: 45
      level oky connectivity: 1
      """, to: "a.txt")
    let pair = ["assess", "UGA", "oky", "--format", "json"]
    let byFile = try run(pair + ["--scenario", file]).output
    let byOptions = try run(
      pair + [
        "--preset", "ministry", "--policy", "all", "--apply", "dd-voice", "--set",
        "internet-users=45", "--demand", "connectivity=1",
      ]
    ).output
    #expect(byFile == byOptions)
    #expect(byFile.contains("\"source\": \"own:set\""))
  }

  @Test func optionsWinOverTheFile() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Self.text, to: "a.txt")
    let json = try run([
      "assess", "UGA", "dhis2", "--format", "json", "--scenario", file, "--policy", "two",
      "--preset", "equal", "--apply", "pr-minimise", "--set", "internet-users=60", "--demand",
      "connectivity=4",
    ]).output
    let start = try #require(json.firstRange(of: "\"scenario\"")?.lowerBound)
    let end = try #require(json.firstRange(of: "\"flags\"")?.lowerBound)
    let scenario = json[start..<end]
    #expect(scenario.contains("\"preset\": \"equal\""))
    #expect(scenario.contains("\"policy\": \"two\""))
    // The weakest link was chosen against the other preset.
    #expect(!scenario.contains("weakestLink"))
    #expect(scenario.contains("\"dd-voice\",\n      \"pr-minimise\""))
    #expect(scenario.contains("\"value\": 60"))
    #expect(!scenario.contains("\"value\": 45"))
    #expect(scenario.contains("\"level\": 4"))
    #expect(scenario.contains("\"iso3\": \"KEN\""))
  }

  @Test func withoutChangesTheScenarioIsNull() throws {
    #expect(
      try run(["assess", "UGA", "dhis2", "--format", "json"]).output.contains(
        "\"scenario\": null"))
  }

  @Test func aLevelChangesWhatTheGoodAsks() throws {
    let plain = try run(["why", "UGA", "dhis2", "connectivity"]).output
    let changed = try run(["why", "UGA", "dhis2", "connectivity", "--demand", "connectivity=0"])
      .output
    #expect(!plain.contains("the good asks nothing"))
    #expect(changed.contains("the good asks nothing"))
    #expect(changed.contains("Connectivity asked by DHIS2: 2 of 4 (2026, atlas-curated) -> 0 of 4"))
  }

  @Test func showAndDiffPrintTables() throws {
    let folder = try TemporaryFolder()
    let first = try folder.write(Self.text, to: "a.txt")
    let second = try folder.write("dpg-atlas scenario 1\npolicy: all\n", to: "b.txt")
    let show = try run(["scenario", "show", first, "--format", "csv"]).output
    #expect(
      show.hasPrefix(
        "change,subject,name,unit,original,original_year,original_status,original_source,new,source\n"
      ))
    #expect(show.split(separator: "\n").count == 8)
    let diff = try run(["scenario", "diff", first, second]).output
    #expect(diff.contains("7 of 7 changed things differ."))
    #expect(diff.contains("A: Ten years on ("))
    for format in ["json", "md", "jsonl", "table"] {
      #expect(try run(["scenario", "show", first, "--format", format]).output.count > 100)
    }
  }

  @Test func aBadFileIsRefusedWhole() throws {
    let folder = try TemporaryFolder()
    func fails(_ path: String, _ code: Int32, _ words: String...) throws {
      for command in [["rank", "UGA"], ["scenario", "show"]] {
        let option = command[0] == "rank" ? ["--scenario"] : []
        let run = try ProgramRun(command + option + [path])
        #expect(run.code == code, "\(run.errors)")
        #expect(run.output.isEmpty)
        for word in words { #expect(run.errors.contains(word), "\(run.errors)") }
      }
    }
    try fails(folder.path + "/none", 66, "not found")
    try fails(folder.path, 66, "not a regular file")
    let bad = try folder.write(
      "dpg-atlas scenario 1\npolicy: none\nfigure UGA internet-usrs: 60\n", to: "bad.txt")
    try fails(
      bad, 65, "bad.txt: line 2: ", "any, two, all", "line 3: ", "did you mean internet-users?")
    try fails(try folder.write("dpg-atlas scenario 9\n", to: "new.txt"), 65, "newer")
    try fails(try folder.write(bytes: [0x64, 0xFF, 0xFE], to: "bytes.txt"), 65, "UTF-8")
  }

  @Test func wrongLevelsAreWrongUse() throws {
    for (change, words) in [
      ("power", "FIELD=LEVEL"), ("power=5", "0 to 4"), ("powr=1", "did you mean power?"),
    ] {
      let run = try ProgramRun(["assess", "UGA", "dhis2", "--demand", change])
      #expect(run.code == 64)
      #expect(run.errors.contains(words), "\(run.errors)")
    }
  }
}
