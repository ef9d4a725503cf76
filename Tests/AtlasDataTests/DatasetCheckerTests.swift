import AtlasModel
import AtlasTestSupport
import Testing

@testable import AtlasData

@Suite struct DatasetCheckerTests {
  @Test func theBundledDatasetPasses() {
    #expect(DatasetChecker.check(.bundled) == [])
  }

  @Test(arguments: [
    (
      DatasetFile.observations, "45.4,observed", "x,observed",
      "observations.csv:2: value: 'x': expected a decimal number"
    ),
    (
      .observations, "45.4,observed", "145.4,observed",
      "value: '145.4': expected values from 0.0 to 100.0"
    ),
    (
      .observations, "CIV,internet-users,2023", "CIV,internet-users,1899",
      "year: '1899': expected a whole number from 1900 to 2100"
    ),
    (.observations, "stale", "peer-range", "status: 'peer-range': expected one of observed"),
    (
      .observations, "8.9,estimated,open", "8.9,estimated,nobody",
      "source: 'nobody': expected an id in sources.csv"
    ),
    (
      .observations, "STP,electricity", "STP,power",
      "indicator: 'power': expected an id in indicators.csv"
    ),
    (
      .observations, "STP,electricity", "XXX,electricity",
      "iso3: 'XXX': expected an id in countries.csv"
    ),
    (
      .observations, "STP,electricity", "CIV,electricity",
      "expected no second row of the key on line 3"
    ),
    (
      .observations, "TUR,cybersecurity", "TUR,\"cyber\"security",
      "expected a comma or the end of the line"
    ),
    (.series, "36.3;;45.4", "36.3;;", "values: '36.3;;': expected values that start and end"),
    (.series, "TUR,electricity", "TUR,cybersecurity", "expected an indicator with core=yes"),
    (.countries, "39.93", "99", "latitude: '99': expected a number from -90.0 to 90.0"),
    (.countries, "UGA,UG", "Uga,UG", "iso3: 'Uga': expected 3 capital letters"),
    (.countries, ",800,", ",80,", "m49: '80': expected 3 digits"),
    (
      .countries, "en;sw", "en;;sw",
      "languages: 'en;;sw': expected a list with ; between items, none"
    ),
    (.countries, "Ivory Coast", "Ivory\u{7}Coast", "aliases: 'Ivory<U+0007>': expected no control"),
    (.countries, "conflict", "wars", "fragile: 'wars': expected one of no, conflict"),
    (.countries, "Kampala", "Kampa\u{301}la", "expected composed characters"),
    (
      .facts, "UGA,data-protection-law,2026,enacted", "UGA,data-protection-law,2026,passed",
      "value: 'passed': expected one of enacted, draft, none"
    ),
    (.facts, "2024-2025", "2025-2024", "year: '2025-2024': expected a year or a range"),
    (
      .facts, "TUR,payment-system", "TUR,payments",
      "attribute: 'payments': expected an id in attributes.csv"
    ),
    (
      .goods, "3;16", "0;16",
      "sdgs: '0;16': expected a list with ; between items, of numbers from 1 to 17"
    ),
    (.goods, "content,education", "film,education", "types: 'film': expected a list"),
    (
      .goods, "superseded,alpha", "superseded,omega",
      "superseded_by: 'omega': expected an id in goods.csv"
    ),
    (
      .goods, "superseded,alpha", "superseded,",
      "superseded_by: '': expected the id of another good"
    ),
    (
      .goods, "https://example.org/a.git", "example.org",
      "repositories: 'example.org': expected a list with ; between items, of web"
    ),
    (.goods, "2022-01-31", "2022-13-31", "first_seen: '2022-13-31': expected a date"),
    (
      .goodsDemand, "gamma,high,citizens,web,2", "gamma,high,citizens,web,9",
      "connectivity: '9': expected a whole number from 0 to 4"
    ),
    (
      .goodsDemand, "offline;smartphone", "offline;offline",
      "channels: 'offline;offline': expected a list with every item once"
    ),
    (
      .goodsDemand, "zeta,", "eta,",
      "goods.csv:5: id: 'zeta': expected a row of the same good in goods-demand.csv"
    ),
    (
      .goodsDeclared, "gamma,no", "gamma,No",
      "collects_personal_data: 'No': expected one of yes, no, nothing"
    ),
    (.deployments, "zeta,TUR", "alpha,AAA", "deployments.csv:4: iso3: 'AAA'"),
    (
      .deployments, "zeta,TUR", "alpha,CIV",
      "deployments.csv:4: iso3: 'CIV': expected no second row"
    ),
    (.organisations, "implementer", "boss", "role: 'boss': expected one of owner"),
    (.measures, "pilot", "party", "phase: 'party': expected an id in phases.csv"),
    (.blockLinks, "payments,identity", "payments,id", "needs: 'id': expected an id in blocks.csv"),
    (.referenceLinks, "aadhaar,alpha", "aadhaar,none", "good: 'none': expected an id in goods.csv"),
    (
      .agreements, "UGA,aadhaar", "UGA,aadhar",
      "system: 'aadhar': expected an id in reference-systems.csv"
    ),
    (
      .indicators, "0,100,higher-better,security", "100,0,higher-better,security",
      "max: '0': expected a maximum"
    ),
    (
      .indicators, "Cybersecurity,points", "Cybersecurity is long,points",
      "short: 'Cybersecurity is long': expected at most 18"
    ),
    (.attributes, "privacy", "secrecy", "dimension: 'secrecy': expected one of connectivity"),
    (.sources, "registry,", "Registry,", "id: 'Registry': expected a lower-case word"),
    (.dataset, "curation", "curator", "key: '': expected a row with the key curation"),
    (.rules, "id,topic", "id,subject", "expected a column named topic"),
    (.worldMap, "UGA AAAABB", "UGA AAAAB", "rings: 'AAAAB': expected pairs"),
    (.worldMap, "UGA AAAABB", "UGA AA*ABB", "rings: 'AA*ABB'"),
    (.worldMap, "UGA AAAABB", "UGA _Z", "rings: '_Z': expected pairs"),
    (.worldMap, "@low scale=1 rows=1", "@low scale=1 rows=2", "low: '1 rows': expected 2 rows"),
    (.worldMap, "UGA AAAABB", "XXX AAAABB", "code: 'XXX': expected a country"),
    (.worldMap, "#disclaimer", "#claimer", "expected a line that starts with #disclaimer"),
  ])
  func eachKindOfMistakeIsTold(file: DatasetFile, old: String, new: String, message: String) {
    let issues = DatasetChecker.check(.small(file, old, new)).map(\.description)
    #expect(issues.contains { $0.contains(message) }, "\(issues)")
  }

  @Test func rowsOutOfOrderAreAWarning() {
    let files = DatasetFiles.small(.observations, "TUR,internet-users,2012,45.1,stale,open\n", "")
    var bytes = files.bytes(.observations) ?? []
    bytes += Array("TUR,internet-users,2012,45.1,stale,open\n".utf8)
    var edited = files
    edited.replace(.observations, with: bytes)
    let issues = DatasetChecker.check(edited)
    #expect(issues.map(\.level) == [.warning])
    #expect(issues.first?.expected == "rows in order of their keys")
  }

  @Test func indicatorsSetTheOrderOfObservations() {
    let issues = DatasetChecker.check(
      .small(.observations, "CIV,internet-users,2023,45.4,observed,open\n", ""))
    #expect(issues == [])
    let swapped = DatasetChecker.check(
      .small(.indicators, "electricity,Access", "zz-electricity,Access"))
    #expect(swapped.contains { $0.expected == "an id in indicators.csv" })
  }

  @Test func aMissingFileAndAnOpenEndAreTold() {
    var files = Fixtures.smallFiles
    files.replace(.rules, with: nil)
    #expect(
      DatasetChecker.check(files) == [
        DataIssue(file: "rules.csv", line: 0, expected: "the file to be there")
      ])
    let open = DatasetChecker.check(
      .small(.standard, "https://example.org/s\n", "https://example.org/s"))
    #expect(open.map(\.level) == [.warning])
  }

  @Test func anotherEncodingIsAnIssueHere() {
    let files = DatasetFiles.small(.phases, appending: Array("x,3,".utf8) + [0xE9, 0x0A])
    #expect(DatasetChecker.check(files).contains { $0.expected == "UTF-8 text" && $0.line == 4 })
    let map = DatasetFiles.small(.worldMap, appending: [0xE9, 0x0A])
    #expect(DatasetChecker.check(map).map(\.line) == [9])
  }

  /// What the loader leaves out, the checker must call an error; random damage finds gaps.
  @Test(arguments: 0..<60) func theCheckerSeesAllThatTheLoaderSees(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let damage = Array("\",;\n\r\u{1B}-9.xZ".utf8) + [0x80, 0xC3]
    for _ in 0..<20 {
      var files = Fixtures.smallFiles
      let tables = DatasetFile.allCases.filter { $0 != .worldMap }
      let file = tables[Int.random(in: 0..<tables.count, using: &generator)]
      var bytes = files.bytes(file) ?? []
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[place] = damage[Int.random(in: 0..<damage.count, using: &generator)]
      }
      files.replace(file, with: bytes)
      let errors = DatasetChecker.check(files).filter { $0.level == .error }
      let dataset = try? DatasetLoader.load(files, parts: .all)
      let store = try? SeriesStore(files, catalog: Fixtures.small)
      let isClean =
        dataset.map { $0.warnings.isEmpty } ?? false && store.map { $0.warnings.isEmpty } ?? false
      #expect(isClean || !errors.isEmpty, "\(file): \(String(decoding: bytes, as: UTF8.self))")
    }
  }
}
