import AtlasModel
import AtlasTestSupport
import Testing

struct ScenarioTextTests {
  private let catalog = SmallCatalog.make()

  private func read(_ lines: String...) -> ScenarioText.Reading {
    ScenarioText.read(
      (["dpg-atlas scenario 1"] + lines).joined(separator: "\n"), catalog: catalog)
  }

  @Test func aScenarioIsWrittenOneChangeALine() {
    var scenario = Scenario()
    scenario.name = "Ten years on"
    scenario.preset = .citizenFirst
    scenario.weakestLink = 0.25
    scenario.policy = .any
    scenario.measures = ["sec-audit", "dd-voice"]
    scenario.set(
      Scenario.Figure(
        iso3: "UGA", indicator: "internet-users", value: 45, source: "the ministry's words"))
    scenario.set(Scenario.Level(good: "dhis2", field: .connectivity, level: 1))
    #expect(
      scenario.text == """
        dpg-atlas scenario 1
        name: Ten years on
        preset: citizen-first
        weakest-link: 0.25
        policy: any
        measure: sec-audit
        measure: dd-voice
        figure UGA internet-users: 45 ; source: the ministry's words
        level dhis2 connectivity: 1

        """)
    let reading = ScenarioText.read(scenario.text, catalog: catalog)
    #expect(reading.problems.isEmpty)
    #expect(reading.scenario == scenario)
  }

  @Test func commentsBlanksAndForeignLineEndsAreAccepted() {
    let text =
      "\u{FEFF}dpg-atlas scenario 1\r\n# why\r\n\r\n  policy :  all \r\nfigure uga literacy: 70 %"
    let reading = ScenarioText.read(text, catalog: catalog)
    #expect(reading.problems.isEmpty)
    #expect(reading.scenario.policy == .all)
    #expect(reading.scenario.figure(iso3: "UGA", indicator: "literacy")?.value == 70)
    #expect(reading.scenario.name.isEmpty)
  }

  @Test func weightsThatAreNotNamedAreThoseOfThePreset() throws {
    let reading = read("weight power: 5", "preset: ministry")
    let weights = try #require(reading.scenario.weights)
    #expect(weights[Dimension.power.index] == 5)
    #expect(weights[Dimension.institutions.index] == 2)
    #expect(weights[Dimension.skills.index] == 1)
  }

  @Test(
    "every fault says where, what and what is expected",
    arguments: [
      ("nonsense", "has no colon", "KEY: VALUE", []),
      ("figure UGA literacy 4", "has no colon", "figure COUNTRY INDICATOR: VALUE", []),
      ("polcy: two", "`polcy` is no key", "weakest-link", ["policy"]),
      ("weight: 2", "not complete", "weight DIMENSION", []),
      ("name:", "nothing behind the colon", "name: WORDS", []),
      ("preset: minstry", "no preset `minstry`", "citizen-first", ["ministry"]),
      ("policy: none", "no policy `none`", "any, two, all", []),
      ("weight powr: 1", "no dimension `powr`", "affordability", ["power"]),
      ("weight power: -1", "`-1` is no weight", "0 or more", []),
      ("weakest-link: 1.5", "`1.5` is no share", "0 to 1", []),
      ("equity-share: 50%", "`50%` is no share", "0 to 1", []),
      ("measure: dd-voise", "no measure `dd-voise`", "measures", ["dd-voice"]),
      ("figure Kenya literacy: 5", "code `Kenya`", "UGA", ["KEN (Kenya)"]),
      ("figure UGA literacyy: 5", "no indicator `literacyy`", "indicators", ["literacy"]),
      ("figure UGA literacy: many", "`many` is no number", "100 or less", []),
      ("figure UGA literacy: 101", "101 is out of range", "100 or less % of adults", []),
      ("figure UGA literacy: 5 ; me", "`me` is no source", "; source: WORDS", []),
      ("level dhis3 power: 1", "no good `dhis3`", "goods", ["dhis2"]),
      ("level dhis2 pwer: 1", "no field `pwer`", "institutions", ["power"]),
      ("level dhis2 power: 5", "`5` is no level", "0 to 4", []),
    ])
  func faults(line: String, message: String, expected: String, nearest: [String]) throws {
    let reading = read("# first", line)
    let problem = try #require(reading.problems.first)
    #expect(reading.problems.count == 1)
    #expect(problem.line == 3)
    #expect(problem.message.contains(message), "\(problem)")
    #expect(problem.expected.contains(expected), "\(problem)")
    #expect(problem.nearest == nearest, "\(problem)")
  }

  @Test func allFaultsAreReportedAndSoundLinesAreKept() {
    let reading = read(
      "policy: two", "policy: all", "figure ZZZ nope: 5", "figure UGA literacy: 5",
      "figure uga literacy: 6", "measure: dd-voice", "measure: dd-voice",
      "level dhis2 power: 1", "level dhis2 power: 2")
    #expect(reading.problems.map(\.line) == [3, 4, 4, 6, 8, 10])
    #expect(reading.problems[0].message.contains("line 2"))
    #expect(reading.scenario.figures.map(\.value) == [5])
    #expect(reading.scenario.measures == ["dd-voice"])
  }

  @Test(arguments: [
    ("dpg-atlas scenario 2", "newer"), ("dpg-atlas scenario 0", "no version 0"),
    ("dpg-atlas scenario x", "no scenario"), ("", "no scenario"), ("name: x", "no scenario"),
  ])
  func anotherVersionIsNotGuessedAt(_ opening: String, _ words: String) {
    let reading = ScenarioText.read(opening + "\nnonsense", catalog: catalog)
    #expect(reading.problems.count == 1)
    #expect(reading.problems.first?.line == 1)
    #expect(reading.problems.first?.description.contains(words) == true)
    #expect(reading.scenario.isEmpty)
  }

  @Test func weightsThatAreAllZeroAreAFault() {
    let lines = Dimension.allCases.map { "weight \($0.rawValue): 0" }.joined(separator: "\n")
    #expect(read(lines).problems.count == 1)
    #expect(read(lines).scenario.weights == nil)
  }

  @Test func hostileNamesComeOutHarmless() {
    for name in [SmallCatalog.hostile, String(repeating: "x", count: 10_000), "\u{301}:;#", "  "] {
      var scenario = Scenario()
      scenario.name = name
      scenario.set(
        Scenario.Figure(iso3: "UGA", indicator: "literacy", value: 5, source: name))
      let text = scenario.text
      let reading = ScenarioText.read(text, catalog: catalog)
      #expect(reading.problems.isEmpty, "\(reading.problems)")
      // What was cleaned once stays as it is.
      #expect(reading.scenario.text == text)
      #expect(reading.scenario.figures.count == 1)
      #expect(text.utf8.count < 600)
      #expect(isHarmless(text))
    }
    let long = String(repeating: "y", count: 10_000)
    let faults = read(
      "figure \(long) \(long): 5", "\(long): \u{1B}[31m", "level \(long) power: 1",
      "preset: \u{1B}]0;x\u{7}", long)
    #expect(faults.problems.count == 6)
    #expect(faults.problems.allSatisfy { isHarmless($0.description) && $0.description.count < 400 })
  }

  private func isHarmless(_ text: String) -> Bool {
    !text.unicodeScalars.contains {
      ($0.value < 32 && $0 != "\n") || (0x7F...0x9F).contains($0.value)
        || (0x2028...0x202E).contains($0.value)
    }
  }

  @Test func anyScenarioComesBackAsItWas() {
    var random = SeededRandom(seed: 7)
    for _ in 0..<500 {
      let scenario = Self.scenario(&random, catalog)
      let reading = ScenarioText.read(scenario.text, catalog: catalog)
      #expect(reading.problems.isEmpty, "\(scenario.text)")
      #expect(reading.scenario == scenario, "\(scenario.text)")
    }
  }

  private static func scenario(_ random: inout SeededRandom, _ catalog: Catalog) -> Scenario {
    var scenario = Scenario()
    scenario.name = random.pick(["", "Ein Fall: 2", "# nine", "Ouganda; source: x", "乌干达 é"])
    scenario.preset = random.pick(WeightPreset.allCases)
    scenario.policy = random.pick(RefusalPolicy.allCases)
    if random.chance(0.5) {
      scenario.weights = Dimension.allCases.map { _ in random.unit() * 10 + 1e-7 }
    }
    if random.chance(0.5) { scenario.weakestLink = random.unit() }
    if random.chance(0.5) { scenario.equityShare = random.unit() }
    scenario.measures = catalog.measures.map(\.id).filter { _ in random.chance(0.5) }.shuffled(
      using: &random)
    for _ in 0..<random.level() {
      let indicator = random.pick(catalog.indicators)
      scenario.set(
        Scenario.Figure(
          iso3: random.pick(catalog.countries).iso3, indicator: indicator.id,
          value: random.unit() * (indicator.maximum ?? 1e12),
          source: random.pick(["", "census: 2025; draft", "# 1", "source: y"])))
      scenario.set(
        Scenario.Level(
          good: random.pick(catalog.goods).id, field: random.pick(DemandField.allCases),
          level: random.level()))
    }
    return scenario
  }
}
