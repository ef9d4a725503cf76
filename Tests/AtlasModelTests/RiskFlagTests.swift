import AtlasModel
import Testing

@Suite struct RiskFlagTests {
  @Test func unknownIsNeverNone() {
    let good = ModelFixtures.good {
      $0.sector = "health"
      $0.demand.curatedSensitivity = 3
      $0.demand.institutional = 2
      $0.demand.connectivity = 3
      $0.demand.literacy = 2
      $0.demand.power = 2
      $0.demand.channels = [.smsUSSD]
      $0.declared = ModelFixtures.declarations([.collectsPersonalData: .yes])
    }
    var place = ModelFixtures.Place(facts: [:])
    place.values = [:]
    let flags = ModelFixtures.screening(place, good).flags
    for id in [FlagID.d1, .d2, .d3, .d4, .d5, .r1, .r2, .r3, .s1, .p1, .p2, .p3, .i1, .f1] {
      #expect(flags[id].severity == nil, "\(id)")
      #expect(flags[id].word == "not-assessed" && !flags[id].isAssessed)
      #expect(flags[id].worst > .none)
    }
    #expect(flags[.e1].word == "critical")
  }

  @Test func openFlagsAreGravestFirst() {
    var random = SeededRandom(seed: 31)
    for _ in 0..<50 {
      let world = MadeUpWorld(&random)
      let open = ModelFixtures.screening(world.place, world.good).flags.open
      for (one, two) in zip(open, open.dropFirst()) {
        #expect((one.worst, one.best) >= (two.worst, two.best))
        if one.worst == two.worst, one.best == two.best { #expect(one.id.index < two.id.index) }
      }
      #expect(open.allSatisfy { $0.worst > .none })
    }
  }

  @Test func measuresAreOfferedFromTheirSeverity() {
    let measures = [
      ModelFixtures.measure("low"), ModelFixtures.measure("critical", from: .critical),
      ModelFixtures.measure("other"),
    ]
    let effects = [
      ModelFixtures.effect("low", .s1, .impact, 1),
      ModelFixtures.effect("critical", .s1, .impact, 1),
      ModelFixtures.effect("other", .p1, .impact, 1),
    ]
    let place = ModelFixtures.Place(["cybersecurity": 60])  // 2 x 3, moderate
    let good = ModelFixtures.good { $0.demand.curatedSensitivity = 3 }
    let catalog = ModelFixtures.catalog([place], [good], measures: measures, effects: effects)
    let assessor = Assessor(catalog: catalog)
    let flags = assessor.screening(good: 0, conditions: assessor.conditions(country: 0)).flags
    #expect(flags[.s1].word == "moderate" && flags[.s1].measures == ["low"])
    #expect(flags[.s1].offers.map(\.measure) == ["low"])
    #expect(flags[.s3].measures == [] && flags[.p1].measures == [])
  }
}
