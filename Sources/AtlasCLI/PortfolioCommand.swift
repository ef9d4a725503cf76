public import ArgumentParser
import AtlasData
public import AtlasModel
import AtlasReport

extension PortfolioQuestion.Budget: ExpressibleByArgument {}
extension PortfolioQuestion.Aim: ExpressibleByArgument {}

/// Prints which few measures open most goods or reach most people in a country.
struct PortfolioCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "portfolio",
    abstract: "Find the few measures that open most goods, or reach most people, in a country.",
    discussion: """
      Every set of measures in the budget is tried: the best stands first, then the runners-up. A good \
      is open when its cautious verdict is Adopt with safeguards or better; its flags stay.
      """)

  @Argument(help: "ISO code, name or alias of the country.") var country: String
  @Option(
    help: ArgumentHelp("Only goods for a problem: sdg:N or sector:NAME.", valueName: "need"))
  var need: String?
  @Option(help: "The most that may be spent, 1 to 8.") var budget = 3
  @Option(help: "What the budget counts: measures, or their effort (low 1, medium 2, high 3).")
  var counts: PortfolioQuestion.Budget = .measures
  @Option(help: "What is to be most: goods or people.") var aim: PortfolioQuestion.Aim = .goods
  @Option(help: ArgumentHelp("Sets after the best.", valueName: "count")) var runnersUp = 4

  @OptionGroup(title: "Model") var model: ModelOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if !(1...8).contains(budget) { throw ValidationError("--budget takes a number from 1 to 8.") }
    if !(0...20).contains(runnersUp) {
      throw ValidationError("--runners-up takes a number from 0 to 20.")
    }
    if let need, NeedFilter(need) == nil { throw ValidationError(NeedOption.message(need)) }
  }

  func run() throws {
    let output = try shared.output.destination(shared.look)
    let session = try Session(shared.data, parts: [.usual, .hash])
    let position = try session.country(country)
    let data = try model.laid(over: session.catalog)
    let question = PortfolioQuestion(
      need: try NeedOption.filter(need, session.catalog), budget: budget, counts: counts, aim: aim)
    let answer = Assessor(catalog: data.catalog, settings: data.scenario.settings)
      .portfolio(country: position, question, runnersUp: runnersUp)
    let document = PortfolioDocument(
      answer, to: question, catalog: data.catalog, country: position, notes: data.notes)
    let format = shared.output.format
    if format == .json { return try output.write(document.json.pretty) }
    if format.isRowsOnly { data.announce() }
    try output.write(
      document.document, rows: document.table, as: format, isRaw: shared.output.isRaw)
  }
}
