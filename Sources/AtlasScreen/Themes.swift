extension Theme {
  /// For dark backgrounds.
  public static let dark = Theme(
    name: "dark", isLight: false,
    style: Palette(
      dim: 0xA0A6AD, accent: 0x5FD7FF, link: 0x87AFFF, border: 0x767C84, good: 0x5FD787,
      low: 0x87D7AF, moderate: 0xFFD75F, high: 0xFFAF5F, critical: 0xFF8787,
      safeguards: 0x87D7D7, prepare: 0xFFD75F, unknown: 0xAFAFD7, barEmpty: 0x626262,
      sea: 0x5F87AF, land: 0x87AF5F, map1: 0x6F6FE7, map2: 0x0087AF, map3: 0x00AF87, map4: 0x87D75F,
      map5: 0xFFFF5F,
      selectionText: 0xFFFFFF, selection: 0x005F87,
      selectionDimText: 0xFFFFFF, selectionDim: 0x444444, statusText: 0xE4E4E4,
      status: 0x303030, text: nil
    ).style)

  /// For light backgrounds.
  public static let light = Theme(
    name: "light", isLight: true,
    style: Palette(
      dim: 0x5A5A5A, accent: 0x005F87, link: 0x0000AF, border: 0x767676, good: 0x005F00,
      low: 0x005F5F, moderate: 0x875F00, high: 0xAF3A00, critical: 0xAF0000,
      safeguards: 0x005F87, prepare: 0x875F00, unknown: 0x5F5F87, barEmpty: 0x949494,
      sea: 0x005FAF, land: 0x3A6600, map1: 0xAF8700, map2: 0x5F8700, map3: 0x00875F, map4: 0x005F87,
      map5: 0x5F005F,
      selectionText: 0xFFFFFF, selection: 0x005F87,
      selectionDimText: 0x000000, selectionDim: 0xD0D0D0, statusText: 0x1C1C1C,
      status: 0xDADADA, text: nil
    ).style)

  /// Few, strong colours on a dark background, for projectors and weak eyes.
  public static let contrast = Theme(
    name: "contrast", isLight: false,
    style: Palette(
      dim: 0xDADADA, accent: 0x00FFFF, link: 0xAFD7FF, border: 0xFFFFFF, good: 0x5FFF5F,
      low: 0xAFFFAF, moderate: 0xFFFF00, high: 0xFFAF00, critical: 0xFFAFAF,
      safeguards: 0x00FFFF, prepare: 0xFFFF00, unknown: 0xDADADA, barEmpty: 0x9E9E9E,
      sea: 0x87AFFF, land: 0xAFFF5F, map1: 0x8787FF, map2: 0x00AFFF, map3: 0x00FFAF, map4: 0xAFFF5F,
      map5: 0xFFFF00,
      selectionText: 0x000000, selection: 0xFFFF00,
      selectionDimText: 0x000000, selectionDim: 0xDADADA, statusText: 0x000000,
      status: 0xFFFFFF, text: 0xFFFFFF
    ).style)

  /// No colours: bold, underline, dim and reverse only.
  public static let mono = Theme(name: "mono", isLight: false) { role in
    Style(attributes: Theme.dark.style(for: role).plainAttributes)
  }

  /// Blue to orange, in the safe colours of Okabe and Ito, for all common colour-blindnesses.
  public static let colourBlind = Theme(
    name: "colour-blind", isLight: false,
    style: Palette(
      dim: 0xA8A8A8, accent: 0x56B4E9, link: 0x87AFFF, border: 0x808080, good: 0x56B4E9,
      low: 0x87D7FF, moderate: 0xF0E442, high: 0xE69F00, critical: 0xFF8C42,
      safeguards: 0xAFD7FF, prepare: 0xF0E442, unknown: 0xCC9DBB, barEmpty: 0x6C6C6C,
      sea: 0x4A8AC0, land: 0xC8C8A0, map1: 0x6F7FBF, map2: 0x878787, map3: 0xAF9F6F, map4: 0xD7BF5F,
      map5: 0xFFF05F,
      selectionText: 0xFFFFFF, selection: 0x005F87,
      selectionDimText: 0xFFFFFF, selectionDim: 0x444444, statusText: 0xE4E4E4,
      status: 0x303030, text: nil
    ).style)
}
