public import AtlasData
public import AtlasModel

/// Datasets that tests share.
public enum Fixtures {
  /// The dataset inside the program with all its parts, loaded once a run.
  public static var bundled: LoadedDataset {
    get throws { try bundledResult.get() }
  }

  /// The catalog of `bundled`, for tests of modules that do not know AtlasData.
  public static var catalog: Catalog {
    get throws { try bundled.catalog }
  }

  private static let bundledResult = Result<LoadedDataset, DataError> { () throws(DataError) in
    try DatasetLoader.load(.bundled, parts: .all)
  }

  /// The map inside the program, decoded; nil if that fails.
  public static var worldMap: WorldMap? {
    get throws { WorldMap(try DatasetFiles.bundled.worldMap()) }
  }

  /// A dataset small enough to read: four countries with awkward names, four goods, three indicators.
  ///
  /// Côte d'Ivoire knows everything, Türkiye has a stale and a restricted figure, São Tomé and
  /// Príncipe knows only electricity, Uganda has an estimate; facts and deployments are sparse.
  public static let small: Catalog = SmallTables.catalog

  /// The files of `small`, each of them as text; they pass the checker.
  public static var smallFiles: DatasetFiles { SmallTables.files }
}
