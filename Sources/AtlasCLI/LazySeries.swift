import AtlasData
import AtlasModel
import Synchronization

/// The table of yearly values, read when it is first needed; a fault leaves it out, and `data check`
/// explains it.
final class LazySeries: Sendable {
  private let files: DatasetFiles
  private let catalog: Catalog
  private let isOpenOnly: Bool
  private let read = Mutex<SeriesStore??>(nil)

  init(_ files: DatasetFiles, catalog: Catalog, isOpenOnly: Bool) {
    self.files = files
    self.catalog = catalog
    self.isOpenOnly = isOpenOnly
  }

  /// The table; nil if it cannot be read.
  var value: SeriesStore? {
    read.withLock { read in
      if let read { return read }
      let store: SeriesStore?
      do throws(DataError) {
        store = try SeriesStore(files, catalog: catalog, openOnly: isOpenOnly)
      } catch {
        store = nil
      }
      read = .some(store)
      return store
    }
  }
}
