import ArgumentParser
import AtlasData
import AtlasModel
import AtlasReport

/// Prints India's offer: all systems and goods, or one of them with where it fits best.
struct OfferCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "offer",
    abstract:
      "Print India's systems and goods with agreements on record, or one of them (offer NAME).",
    discussion: """
      Without a name: every reference system and every good created or stewarded in India. With a \
      name: what it does, the registered goods near it, agreements, and the countries where each \
      good fits best; flags stand before the verdict in every row. With csv or jsonl: the rows of \
      the overview, or the countries of each good.
      """)

  @Argument(help: "Id, name or alias of a system or good.") var name: String?

  @Option(help: ArgumentHelp("Show the first countries of each good.", valueName: "count"))
  var top = 10

  @OptionGroup(title: "Model") var model: ModelOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if top < 1 { throw ValidationError("--top takes a whole number of 1 or more.") }
  }

  func run() throws {
    let output = try shared.output.destination(shared.look)
    let session = try Session(shared.data, parts: [.usual, .references, .agreements])
    let format = shared.output.format
    guard let name else {
      return try output.write(
        OfferDocument.overview(session.catalog, isForPeople: !format.hasNumbers),
        rows: OfferTable.table(session.catalog), as: format, isRaw: shared.output.isRaw)
    }
    let offer = try session.offer(name)
    let data = try model.laid(over: session.catalog)
    let assessor = Assessor(catalog: data.catalog, settings: data.scenario.settings)
    if format.isRowsOnly {
      data.announce()
      let rows = OfferTable.countries(offer, assessor: assessor, top: top)
      try output.write(rows, as: format, isRaw: shared.output.isRaw)
      if rows.rows.isEmpty { Output.say("No registered good stands near it, so none is ranked.") }
      return
    }
    let document = OfferDocument.document(
      offer, assessor: assessor, top: top, isForPeople: !format.hasNumbers)
    try output.write(
      data.opened(document, format), rows: OfferTable.table(session.catalog), as: format,
      isRaw: shared.output.isRaw)
  }
}
