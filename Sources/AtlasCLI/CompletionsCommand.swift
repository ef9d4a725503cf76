import ArgumentParser

/// Prints a completion script for a shell.
struct CompletionsCommand: ParsableCommand {
  /// A shell that completion scripts exist for.
  enum Shell: String, CaseIterable, ExpressibleByArgument {
    case bash
    case zsh
    case fish

    var completion: CompletionShell {
      switch self {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "completions", abstract: "Print a completion script for a shell.")

  @Argument(help: "The shell: bash, zsh or fish.") var shell: Shell

  func run() throws {
    try Output().write(AtlasCommand.completionScript(for: shell.completion))
  }
}
