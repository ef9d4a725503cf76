import ArgumentParser
import AtlasModel
import AtlasReport

/// The scenario file that a command starts from.
struct ScenarioOption: ParsableArguments {
  @Option(
    name: .customLong("scenario"),
    help: ArgumentHelp(
      "Start from the changes in a scenario file.",
      discussion: "What other options say wins over the file; measures are added to its own.",
      valueName: "file"))
  var file: String?

  /// The scenario of the file; without a file, no change.
  func scenario(_ catalog: Catalog) throws(Failure) -> Scenario {
    guard let file else { return Scenario() }
    return try Self.read(file, catalog)
  }

  /// The text of a file that the user names; a failure says what to do.
  static func text(_ path: String) throws(Failure) -> String {
    let name = PlainText.clean(path)
    do throws(TextFile.Trouble) {
      return try TextFile.read(path)
    } catch {
      switch error {
      case .notFound: throw Failure(.missingInput, "\(name): not found; check the path")
      case .unreadable(let reason):
        throw Failure(.missingInput, "\(name): cannot be read: \(reason)")
      case .notText:
        throw Failure(.invalidData, "\(name): no text in UTF-8; save it as UTF-8")
      }
    }
  }

  /// Reads a scenario; every fault of the file is named with its line.
  static func read(_ path: String, _ catalog: Catalog) throws(Failure) -> Scenario {
    let name = PlainText.clean(path)
    let text = try self.text(path)
    let reading = ScenarioText.read(text, catalog: catalog)
    guard reading.problems.isEmpty else {
      throw Failure(
        .invalidData, reading.problems.map { "\(name): \($0)" }.joined(separator: "\n"))
    }
    return reading.scenario
  }

  /// The dataset with the scenario of the file laid over it.
  func laid(over catalog: Catalog) throws(Failure) -> ChangedDataset {
    ChangedDataset(try scenario(catalog), catalog)
  }
}

/// A dataset with a scenario laid over it.
struct ChangedDataset {
  /// The changes.
  let scenario: Scenario
  /// The dataset without them.
  let original: Catalog
  /// The dataset with them.
  let catalog: Catalog

  init(_ scenario: Scenario, _ original: Catalog) {
    self.scenario = scenario
    self.original = original
    catalog = scenario.applied(to: original)
  }

  /// The changes in words, to stand beside a result.
  var notes: [String] { ScenarioChanges.notes(scenario, catalog: original) }

  /// The table with the changes under it; a format without notes says them on standard error.
  func noted(_ table: ReportTable, _ format: OutputFormat) -> ReportTable {
    guard format.hasNotes else {
      announce()
      return table
    }
    return table.noted(with: scenario, original: original)
  }

  /// The document with the changes as its first section.
  func opened(_ document: Document, _ format: OutputFormat) -> Document {
    if format.isRowsOnly { announce() }
    return document.opened(with: scenario, original: original)
  }

  /// Says on standard error which changes a format without room for them was written under.
  func announce() {
    if let headline = ScenarioChanges.headline(scenario, catalog: original) { Output.say(headline) }
  }
}
