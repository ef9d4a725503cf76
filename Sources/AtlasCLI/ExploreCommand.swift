import ArgumentParser

/// Opens the explorer.
struct ExploreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore", abstract: "Open the explorer (the default in a terminal).")

  @OptionGroup(title: "Data") var data: DataOptions
  @OptionGroup(title: "Look") var look: LookOptions

  func run() throws {
    guard Output.isTerminal else { throw Self.noTerminal }
    throw Failure(.work, "the explorer is not part of this build")
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
