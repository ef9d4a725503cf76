public import AtlasModel

/// One country: who it is, its figures in six groups beside its peers, facts, uses and gaps.
public enum CountryProfile {
  /// The profile of a country, by position in the catalog.
  ///
  /// - Parameters:
  ///   - catalog: The dataset.
  ///   - country: Position of the country.
  ///   - series: Yearly values, for the trends since 2005; nil leaves that section out.
  ///   - isForPeople: Whether trends are lines of text, or a table of numbers.
  public static func document(
    _ catalog: Catalog, _ country: Int, series: SeriesBook? = nil, isForPeople: Bool = true
  ) -> Document {
    guard catalog.countries.indices.contains(country) else {
      return Document(title: "No such country", sections: [])
    }
    var builder = CountryProfileBuilder(catalog, country)
    let trends = series.map { CountryTrends(catalog, country: country, book: $0) }
    return builder.document(trends, isForPeople: isForPeople)
  }

  /// All figures of a country as one table for files, each with year, status, source and peers.
  public static func table(_ catalog: Catalog, _ country: Int) -> ReportTable {
    guard catalog.countries.indices.contains(country) else {
      return ReportTable(id: "country", title: "No such country", columns: [], rows: [])
    }
    let peers = PeerGroup(catalog, country)
    let columns = [
      ReportColumn("iso3", "code"), ReportColumn("indicator", "id"),
      ReportColumn("name", "indicator", isFlexible: true), ReportColumn("group", "group"),
      ReportColumn("unit", "unit", isFlexible: true),
      ReportColumn("value", "value", alignment: .trailing, provenance: .figure),
      ReportColumn("peer_median", "peers' median", alignment: .trailing),
      ReportColumn("peer_count", "peers", alignment: .trailing),
    ]
    let rows = catalog.indicators.enumerated().map { position, indicator in
      let peer = peers.median(position)
      return [
        .text(catalog.countries[country].iso3), .text(indicator.id), .text(indicator.name),
        .text(indicator.group.rawValue), .text(indicator.unit),
        .figure(
          catalog.observation(country: country, indicator: position), decimals: indicator.decimals),
        ReportCell(peer.map { .number($0.value, decimals: indicator.decimals) } ?? .missing),
        ReportCell(.integer(peer?.count ?? 0)),
      ]
    }
    return ReportTable(
      id: "country", title: catalog.countries[country].name, columns: columns, rows: rows)
  }
}

/// The countries of the same subregion, without the country itself.
struct PeerGroup {
  let name: String
  private let catalog: Catalog
  private let members: [Int]

  init(_ catalog: Catalog, _ country: Int) {
    let subregion = catalog.countries[country].subregion
    self.catalog = catalog
    name = subregion
    members =
      subregion.isEmpty
      ? []
      : catalog.countries.indices.filter {
        $0 != country && catalog.countries[$0].subregion == subregion
      }
  }

  /// The median of an indicator among peers with a usable figure; nil if none has one.
  func median(_ indicator: Int) -> (value: Double, count: Int)? {
    let values = members.compactMap { member -> Double? in
      let observation = catalog.observation(country: member, indicator: indicator)
      guard let observation, observation.status.isUsable, observation.value.isFinite
      else { return nil }
      return observation.value
    }.sorted()
    guard !values.isEmpty else { return nil }
    let middle = values.count / 2
    let median =
      values.count.isMultiple(of: 2) ? (values[middle - 1] + values[middle]) / 2 : values[middle]
    return (median, values.count)
  }
}

/// One of the groups that figures are shown in.
enum FigureGroup: CaseIterable {
  case connectivity, skills, remote, privacy, security, needs, size, checks

  var title: String {
    switch self {
    case .connectivity: "Connectivity, devices and affordability"
    case .skills: "Skills"
    case .remote: "Remote areas and power"
    case .privacy: "Law and privacy"
    case .security: "Security"
    case .needs: "Institutions and inclusion"
    case .size: "Size and income"
    case .checks: "Outside indices, for comparison only"
    }
  }

  /// The group that an indicator is shown in.
  static func of(_ indicator: Indicator) -> FigureGroup {
    switch indicator.group {
    case .connectivity, .devices, .affordability: .connectivity
    case .skills: .skills
    case .power: .remote
    case .privacy: .privacy
    case .security: .security
    case .institutions, .need: .needs
    case .equity: indicator.id.hasPrefix("internet") ? .connectivity : .needs
    case .context: indicator.id.hasPrefix("rural") ? .remote : .size
    case .check: .checks
    }
  }
}
