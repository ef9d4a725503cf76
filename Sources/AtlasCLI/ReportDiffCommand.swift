import ArgumentParser
import AtlasData
import AtlasModel
import AtlasReport
import Glibc

/// Prints which flags move and which verdicts flip between two scenarios or two datasets, and why.
///
/// People write `report diff`; a command of its own keeps its options apart from those of `report`.
struct ReportDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report-diff",
    abstract: "Print which verdicts flip between two scenarios or two datasets, and why.",
    usage: "dpg-atlas report diff <first> <second> [<options>]",
    discussion: """
      Each of the two is a scenario file, a folder in the dataset layout, or `-` for the dataset as it \
      is. A scenario is laid over the dataset that --data names. With csv or jsonl: every pair that \
      flips, a row each.
      """)

  @Argument(help: "A scenario file, a dataset folder, or - for no change.") var first: String
  @Argument(help: "Another one.") var second: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Only countries that this query finds.", valueName: "query"))
  var countries: String = ""

  @Option(
    name: .customLong("goods"), parsing: .unconditional,
    help: ArgumentHelp("Only goods that this query finds.", valueName: "query"))
  var goods: String = ""

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let output = try shared.output.destination(shared.look)
    let (old, new) = try (side(first), side(second))
    let session = new.session
    let comparison = ScreeningComparison(
      old.side, new.side,
      countries: try session.positions(.countries, countries, in: new.side.catalog),
      goods: try session.positions(.goods, goods, in: new.side.catalog))
    var sections = comparison.sections
    if old.isScenario, new.isScenario {
      let changes = ScenarioChanges.difference(
        old.scenario, new.scenario, names: (old.side.name, new.side.name),
        catalog: session.catalog, isForPeople: shared.output.format.isForPeople)
      sections.insert(Document.Section("What differs", [.table(changes)]), at: 0)
    }
    let document = Document(
      title: "What flips between two screenings",
      subtitle: "\(old.side.name) and \(new.side.name)", sections: sections,
      notes: [ScreeningWords.caution])
    try output.write(
      document, rows: comparison.table, as: shared.output.format, isRaw: shared.output.isRaw)
  }

  /// One of the two, read.
  private struct Read {
    var side: ScreeningComparison.Side
    var scenario = Scenario()
    var session: Session
    var isScenario: Bool
  }

  private func side(_ path: String) throws(Failure) -> Read {
    var status = stat()
    let isFolder = stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    var data = shared.data
    if isFolder { data.directory = path }
    let session = try Session(data, parts: [.usual, .hash])
    guard !isFolder, path != "-" else {
      let name = session.catalog.identity.words
      return Read(
        side: .init(name, session.catalog, ModelSettings()), session: session,
        isScenario: !isFolder)
    }
    let scenario = try ScenarioOption.read(path, session.catalog)
    return Read(
      side: .init(
        scenario.name.isEmpty ? path : "\(scenario.name) (\(path))",
        scenario.applied(to: session.catalog), scenario.settings), scenario: scenario,
      session: session, isScenario: true)
  }
}
