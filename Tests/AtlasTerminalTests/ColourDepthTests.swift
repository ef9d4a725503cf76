import AtlasScreen
import Testing

@testable import AtlasTerminal

@Suite struct ColourDepthTests {
  @Test(
    arguments: [
      (0, .none), (-1, .none), (8, .eight), (16, .eight), (88, .eight), (256, .palette),
      (0x100_0000, .direct),
    ] as [(Int, ColourDepth)])
  func theCountDecides(count: Int, depth: ColourDepth) {
    #expect(ColourDepth(count: count, choice: .automatic) == depth)
    #expect(ColourDepth(count: count, choice: .none) == .none)
  }

  @Test func theChoiceLowersIt() {
    #expect(ColourDepth(count: 256, choice: .eight) == .eight)
    #expect(ColourDepth(count: 0, choice: .eight) == .none)
  }

  @Test func numbersFitTheDepth() {
    let colour = ColorValue(0x5FD7FF)
    #expect(ColourDepth.none.number(for: colour) == -1)
    #expect(ColourDepth.eight.number(for: colour) == 6)
    #expect(ColourDepth.palette.number(for: colour) == 81)
    #expect(ColourDepth.direct.number(for: colour) == 0x5FD7FF)
    #expect(ColourDepth.palette.number(for: nil) == -1)
  }

  @Test(arguments: Theme.all, Role.allCases)
  func eightColoursNeverHideText(theme: Theme, role: Role) {
    let style = theme.style(for: role)
    let look = ColourDepth.eight.look(style)
    #expect(look.foreground == -1 || look.foreground != look.background)
    if style.background == nil { #expect(look.foreground != 0 && look.foreground != 7) }
  }

  @Test(arguments: Theme.all) func selectionShowsAtEveryDepth(theme: Theme) {
    for depth in [ColourDepth.none, .eight, .palette, .direct] {
      let plain = depth.look(theme.style(for: .text))
      let chosen = depth.look(theme.style(for: .selection))
      #expect(plain.background != chosen.background || chosen.attributes.contains(.reverse))
    }
  }

  @Test func theSignsFollowTheTerminal() {
    let terms = ["linux": Glyphs.ascii, "vt100": .ascii, "xterm-256color": .unicode]
    for (term, glyphs) in terms {
      #expect(TerminalCapabilities(colours: 8, isUTF8: true, term: term).glyphs == glyphs)
      #expect(TerminalCapabilities(colours: 8, isUTF8: false, term: term).glyphs == .ascii)
    }
  }
}
