extension Scenario {
  /// The choices about the model; weights are brought to a sum of 1.
  public var settings: ModelSettings {
    var settings = ModelSettings(preset: preset, policy: policy, measures: measures)
    if let weights, weights.count == Dimension.allCases.count {
      let sum = weights.reduce(0, +)
      if sum > 0 { settings.weights = weights.map { $0 / sum } }
    }
    if let weakestLink { settings.weakestLink = weakestLink }
    if let equityShare { settings.equityShare = equityShare }
    return settings
  }

  /// Whether the dataset itself is changed, not only the choices about the model.
  public var changesData: Bool { !figures.isEmpty || !facts.isEmpty || !levels.isEmpty }

  /// The dataset with the changes in it, figures and facts marked as the user's own.
  ///
  /// The year of a changed figure or fact is that of the dataset; countries, goods, indicators and
  /// attributes that the dataset lacks are passed over.
  public func applied(to catalog: Catalog) -> Catalog {
    guard changesData else { return catalog }
    var copy = catalog
    let year = ModelContext.year(of: catalog)
    let known = figures.filter {
      catalog.countryPosition($0.iso3) != nil && catalog.indicatorPosition($0.indicator) != nil
    }
    let knownFacts = facts.filter { fact in
      catalog.countryPosition(fact.iso3) != nil
        && catalog.attributes.contains { $0.id == fact.attribute }
    }
    let sources = Self.addSources(
      titled: known.map { Self.title($0.source) } + knownFacts.map { Self.title($0.source) },
      to: &copy)
    for figure in known {
      guard let country = copy.countryPosition(figure.iso3),
        let indicator = copy.indicatorPosition(figure.indicator)
      else { continue }
      copy.replaceObservation(
        country: country, indicator: indicator,
        with: Observation(
          value: figure.value, year: year, status: .own,
          source: sources[Self.title(figure.source)] ?? Self.ownSource))
    }
    for fact in knownFacts {
      guard let country = copy.countryPosition(fact.iso3) else { continue }
      copy.replaceFact(
        country: country, fact.attribute,
        with: Fact(
          value: fact.value, year: String(year),
          source: sources[Self.title(fact.source)] ?? Self.ownSource))
    }
    for level in levels {
      guard let good = copy.goodPosition(level.good) else { continue }
      level.field.set(level.level, in: &copy.goods[good].demand)
    }
    return copy
  }

  /// Adds an own source for each title that the catalog has none for; ids by title.
  ///
  /// They are `own:1` and so on, counting on from own sources already there, as an overlay does.
  private static func addSources(
    titled titles: [String], to catalog: inout Catalog
  ) -> [String: String] {
    let own = catalog.sources.filter { $0.reuse == .own }
    var ids = Dictionary(own.map { ($0.title, $0.id) }, uniquingKeysWith: { a, _ in a })
    var count = own.count { $0.id != Self.ownSource }
    for title in titles where ids[title] == nil {
      if title != Self.ownTitle { count += 1 }
      let id = title == Self.ownTitle ? Self.ownSource : "own:\(count)"
      ids[title] = id
      catalog.add(
        Source(
          id: id, publisher: "own figure", title: title, vintage: "", retrieved: "", address: "",
          terms: "the user's own", reuse: .own, copy: "", note: ""))
    }
    return ids
  }

  /// Title of a source: the user's words.
  private static func title(_ source: String) -> String { source.isEmpty ? ownTitle : source }

  private static let ownTitle = "What-if: figures set by the user"

  /// Id of the source of a what-if figure.
  public static let ownSource = "own:set"
}
