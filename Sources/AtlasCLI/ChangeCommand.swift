public import ArgumentParser
import AtlasData
public import AtlasModel
import AtlasReport

extension VerdictClass: ExpressibleByArgument {}

/// Prints the smallest changes that flip a verdict, and the margin before it falls.
struct ChangeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "change",
    abstract: "Print the smallest changes that flip a verdict, and the margin before it falls.",
    discussion: """
      Single figures, facts and levels of the good; where no single figure does it, several together; \
      the smallest sets of measures; then how much worse a figure may get. Every answer was screened: a \
      hair less of it does not flip the verdict.
      """)

  @Argument(help: "ISO code, name or alias of the country.") var country: String
  @Argument(help: "Id, name or alias of the good.") var good: String

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp(
      "The class to reach, or better; the next better one if none is given.", valueName: "verdict"))
  var target: VerdictClass?

  @OptionGroup(title: "Model") var pair: PairOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if target == .cannotSay || target == .notNow {
      throw ValidationError("--to takes adopt, with-safeguards or prepare-first.")
    }
  }

  func run() throws {
    let output = try shared.output.destination(shared.look)
    let session = try Session(shared.data, parts: [.usual, .hash])
    let (position, item) = try (session.country(country), session.good(good))
    let (insight, data) = try pair.insight(session.catalog, country: position, good: item)
    let current = insight.screening.verdict.class
    if let target, let asked = target.rank, let now = current.rank, asked <= now {
      throw Failure(.usage, "the verdict is \(current.name) already; --to takes a better one")
    }
    let assessor = Assessor(catalog: data.catalog, settings: insight.settings)
    let series = try session.series(country: position)
    var changes = assessor.changes(country: position, good: item, to: target)
    changes.leastCosts = assessor.leastCosts(
      country: position, good: item, changes, series: series)
    let document = ChangeDocument(
      changes, insight: insight, catalog: data.catalog, series: series, notes: data.notes)
    let format = shared.output.format
    if format == .json { return try output.write(document.json.pretty) }
    if format.isRowsOnly { data.announce() }
    try output.write(
      document.document, rows: document.table, as: format, isRaw: shared.output.isRaw)
  }
}
