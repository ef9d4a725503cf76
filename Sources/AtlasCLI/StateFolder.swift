import Glibc

/// Where the explorer keeps what it knows between runs: a folder of small text files.
///
/// `$XDG_STATE_HOME/dpg-atlas`, else `~/.local/state/dpg-atlas`. Without a home nothing is kept and
/// nothing is said.
struct StateFolder: Equatable {
  /// What a file holds.
  enum Content: Equatable {
    /// There is no such file.
    case none
    /// Its text.
    case text(String)
    /// It is there and cannot be used, for this reason.
    case unreadable(String)
  }

  /// Most copies of one damaged file that are kept aside; after that the file stays where it is.
  private static let mostAside = 999

  /// The folder, which need not be there yet; nil where there is no home.
  let path: String?

  /// The folder that environment variables name.
  ///
  /// A relative `XDG_STATE_HOME` is ignored, as the XDG Base Directory Specification asks.
  init(_ variable: (String) -> String? = Self.variable) {
    func folder(_ name: String) -> String? {
      variable(name).flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    let state = folder("XDG_STATE_HOME") ?? folder("HOME").map { $0 + "/.local/state" }
    path = state.map { $0 + "/dpg-atlas" }
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// Reads a file; one of more than 4 MB, or no text in UTF-8, is unreadable.
  func read(_ name: String) -> Content {
    guard let file = file(name) else { return .none }
    do throws(TextFile.Trouble) {
      return .text(try TextFile.read(file))
    } catch {
      switch error {
      case .notFound: return .none
      case .unreadable(let reason): return .unreadable(reason)
      case .notText: return .unreadable("no text in UTF-8")
      }
    }
  }

  /// Puts a file in place whole, for its owner alone; makes the folder if it is not there.
  func write(_ name: String, _ text: String) throws(Failure) {
    guard let path, let file = file(name) else { return }
    guard text.utf8.count <= TextFile.limit else {
      throw Failure(.readOrWrite, "\(file): larger than \(TextFile.limit >> 20) MB, not written")
    }
    Self.makeFolder(path)
    try FileWriter.write(text, toFile: file, replacing: true, mode: 0o600)
  }

  /// Gives a damaged file another name, `NAME.damaged-1` and so on, and returns that name.
  ///
  /// Nothing is deleted and nothing is written over; nil if there is no such file or no name is free.
  func setAside(_ name: String) -> String? {
    guard let file = file(name) else { return nil }
    for number in 1...Self.mostAside {
      let other = "\(name).damaged-\(number)"
      guard let target = self.file(other) else { return nil }
      switch Self.move(file, to: target) {
      case 0: return other
      case EEXIST: continue
      default: return nil
      }
    }
    return nil
  }

  /// The path of a file in the folder; nil without a folder, or for a name that would lead out of it.
  func file(_ name: String) -> String? {
    guard let path, !name.isEmpty, name != ".", name != "..", !name.contains("/") else {
      return nil
    }
    return path + "/" + name
  }

  /// Moves a file unless the new name is taken; returns an error code, 0 for none.
  private static func move(_ file: String, to target: String) -> Int32 {
    // A hard link, unlike a rename, fails if the name is taken.
    if link(file, target) == 0 { return unlink(file) == 0 ? 0 : errno }
    let code = errno
    // Folders, and all of some file systems, have no hard links.
    guard code == EPERM || code == EOPNOTSUPP || code == ENOSYS else { return code }
    var status = stat()
    guard lstat(target, &status) != 0 else { return EEXIST }
    return rename(file, target) == 0 ? 0 : errno
  }

  /// Makes a folder with those above it, for their owner alone; the write that follows says what failed.
  private static func makeFolder(_ path: String) {
    guard mkdir(path, 0o700) != 0, errno == ENOENT,
      let slash = path.lastIndex(of: "/"), slash > path.startIndex
    else { return }
    makeFolder(String(path[..<slash]))
    mkdir(path, 0o700)
  }
}
