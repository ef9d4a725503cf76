import Glibc

/// Reads files of the user, whole and checked.
enum TextFile {
  /// Why a file has no text.
  enum Trouble: Error, Equatable {
    /// There is no such file.
    case notFound
    /// The file cannot be read, or is too large.
    case unreadable(String)
    /// What was read is no text in UTF-8.
    case notText
  }

  /// Largest file that is read, in bytes.
  static let limit = 4 << 20

  /// The text of a regular file.
  static func read(_ path: String, limit: Int = limit) throws(Trouble) -> String {
    let bytes = try bytes(path, limit: limit)
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notText }
    return text
  }

  /// The bytes of a regular file.
  static func bytes(_ path: String, limit: Int = limit) throws(Trouble) -> [UInt8] {
    // Without O_NONBLOCK a pipe that nobody writes to would be waited for.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { throw .notFound }
      throw .unreadable(FileWriter.reason(errno))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(FileWriter.reason(errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable("not a regular file") }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = Glibc.read(descriptor, &chunk, chunk.count)
      if got == 0 { break }
      if got < 0 {
        if errno == EINTR { continue }
        throw .unreadable(FileWriter.reason(errno))
      }
      bytes += chunk[..<got]
      guard bytes.count <= limit else { throw .unreadable("larger than \(limit >> 20) MB") }
    }
    return bytes
  }
}
