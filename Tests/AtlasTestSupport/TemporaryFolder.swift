import Glibc

/// A folder that is there as long as the value that stands for it.
public final class TemporaryFolder {
  /// What could not be done with a folder or file.
  public struct Trouble: Error {
    /// The path.
    public var path: String
  }

  /// Where it is, without a slash at the end.
  public let path: String

  /// Makes an empty folder.
  public init() throws {
    let pattern = "/tmp/dpg-atlas-tests.XXXXXX"
    guard let copy = strdup(pattern) else { throw Trouble(path: pattern) }
    defer { free(copy) }
    guard mkdtemp(copy) != nil else { throw Trouble(path: pattern) }
    path = String(cString: copy)
  }

  deinit { Self.remove(path) }

  /// Names in the folder, sorted.
  public var names: [String] { Self.names(in: path) }

  /// Writes a file; returns its path.
  @discardableResult
  public func write(_ text: String, to name: String) throws -> String {
    try write(bytes: Array(text.utf8), to: name)
  }

  /// Writes a file of bytes; returns its path.
  @discardableResult
  public func write(bytes: [UInt8], to name: String) throws -> String {
    let file = path + "/" + name
    guard let stream = fopen(file, "wb") else { throw Trouble(path: file) }
    defer { fclose(stream) }
    guard fwrite(bytes, 1, bytes.count, stream) == bytes.count else { throw Trouble(path: file) }
    return file
  }

  /// Makes a folder in it; returns its path.
  @discardableResult
  public func makeFolder(_ name: String) throws -> String {
    let folder = path + "/" + name
    guard mkdir(folder, 0o755) == 0 else { throw Trouble(path: folder) }
    return folder
  }

  /// Reads a whole file.
  public static func read(_ file: String) throws -> String {
    guard let stream = fopen(file, "rb") else { throw Trouble(path: file) }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = fread(&chunk, 1, chunk.count, stream)
      if got == 0 { break }
      bytes += chunk[..<got]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Names in any folder, sorted.
  public static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { bytes in
        bytes.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Deletes a file.
  public static func delete(_ file: String) throws {
    guard unlink(file) == 0 else { throw Trouble(path: file) }
  }

  private static func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      unlink(path)
      return
    }
    chmod(path, 0o700)
    for name in names(in: path) { remove(path + "/" + name) }
    rmdir(path)
  }
}
