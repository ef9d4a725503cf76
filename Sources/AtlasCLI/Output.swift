import AtlasPaper
import AtlasReport
import AtlasScreen
import Glibc

/// Where a command's result goes: standard output or a file.
struct Output {
  /// The file; nil is standard output.
  var path: String?
  /// Whether an existing file may be replaced.
  var replaces = false
  /// Whether text for people is written in ASCII only.
  var isASCII = false
  /// Frame and style sheet of HTML.
  var page = HTMLPage.standard
  /// Paper of PDF.
  var paper = PaperSize.a4

  /// Whether standard output is a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Columns of the terminal that the result goes to; nil if it goes elsewhere.
  var columns: Int? {
    guard path == nil, Self.isTerminal else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Fails early, before any work, if the file exists and may not be replaced.
  func check() throws(Failure) {
    guard let path, !replaces else { return }
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return }
    throw Failure(
      .cannotCreate,
      "\(PlainText.clean(path)): exists already; give another name, or --force to replace it",
      isExisting: true)
  }

  /// Writes text for people, in ASCII if that is asked.
  func write(text: String) throws(Failure) {
    try write(folded(text))
  }

  /// Text for people, in ASCII if that is asked.
  func folded(_ text: String) -> String {
    guard isASCII else { return text }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { ASCIIFold.fold(String($0)) }.joined(separator: "\n")
  }

  /// Writes the result whole.
  func write(_ text: String) throws(Failure) {
    guard let path else {
      return try FileWriter.write(text, to: STDOUT_FILENO, name: "standard output")
    }
    try Self.write(text, to: path, replacing: replaces)
  }

  /// Writes bytes that are no text, whole.
  func write(bytes: [UInt8]) throws(Failure) {
    guard let path else {
      return try FileWriter.write(bytes, to: STDOUT_FILENO, name: "standard output")
    }
    try FileWriter.write(bytes, toFile: path, replacing: replaces)
  }

  /// Writes a file whole; see `FileWriter`.
  static func write(_ text: String, to path: String, replacing: Bool) throws(Failure) {
    try FileWriter.write(text, toFile: path, replacing: replacing)
  }

  /// Says something on standard error; a standard error that is closed is no failure.
  static func say(_ message: String) {
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
    let text = lines.map { PlainText.clean(String($0)) }.joined(separator: "\n")
    try? FileWriter.write(text + "\n", to: STDERR_FILENO, name: "standard error")
  }
}
