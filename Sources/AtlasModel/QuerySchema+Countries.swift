extension QuerySchema {
  /// Short names of indicators that people type.
  private static let indicatorAliases: [String: [String]] = [
    "internet-users": ["internet"], "coverage-2g": ["2g"], "coverage-3g": ["3g"],
    "coverage-4g": ["4g"], "coverage-5g": ["5g"], "fixed-broadband": ["broadband"],
    "mobile-subscriptions": ["mobile", "subscriptions"], "mobile-owners": ["phones"],
    "data-price-2gb": ["data-price", "price"], "electricity": ["power"],
    "cybersecurity": ["cyber"], "e-government": ["egov", "egdi"], "gdp-per-person": ["gdp"],
    "income-per-person": ["gni"], "human-development": ["hdi"], "internet-shutdowns": ["shutdowns"],
    "government-effectiveness": ["effectiveness"], "political-stability": ["stability"],
    "rural-population": ["rural"], "population-density": ["density"],
    "mean-schooling": ["schooling"],
  ]

  static func countryFields(_ catalog: Catalog) -> [QueryField] {
    groupFields(catalog) + attributeFields(catalog) + figureFields(catalog) + [
      QueryField("uses", ["good"], "Goods with a recorded use there.", .good) { catalog, row in
        .texts(
          catalog.deploymentPositions(country: row).map { position in
            catalog.goods[catalog.deployments[position].good].id
          })
      }
    ]
  }

  private static func groupFields(_ catalog: Catalog) -> [QueryField] {
    func tokens(_ values: [String]) -> QueryField.Kind {
      .token(values: distinct(values), isOrdered: false)
    }
    return [
      QueryField("name", [], "Name in English.", .text) { .text($0.countries[$1].name) },
      QueryField("iso3", ["code", "country"], "The country itself.", .country) {
        .text($0.countries[$1].iso3)
      },
      QueryField("region", [], "M49 region, subregion or intermediate region.", .text) {
        let country = $0.countries[$1]
        let regions = [country.region, country.subregion, country.intermediateRegion]
        return country.region.isEmpty ? .missing : .texts(regions.filter { !$0.isEmpty })
      },
      QueryField("subregion", [], "M49 subregion or intermediate region.", .text) {
        let country = $0.countries[$1]
        let regions = [country.subregion, country.intermediateRegion]
        return country.subregion.isEmpty ? .missing : .texts(regions.filter { !$0.isEmpty })
      },
      QueryField(
        "income", [], "World Bank income group.",
        .token(values: IncomeGroup.allCases.map(\.rawValue), isOrdered: true)
      ) { .text($0.countries[$1].income?.rawValue ?? "") },
      QueryField("ldc", [], "Least developed country.", QueryField.answers) {
        .flag($0.countries[$1].isLDC)
      },
      QueryField("lldc", [], "Landlocked developing country.", QueryField.answers) {
        .flag($0.countries[$1].isLLDC)
      },
      QueryField("sids", [], "Small island developing state.", QueryField.answers) {
        .flag($0.countries[$1].isSIDS)
      },
      QueryField(
        "fragile", ["fragility"], "World Bank fragility class.",
        .token(values: ["no", "conflict", "institutional-social"], isOrdered: false),
        shorthands: ["yes": ["conflict", "institutional-social"]]
      ) { .text($0.countries[$1].fragility) },
      QueryField("landlocked", [], "Without a coast.", QueryField.answers) {
        .flag($0.countries[$1].isLandlocked)
      },
      QueryField(
        "status", [], "State, territory and so on.", tokens(catalog.countries.map(\.status))
      ) { .text($0.countries[$1].status) },
      QueryField(
        "un", ["un-status"], "Relation to the United Nations.",
        tokens(catalog.countries.map(\.unStatus))
      ) { .text($0.countries[$1].unStatus) },
      QueryField(
        "language", ["languages"], "Language of the national government, BCP 47.",
        tokens(catalog.countries.flatMap(\.languages))
      ) {
        let languages = $0.countries[$1].languages
        return languages.isEmpty ? .missing : .texts(languages)
      },
      QueryField("borders", ["neighbour"], "Land neighbours.", .country) {
        .texts($0.countries[$1].borders)
      },
    ]
  }

  private static func attributeFields(_ catalog: Catalog) -> [QueryField] {
    catalog.attributes.map { attribute in
      QueryField(
        attribute.id, [], attribute.name + ".",
        attribute.values.isEmpty ? .text : .token(values: attribute.values, isOrdered: false)
      ) { .text($0.fact(country: $1, attribute.id)?.value ?? "") }
    }
  }

  private static func figureFields(_ catalog: Catalog) -> [QueryField] {
    catalog.indicators.enumerated().map { position, indicator in
      QueryField(
        indicator.id, indicatorAliases[indicator.id] ?? [], indicator.name + ".",
        .number(unit: indicator.unit)
      ) { catalog, row in
        guard let value = catalog.observation(country: row, indicator: position)?.value,
          value.isFinite
        else { return .missing }
        return .number(value)
      }
    }
  }
}
