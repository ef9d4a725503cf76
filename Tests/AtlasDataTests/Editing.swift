import AtlasData
import AtlasTestSupport

extension DatasetFiles {
  /// The small dataset with one text in one file replaced by another, everywhere it stands.
  static func small(_ file: DatasetFile, _ old: String, _ new: String) -> DatasetFiles {
    var files = Fixtures.smallFiles
    let text = String(decoding: files.bytes(file) ?? [], as: UTF8.self)
    let parts = text.split(separator: old, omittingEmptySubsequences: false)
    files.replace(file, with: Array(parts.joined(separator: new).utf8))
    return files
  }

  /// The small dataset with bytes put after those of one file.
  static func small(_ file: DatasetFile, appending bytes: [UInt8]) -> DatasetFiles {
    var files = Fixtures.smallFiles
    files.replace(file, with: (files.bytes(file) ?? []) + bytes)
    return files
  }
}
