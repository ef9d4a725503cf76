import Glibc

/// The bytes of one file: embedded in the binary, or read into memory that this object owns.
///
/// Unchecked, because a pointer is not `Sendable` by itself: the bytes never change after `init`,
/// and owned memory goes away only with the last reference.
final class FileBytes: @unchecked Sendable {
  /// Largest file that is read, in bytes.
  static let limit = 64 << 20

  let start: UnsafePointer<UInt8>
  let count: Int
  private let isOwned: Bool

  var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  /// Borrows bytes that live for ever.
  init(embedded start: UnsafePointer<UInt8>, count: Int) {
    self.start = start
    self.count = count
    isOwned = false
  }

  /// Copies bytes.
  init(_ bytes: some Collection<UInt8>) {
    let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(bytes.count, 1))
    _ = memory.initialize(from: bytes)
    start = UnsafePointer(memory.baseAddress ?? UnsafeMutablePointer<UInt8>.allocate(capacity: 1))
    count = bytes.count
    isOwned = true
  }

  /// Reads a regular file.
  ///
  /// Throws `.notFound` if there is none, `.unreadable` if it cannot be read or is over the limit.
  init(path: String) throws(DataError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.error(path, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.error(path, errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable(path: path, reason: "not a regular file")
    }
    guard status.st_size <= Self.limit else {
      throw .unreadable(path: path, reason: "larger than \(Self.limit >> 20) MB")
    }
    let capacity = max(Int(status.st_size), 1)
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    var filled = 0
    while filled < capacity {
      let got = read(descriptor, memory + filled, capacity - filled)
      if got == 0 { break }
      if got < 0 {
        if errno == EINTR { continue }
        let code = errno
        memory.deallocate()
        throw Self.error(path, code)
      }
      filled += got
    }
    start = UnsafePointer(memory)
    count = filled
    isOwned = true
  }

  deinit {
    if isOwned { start.deallocate() }
  }

  /// Throws unless there is a folder at the path.
  static func requireDirectory(_ path: String) throws(DataError) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw error(path, errno) }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw .unreadable(path: path, reason: "not a folder")
    }
  }

  private static func error(_ path: String, _ code: Int32) -> DataError {
    switch code {
    case ENOENT, ENOTDIR: .notFound(path: path)
    case EACCES, EPERM: .unreadable(path: path, reason: "permission denied")
    default: .unreadable(path: path, reason: "system error \(code)")
    }
  }
}
