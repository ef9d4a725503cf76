import AtlasModel
import Testing

@Suite struct NeedTests {
  private func gaps(_ places: [ModelFixtures.Place]) -> SDGGaps {
    Assessor(catalog: ModelFixtures.catalog(places, [])).conditions(country: 0).gaps
  }

  private func place(
    _ changes: [String: Double?], iso3: String = "AAA", subregion: String = ""
  ) -> ModelFixtures.Place {
    var place = ModelFixtures.Place(changes)
    place.iso3 = iso3
    place.subregion = subregion
    return place
  }

  @Test func needIsTheMeanGap() {
    let gaps = gaps([place(["sdg-goal-01": 40, "sdg-goal-02": 90])])
    #expect(abs(gaps.need(goals: [1, 2]).low - 0.35) < 1e-12)
    #expect(abs(gaps.need(goals: [1, 2]).high - 0.35) < 1e-12)
    #expect(abs(gaps.need(goals: [1]).high - 0.6) < 1e-12)
    #expect(gaps.need(goals: []) == .unit)
    #expect(gaps.need(goals: [99]) == .unit)
  }

  @Test func missingScoresHaveTheRangeOfFivePeers() {
    func world(_ count: Int) -> [ModelFixtures.Place] {
      [place(["sdg-goal-01": nil], subregion: "here")]
        + (0..<count).map {
          place(["sdg-goal-01": Double(50 + 5 * $0)], iso3: "P\($0)", subregion: "here")
        } + [place(["sdg-goal-01": 1], iso3: "FAR", subregion: "there")]
    }
    let need = gaps(world(5)).need(goals: [1])
    #expect(abs(need.low - 0.3) < 1e-9 && abs(need.high - 0.5) < 1e-9)
    #expect(gaps(world(4)).need(goals: [1]) == .unit)
    let row = gaps(world(5)).evidence[0]
    #expect(row.status == .peerRange && row.year == "2024" && row.source == "figures")
    #expect(abs((row.low ?? 0) - 50) < 1e-9 && abs((row.high ?? 0) - 70) < 1e-9)
    let open = gaps(world(4)).evidence[0]
    #expect(open.status == .missing && open.low == nil && open.high == nil)
  }

  @Test func stalePeersDoNotCount() {
    var peers = (0..<5).map {
      place(["sdg-goal-01": 50], iso3: "P\($0)", subregion: "here")
    }
    peers[0].statuses["sdg-goal-01"] = .stale
    let gaps = gaps([place(["sdg-goal-01": nil], subregion: "here")] + peers)
    #expect(gaps.need(goals: [1]) == .unit)
  }

  @Test func ranksCountTheWiderGaps() {
    let gaps = gaps([place(["sdg-goal-02": 24])])  // as wide as goal 1
    #expect(gaps.ranks[0] == 1 && gaps.ranks[1] == 1 && gaps.ranks[2] == 3)
    #expect(gaps.bestRank(goals: [17, 3]) == 3)
    #expect(gaps.bestRanks(goals: [17, 3]) == StepRange(3))
    #expect(gaps.bestRanks(goals: []) == nil)
  }

  @Test func anUnknownGoalOpensTheRanks() {
    let gaps = gaps([place(["sdg-goal-10": nil])])
    #expect(gaps.bestRanks(goals: [10]) == StepRange(1, 17))
    #expect(gaps.bestRanks(goals: [5]) == StepRange(5, 6))
    #expect(gaps.bestRanks(goals: [5, 10]) == StepRange(1, 6))
    #expect(gaps.ranks[9] == nil && gaps.bestRank(goals: [10]) == nil)
  }

  @Test func landlockedCountriesHaveNoGoalOnOceans() {
    var inland = place(["sdg-goal-14": nil])
    inland.isLandlocked = true
    let gaps = gaps([inland])
    #expect(gaps.bestRanks(goals: [5]) == StepRange(5))
    #expect(gaps.bestRanks(goals: [5, 14]) == StepRange(5))
    #expect(gaps.bestRanks(goals: [14]) == nil)
  }

  @Test func goalsHaveTwoDigits() {
    #expect(SDGGaps.indicator(3) == "sdg-goal-03" && SDGGaps.indicator(17) == "sdg-goal-17")
  }
}
