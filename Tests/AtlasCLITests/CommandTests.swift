import AtlasTestSupport
import Testing

struct CommandTests {
  private func lines(_ arguments: String...) throws -> [String] {
    let run = try ProgramRun(arguments)
    #expect(run.code == 0, "\(run.errors)")
    return run.output.split(separator: "\n").map(String.init)
  }

  @Test func aQueryNarrowsAndASortOrders() throws {
    let rows = try lines(
      "countries", "--where", "region:africa internet<30", "--sort", "internet:desc", "--columns",
      "iso3,internet", "--format", "csv")
    #expect(
      rows[0]
        == "iso3,internet-users,internet-users_year,internet-users_status,internet-users_source")
    let values = rows.dropFirst().compactMap { Double($0.split(separator: ",")[1]) }
    #expect(values.count == rows.count - 1 && values.count > 3)
    #expect(values == values.sorted(by: >))
    #expect(values.allSatisfy { $0 < 30 })
  }

  @Test func aNegatedTermMayComeFirst() throws {
    let rows = try lines("countries", "--where", "-un:member", "--format", "jsonl")
    #expect(rows.count == 57)
    #expect(rows.allSatisfy { $0.hasPrefix("{\"iso3\":\"") && $0.hasSuffix("}") })
  }

  @Test(arguments: ["uganda", "UGA", "ug", "Ouganda", "乌干达", "Уганда"])
  func aCountryIsFoundByAnyOfItsNames(_ name: String) throws {
    #expect(try lines("country", name)[0] == "Uganda (UGA)")
  }

  @Test func profilesHaveEveryFormat() throws {
    #expect(try lines("good", "DHIS2")[0] == "DHIS2")
    #expect(try lines("good", "dhis2", "--format", "csv")[0] == "good,section,field,value,source")
    #expect(try lines("country", "KEN", "--format", "md")[0] == "# Kenya (KEN)")
    #expect(try lines("country", "KEN", "--format", "json")[1] == "  \"schema\": 1,")
    let rows = try lines("country", "KEN", "--format", "jsonl")
    #expect(rows[0].hasPrefix("{\"iso3\":\"KEN\",\"indicator\":\"internet-users\""))
  }

  @Test func everyTableHasRows() throws {
    for table in ["countries", "goods", "indicators", "sources", "measures"] {
      let listed = try lines(table, "--format", "csv").count
      #expect(listed > 20, "\(table)")
    }
    let listed = try lines("goods", "--format", "csv").count
    #expect(try lines("goods", "--format", "csv", "--all").count > listed)
    #expect(try lines("goods", "--where", "status:delisted", "--columns", "id").count > 3)
  }

  @Test func anEmptyResultSaysWhichTermRemovedTheLastRow() throws {
    let run = try ProgramRun(["countries", "--where", "region:africa internet>100 ldc:yes"])
    #expect(run.code == 0)
    #expect(run.errors.contains("`internet-users>100` removed the last one"))
  }

  @Test func theValuesOfAColumnAreCounted() throws {
    let rows = try lines(
      "countries", "--frequency", "income", "--where", "region:africa", "--format", "csv")
    #expect(rows[0] == "value,count,share,query")
    let query = try #require(rows[1].split(separator: ",").last.map(String.init))
    #expect(query.hasPrefix("region:africa income:"))
    let listed = try lines("countries", "--where", query, "--format", "csv").count - 1
    #expect(rows[1].split(separator: ",")[1] == "\(listed)")
  }

  @Test func theColumnsAreDescribed() throws {
    let rows = try lines(
      "countries", "--describe", "--columns", "all", "--where", "ldc:yes", "--format", "jsonl")
    #expect(rows.count > 90)
    #expect(rows[0].hasPrefix("{\"column\":\"iso3\""))
    let empty = try ProgramRun(["countries", "--describe", "--where", "internet>100"])
    #expect(empty.code == 0)
    #expect(empty.errors.contains("`internet-users>100` removed the last one"))
  }

  @Test(arguments: [
    ["--frequency", "income", "--describe"], ["--frequency", "income", "--columns", "name"],
    ["--describe", "--sort", "name"], ["--frequency", "nope"],
  ])
  func optionsThatDoNotGoTogetherAreWrongUse(_ options: [String]) throws {
    let run = try ProgramRun(["countries"] + options)
    #expect(run.code == 64)
    #expect(run.output.isEmpty && !run.errors.isEmpty)
  }

  @Test func theMapIsPrintedWithLegendWordsAndDisclaimer() throws {
    let text = try lines(
      "map", "--colour", "verdict dhis2", "--country", "Uganda", "--columns", "80", "--rows", "30")
    #expect((20...30).contains(text.count))
    #expect(text.allSatisfy { $0.count <= 80 })
    #expect(text[0].hasPrefix("DHIS2: verdict of the screening"))
    let all = text.joined(separator: " ")
    #expect(all.contains("N Not now (") && all.contains("Uganda (UGA): flags "))
    #expect(all.contains("do not imply endorsement"))
    let year = try lines("map", "--year", "2016", "--region", "africa", "--ascii")
    #expect(year.joined().contains("no value in 2016 ("))
    #expect(year.joined().utf8.allSatisfy { $0 < 0x80 })
    let table = try lines("map", "--colour", "literacy", "--format", "csv")
    #expect(try lines("countries", "--columns", "name,iso3,literacy", "--format", "csv") == table)
    let rank = try lines("map", "--colour", "fit dhis2", "--format", "json")
    #expect(try lines("rank", "--good", "dhis2", "--format", "json") == rank)
  }

  @Test func theOfferIsListedAndOneOfItShown() throws {
    let rows = try lines("offer", "--format", "csv")
    #expect(rows[0].hasPrefix("kind,id,name,function,since,registered,behind,same_function,"))
    #expect(rows.contains { $0.hasPrefix("system,upi,") })
    #expect(rows.last?.hasPrefix("agreement,,names no system,") == true)
    #expect(try lines("offer").contains { $0.hasPrefix("Saudi Arabia") })
    #expect(try lines("offer", "Unified payments INTERFACE")[0].hasSuffix("(UPI)"))
    let ranked = try lines("offer", "upi", "--top", "3", "--format", "jsonl")
    #expect(ranked.count == 6)
    #expect(ranked.allSatisfy { !$0.contains("\"iso3\":\"IND\"") })
    #expect(try lines("offer", "passport", "--format", "csv").count == 1)
    let other = try lines("offer", "mosip", "--policy", "any").joined()
    #expect(other.contains("dangerous data: any"))
    #expect(try lines("offer", "mosip", "--format", "md")[0].hasPrefix("# "))
    #expect(try lines("offer", "mosip", "--format", "json")[1] == "  \"schema\": 1,")
  }

  @Test func aCountryShowsItsTrends() throws {
    for format in ["table", "md", "json"] {
      let text = try lines("country", "UGA", "--format", format).joined(separator: "\n")
      #expect(text.contains("Trends since 2005"), "\(format)")
      #expect(text.contains(format == "json" ? "\"change_a_year\"" : "a year"), "\(format)")
    }
    let ascii = try lines("country", "UGA", "--ascii").joined()
    #expect(ascii.utf8.allSatisfy { $0 < 0x80 })
    let open = try lines("country", "UGA", "--sources", "open").joined()
    #expect(open.contains("Trends since 2005"))
  }

  @Test func ownFiguresStandOverTheBundledOnes() throws {
    let folder = try TemporaryFolder()
    let overlay = try folder.write(
      "iso3,indicator,year,value,source\nUGA,internet-users,2026,33.25,census\n", to: "own.csv")
    let rows = try lines(
      "countries", "--overlay", overlay, "--where", "iso3:UGA", "--columns", "internet", "--format",
      "csv")
    #expect(rows[1] == "33.25,2026,own-figure,own:1")
    let text = try lines("country", "UGA", "--overlay", overlay).joined(separator: "\n")
    #expect(text.contains("33.2 o") || text.contains("33.3 o"))
    #expect(text.contains("o = own-figure"))
  }

  @Test func openSourcesLeaveRestrictedFiguresOut() throws {
    let arguments = ["countries", "--where", "cybersecurity>=0", "--format", "csv"]
    let all = try ProgramRun(arguments)
    let open = try ProgramRun(arguments + ["--sources", "open"])
    #expect(all.output.split(separator: "\n").count > 100)
    #expect(open.output.split(separator: "\n").count == 1)
  }

  @Test func theBundledDatasetIsValidAndDescribed() throws {
    let check = try ProgramRun(["data", "check"])
    #expect(check.code == 0)
    #expect(check.output.isEmpty)
    #expect(try lines("data", "info", "--format", "csv")[0].hasPrefix("indicator,countries,"))
  }

  @Test func helpIsOnStandardOutput() throws {
    for arguments in [
      ["--help"], ["help", "countries"], ["countries", "-h"], ["data", "--help"],
    ] {
      let run = try ProgramRun(arguments)
      #expect(run.code == 0)
      #expect(run.output.contains("USAGE: dpg-atlas"))
      #expect(run.errors.isEmpty)
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsAreWritten(_ shell: String) throws {
    #expect(try lines("completions", shell).joined().contains("countries"))
  }
}
