import AtlasModel
import Testing

@Suite struct SeverityTests {
  @Test func productsHaveTheirWords() {
    let words = (0...4).map { likelihood in
      (0...4).map { Severity(likelihood: likelihood, impact: $0).word }
    }
    #expect(words[0] == ["none", "none", "none", "none", "none"])
    #expect(words[1] == ["none", "low", "low", "low", "moderate"])
    #expect(words[2] == ["none", "low", "moderate", "moderate", "high"])
    #expect(words[3] == ["none", "low", "moderate", "high", "critical"])
    #expect(words[4] == ["none", "moderate", "high", "critical", "critical"])
  }

  @Test func wordsReadBack() {
    for severity in Severity.allCases { #expect(Severity(word: severity.word) == severity) }
    #expect(Severity(word: "grave") == nil)
  }
}
