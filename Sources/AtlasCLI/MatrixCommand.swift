import ArgumentParser
import AtlasData
import AtlasModel
import AtlasReport

/// Prints every pair of countries and goods, one row each.
struct MatrixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "matrix",
    abstract: "Screen every country against every good: one row a pair.",
    discussion: """
      The severities are those before measures; measures that are applied count in the verdict. \
      Goods that were delisted or superseded are left out unless the query names status.
      """)

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Only countries that this query finds.", valueName: "query"))
  var countries: String = ""

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Only goods that this query finds.", valueName: "query"))
  var goods: String = ""

  @Option(help: .hidden) var benchmark: Int?
  @OptionGroup(title: "Model") var settings: SettingsOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let output = try shared.output.destination(shared.look)
    let session = try Session(shared.data)
    let catalog = session.catalog
    if let benchmark {
      let times = MatrixBenchmark.table(catalog, runs: max(1, benchmark))
      return try output.write(times, as: shared.output.format, isRaw: false)
    }
    let settings = try settings.settings(catalog)
    let rows = try Self.positions(.countries, countries, session)
    let columns = try Self.positions(.goods, goods, session)
    let matrix = MatrixKernel(ModelContext(catalog), countries: rows, goods: columns)
      .matrix(settings)
    let table = MatrixTable(matrix, catalog: catalog, settings: settings)
    // The text is whole before the first byte is written.
    switch shared.output.format {
    case .table: try output.write(text: table.text(width: output.columns))
    case .csv: try output.write(table.csv(isRaw: shared.output.isRaw))
    case .json: try output.write(table.json)
    case .md: try output.write(table.markdown)
    case .jsonl: try output.write(table.jsonLines)
    }
    if table.count == 0 { Output.say("No pair is left.") }
  }

  private static func positions(
    _ subject: Query.Subject, _ text: String, _ session: Session
  ) throws(Failure) -> [Int] {
    let builder = TableBuilder(session.catalog, subject)
    let query = try session.query(text, builder.schema)
    do throws(TableError) {
      return try builder.positions(TableRequest(query: query))
    } catch {
      throw Failure(.usage, error.description)
    }
  }
}
