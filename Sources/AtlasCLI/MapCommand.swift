import ArgumentParser
import AtlasApp
import AtlasData
import AtlasModel
import AtlasReport
import AtlasScreen

/// Prints the world map of the explorer as text, or the table behind it.
struct MapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "Print the world map: an indicator, or fit, need, a flag or the verdict of a good.",
    discussion: """
      The same map as in the explorer, with legend, words about one country, and disclaimer. With \
      csv, json, jsonl or md: the table behind it, which is that of `countries` or `rank --good`.
      """)

  @Option(
    help: ArgumentHelp(
      "Colour by an indicator, or by 'fit GOOD', 'need GOOD', 'flag ID GOOD', 'verdict GOOD'.",
      valueName: "what"))
  var colour: String?

  @Option(help: ArgumentHelp("Show values of exactly this year.", valueName: "year"))
  var year: Int?

  @Option(
    help: ArgumentHelp(
      "Show a part of the world: "
        + MapRegion.allCases.map(\.rawValue).joined(separator: ", ") + ".", valueName: "name"))
  var region: String?

  @Option(help: "Say this country's value in words.") var country: String?

  @Option(help: ArgumentHelp("Columns, 60 to 600.", valueName: "count")) var columns: Int?

  @Option(help: ArgumentHelp("Rows, 13 to 300.", valueName: "count")) var rows = 36

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if let columns, !(60...600).contains(columns) {
      throw ValidationError("--columns takes a whole number from 60 to 600.")
    }
    if !(13...300).contains(rows) {
      throw ValidationError("--rows takes a whole number from 13 to 300.")
    }
  }

  func run() throws {
    let output = try shared.output.destination(shared.look)
    let session = try Session(shared.data)
    let atlas = Atlas(catalog: session.catalog, map: session.map, series: session.lazySeries)
    // The screen has a title line and two lines at its foot beside what is printed.
    let width = columns ?? max(60, min(600, output.columns ?? 100))
    var state = AppState(
      atlas: atlas, size: Size(columns: width, rows: rows + 3),
      glyphs: output.isASCII ? .ascii : .unicode,
      speech: Languages.speech(shared.look.chosenLanguage ?? .english))
    for call in try calls(session) {
      _ = update(&state, call)
      if let message = state.message { throw Failure(.usage, message.text) }
    }
    guard ![.html, .xlsx, .pdf].contains(shared.output.format) else {
      throw Failure(
        .usage, "a map is text or rows: --format takes table, md, csv, json or jsonl here")
    }
    guard let format = ExportFormat(rawValue: shared.output.format.rawValue) else {
      var buffer = CellBuffer(size: state.size)
      render(state, into: &buffer)
      let lines = buffer.lines.dropFirst().dropLast(2)
      return try output.write(text: lines.map { $0 + "\n" }.joined())
    }
    guard let export = state.view.export(state) else {
      throw Failure(.work, "the dataset has no indicator to show")
    }
    guard case .text(let text)? = export.contents(format.rawValue) else { return }
    try output.write(text)
  }

  private func calls(_ session: Session) throws(Failure) -> [Call] {
    var calls = [Call(.go, "map")]
    if let colour { calls.append(Call(.setColour, colour)) }
    if let year { calls.append(Call(.setYear, String(year))) }
    if let region { calls.append(Call(.zoomMap, region)) }
    if let country {
      calls.append(Call(.selectRow, session.catalog.countries[try session.country(country)].iso3))
    }
    return calls
  }
}
