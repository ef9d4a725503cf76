import AtlasData
import AtlasModel
import AtlasTestSupport
import Testing

@Suite struct FixturesTests {
  @Test func theSmallDatasetFollowsTheLayout() throws {
    #expect(DatasetChecker.check(Fixtures.smallFiles) == [])
    let dataset = try DatasetLoader.load(Fixtures.smallFiles, parts: .all)
    #expect(dataset.warnings == [])
    #expect(Fixtures.small.countries.map(\.iso3) == ["CIV", "STP", "TUR", "UGA"])
    #expect(Fixtures.small.goods.map(\.id) == ["alpha", "beta", "gamma", "zeta"])
    #expect(Fixtures.small.countries[1].name == "São Tomé and Príncipe")
  }

  @Test func theGeneratorIsTheSameInEveryRun() {
    var generator = SeededGenerator(seed: 1_234_567)
    // First outputs of SplitMix64 as published with the algorithm.
    #expect(generator.next() == 6_457_827_717_110_365_317)
    #expect(generator.next() == 3_203_168_211_198_807_973)
  }

  @Test func aGoldenThatIsNotThereFailsTheTest() {
    withKnownIssue { Golden.check("text", named: "no-such-golden.txt") }
  }
}
