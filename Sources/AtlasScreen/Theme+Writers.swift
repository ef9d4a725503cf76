// What writers of screens need to know where there is no terminal whose own colours count.
extension Theme {
  /// The theme with attributes in place of colours, as `NO_COLOR` asks for.
  public var withoutColours: Theme {
    Theme(name: name, isLight: isLight) { Style(attributes: style(for: $0).plainAttributes) }
  }

  /// The theme as it is shown where there may be no colours.
  public func shown(hasColours: Bool) -> Theme { hasColours ? self : withoutColours }

  /// The theme with a colour for everything, for terminals whose own colours it was not made for.
  public var withOwnGround: Theme {
    Theme(name: name, isLight: isLight) { role in
      var style = style(for: role)
      style.foreground = style.foreground ?? plainForeground
      style.background = style.background ?? plainBackground
      return style
    }
  }

  /// Whether any role has a colour.
  public var hasColours: Bool { Role.allCases.contains { style(for: $0).foreground != nil } }

  /// Colour of text to which the theme gives none.
  public var plainForeground: ColorValue { isLight ? ColorValue(0x1C1C1C) : ColorValue(0xE4E4E4) }

  /// Colour behind text to which the theme gives none.
  public var plainBackground: ColorValue { isLight ? .white : .black }

  /// The colours of a role in full: none is left to a terminal, and none is exchanged any more.
  public func colours(of role: Role) -> (text: ColorValue, behind: ColorValue) {
    let style = style(for: role)
    let text = style.foreground ?? plainForeground
    let behind = style.background ?? plainBackground
    return style.attributes.contains(.reverse) ? (behind, text) : (text, behind)
  }
}

extension ColorValue {
  /// The colour as style sheets write it, such as `#5fd7ff`.
  public var css: String {
    let digits = String(hex, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}
