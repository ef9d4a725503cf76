import AtlasData
import AtlasModel
import AtlasReport

/// A loaded dataset with the options that a command was given.
struct Session {
  /// What is known, with overlay and left-out sources applied.
  let catalog: Catalog
  /// Rows that the loader left out.
  let warnings: [DataIssue]
  private let files: DatasetFiles
  private let isOpenOnly: Bool

  /// Loads the dataset; says on standard error what had to be left out.
  init(_ options: DataOptions, parts: Parts = .usual) throws(Failure) {
    isOpenOnly = options.sources == .open
    let base: Catalog
    do throws(DataError) {
      files = try Self.files(options)
      let dataset = try DatasetLoader.load(files, parts: parts)
      var catalog = dataset.catalog
      if let path = options.overlay {
        try Overlay.read(path: path, catalog: catalog).apply(to: &catalog)
      }
      if isOpenOnly { SourceFilter.openOnly(&catalog) }
      base = catalog
      warnings = dataset.warnings
    } catch {
      throw Failure(error)
    }
    catalog =
      try options.invented.map { name throws(Failure) in
        try LessonFile.invented(name, in: base)
      } ?? base
    Self.report(warnings)
  }

  /// Outlines of countries; nil if the map file cannot be read, which `data check` explains.
  var map: WorldMap? {
    do throws(DataError) {
      return WorldMap(try files.worldMap())
    } catch {
      return nil
    }
  }

  /// Yearly values of one country; nil, and a word on standard error, if the dataset has no series.
  func series(country: Int) throws(Failure) -> SeriesBook? {
    do throws(DataError) {
      let store = try SeriesStore(files, catalog: catalog, openOnly: isOpenOnly, country: country)
      Self.report(store.warnings)
      return SeriesBook { store.series(country: $0, indicator: $1) }
    } catch {
      guard case .missingFile = error else { throw Failure(error) }
      Output.say("warning: \(error), so trends are left out")
      return nil
    }
  }

  /// Yearly values of all countries, read when one is first asked for; without a table there are none.
  var lazySeries: SeriesBook {
    let store = LazySeries(files, catalog: catalog, isOpenOnly: isOpenOnly)
    return SeriesBook { store.value?.series(country: $0, indicator: $1) }
  }

  /// The files of the dataset that options name.
  static func files(_ options: DataOptions) throws(DataError) -> DatasetFiles {
    guard let directory = options.directory else { return .bundled }
    return try DatasetFiles(directory: directory)
  }

  private static func report(_ warnings: [DataIssue]) {
    for warning in warnings.prefix(5) { Output.say("warning: \(warning), so the row is left out") }
    if warnings.count > 5 {
      Output.say("warning: \(warnings.count - 5) more; see `dpg-atlas data check`")
    }
  }

  /// The country that a person names.
  func country(_ name: String) throws(Failure) -> Int {
    try decide(
      CountryFinder(catalog.countries).find(name), name, "country", list: "countries"
    ) { position in
      catalog.countries[position].name + " (" + catalog.countries[position].iso3 + ")"
    }
  }

  /// The good that a person names.
  func good(_ name: String) throws(Failure) -> Int {
    try decide(GoodFinder(catalog.goods).find(name), name, "good", list: "goods") { position in
      catalog.goods[position].name + " (" + catalog.goods[position].id + ")"
    }
  }

  /// The system or good of India's offer that a person names.
  func offer(_ name: String) throws(Failure) -> Offer {
    let finder = OfferFinder(catalog)
    let position = try decide(finder.find(name), name, "system or good of the offer", list: "offer")
    {
      position in
      switch finder.offers[position] {
      case .system(let system):
        catalog.referenceSystems[system].name + " (" + catalog.referenceSystems[system].id + ")"
      case .good(let good): catalog.goods[good].name + " (" + catalog.goods[good].id + ")"
      }
    }
    return finder.offers[position]
  }

  private func decide(
    _ result: FinderResult, _ name: String, _ noun: String, list: String,
    _ words: (Int) -> String
  ) throws(Failure) -> Int {
    let positions: [Int]
    var message: String
    switch result {
    case .found(let position): return position
    case .ambiguous(let several):
      positions = several
      message = "`\(name)` may be more than one \(noun)"
    case .unknown(let nearest):
      positions = nearest
      message = "no \(noun) is called `\(name)`"
    }
    message +=
      positions.isEmpty
      ? "; `dpg-atlas \(list)` lists all of them" : "; did you mean one of these?"
    for position in positions.prefix(10) { message += "\n  " + words(position) }
    if positions.count > 10 { message += "\n  and \(positions.count - 10) more" }
    throw Failure(.usage, message)
  }

  /// The countries or goods that a query finds in a dataset.
  func positions(
    _ subject: Query.Subject, _ text: String, in catalog: Catalog
  ) throws(Failure) -> [Int] {
    let builder = TableBuilder(catalog, subject)
    let query = try query(text, builder.schema)
    do throws(TableError) {
      return try builder.positions(TableRequest(query: query))
    } catch {
      throw Failure(error)
    }
  }

  /// The query that a text stands for; all its problems at once if it has any.
  func query(_ text: String, _ schema: QuerySchema) throws(Failure) -> Query {
    let outcome = QueryParser(schema).parse(text)
    guard !outcome.problems.isEmpty else { return outcome.query }
    let lines = outcome.problems.map { problem in
      let place = String(Array(text)[problem.range])
      let more = problem.expected.count - 20
      let expected =
        problem.expected.isEmpty
        ? ""
        : "; expected " + problem.expected.prefix(20).joined(separator: ", ")
          + (more > 0 ? " and \(more) more" : "")
      return "query, character \(problem.range.lowerBound + 1)"
        + (place.isEmpty ? "" : " (`\(place)`)") + ": \(problem.message)\(expected)"
    }
    throw Failure(.usage, lines.joined(separator: "\n"))
  }
}

extension Failure {
  /// The failure that an error of the data layer amounts to.
  init(_ error: DataError) {
    self.init(Kind(rawValue: error.exitCode) ?? .readOrWrite, error.description)
  }
  /// The failure that a fault in what a table is asked to show amounts to.
  init(_ error: TableError) {
    self.init(.usage, error.description)
  }
}
