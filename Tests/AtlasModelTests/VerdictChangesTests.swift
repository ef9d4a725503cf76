import Testing

@testable import AtlasModel

/// Every answer is tried on a dataset that is changed as a scenario changes it: with it the verdict
/// flips, a hair before it does not.
@Suite struct VerdictChangesTests {
  private static let pairs: [(String, String)] = [
    ("UGA", "dhis2"), ("KEN", "oky"), ("SSD", "oky"), ("IND", "mosip"), ("EST", "x-road"),
    ("FJI", "kolibri"), ("NGA", "openg2p"), ("PER", "opencrvs"), ("AFG", "odk"), ("BRA", "decidim"),
    ("LAO", "mojaloop"), ("ATA", "oky"), ("PRK", "dhis2"), ("DEU", "oky"),
  ]

  private static func rank(
    _ scenario: Scenario, _ country: Int, _ good: Int, facts: [FactChange] = []
  ) -> Int {
    var catalog = scenario.applied(to: BundledCatalog.catalog)
    for fact in facts {
      catalog.replaceFact(
        country: country, fact.attribute, with: Fact(value: fact.to, year: "2026", source: "own"))
    }
    let insight = Assessor(catalog: catalog, settings: scenario.settings)
      .insight(country: country, good: good)
    return insight.screening.verdict.class.rank ?? -1
  }

  private static func scenario(_ country: Int, _ figures: [(Int, Double)]) -> Scenario {
    var scenario = Scenario()
    for (indicator, value) in figures {
      scenario.set(
        Scenario.Figure(
          iso3: BundledCatalog.catalog.countries[country].iso3,
          indicator: BundledCatalog.catalog.indicators[indicator].id, value: value))
    }
    return scenario
  }

  @Test(arguments: pairs)
  func everyAnswerFlipsAndAHairLessDoesNot(iso3: String, id: String) throws {
    let catalog = BundledCatalog.catalog
    let country = try #require(catalog.countryPosition(iso3))
    let good = try #require(catalog.goodPosition(id))
    let changes = Assessor(catalog: catalog).changes(country: country, good: good)
    let now = Self.rank(Scenario(), country, good)
    #expect(changes.current.rank ?? -1 == now)
    let goal = changes.target?.rank ?? 4
    #expect(goal > now)
    func isUp(_ change: FigureChange) -> Bool {
      catalog.indicators[change.indicator].direction == .higherBetter
    }
    for change in changes.figures {
      #expect(
        Self.rank(Self.scenario(country, [(change.indicator, change.to)]), country, good) >= goal)
      guard !change.confirms else { continue }
      let less = change.to + (isUp(change) ? -1e-9 : 1e-9)
      #expect(Self.rank(Self.scenario(country, [(change.indicator, less)]), country, good) < goal)
    }
    for change in changes.demands {
      func rank(_ level: Int) -> Int {
        var scenario = Scenario()
        scenario.set(Scenario.Level(good: id, field: change.field, level: level))
        return Self.rank(scenario, country, good)
      }
      #expect(rank(change.to) >= goal && rank(change.to + 1) < goal)
    }
    for set in changes.measures {
      var scenario = Scenario()
      scenario.measures = set
      #expect(Self.rank(scenario, country, good) >= goal)
      for measure in set {
        scenario.measures = set.filter { $0 != measure }
        #expect(Self.rank(scenario, country, good) < goal)
      }
    }
    for fact in changes.facts {
      #expect(Self.rank(Scenario(), country, good, facts: [fact]) >= goal)
    }
    let together = changes.together.map { ($0.indicator, $0.to) }
    if !together.isEmpty {
      #expect(
        Self.rank(Self.scenario(country, together), country, good, facts: changes.togetherFacts)
          >= goal)
      for (place, change) in changes.together.enumerated() where !change.confirms {
        var less = together
        less[place].1 += isUp(change) ? -1e-9 : 1e-9
        #expect(
          Self.rank(Self.scenario(country, less), country, good, facts: changes.togetherFacts)
            < goal)
      }
    }
    for change in changes.margins {
      #expect(
        Self.rank(Self.scenario(country, [(change.indicator, change.to)]), country, good) < now)
      let less = change.to + (isUp(change) ? 1e-9 : -1e-9)
      #expect(Self.rank(Self.scenario(country, [(change.indicator, less)]), country, good) >= now)
    }
  }

  /// The least cost flips the verdict, a hair less of one figure does not, and no order in which figures
  /// are taken back from their best values ends cheaper.
  @Test(arguments: pairs)
  func theLeastCostIsTheLeast(iso3: String, id: String) throws {
    let catalog = BundledCatalog.catalog
    let country = try #require(catalog.countryPosition(iso3))
    let good = try #require(catalog.goodPosition(id))
    let assessor = Assessor(catalog: catalog)
    let changes = assessor.changes(country: country, good: good)
    guard let goal = changes.target?.rank else { return }
    let series = SeriesBook { _, indicator in
      // A pace of its own for every figure: half a point a year for each third, and so on.
      let up = catalog.indicators[indicator].direction == .higherBetter ? 1.0 : -1
      let pace = Double(indicator % 5) * 0.5 * up
      return Series(points: [
        Series.Point(year: 2020, value: 50, status: .observed, source: "test"),
        Series.Point(year: 2024, value: 50 + 4 * pace, status: .observed, source: "test"),
      ])
    }
    for least in assessor.leastCosts(country: country, good: good, changes, series: series) {
      let chosen = least.figures.map { ($0.indicator, $0.to) }
      #expect(
        Self.rank(Self.scenario(country, chosen), country, good, facts: least.facts) >= goal)
      for (place, change) in least.figures.enumerated() where !change.confirms {
        let isUp = catalog.indicators[change.indicator].direction == .higherBetter
        var less = chosen
        less[place].1 += isUp ? -1e-9 : 1e-9
        #expect(
          Self.rank(Self.scenario(country, less), country, good, facts: least.facts) < goal)
      }
      guard least.cost != .years else {
        let far = least.figures.compactMap { change in
          change.distance.map { $0 / (Double(change.indicator % 5) * 0.5) }
        }
        #expect((far.filter(\.isFinite).max() ?? 0) <= least.total + 1e-6)
        continue
      }
      var space = ChangeSpace(assessor, country: country, good: good, goal: goal)
      for fact in least.facts { space.settle(fact) }
      let rates = space.axes.map {
        least.cost == .points
          ? $0.candidate.points(catalog) : $0.candidate.people(catalog, country: country)
      }
      var random = SeededRandom(seed: 7)
      for _ in 0..<3 {
        // The values of a random order: each is taken back as far as the others then allow.
        var order = Array(space.axes.indices)
        order.shuffle(using: &random)
        var distances: [Double?] = zip(space.axes, rates).map { $1 == nil ? nil : $0.length }
        for place in order where distances[place] != nil {
          var (low, high) = (0.0, space.axes[place].length)
          while high - low > 1e-4 * space.axes[place].length {
            let middle = (low + high) / 2
            distances[place] = middle
            if space.flips(distances) { high = middle } else { low = middle }
          }
          distances[place] = 0
          if !space.flips(distances) { distances[place] = high }
        }
        let holds = space.flips(distances)
        #expect(holds)
        var cost = 0.0
        for (rate, distance) in zip(rates, distances) { cost += (rate ?? 0) * (distance ?? 0) }
        #expect(cost >= least.total * (1 - 1e-6) - 1e-6, "\(iso3) \(id) \(least.cost)")
      }
    }
  }

  @Test func whatCannotBeReachedIsSaid() throws {
    let catalog = BundledCatalog.catalog
    let country = try #require(catalog.countryPosition("UGA"))
    let good = try #require(catalog.goodPosition("dhis2"))
    let changes = Assessor(catalog: catalog).changes(country: country, good: good, to: .adopt)
    #expect(changes.target == .adopt)
    #expect(changes.figures.isEmpty)
    // The steward of the good is no figure of the country.
    #expect(changes.isOutOfReach && changes.together.isEmpty)
    let best = Assessor(catalog: catalog).changes(
      country: try #require(catalog.countryPosition("EST")),
      good: try #require(catalog.goodPosition("x-road")))
    #expect(best.current == .adopt && best.target == nil && best.figures.isEmpty)
    #expect(!best.margins.isEmpty)
  }
}
