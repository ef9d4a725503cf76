public import AtlasModel

/// What a dataset holds, in numbers: rows, vintages, coverage, statuses, terms.
public struct DatasetInfo: Sendable, Equatable {
  /// Rows of one table.
  public struct Table: Sendable, Equatable {
    /// The file.
    public var file: DatasetFile
    /// Lines after the header.
    public var rows: Int
  }

  /// Years and coverage of one indicator.
  public struct Coverage: Sendable, Equatable {
    /// Id of the indicator.
    public var indicator: String
    /// Countries with a value.
    public var countries: Int
    /// Oldest year; nil without any value.
    public var oldest: Int?
    /// Median year, the lower of two.
    public var median: Int?
    /// Newest year.
    public var newest: Int?
  }

  /// Observations with a status.
  public struct StatusCount: Sendable, Equatable {
    /// The status.
    public var status: ValueStatus
    /// Observations that have it.
    public var observations: Int
  }

  /// Sources and observations under a class of terms.
  public struct ReuseCount: Sendable, Equatable {
    /// The class.
    public var reuse: Source.Reuse
    /// Sources of the class.
    public var sources: Int
    /// Observations from those sources.
    public var observations: Int
  }

  /// Name, version, vintage and hash.
  public var identity: Catalog.Identity
  /// Rows by table, in the order of the layout; the map is not a table.
  public var tables: [Table]
  /// Countries in the dataset, the whole that coverage is a part of.
  public var countries: Int
  /// Observations in the dataset.
  public var observations: Int
  /// By indicator, in the order of the catalog.
  public var coverage: [Coverage]
  /// By status, those that occur.
  public var statuses: [StatusCount]
  /// By class of terms, those that occur.
  public var reuse: [ReuseCount]
  /// Rows that the loader left out.
  public var warnings: Int

  /// Counts a dataset; `dataset` must have been loaded from `files` with observations.
  public init(_ files: DatasetFiles, dataset: LoadedDataset) {
    let catalog = dataset.catalog
    identity = catalog.identity
    if identity.hash.isEmpty { identity.hash = files.hash() }
    tables = DatasetFile.allCases.filter { $0 != .worldMap }.map { file in
      Table(file: file, rows: max(0, Self.lines(files[file]) - 1))
    }
    countries = catalog.countries.count
    warnings = dataset.warnings.count
    var byStatus: [ValueStatus: Int] = [:]
    var bySource: [String: Int] = [:]
    coverage = catalog.indicators.indices.map { indicator in
      var years: [Int] = []
      for country in catalog.countries.indices {
        guard let there = catalog.observation(country: country, indicator: indicator) else {
          continue
        }
        years.append(there.year)
        byStatus[there.status, default: 0] += 1
        bySource[there.source, default: 0] += 1
      }
      years.sort()
      return Coverage(
        indicator: catalog.indicators[indicator].id, countries: years.count,
        oldest: years.first, median: years.isEmpty ? nil : years[(years.count - 1) / 2],
        newest: years.last)
    }
    observations = coverage.reduce(0) { $0 + $1.countries }
    statuses = ValueStatus.allCases.compactMap { status in
      byStatus[status].map { StatusCount(status: status, observations: $0) }
    }
    reuse = Source.Reuse.allCases.compactMap { reuse in
      let sources = catalog.sources.filter { $0.reuse == reuse }
      guard !sources.isEmpty else { return nil }
      return ReuseCount(
        reuse: reuse, sources: sources.count,
        observations: sources.reduce(0) { $0 + (bySource[$1.id] ?? 0) })
    }
  }

  private static func lines(_ bytes: FileBytes?) -> Int {
    guard let bytes else { return 0 }
    let breaks = bytes.buffer.count { $0 == CSVReader.lineFeed }
    return breaks + (bytes.buffer.last.map { $0 == CSVReader.lineFeed } ?? true ? 0 : 1)
  }
}
