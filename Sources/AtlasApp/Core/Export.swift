import AtlasReport

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

  /// Whether people read it; the others are for programs.
  var isForPeople: Bool { self == .markdown || self == .text || self == .html }

  /// Words for people.
  var title: String {
    switch self {
    case .markdown: "Markdown"
    case .text: "Text"
    case .csv: "CSV"
    case .json: "JSON"
    case .jsonLines: "JSON Lines"
    case .html: "HTML page"
    }
  }
}

/// What is shown, ready to be written: the same bytes as the command named beside it.
public struct Export: Sendable {
  /// File name without its ending.
  public var stem: String
  /// The command that prints the same bytes, without program name and format; empty if none does.
  public var command: String
  /// The formats on offer.
  public var formats: [ExportFormat]
  private let write: @Sendable (ExportFormat) -> String

  init(
    stem: String, command: String, formats: [ExportFormat] = ExportFormat.allCases,
    write: @escaping @Sendable (ExportFormat) -> String
  ) {
    self.stem = stem
    self.command = command
    self.formats = formats
    self.write = write
  }

  /// The bytes of a format.
  public func text(_ format: ExportFormat) -> String { write(format) }

  /// A table in every format.
  static func table(_ table: ReportTable, stem: String, command: String) -> Export {
    Export(stem: stem, command: command) { text(table, $0) }
  }

  /// A table in a format.
  static func text(_ table: ReportTable, _ format: ExportFormat) -> String {
    switch format {
    case .markdown: table.markdown()
    case .text: table.text()
    case .csv: table.csv()
    case .json: table.json.pretty
    case .jsonLines: table.jsonLines
    case .html: table.html()
    }
  }

  /// A document, its rows where a format has rows.
  ///
  /// - Parameters:
  ///   - document: Makes the document, for people or for programs.
  ///   - rows: Makes the rows.
  ///   - json: Makes the JSON where it is not that of the document.
  static func document(
    _ document: @escaping @Sendable (_ isForPeople: Bool) -> Document,
    rows: @escaping @Sendable () -> ReportTable, json: (@Sendable () -> String)? = nil,
    stem: String, command: String
  ) -> Export {
    Export(stem: stem, command: command) { format in
      switch format {
      case .markdown: document(true).markdown()
      case .text: document(true).text(width: 100)
      case .csv: rows().csv()
      case .json: json?() ?? document(false).json.pretty
      case .jsonLines: rows().jsonLines
      case .html: document(true).html()
      }
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
