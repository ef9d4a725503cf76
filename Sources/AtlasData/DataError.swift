/// Why a dataset or a file of the user cannot be used at all.
public enum DataError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There is no file or folder at the path.
  case notFound(path: String)
  /// The file or folder is there and cannot be read.
  case unreadable(path: String, reason: String)
  /// The dataset lacks a file of the layout.
  case missingFile(name: String)
  /// What was read breaks the format; at least one issue.
  case invalid([DataIssue])

  /// Exit code of a command that fails with this error: 65, 66 or 74.
  public var exitCode: Int32 {
    switch self {
    case .missingFile, .invalid: 65
    case .notFound: 66
    case .unreadable: 74
    }
  }

  /// The problems behind the error, one a line when printed; empty for errors about whole files.
  public var issues: [DataIssue] {
    if case .invalid(let issues) = self { issues } else { [] }
  }

  /// What happened, where, and what to do; one line an issue.
  public var description: String {
    switch self {
    case .notFound(let path):
      "\(DataIssue.printable(path, limit: 400)): not found; check the path"
    case .unreadable(let path, let reason):
      "\(DataIssue.printable(path, limit: 400)): cannot be read: \(reason)"
    case .missingFile(let name):
      "\(name): missing from the dataset; see Data/README.md for the files of the layout"
    case .invalid(let issues):
      issues.map(\.description).joined(separator: "\n")
    }
  }
}
