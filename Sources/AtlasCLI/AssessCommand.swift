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

  @Argument(help: "ISO code, name or alias of the country.") var country: String
  @Argument(help: "Id, name or alias of the good.") var good: String
  @OptionGroup(title: "Model") var pair: PairOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let output = try shared.output.destination(shared.look)
    let session = try Session(shared.data, parts: [.usual, .hash])
    let country = try session.country(country)
    let (insight, data) = try pair.insight(
      session.catalog, country: country, good: try session.good(good))
    let format = shared.output.format
    if format == .json {
      let json = ScreeningJSON(
        insight, catalog: data.catalog, scenario: data.scenario, original: data.original)
      return try output.write(json.value.pretty)
    }
    try output.write(
      data.opened(ScreeningDocument.document(insight, catalog: data.catalog), format),
      rows: FlagsTable.table(insight.screening, catalog: data.catalog), as: format,
      isRaw: shared.output.isRaw)
  }
}
