public import AtlasModel

/// A ranking as a table; in every row the flags stand before the verdict.
public enum RankTable {
  /// Goods for a country, or countries for a good.
  ///
  /// - Parameters:
  ///   - pairs: The ranking, best first.
  ///   - catalog: The dataset.
  ///   - settings: The choices it was made under.
  ///   - listsCountries: Whether the rows are countries.
  public static func table(
    _ pairs: [RankedPair], catalog: Catalog, settings: ModelSettings, listsCountries: Bool
  ) -> ReportTable {
    let rows = pairs.enumerated().map { index, pair -> [ReportCell] in
      let screening = pair.screening
      let good = catalog.goods[screening.good]
      let country = catalog.countries[screening.country]
      return [
        ReportCell(.integer(index + 1)), .text(listsCountries ? country.iso3 : good.id),
        .text(listsCountries ? country.shortName : good.name),
        .text(listsCountries ? country.subregion : good.sector),
        count(screening, .critical), count(screening, .high), count(screening, .moderate),
        ReportCell(.integer(screening.flags.all.count { $0.severity == nil })),
        .text(gravest(screening)),
        number(screening.fit.range.low), number(screening.fit.range.high), number(pair.need.low),
        number(pair.need.high), .text(screening.verdict.class.name),
        .text(screening.verdict.hopeful.name),
      ]
    }
    return ReportTable(
      id: "rank", title: "Ranking", columns: columns(listsCountries), rows: rows,
      notes: [
        "Flags are counted by severity; fit and need run from 0 to 1 and are shown from their "
          + "cautious to their hopeful end. Inside a class the order is by half fit, half need.",
        ScreeningWords.caution,
        SettingsWords.sentence(settings) + " Model \(ModelIdentity.version). Dataset "
          + "\(catalog.identity.version), compiled \(catalog.identity.compiled). Figures behind a "
          + "pair, with year and source: assess.",
      ])
  }

  /// The same ranking for people: counts of flags in one column, ranges in words, at most 80 columns.
  ///
  /// - Parameters:
  ///   - pairs: The ranking, best first.
  ///   - catalog: The dataset.
  ///   - settings: The choices it was made under.
  ///   - listsCountries: Whether the rows are countries.
  public static func forPeople(
    _ pairs: [RankedPair], catalog: Catalog, settings: ModelSettings, listsCountries: Bool
  ) -> ReportTable {
    let full = table(pairs, catalog: catalog, settings: settings, listsCountries: listsCountries)
    let rows = pairs.enumerated().map { index, pair -> [ReportCell] in
      let screening = pair.screening
      let name =
        listsCountries
        ? catalog.countries[screening.country].name : catalog.goods[screening.good].name
      return [
        ReportCell(.integer(index + 1)), .text(name),
        .text(ScreeningWords.flagCounts(screening.flags), order: weight(screening.flags)),
        .text(gravest(screening), order: (screening.flags.all.map(\.worst).max() ?? .none).rawValue),
        range(screening.fit.range), range(pair.need),
        .text(screening.verdict.class.name, order: screening.verdict.class.rank ?? -1),
      ]
    }
    return ReportTable(
      id: "rank", title: full.title,
      columns: [
        ReportColumn("rank", "#", alignment: .trailing),
        ReportColumn("name", listsCountries ? "country" : "good", isFlexible: true),
        ReportColumn("flags", "flags"),
        ReportColumn("gravest", "gravest", isFlexible: true),
        ReportColumn("fit", "fit"), ReportColumn("need", "need"),
        ReportColumn("verdict", "verdict"),
      ], rows: rows,
      notes: ["Flags: c critical, h high, m moderate, ? not assessed."] + full.notes)
  }

  /// A number that sorts flags by how grave and how many they are.
  private static func weight(_ flags: AssessedFlags) -> Int {
    flags.all.reduce(0) { $0 + $1.worst.rawValue * $1.worst.rawValue * $1.worst.rawValue }
  }

  /// A range in words that sorts by its cautious end.
  private static func range(_ range: Interval) -> ReportCell {
    .text(RangeWords.compact(range), order: Int((range.low * 1_000_000).rounded()))
  }

  private static func columns(_ listsCountries: Bool) -> [ReportColumn] {
    [
      ReportColumn("rank", "#", alignment: .trailing, documentation: "Place in the ranking."),
      ReportColumn(
        listsCountries ? "iso3" : "good", listsCountries ? "iso" : "good",
        documentation: "Code or id."),
      ReportColumn(
        "name", "name", documentation: "Name.", isFlexible: true),
      ReportColumn(
        listsCountries ? "subregion" : "sector", listsCountries ? "subregion" : "sector",
        documentation: "Subregion or main sector.", isFlexible: true),
      ReportColumn(
        "critical", "crit", alignment: .trailing, documentation: "Flags of severity critical."),
      ReportColumn("high", "high", alignment: .trailing, documentation: "Flags of severity high."),
      ReportColumn(
        "moderate", "mod", alignment: .trailing, documentation: "Flags of severity moderate."),
      ReportColumn(
        "not_assessed", "n/a", alignment: .trailing,
        documentation: "Flags that missing data leaves open."),
      ReportColumn(
        "gravest", "gravest flags", documentation: "Flags of the highest severity.",
        isFlexible: true),
      ReportColumn(
        "fit", "fit", alignment: .trailing, documentation: "Fit, cautious end, 0 to 1."),
      ReportColumn(
        "fit_high", "to", alignment: .trailing, documentation: "Fit, hopeful end, 0 to 1."),
      ReportColumn(
        "need", "need", alignment: .trailing, documentation: "Need, low end, 0 to 1."),
      ReportColumn(
        "need_high", "to", alignment: .trailing, documentation: "Need, high end, 0 to 1."),
      ReportColumn("verdict", "verdict", documentation: "Verdict of the screening."),
      ReportColumn(
        "at_best", "at best", documentation: "Class with everything unknown at its best."),
    ]
  }

  private static func count(_ screening: Screening, _ severity: Severity) -> ReportCell {
    ReportCell(.integer(screening.flags.all.count { $0.severity == severity }))
  }

  private static func number(_ value: Double) -> ReportCell {
    ReportCell(.number((value * 1_000_000).rounded() / 1_000_000, decimals: 2))
  }

  private static func gravest(_ screening: Screening) -> String {
    let worst = screening.flags.all.map(\.worst).max() ?? .none
    guard worst > .none else { return "none" }
    return screening.flags.all.filter { $0.worst == worst }.map(\.id.rawValue)
      .joined(separator: " ")
  }
}
