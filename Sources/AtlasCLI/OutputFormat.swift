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
  /// One HTML page that needs nothing else.
  case html
  /// A spreadsheet.
  case xlsx
  /// Pages to print.
  case pdf

  /// Whether people read it; the others are for programs.
  var isForPeople: Bool { [.table, .md, .html, .pdf].contains(self) }
  /// Whether remarks have a place in it.
  var hasNotes: Bool { isForPeople || self == .xlsx }
  /// Whether series stand as numbers in a table, and not as lines of text.
  var hasNumbers: Bool { self == .json || self == .xlsx }
  /// Whether it is no text, and so no use on a terminal.
  var isBinary: Bool { self == .xlsx || self == .pdf }
  /// Whether it has rows only, and no room for a text.
  var isRowsOnly: Bool { self == .csv || self == .jsonl }
}

extension Output {
  /// Writes a table.
  func write(_ table: ReportTable, as format: OutputFormat, isRaw: Bool) throws(Failure) {
    let table = format.isForPeople ? table.translated(by: .current) : table
    switch format {
    case .table: try write(text: table.text(width: columns))
    case .csv: try write(table.csv(isRaw: isRaw))
    case .json: try write(table.json.pretty)
    case .md: try write(table.markdown())
    case .jsonl: try write(table.jsonLines)
    case .html: try write(table.html(page))
    case .xlsx: try write(bytes: WorkbookFile.bytes(table.workbook.translated(by: .current)))
    case .pdf: try write(bytes: PaperPages.bytes(table.page, on: paper))
    }
  }

  /// Writes a document; its figures as a table where the format has rows.
  func write(
    _ document: Document, rows: @autoclosure () -> ReportTable, as format: OutputFormat,
    isRaw: Bool
  ) throws(Failure) {
    let document = format.isForPeople ? document.translated(by: .current) : document
    switch format {
    case .table: try write(text: document.text(width: columns ?? 100))
    case .json: try write(document.json.pretty)
    case .md: try write(document.markdown())
    case .html: try write(document.html(page))
    case .xlsx: try write(bytes: WorkbookFile.bytes(document.workbook.translated(by: .current)))
    case .pdf: try write(bytes: PaperPages.bytes(document, on: paper))
    case .csv, .jsonl: try write(rows(), as: format, isRaw: isRaw)
    }
  }
}
