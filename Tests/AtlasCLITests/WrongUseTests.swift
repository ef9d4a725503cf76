import AtlasTestSupport
import Testing

/// Each wrong input of the contract: its exit code, a message, and nothing on standard output.
struct WrongUseTests {
  private func fails(
    _ arguments: [String], _ code: Int32, saying words: String...,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let run = try ProgramRun(arguments)
    #expect(run.code == code, "\(arguments) \(run.errors)", sourceLocation: sourceLocation)
    #expect(run.output.isEmpty, "\(arguments)", sourceLocation: sourceLocation)
    for word in words {
      #expect(run.errors.contains(word), "\(run.errors)", sourceLocation: sourceLocation)
    }
  }

  @Test func withoutATerminalTheCommandsAreNamed() throws {
    try fails([], 64, saying: "not a terminal", "countries", "good", "data")
    try fails(["explore"], 64, saying: "not a terminal")
  }

  @Test func unknownWordsAndOptionsAreWrongUse() throws {
    try fails(["contries"], 64, saying: "no command `contries`", "did you mean countries")
    try fails(["countries", "--nope"], 64, saying: "--nope")
    try fails(["countries", "extra"], 64, saying: "extra")
    try fails(["countries", "--format", "xml"], 64, saying: "xml", "jsonl")
    try fails(["countries", "--sources", "some"], 64, saying: "some")
    try fails(["countries", "--theme", "pink"], 64, saying: "pink", "dark")
    try fails(["countries", "--where"], 64, saying: "--where")
    try fails(["country"], 64, saying: "name")
    try fails(["completions", "tcsh"], 64, saying: "tcsh")
    try fails(["data", "nope"], 64, saying: "nope")
    try fails(["countries", "-o", ""], 64, saying: "--output")
  }

  @Test func unknownAndAmbiguousNamesListTheNearest() throws {
    try fails(["country", "ugnada"], 64, saying: "`ugnada`", "Uganda (UGA)")
    try fails(["country", "united"], 64, saying: "more than one", "United Kingdom")
    try fails(["country", ""], 64, saying: "countries")
    try fails(["good", "dhis3"], 64, saying: "DHIS2 (dhis2)")
    try fails(["offer", "aadhar"], 64, saying: "`aadhar`", "Aadhaar (aadhaar)")
    try fails(["offer", "upi", "--top", "0"], 64, saying: "--top")
    try fails(["good", "open"], 64, saying: "more than one good")
    try fails(["map", "--colour", "fit nobody"], 64, saying: "`fit nobody`", "an indicator")
    try fails(["map", "--region", "mars"], 64, saying: "`mars`", "Caribbean")
    try fails(["map", "--year", "1999"], 64, saying: "`1999`", "2005")
    try fails(["map", "--colour", "fit dhis2", "--year", "2016"], 64, saying: "indicator")
    try fails(["map", "--columns", "10"], 64, saying: "--columns")
  }

  @Test func allFaultsOfAQueryAreNamedWithTheirPlace() throws {
    try fails(
      ["countries", "--where", "intrnet<5 ldc:maybe"], 64,
      saying: "character 1 (`intrnet`)", "internet-users", "character 15 (`maybe`)")
    try fails(["goods", "--where", "sdg:18"], 64, saying: "sdg", "17")
    try fails(["countries", "--where", "region:\"africa"], 64, saying: "not closed")
  }

  @Test func unknownColumnsListTheValidOnes() throws {
    try fails(["countries", "--columns", "iso3,nope"], 64, saying: "`nope`", "internet-users")
    try fails(["goods", "--sort", "nope"], 64, saying: "`nope`", "deployments")
    try fails(["goods", "--sort", "name:up"], 64, saying: "COLUMN:desc")
    try fails(["goods", "--columns", "id,,name"], 64, saying: "commas")
  }

  @Test func inputThatIsMissingOrBrokenHasItsOwnCode() throws {
    let folder = try TemporaryFolder()
    try fails(["countries", "--data", folder.path + "/none"], 66, saying: "/none")
    try fails(["data", "check", folder.path + "/none"], 66, saying: "/none")
    try fails(["countries", "--overlay", folder.path + "/none.csv"], 66, saying: "none.csv")
    try fails(["countries", "--data", folder.path], 65, saying: "dataset.csv")
    let overlay = try folder.write("iso3,indicator,year,value,source\nZZZ,x,1,a,\n", to: "own.csv")
    try fails(["countries", "--overlay", overlay], 65, saying: "own.csv:2", "ZZZ")
    try fails(["countries", "--overlay", folder.path], 74, saying: folder.path)
    let check = try ProgramRun(["data", "check", folder.path])
    #expect(check.code == 65)
    #expect(check.output.contains("error: dataset.csv"))
  }

  @Test func controlCharactersOfArgumentsAreNotEchoed() throws {
    for arguments in [["country", "\u{1B}[31m"], ["\u{1B}]0;x"], ["goods", "--\u{1B}[2J"]] {
      let run = try ProgramRun(arguments)
      #expect(run.code == 64)
      #expect(!run.errors.contains("\u{1B}"))
    }
  }
}
