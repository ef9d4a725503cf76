import AtlasModel
import Testing

struct NumberTextTests {
  @Test(arguments: [
    (8.9, "8.9"), (50_015_092, "50015092"), (-0.0, "0"), (1e21, "1000000000000000000000"),
    (1.5e-7, "0.00000015"), (-12.50, "-12.5"), (0.1 + 0.2, "0.30000000000000004"), (.nan, ""),
  ])
  func rawIsTheShortestPlainText(_ value: Double, _ text: String) {
    #expect(NumberText.raw(value) == text)
  }

  @Test func rawReadsBackAsTheSameNumber() {
    var state: UInt64 = 7
    for _ in 0..<5_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Double(bitPattern: state)
      guard value.isFinite, value.magnitude < 1e40, value.magnitude > 1e-40 else { continue }
      #expect(Double(NumberText.raw(value)) == value)
    }
  }

  @Test(arguments: [
    (2.675, 2, "2.68"), (0.05, 1, "0.1"), (999.95, 1, "1,000.0"), (-0.04, 1, "0.0"),
    (50_015_092, 0, "50,015,092"), (-1_234.5, 0, "-1,235"), (9.99, 0, "10"), (7, 3, "7.000"),
  ])
  func fixedRoundsHalfAwayFromZero(_ value: Double, _ decimals: Int, _ text: String) {
    #expect(NumberText.fixed(value, decimals: decimals) == text)
  }

  @Test func aSmallFigureIsNeverShownAsZero() {
    #expect(NumberText.people(0.04, decimals: 1) == "<0.1")
    #expect(NumberText.people(-0.3, decimals: 0) == ">-1")
    #expect(NumberText.people(0, decimals: 1) == "0.0")
    #expect(NumberText.people(8.9, decimals: 1) == "8.9")
  }

  @Test func groupingKeepsYearsWhole() {
    #expect(NumberText.grouped(-1_000) == "-1,000")
    #expect(NumberText.grouped(999) == "999")
    #expect(NumberText.year(2024) == "2024")
  }

  @Test func typedNumbersMayHaveASuffix() {
    #expect(NumberText.number("10m") == 10_000_000)
    #expect(NumberText.number("50%") == 50)
    #expect(NumberText.number("-1.5") == -1.5)
    #expect(NumberText.number("1e5") == nil)
    #expect(NumberText.number("inf") == nil)
    #expect(NumberText.number("0x10") == nil)
    #expect(NumberText.number("") == nil)
  }
}
