import AtlasModel

/// Small hand-made catalogs: one place where every test says only what it is about.
struct ModelFixtures {
  /// Year of every observation unless a test says otherwise; the dataset is of 2026.
  static let year = 2024

  /// Values of a country by indicator id.
  typealias Values = [String: Double]

  /// A country in which everything the model reads is at its best.
  static let best: Values = {
    var values: Values = [
      "internet-users": 100, "internet-parity": 1, "internet-users-women-derived": 100,
      "coverage-3g": 100, "coverage-4g": 100, "mobile-owners": 100, "mobile-owners-women": 100,
      "mobile-subscriptions": 120, "fixed-broadband": 40, "data-price-2gb": 0.5,
      "electricity": 100, "electricity-rural": 100, "literacy": 100, "literacy-rural": 100,
      "literacy-women": 100, "human-capital": 0.95, "rural-population": 30, "population": 1e6,
      "rule-of-law": 95, "voice": 95, "cybersecurity": 99, "conflict": 0, "e-government": 0.9,
    ]
    for goal in 1...17 { values[SDGGaps.indicator(goal)] = Double(20 + 4 * goal) }
    return values
  }()

  /// Ids of every indicator that the model reads.
  static let indicatorIDs: [String] =
    best.keys.sorted() + ["internet-shutdowns", "internet-users-women", "schools-internet"]

  /// Facts of a country in which the law is in force.
  static let lawful = ["data-protection-law": "enacted", "data-protection-authority": "yes"]

  /// One country of a catalog.
  struct Place {
    var iso3 = "AAA"
    var region = ""
    var subregion = ""
    var income: IncomeGroup?
    var languages: [String] = []
    var areaKm2: Double?
    var isLandlocked = false
    var values = ModelFixtures.best
    var years: [String: Int] = [:]
    var statuses: [String: ValueStatus] = [:]
    var facts = ModelFixtures.lawful

    /// The best country with some values changed; nil takes a value away.
    init(_ changes: [String: Double?] = [:], facts: [String: String] = ModelFixtures.lawful) {
      for (id, value) in changes { values[id] = value }
      self.facts = facts
    }
  }

  static func country(_ iso3: String) -> Country {
    Country(
      iso3: iso3, iso2: String(iso3.prefix(2)), name: "Country \(iso3)", shortName: iso3,
      names: [:], aliases: [], capital: "", latitude: nil, longitude: nil, areaKm2: nil,
      region: "", subregion: "", intermediateRegion: "", unStatus: "member", status: "state",
      administeredBy: "", income: nil, isLDC: false, isLLDC: false, isSIDS: false, fragility: "",
      isLandlocked: false, borders: [], languages: [], note: "")
  }

  /// A good that asks for nothing, has the United Nations as steward and claims the widest gap.
  static func good(_ id: String = "good") -> PublicGood {
    PublicGood(
      id: id, name: "Good \(id)", aliases: [], standing: .listed, supersededBy: nil,
      types: ["software"], sector: "governance", sectors: ["governance"], summary: "", sdgs: [1],
      licences: [], isNonCommercial: false, isIndiaOrigin: false, firstSeen: "", lastSeen: "",
      registryID: "", record2024: "", website: "", licenceAddress: "", repositories: [],
      documentation: [], privacyPages: [], privacyLaws: [], standards: [], bestPractices: [],
      exportFormats: [], personalDataTypes: [], unAgencies: [], developmentCountries: [],
      source: "registry", organisations: [], declared: declarations([:]),
      demand: DemandProfile(
        confidence: .high, operator: .citizens, channels: [.web], connectivity: 0, literacy: 0,
        device: 0, power: 0, curatedSensitivity: 0, declaredSensitivity: 0, institutional: 0,
        isDeclarationDoubtful: false, steward: .unitedNations, source: "curated"))
  }

  /// Answers on top of those of a harmless good.
  static func declarations(_ answers: [Declarations.Question: Answer]) -> Declarations {
    let harmless: [Declarations.Question: Answer] = [
      .collectsPersonalData: .no, .storesPersonalData: .no, .securityMeasuresDescribed: .yes,
      .closedDependencies: .no, .platformIndependent: .yes,
    ]
    return Declarations(
      answers: harmless.merging(answers) { $1 }, deploymentClaim: "", deploymentRecord: "",
      source: "registry")
  }

  /// A good changed by a test.
  static func good(_ id: String = "good", change: (inout PublicGood) -> Void) -> PublicGood {
    var good = good(id)
    change(&good)
    return good
  }

  /// A measure that is offered from a severity on.
  static func measure(_ id: String, from: Severity = .low) -> Measure {
    Measure(
      id: id, risk: "security", title: id, action: "", fromSeverity: from, effort: "low", owner: "",
      phase: "", trigger: "", address: "")
  }

  /// What a measure lowers.
  static func effect(
    _ measure: String, _ flag: FlagID, _ factor: MeasureEffect.Factor, _ steps: Int,
    if condition: String = ""
  ) -> MeasureEffect {
    MeasureEffect(
      measure: measure, flag: flag, factor: factor, steps: steps,
      precondition: Precondition(condition), basis: "assumption", why: "")
  }

  private static func group(_ id: String) -> Indicator.Group {
    if id.hasPrefix("sdg-goal") { return .need }
    return ["population", "rural-population"].contains(id) ? .context : .connectivity
  }

  private static func most(_ id: String) -> Double? {
    switch id {
    case "mobile-subscriptions", "internet-parity", "population": nil
    case "human-capital", "e-government": 1
    default: 100
    }
  }

  /// How far an indicator moves in some years; the position is that of `indicatorIDs`.
  static func drift(
    _ id: String, years: Int, _ low: Double, _ high: Double,
    indicatorIDs: [String] = indicatorIDs
  ) -> Drift {
    Drift(
      indicator: indicatorIDs.firstIndex(of: id) ?? 0, years: years, low: low,
      median: (low + high) / 2, high: high, count: 50, source: "formula")
  }

  /// Joins countries and goods to a catalog; `uses` holds pairs of a good and a country.
  static func catalog(
    _ places: [Place], _ goods: [PublicGood], measures: [Measure] = [],
    effects: [MeasureEffect] = [], drifts: [Drift] = [], uses: [(good: Int, country: Int)] = [],
    indicatorIDs: [String] = indicatorIDs
  ) -> Catalog {
    let sources = ["figures", "laws", "registry", "curated", "formula"].map {
      Source(
        id: $0, publisher: $0, title: $0, vintage: "2026", retrieved: "", address: "", terms: "",
        reuse: .open, copy: "", note: "")
    }
    let indicators = indicatorIDs.map {
      Indicator(
        id: $0, name: "Name of \($0)", shortName: $0, unit: "%", minimum: 0, maximum: most($0),
        direction: .neutral, group: group($0), isCore: false, seriesCode: "", publisher: "",
        note: "")
    }
    let grid = places.flatMap { place in
      indicatorIDs.map { id in
        place.values[id].map {
          Observation(
            value: $0, year: place.years[id] ?? year, status: place.statuses[id] ?? .observed,
            source: "figures")
        }
      }
    }
    let countries = places.map { place in
      var country = country(place.iso3)
      country.region = place.region
      country.subregion = place.subregion
      country.income = place.income
      country.languages = place.languages
      country.areaKm2 = place.areaKm2
      country.isLandlocked = place.isLandlocked
      return country
    }
    var catalog = Catalog(
      identity: Catalog.Identity(
        id: "test", name: "Test", version: "1", compiled: "2026-11-23", hash: "",
        mapDisclaimer: "", curation: ""),
      sources: sources, indicators: indicators, attributes: [], countries: countries,
      goods: goods,
      deployments: uses.map {
        Deployment(
          good: $0.good, country: $0.country, in2026: .yes, in2024: .unknown, byGovernment: false,
          source: "registry")
      }, measures: measures, grid: grid,
      facts: places.map { place in
        place.facts.mapValues { Fact(value: $0, year: "2026", source: "laws") }
      })
    catalog.effects = effects
    catalog.drifts = drifts
    return catalog
  }

  /// One pair screened.
  static func screening(_ place: Place, _ good: PublicGood, explains: Bool = true) -> Screening {
    let assessor = Assessor(catalog: catalog([place], [good]))
    return assessor.screening(
      good: 0, conditions: assessor.conditions(country: 0), explains: explains)
  }

  /// The flag of a pair.
  static func flag(_ id: FlagID, _ place: Place, _ good: PublicGood) -> RiskFlag {
    screening(place, good, explains: false).flags[id]
  }
}
