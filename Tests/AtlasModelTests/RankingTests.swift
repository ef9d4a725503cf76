import Testing

@testable import AtlasModel

@Suite struct RankingTests {
  private static let goods: [PublicGood] = {
    var random = SeededRandom(seed: 71)
    return (0..<40).map { number in
      var good = MadeUpWorld.good(&random)
      good.id = "g\(number)"
      good.standing = number % 10 == 9 ? .delisted : .listed
      good.demand.curatedSensitivity = min(good.demand.curatedSensitivity, 2)
      good.sectors = [good.sector]
      return good
    }
  }()

  private static let places: [ModelFixtures.Place] = {
    var random = SeededRandom(seed: 72)
    return (0..<12).map { _ in MadeUpWorld.country(&random) } + [ModelFixtures.Place()]
  }()

  private static let context = ModelContext(ModelFixtures.catalog(places, goods))

  private func isOrdered(
    _ pairs: [RankedPair], share: Double, key: (RankedPair) -> Int
  ) -> Bool {
    zip(pairs, pairs.dropFirst()).allSatisfy { one, two in
      let classes = [one, two].map { $0.screening.verdict.class.rank ?? -1 }
      let priorities = [one, two].map {
        (1 - share) * $0.screening.fit.range.low + share * $0.need.low
      }
      if classes[0] != classes[1] { return classes[0] > classes[1] }
      if abs(priorities[0] - priorities[1]) > 1e-12 { return priorities[0] > priorities[1] }
      return key(one) < key(two)
    }
  }

  @Test(arguments: WeightPreset.allCases)
  func goodsByClassThenPriorityThenOrder(preset: WeightPreset) {
    let assessor = Assessor(Self.context, settings: ModelSettings(preset: preset))
    for country in Self.places.indices {
      let ranked = assessor.rankGoods(country: country)
      #expect(ranked.count == 36)
      #expect(ranked.allSatisfy { Self.goods[$0.screening.good].standing == .listed })
      #expect(
        isOrdered(ranked, share: preset == .ministry ? 2.0 / 3 : 0.5, key: \.screening.good))
      #expect(ranked.allSatisfy { $0.need == $0.screening.need })
    }
  }

  @Test func countriesByClassThenPriorityThenOrder() {
    let assessor = Assessor(Self.context)
    for good in Self.goods.indices {
      let ranked = assessor.rankCountries(good: good, countries: [3, 1, 7, 12, 5])
      #expect(Set(ranked.map(\.screening.country)) == [3, 1, 7, 12, 5])
      let order = [3, 1, 7, 12, 5]
      #expect(
        isOrdered(ranked, share: 0.5) { order.firstIndex(of: $0.screening.country) ?? 0 })
    }
  }

  @Test func namedNeedsCompeteByTheirOwnGap() throws {
    let assessor = Assessor(Self.context)
    let gaps = assessor.conditions(country: 12).gaps.gaps
    for goal in [1, 9, 17] {
      let filter = try #require(NeedFilter("sdg:\(goal)"))
      let ranked = assessor.rankGoods(country: 12, need: filter)
      #expect(ranked.count == Self.goods.count { $0.standing == .listed && $0.sdgs.contains(goal) })
      #expect(!ranked.isEmpty && ranked.allSatisfy { $0.need == gaps[goal - 1] })
      #expect(isOrdered(ranked, share: 0.5, key: \.screening.good))
    }
    let sector = try #require(NeedFilter("SECTOR:Health"))
    let ranked = assessor.rankGoods(country: 12, need: sector)
    #expect(sector == .sector("health") && !ranked.isEmpty)
    #expect(ranked.allSatisfy { Self.goods[$0.screening.good].sectors.contains("health") })
    #expect(ranked.allSatisfy { $0.need == $0.screening.need })
  }

  @Test func filtersAreReadOrRefused() {
    for text in ["", "sdg", "sdg:", "sdg:0", "sdg:18", "sdg:x", "sector:", "goal:3"] {
      #expect(NeedFilter(text) == nil, "\(text)")
    }
    #expect(NeedFilter("SDG:3") == .goal(3) && NeedFilter("sdg:3")?.text == "sdg:3")
    #expect(NeedFilter("sector:a:b") == .sector("a:b"))
  }

  @Test func cannotSayStandsLast() {
    let ranked = Self.places.indices.flatMap { country in
      Assessor(Self.context).rankGoods(country: country).map(\.screening.verdict.class)
    }
    #expect(
      ranked.contains(.cannotSay) && ranked.contains(.adopt) && ranked.contains(.prepareFirst))
    let one = Assessor(Self.context).rankGoods(country: 0).map(\.screening.verdict.class)
    if let first = one.firstIndex(of: .cannotSay) {
      #expect(one[first...].allSatisfy { $0 == .cannotSay })
    }
  }
}
