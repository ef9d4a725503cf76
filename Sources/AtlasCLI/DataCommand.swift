import ArgumentParser
import AtlasData
import AtlasReport

/// Validates or describes a dataset.
struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data", abstract: "Check or describe a dataset.",
    subcommands: [CheckCommand.self, InfoCommand.self])
}
