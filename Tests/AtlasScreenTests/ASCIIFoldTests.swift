import AtlasScreen
import Testing

@Suite struct ASCIIFoldTests {
  @Test(arguments: [
    ("Côte d'Ivoire", "Cote d'Ivoire"), ("Türkiye", "Turkiye"),
    ("São Tomé and Príncipe", "Sao Tome and Principe"), ("Curaçao", "Curacao"),
    ("Việt Nam", "Viet Nam"), ("Łódź", "Lodz"), ("Đà Nẵng", "Da Nang"), ("Åland", "Aland"),
    ("İstanbul ırk", "Istanbul irk"), ("Straße", "Strasse"), ("Œuvre", "OEuvre"),
    ("a–b—c", "a-b-c"), ("“x” ‘y’", "\"x\" 'y'"), ("┌─┐│", "+-+|"), ("1 · 2 → 3…", "1 . 2 > 3..."),
    ("e\u{301}", "e"), ("印", "??"), ("Россия", "??????"), ("≥ 5 €", ">= 5 EUR"),
    ("▁▂▃▄▅▆▇█·", "1234567#."),
  ])
  func knownTextReadsWell(text: String, folded: String) {
    #expect(ASCIIFold.fold(text) == folded)
  }

  @Test func anythingBecomesPrintingASCII() {
    var random = SampleGenerator(seed: 3)
    for _ in 0..<1000 {
      let folded = ASCIIFold.fold(Sample.text(&random))
      #expect(folded.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
    }
  }

  @Test(arguments: ["a", "é", "印", "…", "ß", "\u{FFFD}", "😀", "─", "€"])
  func aCellKeepsItsWidth(text: String) {
    let width = text.columns
    #expect(ASCIIFold.cell(text, width: width).utf8.count == width)
    #expect(ASCIIFold.cell(text, width: width).utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
  }
}
