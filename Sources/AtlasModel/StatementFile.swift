/// The lines of a small text file that people write: `WORDS: VALUE`, one thing a line.
///
/// Scenarios, plans, lessons and invented countries are such files. The first line names kind and
/// version; empty lines and lines of `#` are passed over; line ends of Windows and a byte order mark are
/// accepted.
public struct StatementFile: Sendable {
  /// A line that says something.
  public struct Line: Sendable {
    /// Its number, from 1.
    public let number: Int
    /// The whole line, free of control characters and of blanks around it.
    public let text: String
    /// The words before the colon, or of the whole line where it has none.
    public let words: [String]
    /// What stands behind the colon, empty for nothing; nil where the line has no colon.
    public let value: String?
  }

  /// The first line, clean.
  public let header: String
  /// The lines behind it that say something, in order.
  public let lines: [Line]

  /// Cuts a text into lines.
  public init(_ text: String) {
    var scalars = text.unicodeScalars[...]
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    var header = ""
    var lines: [Line] = []
    let all = scalars.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, raw) in all.enumerated() {
      let clean = SafeText.clean(String(String.UnicodeScalarView(raw)))
      let content = SafeText.trimmed(clean.unicodeScalars[...])
      if index == 0 {
        header = Self.string(content)
      } else if let first = content.first, first != "#" {
        let colon = content.firstIndex(of: ":")
        lines.append(
          Line(
            number: index + 1, text: Self.string(content),
            words: content[..<(colon ?? content.endIndex)].split(separator: " ").map(Self.string),
            value: colon.map { Self.string(SafeText.trimmed(content[content.index(after: $0)...])) }
          ))
      }
    }
    self.header = header
    self.lines = lines
  }

  private static func string(_ scalars: Substring.UnicodeScalarView) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}

/// The faults of a file that is read line by line.
public struct StatementFaults: Sendable {
  /// Longest words of a file that a message repeats, in Unicode scalars.
  private static let longestQuote = 60
  /// Most faults for which names are offered: a file of many thousand is not one of typing errors.
  private static let mostOffers = 100

  /// The line that is read, from 1.
  public var line = 1
  /// The faults so far, in order.
  public private(set) var problems: [ScenarioText.Problem] = []

  /// Starts without a fault.
  public init() {}

  /// Whether names that may have been meant are still offered.
  public var offers: Bool { problems.count < Self.mostOffers }

  /// Notes a fault of the line, with names that are at hand or else the nearest to a word.
  public mutating func reject(
    _ message: String, _ expected: String, word: String = "", among names: [String] = [],
    near: [String] = []
  ) {
    let nearest = near.isEmpty && offers ? WordDistance.nearest(to: word, among: names) : near
    problems.append(
      ScenarioText.Problem(line: line, message: message, expected: expected, nearest: nearest))
  }

  /// The start of a text, short enough for a message.
  public static func quoted(_ text: String) -> String {
    SafeText.clipped(text, limit: longestQuote)
  }
}
