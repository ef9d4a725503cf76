import AtlasModel
import AtlasReport
import AtlasScreen

/// What the map shows of the selected country, in words; flags stand before everything of a good.
struct MapWords {
  /// The country with its value.
  let value: String
  /// Where the value comes from.
  let source: String
  /// Year, status and source in few columns.
  let origin: String

  /// Words for a line of some columns.
  init(_ map: MapState, _ state: AppState, columns: Int = Rect.bound) {
    let catalog = state.atlas.catalog
    guard let colour = map.colour, catalog.countries.indices.contains(map.selected) else {
      self.init("This dataset has no indicator.", "", "")
      return
    }
    let country = catalog.countries[map.selected]
    let name = "\(country.name) (\(country.iso3)): "
    if let screening = map.screening(state) {
      self.init(colour, screening, catalog, name: name, columns: columns)
    } else if let indicator = colour.indicator, let year = map.year {
      self.init(
        name, map.years?.point(map.selected, year: year), year, catalog, indicator: indicator)
    } else if let indicator = colour.indicator {
      self.init(
        name, catalog.observation(country: map.selected, indicator: indicator), catalog,
        indicator: indicator)
    } else {
      self.init("", "", "")
    }
  }

  private init(_ value: String, _ source: String, _ origin: String) {
    (self.value, self.source, self.origin) = (value, source, origin)
  }

  /// The newest figure.
  private init(_ name: String, _ found: Observation?, _ catalog: Catalog, indicator: Int) {
    guard let found else {
      self.init(
        name + "unknown, no figure in the dataset", "No source. Unknown is not zero.",
        "no figure; unknown is not zero")
      return
    }
    let figure = Self.figure(found.value, catalog.indicators[indicator])
    let status = EvidenceWords.statusName(found.status)
    self.init(
      found.status.isUsable
        ? name + figure + ", \(found.year), " + status
        : name + "unknown today; \(figure) in \(found.year) is too old to count",
      Self.source(found.source, catalog), "\(found.year), \(status), \(found.source)")
  }

  /// The value of a year.
  private init(
    _ name: String, _ point: Series.Point?, _ year: Int, _ catalog: Catalog, indicator: Int
  ) {
    guard let point else {
      self.init(
        name + "unknown in \(year), no value of that year in the dataset",
        "No value is carried over from another year.", "no value in \(year)")
      return
    }
    let status = point.status == .stale ? "" : ", " + EvidenceWords.statusName(point.status)
    self.init(
      name + Self.figure(point.value, catalog.indicators[indicator]) + ", \(year)" + status,
      Self.source(point.source, catalog), "\(year)\(status), \(point.source)")
  }

  /// A number of a good, behind the counts of its flags.
  private init(
    _ colour: MapColour, _ screening: Screening, _ catalog: Catalog, name: String, columns: Int
  ) {
    let long = "flags " + ScreeningWords.flagSummary(screening.flags)
    let short = "flags " + ScreeningWords.flagCounts(screening.flags)
    let own: String
    let source: String
    switch colour {
    case .indicator: (own, source) = ("", "")
    case .fit:
      own = "; fit " + RangeWords.share(screening.fit.range)
      source = Self.leastMet(screening.fit, catalog)
    case .need:
      own = "; need " + RangeWords.share(screening.need)
      source = Self.first(screening.needEvidence, catalog) ?? "The good claims no goal."
    case .flag(let id, _):
      let flag = screening.flags[id]
      own = "; \(id.rawValue) " + ScreeningWords.severity(flag)
      source = Self.first(flag.evidence, catalog) ?? "Rests on the record of the good."
    case .verdict:
      own = "; verdict of the screening: " + screening.verdict.class.name
      source = screening.verdict.reason
    }
    let full = name + long + own
    self.init(full.columns <= columns - 2 ? full : name + short + own, source, source)
  }

  private static func figure(_ value: Double, _ record: Indicator) -> String {
    let unit = record.unit
    let isScale = unit.hasPrefix("score ") || unit.hasPrefix("index ")
    return EvidenceWords.number(value) + (isScale ? " (\(unit))" : " " + unit)
  }

  private static func source(_ id: String, _ catalog: Catalog) -> String {
    let record = catalog.source(id)
    return "Source: " + (record.map { "\($0.publisher), \($0.title)" } ?? "") + " [\(id)]"
  }

  private static func first(_ rows: [Evidence], _ catalog: Catalog) -> String? {
    rows.first.map { EvidenceWords.long($0, catalog: catalog) }
  }

  /// The dimension that costs most fit, with what it reads first.
  private static func leastMet(_ fit: FitScore, _ catalog: Catalog) -> String {
    guard let least = fit.dimensions.max(by: { $0.lossShare < $1.lossShare }),
      least.lossShare > 0
    else { return "All demands are met." }
    let rows = first(least.evidence, catalog).map { ": " + $0 } ?? ""
    return "Least met: \(least.dimension.rawValue) " + RangeWords.compact(least.adequacy) + rows
  }
}
