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
  public var changesData: Bool { !figures.isEmpty || !levels.isEmpty }

  /// The dataset with the changes in it, figures marked as the user's own.
  ///
  /// The year of a changed figure is that of the dataset; countries, goods and indicators that the
  /// dataset lacks are passed over.
  public func applied(to catalog: Catalog) -> Catalog {
    guard changesData else { return catalog }
    var copy = catalog
    let year = ModelContext.year(of: catalog)
    for figure in figures {
      guard let country = copy.countryPosition(figure.iso3),
        let indicator = copy.indicatorPosition(figure.indicator)
      else { continue }
      copy.replaceObservation(
        country: country, indicator: indicator,
        with: Observation(
          value: figure.value, year: year, status: .own,
          source: Self.sourceID(figure.source, in: &copy)))
    }
    for level in levels {
      guard let good = copy.goodPosition(level.good) else { continue }
      level.field.set(level.level, in: &copy.goods[good].demand)
    }
    return copy
  }

  /// Id of the own source of some words, which is added if the catalog has none: `own:1` and so on,
  /// counting on from own sources already there, as an overlay does.
  private static func sourceID(_ words: String, in catalog: inout Catalog) -> String {
    let title = words.isEmpty ? "Figures set by the user" : words
    let own = catalog.sources.filter { $0.reuse == .own }
    if let known = own.first(where: { $0.title == title }) { return known.id }
    let id = words.isEmpty ? ownSource : "own:\(own.count { $0.id != ownSource } + 1)"
    catalog.add(
      Source(
        id: id, publisher: "own figure", title: title, vintage: "", retrieved: "", address: "",
        terms: "the user's own", reuse: .own, copy: "", note: ""))
    return id
  }

  /// Id of the source of a what-if figure.
  public static let ownSource = "own:set"
}
