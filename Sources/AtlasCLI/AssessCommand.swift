import ArgumentParser
import AtlasData
import AtlasModel
import AtlasReport

/// Prints one screening: flags first, the verdict last.
struct AssessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess",
    abstract: "Screen one good against one country: flags first, then fit, need and verdict.",
    discussion: "With csv or jsonl: one row a flag with its severity and figures.")

  @Argument(help: "ISO code, name or alias of the country.") var country: String
  @Argument(help: "Id, name or alias of the good.") var good: String
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let output = try shared.output.destination(shared.look)
    let session = try Session(shared.data, parts: [.usual, .organisations, .hash])
    let assessor = Assessor(catalog: session.catalog)
    let country = try session.country(country)
    let good = try session.good(good)
    let screening = assessor.screening(
      good: good, conditions: assessor.conditions(country: country))
    if shared.output.format == .json {
      try output.write(ScreeningJSON(screening, catalog: session.catalog).value.pretty)
      return
    }
    try output.write(
      ScreeningDocument.document(screening, catalog: session.catalog),
      rows: FlagsTable.table(screening, catalog: session.catalog), as: shared.output.format,
      isRaw: shared.output.isRaw)
  }
}
