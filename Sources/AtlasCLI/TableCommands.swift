import ArgumentParser
import AtlasData
import AtlasModel
import AtlasReport

/// Which rows and columns a table shows.
struct TableOptions: ParsableArguments {
  @Option(
    name: .customLong("where"), parsing: .unconditional,
    help: ArgumentHelp(
      "Show the rows for which a query holds, such as 'region:africa internet<50'.",
      valueName: "query"))
  var query: String = ""

  @Option(help: ArgumentHelp("Sort by a column.", valueName: "column[:desc]"))
  var sort: String?

  @Option(help: ArgumentHelp("Show these columns, or `all`.", valueName: "a,b"))
  var columns: String?

  @Option(
    help: ArgumentHelp(
      "Count the values of a column instead, each with the query that finds its rows.",
      valueName: "column"))
  var frequency: String?

  @Flag(help: "Describe the columns instead: how many rows are known, least, median, greatest.")
  var describe = false

  func validate() throws {
    guard frequency != nil || describe else { return }
    guard frequency == nil || !describe else {
      throw ValidationError("--frequency and --describe do not go together.")
    }
    guard sort == nil else {
      throw ValidationError("--sort does not go with --frequency or --describe.")
    }
    guard frequency == nil || columns == nil else {
      throw ValidationError("--frequency names its one column itself, without --columns.")
    }
  }

  /// The order asked for.
  func order() throws(Failure) -> TableRequest.Sort? {
    guard let sort else { return nil }
    let parts = sort.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let isKnown = parts.count == 1 || (parts.count == 2 && ["asc", "desc"].contains(parts[1]))
    guard isKnown, !parts[0].isEmpty else {
      throw Failure(.usage, "--sort `\(sort)`: expected COLUMN, COLUMN:asc or COLUMN:desc")
    }
    return TableRequest.Sort(parts[0], isDescending: parts.last == "desc" && parts.count == 2)
  }

  /// The columns asked for.
  func names(_ builder: TableBuilder) throws(Failure) -> [String] {
    columns == "all" ? builder.columns.map(\.id) : try names()
  }

  /// The columns asked for, as they were written.
  func names() throws(Failure) -> [String] {
    guard let columns else { return [] }
    let names = columns.split(separator: ",", omittingEmptySubsequences: false).map { name in
      String(name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    guard names.allSatisfy({ !$0.isEmpty }) else {
      throw Failure(.usage, "--columns `\(columns)`: expected names separated by commas")
    }
    return names
  }

  /// Prints a table of a dataset.
  func run(
    _ subject: Query.Subject, _ options: SharedOptions, parts: Parts = .usual,
    showsAll: Bool = false, scenario: ScenarioOption? = nil
  ) throws(Failure) {
    let output = try options.output.destination(options.look)
    let order = try order()
    let session = try Session(options.data, parts: parts)
    let data = try scenario?.laid(over: session.catalog)
    let builder = TableBuilder(data?.catalog ?? session.catalog, subject)
    let request = TableRequest(
      query: try session.query(query, builder.schema), sort: order, columns: try names(builder),
      showsAll: showsAll)
    var table: ReportTable
    let isEmpty: Bool
    do throws(TableError) {
      table = try self.table(builder, request)
      isEmpty = describe ? try builder.positions(request).isEmpty : table.rows.isEmpty
    } catch {
      throw Failure(error)
    }
    if let data { table = data.noted(table, options.output.format) }
    try output.write(table, as: options.output.format, isRaw: options.output.isRaw)
    if isEmpty { Output.say(emptiness(builder, request)) }
  }

  private func table(
    _ builder: TableBuilder, _ request: TableRequest
  ) throws(TableError) -> ReportTable {
    if let frequency {
      return try FrequencyTable.table(builder: builder, column: frequency, request: request)
    }
    if describe { return try DescribeTable.table(builder: builder, request: request) }
    return try builder.table(request)
  }

  /// Says which part of the query removed the last row.
  private func emptiness(_ builder: TableBuilder, _ request: TableRequest) -> String {
    guard let term = builder.emptyingTerm(request.query) else { return "No row is left." }
    return "No row is left: `\(term)` removed the last one."
  }
}

/// Prints the table of countries.
struct CountriesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "countries", abstract: "Print the table of countries.")

  @OptionGroup var table: TableOptions
  @OptionGroup(title: "Model") var scenario: ScenarioOption
  @OptionGroup var shared: SharedOptions

  func run() throws { try table.run(.countries, shared, scenario: scenario) }
}

/// Prints the table of goods.
struct GoodsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "goods", abstract: "Print the table of digital public goods.",
    discussion: "Goods that were delisted or superseded are left out unless the query names status."
  )

  @OptionGroup var table: TableOptions
  @Flag(help: "Show delisted and superseded goods too.") var all = false
  @OptionGroup(title: "Model") var scenario: ScenarioOption
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try table.run(.goods, shared, showsAll: all, scenario: scenario)
  }
}

/// Prints the table of indicators.
struct IndicatorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "indicators", abstract: "Print the table of indicators.")

  @OptionGroup var table: TableOptions
  @OptionGroup var shared: SharedOptions

  func run() throws { try table.run(.indicators, shared, parts: .observations) }
}

/// Prints the table of sources.
struct SourcesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources", abstract: "Print the table of sources and their terms.")

  @OptionGroup var table: TableOptions
  @OptionGroup var shared: SharedOptions

  func run() throws { try table.run(.sources, shared, parts: .observations) }
}

/// Prints the table of measures.
struct MeasuresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measures", abstract: "Print the table of measures against risks.")

  @OptionGroup var table: TableOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try table.run(.measures, shared, parts: [.observations, .measures, .phases])
  }
}
