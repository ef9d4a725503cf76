import ArgumentParser
import AtlasData
import AtlasReport

/// Validates or describes a dataset.
struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data", abstract: "Check, describe or compare datasets.",
    subcommands: [CheckCommand.self, InfoCommand.self, DataDiffCommand.self])
}

/// Validates a dataset.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Validate a dataset: exit code 0 if it is valid, 65 if not.",
    discussion: "Every problem is printed with file, line, column and what was expected.")

  @Argument(help: "A folder in the dataset layout; the bundled dataset if left out.")
  var directory: String?
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Look") var look: LookOptions

  func run() throws {
    let place = try output.destination(look)
    let issues: [DataIssue]
    do throws(DataError) {
      let files = try directory.map { path throws(DataError) in
        try DatasetFiles(directory: path)
      }
      issues = DatasetChecker.check(files ?? .bundled)
    } catch {
      throw Failure(error)
    }
    let errors = issues.count { $0.level == .error }
    if output.format == .table {
      try place.write(text: issues.map { "\($0.level.rawValue): \($0)\n" }.joined())
    } else {
      try place.write(table(issues), as: output.format, isRaw: output.isRaw)
    }
    let summary = "\(errors) errors, \(issues.count - errors) warnings"
    guard errors == 0 else { throw Failure(.invalidData, "the dataset is not valid: \(summary)") }
    Output.say("The dataset is valid: \(summary).")
  }

  private func table(_ issues: [DataIssue]) -> ReportTable {
    ReportTable(
      id: "issues", title: "Problems",
      columns: [
        ReportColumn("level", "level"), ReportColumn("file", "file"),
        ReportColumn("line", "line", alignment: .trailing), ReportColumn("column", "column"),
        ReportColumn("value", "value", isFlexible: true),
        ReportColumn("expected", "expected", isFlexible: true),
      ],
      rows: issues.map { issue in
        [
          .text(issue.level.rawValue), .text(issue.file),
          ReportCell(issue.line > 0 ? .integer(issue.line) : .missing), .text(issue.column),
          .text(issue.value), .text(issue.expected),
        ]
      })
  }
}

/// Describes a dataset.
struct InfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "Describe a dataset: rows, coverage, vintages, terms.",
    discussion: "With csv or jsonl: the coverage of each indicator.")

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let output = try shared.output.destination(shared.look)
    let info: DatasetInfo
    do throws(DataError) {
      let files = try Session.files(shared.data)
      info = DatasetInfo(files, dataset: try DatasetLoader.load(files))
    } catch {
      throw Failure(error)
    }
    let document = DatasetInfoDocument(info)
    try output.write(
      document.document, rows: document.coverage, as: shared.output.format,
      isRaw: shared.output.isRaw)
  }
}
