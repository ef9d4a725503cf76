import AtlasReport
import Glibc

/// A folder of reports with its manifest: every file in it is whole, and is written once.
///
/// The manifest is JSON Lines: what was asked for, then a line a file with its size and SHA-256, in
/// the order in which they were finished; when all are there it is put in order and closed by a
/// last line. A run that finds a manifest of the same request goes on where that one stopped.
struct BatchFolder {
  /// Name of the manifest.
  static let manifest = "manifest.jsonl"

  private let path: String
  private let header: String
  private let replaces: Bool
  private var kept: [String: String] = [:]
  private var lines: [String: String] = [:]
  private var journal: Int32 = -1

  /// Opens a folder, which is made if it is not there.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - request: What was asked for: the first line of the manifest.
  ///   - files: Names of all files that will be in it, in order.
  ///   - replaces: Whether files of another request, or changed ones, are written over.
  init(
    _ path: String, request: JSONValue, files: [String], replaces: Bool
  ) throws(Failure) {
    self.path = path.hasSuffix("/") ? path : path + "/"
    self.replaces = replaces
    header = request.compact
    try Self.make(self.path)
    var folders: Set<Substring> = []
    for file in files {
      guard let slash = file.lastIndex(of: "/") else { continue }
      if folders.insert(file[..<slash]).inserted { try Self.make(self.path + file[...slash]) }
    }
    for folder in folders.map({ self.path + $0 + "/" }) + [self.path] { Self.sweep(folder) }
    try readManifest()
    try check(files)
    try begin(files)
  }

  /// Whether a file is there already, whole and unchanged.
  func has(_ file: String) -> Bool { kept[file] != nil }

  /// How many of its files were there already.
  var keptCount: Int { kept.count }

  /// Writes a file and its line.
  ///
  /// - Parameters:
  ///   - bytes: The contents.
  ///   - file: Its name in the folder.
  ///   - about: What the line says beside size and hash.
  mutating func write(
    _ bytes: [UInt8], to file: String, about: [JSONValue.Member]
  ) throws(Failure) {
    let place = path + file
    let hash = SHA256.digits(bytes)
    // A run that was killed may have left a file without its line: the same bytes are no loss, and an
    // empty file holds nothing to lose.
    let there = Self.hash(of: place)
    if replaces || there?.hash != hash {
      try FileWriter.write(
        bytes, toFile: place, replacing: replaces || there?.count == 0, isSynced: false)
    }
    let line = JSONValue.object(
      [
        .init("file", .string(file)), .init("bytes", .integer(bytes.count)),
        .init("sha256", .string(hash)),
      ] + about
    ).compact
    lines[file] = line
    try FileWriter.write(line + "\n", to: journal, name: path + Self.manifest)
  }

  /// Puts the manifest in order and closes it; all files must be there.
  mutating func finish(_ files: [String]) throws(Failure) {
    let all = files.compactMap { lines[$0] ?? kept[$0] }
    let end = JSONValue.object([
      .init("complete", .bool(true)), .init("files", .integer(all.count)),
    ])
    let text = ([header] + all + [end.compact]).map { $0 + "\n" }.joined()
    try FileWriter.write(text, toFile: path + Self.manifest, replacing: true)
    close(journal)
    journal = -1
  }

  // MARK: A folder that was begun

  /// Reads which files another run has finished.
  private mutating func readManifest() throws(Failure) {
    let place = path + Self.manifest
    let text: String
    do throws(TextFile.Trouble) {
      text = try TextFile.read(place, limit: 1 << 28)
    } catch {
      if case .notFound = error { return }
      if replaces { return }
      throw Failure(.missingInput, "\(PlainText.clean(place)): cannot be read; --force begins anew")
    }
    var rows = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // A line without its end was cut off when the machine stopped.
    rows.removeLast()
    guard rows.first == header else {
      if replaces || rows.isEmpty { return }
      throw Failure(
        .cannotCreate,
        "\(PlainText.clean(place)) is of another request (other options, model or data): choose "
          + "another --output-dir, or --force to write over what is there")
    }
    for row in rows.dropFirst() {
      guard let name = Self.value(of: "file", in: row) else { continue }
      kept[name] = row
    }
  }

  /// Keeps what is as its line says; refuses to write over what was changed.
  private mutating func check(_ files: [String]) throws(Failure) {
    let wanted = Set(files)
    var changed: [String] = []
    for (file, line) in kept {
      guard wanted.contains(file), let now = Self.hash(of: path + file) else {
        kept[file] = nil
        continue
      }
      guard Self.value(of: "sha256", in: line) != now.hash else { continue }
      kept[file] = nil
      // A file that has become empty was not on the disk yet when the machine stopped.
      if now.count > 0 { changed.append(file) }
    }
    guard changed.isEmpty || replaces else {
      let names = changed.sorted()
      let more = names.count > 5 ? " and \(names.count - 5) more" : ""
      throw Failure(
        .cannotCreate,
        "changed since they were written: \(names.prefix(5).joined(separator: ", "))\(more); "
          + "choose another --output-dir, or --force to write them anew", isExisting: true)
    }
  }

  /// Writes the manifest of what is kept and opens it for more lines.
  private mutating func begin(_ files: [String]) throws(Failure) {
    let place = path + Self.manifest
    let text = ([header] + files.compactMap { kept[$0] }).map { $0 + "\n" }.joined()
    try FileWriter.write(text, toFile: place, replacing: true)
    journal = open(place, O_WRONLY | O_APPEND | O_CLOEXEC)
    guard journal >= 0 else {
      throw Failure(.cannotCreate, "\(place): cannot be written: \(FileWriter.reason(errno))")
    }
  }

  /// A text or a number of a line that this program wrote; names in it have no quotes.
  private static func value(of key: String, in line: String) -> String? {
    guard let start = line.firstRange(of: "\"\(key)\":\"") else { return nil }
    let rest = line[start.upperBound...]
    return rest.firstIndex(of: "\"").map { String(rest[..<$0]) }
  }

  private static func hash(of path: String) -> (hash: String, count: Int)? {
    guard let bytes = try? TextFile.bytes(path) else { return nil }
    return (SHA256.digits(bytes), bytes.count)
  }

  /// Takes temporary files away that a killed run has left; they have the form `.NAME.PROCESS.tmp`.
  private static func sweep(_ folder: String) {
    guard let stream = opendir(folder) else { return }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      let parts = name.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count >= 4, parts.first == "", parts.last == "tmp",
        let process = pid_t(parts[parts.count - 2]), process > 0, kill(process, 0) != 0
      else { continue }
      unlink(folder + name)
    }
  }

  /// Makes a folder and those above it.
  static func make(_ path: String) throws(Failure) {
    var place = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      place += part + "/"
      var status = stat()
      if stat(place, &status) == 0 { continue }
      guard mkdir(place, 0o777) == 0 || errno == EEXIST else {
        throw Failure(
          .cannotCreate,
          "\(PlainText.clean(place)): cannot be made: \(FileWriter.reason(errno)); choose another "
            + "--output-dir")
      }
    }
  }
}
