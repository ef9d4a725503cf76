import Testing

/// The provenance of a country's figure on the command line.
struct WhyFigureTests {
  @Test func aFigureIsTracedToItsSource() throws {
    let run = try ProgramRun(["why", "UGA", "--figure", "internet-users"])
    #expect(run.code == 0, "\(run.errors)")
    #expect(
      run.output.hasPrefix(
        "People who use the internet, Uganda: 8.9 % of people [2024 itu-datahub-2026-05, observed]")
    )
    #expect(run.output.contains("\nSources\n-------\n[itu-datahub-2026-05] "))
    for format in ["md", "json", "csv", "jsonl"] {
      let other = try ProgramRun(["why", "UGA", "--figure", "internet-users", "--format", format])
      #expect(other.code == 0)
      #expect(other.output.contains("itu-datahub-2026-05"))
    }
    #expect(
      try ProgramRun(["why", "UGA", "--figure", "data-protection-law"]).output.hasPrefix(
        "Data protection law, Uganda: enacted"))
  }

  @Test func aFigureOfTheUsersOwnIsCalledSo() throws {
    let run = try ProgramRun([
      "why", "UGA", "--figure", "internet-users", "--set", "internet-users=45",
    ])
    #expect(run.output.contains("8.9 % of people (2024, itu-datahub-2026-05) -> 45 % of people"))
    #expect(run.output.contains("45.0 % of people [2026 own:set, own-figure]"))
  }

  @Test func aGoodAndAFigureExcludeEachOther() throws {
    for arguments in [
      ["UGA"], ["UGA", "dhis2", "--figure", "literacy"], ["UGA", "--figure", "lteracy"],
      ["UGA", "--figure", "literacy", "--demand", "power=1"],
    ] {
      let run = try ProgramRun(["why"] + arguments)
      #expect(run.code == 64, "\(arguments)")
      #expect(run.output.isEmpty)
    }
    let unknown = try ProgramRun(["why", "UGA", "--figure", "lteracy"])
    #expect(unknown.errors.contains("did you mean literacy?"))
  }

  @Test func aNumberOfAScreeningNamesItsSourcesToo() throws {
    let run = try ProgramRun(["why", "UGA", "dhis2", "S1"])
    #expect(run.output.hasPrefix("Flags: "))
    #expect(run.output.contains("[itu-gci] International Telecommunication Union."))
  }
}
