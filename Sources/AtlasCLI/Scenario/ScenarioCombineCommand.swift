import ArgumentParser
import AtlasModel
import AtlasReport

/// Lays scenario files over each other and writes the result as one.
struct ScenarioCombineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "combine",
    abstract:
      "Write several scenario files as one; of two that say the same thing, the later wins.",
    discussion: """
      What no longer counts is listed on standard error, with files and lines. A file that chooses \
      another preset takes earlier weights and weakest link away, as --preset does. The same files give \
      the same bytes anywhere.
      """)

  @Argument(help: "Two or more scenario files; later ones win.") var files: [String]

  @Option(help: ArgumentHelp("Name of the whole; the names of the parts if not given."))
  var name: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to a file; - is standard output.", valueName: "file"))
  var output = "-"

  @Flag(help: "Replace the file if it exists.") var force = false
  @OptionGroup(title: "Data") var data: DataOptions

  func validate() throws {
    if files.count < 2 { throw ValidationError("combine takes two or more scenario files.") }
    if output.isEmpty { throw ValidationError("--output needs the name of a file.") }
  }

  func run() throws {
    let output = Output(path: output == "-" ? nil : output, replaces: force)
    try output.check()
    let catalog = try Session(data).catalog
    var parts: [ScenarioCombination.Part] = []
    var faults: [String] = []
    for file in files {
      let name = PlainText.clean(file)
      let reading = ScenarioText.read(try ScenarioOption.text(file), catalog: catalog)
      faults += reading.problems.map { "\(name): \($0)" }
      let base = name.split(separator: "/").last.map(String.init) ?? name
      parts.append(ScenarioCombination.Part(file: base, reading: reading))
    }
    guard faults.isEmpty else { throw Failure(.invalidData, faults.joined(separator: "\n")) }
    let combination = ScenarioCombination(parts, name: name, catalog: catalog)
    guard combination.problems.isEmpty else {
      throw Failure(
        .invalidData,
        combination.problems.map { "all files together: \($0.message)" }.joined(separator: "\n"))
    }
    try output.write(combination.scenario.text)
    Output.say(
      combination.overrides.isEmpty
        ? "No file says anything else about what another one says."
        : combination.overrideTable.text())
  }
}
