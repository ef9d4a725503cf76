import ArgumentParser
import AtlasApp
import AtlasReport

/// Prints keys and verbs of the explorer.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Print keys and commands of the explorer.",
    discussion: "The verbs are what session files for `explore --play` are made of.")

  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Look") var look: LookOptions

  @Flag(help: "Print the table of keys as the readme has it.")
  var documentation = false

  func run() throws {
    let destination = try output.destination(look)
    if documentation { return try destination.write(CommandsTable.markdown + "\n") }
    try destination.write(CommandsTable.table, as: output.format, isRaw: output.isRaw)
  }
}
