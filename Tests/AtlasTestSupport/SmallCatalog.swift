public import AtlasModel

/// A small catalog of real and invented rows, hostile where data may be.
public enum SmallCatalog {
  /// Text with a formula, an escape sequence, a line end, a direction override and markup.
  public static let hostile = "=HYPERLINK(\"x\")|\u{1B}[31m\n\u{202E}<b>*y*</b>, \u{2028}z"

  /// The catalog: Côte d'Ivoire, Kenya, Congo twice, Uganda, Kosovo and four goods.
  public static func make() -> Catalog {
    let indicators = [
      indicator("internet-users", "Internet users", "% of people", .connectivity, 100),
      indicator("internet-users-women", "Internet users, women", "% of women", .equity, 100),
      indicator("literacy", "Adult literacy", "% of adults", .skills, 100),
      indicator("electricity", "Access to electricity", "% of people", .power, 100),
      indicator("cybersecurity", "Cybersecurity index", "points", .security, 100),
      indicator("population", "Population", "people", .context, nil),
      indicator("political-stability", "Political stability", "percentile", .security, nil),
    ]
    let countries = [
      country("CIV", "CI", "Côte d'Ivoire", french: "Côte d’Ivoire", alias: ["Ivory Coast"]),
      country("COD", "CD", "Congo, Democratic Republic of the", french: "RD Congo", alias: ["DRC"]),
      country("COG", "CG", "Congo, Republic of the", french: "Congo", alias: ["Congo-Brazzaville"]),
      country("KEN", "KE", "Kenya", french: "Kenya", alias: [], income: .lowerMiddle, ldc: false),
      country("UGA", "UG", "Uganda", french: "Ouganda", alias: [hostile]),
      country("XKX", "XK", "Kosovo", french: "Kosovo", alias: [], region: "Europe", income: nil),
    ]
    var grid: [Observation?] = Array(repeating: nil, count: countries.count * indicators.count)
    func set(_ country: Int, _ values: [(Int, Double, ValueStatus)]) {
      for (indicator, value, status) in values {
        grid[country * indicators.count + indicator] = Observation(
          value: value, year: 2024, status: status, source: "wdi")
      }
    }
    set(0, [(0, 45.4, .observed), (2, 90, .observed), (5, 31_165_654, .observed)])
    set(1, [(0, 30.5, .estimated), (5, 105_789_731, .observed), (6, -1.5, .observed)])
    set(3, [(0, 35, .observed), (1, 31.25, .derived), (5, 55_339_003, .observed)])
    set(4, [(0, 8.9, .observed), (2, 0, .stale), (5, 50_015_092, .observed), (6, 0.04, .own)])
    var facts: [[String: Fact]] = Array(repeating: [:], count: countries.count)
    facts[3]["data-protection-law"] = Fact(value: "enacted", year: "2026", source: "unctad")
    facts[4]["data-protection-law"] = Fact(value: "draft", year: "2024-2025", source: "unctad")
    facts[4]["payment-system"] = Fact(value: "=cmd|'/c'!A1", year: "", source: "unctad")
    return Catalog(
      identity: Catalog.Identity(
        id: "small", name: "Small", version: "1", compiled: "2026-11-23", hash: "0",
        mapDisclaimer: "", curation: "Levels are this project's reading."),
      sources: [source("wdi", "World Bank"), source("unctad", hostile), source("dpga", "DPGA")],
      indicators: indicators,
      attributes: [
        Attribute(
          id: "data-protection-law", name: "Data protection law",
          values: ["enacted", "draft", "none"], group: "privacy", meaning: "Law on personal data."),
        Attribute(
          id: "payment-system", name: "Payment system", values: [], group: "institutions",
          meaning: "Name of the system."),
      ],
      countries: countries,
      goods: [
        good("dhis2", "DHIS2", sector: "health", sdgs: [3, 17], collects: .yes, levels: 2),
        good("mosip", "MOSIP", sector: "identity", sdgs: [16], collects: .no, levels: 4),
        good(
          "old-mosip", "Mosip", sector: "identity", sdgs: [16], collects: .yes, levels: 4, .delisted
        ),
        good("zeta", hostile, sector: "health", sdgs: [3], collects: .unknown, levels: 0),
      ],
      deployments: [
        Deployment(
          good: 0, country: 3, in2026: .yes, in2024: .unknown, byGovernment: true, source: "dpga"),
        Deployment(
          good: 0, country: 4, in2026: .yes, in2024: .no, byGovernment: false, source: "dpga"),
        Deployment(
          good: 3, country: 4, in2026: .yes, in2024: .no, byGovernment: false, source: "dpga"),
      ],
      measures: [
        Measure(
          id: "dd-voice", risk: "digital-divide", title: "Voice and text", action: hostile,
          fromSeverity: .moderate, effort: "medium", owner: "ministry", phase: "pilot",
          trigger: "internetUse<60", address: "https://example.org"),
        Measure(
          id: "sec-audit", risk: "security", title: "Audit", action: "Audit it.",
          fromSeverity: .low, effort: "low", owner: "operator", phase: "pilot", trigger: "",
          address: "https://example.org"),
      ],
      standard: [StandardIndicator(number: "2", name: "Open licence", meaning: "", address: "")],
      referenceSystems: [
        ReferenceSystem(
          id: "aadhaar", name: "Aadhaar", summary: "Identity.", function: "identity",
          registeredGood: "no", registeredNote: "", since: 2009, address: "https://example.org/a")
      ],
      referenceLinks: [
        ReferenceLink(system: "aadhaar", good: "mosip", relation: "same-function", note: "")
      ],
      agreements: [
        Agreement(
          iso3: "UGA", system: "aadhaar", good: "", kind: "memorandum", year: 2023,
          standing: "may-have-lapsed", note: "Signed.", address: "https://example.org/m")
      ],
      grid: grid, facts: facts)
  }

  private static func indicator(
    _ id: String, _ name: String, _ unit: String, _ group: Indicator.Group, _ maximum: Double?
  ) -> Indicator {
    Indicator(
      id: id, name: name, shortName: id, unit: unit, minimum: nil, maximum: maximum,
      direction: .higherBetter, group: group, isCore: true, seriesCode: id, publisher: "World Bank",
      note: "")
  }

  private static func source(_ id: String, _ publisher: String) -> Source {
    Source(
      id: id, publisher: publisher, title: "Title of " + id, vintage: "2026",
      retrieved: "2026-11-01", address: "https://example.org/" + id, terms: "CC BY 4.0",
      reuse: .attribution, copy: "", note: "")
  }

  private static func country(
    _ iso3: String, _ iso2: String, _ name: String, french: String, alias: [String],
    region: String = "Africa", income: IncomeGroup? = .low, ldc: Bool = true
  ) -> Country {
    Country(
      iso3: iso3, iso2: iso2, name: name, shortName: name,
      names: [.english: name, .french: french], aliases: alias, capital: "", latitude: nil,
      longitude: nil, areaKm2: nil, region: region,
      subregion: region == "Africa" ? "Sub-Saharan Africa" : "Southern Europe",
      intermediateRegion: region == "Africa" ? "Eastern Africa" : "", unStatus: "member",
      status: iso3 == "XKX" ? "ISO entry" : "state", administeredBy: "", income: income,
      isLDC: ldc, isLLDC: iso3 == "UGA", isSIDS: false,
      fragility: iso3 == "COD" ? "conflict" : "no",
      isLandlocked: iso3 == "UGA", borders: iso3 == "UGA" ? ["COD", "KEN"] : [],
      languages: iso3 == "CIV" ? ["fr"] : ["en", "sw"], note: iso3 == "XKX" ? "See the note." : "")
  }

  private static func good(
    _ id: String, _ name: String, sector: String, sdgs: [Int], collects: Answer, levels: Int,
    _ standing: PublicGood.Standing = .listed
  ) -> PublicGood {
    PublicGood(
      id: id, name: name, aliases: [], standing: standing,
      supersededBy: standing == .listed ? nil : "mosip", types: ["software"], sector: sector,
      sectors: [sector], summary: "Does " + sector + ".", sdgs: sdgs, licences: ["MIT"],
      isNonCommercial: false, isIndiaOrigin: id == "mosip", firstSeen: "2021-12-31",
      lastSeen: "2026-07-13", registryID: "1", record2024: "", website: "https://example.org",
      licenceAddress: "", repositories: [], documentation: [], privacyPages: [], privacyLaws: [],
      standards: [], bestPractices: [], exportFormats: [], personalDataTypes: [], unAgencies: [],
      developmentCountries: ["KEN"], source: "dpga",
      organisations: [
        Organisation(name: "Owner of " + id, role: "owner", website: "", record: "2026")
      ],
      declared: Declarations(
        answers: [.collectsPersonalData: collects], deploymentClaim: "", deploymentRecord: "2026",
        source: "dpga"),
      demand: DemandProfile(
        confidence: .medium, operator: .officials, channels: [.web], connectivity: levels,
        literacy: levels, device: levels, power: levels, curatedSensitivity: levels,
        declaredSensitivity: collects == .no ? 0 : nil, institutional: levels,
        isDeclarationDoubtful: id == "mosip", source: "dpga"))
  }
}
