/// Why a command ends without success: what, where, what to do, and the exit code.
public struct Failure: Error, Sendable, Equatable, CustomStringConvertible {
  /// The kinds of failure, with their exit codes.
  public enum Kind: Int32, Sendable, CaseIterable {
    /// The work could not be done.
    case work = 1
    /// Wrong use: an option, a name or a query that is not understood.
    case usage = 64
    /// Data that breaks its format.
    case invalidData = 65
    /// A file or folder that is not there.
    case missingInput = 66
    /// Output that cannot be created, or exists already.
    case cannotCreate = 73
    /// A read or write that failed.
    case readOrWrite = 74
    /// The reader of the output went away; nothing is said, as with other tools.
    case brokenPipe = 141
  }

  /// The kind.
  public var kind: Kind
  /// What, where and what to do; empty to end without a word.
  public var description: String
  /// Whether the failure is that the output exists already.
  public var isExisting: Bool

  /// Makes a failure.
  public init(_ kind: Kind, _ description: String, isExisting: Bool = false) {
    self.kind = kind
    self.description = description
    self.isExisting = isExisting
  }

  /// The exit code.
  public var exitCode: Int32 { kind.rawValue }
}
