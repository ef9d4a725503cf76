import ArgumentParser
import AtlasModel
import AtlasReport

/// Shows scenario files.
struct ScenarioCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenario", abstract: "List, show, compare, combine and apply scenario files.",
    discussion: """
      A scenario is a text file of changes, one a line, that --scenario lays over the dataset:

        dpg-atlas scenario 1
        name: Ten years on
        preset: citizen-first
        weight power: 2
        weakest-link: 0.5
        equity-share: 0.5
        policy: two
        measure: dd-voice
        figure UGA internet-users: 45 ; source: the ministry's words
        level dhis2 connectivity: 1
      """,
    subcommands: [
      ScenarioListCommand.self, ScenarioShowCommand.self, ScenarioDiffCommand.self,
      ScenarioCombineCommand.self, ScenarioApplyCommand.self,
    ])
}

/// Prints the changes of a scenario.
struct ScenarioShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print the changes of a scenario: what, original with year and source, new value.")

  @Argument(help: "A scenario file.") var file: String
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let output = try shared.output.destination(shared.look)
    let catalog = try Session(shared.data).catalog
    let scenario = try ScenarioOption.read(file, catalog)
    try output.write(
      ScenarioChanges.table(
        scenario, catalog: catalog, isForPeople: shared.output.format.isForPeople),
      as: shared.output.format, isRaw: shared.output.isRaw)
  }
}

/// Prints what differs between two scenarios.
struct ScenarioDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Print what differs between two scenarios.")

  @Argument(help: "A scenario file.") var first: String
  @Argument(help: "Another scenario file.") var second: String
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let output = try shared.output.destination(shared.look)
    let catalog = try Session(shared.data).catalog
    let left = try ScenarioOption.read(first, catalog)
    let right = try ScenarioOption.read(second, catalog)
    func name(_ scenario: Scenario, _ file: String) -> String {
      scenario.name.isEmpty ? file : "\(scenario.name) (\(file))"
    }
    try output.write(
      ScenarioChanges.difference(
        left, right, names: (name(left, first), name(right, second)), catalog: catalog,
        isForPeople: shared.output.format.isForPeople),
      as: shared.output.format, isRaw: shared.output.isRaw)
  }
}
