import ArgumentParser
import AtlasData
import AtlasReport

/// Prints the profile of one country.
struct CountryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "country", abstract: "Print the profile of one country.",
    discussion: "With csv or jsonl: every figure with year, status, source and peers.")

  @Argument(help: "ISO code, name or alias in any bundled language.") var name: String
  @OptionGroup(title: "Model") var scenario: ScenarioOption
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let output = try shared.output.destination(shared.look)
    let session = try Session(shared.data, parts: [.usual, .agreements, .references])
    let country = try session.country(name)
    let data = try scenario.laid(over: session.catalog)
    let format = shared.output.format
    let hasTrends = !format.isRowsOnly
    let document = CountryProfile.document(
      data.catalog, country, series: hasTrends ? try session.series(country: country) : nil,
      isForPeople: !format.hasNumbers)
    try output.write(
      data.opened(document, format),
      rows: CountryProfile.table(data.catalog, country), as: format, isRaw: shared.output.isRaw)
  }
}

/// Prints the profile of one good.
struct GoodCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "good", abstract: "Print the profile of one digital public good.",
    discussion: "With csv or jsonl: one row a field, with its source.")

  @Argument(help: "Id, name or alias.") var name: String
  @OptionGroup(title: "Model") var scenario: ScenarioOption
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let output = try shared.output.destination(shared.look)
    let session = try Session(
      shared.data, parts: [.usual, .organisations, .references, .standard])
    let good = try session.good(name)
    let data = try scenario.laid(over: session.catalog)
    let format = shared.output.format
    try output.write(
      data.opened(GoodProfile.document(data.catalog, good), format),
      rows: GoodProfile.table(data.catalog, good), as: format, isRaw: shared.output.isRaw)
  }
}
