internal import AtlasModel

/// The overview of India's offer in tables that people read at 80 columns.
enum OfferOverview {
  /// Systems, goods, and the agreements on them by standing.
  static func tables(_ catalog: Catalog) -> [ReportTable] {
    [systems(catalog), goods(catalog), agreements(catalog)]
  }

  private static func systems(_ catalog: Catalog) -> ReportTable {
    let rows = catalog.referenceSystems.enumerated().map { position, system -> [ReportCell] in
      let links = catalog.links(of: .system(position))
      let goods =
        links.filter { $0.relation != "same-function" }.map(\.good)
        + links.filter { $0.relation == "same-function" }.map { "~" + $0.good }
      return [
        .text(system.name), .text(spaced(system.function)),
        ReportCell(system.since.map { .year(NumberText.year($0)) } ?? .missing),
        .text(system.registeredGood), goods.isEmpty ? .text("none") : .list(goods),
      ]
    }
    return ReportTable(
      id: "systems", title: "Reference systems",
      columns: [
        ReportColumn("name", "system", isFlexible: true),
        ReportColumn("function", "function", isFlexible: true),
        ReportColumn("since", "since", alignment: .trailing),
        ReportColumn("registered", "registered good"),
        ReportColumn("goods", "goods", isFlexible: true),
      ], rows: rows)
  }

  private static func goods(_ catalog: Catalog) -> ReportTable {
    let rows = catalog.goods.filter(\.isIndiaOrigin).map { good -> [ReportCell] in
      [
        .text(good.id), .text(good.name), .text(spaced(good.sector)),
        .text(good.standing.rawValue),
      ]
    }
    return ReportTable(
      id: "goods", title: "Goods created or stewarded in India",
      columns: [
        ReportColumn("id", "id"), ReportColumn("name", "good", isFlexible: true),
        ReportColumn("sector", "sector", isFlexible: true),
        ReportColumn("registry", "registry"),
      ], rows: rows)
  }

  private static func agreements(_ catalog: Catalog) -> ReportTable {
    func counts(_ name: String, _ agreements: [Agreement]) -> [ReportCell]? {
      guard !agreements.isEmpty else { return nil }
      return [.text(name)]
        + AgreementWords.standings.map { standing in
          ReportCell(.integer(agreements.count { $0.standing == standing }))
        }
    }
    let rows = catalog.offers.compactMap { offer -> [ReportCell]? in
      let name =
        switch offer {
        case .system(let position): catalog.referenceSystems[position].name
        case .good(let position): catalog.goods[position].name
        }
      return counts(name, catalog.agreements(on: offer))
    }
    let others = counts("names no system", catalog.agreementsOnNothingNamed).map { [$0] } ?? []
    return ReportTable(
      id: "agreements", title: "Agreements and uses on record, by standing",
      columns: [ReportColumn("name", "system or good", isFlexible: true)]
        + AgreementWords.standings.map { ReportColumn($0, spaced($0), alignment: .trailing) },
      rows: rows + others)
  }
}
