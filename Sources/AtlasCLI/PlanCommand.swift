import ArgumentParser
import AtlasData
import AtlasModel
import AtlasReport

/// Prints a plan: what comes first, when, with which gates and measures, and how much of everything.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract:
      "Plan the adoption of goods in a country: order, phases, gates, sizes, residual risk.",
    usage: """
      dpg-atlas plan <country> <good> ... [<options>]
      dpg-atlas plan --plan <file> [<good> ...] [<options>]
      """,
    discussion: """
      A plan file is text, one choice a line; --save writes one and --plan reads it:

        dpg-atlas plan 1
        country: UGA
        start: 2027-01
        good: dhis2
        measure dhis2: pr-minimise
        note dhis2: The ministry knows and accepts.
        have identity: partly
        months data-law: 12 to 24
        size uptake: 0.5

      The same file gives the same bytes anywhere. Flags stand before every verdict.
      """)

  @Argument(help: "ISO code, name or alias of the country; left out with --plan.")
  var country: String?
  @Argument(help: "Ids, names or aliases of goods.") var goods: [String] = []

  @Option(help: ArgumentHelp("Start from a plan file.", valueName: "file")) var plan: String?
  @Option(help: ArgumentHelp("Write the plan as a file too.", valueName: "file")) var save: String?
  @Option(help: ArgumentHelp("The month in which work begins, YYYY-MM.", valueName: "month"))
  var start: String?
  @Option(help: ArgumentHelp("A name for the plan.", valueName: "words")) var name: String?
  @Option(help: ArgumentHelp("A date to print, YYYY-MM-DD.", valueName: "date")) var date: String?
  @Option(
    help: ArgumentHelp(
      "Take a measure for one good: GOOD=MEASURE; may be repeated. --apply takes one for all.",
      valueName: "good=measure"))
  var measure: [String] = []
  @Option(
    help: ArgumentHelp(
      "Why a good goes ahead although flags are open: GOOD=WORDS.", valueName: "good=words"))
  var note: [String] = []
  @Option(
    help: ArgumentHelp(
      "What the country has of a building block: BLOCK=in-place, partly, missing or unknown.",
      valueName: "block=standing"))
  var have: [String] = []
  @Option(
    help: ArgumentHelp(
      "How long a phase or block takes: ID=\"LOW to HIGH\" months.", valueName: "id=months"))
  var months: [String] = []
  @Option(
    help: ArgumentHelp(
      "A rule or an amount of your own: NAME=NUMBER, such as uptake=0.5.",
      valueName: "name=number"))
  var size: [String] = []

  @OptionGroup(title: "Model") var model: ModelOptions
  @OptionGroup var shared: SharedOptions

  static let mostGoods = 10

  func validate() throws {
    if plan == nil, country == nil {
      throw ValidationError("Name a country and goods, or a file with --plan.")
    }
    if let date, !ReportCommand.isDate(date) {
      throw ValidationError("--date takes a date as YYYY-MM-DD; this was '\(date)'.")
    }
  }

  func run() throws {
    let output = try shared.output.destination(shared.look)
    if let save { try Output(path: save, replaces: shared.output.file.force).check() }
    let session = try Session(shared.data, parts: .planning)
    let plan = try written(session)
    guard !plan.choices.isEmpty else {
      throw Failure(.usage, "the plan names no good; add ids that `dpg-atlas goods` lists")
    }
    guard plan.choices.count <= Self.mostGoods else {
      throw Failure(.usage, "a plan takes at most \(Self.mostGoods) goods")
    }
    let data = try model.laid(over: session.catalog)
    guard let position = data.catalog.countryPosition(plan.iso3) else {
      throw Failure(.usage, "no country has the code `\(plan.iso3)`")
    }
    let settings = data.scenario.settings
    let outline = Assessor(catalog: data.catalog, settings: settings)
      .outline(plan, country: position)
    let document = PlanDocument(
      outline, catalog: data.catalog, settings: settings, notes: data.notes, date: date ?? "")
    let format = shared.output.format
    if format == .json {
      try output.write(document.json.pretty)
    } else {
      if format.isRowsOnly { data.announce() }
      try output.write(
        document.document, rows: document.table, as: format, isRaw: shared.output.isRaw)
    }
    if let save {
      try Output.write(
        PlanText.write(plan), to: save, replacing: shared.output.file.force)
    }
  }

  /// The plan of the file with what options say put over it, all of it checked as lines of a file.
  private func written(_ session: Session) throws(Failure) -> AdoptionPlan {
    var lines: [String] = []
    var base = AdoptionPlan(iso3: "")
    var names = goods
    if let file = plan {
      let text = try ScenarioOption.text(file)
      let reading = PlanText.read(text, catalog: session.catalog)
      guard reading.problems.isEmpty else {
        let path = PlainText.clean(file)
        throw Failure(
          .invalidData, reading.problems.map { "\(path): \($0)" }.joined(separator: "\n"))
      }
      base = reading.plan
      if let country { names.insert(country, at: 0) }
    } else if let country {
      base.iso3 = session.catalog.countries[try session.country(country)].iso3
    }
    for name in names {
      let id = session.catalog.goods[try session.good(name)].id
      if !base.choices.contains(where: { $0.good == id }) {
        base.choices.append(AdoptionPlan.Choice(good: id))
      }
    }
    if let name { base.name = name }
    if start != nil { base.start = nil }
    for (key, values) in [
      ("measure", measure), ("note", note), ("have", have), ("months", months), ("size", size),
    ] {
      for value in values {
        let parts = value.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
          throw Failure(.usage, "--\(key) takes NAME=VALUE; this was `\(value)`")
        }
        Self.clear(key, parts[0], parts[1], in: &base)
        lines.append("\(key) \(parts[0]): \(parts[1])")
      }
    }
    if let start { lines.append("start: \(start)") }
    let text = PlanText.write(base) + lines.map { $0 + "\n" }.joined()
    let reading = PlanText.read(text, catalog: session.catalog)
    guard reading.problems.isEmpty else {
      throw Failure(
        .usage,
        reading.problems.map {
          "\($0.message); expected \($0.expected)" + WordDistance.offer($0.nearest)
        }.joined(separator: "\n"))
    }
    return reading.plan
  }

  /// Takes away what an option is about to say anew.
  private static func clear(
    _ key: String, _ name: String, _ value: String, in plan: inout AdoptionPlan
  ) {
    switch key {
    case "have": plan.standings[name] = nil
    case "months": plan.durations[name] = nil
    case "size": plan.sizes[name] = nil
    default:
      guard let place = plan.choices.firstIndex(where: { $0.good == name }) else { return }
      if key == "note" {
        plan.choices[place].note = ""
      } else {
        plan.choices[place].measures.removeAll { $0 == value }
      }
    }
  }
}

extension Parts {
  /// What a plan needs.
  static let planning: Parts = [.usual, .hash, .phases, .blocks, .rules]
}
