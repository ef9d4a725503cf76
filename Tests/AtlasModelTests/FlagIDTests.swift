import AtlasModel
import Testing

@Suite struct FlagIDTests {
  @Test func nineteenRulesInTheirOrder() {
    #expect(
      FlagID.allCases.map(\.rawValue) == [
        "D1", "D2", "D3", "D4", "D5", "R1", "R2", "R3", "S1", "S2", "S3", "P1", "P2", "P3", "I1",
        "L1", "F1", "F2", "E1",
      ])
    for (position, flag) in FlagID.allCases.enumerated() { #expect(flag.index == position) }
  }

  @Test func everyRuleSaysWhatItReadsAndWhy() {
    for flag in FlagID.allCases {
      let rule = flag.rule
      #expect(!rule.title.isEmpty && !rule.likelihood.isEmpty && !rule.impact.isEmpty)
      #expect(!rule.basis.isEmpty)
      #expect(rule.code.isEmpty == (flag == .f1 || flag == .e1))
    }
    #expect(Set(FlagID.allCases.map(\.title)).count == 19)
  }

  @Test func familiesCoverTheFourOfTheMission() {
    let families = Set(FlagID.allCases.map(\.family))
    #expect(families.isSuperset(of: [.digitalDivide, .remoteArea, .security, .privacy]))
  }
}
