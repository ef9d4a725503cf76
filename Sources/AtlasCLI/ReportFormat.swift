import ArgumentParser
import AtlasReport

/// A form in which a fit report is written.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  /// Markdown.
  case md
  /// Text of 80 columns.
  case txt
  /// The screenings with points, sources and method.
  case json
  /// Every number a row, RFC 4180.
  case csv
  /// One HTML page that needs nothing else, with drawings.
  case html
  /// A spreadsheet: a sheet a part.
  case xlsx
}

extension Output {
  /// Writes a report whole; text has 80 columns wherever it goes.
  func write(_ report: FitReport, as format: ReportFormat, isRaw: Bool) throws(Failure) {
    switch format {
    case .md: try write(report.document.markdown())
    case .txt: try write(text: report.document.text(width: 80))
    case .json: try write(report.json.pretty)
    case .csv: try write(report.table.csv(isRaw: isRaw))
    case .html: try write(report.document.html(page))
    case .xlsx: try write(bytes: WorkbookFile.bytes(report.document.workbook))
    }
  }
}
