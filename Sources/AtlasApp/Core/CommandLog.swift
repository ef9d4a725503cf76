/// Every verb that was carried out, as lines that can be played back.
///
/// Movements are kept as the row that was reached (`select-row UGA`) where rows have ids, so that a
/// log still means the same when rows are added or sorted otherwise.
public struct CommandLog: Sendable, Equatable {
  /// The verbs, oldest first.
  public private(set) var calls: [Call] = []
  /// More than an afternoon's work; older verbs are dropped.
  private static let limit = 10_000

  /// Verbs of which only the last of a run matters.
  private static let absorbing: Set<CommandID> = [
    .selectRow, .filter, .setFigure, .setLevel, .setWeight, .setYear,
  ]

  /// Adds a verb; one that only repeats what the last one did takes its place.
  mutating func add(_ call: Call) {
    if let last = calls.last, last.id == call.id, Self.absorbing.contains(call.id),
      last.slider == call.slider
    {
      calls[calls.count - 1] = call
      return
    }
    calls.append(call)
    if calls.count > Self.limit { calls.removeFirst(calls.count - Self.limit) }
  }

  /// The log as a file.
  public var text: String { SessionText.write(calls) }
}

extension Call {
  /// What a verb of a slider moves: a figure, a fact, a level or a weight; empty for other verbs.
  var slider: [Substring] {
    let words = argument.split(separator: " ")
    return switch id {
    case .setFigure, .setFact, .setLevel: Array(words.prefix(2))
    case .setWeight: Array(words.prefix(1))
    default: []
    }
  }
}

/// Log and session files: a first line with the version, then one verb a line.
public enum SessionText {
  /// The first line.
  public static let header = "dpg-atlas session 1"

  /// A line that is not understood.
  public struct Problem: Error, Sendable, Equatable, CustomStringConvertible {
    /// Number of the line, from 1.
    public var line: Int
    /// What is wrong and what to do.
    public var text: String

    /// Line and cause.
    public var description: String { "line \(line): \(text)" }
  }

  /// A line of a file that can be played.
  public enum Line: Sendable, Equatable {
    /// A verb to carry out.
    case call(Call)
    /// Words to show to the people who watch.
    case caption(String)
  }

  /// Verbs as a file.
  public static func write(_ calls: [Call]) -> String {
    header + "\n" + calls.map { $0.description + "\n" }.joined()
  }

  /// Reads a file: verbs, and lines that begin with `#` as captions.
  public static func read(_ text: String) throws(Problem) -> [Line] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.last == "\r" ? $0.dropLast() : $0 }
    guard lines.first.map(String.init) == header else {
      throw Problem(
        line: 1,
        text: "expected `\(header)`; this is no session of DPG Atlas, or one of another version")
    }
    var result: [Line] = []
    for (index, line) in lines.enumerated().dropFirst() {
      let trimmed = String(line.drop { $0 == " " })
      if trimmed.isEmpty { continue }
      if trimmed.hasPrefix("#") {
        result.append(.caption(String(trimmed.dropFirst().drop { $0 == " " })))
        continue
      }
      guard let call = Call(line: trimmed) else {
        let verb = trimmed.split(separator: " ").first.map { String($0.prefix(40)) } ?? ""
        throw Problem(
          line: index + 1, text: "no command is called `\(verb)`; `dpg-atlas keys` lists all")
      }
      result.append(.call(call))
    }
    return result
  }
}
