import AtlasModel

extension CatalogLoader {
  /// Reads the recorded uses, in the order of the file; goods must have been read.
  mutating func deployments() throws(DataError) -> [Deployment] {
    var table = try TableReader(.deployments, files)
    var rows: [Deployment] = []
    rows.reserveCapacity(6000)
    while try table.next() {
      let row = Deployment(
        good: table.reference(goodIDs, "a good of goods.csv"),
        country: table.reference(countryIDs, "a country of countries.csv"),
        in2026: table.answer(), in2024: table.answer(), byGovernment: table.answer() == .yes,
        source: source(&table))
      if table.isSound { rows.append(row) }
    }
    warnings += table.issues
    return rows
  }
}
