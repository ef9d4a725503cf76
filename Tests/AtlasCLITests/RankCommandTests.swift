import Testing

struct RankCommandTests {
  private func rows(_ arguments: String...) throws -> [[Substring]] {
    let run = try ProgramRun(["rank"] + arguments + ["--format", "csv"])
    #expect(run.code == 0, "\(run.errors)")
    return run.output.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
  }

  @Test func aQueryKeepsTheRanksOfTheWholeRanking() throws {
    let all = try rows("UGA")
    let health = try rows("UGA", "--where", "sector:health")
    #expect(health.count > 3 && health.count < all.count)
    for row in health { #expect(all.contains(row)) }
    #expect(health.map { Int($0[0]) ?? 0 } != Array(1...health.count))
  }

  @Test func countriesIsAnotherNameOfWhere() throws {
    let one = try rows("--good", "dhis2", "--countries", "region:africa")
    #expect(one == (try rows("--good", "dhis2", "--where", "region:africa")))
    #expect(one.count > 40)
    let both = try ProgramRun([
      "rank", "--good", "dhis2", "--countries", "ldc:yes", "--where", "ldc:yes",
    ])
    #expect(both.code == 64)
  }

  @Test func sortOrdersWhatIsShownAndTopCutsIt() throws {
    let shown = try rows("UGA", "--sort", "fit:desc", "--top", "5", "--columns", "rank,fit")
    let fits = shown.compactMap { Double($0[1]) }
    #expect(fits.count == 5 && fits == fits.sorted(by: >))
    let verdicts = try rows("UGA", "--sort", "verdict", "--columns", "verdict").map { $0[0] }
    #expect(verdicts.last != verdicts.first)
    #expect(verdicts.last == (try rows("UGA", "--top", "1", "--columns", "verdict")[0][0]))
  }

  @Test func columnsAreThoseOfFilesInEveryFormat() throws {
    let table = try ProgramRun(["rank", "UGA", "--columns", "rank,good,fit_high", "--top", "2"])
    #expect(table.output.contains(" good "))
    #expect(!table.output.contains("gravest"))
    let unknown = try ProgramRun(["rank", "UGA", "--columns", "nope"])
    #expect(unknown.code == 64)
    #expect(unknown.errors.contains("`nope`"))
    #expect(unknown.errors.contains("not_assessed"))
    #expect(try ProgramRun(["rank", "UGA", "--sort", "nope"]).code == 64)
  }

  @Test(arguments: ["table", "md"])
  func aVerdictIsNotShownToPeopleWithoutFlags(_ format: String) throws {
    let run = try ProgramRun([
      "rank", "UGA", "--columns", "name,verdict,critical", "--top", "2", "--format", format,
    ])
    let words = run.output.split { " |\n".contains($0) }
    let gravest = try #require(words.firstIndex(of: "gravest"))
    #expect(gravest < (try #require(words.firstIndex(of: "verdict"))))
    let csv = try ProgramRun([
      "rank", "UGA", "--columns", "name,verdict", "--top", "1", "--format", "csv",
    ])
    #expect(csv.output.hasPrefix("name,verdict\n"))
  }

  @Test func anEmptyResultIsSaid() throws {
    let run = try ProgramRun(["rank", "UGA", "--where", "sector:health name:zzzz"])
    #expect(run.code == 0)
    #expect(run.errors.contains("No row is left."))
  }
}
