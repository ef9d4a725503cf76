public import AtlasModel

/// The dataset with what the explorer works out of it once, shared by all views.
public struct Atlas: Sendable {
  /// The dataset.
  public let catalog: Catalog
  /// The model.
  public let assessor: Assessor
  /// Rows of the countries table.
  public let countries: BrowseTable
  /// Rows of the goods table.
  public let goods: BrowseTable
  /// Rows of the sources table.
  public let sources: BrowseTable
  /// Outlines of countries; nil if the dataset has none that can be read.
  public let map: WorldMap?
  /// Rows that were skipped on loading.
  public let warningCount: Int
  /// Where a country's single dot belongs on the map; nil if nobody knows.
  let anchors: [WorldMap.Place?]

  /// Prepares a dataset.
  ///
  /// - Parameters:
  ///   - catalog: The dataset.
  ///   - map: Outlines of countries; without them the map is a list.
  ///   - warningCount: Rows that were skipped on loading.
  public init(catalog: Catalog, map: WorldMap? = nil, warningCount: Int = 0) {
    self.catalog = catalog
    self.map = map
    anchors = catalog.countries.map { country in
      if let anchor = map?.anchors[country.iso3] { return anchor }
      guard let longitude = country.longitude, let latitude = country.latitude else { return nil }
      return WorldMap.Place(longitude: Float(longitude), latitude: Float(latitude))
    }
    self.warningCount = warningCount
    assessor = Assessor(catalog: catalog)
    countries = .countries(catalog)
    goods = .goods(catalog)
    sources = .sources(catalog)
  }

  /// The table of a kind.
  public func table(_ kind: TableKind) -> BrowseTable {
    switch kind {
    case .countries: countries
    case .goods: goods
    case .sources: sources
    }
  }
}

/// The tables of the explorer.
public enum TableKind: String, Sendable, CaseIterable {
  /// Countries.
  case countries
  /// Goods.
  case goods
  /// Sources.
  case sources
}

extension TableKind {
  /// Name for people.
  var title: String {
    switch self {
    case .countries: "Countries"
    case .goods: "Goods"
    case .sources: "Sources"
    }
  }
}
