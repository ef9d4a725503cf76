import ArgumentParser
import AtlasData
import AtlasModel
import AtlasReport

/// Prints where a number comes from, down to rows with year and source.
struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Print the provenance of a number of a screening, or of a country's figure.",
    usage: """
      dpg-atlas why <country> <good> [<number>] [<options>]
      dpg-atlas why <country> --figure <indicator> [<options>]
      """,
    discussion: "Numbers: " + WhyTree.names.joined(separator: ", ") + ". Without one: the verdict.")

  @Argument(help: "ISO code, name or alias of the country.") var country: String
  @Argument(help: "Id, name or alias of the good.") var good: String?
  @Argument(help: "Which number; see above.") var number: String = "verdict"

  @Option(
    help: ArgumentHelp(
      "A figure or fact of the country alone: id of an indicator or attribute.",
      valueName: "indicator"))
  var figure: String?

  @OptionGroup(title: "Model") var pair: PairOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard (good == nil) != (figure == nil) else {
      throw ValidationError("Name a country and a good, or a country and --figure.")
    }
  }

  func run() throws {
    let output = try shared.output.destination(shared.look)
    let session = try Session(shared.data, parts: [.usual, .hash])
    let country = try session.country(country)
    let page: WhyPage
    let data: ChangedDataset
    if let figure {
      data = try pair.laid(over: session.catalog, country: country)
      page = WhyPage(
        try tree(figure, country, data.catalog), notes: data.notes, catalog: data.catalog)
    } else {
      let insight: Insight
      (insight, data) = try pair.insight(
        session.catalog, country: country, good: try session.good(good ?? ""))
      page = WhyPage(
        try tree(insight, data.catalog),
        flags: ScreeningWords.flagSummary(insight.screening.flags), notes: data.notes,
        catalog: data.catalog)
    }
    let said = page.translated(by: .current)
    switch shared.output.format {
    case .table: try output.write(text: said.text)
    case .md: try output.write(said.markdown)
    case .json: try output.write(page.json.pretty)
    case .html: try output.write(said.html(output.page))
    case .pdf: try output.write(bytes: PaperPages.bytes(said.document, on: output.paper))
    case .csv, .jsonl, .xlsx:
      data.announce()
      try output.write(page.node.table, as: shared.output.format, isRaw: shared.output.isRaw)
    }
  }

  private func tree(_ insight: Insight, _ catalog: Catalog) throws(Failure) -> WhyNode {
    if let node = WhyTree(insight, catalog: catalog).node(number) { return node }
    throw Failure(
      .usage,
      "there is no number `\(number)`"
        + WordDistance.offer(WordDistance.nearest(to: number, among: WhyTree.names))
        + "\nNumbers: " + WhyTree.names.joined(separator: ", "))
  }

  private func tree(
    _ figure: String, _ country: Int, _ catalog: Catalog
  ) throws(Failure) -> WhyNode {
    if let indicator = catalog.indicatorPosition(figure) {
      return FigureWhy.indicator(catalog, country: country, indicator: indicator)
    }
    if let node = FigureWhy.attribute(catalog, country: country, id: figure) { return node }
    let known = catalog.indicators.map(\.id) + catalog.attributes.map(\.id)
    throw Failure(
      .usage,
      "no figure or fact is called `\(figure)`"
        + WordDistance.offer(WordDistance.nearest(to: figure, among: known))
        + "\n`dpg-atlas indicators` lists the figures, `country` the facts")
  }
}

/// Prints the whole model.
struct MethodCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "method",
    abstract: "Print the whole model: dimensions, value functions, flags, measures, sources.")

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let output = try shared.output.destination(shared.look)
    let session = try Session(shared.data, parts: [.observations, .measures])
    let document = MethodDocument.document(session.catalog)
    switch shared.output.format {
    case .table, .md, .json, .html, .xlsx, .pdf:
      try output.write(
        document, rows: ReportTable(id: "method", title: "", columns: [], rows: []),
        as: shared.output.format, isRaw: false)
    case .csv, .jsonl:
      throw Failure(
        .usage, "the method is a text: --format takes table, md, json, html, xlsx or pdf here")
    }
  }
}

/// Prints two to four countries or goods side by side.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Print two to four countries, or two to four goods, side by side, differences first.")

  @Argument(help: "Countries or goods, all of one kind.") var names: [String]
  @OptionGroup(title: "Model") var scenario: ScenarioOption
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard (2...4).contains(names.count) else {
      throw ValidationError("Name two to four countries, or two to four goods.")
    }
  }

  func run() throws {
    let output = try shared.output.destination(shared.look)
    let session = try Session(shared.data)
    let data = try scenario.laid(over: session.catalog)
    try output.write(
      data.noted(try table(session, data.catalog), shared.output.format), as: shared.output.format,
      isRaw: shared.output.isRaw)
  }

  /// Countries if the first name is one, else goods; a mixed list fails on the name that is neither.
  private func table(_ session: Session, _ catalog: Catalog) throws(Failure) -> ReportTable {
    let isCountry = CountryFinder(catalog.countries).find(names[0]).position != nil
    var positions: [Int] = []
    for name in names {
      let position = isCountry ? try session.country(name) : try session.good(name)
      guard !positions.contains(position) else {
        throw Failure(.usage, "`\(name)` is named twice")
      }
      positions.append(position)
    }
    return isCountry
      ? CompareTable.countries(positions, catalog: catalog)
      : CompareTable.goods(positions, catalog: catalog)
  }
}
