public import AtlasScreen

/// How the terminal is to be used.
public struct TerminalOptions: Sendable {
  /// How many colours to use.
  public enum Colours: Hashable, Sendable {
    /// As many as the terminal has.
    case automatic
    /// None, attributes only; the choice when `NO_COLOR` is set.
    case none
    /// The eight basic ones at most.
    case eight
  }

  /// The looks of the roles.
  public var theme: Theme
  /// How many colours to use.
  public var colours: Colours
  /// True to write ASCII only, whatever the locale says.
  public var isASCII: Bool
  /// True to receive presses and the wheel; the terminal then needs Shift to select text.
  public var usesMouse: Bool

  /// Makes options.
  public init(
    theme: Theme = .dark, colours: Colours = .automatic, isASCII: Bool = false,
    usesMouse: Bool = false
  ) {
    self.theme = theme
    self.colours = colours
    self.isASCII = isASCII
    self.usesMouse = usesMouse
  }
}

/// What the terminal can do.
public struct TerminalCapabilities: Hashable, Sendable {
  /// Colours in use: 0, 8, 16, 256 or more.
  public let colours: Int
  /// True when text beyond ASCII is shown as it is; otherwise it is transliterated.
  public let isUTF8: Bool
  /// The signs that are safe to draw with on this terminal.
  public let glyphs: Glyphs

  /// Describes a terminal.
  init(colours: Int, isUTF8: Bool, term: String) {
    self.colours = colours
    self.isUTF8 = isUTF8
    glyphs = isUTF8 && !Self.hasFewGlyphs(term) ? .unicode : .ascii
  }

  /// True for terminals whose font lacks most of the signs, whatever the locale says.
  static func hasFewGlyphs(_ term: String) -> Bool {
    term == "linux" || term.hasPrefix("linux-") || term.hasPrefix("vt")
  }
}

/// Why the terminal could not be used.
public enum TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
  case alreadyOpen
  case notATerminal
  case noTerm
  case unknownTerm(String)
  case noCursorAddressing(String)
  case failed

  /// What is wrong and what to do, in one sentence.
  public var description: String {
    switch self {
    case .alreadyOpen:
      "The terminal is already in use by this program."
    case .notATerminal:
      "Standard input and output must be a terminal; use the plain commands in a pipe."
    case .noTerm:
      "TERM is not set; set it to your terminal's name, such as xterm-256color."
    case .unknownTerm(let term):
      "TERM is '\(term)', which this system does not know; try TERM=xterm-256color or vt100."
    case .noCursorAddressing(let term):
      "TERM is '\(term)', which can not place text on the screen; use the plain commands."
    case .failed:
      "The terminal could not be opened."
    }
  }
}
