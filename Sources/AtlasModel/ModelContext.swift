/// A dataset with what the model works out of it once for all countries.
public struct ModelContext: Sendable {
  /// The dataset.
  ///
  /// What was worked out of it stays as it was: only a figure that the country itself reads may be
  /// changed here, since a country with a figure does not read the range of its peers.
  public internal(set) var catalog: Catalog
  /// Year of the dataset, 0 if it cannot be read; age is counted from it, never from the clock.
  public let referenceYear: Int
  /// Ranges of figures over countries of the same subregion and income group.
  public let peers: PeerRanges
  /// The same over the region, where the subregion has too few.
  public let wider: PeerRanges
  /// Ranges of goal scores over the subregion.
  public let regional: PeerRanges
  /// How far old figures may have moved.
  public let drifts: DriftTable
  let effects: EffectTable

  /// Prepares a dataset.
  public init(_ catalog: Catalog) {
    self.catalog = catalog
    referenceYear = Self.year(of: catalog)
    peers = PeerRanges(catalog, by: .subregionAndIncome)
    wider = PeerRanges(catalog, by: .regionAndIncome)
    regional = PeerRanges(catalog, by: .subregion)
    drifts = DriftTable(catalog)
    effects = EffectTable(catalog)
  }

  /// Year of a dataset, from its compilation date.
  static func year(of catalog: Catalog) -> Int { Int(catalog.identity.compiled.prefix(4)) ?? 0 }
}
