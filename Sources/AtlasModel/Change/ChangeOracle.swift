/// Screens one pair again and again, with figures, facts, levels and measures changed and put back.
struct ChangeOracle {
  /// Position of the country.
  let country: Int
  /// Position of the good.
  let good: Int
  /// Choices about the model; measures are changed here.
  var settings: ModelSettings
  private var context: ModelContext
  private let year: Int

  init(_ assessor: Assessor, country: Int, good: Int) {
    self.country = country
    self.good = good
    settings = assessor.settings
    context = assessor.context
    year = assessor.context.referenceYear
  }

  var catalog: Catalog { context.catalog }

  /// The screening as things are.
  func screening() -> Screening {
    let assessor = Assessor(context, settings: settings)
    let conditions = assessor.conditions(country: country, explains: false)
    return assessor.screening(good: good, conditions: conditions, explains: false)
  }

  /// The verdict as things are.
  func verdict() -> Verdict { screening().verdict }

  /// Rank of the class shown, 3 for Adopt; -1 is Cannot say, which is below all others.
  func rank() -> Int { verdict().class.rank ?? -1 }

  /// Puts a recent figure of its own in place of one, or what was there before.
  mutating func set(_ indicator: Int, _ observation: Observation?) {
    context.catalog.replaceObservation(country: country, indicator: indicator, with: observation)
  }

  /// A figure as a scenario sets it.
  func own(_ value: Double) -> Observation {
    Observation(value: value, year: year, status: .own, source: Scenario.ownSource)
  }

  /// Sets figures for one question and puts them back.
  mutating func rank(with figures: [(indicator: Int, value: Double)]) -> Int {
    let before = figures.map { catalog.observation(country: country, indicator: $0.indicator) }
    for figure in figures { set(figure.indicator, own(figure.value)) }
    defer { for (figure, old) in zip(figures, before) { set(figure.indicator, old) } }
    return rank()
  }

  /// Sets a fact; nil takes it away.
  mutating func set(_ attribute: String, _ fact: Fact?) {
    context.catalog.replaceFact(country: country, attribute, with: fact)
  }

  /// A fact as this program would set it.
  func ownFact(_ value: String) -> Fact {
    Fact(value: value, year: String(year), source: Scenario.ownSource)
  }

  /// What the good asks.
  var demand: DemandProfile {
    get { context.catalog.goods[good].demand }
    set { context.catalog.goods[good].demand = newValue }
  }
}
