public import AtlasModel

/// A catalog with what its loader had to leave out.
public struct LoadedDataset: Sendable {
  /// The tables, joined.
  public var catalog: Catalog
  /// Rows that were left out, in the order of the layout and then of lines.
  public var warnings: [DataIssue]
  /// The parts that `catalog` holds.
  public var parts: Parts
}
