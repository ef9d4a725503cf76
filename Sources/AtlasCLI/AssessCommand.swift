import ArgumentParser
import AtlasData
import AtlasModel
import AtlasReport

/// Prints one screening: flags first, the verdict last.
struct AssessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess",
    abstract: "Screen one good against one country: flags first, the verdict last.",
    discussion: "With csv or jsonl: one row a flag with its severity and figures.")

  @OptionGroup var pair: PairOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let output = try shared.output.destination(shared.look)
    let session = try Session(shared.data, parts: [.usual, .hash])
    let (insight, catalog) = try pair.insight(session)
    if shared.output.format == .json {
      let changes = try pair.changes.parsed(catalog)
      try output.write(ScreeningJSON(insight, catalog: catalog, changes: changes).value.pretty)
      return
    }
    try output.write(
      ScreeningDocument.document(insight, catalog: catalog),
      rows: FlagsTable.table(insight.screening, catalog: catalog), as: shared.output.format,
      isRaw: shared.output.isRaw)
  }
}
