import Testing

@testable import AtlasModel

/// What is shared by countries changes no number: the assessor of single pairs is the reference.
@Suite struct BatchAssessorTests {
  private static let goods: [PublicGood] = {
    var random = SeededRandom(seed: 81)
    return (0..<30).map { number in
      var good = MadeUpWorld.good(&random)
      good.id = "g\(number)"
      good.standing = number % 7 == 6 ? .superseded : .listed
      good.sectors = [good.sector]
      return good
    }
  }()

  private static let places: [ModelFixtures.Place] = {
    var random = SeededRandom(seed: 82)
    return (0..<10).map { _ in MadeUpWorld.country(&random) } + [ModelFixtures.Place()]
  }()

  @Test(arguments: WeightPreset.allCases)
  func ranksAsTheAssessor(preset: WeightPreset) {
    let assessor = Assessor(
      ModelContext(ModelFixtures.catalog(Self.places, Self.goods)),
      settings: ModelSettings(preset: preset, policy: .any))
    let batch = BatchAssessor(assessor)
    let needs: [NeedFilter?] = [nil, .goal(3), .goal(17), .sector(Self.goods[0].sector)]
    for country in Self.places.indices {
      for need in needs {
        let expected = assessor.rankGoods(country: country, need: need).map(\.screening.good)
        #expect(batch.rankGoods(country: country, need: need) == expected)
      }
    }
  }

  @Test func seesThePairsAsTheAssessor() {
    let assessor = Assessor(ModelContext(ModelFixtures.catalog(Self.places, Self.goods)))
    let batch = BatchAssessor(assessor)
    for country in Self.places.indices {
      let goods = [0, 6, 13, 29]
      let seen = batch.insights(country: country, goods: goods)
      for (one, good) in zip(seen, goods) {
        let alone = assessor.insight(country: country, good: good)
        #expect(one.screening == alone.screening)
        #expect(one.precedent == alone.precedent)
        #expect(one.benefits == alone.benefits)
        #expect(one.objections == alone.objections)
        #expect(one.presets.map(\.verdict) == alone.presets.map(\.verdict))
      }
    }
  }
}
