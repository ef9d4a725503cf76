import ArgumentParser
import AtlasApp
import AtlasData
import AtlasModel
import AtlasScreen
import AtlasTerminal

/// Opens the explorer.
struct ExploreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore", abstract: "Open the explorer (the default in a terminal).")

  @Option(help: "Open this country first; with --good, the screening of the pair.")
  var country: String?

  @Option(help: "Open this good first; with --country, the screening of the pair.")
  var good: String?

  @Flag(name: .customLong("no-mouse"), help: "Leave the mouse to the terminal.")
  var noMouse = false

  @OptionGroup(title: "Data") var data: DataOptions
  @OptionGroup(title: "Look") var look: LookOptions

  /// What the explorer shows and exports: the same parts as the commands that print it.
  static let parts: Parts = [
    .usual, .organisations, .references, .agreements, .standard, .hash,
  ]

  func run() throws {
    guard Output.isTerminal else { throw Self.noTerminal }
    let session = try Session(data, parts: Self.parts)
    let atlas = Atlas(
      catalog: session.catalog, map: session.map, series: session.lazySeries,
      warningCount: session.warnings.count)
    let calls = try calls(session)
    let options = TerminalOptions(
      theme: look.chosenTheme ?? .dark, colours: look.noColor ? .none : .automatic,
      isASCII: look.ascii, usesMouse: !noMouse)
    let code: Int32
    do throws(TerminalError) {
      code = try Explorer.run(
        atlas, Explorer.Start(options: options, calls: calls, export: Self.export))
    } catch {
      throw Failure(.work, error.description)
    }
    if code != 0 { throw ExitCode(code) }
  }

  private func calls(_ session: Session) throws(Failure) -> [Call] {
    let catalog = session.catalog
    let country = try country.map { name throws(Failure) in
      catalog.countries[try session.country(name)].iso3
    }
    let good = try good.map { name throws(Failure) in
      catalog.goods[try session.good(name)].id
    }
    switch (country, good) {
    case (let country?, let good?): return [Call(.go, "screening \(country) \(good)")]
    case (let country?, nil): return [Call(.go, "country \(country)")]
    case (nil, let good?): return [Call(.go, "good \(good)")]
    case (nil, nil): return []
    }
  }

  /// Writes a file beside existing ones, never over them.
  private static func export(_ suggestedName: String, _ text: String) -> AppState.Message {
    var parts = suggestedName.split(separator: ".", omittingEmptySubsequences: false)
    let ending = parts.count > 1 ? "." + parts.removeLast() : ""
    let stem = parts.joined(separator: ".")
    for number in 1...999 {
      let name = number == 1 ? suggestedName : "\(stem)-\(number)\(ending)"
      do throws(Failure) {
        try Output.write(text, to: name, replacing: false)
        return AppState.Message(text: "Written here: \(name)", isError: false)
      } catch {
        if error.isExisting { continue }
        return AppState.Message(text: error.description, isError: true)
      }
    }
    return AppState.Message(text: "\(stem): 999 files of that name exist.", isError: true)
  }

  /// Said when there is no terminal to explore in.
  static var noTerminal: Failure {
    let names = AtlasCommand.commandNames.filter { $0 != "explore" && $0 != "help" }
    return Failure(
      .usage,
      "standard output is not a terminal, so the explorer cannot open\n"
        + "Commands that print instead: " + names.joined(separator: ", ")
        + ".\nSee `dpg-atlas --help`.")
  }
}
