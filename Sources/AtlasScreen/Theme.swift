/// How a role looks.
public struct Style: Hashable, Sendable {
  /// Ways to set text apart without colour.
  public struct Attributes: OptionSet, Hashable, Sendable {
    /// One bit for each attribute.
    public let rawValue: UInt8
    /// Makes a set from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Bold or bright.
    public static let bold = Attributes(rawValue: 1)
    /// Fainter than the rest.
    public static let dim = Attributes(rawValue: 2)
    /// Underlined.
    public static let underline = Attributes(rawValue: 4)
    /// Foreground and background exchanged.
    public static let reverse = Attributes(rawValue: 8)
  }

  /// Colour of the text; nil is the terminal's own.
  public var foreground: ColorValue?
  /// Colour behind the text; nil is the terminal's own.
  public var background: ColorValue?
  /// Attributes used with colours.
  public var attributes: Attributes
  /// Attributes used when the terminal has no colours or they are not wanted.
  public var plainAttributes: Attributes

  /// Makes a look; without colours `plain` is used, by default the same attributes.
  public init(
    foreground: ColorValue? = nil, background: ColorValue? = nil, attributes: Attributes = [],
    plain: Attributes? = nil
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
    plainAttributes = plain ?? attributes
  }
}

/// A named set of looks, one for each role.
///
/// Text stands on the terminal's own background unless a role says otherwise; `isLight` says
/// which background the colours were chosen for.
public struct Theme: Hashable, Sendable {
  /// The word that chooses the theme.
  public let name: String
  /// True when made for a light background.
  public let isLight: Bool
  /// Looks by the raw value of the role.
  private let styles: [Style]

  /// Makes a theme by asking for the look of each role.
  init(name: String, isLight: Bool, style: (Role) -> Style) {
    self.name = name
    self.isLight = isLight
    styles = Role.allCases.map(style)
  }

  /// The look of a role.
  public func style(for role: Role) -> Style {
    let index = Int(role.rawValue)
    return styles.indices.contains(index) ? styles[index] : Style()
  }

  /// The background that a role's text is read on, as far as a theme can know it.
  public func assumedBackground(for role: Role) -> ColorValue {
    style(for: role).background ?? (isLight ? .white : .black)
  }

  /// Every theme, in the order settings show them.
  public static let all: [Theme] = [.dark, .light, .contrast, .mono, .colourBlind]

  /// The theme of that name; nil when there is none.
  public init?(name: String) {
    guard let match = Self.all.first(where: { $0.name == name }) else { return nil }
    self = match
  }
}
