import AtlasData

extension TemporaryFolder {
  /// Writes the bundled dataset into a folder `data`; returns its path.
  public func copyOfData() throws -> String {
    let folder = try makeFolder("data")
    for file in DatasetFile.allCases {
      guard let bytes = DatasetFiles.bundled.bytes(file) else { continue }
      try write(bytes: bytes, to: "data/" + file.rawValue)
    }
    return folder
  }
}
