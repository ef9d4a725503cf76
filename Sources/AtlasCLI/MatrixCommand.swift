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
  @OptionGroup(title: "Model") var model: ModelOptions
  @OptionGroup(title: "Model") var sampling: SamplingOptions
  @Option(help: .hidden) var threads: Int?
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let output = try shared.output.destination(shared.look)
    let session = try Session(shared.data)
    if let benchmark {
      let times = MatrixBenchmark.table(session.catalog, runs: max(1, benchmark))
      return try output.write(times, as: shared.output.format, isRaw: false)
    }
    let data = try model.laid(over: session.catalog)
    let catalog = data.catalog
    let settings = data.scenario.settings
    let rows = try session.positions(.countries, countries, in: catalog)
    let columns = try session.positions(.goods, goods, in: catalog)
    let context = ModelContext(catalog)
    let matrix = MatrixKernel(context, countries: rows, goods: columns).matrix(settings)
    let shares = sampling.options.map { options in
      WorldSampler.shares(
        VerdictSampler(
          context, settings: settings, goods: SampleGoods(context, goods: columns),
          options: options), countries: rows, threads: threads)
    }
    let table = MatrixTable(
      matrix, catalog: catalog, settings: settings, remarks: data.notes, shares: shares ?? [])
    // The text is whole before the first byte is written.
    switch shared.output.format {
    case .table: try output.write(text: table.text(width: output.columns))
    case .csv: try output.write(table.csv(isRaw: shared.output.isRaw))
    case .json: try output.write(table.json)
    case .md: try output.write(table.markdown)
    case .jsonl: try output.write(table.jsonLines)
    case .html:
      guard let page = table.html(output.page) else {
        throw tooMany(table.count, "a page, which holds", MatrixTable.pageLimit)
      }
      try output.write(page)
    case .xlsx: try output.write(bytes: WorkbookFile.bytes(table.workbook.translated(by: .current)))
    case .pdf:
      guard let page = table.page else {
        throw tooMany(table.count, "pages, which hold", MatrixTable.printLimit)
      }
      try output.write(bytes: PaperPages.bytes(page, on: output.paper))
    }
    if !shared.output.format.hasNotes { data.announce() }
    if table.count == 0 { Output.say("No pair is left.") }
  }

  private func tooMany(_ count: Int, _ place: String, _ limit: Int) -> Failure {
    Failure(
      .usage,
      "\(NumberText.grouped(count)) pairs are too many for \(place) "
        + "\(NumberText.grouped(limit)): "
        + "choose with --countries and --goods, or take csv")
  }
}
