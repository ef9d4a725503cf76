import AtlasModel
import AtlasTestSupport
import Testing

struct ScenarioCombinationTests {
  private let catalog = SmallCatalog.make()

  private func combine(_ files: [String]..., name: String? = nil) -> ScenarioCombination {
    ScenarioCombination(
      files.enumerated().map { place, lines in
        let text = (["dpg-atlas scenario 1"] + lines).joined(separator: "\n")
        return .init(
          file: ["a", "b", "c"][place], reading: ScenarioText.read(text, catalog: catalog))
      }, name: name, catalog: catalog)
  }

  private func words(_ combination: ScenarioCombination) -> [String] {
    combination.overrides.map {
      "\($0.earlier.statement.key) \($0.earlier.file):\($0.earlier.statement.line) by "
        + "\($0.later.file):\($0.later.statement.line)"
    }
  }

  @Test func laterFilesWinAndSayWhatTheyTook() {
    let combination = combine(
      [
        "name: One", "policy: any", "figure UGA literacy: 70 ; source: census", "measure: dd-voice",
      ],
      ["figure uga literacy: 75", "measure: dd-voice", "level dhis2 power: 1"],
      ["policy: two", "level dhis2 power: 1"])
    #expect(words(combination) == ["figure UGA literacy a:4 by b:2", "policy a:3 by c:2"])
    #expect(
      combination.scenario.text == """
        dpg-atlas scenario 1
        name: One + b + c
        measure: dd-voice
        figure UGA literacy: 75
        level dhis2 power: 1

        """)
    #expect(combination.problems.isEmpty)
  }

  @Test func anotherPresetTakesEarlierWeightsAway() {
    let combination = combine(
      ["weight power: 3", "weakest-link: 0.4", "equity-share: 0.6"],
      ["preset: ministry", "weakest-link: 0.2"])
    #expect(words(combination) == ["weight power a:2 by b:2", "weakest-link a:3 by b:3"])
    #expect(combination.scenario.weights == nil)
    #expect(combination.scenario.weakestLink == 0.2 && combination.scenario.equityShare == 0.6)
    let same = combine(["preset: ministry", "weight power: 3"], ["preset: ministry"])
    #expect(same.overrides.isEmpty && same.scenario.weights?[Dimension.power.index] == 3)
  }

  @Test func weightsOfSeveralFilesStandTogether() throws {
    let combination = combine(["weight power: 3"], ["weight skills: 2"])
    let weights = try #require(combination.scenario.weights)
    #expect(weights[Dimension.power.index] == 3 && weights[Dimension.skills.index] == 2)
    #expect(weights[Dimension.devices.index] == 1)
  }

  @Test func combiningIsReadingTheResult() {
    let combination = combine(
      ["figure UGA literacy: 70 ; source: census; part 2", "name: A"], ["policy: all"],
      name: "Both\u{1B}[31m")
    let reading = ScenarioText.read(combination.scenario.text, catalog: catalog)
    #expect(reading.problems.isEmpty && reading.scenario == combination.scenario)
    #expect(reading.scenario.name == "Both[31m")
    #expect(
      reading.scenario.figure(iso3: "UGA", indicator: "literacy")?.source == "census; part 2")
    let again = ScenarioCombination(
      [.init(file: "x", reading: reading)], name: reading.scenario.name, catalog: catalog)
    #expect(again.scenario == combination.scenario)
  }

  @Test func whatOnlyAllTogetherHaveWrongIsNamed() {
    let all = Dimension.allCases.map { "weight \($0.rawValue): 0" }
    let combination = combine(Array(all.dropLast()), [all[all.count - 1]])
    #expect(combination.problems.map(\.message) == ["all weights are 0 or their sum is endless"])
  }
}
