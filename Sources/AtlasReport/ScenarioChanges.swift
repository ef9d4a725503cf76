public import AtlasModel

/// One thing that a scenario changes: what it was, with year and source, and what it is now.
public struct ScenarioChange: Sendable, Equatable {
  /// What kind of thing; the word that the line of the file starts with.
  public enum Kind: String, Sendable, CaseIterable {
    /// Whose weights.
    case preset
    /// The weight of a dimension.
    case weight
    /// The weight of the weakest link.
    case weakestLink = "weakest-link"
    /// The weight of the worst group.
    case equityShare = "equity-share"
    /// When dangerous data means Not now.
    case policy
    /// A measure taken.
    case measure
    /// A figure of a country.
    case figure
    /// A fact of a country, such as a law.
    case fact
    /// What a good asks.
    case level

    /// Whether it stands in place of a record of a country, for which somebody answers.
    var isRecord: Bool { self == .figure || self == .fact }
  }

  /// What kind of thing.
  public var kind: Kind
  /// Its ids as the file has them, such as `UGA internet-users`; empty where the kind says it all.
  public var subject: String
  /// Its name for people.
  public var name: String
  /// The same where there is little room: a figure starts with the code of its country.
  public var shortName: String
  /// Unit of its values; empty for none.
  public var unit: String
  /// What the dataset or the model has, with year, status and source.
  public var original: ReportCell
  /// What the scenario has.
  public var changed: ReportCell
  /// Who says so, in the user's words; empty for a what-if.
  public var source: String

  /// Who says so: the user's words; `what-if` for a figure or fact that nobody is named for.
  public var saying: String { kind.isRecord && source.isEmpty ? Self.whatIf : source }

  /// Kind and ids, as the line of the file starts.
  var key: String { subject.isEmpty ? kind.rawValue : kind.rawValue + " " + subject }

  /// What stands in place of a source where none is named.
  static let whatIf = "what-if"

  init(
    _ kind: Kind, _ subject: String, _ name: String, shortName: String? = nil, unit: String = "",
    original: ReportCell, changed: ReportCell, source: String = ""
  ) {
    self.kind = kind
    self.subject = subject
    self.name = name
    self.shortName = shortName ?? name
    self.unit = unit
    self.original = original
    self.changed = changed
    self.source = source
  }

  /// The change in one line, such as `Adult literacy, Uganda: 72.2 % (2022, source) -> 80 % (what-if)`.
  public var words: String {
    let sign = unit.isEmpty ? "" : " " + unit
    let before = original.isMissing ? "unknown" : original.peopleText + sign
    let origin = [original.year, original.source].compactMap { $0 }.joined(separator: ", ")
    var line = "\(name): \(before)\(origin.isEmpty ? "" : " (\(origin))") -> "
    line += changed.peopleText + sign
    let own = kind == .figure ? "own figure" : "own fact"
    if kind.isRecord { line += source.isEmpty ? " (what-if)" : " (\(own): \(source))" }
    return PlainText.clean(line)
  }
}

/// What scenarios change, beside what the dataset and the model have.
public enum ScenarioChanges {
  /// The changes of a scenario, choices first, then figures, facts and levels.
  ///
  /// - Parameters:
  ///   - scenario: The scenario.
  ///   - catalog: The dataset without it.
  public static func list(_ scenario: Scenario, catalog: Catalog) -> [ScenarioChange] {
    choices(scenario)
      + scenario.measures.map { id in
        let title = catalog.measures.first { $0.id == id }?.title ?? id
        return ScenarioChange(
          .measure, id, "Measure: \(title)", original: .text("not taken"), changed: .text("taken"))
      } + scenario.figures.map { figure($0, catalog) } + scenario.facts.map { fact($0, catalog) }
      + scenario.levels.map { level($0, catalog) }
  }

  private static func choices(_ scenario: Scenario) -> [ScenarioChange] {
    var changes: [ScenarioChange] = []
    func add(
      _ kind: ScenarioChange.Kind, _ subject: String, _ name: String, _ before: ReportCell,
      _ after: ReportCell
    ) {
      changes.append(ScenarioChange(kind, subject, name, original: before, changed: after))
    }
    let preset = scenario.preset
    if preset != .equal {
      add(.preset, "", "Whose weights", .text("equal"), .text(preset.rawValue))
    }
    if let weights = scenario.weights {
      for (dimension, weight) in zip(Dimension.allCases, weights) {
        let before: Double = preset.doubled.contains(dimension) ? 2 : 1
        guard weight != before else { continue }
        add(
          .weight, dimension.rawValue, "Weight of \(dimension.name.lowercased())", number(before),
          number(weight))
      }
    }
    if let link = scenario.weakestLink {
      add(.weakestLink, "", "Weight of the weakest link", number(preset.weakestLink), number(link))
    }
    if let share = scenario.equityShare {
      add(
        .equityShare, "", "Weight of the worst group", number(ModelSettings().equityShare),
        number(share))
    }
    if scenario.policy != .two {
      add(
        .policy, "", "Policy on dangerous data", .text(RefusalPolicy.two.rawValue),
        .text(scenario.policy.rawValue))
    }
    return changes
  }

  private static func figure(_ figure: Scenario.Figure, _ catalog: Catalog) -> ScenarioChange {
    let country = catalog.countryPosition(figure.iso3)
    let indicator = catalog.indicatorPosition(figure.indicator).map { catalog.indicators[$0] }
    let name = indicator?.name ?? figure.indicator
    let place = country.map { catalog.countries[$0].name } ?? figure.iso3
    let own = decimals(figure.value)
    return ScenarioChange(
      .figure, figure.iso3 + " " + figure.indicator, "\(name), \(place)",
      shortName: "\(figure.iso3) \(indicator?.shortName ?? figure.indicator)",
      unit: indicator?.unit ?? "",
      original: .figure(
        country.flatMap { catalog.observation(country: $0, figure.indicator) },
        decimals: indicator?.decimals ?? own),
      changed: ReportCell(.number(figure.value, decimals: own)), source: figure.source)
  }

  private static func fact(_ fact: Scenario.OwnFact, _ catalog: Catalog) -> ScenarioChange {
    let country = catalog.countryPosition(fact.iso3)
    let attribute = catalog.attribute(fact.attribute)
    let name = attribute?.name ?? fact.attribute
    let place = country.map { catalog.countries[$0].name } ?? fact.iso3
    return ScenarioChange(
      .fact, fact.iso3 + " " + fact.attribute, "\(name), \(place)",
      shortName: "\(fact.iso3) \(name)",
      original: .fact(country.flatMap { catalog.fact(country: $0, fact.attribute) }),
      changed: .text(fact.value), source: fact.source)
  }

  private static func level(_ level: Scenario.Level, _ catalog: Catalog) -> ScenarioChange {
    let good = catalog.goodPosition(level.good).map { catalog.goods[$0] }
    let original = good.map { good in
      ReportCell(
        .integer(level.field.level(good.demand)), year: String(catalog.identity.compiled.prefix(4)),
        status: .curated, source: good.demand.source)
    }
    let field = level.field.rawValue
    return ScenarioChange(
      .level, level.good + " " + field,
      "\(field.prefix(1).uppercased() + field.dropFirst()) asked by \(good?.name ?? level.good)",
      unit: "of 4", original: original ?? ReportCell(.missing),
      changed: ReportCell(.integer(level.level)))
  }

  private static func number(_ value: Double) -> ReportCell {
    ReportCell(.number(value, decimals: decimals(value)))
  }

  /// Decimals that show a number as it was given, at most six.
  private static func decimals(_ value: Double) -> Int {
    let parts = NumberText.raw(value).split(separator: ".")
    return parts.count > 1 ? min(parts[1].count, 6) : 0
  }
}

// What is said beside a result that was worked out under a scenario.
extension ScenarioChanges {
  /// How many things a scenario changes, with its name; nil where it changes nothing and has no name.
  public static func headline(_ scenario: Scenario, catalog: Catalog) -> String? {
    headline(scenario, count: list(scenario, catalog: catalog).count)
  }

  private static func headline(_ scenario: Scenario, count: Int) -> String? {
    guard count > 0 || !scenario.name.isEmpty else { return nil }
    let name = scenario.name.isEmpty ? "" : "Scenario " + PlainText.clean(scenario.name) + ": "
    let changes = count == 0 ? "no change" : count == 1 ? "1 change" : "\(count) changes"
    return name + "\(changes) against the dataset and the model's defaults."
  }

  /// The headline and a line a change, for remarks under a table; the rest is counted.
  ///
  /// Where there is no room for all, figures and facts come first, since they name who says so.
  public static func notes(_ scenario: Scenario, catalog: Catalog, limit: Int = 12) -> [String] {
    var changes = list(scenario, catalog: catalog)
    if changes.count > limit {
      changes = changes.filter(\.kind.isRecord) + changes.filter { !$0.kind.isRecord }
    }
    let words = changes.map(\.words)
    guard let headline = headline(scenario, count: words.count) else { return [] }
    let rest = words.count - limit
    return [headline] + words.prefix(limit) + (rest > 0 ? ["And \(rest) more."] : [])
  }

  /// The headline and a line a change as a section; nil where nothing is changed.
  public static func section(_ scenario: Scenario, catalog: Catalog) -> Document.Section? {
    let words = list(scenario, catalog: catalog).map(\.words)
    guard let headline = headline(scenario, count: words.count) else { return nil }
    return Document.Section(
      "Scenario", [.paragraph(headline)] + (words.isEmpty ? [] : [.list(words)]))
  }
}

extension Document {
  /// The document with the changes of a scenario as its first section; as it is where there are none.
  public func opened(with scenario: Scenario, original: Catalog) -> Document {
    guard let section = ScenarioChanges.section(scenario, catalog: original) else { return self }
    var document = self
    document.sections.insert(section, at: 0)
    return document
  }
}

extension ReportTable {
  /// The table with the changes of a scenario before its other remarks.
  public func noted(with scenario: Scenario, original: Catalog) -> ReportTable {
    var table = self
    table.notes = ScenarioChanges.notes(scenario, catalog: original) + notes
    return table
  }
}
