import AtlasTestSupport
import Testing

@testable import AtlasData

@Suite struct SymbolTableTests {
  private func position(_ table: SymbolTable, _ text: String) -> Int? {
    var copy = text
    return copy.withUTF8 { bytes in
      bytes.baseAddress.flatMap { table.position(CSVField(start: $0, count: bytes.count)) }
    }
  }

  @Test func findsEveryTextAndNoOther() {
    var generator = SeededGenerator(seed: 7)
    let texts = Set(
      (0..<3000).map { _ in
        String(
          (0..<Int.random(in: 0...24, using: &generator)).map { _ in
            "abcé-".randomElement(using: &generator) ?? "a"
          })
      }
    ).sorted()
    var table = SymbolTable(expecting: 4)
    for text in texts { table.append(text) }
    #expect(table.texts == texts)
    for (index, text) in texts.enumerated() { #expect(position(table, text) == index) }
    #expect(position(table, "not there") == nil)
    table.append(texts[5])
    #expect(table.texts.count == texts.count)
  }

  @Test func tellsTextsApartThatShareBothEnds() {
    let table = SymbolTable(["12345678-a-12345678", "12345678-b-12345678"])
    #expect(position(table, "12345678-b-12345678") == 1)
    #expect(position(table, "12345678-c-12345678") == nil)
  }
}
