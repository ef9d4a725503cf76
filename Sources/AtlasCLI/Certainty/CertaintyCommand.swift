import ArgumentParser
import AtlasData
import AtlasModel
import AtlasReport

/// Prints how sure verdicts are.
struct CertaintyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certainty",
    abstract: "Print how often a verdict stands when weights, figures and levels are drawn.")

  @Argument(help: "ISO code, name or alias of the country.") var country: String?
  @Argument(help: "Id, name or alias of the good.") var good: String?
  @Option(help: .hidden) var benchmark: Int?
  @OptionGroup(title: "Model") var model: ModelOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let output = try shared.output.destination(shared.look)
    let session = try Session(shared.data)
    if let benchmark {
      let table = SampleBenchmark.table(session.catalog, runs: max(1, benchmark))
      return try output.write(table, as: shared.output.format, isRaw: false)
    }
    let data = try model.laid(over: session.catalog)
    let context = ModelContext(data.catalog)
    let position = try session.country(country ?? "")
    let listed = data.catalog.goods.indices.filter { data.catalog.goods[$0].standing == .listed }
    let sampler = VerdictSampler(
      context, settings: data.scenario.settings, goods: SampleGoods(context, goods: listed))
    let shares = sampler.shares(country: position)
    let assessor = Assessor(context, settings: data.scenario.settings)
    let conditions = assessor.conditions(country: position, explains: false)
    var lines = ""
    for (number, good) in listed.enumerated() {
      let verdict = assessor.screening(good: good, conditions: conditions, explains: false).verdict
      lines += "\(data.catalog.goods[good].id) \(verdict.class.rawValue) \(shares[number].counts)\n"
    }
    try output.write(text: lines)
  }
}
