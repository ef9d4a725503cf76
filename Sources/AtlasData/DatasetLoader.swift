import AtlasModel

/// Makes a catalog from the files of a dataset.
public enum DatasetLoader {
  /// Reads the tables of the parts asked for.
  ///
  /// A row that breaks the layout is left out and becomes a warning. Throws `.missingFile` if any
  /// file of the layout is missing, `.invalid` if a header differs or a table is not UTF-8.
  public static func load(_ files: DatasetFiles, parts: Parts = .usual)
    throws(DataError) -> LoadedDataset
  {
    if let missing = files.missing.first { throw .missingFile(name: missing.rawValue) }
    var loader = CatalogLoader(files: files)
    let catalog = try loader.load(parts)
    var dataset = LoadedDataset(catalog: catalog, warnings: loader.warnings, parts: parts)
    dataset.parts.subtract(.late)
    try extend(&dataset, with: parts, from: files)
    return dataset
  }

  /// Adds parts that can come late: all but observations, facts, goods and deployments.
  ///
  /// Parts that are there already are not read again. Throws as `load` does; the dataset then has
  /// the parts that were read before the error.
  public static func extend(
    _ dataset: inout LoadedDataset, with parts: Parts, from files: DatasetFiles
  ) throws(DataError) {
    let wanted = parts.intersection(.late).subtracting(dataset.parts)
    var loader = KnowledgeLoader(files: files)
    defer { dataset.warnings += loader.warnings }
    for part in KnowledgeLoader.order where wanted.contains(part) {
      try loader.read(part, into: &dataset.catalog)
      dataset.parts.insert(part)
    }
    if wanted.contains(.hash) {
      dataset.catalog.identity.hash = files.hash()
      dataset.parts.insert(.hash)
    }
  }
}
