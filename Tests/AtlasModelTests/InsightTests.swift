import Testing

@testable import AtlasModel

@Suite struct BenefitTests {
  private func benefits(
    alternatives: Int = 1, uses: [Int] = [], government: Bool = false,
    change: (inout PublicGood) -> Void = { _ in }
  ) -> [Benefit.Kind: Benefit] {
    var places: [ModelFixtures.Place] = []
    for number in 0..<8 {
      var place = ModelFixtures.Place()
      place.iso3 = "P\(number)"
      places.append(place)
    }
    var catalog = ModelFixtures.catalog(
      places, [ModelFixtures.good(change: change)], uses: uses.map { (good: 0, country: $0) })
    for position in catalog.deployments.indices where government {
      catalog.deployments[position].byGovernment = true
    }
    let all = BenefitChecker(catalog: catalog, good: 0, alternatives: alternatives).all
    #expect(all.map(\.kind) == Benefit.Kind.allCases)
    return Dictionary(uniqueKeysWithValues: all.map { ($0.kind, $0) })
  }

  private func answer(_ kind: Benefit.Kind, _ found: [Benefit.Kind: Benefit]) -> Answer? {
    found[kind]?.answer
  }

  @Test func adoptableNeedsDocumentsAndUse() {
    #expect(answer(.adoptable, benefits()) == .no)
    #expect(answer(.adoptable, benefits { $0.documentation = ["d"] }) == .unknown)
    #expect(answer(.adoptable, benefits(uses: [1]) { $0.documentation = ["d"] }) == .yes)
  }

  @Test func varietyNeedsAnAlternative() {
    #expect(answer(.variety, benefits()) == .yes)
    #expect(answer(.variety, benefits(alternatives: 0)) == .no)
    func closed(_ answers: [Declarations.Question: Answer]) -> Answer? {
      answer(.variety, benefits { $0.declared = ModelFixtures.declarations(answers) })
    }
    #expect(closed([.closedDependencies: .yes]) == .no)
    #expect(closed([.closedDependencies: .unknown]) == .unknown)
    #expect(closed([.platformIndependent: .unknown]) == .unknown)
    #expect(closed([.platformIndependent: .no, .closedDependencies: .unknown]) == .no)
  }

  @Test func scalableNeedsFiveCountriesAndAGovernment() {
    #expect(answer(.scalable, benefits()) == .unknown)
    #expect(answer(.scalable, benefits(uses: [0, 1, 2, 3])) == .no)
    #expect(answer(.scalable, benefits(uses: [0, 1, 2, 3, 4])) == .unknown)
    #expect(answer(.scalable, benefits(uses: [0, 1, 2, 3, 4], government: true)) == .yes)
  }

  @Test func adaptableIsNeverSureWithoutLanguages() {
    #expect(answer(.adaptable, benefits()) == .unknown)
    #expect(answer(.adaptable, benefits { $0.licences = ["MIT"] }) == .unknown)
    #expect(answer(.adaptable, benefits { $0.licences = ["CC-BY-ND-4.0"] }) == .no)
  }

  @Test func collaborativeCountsNamesOnce() {
    func organisations(_ names: [String]) -> Answer? {
      answer(
        .collaborative,
        benefits {
          $0.repositories = ["r"]
          $0.organisations = names.map {
            Organisation(name: $0, role: "owner", website: "", record: "2026")
          }
        })
    }
    #expect(organisations(["A", "A"]) == .no && organisations(["A", "B"]) == .yes)
    #expect(organisations([]) == .no)
  }

  @Test func sustainableNeedsAMaintainerAndAListing() {
    func found(_ role: String, _ standing: PublicGood.Standing) -> Answer? {
      answer(
        .sustainable,
        benefits {
          $0.standing = standing
          $0.organisations = [Organisation(name: "A", role: role, website: "", record: "2026")]
        })
    }
    #expect(found("maintainer", .listed) == .yes && found("owner", .listed) == .unknown)
    #expect(found("maintainer", .delisted) == .no && found("owner", .superseded) == .no)
  }

  /// An unanswered question on personal data is not a no.
  @Test func transparentAsksForPrivacyPages() {
    func found(_ collects: Answer, _ pages: [String]) -> Answer? {
      answer(
        .transparent,
        benefits {
          $0.licences = ["MIT"]
          $0.standards = ["FHIR"]
          $0.privacyPages = pages
          $0.declared = ModelFixtures.declarations([.collectsPersonalData: collects])
        })
    }
    #expect(found(.yes, ["p"]) == .yes && found(.yes, []) == .no)
    #expect(found(.no, []) == .yes && found(.unknown, []) == .unknown)
    #expect(found(.unknown, ["p"]) == .yes)
    #expect(answer(.transparent, benefits()) == .no)
  }

  @Test func shareCountsTheUnknownAsUnknown() {
    let checks = [Answer.yes, .no, .unknown, .yes].map {
      Benefit(kind: .variety, checks: [Benefit.Check(text: "", answer: $0, field: "f")])
    }
    #expect(Benefit.share(checks) == Interval(0.5, 0.75))
    #expect(Benefit.share([]) == .unit)
    #expect(Answer.allCases.map(\.opposite) == [.no, .yes, .unknown])
  }
}

@Suite struct ObjectionTests {
  @Test func alwaysThreeStrongestFirst() {
    var random = SeededRandom(seed: 51)
    for _ in 0..<300 {
      let world = MadeUpWorld(&random)
      let assessor = Assessor(catalog: ModelFixtures.catalog([world.place], [world.good]))
      let insight = assessor.insight(country: 0, good: 0)
      let objections = insight.objections
      #expect(objections.count == 3)
      #expect(Set(objections.map(\.basis)).count == 3)
      for (one, two) in zip(objections, objections.dropFirst()) {
        #expect(one.strength >= two.strength)
      }
      #expect(objections.allSatisfy { (0...100).contains($0.strength) && $0.text.hasSuffix(".") })
      // No open flag is graver than the one that is named first.
      let gravest = insight.screening.flags.all.map(\.residualWorst).max() ?? .none
      if gravest == .critical { #expect(objections[0].strength >= 82) }
    }
  }

  @Test func theBestPairHasObjectionsToo() {
    let assessor = Assessor(
      catalog: ModelFixtures.catalog([ModelFixtures.Place()], [ModelFixtures.good()]))
    let insight = assessor.insight(country: 0, good: 0)
    #expect(insight.screening.verdict.class == .adopt && insight.objections.count == 3)
    #expect(insight.objections.map(\.basis) == ["precedent", "need", "data"])
  }

  /// What is named is what is left after the measures.
  @Test func measuresAreTakenIntoAccount() {
    let good = ModelFixtures.good { $0.demand.curatedSensitivity = 4 }
    let place = ModelFixtures.Place(["cybersecurity": 10, "voice": nil])
    let context = ModelContext(
      ModelFixtures.catalog(
        [place], [good], measures: [ModelFixtures.measure("a")],
        effects: [
          ModelFixtures.effect("a", .s1, .impact, 2), ModelFixtures.effect("a", .p2, .impact, 2),
        ]))
    func text(_ taken: [String]) -> [String] {
      Assessor(context, settings: ModelSettings(measures: taken))
        .insight(country: 0, good: 0).objections.map(\.text)
    }
    #expect(text([])[0].hasPrefix("Critical risk: national cyber capacity"))
    #expect(text([])[1].hasPrefix("Up to critical risk"))
    #expect(text(["a"])[0].hasPrefix("High risk: national cyber capacity"))
    #expect(text(["a"])[2].hasPrefix("Up to high risk: data as a weapon"))
  }
}

@Suite struct PresetViewTests {
  @Test func everyStakeholderIsSeenOnce() {
    var random = SeededRandom(seed: 52)
    for _ in 0..<100 {
      let world = MadeUpWorld(&random)
      let context = ModelContext(ModelFixtures.catalog([world.place], [world.good]))
      let settings = ModelSettings(preset: random.pick(WeightPreset.allCases))
      let insight = Assessor(context, settings: settings).insight(country: 0, good: 0)
      #expect(insight.presets.map(\.preset) == WeightPreset.allCases)
      for (preset, verdict) in insight.presets {
        let alone = Assessor(context, settings: settings.with(preset)).screening(
          good: 0, conditions: CountryConditions(context, country: 0))
        #expect(verdict == alone.verdict)
      }
      #expect(
        insight.presetsDisagree == (Set(insight.presets.map(\.verdict.class)).count > 1))
      #expect(insight.dataQuality == 1 - insight.screening.thinness)
    }
  }
}
