import ArgumentParser
import AtlasData
import AtlasModel
import AtlasReport

/// Prints the goods for a country, or the countries for a good, best class first.
struct RankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rank",
    abstract: "Rank goods for a country, or countries for a good (--good).",
    discussion: """
      Classes are never crossed by a number; inside a class the order is by half fit, half need.
      Flags stand before the verdict in every row. Ranks are those of the whole ranking, whatever \
      rows are shown.
      """)

  @Argument(help: "ISO code, name or alias of the country.") var country: String?

  @Option(help: ArgumentHelp("Rank the countries for this good instead.", valueName: "good"))
  var good: String?

  @Option(
    help: ArgumentHelp(
      "Only goods for a problem: sdg:N or sector:NAME.", valueName: "need"))
  var need: String?

  @Option(help: ArgumentHelp("Only the first rows of what is shown.", valueName: "count"))
  var top: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The same as --where, with --good.", valueName: "query"))
  var countries: String?

  @OptionGroup var table: TableOptions

  @OptionGroup(title: "Model") var model: ModelOptions
  @OptionGroup(title: "Model") var sampling: SamplingOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard (country == nil) != (good == nil) else {
      throw ValidationError("Name a country, or a good with --good, but not both.")
    }
    if let top, top < 1 { throw ValidationError("--top takes a whole number of 1 or more.") }
    if good != nil, need != nil { throw ValidationError("--need goes with a country.") }
    if country != nil, countries != nil { throw ValidationError("--countries goes with --good.") }
    if countries != nil, !table.query.isEmpty {
      throw ValidationError("--countries and --where are the same; give one of them.")
    }
    if let need, NeedFilter(need) == nil { throw ValidationError(NeedOption.message(need)) }
  }

  func run() throws {
    let output = try shared.output.destination(shared.look)
    let session = try Session(shared.data)
    let data = try model.laid(over: session.catalog)
    let format = shared.output.format
    let ranking = try ranking(session, data)
    let query = countries ?? table.query
    var request = RankRequest(
      sort: try table.order(), columns: try table.names(), top: top,
      isForPeople: format.isForPeople)
    if !query.isEmpty {
      request.kept = Set(
        try session.positions(good == nil ? .goods : .countries, query, in: data.catalog))
    }
    let result: ReportTable
    do throws(TableError) {
      result = try RankTable.table(ranking, request)
    } catch {
      throw Failure(error)
    }
    try output.write(data.noted(result, format), as: format, isRaw: shared.output.isRaw)
    if result.rows.isEmpty { Output.say("No row is left.") }
  }

  /// The whole ranking: all goods that compete, or all countries.
  private func ranking(_ session: Session, _ data: ChangedDataset) throws(Failure) -> Ranking {
    let settings = data.scenario.settings
    let assessor = Assessor(catalog: data.catalog, settings: settings)
    let pairs: [RankedPair]
    if let country {
      let filter = try NeedOption.filter(need, session.catalog)
      pairs = assessor.rankGoods(country: try session.country(country), need: filter)
    } else {
      pairs = assessor.rankCountries(
        good: try session.good(good ?? ""), countries: data.catalog.realCountries)
    }
    return Ranking(
      pairs, listsCountries: good != nil, catalog: data.catalog, settings: settings,
      shares: shares(pairs, assessor))
  }

  /// How sure each verdict is, where that column is asked for: it takes most of the time.
  private func shares(_ pairs: [RankedPair], _ assessor: Assessor) -> [VerdictShares] {
    let names = table.columns?.split(separator: ",").map(String.init) ?? []
    let isShown = names.contains("certainty")
    guard isShown, let options = sampling.options, let first = pairs.first else { return [] }
    if let good = self.good, !good.isEmpty {
      let sampler = assessor.sampler(goods: [first.screening.good], options: options)
      return WorldSampler.shares(sampler, countries: pairs.map(\.screening.country))
        .map { $0[0] }
    }
    return assessor.sampler(goods: pairs.map(\.screening.good), options: options)
      .shares(country: first.screening.country)
  }
}
