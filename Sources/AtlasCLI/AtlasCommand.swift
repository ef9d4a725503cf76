// AtlasCLI is the command line: it reads options, loads the dataset, and writes what the pure
// modules make of it. Start reading here; `AtlasProgram.swift` turns errors into exit codes.
import ArgumentParser
import AtlasModel

/// The root command.
struct AtlasCommand: ParsableCommand {
  /// All commands, in the order of help.
  static let subcommands: [any ParsableCommand.Type] = [
    ExploreCommand.self, RecordCommand.self,
    CountriesCommand.self, GoodsCommand.self, IndicatorsCommand.self, SourcesCommand.self,
    MeasuresCommand.self,
    CountryCommand.self, GoodCommand.self, AssessCommand.self, RankCommand.self,
    MatrixCommand.self, ReportCommand.self, ReportDiffCommand.self, MapCommand.self,
    OfferCommand.self,
    CompareCommand.self, WhyCommand.self, ChangeCommand.self, CertaintyCommand.self,
    PlanCommand.self, PortfolioCommand.self, MethodCommand.self,
    ScenarioCommand.self, LessonCommand.self,
    DataCommand.self, KeysCommand.self,
    CompletionsCommand.self,
  ]

  static let configuration = CommandConfiguration(
    commandName: "dpg-atlas",
    abstract: "Explore digital public goods and the conditions of countries, offline.",
    discussion: """
      Without a command, opens the explorer if standard output is a terminal.

      Exit codes: 0 done; 1 work failed; 64 wrong use; 65 data invalid; 66 input missing; \
      73 output cannot be written; 74 read or write failed.
      """,
    version: "dpg-atlas \(AtlasProgram.version), model \(ModelIdentity.version)",
    subcommands: subcommands, defaultSubcommand: ExploreCommand.self)

  /// Names of all commands.
  static var commandNames: [String] { subcommands.map { $0._commandName } + ["help"] }
}
