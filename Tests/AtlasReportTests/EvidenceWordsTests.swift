import AtlasReport
import Testing

@testable import AtlasModel

@Suite struct EvidenceWordsTests {
  @Test(
    "a count of one is worded as one",
    arguments: [
      (0, "0 other countries have a recorded use"), (1, "1 other country has a recorded use"),
      (2, "2 other countries have a recorded use"),
    ])
  func uses(count: Int, expected: String) {
    let precedent = Precedent(value: 0.1, effectiveNumber: 1, nearest: [], uses: count)
    #expect(EvidenceWords.uses(precedent) == expected)
  }
}
