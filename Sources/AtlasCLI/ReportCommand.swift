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
    usage: """
      dpg-atlas report <country> [<good> ...] [<options>]
      dpg-atlas report --all [<good> ...] --output-dir <folder> [<options>]
      dpg-atlas report diff <scenario or dataset> <scenario or dataset>
      """,
    discussion: """
      With one good: its screening in the country. With several: side by side. Without a good: those \
      that stand first in the ranking, of all goods or for a problem (--need). Flags stand before \
      every verdict. No clock is read: --date prints a date. Text has 80 columns; json has the \
      screenings as `assess` writes them; csv has every number a row.

      With --all: a report for every country that --countries finds, or with --goods for every pair, \
      each in a file of its own. manifest.jsonl in the folder has their sizes and SHA-256. Stopped, the \
      same command goes on; nothing is written over without --force.
      """)

  /// Most goods in a report; `rank` and `matrix` are for more.
  static let mostGoods = 10

  @Argument(help: "ISO code, name or alias of the country; left out with --all.")
  var country: String?
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

  @Flag(help: "Write a report for each of many countries.") var all = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("With --all: only countries that this query finds.", valueName: "query"))
  var countries: String?

  @Option(
    name: .customLong("goods"), parsing: .unconditional,
    help: ArgumentHelp(
      "With --all: a report for each country and each good that this query finds.",
      valueName: "query"))
  var eachGood: String?

  @Option(
    help: ArgumentHelp("With --all: where the reports go; made if not there.", valueName: "folder"))
  var outputDir: String?

  @Option(help: "Form of the report.") var format: ReportFormat = .md

  @OptionGroup(title: "Model") var pair: PairOptions
  @OptionGroup(title: "Output") var file: FileOptions
  @OptionGroup(title: "Data") var data: DataOptions
  @OptionGroup(title: "Look") var look: LookOptions

  /// The names of goods: with --all, no country comes before them.
  private var goodNames: [String] { all ? [country].compactMap(\.self) + goods : goods }

  func validate() throws {
    if all { try validateAll() } else { try validateOne() }
    if goodNames.count > Self.mostGoods {
      throw ValidationError(
        "A report takes at most \(Self.mostGoods) goods; `rank` and `matrix` show more.")
    }
    if !goodNames.isEmpty || eachGood != nil, need != nil || top != nil {
      throw ValidationError("--need and --top go without goods; leave the goods out.")
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

  private func validateOne() throws {
    guard country != nil else {
      throw ValidationError("Name a country, or take --all for many; see `countries`.")
    }
    if countries != nil || eachGood != nil || outputDir != nil {
      throw ValidationError("--countries, --goods and --output-dir go with --all.")
    }
  }

  private func validateAll() throws {
    guard let outputDir, !outputDir.isEmpty else {
      throw ValidationError("--all needs --output-dir: a folder for the reports.")
    }
    if file.output != "-" {
      throw ValidationError("--all writes many files: --output-dir takes the place of -o.")
    }
    if eachGood != nil, !goodNames.isEmpty {
      throw ValidationError("--goods makes a report of each good it finds; leave the others out.")
    }
    if !pair.changes.figures.isEmpty {
      throw ValidationError(
        "--set goes with one country; put figures of several into a scenario file (--scenario).")
    }
  }

  func run() throws {
    var output = try file.destination(
      look, isPage: format == .html, isBinary: !all && format.isBinary)
    output.replaces = file.force
    let session = try Session(data, parts: [.usual, .blocks, .hash])
    var named: [Int] = []
    for name in goodNames {
      let good = try session.good(name)
      if !named.contains(good) { named.append(good) }
    }
    let filter = try NeedOption.filter(need, session.catalog)
    let only = named.count == 1 ? named.first : nil
    if let outputDir, all {
      let changed = try pair.laid(over: session.catalog, good: only)
      let maker = maker(
        session, changed, filter, series: length == .full ? session.lazySeries : nil)
      return try run(session, maker, output, named: named, into: outputDir)
    }
    guard let country else { return }
    let position = try session.country(country)
    let changed = try pair.laid(over: session.catalog, country: position, good: only)
    let series = length == .full ? try session.series(country: position) : nil
    let report = try maker(session, changed, filter, series: series, isShared: named.isEmpty)
      .report(country: position, goods: named)
    try output.write(report, as: format, isRaw: file.isRaw)
    if format == .csv { changed.announce() }
  }

  private func run(
    _ session: Session, _ maker: ReportMaker, _ output: Output, named: [Int], into folder: String
  ) throws(Failure) {
    let catalog = maker.data.catalog
    let places = try session.positions(.countries, countries ?? "", in: catalog)
    let goods = try eachGood.map { query throws(Failure) in
      try session.positions(.goods, query, in: catalog)
    }
    let jobs = ReportBatch.jobs(
      countries: places, goods: goods ?? named, isEachPair: goods != nil, catalog: catalog,
      format: format)
    guard !jobs.isEmpty else {
      throw Failure(
        .usage,
        "the queries find no \(places.isEmpty ? "country" : "good"); see `countries` and `goods`")
    }
    let batch = ReportBatch(
      maker: maker, format: format, output: output, isRaw: file.isRaw, jobs: jobs)
    try batch.run(into: folder, request: try request(catalog, maker.data, named, count: jobs.count))
  }

  private func maker(
    _ session: Session, _ changed: ChangedDataset, _ need: NeedFilter?, series: SeriesBook?,
    isShared: Bool = true
  ) -> ReportMaker {
    ReportMaker(
      session, changed, staff: pair.staff.parameters, length: length, series: series,
      date: date ?? "", note: note ?? "", need: need, top: top ?? 5, isShared: isShared,
      sampling: pair.sampling.options)
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
