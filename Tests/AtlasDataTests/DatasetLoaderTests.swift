import AtlasModel
import AtlasTestSupport
import Testing

@testable import AtlasData

@Suite struct DatasetLoaderTests {
  @Test func theBundledDatasetLoadsWithoutWarnings() throws {
    let dataset = try Fixtures.bundled
    #expect(dataset.warnings == [])
    #expect(dataset.catalog.countries.count == 250)
    #expect(dataset.catalog.identity.id == "dpg-atlas-bundled")
    #expect(dataset.catalog.identity.hash.count == 16)
    let uganda = try #require(dataset.catalog.countryPosition("UGA"))
    let internet = dataset.catalog.observation(country: uganda, "internet-users")
    #expect(internet.map { (0...100).contains($0.value) } == true)
    #expect(!dataset.catalog.deploymentPositions(country: uganda).isEmpty)
    #expect(dataset.catalog.goods.contains { !$0.organisations.isEmpty })
  }

  @Test func everyRowOfTheBundledTablesArrives() throws {
    let dataset = try Fixtures.bundled
    let info = DatasetInfo(.bundled, dataset: dataset)
    let rows = Dictionary(uniqueKeysWithValues: info.tables.map { ($0.file, $0.rows) })
    let catalog = dataset.catalog
    #expect(rows[.observations] == info.observations)
    #expect(rows[.goods] == catalog.goods.count)
    #expect(rows[.deployments] == catalog.deployments.count)
    #expect(rows[.organisations] == catalog.goods.reduce(0) { $0 + $1.organisations.count })
    #expect(rows[.agreements] == catalog.agreements.count)
    #expect(rows[.measures] == catalog.measures.count)
    #expect(rows[.rules] == catalog.rules.count)
    var facts = 0
    for country in catalog.countries.indices {
      facts += catalog.attributes.count { catalog.fact(country: country, $0.id) != nil }
    }
    #expect(rows[.facts] == facts)
  }

  @Test func fieldsArriveWhereTheyBelong() throws {
    let small = Fixtures.small
    let turkiye = small.countries[2]
    #expect(turkiye.names[.arabic] == "تركيا")
    #expect(turkiye.aliases == ["Turkey"])
    #expect(turkiye.income == .upperMiddle)
    #expect(turkiye.note == "Name changed in 2022, by request")
    #expect(turkiye.longitude == 32.85)
    #expect(small.countries[3].languages == ["en", "sw"])
    let alpha = small.goods[0]
    #expect(alpha.aliases == ["Old Alpha"])
    #expect(alpha.sdgs == [3, 16])
    #expect(alpha.licences == ["MIT", "Apache-2.0"])
    #expect(alpha.declared[.sharesWithThirdParties] == .no)
    #expect(alpha.declared[.contentPolicy] == .unknown)
    #expect(alpha.demand.operator == .frontlineStaff)
    #expect(alpha.demand.channels == [.offline, .smartphone])
    #expect(alpha.developmentCountries == ["CIV", "UGA"])
    #expect(alpha.organisations.map(\.role) == ["owner", "implementer"])
    #expect(small.goods[1].supersededBy == "alpha")
    #expect(small.goods[1].demand.declaredSensitivity == nil)
    #expect(small.goods[2].name == #"Gamma, the "third""#)
    #expect(small.observation(country: 1, "internet-users") == nil)
    #expect(
      small.observation(country: 2, "internet-users")
        == Observation(value: 45.1, year: 2012, status: .stale, source: "open"))
    #expect(small.fact(country: 2, "payment-system")?.year == "2024-2025")
    #expect(
      small.deployments[0]
        == Deployment(
          good: 0, country: 0, in2026: .yes, in2024: .unknown, byGovernment: true,
          source: "registry"))
    #expect(small.attributes[1].values == [])
    #expect(small.phases.map(\.id) == ["prepare", "pilot"])
  }

  @Test(arguments: [
    (DatasetFile.observations, "CIV,internet-users,2023", "CIV,internet-users,1723", "year"),
    (.observations, "45.4,observed", "145.4,observed", "value"),
    (.observations, "45.4,observed", "nan,observed", "value"),
    (.observations, "estimated", "guessed", "status"),
    (.observations, "8.9,estimated,open", "8.9,estimated,hearsay", "source"),
    (.observations, "STP,electricity", "CIV,electricity", "indicator"),
    (.observations, "UGA", "UG1", "iso3"),
    (.observations, "STP,electricity", "STP,power", "indicator"),
    (.facts, "2026,enacted,open\nTUR", "2026,passed,open\nTUR", "value"),
    (.facts, "FAST", "", "value"), (.countries, "39.93", "93.93", "latitude"),
    (.countries, "upper-middle", "middling", "income"), (.goods, "3;16", "3;18", "sdgs"),
    (.goods, "CIV;UGA", "CIV;;UGA", "development_countries"),
    (.goods, "listed,,content", "out,,content", "status"),
    (.goodsDemand, "gamma,high,citizens,web,2", "gamma,high,citizens,web,5", "connectivity"),
    (.goodsDemand, "offline;smartphone", "offline;pigeon", "channels"),
    (.goodsDeclared, "gamma,no", "gamma,maybe", "collects_personal_data"),
    (.deployments, "zeta,TUR", "eta,TUR", "good"), (.sources, "share-alike", "pirate", "reuse"),
    (.indicators, "higher-better,power", "better,power", "direction"),
    (.measures, "moderate", "grave", "from_severity"),
    (.organisations, "Ministry of Health", "", "name"),
    (.rules, "300", "3e2", "low"), (.phases, "pilot,2", "pilot,two", "order"),
    (.gates, "g1,pilot", "g1,party", "phase"),
    (.blockLinks, "payments,identity", "payments,id", "needs"),
    (.agreements, "UGA,aadhaar", "ZZZ,aadhaar", "iso3"),
    (.referenceLinks, "aadhaar,alpha", "aadhar,alpha", "system"),
  ])
  func aBadRowIsLeftOutWithAWarning(
    file: DatasetFile, old: String, new: String, column: String
  ) throws {
    let dataset = try DatasetLoader.load(.small(file, old, new), parts: .all)
    let first = try #require(dataset.warnings.first)
    #expect(first.file == file.rawValue)
    #expect(first.column == column)
    #expect(first.line > 1)
    #expect(first.level == .warning)
  }

  @Test func aRowWithAControlCharacterNeverArrives() throws {
    let dataset = try DatasetLoader.load(
      .small(.sources, "World Development", "\u{1B}[31mWorld"), parts: .all)
    #expect(dataset.catalog.source("open") == nil)
    #expect(dataset.warnings.first?.description.contains("\u{1B}") == false)
    #expect(dataset.warnings.first?.description.contains("<U+001B>") == true)
  }

  @Test func aLaterRowThatRepeatsAKeyIsLeftOut() throws {
    let dataset = try DatasetLoader.load(
      .small(.deployments, "zeta,TUR", "alpha,CIV"), parts: .all)
    #expect(dataset.catalog.deployments.count == 3)
    let doubled = try DatasetLoader.load(
      .small(.countries, "UGA,UG", "TUR,UG"), parts: [])
    #expect(doubled.catalog.countries.map(\.iso3) == ["CIV", "STP", "TUR"])
    #expect(doubled.warnings.map(\.line) == [5])
  }

  @Test func aMissingFileStopsTheLoader() {
    var files = Fixtures.smallFiles
    files.replace(.gates, with: nil)
    #expect(throws: DataError.missingFile(name: "gates.csv")) {
      try DatasetLoader.load(files, parts: [])
    }
    #expect(DataError.missingFile(name: "gates.csv").exitCode == 65)
  }

  @Test(arguments: [
    (DatasetFile.phases, "duration_basis", "basis", "a column named duration_basis"),
    (.phases, "duration_basis", "duration_basis,more", "only the columns"),
    (.phases, "id,order", "order,id", "in the order"),
    (.phases, "id,order", "\u{FEFF}id,order", "byte order mark"),
  ])
  func anotherHeaderStopsTheLoader(
    file: DatasetFile, old: String, new: String, expected: String
  ) throws {
    let error = #expect(throws: DataError.self) {
      try DatasetLoader.load(.small(file, old, new), parts: .all)
    }
    #expect(error?.exitCode == 65)
    #expect(error?.issues.first?.line == 1)
    #expect(error?.description.contains(expected) == true, "\(String(describing: error))")
  }

  @Test func anotherEncodingStopsTheLoader() {
    let files = DatasetFiles.small(.phases, appending: Array("x,3,".utf8) + [0xE9, 0x0A])
    let error = #expect(throws: DataError.self) { try DatasetLoader.load(files, parts: .all) }
    #expect(error?.exitCode == 65)
    #expect(error?.issues.first?.line == 4)
    #expect(error?.issues.first?.expected == "UTF-8 text")
  }

  @Test func anotherLayoutStopsTheLoader() {
    let error = #expect(throws: DataError.self) {
      try DatasetLoader.load(.small(.dataset, "layout,1", "layout,2"), parts: [])
    }
    #expect(error?.description.contains("layout 1") == true)
  }

  @Test func partsCanComeLate() throws {
    var dataset = try DatasetLoader.load(Fixtures.smallFiles, parts: [.observations, .goods])
    #expect(dataset.catalog.agreements.isEmpty)
    #expect(dataset.catalog.identity.hash.isEmpty)
    try DatasetLoader.extend(&dataset, with: .all, from: Fixtures.smallFiles)
    try DatasetLoader.extend(&dataset, with: .all, from: Fixtures.smallFiles)
    #expect(dataset.catalog.agreements.count == 1)
    #expect(dataset.catalog.goods[0].organisations.count == 2)
    #expect(dataset.catalog.identity.hash == Fixtures.smallFiles.hash())
    #expect(dataset.parts.isSuperset(of: .late))
    #expect(!dataset.parts.contains(.facts))
  }
}
