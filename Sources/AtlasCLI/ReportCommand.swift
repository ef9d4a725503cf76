public import ArgumentParser
import AtlasData
import AtlasModel
public import AtlasReport

extension FitReport.Length: ExpressibleByArgument {}

/// Prints a fit report: on one good, on several, or on the goods that stand first for a country.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Print a fit report to take along: a card, a brief or the full length.",
    discussion: """
      With one good: its screening in the country. With several: side by side. Without a good: those \
      that stand first in the ranking, of all goods or for a problem (--need). Flags stand before \
      every verdict. No clock is read: --date prints a date. Text has 80 columns; json has the \
      screenings as `assess` writes them; csv has every number a row.
      """)

  /// Most goods in a report; `rank` and `matrix` are for more.
  static let mostGoods = 10

  @Argument(help: "ISO code, name or alias of the country.") var country: String
  @Argument(help: "Ids, names or aliases of goods.") var goods: [String] = []

  @Option(help: "card is one page, brief two, full four to six.")
  var length: FitReport.Length = .brief

  @Option(
    help: ArgumentHelp(
      "Only goods for a problem: sdg:N or sector:NAME.", valueName: "need"))
  var need: String?

  @Option(
    help: ArgumentHelp("How many goods, where none is named; 5 if not given.", valueName: "count"))
  var top: Int?

  @Option(help: ArgumentHelp("A date to print, YYYY-MM-DD.", valueName: "date"))
  var date: String?

  @Option(
    help: ArgumentHelp(
      "What you answer to the verdict; it is printed beside it.", valueName: "text"))
  var note: String?

  @Option(help: "Form of the report.") var format: ReportFormat = .md

  @OptionGroup(title: "Model") var pair: PairOptions
  @OptionGroup(title: "Output") var file: FileOptions
  @OptionGroup(title: "Data") var data: DataOptions
  @OptionGroup(title: "Look") var look: LookOptions

  func validate() throws {
    if goods.count > Self.mostGoods {
      throw ValidationError(
        "A report takes at most \(Self.mostGoods) goods; `rank` and `matrix` show more.")
    }
    if !goods.isEmpty, need != nil || top != nil {
      throw ValidationError("--need and --top go with a country alone; leave the goods out.")
    }
    if let top, !(1...Self.mostGoods).contains(top) {
      throw ValidationError("--top takes a whole number from 1 to \(Self.mostGoods).")
    }
    if let need, NeedFilter(need) == nil { throw ValidationError(NeedOption.message(need)) }
    if let date, !Self.isDate(date) {
      throw ValidationError("--date takes a date as YYYY-MM-DD; this was '\(date)'.")
    }
    if let note, note.unicodeScalars.count > FitReport.Options.longestNote {
      throw ValidationError(
        "--note takes at most \(FitReport.Options.longestNote) characters; this has "
          + "\(note.unicodeScalars.count).")
    }
  }

  func run() throws {
    let output = try file.destination(
      look, isPage: format == .html, isBinary: format == .xlsx)
    let session = try Session(data, parts: [.usual, .hash])
    let position = try session.country(country)
    var named: [Int] = []
    for name in goods {
      let good = try session.good(name)
      if !named.contains(good) { named.append(good) }
    }
    let changed = try pair.laid(
      over: session.catalog, country: position, good: named.count == 1 ? named.first : nil)
    let report = FitReport(
      try subject(session, changed, country: position, named: named), length: length,
      FitReport.Options(
        catalog: changed.catalog, scenario: changed.scenario, original: changed.original,
        series: length == .full ? try session.series(country: position) : nil,
        map: length == .card ? nil : session.map, date: date ?? "", note: note ?? ""))
    try output.write(report, as: format, isRaw: file.isRaw)
    if format == .csv { changed.announce() }
  }

  private func subject(
    _ session: Session, _ data: ChangedDataset, country: Int, named: [Int]
  ) throws(Failure) -> FitReport.Subject {
    var settings = data.scenario.settings
    settings.staff = pair.staff.parameters
    let assessor = Assessor(catalog: data.catalog, settings: settings)
    guard named.isEmpty else {
      return .goods(country: country, assessor.insights(country: country, goods: named))
    }
    let filter = try NeedOption.filter(need, session.catalog)
    let pairs = assessor.rankGoods(country: country, need: filter)
    guard !pairs.isEmpty else {
      throw Failure(.usage, "no listed good is for \(filter?.text ?? "any need"); see `goods`")
    }
    let first = pairs.prefix(top ?? 5).map(\.screening.good)
    return .first(
      country: country, assessor.insights(country: country, goods: first), need: filter,
      competing: pairs.count)
  }

  /// Whether a text is a day of the calendar.
  static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      text.utf8.allSatisfy({ $0 == 45 || (48...57).contains($0) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month)
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[month - 1]).contains(day)
  }
}
