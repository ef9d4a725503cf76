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
      Flags stand before the verdict in every row.
      """)

  @Argument(help: "ISO code, name or alias of the country.") var country: String?

  @Option(help: ArgumentHelp("Rank the countries for this good instead.", valueName: "good"))
  var good: String?

  @Option(
    help: ArgumentHelp(
      "Only goods for a problem: sdg:N or sector:NAME.", valueName: "need"))
  var need: String?

  @Option(help: ArgumentHelp("Only the first rows.", valueName: "count"))
  var top: Int?

  @Option(help: ArgumentHelp("Only countries that this query finds.", valueName: "query"))
  var countries: String?

  @OptionGroup(title: "Model") var settings: SettingsOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard (country == nil) != (good == nil) else {
      throw ValidationError("Name a country, or a good with --good, but not both.")
    }
    if let top, top < 1 { throw ValidationError("--top takes a whole number of 1 or more.") }
    if good != nil, need != nil { throw ValidationError("--need goes with a country.") }
    if country != nil, countries != nil { throw ValidationError("--countries goes with --good.") }
    if let need, NeedFilter(need) == nil {
      throw ValidationError(
        "--need takes sdg:1 to sdg:17, or sector: and a name; this was '\(need)'.")
    }
  }

  func run() throws {
    let output = try shared.output.destination(shared.look)
    let session = try Session(shared.data, parts: [.usual, .organisations])
    let assessor = Assessor(
      catalog: session.catalog, settings: try settings.settings(session.catalog))
    let pairs: [RankedPair]
    if let country {
      let filter = try needFilter(session)
      pairs = assessor.rankGoods(country: try session.country(country), need: filter)
    } else {
      let builder = TableBuilder(session.catalog, .countries)
      let query = try session.query(countries ?? "", builder.schema)
      let positions: [Int]
      do {
        positions = try builder.positions(TableRequest(query: query))
      } catch {
        throw Failure(.usage, error.description)
      }
      pairs = assessor.rankCountries(good: try session.good(good ?? ""), countries: positions)
    }
    let shown = top.map { Array(pairs.prefix($0)) } ?? pairs
    let isForPeople = shared.output.format == .table || shared.output.format == .md
    let make = isForPeople ? RankTable.forPeople : RankTable.table
    try output.write(
      make(shown, session.catalog, assessor.settings, good != nil), as: shared.output.format,
      isRaw: shared.output.isRaw)
  }

  private func needFilter(_ session: Session) throws(Failure) -> NeedFilter? {
    guard let need, let filter = NeedFilter(need) else { return nil }
    if case .sector(let sector) = filter {
      let known = Set(session.catalog.goods.flatMap(\.sectors))
      guard known.contains(sector) else {
        throw Failure(
          .usage,
          "no good has the sector `\(sector)`; sectors: " + known.sorted().joined(separator: ", "))
      }
    }
    return filter
  }
}
