public import AtlasModel

/// India's offer as tables: what there is, and where each good of it fits best.
public enum OfferTable {
  /// Reference systems and goods of India, with their goods and counts of agreements by standing.
  ///
  /// The last row counts the agreements that name neither system nor good, if there are any.
  public static func table(_ catalog: Catalog) -> ReportTable {
    var rows = catalog.offers.map { row($0, catalog) }
    let others = catalog.agreementsOnNothingNamed
    if !others.isEmpty {
      let none = ReportCell(.missing)
      rows.append(
        [.text("agreement"), none, .text("names no system"), none, none, none, none, none]
          + counts(others))
    }
    return ReportTable(
      id: "offer", title: "India's offer", columns: columns, rows: rows,
      notes: AgreementWords.notes)
  }

  /// The countries where the goods of an offer fit best, without India, for files.
  ///
  /// In every row the flags stand before the verdict; each good has at most `top` rows.
  public static func countries(_ offer: Offer, assessor: Assessor, top: Int) -> ReportTable {
    let catalog = assessor.catalog
    var rows: [[ReportCell]] = []
    for ranking in OfferRanking.all(offer, assessor) {
      let table = ranking.table(assessor, top: top, isForPeople: false)
      rows += table.rows.map { [.text(catalog.goods[ranking.good].id)] + $0 }
    }
    let ranks = RankTable.table(
      Ranking([], listsCountries: true, catalog: catalog, settings: assessor.settings),
      isForPeople: false)
    return ReportTable(
      id: "offer-countries", title: "Countries where goods of the offer fit best",
      columns: [ReportColumn("good", "good", documentation: "Id of the good.")] + ranks.columns
        + OfferRanking.columns(isForPeople: false), rows: rows)
  }

  private static let columns =
    [
      ReportColumn("kind", "kind", documentation: "system or good."),
      ReportColumn("id", "id", documentation: "Stable id."),
      ReportColumn("name", "name", documentation: "Name.", isFlexible: true),
      ReportColumn(
        "function", "function", documentation: "Function of a system, main sector of a good.",
        isFlexible: true),
      ReportColumn(
        "since", "since", alignment: .trailing, documentation: "First year on record."),
      ReportColumn(
        "registered", "registered",
        documentation: "Whether it is a registered good: no, yes, part; delisted for a good."),
      ReportColumn(
        "behind", "goods behind", documentation: "Registered goods that stand behind it.",
        isFlexible: true),
      ReportColumn(
        "same_function", "same function",
        documentation: "Goods that carry the same function elsewhere.", isFlexible: true),
    ]
    + AgreementWords.standings.map { standing in
      ReportColumn(
        "agreements_" + String(standing.map { $0 == "-" ? "_" : $0 }), spaced(standing),
        alignment: .trailing,
        documentation: "Count of agreements with standing \(spaced(standing)).")
    }

  private static func row(_ offer: Offer, _ catalog: Catalog) -> [ReportCell] {
    let lead: [ReportCell]
    switch offer {
    case .system(let position):
      let system = catalog.referenceSystems[position]
      lead = [
        .text("system"), .text(system.id), .text(system.name), .text(spaced(system.function)),
        ReportCell(system.since.map { .year(NumberText.year($0)) } ?? .missing),
        .text(system.registeredGood),
      ]
    case .good(let position):
      let good = catalog.goods[position]
      lead = [
        .text("good"), .text(good.id), .text(good.name), .text(spaced(good.sector)),
        ReportCell(.missing), .text(good.standing == .listed ? "yes" : good.standing.rawValue),
      ]
    }
    let links = catalog.links(of: offer)
    func goods(_ isSame: Bool) -> ReportCell {
      ReportCell(
        .list(links.filter { ($0.relation == "same-function") == isSame }.map(\.good)))
    }
    return lead + [goods(false), goods(true)] + counts(catalog.agreements(on: offer))
  }

  private static func counts(_ agreements: [Agreement]) -> [ReportCell] {
    AgreementWords.standings.map { standing in
      ReportCell(.integer(agreements.count { $0.standing == standing }))
    }
  }
}

/// The countries of one good in the order of its ranking, with what is on record of each.
struct OfferRanking {
  /// Position of the good.
  let good: Int
  /// How the good relates to the offer; empty for the good itself.
  let relation: String
  private let agreements: [Agreement]

  /// The goods of an offer that are in the registry, in file order.
  static func all(_ offer: Offer, _ assessor: Assessor) -> [OfferRanking] {
    let catalog = assessor.catalog
    let own = catalog.agreements(on: offer)
    if case .good(let position) = offer {
      guard catalog.goods[position].standing == .listed else { return [] }
      return [OfferRanking(good: position, relation: "", agreements: own)]
    }
    return catalog.links(of: offer).compactMap { link in
      guard let good = catalog.goodPosition(link.good), catalog.goods[good].standing == .listed
      else { return nil }
      return OfferRanking(
        good: good, relation: link.relation,
        agreements: own + catalog.agreements(on: .good(good)))
    }
  }

  /// The first countries, India left out: a country is not offered what it already runs.
  func table(_ assessor: Assessor, top: Int, isForPeople: Bool) -> ReportTable {
    let catalog = assessor.catalog
    let countries = catalog.realCountries.filter { catalog.countries[$0].iso3 != "IND" }
    let pairs = Array(assessor.rankCountries(good: good, countries: countries).prefix(top))
    var table = RankTable.table(
      Ranking(pairs, listsCountries: true, catalog: catalog, settings: assessor.settings),
      isForPeople: isForPeople)
    let uses = Set(
      catalog.deploymentPositions(good: good).map { catalog.deployments[$0].country })
    table.columns += Self.columns(isForPeople: isForPeople)
    for (row, pair) in pairs.enumerated() {
      let country = pair.screening.country
      let standings = AgreementWords.standings(agreements, country: catalog.countries[country])
      let isUsed = uses.contains(country)
      if isForPeople {
        let words = standings.map(spaced) + (isUsed ? ["recorded use"] : [])
        table.rows[row].append(ReportCell(.text(words.joined(separator: ", "))))
      } else {
        table.rows[row] += [
          ReportCell(.list(standings)), .text(isUsed ? "recorded" : "not recorded"),
        ]
      }
    }
    return table
  }

  /// The columns that stand behind those of a ranking.
  static func columns(isForPeople: Bool) -> [ReportColumn] {
    if isForPeople { return [ReportColumn("on_record", "on record", isFlexible: true)] }
    return [
      ReportColumn(
        "agreements", "agreements",
        documentation: "Standings of agreements with the country on the system or the good."),
      ReportColumn("use", "use", documentation: "Whether a use of the good is recorded."),
    ]
  }
}
