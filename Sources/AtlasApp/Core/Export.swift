import AtlasModel
public import AtlasReport

/// A form in which the explorer writes what it shows.
public enum ExportFormat: String, Sendable, CaseIterable {
  /// Markdown.
  case markdown = "md"
  /// Aligned text, as `--format table` writes it to a file.
  case text = "txt"
  /// RFC 4180.
  case csv
  /// One JSON value.
  case json
  /// One JSON object a line.
  case jsonLines = "jsonl"
  /// One page that needs nothing else.
  case html
  /// A spreadsheet.
  case xlsx
  /// Pages to print.
  case pdf

  /// Whether people read it; the others are for programs.
  var isForPeople: Bool { [.markdown, .text, .html, .pdf].contains(self) }
  /// Whether remarks have a place in it.
  var hasNotes: Bool { isForPeople || self == .xlsx }
  /// Whether series stand as numbers in a table, and not as lines of text.
  var hasNumbers: Bool { self == .json || self == .xlsx }

  /// Words for people.
  var title: String {
    switch self {
    case .markdown: "Markdown"
    case .text: "Text"
    case .csv: "CSV"
    case .json: "JSON"
    case .jsonLines: "JSON Lines"
    case .html: "HTML page"
    case .xlsx: "Spreadsheet"
    case .pdf: "PDF"
    }
  }

  /// The format as `--format` takes it.
  var option: String { self == .text ? "table" : rawValue }
}

/// What goes into a file; spreadsheets and pages are made by libraries outside.
public enum ExportContents: Sendable, Equatable {
  /// Text as it is.
  case text(String)
  /// A spreadsheet.
  case workbook(Workbook)
  /// Pages to print.
  case pages(Document)
}

/// What is shown, ready to be written: the same bytes as the command named beside it.
public struct Export: Sendable {
  /// One file on offer.
  public struct Choice: Sendable, Equatable {
    /// The name that `export-as` takes: a format, or a length of a fit report and a format.
    public var name: String
    /// Words for people.
    public var title: String
    /// Name of the file.
    public var file: String
    /// The command that prints the same bytes, without the program's name; empty if none does.
    public var command: String
  }

  /// Fit reports on what is shown.
  struct Reports: Sendable {
    /// File name without length and ending.
    var stem: String
    /// What follows the word `report` in the command.
    var arguments: String
    /// Makes one.
    var make: @Sendable (FitReport.Length) -> FitReport
    static let formats: [ExportFormat] = [.pdf, .html, .markdown]
  }

  /// File name without its ending.
  public var stem: String
  /// The command that prints the same bytes, without program name and format; empty if none does.
  public var command: String
  /// The formats on offer.
  public var formats: [ExportFormat]
  private let write: @Sendable (ExportFormat) -> ExportContents
  var reports: Reports?

  init(
    stem: String, command: String, formats: [ExportFormat] = ExportFormat.allCases,
    write: @escaping @Sendable (ExportFormat) -> ExportContents
  ) {
    self.stem = stem
    self.command = command
    self.formats = formats
    self.write = write
  }

  /// All files on offer: what is shown in each format, then fit reports.
  public var choices: [Choice] {
    let shown = formats.map { format in
      Choice(
        name: format.rawValue, title: format.title, file: "\(stem).\(format.rawValue)",
        command: command.isEmpty ? "" : "\(command) --format \(format.option)")
    }
    guard let reports else { return shown }
    return shown
      + FitReport.Length.allCases.flatMap { length in
        Reports.formats.map { format in
          Choice(
            name: "\(length.rawValue).\(format.rawValue)",
            title: "Fit report, \(length.rawValue): \(format.title)",
            file: "\(reports.stem)-\(length.rawValue).\(format.rawValue)",
            command: "report \(reports.arguments) --length \(length.rawValue) "
              + "--format \(format.rawValue)")
        }
      }
  }

  /// The contents of a file on offer, by its name.
  public func contents(_ name: String) -> ExportContents? {
    if let format = ExportFormat(rawValue: name) {
      return formats.contains(format) ? write(format) : nil
    }
    let parts = name.split(separator: ".").map(String.init)
    guard let reports, parts.count == 2, let length = FitReport.Length(rawValue: parts[0]),
      let format = ExportFormat(rawValue: parts[1]), Reports.formats.contains(format)
    else { return nil }
    return Self.contents(reports.make(length).document, format)
  }

  /// A table in a format.
  static func contents(_ table: ReportTable, _ format: ExportFormat) -> ExportContents {
    let table = format.isForPeople ? table.translated(by: .current) : table
    return switch format {
    case .markdown: .text(table.markdown())
    case .text: .text(table.text())
    case .csv: .text(table.csv())
    case .json: .text(table.json.pretty)
    case .jsonLines: .text(table.jsonLines)
    case .html: .text(table.html())
    case .xlsx: .workbook(table.workbook.translated(by: .current))
    case .pdf: .pages(table.page)
    }
  }

  /// A document in a format that has no rows.
  static func contents(_ document: Document, _ format: ExportFormat) -> ExportContents {
    let document = format.isForPeople ? document.translated(by: .current) : document
    return switch format {
    case .text: .text(document.text(width: 100))
    case .json: .text(document.json.pretty)
    case .html: .text(document.html())
    case .xlsx: .workbook(document.workbook.translated(by: .current))
    case .pdf: .pages(document)
    case .markdown, .csv, .jsonLines: .text(document.markdown())
    }
  }

  /// A document, its rows where a format has rows.
  ///
  /// - Parameters:
  ///   - document: Makes the document, with series as text or as numbers.
  ///   - rows: Makes the rows.
  ///   - json: Makes the JSON where it is not that of the document.
  static func document(
    _ document: @escaping @Sendable (_ hasNumbers: Bool) -> Document,
    rows: @escaping @Sendable () -> ReportTable, json: (@Sendable () -> String)? = nil,
    stem: String, command: String
  ) -> Export {
    Export(stem: stem, command: command) { format in
      switch format {
      case .csv, .jsonLines: return contents(rows(), format)
      case .json: if let json { return .text(json()) }
      default: break
      }
      return contents(document(format.hasNumbers), format)
    }
  }
}

/// Words of a shell command.
enum ShellWords {
  /// A word in single quotes where the shell would read it otherwise.
  static func quoted(_ word: String) -> String {
    let plain =
      !word.isEmpty
      && word.unicodeScalars.allSatisfy { scalar in
        scalar.isASCII
          && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || "-_.:,/=+%@".unicodeScalars.contains(scalar))
      }
    return plain
      ? word
      : "'"
        + word.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "'\\''") + "'"
  }

  /// An option with its value; empty for no value.
  static func option(_ name: String, _ value: String) -> String {
    value.isEmpty ? "" : " \(name) \(quoted(value))"
  }
}
