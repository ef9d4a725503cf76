import Testing

struct MatrixCommandTests {
  private func lines(_ arguments: String...) throws -> [String] {
    let run = try ProgramRun(arguments)
    #expect(run.code == 0, "\(run.errors)")
    return run.output.split(separator: "\n").map(String.init)
  }

  @Test func everyCountryMeetsEveryListedGood() throws {
    let rows = try lines("matrix", "--format", "csv")
    let countries = try lines("countries", "--format", "csv").count - 1
    let goods = try lines("goods", "--format", "csv").count - 1
    #expect(rows.count == countries * goods + 1)
    #expect(rows[0].hasPrefix("iso3,good,verdict,certainty,fit,need,precedent,dataQuality,"))
    let widths = Set(rows.map { row in row.utf8.count { $0 == 0x2C } })
    #expect(widths == [28])
  }

  @Test func aPairIsTheScreening() throws {
    let rows = try lines(
      "matrix", "--countries", "iso3:UGA", "--goods", "dhis2", "--format", "jsonl")
    let row = try #require(rows.first { $0.contains("\"good\":\"dhis2\"") })
    let screening = try ProgramRun(["assess", "UGA", "dhis2", "--format", "csv"]).output
    for line in screening.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      guard fields.count > 6, fields[0] == "UGA" else { continue }
      let severity = fields.first { field in
        ["none", "low", "moderate", "high", "critical", "not-assessed"].contains(field)
      }
      #expect(row.contains("\"\(fields[2])\":\"\(severity ?? "")\""))
    }
  }

  @Test func queriesNarrowBothSides() throws {
    let rows = try lines(
      "matrix", "--countries", "region:africa internet<30", "--goods", "status:delisted",
      "--format", "csv")
    #expect(rows.count > 10)
    #expect(try lines("matrix", "--countries", "iso3:UGA", "--format", "md").count > 200)
  }

  @Test func policyAndMeasuresCount() throws {
    let plain = try lines("matrix", "--countries", "region:africa", "--format", "csv")
    let strict = try lines(
      "matrix", "--countries", "region:africa", "--policy", "any", "--format", "csv")
    let helped = try lines(
      "matrix", "--countries", "region:africa", "--apply", "ra-offline-first,dd-sms-ussd",
      "--format", "csv")
    #expect(plain != strict && plain != helped)
    #expect(plain.count == strict.count && plain.count == helped.count)
  }

  @Test func wrongUseWritesNothing() throws {
    for arguments in [
      ["--countries", "region:nowhere"], ["--apply", "no-such-measure"], ["--preset", "nobody"],
    ] {
      let run = try ProgramRun(["matrix"] + arguments)
      #expect(run.code == 64 && run.output.isEmpty && !run.errors.isEmpty)
    }
  }

  @Test func nothingLeftIsSaid() throws {
    let run = try ProgramRun(["matrix", "--countries", "internet>100", "--format", "json"])
    #expect(run.code == 0 && run.output == "[]\n")
    #expect(run.errors.contains("No pair is left."))
  }
}
