import AtlasScreen

/// How many colours a terminal gets, and the numbers it knows them by.
enum ColourDepth: Hashable {
  /// Attributes only.
  case none
  /// The eight basic colours.
  case eight
  /// The fixed part of the 256-colour palette.
  case palette
  /// Red, green and blue.
  case direct

  /// The depth for a count of colours that ncurses reports.
  init(count: Int, choice: TerminalOptions.Colours) {
    switch (choice, count) {
    case (.none, _), (_, ..<8): self = .none
    case (.eight, _), (_, 8..<256): self = .eight
    case (_, 256..<0x100_0000): self = .palette
    default: self = .direct
    }
  }

  /// The number ncurses knows a colour by; -1 is the terminal's own.
  func number(for colour: ColorValue?) -> Int32 {
    guard let colour else { return -1 }
    switch self {
    case .none: return -1
    case .eight: return Int32(colour.index8)
    case .palette: return Int32(colour.index256)
    case .direct:
      // ncurses takes the numbers below 8 for the basic colours.
      return colour.hex < 8 ? 0 : Int32(colour.hex)
    }
  }

  /// Foreground and background numbers and attributes of a look.
  func look(_ style: Style) -> (foreground: Int32, background: Int32, attributes: Style.Attributes)
  {
    if self == .none { return (-1, -1, style.plainAttributes) }
    var foreground = number(for: style.foreground)
    var background = number(for: style.background)
    if self == .eight, style.background != nil, foreground == background {
      // Two shades fell on one colour: let the terminal's own pair show the difference.
      foreground = -1
      background = -1
      return (foreground, background, style.attributes.union(.reverse))
    }
    if self == .eight, style.background == nil, foreground == 0 || foreground == 7 {
      // Greys: the terminal's own colour is readable on its own background.
      foreground = -1
    }
    return (foreground, background, style.attributes)
  }
}
