import AtlasScreen
import Testing

@testable import AtlasTerminal

@Suite struct InputDecoderTests {
  private func events(_ pieces: [RawInput]) -> [InputEvent] {
    var decoder = InputDecoder()
    return decoder.decode(pieces, at: 0)
  }

  private func typed(_ text: String) -> [RawInput] {
    text.unicodeScalars.map { .scalar($0.value) }
  }

  @Test(
    arguments: [
      (0x0D, .enter), (0x0A, .enter), (0x09, .tab), (0x7F, .backspace), (0x08, .backspace),
      (0x00, .control("@")), (0x01, .control("a")), (0x03, .control("c")), (0x1A, .control("z")),
      (0x1C, .control("\\")), (0x1F, .control("_")), (0x20, .character(" ")),
      (0x71, .character("q")), (0xE9, .character("é")), (0x5370, .character("印")),
    ] as [(UInt32, Key)])
  func charactersAndControlsAreKeys(value: UInt32, key: Key) {
    #expect(InputDecoder.key(of: value) == key)
  }

  @Test(arguments: [0x80, 0x9B, 0x202E, 0x200B, 0xD800, 0x110000, 0xE000] as [UInt32])
  func whatCanNotBeShownAndIsNoKeyIsDropped(value: UInt32) {
    #expect(InputDecoder.key(of: value) == nil)
  }

  @Test func aLoneEscapeIsAKey() {
    #expect(events(typed("\u{1B}")) == [.key(.escape)])
    #expect(events(typed("\u{1B}q")) == [.key(.escape), .key(.character("q"))])
    #expect(events(typed("\u{1B}\u{1B}")) == [.key(.escape), .key(.escape)])
    #expect(events(typed("\u{1B}[")) == [.key(.escape), .key(.character("["))])
  }

  @Test(arguments: ["\u{1B}[1;5C", "\u{1B}[27;5;9~", "\u{1B}[I", "\u{1B}Oj", "\u{1B}[<0;3;4M"])
  func unknownSequencesAreSwallowedWhole(sequence: String) {
    #expect(events(typed(sequence)) == [])
    #expect(events(typed("a" + sequence + "b")) == [.key(.character("a")), .key(.character("b"))])
  }

  @Test func aPasteIsOneEventAndItsKeysDoNothing() {
    let pieces: [RawInput] =
      [.pasteStart] + typed("q\u{3}\rx\ty") + [.key(.up), .pasteEnd] + typed("z")
    #expect(events(pieces) == [.paste("q\nx\ty"), .key(.character("z"))])
  }

  @Test func aPasteMayArriveInParts() {
    var decoder = InputDecoder()
    #expect(decoder.decode([.pasteStart] + typed("ab"), at: 0) == [])
    #expect(decoder.decode(typed("cd") + [.pasteEnd], at: 5) == [.paste("abcd")])
  }

  @Test func aHugePasteIsCut() {
    let pieces = [.pasteStart] + typed(String(repeating: "x", count: 70_000)) + [.pasteEnd]
    guard case .paste(let text)? = events(pieces).first else {
      Issue.record("no paste")
      return
    }
    #expect(text.utf8.count == InputDecoder.pasteLimit)
  }

  @Test func twoQuickPressesOnOneCellAreDouble() {
    var decoder = InputDecoder()
    let press = RawInput.mouse(MouseEvent(kind: .press, column: 3, row: 4))
    let other = RawInput.mouse(MouseEvent(kind: .press, column: 9, row: 4))
    #expect(kinds(decoder.decode([press], at: 0)) == [.press])
    #expect(kinds(decoder.decode([press], at: 300)) == [.doublePress])
    #expect(kinds(decoder.decode([press], at: 350)) == [.press])
    #expect(kinds(decoder.decode([press], at: 900)) == [.press])
    #expect(kinds(decoder.decode([other], at: 950)) == [.press])
  }

  private func kinds(_ events: [InputEvent]) -> [MouseEvent.Kind] {
    events.compactMap { event in
      if case .mouse(let mouse) = event { mouse.kind } else { nil }
    }
  }
}
