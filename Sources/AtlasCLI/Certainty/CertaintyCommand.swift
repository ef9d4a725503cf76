import ArgumentParser
import AtlasData
import AtlasModel
import AtlasReport

/// Prints how sure the verdict of a pair is, or the verdicts and the order of goods in a country.
struct CertaintyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certainty",
    abstract:
      "Print how often a verdict stands when what is not sure is drawn, and what drives the doubt.",
    usage: """
      dpg-atlas certainty <country> <good> [--draw <number>] [<options>]
      dpg-atlas certainty <country> [--need <need>] [<options>]
      """,
    discussion: """
      With a good: shares of the verdicts, by stakeholder, and the inputs behind the doubt. Without one: how \
      often each good comes to each rank, pairwise wins, central weights. The same seed gives the same bytes.
      """)

  @Argument(help: "ISO code, name or alias of the country.") var country: String?
  @Argument(help: "Id, name or alias of the good.") var good: String?

  @Option(
    help: ArgumentHelp(
      "Print one draw of the pair with all that was drawn, from 0.", valueName: "number"))
  var draw: Int?

  @Option(help: ArgumentHelp("Only goods for a problem: sdg:N or sector:NAME.", valueName: "need"))
  var need: String?

  @Flag(help: "Leave opinion out: all weights are equally likely.") var flat = false

  @Option(help: .hidden) var benchmark: Int?
  @Option(help: .hidden) var calibrate: Int?
  @OptionGroup(title: "Model") var pair: PairOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard benchmark == nil, calibrate == nil else { return }
    guard country != nil else { throw ValidationError("Name a country, and a good for one pair.") }
    if pair.sampling.samples == 0 {
      throw ValidationError("--samples takes a whole number from 100 to 1000000 here.")
    }
    if draw != nil, good == nil { throw ValidationError("--draw goes with a country and a good.") }
    if let draw, !(0..<pair.sampling.samples).contains(draw) {
      throw ValidationError("--draw takes a whole number from 0 to \(pair.sampling.samples - 1).")
    }
    if need != nil, good != nil { throw ValidationError("--need goes with a country alone.") }
    if let need, NeedFilter(need) == nil { throw ValidationError(NeedOption.message(need)) }
  }

  func run() throws {
    let output = try shared.output.destination(shared.look)
    let session = try Session(shared.data, parts: [.usual, .hash])
    if let benchmark {
      let table = SampleBenchmark.table(session.catalog, runs: max(1, benchmark))
      return try output.write(table, as: shared.output.format, isRaw: false)
    }
    if let calibrate {
      let table = CertaintyCalibration(session.catalog).table(
        trials: max(1, calibrate), options: pair.sampling.options ?? SampleOptions())
      return try output.write(table, as: shared.output.format, isRaw: false)
    }
    let position = try session.country(country ?? "")
    let item = try good.map { try session.good($0) }
    let data = try pair.laid(over: session.catalog, country: position, good: item)
    let assessor = Assessor(catalog: data.catalog, settings: data.scenario.settings)
    var options = pair.sampling.options ?? SampleOptions()
    if flat { options.weights = .flat }
    let format = shared.output.format
    if let item, let draw {
      let drawn = assessor.sampler(goods: [item], options: options)
        .draw(draw, country: position, good: 0)
      let flags = assessor.screening(
        good: item, conditions: assessor.conditions(country: position), explains: false
      ).flags
      return try output.write(
        data.noted(drawn.table(options, flags), format), as: format, isRaw: shared.output.isRaw)
    }
    let document: Document
    let rows: ReportTable
    let json: JSONValue
    if let item {
      let certainty = CertaintyDocument(
        assessor, country: position, good: item, options: options, notes: data.notes)
      (document, rows, json) = (certainty.document, certainty.table, certainty.json)
    } else {
      let certainty = AcceptabilityDocument(
        assessor, country: position, need: try NeedOption.filter(need, session.catalog),
        options: options, notes: data.notes)
      (document, rows, json) = (certainty.document, certainty.table, certainty.json)
    }
    if format == .json { return try output.write(json.pretty) }
    if format.isRowsOnly { data.announce() }
    try output.write(document, rows: rows, as: format, isRaw: shared.output.isRaw)
  }
}

extension SampleDraw {
  /// What was drawn, a row each, then what it came to.
  fileprivate func table(_ options: SampleOptions, _ flags: AssessedFlags) -> ReportTable {
    func row(_ name: String, _ value: String) -> [ReportCell] { [.text(name), .text(value)] }
    return ReportTable(
      id: "draw", title: "Draw \(number)",
      columns: [
        ReportColumn("input", "input", isFlexible: true),
        ReportColumn("value", "value", alignment: .trailing),
      ],
      rows: [row("flags of the screening", ScreeningWords.flagCounts(flags))]
        + values.map { row($0.name, NumberText.fixed($0.value, decimals: 4)) } + [
          row("fit", NumberText.fixed(fit, decimals: 4)), row("class of this draw", verdict.name),
        ],
      notes: [
        "Draw \(number) of \(options.samples), seed \(options.seed), redone alone. One draw is no verdict."
      ])
  }
}
