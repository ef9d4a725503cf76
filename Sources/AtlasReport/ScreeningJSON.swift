public import AtlasModel

/// A screening as the JSON object of the contract: keys in fixed order, flags before the verdict.
///
/// Certainty is null where nothing was drawn. `fit`, `need` and `adequacy`
/// are the cautious ends; `ranges` at the end of the object has both ends.
public struct ScreeningJSON {
  let insight: Insight
  let catalog: Catalog
  let context: ModelContext
  private let scenario: Scenario
  private let original: Catalog

  private var screening: Screening { insight.screening }

  /// Prepares a screening for writing.
  ///
  /// - Parameters:
  ///   - insight: The screening with what stands beside it.
  ///   - catalog: The dataset that was screened.
  ///   - scenario: What was changed in it and in the settings.
  ///   - original: The dataset without the scenario; nil where it is the same.
  ///   - context: What is worked out of the dataset, where it is at hand; nil works it out.
  public init(
    _ insight: Insight, catalog: Catalog, scenario: Scenario = Scenario(),
    original: Catalog? = nil, context: ModelContext? = nil
  ) {
    self.insight = insight
    self.catalog = catalog
    self.context = context ?? ModelContext(catalog)
    self.scenario = scenario
    self.original = original ?? catalog
  }

  /// The object.
  public var value: JSONValue {
    let country = catalog.countries[screening.country]
    let good = catalog.goods[screening.good]
    return .object([
      .init("schema", 1),
      .init("model", .model),
      .init("dataset", .dataset(catalog.identity)),
      .init("country", .country(country)),
      .init("good", .good(good)),
      .init(
        "scenario",
        ScenarioJSON.value(
          scenario, settings: insight.settings, country: country.iso3, catalog: original)),
      .init("flags", .array(screening.flags.all.map(flag))),
      .init("leftOut", leftOut),
      .init("staff", staff),
      .init("dimensions", .array(screening.fit.dimensions.map(dimension))),
      .init("fit", .number(rounded(screening.fit.range.low))),
      .init("need", .number(rounded(screening.need.low))),
      .init("evidence", precedent),
      .init("benefit", benefit),
      .init("verdict", verdict),
      .init("certainty", CertaintyWords.json(insight.certainty, of: screening.verdict.class)),
      .init("changes", .array(changes)),
      .init(
        "objections",
        .array(
          insight.objections.map {
            .object([.init("text", .string($0.text)), .init("basis", .string($0.basis))])
          })),
      .init("gaps", .array(gaps)),
      .init(
        "ranges",
        .object([
          .init("fit", range(screening.fit.range)),
          .init("need", range(screening.need)),
          .init("benefit", range(Benefit.share(insight.benefits))),
          .init(
            "verdict",
            .object([
              .init("low", .string(screening.verdict.cautious.rawValue)),
              .init("high", .string(screening.verdict.hopeful.rawValue)),
            ])),
        ])),
      .init("formulas", formulas),
    ])
  }

  private func flag(_ flag: RiskFlag) -> JSONValue {
    let rule = flag.id.rule
    return .object([
      .init("id", .string(flag.id.rawValue)),
      .init("risk", .string(rule.family.rawValue)),
      .init("code", rule.code.isEmpty ? .null : .string(rule.code)),
      .init("severity", .string(flag.word)),
      .init("residual", .string(flag.residualWord)),
      .init("likelihood", step(flag.likelihood)),
      .init("impact", step(flag.impact)),
      .init("assessed", .bool(flag.isAssessed)),
      .init(
        "rule",
        .string("Likelihood: \(rule.likelihood). Impact: \(rule.impact). Basis: \(rule.basis).")),
      .init("evidence", .array(flag.evidence.map(evidence))),
      .init("measures", .array(flag.measures.map { .string($0) })),
      .init("offers", .array(flag.offers.map(offer))),
      .init("title", .string(rule.title)),
      .init(
        "possible",
        .object([
          .init("low", .string(flag.best.word)), .init("high", .string(flag.worst.word)),
        ])),
    ])
  }

  private func dimension(_ score: DimensionScore) -> JSONValue {
    .object([
      .init("id", .string(score.dimension.rawValue)),
      .init("demand", .integer(score.demand)),
      .init("adequacy", .number(rounded(score.adequacy.low))),
      .init("low", .number(rounded(score.adequacy.low))),
      .init("high", .number(rounded(score.adequacy.high))),
      .init("weight", .number(rounded(score.weight))),
      .init("lossShare", .number(rounded(score.lossShare))),
      .init("status", .string(score.demand == 0 ? "not-asked" : score.status.rawValue)),
      .init("evidence", .array(score.evidence.map(evidence))),
    ])
  }

  func evidence(_ row: Evidence) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("indicator", .string(row.id)),
      .init("value", value(row)),
      .init("unit", row.unit.isEmpty ? .null : .string(row.unit)),
      .init("year", year(row.year)),
      .init("source", row.source.isEmpty ? .null : .string(row.source)),
      .init("status", .string(row.status.rawValue)),
      .init("name", .string(row.name)),
    ]
    if let low = row.low, let high = row.high, row.value == nil {
      members.append(.init("low", .number(rounded(low))))
      members.append(.init("high", .number(rounded(high))))
    }
    return .object(members)
  }

  private func value(_ row: Evidence) -> JSONValue {
    if let value = row.value { return .number(rounded(value)) }
    return row.text.isEmpty ? .null : .string(row.text)
  }

  private func year(_ text: String) -> JSONValue {
    if let year = Int(text) { return .integer(year) }
    return text.isEmpty ? .null : .string(text)
  }

  private func step(_ range: StepRange) -> JSONValue {
    range.isPoint
      ? .integer(range.low)
      : .object([.init("low", .integer(range.low)), .init("high", .integer(range.high))])
  }

  func range(_ range: Interval) -> JSONValue {
    .object([
      .init("low", .number(rounded(range.low))), .init("high", .number(rounded(range.high))),
    ])
  }

  private var verdict: JSONValue {
    let verdict = screening.verdict
    return .object([
      .init("class", .string(verdict.class.rawValue)),
      .init("byFit", .string(verdict.byFit.rawValue)),
      .init(
        "caps",
        .array(
          verdict.caps.map {
            .object([
              .init("flag", .string($0.flag.rawValue)), .init("class", .string($0.limit.rawValue)),
            ])
          })),
      .init(
        "presets",
        .object(
          insight.presets.map {
            .init($0.preset.rawValue, .string($0.verdict.class.rawValue))
          })),
      .init("reason", .string(verdict.reason)),
    ])
  }

  /// Everything that was read and is not known, once.
  private var gaps: [JSONValue] {
    var seen: Set<String> = []
    let rows =
      screening.flags.all.flatMap(\.evidence) + screening.fit.dimensions.flatMap(\.evidence)
    return rows.filter { $0.status == .missing || $0.status == .stale }
      .filter { seen.insert($0.id).inserted }.map(evidence)
  }

  private var formulas: JSONValue {
    let link = NumberText.raw(insight.settings.weakestLink)
    return .object([
      .init(
        "fit",
        .string(
          "(1 - b) * sum(weight * adequacy) + b * min(adequacy), b = \(link), at the cautious ends")
      ),
      .init("leftOut", .string(LeftOut.formula)),
      .init("precedent", .string(Precedent.formula)),
      .init(
        "adequacy", "clamp((supply - floor) / (target - floor), 0, 1), least of levels 1 to demand"),
      .init("lossShare", "Shapley share of 1 - fit"),
      .init("need", "mean over claimed SDGs of 1 - goal score / 100"),
      .init(
        "severity", "likelihood * impact: 0 none, 1-3 low, 4-6 moderate, 8-9 high, 12-16 critical"),
    ])
  }

  /// Six decimals: enough for any reader, and the same on every machine.
  func rounded(_ value: Double) -> Double { (value * 1_000_000).rounded() / 1_000_000 }
}
