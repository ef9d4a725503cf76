import ArgumentParser
import AtlasReport

/// A form in which results are written.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  /// Aligned text for people.
  case table
  /// RFC 4180, for spreadsheets.
  case csv
  /// One JSON value.
  case json
  /// Markdown.
  case md
  /// One JSON object a line.
  case jsonl

  /// Whether people read it; the others are for programs.
  var isForPeople: Bool { self == .table || self == .md }
}

extension Output {
  /// Writes a table.
  func write(_ table: ReportTable, as format: OutputFormat, isRaw: Bool) throws(Failure) {
    switch format {
    case .table: try write(text: table.text(width: columns))
    case .csv: try write(table.csv(isRaw: isRaw))
    case .json: try write(table.json.pretty)
    case .md: try write(table.markdown())
    case .jsonl: try write(table.jsonLines)
    }
  }

  /// Writes a document; its figures as a table where the format has rows.
  func write(
    _ document: Document, rows: @autoclosure () -> ReportTable, as format: OutputFormat,
    isRaw: Bool
  ) throws(Failure) {
    switch format {
    case .table: try write(text: document.text(width: columns ?? 100))
    case .json: try write(document.json.pretty)
    case .md: try write(document.markdown())
    case .csv, .jsonl: try write(rows(), as: format, isRaw: isRaw)
    }
  }
}
