public import AtlasModel

/// Yearly values since 2005 of the core indicators; read when a view first asks for a chart.
public struct SeriesStore: Sendable {
  /// One row of the table: consecutive years from one source.
  private struct Run {
    var country: Int
    var indicator: Int
    var first: Int
    var values: Range<Int>
    var status: ValueStatus
    var source: String
  }

  /// Rows that were left out because they break the layout.
  public private(set) var warnings: [DataIssue] = []
  private var runs: [Run] = []
  /// Positions in `runs` by `country * width + indicator`.
  private var index: [Int: [Int]] = [:]
  /// Values of all runs; not a number stands for a gap.
  private var values: [Double] = []
  private let width: Int

  /// Reads `series.csv` against the countries, indicators and sources of a catalog.
  ///
  /// With `openOnly`, rows of sources whose terms restrict reuse are left out. With a country, by
  /// position, the rows of others are passed over unread, faults and all. Throws as
  /// `DatasetLoader.load` does.
  public init(
    _ files: DatasetFiles, catalog: Catalog, openOnly: Bool = false, country: Int? = nil
  ) throws(DataError) {
    width = catalog.indicators.count
    let countries = SymbolTable(catalog.countries.map(\.iso3))
    let indicators = SymbolTable(catalog.indicators.map(\.id))
    let sources = SymbolTable(catalog.sources.map(\.id))
    let ranges = catalog.indicators.map(ValidRange.init)
    let statuses = Words(ValueStatus.self)
    let wanted = country.map { catalog.countries[$0].iso3 }
    var table = try TableReader(.series, files)
    while try table.next() {
      let begin = values.count
      if let wanted, table.peek.text != wanted { continue }
      var run = Run(
        country: table.reference(countries, "a country of countries.csv"),
        indicator: table.reference(indicators, "an indicator of indicators.csv"), first: 0,
        values: begin..<begin, status: .missing, source: "")
      let source = table.reference(sources, "a source of sources.csv")
      run.status = table.word(statuses) ?? .missing
      run.first = table.integer(in: CatalogLoader.years)
      let range = table.isSound ? ranges[run.indicator] : nil
      if !append(table.field(), within: range) {
        table.reject(expected: "valid values with ; between them, starting and ending with one")
      }
      if run.first + values.count - begin - 1 > CatalogLoader.years.upperBound {
        table.reject(expected: "years up to \(CatalogLoader.years.upperBound)")
      }
      guard table.isSound else {
        values.removeLast(values.count - begin)
        continue
      }
      if openOnly, catalog.sources[source].reuse == .restricted { continue }
      run.values = begin..<values.count
      run.source = sources.texts[source]
      index[run.country * width + run.indicator, default: []].append(runs.count)
      runs.append(run)
    }
    warnings = table.issues
  }

  /// The yearly values of an indicator in a country, by positions in the catalog; nil if none.
  ///
  /// Where sources overlap in a year, the better status wins (observed, estimated, derived, stale),
  /// then the earlier row.
  public func series(country: Int, indicator: Int) -> Series? {
    guard let found = index[country * width + indicator] else { return nil }
    var points: [Int: Series.Point] = [:]
    for position in found {
      let run = runs[position]
      for (offset, value) in values[run.values].enumerated() where !value.isNaN {
        let year = run.first + offset
        if let there = points[year], Self.rank(there.status) <= Self.rank(run.status) { continue }
        points[year] = Series.Point(
          year: year, value: value, status: run.status, source: run.source)
      }
    }
    return Series(points: points.values.sorted { $0.year < $1.year })
  }

  /// Appends the values of a field; false if one is no number, out of range, or an outer gap.
  private mutating func append(_ field: CSVField, within range: ValidRange?) -> Bool {
    let items = field.items
    guard let first = items.first, let last = items.last, !first.isEmpty, !last.isEmpty else {
      return false
    }
    for item in items {
      if item.isEmpty {
        values.append(.nan)
      } else if let value = item.decimal, range?.contains(value) ?? true {
        values.append(value)
      } else {
        return false
      }
    }
    return true
  }

  private static func rank(_ status: ValueStatus) -> Int {
    ValueStatus.allCases.firstIndex(of: status) ?? 0
  }
}
