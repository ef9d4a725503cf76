import ArgumentParser
import AtlasData
import AtlasModel
import AtlasReport

/// Prints what a scenario does to a country and goods.
struct ScenarioApplyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: "Print what a scenario does to a country and goods: flags, figures, fit, verdicts.",
    discussion: """
      Each pair is screened without the scenario and with it. Without a good: which flags move and \
      which verdicts flip over all goods of the registry, as `report diff - FILE` has it. A figure \
      without a source in the file is shown as a what-if. With csv or jsonl: a row for each flag, \
      change, number and verdict; without a good a row for each verdict that flips.
      """)

  @Argument(help: "A scenario file.") var file: String
  @Argument(help: "A country: name or ISO code.") var country: String
  @Argument(help: "Goods: names or ids.") var goods: [String] = []
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let output = try shared.output.destination(shared.look)
    let session = try Session(shared.data, parts: [.usual, .hash])
    let catalog = session.catalog
    let scenario = try ScenarioOption.read(file, catalog)
    let country = try session.country(country)
    var positions: [Int] = []
    for name in goods {
      let good = try session.good(name)
      if !positions.contains(good) { positions.append(good) }
    }
    let format = shared.output.format
    let effect = ScenarioEffect(scenario, original: catalog, country: country, goods: positions)
    guard positions.isEmpty else {
      return try output.write(
        effect.document(isForPeople: format.isForPeople), rows: effect.table, as: format,
        isRaw: shared.output.isRaw)
    }
    let listed = catalog.goods.indices.filter { catalog.goods[$0].standing == .listed }
    let comparison = ScreeningComparison(
      .init(catalog.identity.words, catalog, ModelSettings()),
      .init(PlainText.clean(file), scenario.applied(to: catalog), scenario.settings),
      countries: [country], goods: listed)
    try output.write(
      effect.document(comparison, isForPeople: format.isForPeople), rows: comparison.table,
      as: format, isRaw: shared.output.isRaw)
  }
}
