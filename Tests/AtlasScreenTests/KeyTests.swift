import AtlasScreen
import Testing

@Suite struct KeyTests {
  static let all: [Key] =
    [
      .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right,
      .pageUp, .pageDown, .home, .end, .control("["), .control("@"),
    ]
    + (1...63).map { .function($0) }
    + "abcdefghijklmnopqrstuvwxyz".map { .control($0) }
    + "abzAQZ09 ?/-+:é印<>".map { .character($0) }

  @Test(arguments: all) func namesReadBack(key: Key) {
    #expect(!key.description.isEmpty)
    #expect(Key(name: key.description) == key)
  }

  @Test func noTwoKeysShareAName() {
    #expect(Set(Self.all.map(\.description)).count == Set(Self.all).count)
  }

  @Test func namesAreTheOnesHelpShows() {
    #expect(Key.control("r").description == "Ctrl-R")
    #expect(Key.pageUp.description == "PgUp")
    #expect(Key.backTab.description == "Shift-Tab")
    #expect(Key.character(" ").description == "Space")
    #expect(Key(name: "ctrl-x") == .control("x"))
    #expect(Key(name: "escape") == .escape)
    #expect(Key(name: "F") == .character("F"))
  }

  @Test(arguments: ["", " ", "ab", "Ctrl-", "Ctrl-é", "Ctrl-1", "F0", "F64", "F07", "\u{1B}", "\n"])
  func otherNamesAreRefused(name: String) {
    #expect(Key(name: name) == nil)
  }
}
