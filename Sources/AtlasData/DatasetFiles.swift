// AtlasData turns files into the `Catalog` of AtlasModel. Start reading here, then at
// `DatasetLoader.swift`; `CSVReader.swift` and `TableReader.swift` stand below them.
import CDataset

/// The files of one dataset as they were read, before anything is made of them.
public struct DatasetFiles: Sendable {
  private var contents: [FileBytes?]

  /// The dataset inside the program.
  public static let bundled: DatasetFiles = {
    var files = DatasetFiles()
    for index in 0..<cdataset_count() {
      var length = 0
      guard let name = cdataset_name(index), let start = cdataset_bytes(index, &length),
        let file = DatasetFile(rawValue: String(cString: name))
      else { continue }
      files[file] = FileBytes(
        embedded: start.assumingMemoryBound(to: UInt8.self), count: length)
    }
    return files
  }()

  /// A dataset without any file; for tests and for building one in memory.
  public init() {
    contents = Array(repeating: nil, count: DatasetFile.allCases.count)
  }

  /// Reads a folder in the dataset layout; other files in it are left alone.
  ///
  /// Throws `.notFound` or `.unreadable`. A file of the layout that is not there is reported by the
  /// loader and the checker, not here.
  public init(directory: String) throws(DataError) {
    self.init()
    try FileBytes.requireDirectory(directory)
    for file in DatasetFile.allCases {
      do throws(DataError) {
        self[file] = try FileBytes(path: directory + "/" + file.rawValue)
      } catch {
        guard case .notFound = error else { throw error }
      }
    }
  }

  /// Puts bytes in the place of a file, or takes the file away.
  public mutating func replace(_ file: DatasetFile, with bytes: [UInt8]?) {
    self[file] = bytes.map { FileBytes($0) }
  }

  /// A copy of the bytes of a file; nil if the dataset lacks it.
  public func bytes(_ file: DatasetFile) -> [UInt8]? {
    self[file].map { Array($0.buffer) }
  }

  /// The text of the map file, as `Data/README.md` describes it.
  ///
  /// Throws `.missingFile`, or `.invalid` if it is not UTF-8 or has other control characters than
  /// line feed and tab.
  public func worldMap() throws(DataError) -> String {
    guard let bytes = self[.worldMap] else {
      throw .missingFile(name: DatasetFile.worldMap.rawValue)
    }
    let issues = MapChecker.encodingIssues(bytes)
    guard issues.isEmpty else { throw .invalid(issues) }
    return String(decoding: bytes.buffer, as: UTF8.self)
  }

  /// Files of the layout that the dataset lacks.
  public var missing: [DatasetFile] { DatasetFile.allCases.filter { self[$0] == nil } }

  /// Hash of the dataset, 16 hexadecimal digits; about a millisecond for 3 MB.
  ///
  /// FNV-1a 64 (offset basis 0xcbf29ce484222325, prime 0x100000001b3) over little-endian 64-bit
  /// words instead of bytes, with `h ^= h >> 32` after each multiplication. Read in layout order,
  /// absent files left out: for each file its name, then its bytes, each as a word of its length
  /// followed by its words, the last filled up with zero bytes.
  public func hash() -> String {
    var hash = WordHash()
    for file in DatasetFile.allCases {
      guard let bytes = self[file] else { continue }
      let name = FileBytes(file.rawValue.utf8)
      hash.add(name.buffer)
      hash.add(bytes.buffer)
    }
    return hash.digits
  }

  subscript(file: DatasetFile) -> FileBytes? {
    get { contents[Self.position(file)] }
    set { contents[Self.position(file)] = newValue }
  }

  private static func position(_ file: DatasetFile) -> Int {
    DatasetFile.allCases.firstIndex(of: file) ?? 0
  }
}

/// The word-wise FNV-1a of `DatasetFiles.hash()`.
struct WordHash {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  private mutating func add(_ word: UInt64) {
    state = (state ^ word) &* 0x0000_0100_0000_01b3
    state ^= state >> 32
  }

  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    add(UInt64(bytes.count))
    let raw = UnsafeRawBufferPointer(bytes)
    let whole = bytes.count & ~7
    var position = 0
    while position < whole {
      add(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)))
      position += 8
    }
    guard position < bytes.count else { return }
    var last: UInt64 = 0
    for offset in 0..<(bytes.count - position) {
      last |= UInt64(raw[position + offset]) << UInt64(8 * offset)
    }
    add(last)
  }

  var digits: String {
    let text = String(state, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }
}
