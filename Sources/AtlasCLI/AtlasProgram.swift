import ArgumentParser
import AtlasModel
import AtlasReport
import Glibc

/// The program: runs the command that its arguments name and ends with the exit code of the outcome.
public enum AtlasProgram {
  /// Version of the program.
  public static let version = "0.1.0"

  /// Runs and ends the process.
  public static func main() -> Never {
    exit(run(Array(CommandLine.arguments.dropFirst())))
  }

  /// Runs a command line; returns the exit code.
  static func run(_ given: [String]) -> Int32 {
    let isDiff = given.prefix(2) == ["report", "diff"]
    let arguments = isDiff ? ["report-diff"] + given.dropFirst(2) : given
    do {
      try requireKnownCommand(arguments)
      var command = try AtlasCommand.parseAsRoot(arguments)
      let translator = Languages.translator(Languages.asked(arguments))
      try Translator.$current.withValue(translator) {
        try SampleKernels.$current.withValue(MachineSampleKernel()) { try command.run() }
      }
      return 0
    } catch let failure as Failure {
      return end(failure)
    } catch {
      return end(error)
    }
  }

  private static func end(_ failure: Failure) -> Int32 {
    if !failure.description.isEmpty { Output.say("dpg-atlas: " + failure.description) }
    return failure.exitCode
  }

  /// Ends with an error of the argument parser, which also stands for a request for help.
  private static func end(_ error: any Error) -> Int32 {
    let code = AtlasCommand.exitCode(for: error).rawValue
    let message = AtlasCommand.fullMessage(for: error)
    guard code == 0 else {
      Output.say(message)
      return code
    }
    do throws(Failure) {
      try Output().write(message.hasSuffix("\n") ? message : message + "\n")
      return 0
    } catch {
      return end(error)
    }
  }

  /// Names the nearest commands for one that does not exist.
  ///
  /// Left alone, the parser would take an unknown word for an argument of the default command.
  private static func requireKnownCommand(_ arguments: [String]) throws(Failure) {
    guard let first = arguments.first, !first.hasPrefix("-") else { return }
    let names = AtlasCommand.commandNames
    guard !names.contains(first) else { return }
    throw Failure(
      .usage,
      "there is no command `\(first)`"
        + WordDistance.offer(WordDistance.nearest(to: first, among: names))
        + "\nCommands: " + names.joined(separator: ", ") + ".")
  }
}
