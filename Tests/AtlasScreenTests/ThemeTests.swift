import AtlasScreen
import Testing

@Suite struct ThemeTests {
  /// Roles that are drawn as surfaces and lines; 3 is enough for what must be seen of them.
  static let shapes: Set<Role> = [
    .border, .barEmpty, .sea, .land, .mapClass1, .mapClass2, .mapClass3, .mapClass4, .mapClass5,
  ]

  @Test(arguments: Theme.all, Role.allCases)
  func textIsReadableOnItsBackground(theme: Theme, role: Role) {
    let style = theme.style(for: role)
    let behind = theme.assumedBackground(for: role)
    guard let colour = style.foreground else {
      #expect(style.background == nil, "a background needs a text colour of its own")
      return
    }
    let least = Self.shapes.contains(role) ? 2.5 : 4.5
    #expect(colour.contrast(with: behind) >= least)
    let palette = ColorValue(palette: colour.index256)
    let paletteBehind =
      style.background.map { ColorValue(palette: $0.index256) } ?? behind
    #expect(palette.contrast(with: paletteBehind) >= least, "in 256 colours")
  }

  @Test(arguments: Theme.all) func selectionShowsWithoutColour(theme: Theme) {
    #expect(theme.style(for: .selection).plainAttributes.contains(.reverse))
    #expect(!theme.style(for: .selectionDim).plainAttributes.isEmpty)
    #expect(!theme.style(for: .borderFocused).plainAttributes.isEmpty)
  }

  @Test func monoUsesNoColour() {
    for role in Role.allCases {
      let style = Theme.mono.style(for: role)
      #expect(style.foreground == nil && style.background == nil)
    }
  }

  @Test func namesFindTheirTheme() {
    #expect(Theme.all.count == 5)
    for theme in Theme.all { #expect(Theme(name: theme.name) == theme) }
    #expect(Theme(name: "plaid") == nil)
  }

  @Test func contrastFollowsWCAG() {
    #expect(abs(ColorValue.black.contrast(with: .white) - 21) < 0.001)
    #expect(abs(ColorValue(0x777777).contrast(with: .white) - 4.478) < 0.001)
    #expect(abs(ColorValue(0xFF0000).contrast(with: .white) - 3.998) < 0.001)
    #expect(ColorValue(0x123456).contrast(with: ColorValue(0x123456)) == 1)
  }

  @Test func paletteColoursAreTheirOwnNearest() {
    // The grey ramp shares no colour with the cube but for none; the first equal one wins.
    for index in 16...255 {
      let colour = ColorValue(palette: index)
      #expect(ColorValue(palette: colour.index256) == colour)
    }
  }

  @Test(
    arguments: [
      (0x000000, 0), (0xFFFFFF, 7), (0xFF0000, 1), (0x00FF00, 2), (0xFFFF00, 3), (0x0000AF, 4),
      (0xFF00FF, 5), (0x00FFFF, 6), (0x87AFFF, 6), (0xA0A6AD, 7), (0x303030, 0),
    ] as [(UInt32, Int)])
  func eightColoursKeepTheHue(hex: UInt32, index: Int) {
    #expect(ColorValue(hex).index8 == index)
  }

  @Test func allVerdictsDifferFromEachOtherInTheColourBlindTheme() {
    let verdicts: [Role] = [.verdictAdopt, .verdictPrepare, .verdictNotNow]
    let colours = verdicts.map { Theme.colourBlind.style(for: $0).foreground }
    #expect(Set(colours).count == verdicts.count)
  }
}
