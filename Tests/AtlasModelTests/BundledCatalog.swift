import AtlasModel

/// The bundled tables that the model reads, read by a second, plain reader.
///
/// The model's tests do not rest on the program's own reader: a fault there must not hide one here.
enum BundledCatalog {
  /// The catalog; read once.
  static let catalog = read()

  private static func read() -> Catalog {
    func rows(_ name: String) -> [[String: String]] {
      csvRows(fileText(repositoryFolder + "/Data/\(name).csv"))
    }
    let dataset = Dictionary(
      rows("dataset").map { ($0["key"] ?? "", $0["value"] ?? "") }, uniquingKeysWith: { a, _ in a })
    let indicators = rows("indicators").map(indicator)
    let countries = rows("countries").map(country)
    let countryIndex = positions(countries.map(\.iso3))
    let indicatorIndex = positions(indicators.map(\.id))
    var grid = [Observation?](repeating: nil, count: countries.count * indicators.count)
    for row in rows("observations") {
      guard let country = countryIndex[row["iso3"] ?? ""],
        let indicator = indicatorIndex[row["indicator"] ?? ""],
        let value = Double(row["value"] ?? ""), let year = Int(row["year"] ?? ""),
        let status = ValueStatus(rawValue: row["status"] ?? "")
      else { continue }
      grid[country * indicators.count + indicator] = Observation(
        value: value, year: year, status: status, source: row["source"] ?? "")
    }
    var facts = [[String: Fact]](repeating: [:], count: countries.count)
    for row in rows("facts") {
      guard let country = countryIndex[row["iso3"] ?? ""] else { continue }
      facts[country][row["attribute"] ?? ""] = Fact(
        value: row["value"] ?? "", year: row["year"] ?? "", source: row["source"] ?? "")
    }
    let demand = byGood(rows("goods-demand")).compactMapValues { $0.first }
    let declared = byGood(rows("goods-declared")).compactMapValues { $0.first }
    let organisations = byGood(rows("organisations"))
    let goods = rows("goods").map { row in
      let id = row["id"] ?? ""
      return good(
        row, demand: demand[id] ?? [:], declared: declared[id] ?? [:],
        organisations: organisations[id] ?? [])
    }
    let goodIndex = positions(goods.map(\.id))
    let deployments = rows("deployments").compactMap { row -> Deployment? in
      guard let good = goodIndex[row["good"] ?? ""], let country = countryIndex[row["iso3"] ?? ""],
        let now = Answer(field: row["in_2026"] ?? ""),
        let then = Answer(field: row["in_2024"] ?? "")
      else { return nil }
      return Deployment(
        good: good, country: country, in2026: now, in2024: then,
        byGovernment: row["government"] == "yes", source: row["source"] ?? "")
    }
    var catalog = Catalog(
      identity: Catalog.Identity(
        id: dataset["id"] ?? "", name: "", version: dataset["version"] ?? "",
        compiled: dataset["compiled"] ?? "", hash: "", mapDisclaimer: "", curation: ""),
      sources: rows("sources").map(source), indicators: indicators, attributes: [],
      countries: countries, goods: goods, deployments: deployments,
      measures: rows("measures").compactMap(measure), grid: grid, facts: facts)
    catalog.effects = rows("measure-effects").compactMap(effect)
    catalog.drifts = rows("drift").compactMap { row in
      guard let indicator = indicatorIndex[row["indicator"] ?? ""],
        let years = Int(row["years"] ?? ""), let low = Double(row["low"] ?? ""),
        let median = Double(row["median"] ?? ""), let high = Double(row["high"] ?? "")
      else { return nil }
      return Drift(
        indicator: indicator, years: years, low: low, median: median, high: high,
        count: Int(row["count"] ?? "") ?? 0, source: row["source"] ?? "")
    }
    catalog.blocks = rows("blocks").map { row in
      BuildingBlock(
        id: row["id"] ?? "", name: row["name"] ?? "", tier: row["tier"] ?? "",
        role: row["role"] ?? "", examples: list(row["examples"]), address: "")
    }
    catalog.blockLinks = rows("block-links").map { row in
      BlockLink(
        block: row["block"] ?? "", needs: row["needs"] ?? "", kind: row["kind"] ?? "",
        why: row["why"] ?? "", basis: row["basis"] ?? "", address: row["source_address"] ?? "")
    }
    catalog.phases = rows("phases").map { row in
      Phase(
        id: row["id"] ?? "", order: Int(row["order"] ?? "") ?? 0, name: row["name"] ?? "",
        alsoCalled: [], goal: row["goal"] ?? "", duration: row["duration"] ?? "",
        durationBasis: row["duration_basis"] ?? "")
    }
    catalog.rules = rows("rules").map { row in
      RuleOfThumb(
        id: row["id"] ?? "", topic: "", statement: row["statement"] ?? "",
        value: Double(row["value"] ?? ""), low: Double(row["low"] ?? ""),
        high: Double(row["high"] ?? ""), unit: row["unit"] ?? "", basis: row["basis"] ?? "",
        derivation: "", caveat: row["caveat"] ?? "", year: Int(row["year"] ?? ""),
        address: row["source_address"] ?? "")
    }
    catalog.attributes = rows("attributes").map { row in
      Attribute(
        id: row["id"] ?? "", name: row["name"] ?? "", values: list(row["values"]),
        group: "", meaning: "")
    }
    return catalog
  }

  private static func measure(_ row: [String: String]) -> Measure? {
    Severity(word: row["from_severity"] ?? "").map { severity in
      Measure(
        id: row["id"] ?? "", risk: row["risk"] ?? "", title: row["title"] ?? "", action: "",
        fromSeverity: severity, effort: row["effort"] ?? "", owner: "", phase: row["phase"] ?? "",
        trigger: "", address: "")
    }
  }

  private static func effect(_ row: [String: String]) -> MeasureEffect? {
    guard let flag = FlagID(rawValue: row["flag"] ?? ""), let steps = Int(row["steps"] ?? ""),
      let factor = MeasureEffect.Factor(rawValue: row["factor"] ?? "")
    else { return nil }
    let condition = row["precondition"] ?? ""
    return MeasureEffect(
      measure: row["measure"] ?? "", flag: flag, factor: factor, steps: steps,
      precondition: condition.isEmpty ? nil : Precondition(condition), basis: row["basis"] ?? "",
      why: row["why"] ?? "")
  }

  private static func byGood(_ rows: [[String: String]]) -> [String: [[String: String]]] {
    Dictionary(grouping: rows) { $0["good"] ?? "" }
  }

  private static func positions(_ keys: [String]) -> [String: Int] {
    Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
  }

  private static func list(_ field: String?) -> [String] {
    (field ?? "").split(separator: ";").map(String.init)
  }

  private static func indicator(_ row: [String: String]) -> Indicator {
    Indicator(
      id: row["id"] ?? "", name: row["name"] ?? "", shortName: row["short"] ?? "",
      unit: row["unit"] ?? "", minimum: Double(row["min"] ?? ""),
      maximum: Double(row["max"] ?? ""),
      direction: Indicator.Direction(rawValue: row["direction"] ?? "") ?? .neutral,
      group: Indicator.Group(rawValue: row["dimension"] ?? "") ?? .context,
      isCore: row["core"] == "yes", seriesCode: "", publisher: "", note: "")
  }

  private static func source(_ row: [String: String]) -> Source {
    Source(
      id: row["id"] ?? "", publisher: row["publisher"] ?? "", title: row["title"] ?? "",
      vintage: row["vintage"] ?? "", retrieved: "", address: "", terms: "",
      reuse: Source.Reuse(rawValue: row["reuse"] ?? "") ?? .open, copy: "", note: "")
  }

  private static func country(_ row: [String: String]) -> Country {
    var country = ModelFixtures.country(row["iso3"] ?? "")
    country.name = row["name"] ?? ""
    country.region = row["region"] ?? ""
    country.subregion = row["subregion"] ?? ""
    country.status = row["status"] ?? ""
    country.unStatus = row["un_status"] ?? ""
    country.areaKm2 = Double(row["area_km2"] ?? "")
    country.languages = list(row["languages"])
    country.income = IncomeGroup(rawValue: row["income"] ?? "")
    country.isLDC = row["ldc"] == "yes"
    country.isLandlocked = row["landlocked"] == "yes"
    return country
  }

  private static func good(
    _ row: [String: String], demand: [String: String], declared: [String: String],
    organisations: [[String: String]]
  ) -> PublicGood {
    var good = ModelFixtures.good(row["id"] ?? "")
    good.name = row["name"] ?? ""
    good.sector = row["sector"] ?? ""
    good.sectors = list(row["sectors"])
    good.sdgs = list(row["sdgs"]).compactMap { Int($0) }
    good.personalDataTypes = list(row["personal_data_types"])
    good.licences = list(row["licences"])
    good.repositories = list(row["repositories"])
    good.documentation = list(row["documentation"])
    good.privacyPages = list(row["privacy_pages"])
    good.standards = list(row["standards"])
    good.standing = PublicGood.Standing(rawValue: row["status"] ?? "") ?? .listed
    good.source = row["source"] ?? ""
    good.organisations = organisations.map {
      Organisation(
        name: $0["name"] ?? "", role: $0["role"] ?? "", website: "", record: $0["record"] ?? "")
    }
    var answers: [Declarations.Question: Answer] = [:]
    for question in Declarations.Question.allCases {
      answers[question] = Answer(field: declared[question.rawValue] ?? "")
    }
    good.declared = Declarations(
      answers: answers, deploymentClaim: "", deploymentRecord: "",
      source: declared["source"] ?? "")
    good.demand = DemandProfile(
      confidence: Confidence(rawValue: demand["confidence"] ?? "") ?? .low,
      operator: Operator(rawValue: demand["operator"] ?? "") ?? .citizens,
      channels: list(demand["channels"]).compactMap { Channel(rawValue: $0) },
      connectivity: Int(demand["connectivity"] ?? "") ?? 4,
      literacy: Int(demand["literacy"] ?? "") ?? 4, device: Int(demand["device"] ?? "") ?? 4,
      power: Int(demand["power"] ?? "") ?? 4,
      curatedSensitivity: Int(demand["data_sensitivity"] ?? "") ?? 4,
      declaredSensitivity: Int(demand["declared_sensitivity"] ?? ""),
      institutional: Int(demand["institutional"] ?? "") ?? 4,
      isDeclarationDoubtful: demand["declaration_doubt"] == "yes",
      steward: Steward(rawValue: demand["steward"] ?? "") ?? .other,
      source: demand["source"] ?? "")
    return good
  }
}
