public import AtlasModel

/// A ranking with the choices it was made under.
public struct Ranking {
  /// The pairs, best first; the place in it is the rank.
  public var pairs: [RankedPair]
  /// Whether the rows are countries.
  public var listsCountries: Bool
  /// The dataset.
  public var catalog: Catalog
  /// The choices.
  public var settings: ModelSettings
  /// How sure each verdict is, in the order of the pairs; empty where nothing was drawn.
  public var shares: [VerdictShares]

  /// Joins a ranking with its choices.
  public init(
    _ pairs: [RankedPair], listsCountries: Bool, catalog: Catalog, settings: ModelSettings,
    shares: [VerdictShares] = []
  ) {
    self.shares = shares
    self.pairs = pairs
    self.listsCountries = listsCountries
    self.catalog = catalog
    self.settings = settings
  }

  /// Position in the catalog of what a row is about.
  func position(_ row: Int) -> Int {
    let screening = pairs[row].screening
    return listsCountries ? screening.country : screening.good
  }
}

/// Which rows and columns of a ranking are shown.
public struct RankRequest: Sendable, Equatable {
  /// Positions in the catalog of the countries or goods to show; nil shows all.
  public var kept: Set<Int>?
  /// In which order; nil is that of the ranking.
  public var sort: TableRequest.Sort?
  /// Ids of the columns; empty shows those by default.
  public var columns: [String]
  /// How many rows; nil shows all.
  public var top: Int?
  /// Whether people read it, who are shown counts and ranges in few columns by default, and the
  /// flags before every verdict.
  public var isForPeople: Bool

  /// Makes a request.
  public init(
    kept: Set<Int>? = nil, sort: TableRequest.Sort? = nil, columns: [String] = [],
    top: Int? = nil, isForPeople: Bool = false
  ) {
    self.kept = kept
    self.sort = sort
    self.columns = columns
    self.top = top
    self.isForPeople = isForPeople
  }
}

/// A ranking as a table; in every row the flags stand before the verdict.
public enum RankTable {
  /// The rows and columns of a ranking that a request asks for; ranks stay those of the whole ranking.
  public static func table(_ ranking: Ranking, _ request: RankRequest) throws(TableError)
    -> ReportTable
  {
    var full = table(ranking)
    let usual = request.isForPeople ? peopleColumns : fileColumns(full)
    var shown: [Int] = []
    for name in request.columns.isEmpty ? usual : request.columns {
      shown.append(try column(name, of: full))
    }
    if request.isForPeople { shown = flagsFirst(shown, full) }
    var rows = ranking.pairs.indices.filter {
      request.kept?.contains(ranking.position($0)) ?? true
    }
    if request.kept != nil {
      full.notes.insert(
        "\(rows.count) of \(ranking.pairs.count) rows are kept; ranks are those of all.", at: 0)
    }
    if let sort = request.sort {
      let column = try column(sort.column, of: full)
      let keys = rows.map { ($0, SortKey(full.rows[$0][column])) }
      rows = keys.sorted { left, right in
        switch left.1.compare(right.1, isDescending: sort.isDescending) {
        case .before: true
        case .after: false
        case .same: left.0 < right.0
        }
      }.map(\.0)
    }
    if let top = request.top { rows = Array(rows.prefix(top)) }
    if shown.contains(where: { full.columns[$0].id == "flags" }) {
      full.notes.insert(flagLegend, at: 0)
    }
    return ReportTable(
      id: full.id, title: full.title, columns: shown.map { full.columns[$0] },
      rows: rows.map { row in shown.map { full.rows[row][$0] } },
      positions: rows.map(ranking.position), notes: full.notes)
  }

  private static func column(_ name: String, of table: ReportTable) throws(TableError) -> Int {
    if let found = table.columns.firstIndex(where: { $0.id == name }) { return found }
    throw .unknownColumn(name, valid: table.columns.map(\.id))
  }

  /// The chosen columns with the gravest flags put before the first verdict, unless flags stand there.
  private static func flagsFirst(_ shown: [Int], _ table: ReportTable) -> [Int] {
    let ids = shown.map { table.columns[$0].id }
    let flags: Set<String> = ["flags", "critical", "high", "moderate", "gravest"]
    guard let verdict = ids.firstIndex(where: { $0 == "verdict" || $0 == "at_best" }),
      !ids[..<verdict].contains(where: flags.contains),
      let gravest = table.columns.firstIndex(where: { $0.id == "gravest" })
    else { return shown }
    return shown[..<verdict] + [gravest] + shown[verdict...]
  }

  /// All rows of a ranking with the columns shown by default.
  public static func table(_ ranking: Ranking, isForPeople: Bool) -> ReportTable {
    let full = table(ranking)
    var table = full.choosing(isForPeople ? peopleColumns : fileColumns(full))
    if isForPeople { table.notes.insert(flagLegend, at: 0) }
    return table
  }

  private static let flagLegend = "Flags: c critical, h high, m moderate, ? not assessed."

  /// All rows and columns of a ranking.
  public static func table(_ ranking: Ranking) -> ReportTable {
    let catalog = ranking.catalog
    let listsCountries = ranking.listsCountries
    let rows = ranking.pairs.enumerated().map { index, pair -> [ReportCell] in
      let screening = pair.screening
      let good = catalog.goods[screening.good]
      let country = catalog.countries[screening.country]
      return [
        ReportCell(.integer(index + 1)), .text(listsCountries ? country.iso3 : good.id),
        .text(listsCountries ? country.shortName : good.name),
        .text(listsCountries ? country.subregion : good.sector),
        .text(ScreeningWords.flagCounts(screening.flags), order: weight(screening.flags)),
        count(screening, .critical), count(screening, .high), count(screening, .moderate),
        ReportCell(.integer(screening.flags.all.count { $0.severity == nil })),
        .text(
          gravest(screening), order: (screening.flags.all.map(\.worst).max() ?? .none).rawValue),
        range(screening.fit.range), number(screening.fit.range.low),
        number(screening.fit.range.high), range(pair.need), number(pair.need.low),
        number(pair.need.high), verdict(screening.verdict.class),
        verdict(screening.verdict.hopeful),
      ]
    }
    let identity = catalog.identity
    let isDrawn = !ranking.shares.isEmpty
    return ReportTable(
      id: "rank", title: "Ranking", columns: columns(listsCountries) + (isDrawn ? [sure] : []),
      rows: isDrawn
        ? rows.enumerated().map { $1 + [certainty(ranking, $0)] } : rows,
      positions: ranking.pairs.indices.map(ranking.position),
      notes: [
        "Flags are counted by severity; fit and need run from 0 to 1 and are shown from their "
          + "cautious to their hopeful end. Inside a class the order is by half fit, half need.",
        ScreeningWords.caution,
        SettingsWords.sentence(ranking.settings) + " Model \(ModelIdentity.version). Dataset "
          + "\(identity.version), compiled \(identity.compiled). Figures behind a "
          + "pair, with year and source: assess.",
      ])
  }

  /// Columns for people: counts of flags in one column, ranges in words, at most 80 columns.
  public static let peopleColumns = [
    "rank", "name", "flags", "gravest", "fit_range", "need_range", "verdict",
  ]

  /// Columns of files: every number by itself.
  private static func fileColumns(_ table: ReportTable) -> [String] {
    table.columns.map(\.id).filter { !["flags", "fit_range", "need_range"].contains($0) }
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
        "flags", "flags", documentation: "Counts of flags: c critical, h high, m moderate, ? open."),
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
      ReportColumn("fit_range", "fit", documentation: "Fit from its cautious to its hopeful end."),
      ReportColumn(
        "fit", "fit", alignment: .trailing, documentation: "Fit, cautious end, 0 to 1."),
      ReportColumn(
        "fit_high", "to", alignment: .trailing, documentation: "Fit, hopeful end, 0 to 1."),
      ReportColumn("need_range", "need", documentation: "Need from its low to its high end."),
      ReportColumn(
        "need", "need", alignment: .trailing, documentation: "Need, low end, 0 to 1."),
      ReportColumn(
        "need_high", "to", alignment: .trailing, documentation: "Need, high end, 0 to 1."),
      ReportColumn("verdict", "verdict", documentation: "Verdict of the screening."),
      ReportColumn(
        "at_best", "at best", documentation: "Class with everything unknown at its best."),
    ]
  }

  /// A class; sorts from Cannot say and Not now up to Adopt.
  private static func verdict(_ verdict: VerdictClass) -> ReportCell {
    .text(verdict.name, order: verdict.rank ?? -1)
  }

  /// The column of a ranking whose verdicts were drawn.
  private static let sure = ReportColumn(
    "certainty", "sure", alignment: .trailing,
    documentation: "Share of the draws in which the verdict stands; empty for Cannot say.")

  private static func certainty(_ ranking: Ranking, _ row: Int) -> ReportCell {
    guard ranking.shares.indices.contains(row),
      let share = ranking.shares[row].certainty(of: ranking.pairs[row].screening.verdict.class)
    else { return ReportCell(.missing) }
    return number(share)
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
