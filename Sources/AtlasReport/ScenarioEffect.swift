public import AtlasModel

/// What a scenario does to one country and some goods: each pair screened without it and with it.
public struct ScenarioEffect: Sendable {
  /// One pair without the scenario and with it.
  struct Pair: Sendable {
    var good: PublicGood
    var before: Screening
    var after: Screening
  }

  let scenario: Scenario
  let original: Catalog
  let country: Country
  let pairs: [Pair]

  /// Screens pairs.
  ///
  /// - Parameters:
  ///   - scenario: The changes.
  ///   - original: The dataset without them.
  ///   - country: Position of the country.
  ///   - goods: Positions of the goods.
  public init(_ scenario: Scenario, original: Catalog, country: Int, goods: [Int]) {
    self.scenario = scenario
    self.original = original
    self.country = original.countries[country]
    let before = Assessor(catalog: original)
    let after = Assessor(catalog: scenario.applied(to: original), settings: scenario.settings)
    let conditions = (before.conditions(country: country), after.conditions(country: country))
    pairs = goods.map { good in
      Pair(
        good: original.goods[good],
        before: before.screening(good: good, conditions: conditions.0),
        after: after.screening(good: good, conditions: conditions.1))
    }
  }

  /// Whether a change is about the country, about one of the goods, or about the model.
  func concerns(_ change: ScenarioChange) -> Bool {
    let subject = change.subject.split(separator: " ").first.map(String.init) ?? ""
    switch change.kind {
    case .figure, .fact: return subject == country.iso3
    case .level: return pairs.contains { $0.good.id == subject }
    default: return true
    }
  }

  /// Changes that are shown, and how many others there are.
  var changes: (shown: [ScenarioChange], others: Int) {
    let all = ScenarioChanges.list(scenario, catalog: original)
    let shown = all.filter(concerns)
    return (shown, all.count - shown.count)
  }

  /// Everything as rows for files: flags, then changes, fit and need, then verdicts.
  public var table: ReportTable {
    ReportTable(
      id: "scenario-effect", title: "What a scenario does to \(country.name)",
      columns: [
        ReportColumn("part", "part", documentation: "flag, change, fit, need or verdict."),
        ReportColumn("iso3", "iso3", documentation: "The country."),
        ReportColumn("good", "good", documentation: "The good; empty for a change."),
        ReportColumn("id", "id", documentation: "The flag, the ids of a change, or low or high."),
        ReportColumn("name", "name", documentation: "Its name."),
        ReportColumn("unit", "unit", documentation: "Unit of the values."),
        ReportColumn(
          "before", "before", documentation: "Without the scenario.", provenance: .figure),
        ReportColumn("after", "after", documentation: "With it."),
        ReportColumn(
          "after_says", "says",
          documentation: "Who says so of a changed figure or fact; what-if where nobody is named."),
      ],
      rows: pairs.flatMap(flagRows) + changes.shown.map(row) + pairs.flatMap(numberRows)
        + pairs.map { pair in
          cells(
            "verdict", pair, "", "Verdict", .text(pair.before.verdict.class.name),
            .text(pair.after.verdict.class.name))
        })
  }

  private func cells(
    _ part: String, _ pair: Pair?, _ id: String, _ name: String, unit: String = "",
    _ before: ReportCell, _ after: ReportCell, _ says: String = ""
  ) -> [ReportCell] {
    [
      .text(part), .text(country.iso3), .text(pair?.good.id ?? ""), .text(id), .text(name),
      .text(unit), before, after, .text(says),
    ]
  }

  private func flagRows(_ pair: Pair) -> [[ReportCell]] {
    FlagID.allCases.map { id in
      cells(
        "flag", pair, id.rawValue, id.title, .text(Self.words(pair.before.flags[id])),
        .text(Self.words(pair.after.flags[id])))
    }
  }

  private func row(_ change: ScenarioChange) -> [ReportCell] {
    cells(
      "change", nil, change.key, change.name,
      unit: change.unit, change.original, change.changed, change.saying)
  }

  private func numberRows(_ pair: Pair) -> [[ReportCell]] {
    func number(_ value: Double) -> ReportCell {
      ReportCell(.number((value * 1_000_000).rounded() / 1_000_000, decimals: 2))
    }
    return [
      ("fit", pair.before.fit.range, pair.after.fit.range),
      ("need", pair.before.need, pair.after.need),
    ].flatMap { part, before, after in
      [
        cells(part, pair, "low", "Lowest", number(before.low), number(after.low)),
        cells(part, pair, "high", "Highest", number(before.high), number(after.high)),
      ]
    }
  }

  /// The severity of a flag, with what measures leave of it.
  static func words(_ flag: RiskFlag) -> String {
    let word =
      flag.isAssessed
      ? flag.worst.word : "not assessed (\(flag.best.word) to \(flag.worst.word))"
    guard flag.takenCount > 0 else { return word }
    return "\(word), after measures \(ScreeningWords.residual(flag))"
  }
}
