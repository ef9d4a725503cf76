internal import AtlasModel

/// A scenario as the `scenario` object of the contract.
enum ScenarioJSON {
  /// What was changed; null where nothing was.
  ///
  /// `preset`, `policy`, `set` (figures of the screened country) and `measures` are always there; `name`,
  /// `weights`, `weakestLink`, `equityShare`, `figures`, `facts` and `levels` only where they are changed.
  ///
  /// - Parameters:
  ///   - scenario: The scenario.
  ///   - settings: The settings it amounts to, with parameters of the staff.
  ///   - country: ISO code of the screened country.
  ///   - catalog: The dataset without the scenario.
  static func value(
    _ scenario: Scenario, settings: ModelSettings, country iso3: String, catalog: Catalog
  ) -> JSONValue {
    guard !settings.isDefault || !scenario.isEmpty else { return .null }
    var members: [JSONValue.Member] = []
    if !scenario.name.isEmpty { members.append(.init("name", .string(scenario.name))) }
    members += [
      .init("preset", .string(settings.preset.rawValue)),
      .init("policy", .string(settings.policy.rawValue)),
      .init("set", .array(scenario.figures.filter { $0.iso3 == iso3 }.map(set))),
      .init("measures", .array(settings.measures.map { .string($0) })),
    ]
    if let weights = scenario.weights {
      members.append(
        .init(
          "weights",
          .object(zip(Dimension.allCases, weights).map { .init($0.rawValue, .number($1)) })))
    }
    if let link = scenario.weakestLink { members.append(.init("weakestLink", .number(link))) }
    if let share = scenario.equityShare { members.append(.init("equityShare", .number(share))) }
    let year = catalog.identity.compiled.prefix(4)
    if !scenario.figures.isEmpty {
      members.append(.init("figures", .array(scenario.figures.map { figure($0, year, catalog) })))
    }
    if !scenario.facts.isEmpty {
      members.append(.init("facts", .array(scenario.facts.map { fact($0, year, catalog) })))
    }
    if !scenario.levels.isEmpty {
      members.append(.init("levels", .array(scenario.levels.map { level($0, year, catalog) })))
    }
    return .object(members)
  }

  private static func set(_ figure: Scenario.Figure) -> JSONValue {
    .object([
      .init("indicator", .string(figure.indicator)), .init("value", .number(figure.value)),
      .init("year", .null), .init("source", source(figure.source)),
    ])
  }

  private static func source(_ words: String) -> JSONValue {
    .string(words.isEmpty ? "user" : words)
  }

  private static func fact(
    _ fact: Scenario.OwnFact, _ year: Substring, _ catalog: Catalog
  ) -> JSONValue {
    let original = catalog.countryPosition(fact.iso3).flatMap {
      catalog.fact(country: $0, fact.attribute)
    }
    return .object([
      .init("iso3", .string(fact.iso3)), .init("attribute", .string(fact.attribute)),
      .init("value", .string(fact.value)),
      .init("year", Int(year).map { .integer($0) } ?? .null), .init("source", source(fact.source)),
      .init(
        "original",
        original.map {
          .object([
            .init("value", .string($0.value)), .init("year", .string($0.year)),
            .init("source", .string($0.source)),
          ])
        } ?? .null),
    ])
  }

  private static func figure(
    _ figure: Scenario.Figure, _ year: Substring, _ catalog: Catalog
  ) -> JSONValue {
    let original = catalog.countryPosition(figure.iso3).flatMap {
      catalog.observation(country: $0, figure.indicator)
    }
    let unit = catalog.indicatorPosition(figure.indicator).map { catalog.indicators[$0].unit }
    return .object([
      .init("iso3", .string(figure.iso3)), .init("indicator", .string(figure.indicator)),
      .init("value", .number(figure.value)), .init("unit", unit.map { .string($0) } ?? .null),
      .init("year", Int(year).map { .integer($0) } ?? .null),
      .init("source", source(figure.source)),
      .init(
        "original",
        original.map {
          .object([
            .init("value", .number($0.value)), .init("year", .integer($0.year)),
            .init("source", .string($0.source)), .init("status", .string($0.status.rawValue)),
          ])
        } ?? .null),
    ])
  }

  private static func level(
    _ level: Scenario.Level, _ year: Substring, _ catalog: Catalog
  ) -> JSONValue {
    let year: JSONValue = Int(year).map { .integer($0) } ?? .null
    let good = catalog.goodPosition(level.good).map { catalog.goods[$0].demand }
    return .object([
      .init("good", .string(level.good)), .init("field", .string(level.field.rawValue)),
      .init("level", .integer(level.level)), .init("year", year), .init("source", "user"),
      .init(
        "original",
        good.map {
          .object([
            .init("level", .integer(level.field.level($0))), .init("year", year),
            .init("source", .string($0.source)),
          ])
        } ?? .null),
    ])
  }
}
