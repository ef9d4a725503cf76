import ArgumentParser
import AtlasModel
import AtlasReport
import Glibc

/// Lists the scenario files of a folder.
struct ScenarioListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the scenario files of a folder: name, changes, countries, faults with lines.",
    discussion: """
      Files that end in .scenario, and others whose first line begins with `dpg-atlas scenario`; \
      folders inside are not searched.
      """)

  @Argument(help: "A folder; this one if none is given.") var folder = "."
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let output = try shared.output.destination(shared.look)
    let names = try Self.names(in: folder)
    let catalog = try Session(shared.data).catalog
    let files = names.compactMap { ScenarioFile(folder, $0, catalog) }
    try output.write(
      ScenarioFile.table(
        files, folder: PlainText.clean(folder), isForPeople: shared.output.format.isForPeople),
      as: shared.output.format, isRaw: shared.output.isRaw)
  }

  /// Names in a folder, in the order of their bytes.
  private static func names(in folder: String) throws(Failure) -> [String] {
    guard let directory = opendir(folder) else {
      throw Failure(
        .missingInput,
        "\(PlainText.clean(folder)): cannot be listed: \(FileWriter.reason(errno))")
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafeBytes(of: entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

/// A scenario file in a list, sound or not.
struct ScenarioFile {
  private let name: String
  private let scenario: Scenario
  private let faults: [String]

  /// Reads a file; nil if it is none of a scenario.
  init?(_ folder: String, _ name: String, _ catalog: Catalog) {
    let path = folder + "/" + name
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    guard name.hasSuffix(".scenario") || Self.beginsAsOne(path) else { return nil }
    self.name = PlainText.clean(name)
    do throws(Failure) {
      let reading = ScenarioText.read(try ScenarioOption.text(path), catalog: catalog)
      scenario = reading.scenario
      faults = reading.problems.map(\.description)
    } catch {
      scenario = Scenario()
      let place = PlainText.clean(path) + ": "
      let text = error.description
      faults = [text.hasPrefix(place) ? String(text.dropFirst(place.count)) : text]
    }
  }

  private static func beginsAsOne(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = max(0, read(descriptor, &bytes, bytes.count))
    var start = bytes.prefix(count)
    if start.starts(with: [0xEF, 0xBB, 0xBF]) { start = start.dropFirst(3) }
    return start.starts(with: ScenarioText.opening.utf8)
  }

  /// The files as a table; people get the faults under it, files in a column.
  static func table(
    _ files: [ScenarioFile], folder: String, isForPeople: Bool
  ) -> ReportTable {
    let sound = files.count { $0.faults.isEmpty }
    let faults = files.flatMap { file in file.faults.map { "\(file.name): \($0)" } }
    return ReportTable(
      id: "scenarios", title: "Scenarios in \(folder)",
      columns: [
        ReportColumn("file", "file", isFlexible: true),
        ReportColumn("name", "name", documentation: "Its name.", isFlexible: true),
        ReportColumn("changes", "changes", alignment: .trailing),
        ReportColumn("countries", "countries", documentation: "Whose figures or facts it changes."),
        ReportColumn("sourced", "with source", alignment: .trailing),
        ReportColumn("what_if", "what-if", alignment: .trailing),
        ReportColumn("faults", "faults", alignment: .trailing),
      ] + (isForPeople ? [] : [ReportColumn("fault_lines", "faults")]),
      rows: files.map { $0.cells(isForPeople) },
      notes: ["\(sound) of \(files.count) can be used."] + (isForPeople ? faults : []))
  }

  private func cells(_ isForPeople: Bool) -> [ReportCell] {
    let isSound = faults.isEmpty
    func count(_ number: Int) -> ReportCell { ReportCell(isSound ? .integer(number) : .missing) }
    let sources = scenario.figures.map(\.source) + scenario.facts.map(\.source)
    let sourced = sources.count { !$0.isEmpty }
    return [
      .text(name), ReportCell(.text(isSound ? scenario.name : "")), count(scenario.changeCount),
      isSound ? ReportCell(.list(scenario.countries)) : ReportCell(.missing), count(sourced),
      count(sources.count - sourced), ReportCell(.integer(faults.count)),
    ] + (isForPeople ? [] : [ReportCell(.list(faults))])
  }
}
