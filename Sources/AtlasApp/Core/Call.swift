/// A verb with what it is about: what keys, palette, log and session files are made of.
///
/// Its text is the verb, a space and the argument; it reads back to the same call.
public struct Call: Sendable, Equatable {
  /// The verb.
  public var id: CommandID
  /// A row's id, a column, a text; empty where the verb needs none or takes the selection.
  public var argument: String

  /// Makes a call.
  public init(_ id: CommandID, _ argument: String = "") {
    self.id = id
    self.argument = argument
  }

  /// Reads a line such as `open-row UGA`; nil if it begins with no verb.
  public init?(line: String) {
    let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard let verb = parts.first, let id = CommandID(rawValue: String(verb)) else { return nil }
    self.init(id, parts.count > 1 ? String(parts[1]) : "")
  }
}

extension Call: CustomStringConvertible {
  /// The line that reads back to the call; line ends in the argument become spaces.
  public var description: String {
    let text = String(argument.map { $0.isNewline ? " " : $0 })
    return text.isEmpty ? id.rawValue : id.rawValue + " " + text
  }
}
