import ArgumentParser
import AtlasData
import AtlasModel
import AtlasReport

/// Prints where a number comes from, down to rows with year and source.
struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Print the provenance of a number of a screening: formula, inputs, sources.",
    discussion: "Numbers: " + WhyTree.names.joined(separator: ", ") + ". Without one: the verdict.")

  @Argument(help: "ISO code, name or alias of the country.") var country: String
  @Argument(help: "Id, name or alias of the good.") var good: String
  @Argument(help: "Which number; see below.") var number: String = "verdict"
  @OptionGroup(title: "Model") var pair: PairOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let output = try shared.output.destination(shared.look)
    let session = try Session(shared.data, parts: [.usual, .hash])
    let country = try session.country(country)
    let (insight, data) = try pair.insight(
      session.catalog, country: country, good: try session.good(good))
    guard let node = WhyTree(insight, catalog: data.catalog).node(number) else {
      throw Failure(
        .usage,
        "there is no number `\(number)`"
          + WordDistance.offer(WordDistance.nearest(to: number, among: WhyTree.names))
          + "\nNumbers: " + WhyTree.names.joined(separator: ", "))
    }
    let flags = ScreeningWords.flagSummary(insight.screening.flags)
    switch shared.output.format {
    case .table: try output.write(text: head(flags, data) + node.text())
    case .md: try output.write(head(flags, data) + node.markdown())
    case .json: try output.write(node.json.pretty)
    case .csv, .jsonl:
      data.announce()
      try output.write(node.table, as: shared.output.format, isRaw: shared.output.isRaw)
    }
  }

  /// Flags and changes, which stand above every number.
  private func head(_ flags: String, _ data: ChangedDataset) -> String {
    (["Flags: \(flags)."] + data.notes).map { $0 + "\n" }.joined() + "\n"
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
    case .table, .md, .json:
      try output.write(
        document, rows: ReportTable(id: "method", title: "", columns: [], rows: []),
        as: shared.output.format, isRaw: false)
    case .csv, .jsonl:
      throw Failure(.usage, "the method is a text: --format takes table, md or json here")
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
