import Glibc

/// Writes bytes to descriptors and files, all or nothing.
enum FileWriter {
  /// Writes all of a text to a descriptor.
  static func write(_ text: String, to descriptor: Int32, name: String) throws(Failure) {
    try write(Array(text.utf8), to: descriptor, name: name)
  }

  /// Writes all bytes to a descriptor.
  static func write(_ bytes: [UInt8], to descriptor: Int32, name: String) throws(Failure) {
    let code = bytes.withUnsafeBytes { bytes -> Int32 in
      var written = 0
      while written < bytes.count {
        let count = Glibc.write(
          descriptor, bytes.baseAddress?.advanced(by: written),
          bytes.count - written)
        if count < 0 {
          if errno == EINTR { continue }
          return errno
        }
        written += count
      }
      return 0
    }
    if code == EPIPE { throw Failure(.brokenPipe, "") }
    if code != 0 { throw Failure(.readOrWrite, "\(name): write failed: \(reason(code))") }
  }

  /// Writes a file through a temporary file beside it, so that it is there whole or not at all.
  ///
  /// Without `replacing` an existing file is never touched, even one made in the meantime. What is
  /// no regular file, such as a device or a pipe, is written to directly. With a `mode` the file
  /// has it from the start; without, it is that of the file replaced, or what the system gives.
  /// Without `isSynced` a power cut may lose the file; a batch, which checks its files, does that.
  static func write(
    _ text: String, toFile path: String, replacing: Bool, mode asked: mode_t? = nil
  ) throws(Failure) {
    try write(Array(text.utf8), toFile: path, replacing: replacing, mode: asked)
  }

  /// Writes a file of any bytes in the same way.
  static func write(
    _ bytes: [UInt8], toFile path: String, replacing: Bool, mode asked: mode_t? = nil,
    isSynced: Bool = true
  ) throws(Failure) {
    var target = path
    var mode = asked
    if let existing = status(path) {
      guard existing.st_mode & S_IFMT == S_IFREG else {
        return try writeThrough(bytes, path, isDirectory: existing.st_mode & S_IFMT == S_IFDIR)
      }
      guard replacing else { throw existsAlready(path) }
      mode = asked ?? existing.st_mode & 0o7777
      target = resolved(path)
    }
    let temporary = sibling(of: target)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, asked ?? 0o666)
    guard descriptor >= 0 else { throw cannotCreate(path, errno) }
    do throws(Failure) {
      defer { close(descriptor) }
      try write(bytes, to: descriptor, name: path)
      if let mode { fchmod(descriptor, mode) }
      guard !isSynced || fsync(descriptor) == 0 else {
        throw Failure(.readOrWrite, "\(path): write failed: \(reason(errno))")
      }
    } catch {
      unlink(temporary)
      throw error
    }
    try place(temporary, at: target, replacing: replacing, shown: path)
    if isSynced { syncFolder(of: target) }
  }

  private static func place(
    _ temporary: String, at target: String, replacing: Bool, shown: String
  ) throws(Failure) {
    defer { unlink(temporary) }
    if replacing {
      guard rename(temporary, target) == 0 else { throw cannotCreate(shown, errno) }
      return
    }
    // A hard link, unlike a rename, fails if the name was taken in the meantime.
    if link(temporary, target) == 0 { return }
    let code = errno
    if code == EEXIST { throw existsAlready(shown) }
    // Some file systems have no hard links.
    guard code == EPERM || code == EOPNOTSUPP || code == ENOSYS else {
      throw cannotCreate(shown, code)
    }
    guard access(target, F_OK) != 0 else { throw existsAlready(shown) }
    guard rename(temporary, target) == 0 else { throw cannotCreate(shown, errno) }
  }

  private static func writeThrough(
    _ bytes: [UInt8], _ path: String, isDirectory: Bool
  ) throws(Failure) {
    guard !isDirectory else { throw cannotCreate(path, EISDIR) }
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw cannotCreate(path, errno) }
    defer { close(descriptor) }
    try write(bytes, to: descriptor, name: path)
  }

  private static func existsAlready(_ path: String) -> Failure {
    Failure(
      .cannotCreate, "\(path): exists already; give another name, or --force to replace it",
      isExisting: true)
  }

  private static func cannotCreate(_ path: String, _ code: Int32) -> Failure {
    Failure(.cannotCreate, "\(path): cannot be written: \(reason(code)); choose another place")
  }

  private static func status(_ path: String) -> stat? {
    var result = stat()
    return stat(path, &result) == 0 ? result : nil
  }

  /// The file behind symbolic links.
  private static func resolved(_ path: String) -> String {
    guard let found = realpath(path, nil) else { return path }
    defer { free(found) }
    return String(cString: found)
  }

  private static func sibling(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? "output"
    return folder(of: path) + "." + String(name.prefix(100)) + ".\(getpid()).tmp"
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "./" }
    return String(path[...slash])
  }

  /// Makes the name last; a file system that cannot do so has still got the file.
  private static func syncFolder(of path: String) {
    let descriptor = open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// What an error code of the system means.
  static func reason(_ code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
  }
}
