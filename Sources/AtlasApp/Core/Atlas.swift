public import AtlasModel
import AtlasReport

/// The dataset with what the explorer works out of it once, shared by all views.
public struct Atlas: Sendable {
  /// The dataset; under a what-if, with its changes.
  public let catalog: Catalog
  /// The model; under a what-if, with its choices.
  public let assessor: Assessor
  /// Outlines of countries; nil if the dataset has none that can be read.
  public let map: WorldMap?
  /// Yearly values since 2005, read when a view first asks; nil if the dataset has none.
  public let series: SeriesBook?
  /// Rows that were skipped on loading.
  public let warningCount: Int
  /// What is drawn for the certainty of a verdict; nil for nothing.
  public let sampling: SampleOptions?
  /// Positions of the countries in the order of their names.
  let countryOrder: [Int]
  /// Where a country's single dot belongs on the map; nil if nobody knows.
  let anchors: [WorldMap.Place?]

  /// Prepares a dataset.
  ///
  /// - Parameters:
  ///   - catalog: The dataset.
  ///   - map: Outlines of countries; without them the map is a list.
  ///   - series: Yearly values; without them the map shows the newest only.
  ///   - warningCount: Rows that were skipped on loading.
  ///   - sampling: What is drawn for the certainty of a verdict; nil for nothing.
  public init(
    catalog: Catalog, map: WorldMap? = nil, series: SeriesBook? = nil, warningCount: Int = 0,
    sampling: SampleOptions? = nil
  ) {
    self.sampling = sampling
    self.catalog = catalog
    self.map = map
    self.series = series
    self.warningCount = warningCount
    assessor = Assessor(catalog: catalog)
    anchors = catalog.countries.map { country in
      if let anchor = map?.anchors[country.iso3] { return anchor }
      guard let longitude = country.longitude, let latitude = country.latitude else { return nil }
      return WorldMap.Place(longitude: Float(longitude), latitude: Float(latitude))
    }
    let names = catalog.countries.map { TextFolding.fold($0.name) }
    countryOrder = catalog.realCountries.sorted {
      names[$0] == names[$1] ? $0 < $1 : names[$0].lexicographicallyPrecedes(names[$1])
    }
  }

  private init(_ base: Atlas, catalog: Catalog, assessor: Assessor) {
    self.catalog = catalog
    self.assessor = assessor
    map = base.map
    series = base.series
    warningCount = base.warningCount
    sampling = base.sampling
    countryOrder = base.countryOrder
    anchors = base.anchors
  }

  /// The same with another catalog, such as one with an invented country behind the others.
  func holding(_ catalog: Catalog) -> Atlas {
    Atlas(
      catalog: catalog, map: map,
      series: series.map { book in
        // What the files have no rows for has no series.
        let known = self.catalog.countries.count
        return SeriesBook { $0 < known ? book.series(country: $0, indicator: $1) : nil }
      }, warningCount: warningCount, sampling: sampling)
  }

  /// The same dataset under the changes of a what-if.
  func under(_ scenario: Scenario) -> Atlas {
    guard scenario.changesData else {
      return Atlas(
        self, catalog: catalog,
        assessor: Assessor(assessor.context, settings: scenario.settings))
    }
    let changed = scenario.applied(to: catalog)
    return Atlas(
      self, catalog: changed, assessor: Assessor(catalog: changed, settings: scenario.settings))
  }
}

/// Tables of the dataset, made when a view first asks for one and kept.
struct Library: Sendable {
  private var builders: [Query.Subject: TableBuilder] = [:]
  private let figures: [Scenario.Figure]
  private let facts: [Scenario.OwnFact]
  private let levels: [Scenario.Level]

  /// Starts without tables, for the dataset under the changes of a scenario.
  init(_ scenario: Scenario = Scenario()) {
    figures = scenario.figures
    facts = scenario.facts
    levels = scenario.levels
  }

  /// Whether a scenario changes the dataset in another way than the tables were made for.
  func isStale(_ scenario: Scenario) -> Bool {
    figures != scenario.figures || facts != scenario.facts || levels != scenario.levels
  }

  /// The table of a subject.
  mutating func builder(_ subject: Query.Subject, _ catalog: Catalog) -> TableBuilder {
    if let builder = builders[subject] { return builder }
    let builder = TableBuilder(catalog, subject)
    builders[subject] = builder
    return builder
  }
}
