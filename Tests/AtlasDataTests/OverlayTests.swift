import AtlasData
import AtlasModel
import AtlasTestSupport
import Testing

@Suite struct OverlayTests {
  private static let header = "iso3,indicator,year,value,source\n"

  private func read(_ text: String) throws(DataError) -> Overlay {
    try Overlay.read(bytes: Array(text.utf8), name: "own.csv", catalog: Fixtures.small)
  }

  @Test func ownFiguresStandOverTheBundledOnes() throws {
    let overlay = try read(
      Self.header + "UGA,internet-users,2026,12.5,Ministry survey\n"
        + "STP,internet-users,2025,60,\"Census, 2025\"\nUGA,electricity,2026,50,Ministry survey\n")
    var catalog = Fixtures.small
    overlay.apply(to: &catalog)
    #expect(
      catalog.observation(country: 3, "internet-users")
        == Observation(value: 12.5, year: 2026, status: .own, source: "own:1"))
    #expect(catalog.observation(country: 1, "internet-users")?.source == "own:2")
    #expect(catalog.observation(country: 3, "electricity")?.source == "own:1")
    #expect(catalog.source("own:1")?.title == "Ministry survey")
    #expect(catalog.source("own:1")?.reuse == .own)
    #expect(catalog.source("own:2")?.title == "Census, 2025")
    #expect(catalog.sources.count == Fixtures.small.sources.count + 2)
  }

  @Test func everythingElseStaysAsItWas() throws {
    let overlay = try read(Self.header + "UGA,internet-users,2026,12.5,Survey\n")
    var catalog = Fixtures.small
    overlay.apply(to: &catalog)
    #expect(catalog.observation(country: 0, "electricity")?.value == 72.4)
    #expect(catalog.fact(country: 2, "payment-system")?.value == "FAST")
    #expect(catalog.goods == Fixtures.small.goods)
    #expect(catalog.agreements == Fixtures.small.agreements)
    #expect(catalog.phases == Fixtures.small.phases)
    #expect(catalog.deploymentPositions(good: 0) == [0, 1])
  }

  @Test func aSecondOverlayCountsItsSourcesOn() throws {
    var catalog = Fixtures.small
    try read(Self.header + "UGA,electricity,2026,50,One\n").apply(to: &catalog)
    try read(Self.header + "CIV,electricity,2026,51,Two\n").apply(to: &catalog)
    #expect(catalog.source("own:1")?.title == "One")
    #expect(catalog.source("own:2")?.title == "Two")
    #expect(catalog.observation(country: 3, "electricity")?.source == "own:1")
  }

  @Test func aSpreadsheetMaySaveIt() throws {
    let overlay = try read(
      "\u{FEFF}iso3,indicator,year,value,source\r\nUGA,electricity,2026,50,One\r\n")
    #expect(overlay.rows.map(\.value) == [50])
  }

  @Test func sourcesAreTidiedAndCut() throws {
    let overlay = try read(
      Self.header + "UGA,electricity,2026,50,  a   b \n"
        + "CIV,electricity,2026,50,\(String(repeating: "x", count: 500))\n")
    #expect(overlay.rows[0].source == "a b")
    #expect(overlay.rows[1].source.count == 163)
  }

  @Test(arguments: [
    ("ZZZ,electricity,2026,50,s", "iso3"), ("uga,electricity,2026,50,s", "iso3"),
    ("UGA,power,2026,50,s", "indicator"), ("UGA,electricity,26,50,s", "year"),
    ("UGA,electricity,2026,50%,s", "value"), ("UGA,electricity,2026,150,s", "value"),
    ("UGA,electricity,2026,,s", "value"), ("UGA,electricity,2026,50,", "source"),
    ("UGA,electricity,2026,50,   ", "source"), ("UGA,electricity,2026,50", ""),
    ("UGA,electricity,2026,50,\u{1B}[2J", "source"), ("UGA,electricity,2026,50,\"s", "source"),
  ])
  func aBadRowIsAnErrorWithItsPlace(row: String, column: String) throws {
    let error = #expect(throws: DataError.self) {
      try read(Self.header + "CIV,electricity,2026,50,fine\n" + row + "\n")
    }
    #expect(error?.exitCode == 65)
    #expect(error?.issues.map(\.line) == [3])
    #expect(error?.issues.map(\.column) == [column])
    #expect(error?.issues.first?.level == .error)
    #expect(error?.description.hasPrefix("own.csv:3: ") == true)
  }

  @Test func allProblemsAreToldAtOnce() throws {
    let error = #expect(throws: DataError.self) {
      try read(Self.header + "ZZZ,electricity,2026,50,s\nUGA,electricity,2026,x,s\n")
    }
    #expect(error?.issues.count == 2)
  }

  @Test func theSameFigureTwiceIsAnError() throws {
    let error = #expect(throws: DataError.self) {
      try read(Self.header + "UGA,electricity,2026,50,s\nUGA,electricity,2025,49,s\n")
    }
    #expect(error?.description.contains("line 2 has it too") == true)
  }

  @Test func anotherHeaderAndNoFileAreErrors() {
    #expect(throws: DataError.self) { try read("country,indicator,year,value,source\n") }
    #expect(throws: DataError.self) { try read("") }
    let error = #expect(throws: DataError.self) {
      try Overlay.read(path: "/nowhere/own.csv", catalog: Fixtures.small)
    }
    #expect(error?.exitCode == 66)
  }
}
