internal import AtlasModel

/// The columns of the table of countries.
enum CountriesTable {
  private static let defaults: Set<String> = [
    "iso3", "name", "region", "income", "population", "internet-users", "literacy", "electricity",
    "data-protection-law", "cybersecurity",
  ]
  /// The order of the columns shown by default.
  private static let first = ["population", "internet-users", "literacy", "electricity"]

  static func columns(_ catalog: Catalog) -> [TableColumnDefinition] {
    let figures = catalog.indicators.indices.map { figure(catalog.indicators[$0], $0) }
    let lead = first.compactMap { id in figures.first { $0.column.id == id } }
    let facts = catalog.attributes.map(fact)
    let law = facts.filter { $0.column.id == "data-protection-law" }
    let cyber = figures.filter { $0.column.id == "cybersecurity" }
    let placed = Set(first + ["data-protection-law", "cybersecurity"])
    let others = (facts + figures).filter { !placed.contains($0.column.id) }
    return identity + lead.flatMap { withYear($0) } + law + cyber + groups + others
  }

  /// Internet use moves fast, so its year stands beside it for people too.
  private static func withYear(_ definition: TableColumnDefinition) -> [TableColumnDefinition] {
    guard definition.column.id == "internet-users" else { return [definition] }
    let year = ReportColumn(
      "internet-users_year", "year", alignment: .trailing,
      documentation: "The year of internet-users.")
    return [
      definition,
      TableColumnDefinition(year, isDefault: true) { definition.cell($0, $1).beside(.year) },
    ]
  }

  private static func figure(_ indicator: Indicator, _ position: Int) -> TableColumnDefinition {
    let decimals = indicator.decimals
    let column = ReportColumn(
      indicator.id, indicator.shortName, unit: indicator.unit, alignment: .trailing,
      documentation: indicator.name + ".", provenance: .figure)
    return TableColumnDefinition(column, isDefault: defaults.contains(indicator.id)) {
      .figure($0.observation(country: $1, indicator: position), decimals: decimals)
    }
  }

  private static func fact(_ attribute: Attribute) -> TableColumnDefinition {
    let column = ReportColumn(
      attribute.id, attribute.name, documentation: attribute.meaning, isFlexible: true,
      provenance: .fact)
    return TableColumnDefinition(column, isDefault: defaults.contains(attribute.id)) {
      .fact($0.fact(country: $1, attribute.id))
    }
  }

  private static let identity: [TableColumnDefinition] = [
    text("iso3", "code", "ISO 3166-1 alpha-3 code.", isFlexible: false) { $0.iso3 },
    text("name", "country", "Name in English.") { $0.name },
    text("region", "region", "M49 region.") { $0.region },
    TableColumnDefinition(
      ReportColumn("income", "income", documentation: "World Bank income group."), isDefault: true
    ) { catalog, row in
      let income = catalog.countries[row].income
      return .text(
        income?.rawValue ?? "", order: income.flatMap { IncomeGroup.allCases.firstIndex(of: $0) })
    },
  ]

  private static let groups: [TableColumnDefinition] =
    [
      text("iso2", "code", "ISO 3166-1 alpha-2 code.", isFlexible: false) { $0.iso2 },
      text("subregion", "subregion", "M49 subregion.") { $0.subregion },
      text("intermediate-region", "region", "M49 intermediate region.") { $0.intermediateRegion },
      text("capital", "capital", "Capital.") { $0.capital },
      text("status", "status", "State, territory and so on.") { $0.status },
      text("un", "UN", "Relation to the United Nations.") { $0.unStatus },
      text("administered-by", "administered by", "Administering country.") { $0.administeredBy },
      flag("ldc", "LDC", "Least developed country.") { $0.isLDC },
      flag("lldc", "LLDC", "Landlocked developing country.") { $0.isLLDC },
      flag("sids", "SIDS", "Small island developing state.") { $0.isSIDS },
      text("fragile", "fragile", "World Bank fragility class.") { $0.fragility },
      flag("landlocked", "landlocked", "Without a coast.") { $0.isLandlocked },
      list("languages", "languages", "Languages of the national government.") { $0.languages },
      list("borders", "borders", "Land neighbours.") { $0.borders },
      TableColumnDefinition(
        ReportColumn(
          "goods", "goods", alignment: .trailing,
          documentation: "Count of goods with a recorded use."
        )
      ) { ReportCell(.integer($0.deploymentPositions(country: $1).count)) },
      TableColumnDefinition(
        ReportColumn(
          "area", "area", unit: "km2", alignment: .trailing,
          documentation: "Area with inland water.")
      ) { catalog, row in
        ReportCell(catalog.countries[row].areaKm2.map { .number($0, decimals: 0) } ?? .missing)
      },
    ]
    + NameLanguage.allCases.filter { $0 != .english }.map { language in
      text("name-" + language.rawValue, "name (\(language.rawValue))", "Name in \(language).") {
        $0.names[language] ?? ""
      }
    }

  private static func text(
    _ id: String, _ title: String, _ documentation: String, isFlexible: Bool = true,
    _ read: @escaping @Sendable (Country) -> String
  ) -> TableColumnDefinition {
    let column = ReportColumn(id, title, documentation: documentation, isFlexible: isFlexible)
    return TableColumnDefinition(column, isDefault: defaults.contains(id)) {
      .text(read($0.countries[$1]))
    }
  }

  private static func flag(
    _ id: String, _ title: String, _ documentation: String,
    _ read: @escaping @Sendable (Country) -> Bool
  ) -> TableColumnDefinition {
    TableColumnDefinition(ReportColumn(id, title, documentation: documentation)) {
      .flag(read($0.countries[$1]))
    }
  }

  private static func list(
    _ id: String, _ title: String, _ documentation: String,
    _ read: @escaping @Sendable (Country) -> [String]
  ) -> TableColumnDefinition {
    let column = ReportColumn(id, title, documentation: documentation, isFlexible: true)
    return TableColumnDefinition(column) { .list(read($0.countries[$1])) }
  }
}

extension Indicator {
  /// Decimals that people are shown: whole people and money, one for shares, three for indices to 1.
  var decimals: Int {
    let unit = unit.lowercased()
    if let maximum, maximum <= 1 { return 3 }
    if ["people", "person", "inhabitant", "usd", "dollar", "$", "count"].contains(where: {
      unit.contains($0) && !unit.contains("%")
    }) {
      return group == .context ? 0 : 1
    }
    if unit.contains("ratio") || unit == "index" { return 2 }
    return 1
  }
}
