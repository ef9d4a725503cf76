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
  /// Rows that were skipped on loading.
  public let warningCount: Int

  /// Prepares a dataset.
  ///
  /// - Parameters:
  ///   - catalog: The dataset.
  ///   - warningCount: Rows that were skipped on loading.
  public init(catalog: Catalog, warningCount: Int = 0) {
    self.catalog = catalog
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
