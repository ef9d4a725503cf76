import AtlasTestSupport
import Testing

@testable import AtlasData

@Suite struct DecimalParserTests {
  private func parse(_ text: String) -> Double? { FieldRule.decimal(text) }

  @Test(arguments: 0..<20) func agreesWithTheStandardLibrary(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<1000 {
      var text = Bool.random(using: &generator) ? "-" : ""
      for _ in 0..<Int.random(in: 1...20, using: &generator) {
        text += String(Int.random(in: 0...9, using: &generator))
      }
      if Bool.random(using: &generator) {
        text += "."
        for _ in 0..<Int.random(in: 1...25, using: &generator) {
          text += String(Int.random(in: 0...9, using: &generator))
        }
      }
      #expect(parse(text)?.bitPattern == Double(text)?.bitPattern, "\(text)")
    }
  }

  @Test(arguments: [
    ("0", 0.0), ("97.17", 97.17), ("0.1", 0.1), ("-12.5", -12.5), ("007", 7),
    ("123456789012345", 123_456_789_012_345), ("0.000000000000000000001", 1e-21),
    ("9007199254740993", 9_007_199_254_740_992), ("31165654", 31_165_654),
  ])
  func readsNumbers(text: String, value: Double) {
    #expect(parse(text) == value)
  }

  @Test(arguments: [
    "", "-", ".", "1.", ".5", "+1", "1e5", "0x1F", "nan", "inf", "-inf", "1,5", " 1", "1 ", "--1",
    "1.2.3", "१२", "1_000",
  ])
  func rejectsWhatIsNoNumber(text: String) {
    #expect(parse(text) == nil)
  }

  @Test func aNumberTooLargeIsNone() {
    #expect(parse(String(repeating: "9", count: 400)) == nil)
  }
}
