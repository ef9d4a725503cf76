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
  /// A spreadsheet: summary, flags, dimensions, measures, goods, numbers, sources.
  case xlsx
  /// Pages to print, with drawings.
  case pdf

  /// Whether it is no text, and so no use on a terminal.
  var isBinary: Bool { self == .xlsx || self == .pdf }
}

extension Output {
  /// Writes a report whole; text has 80 columns wherever it goes.
  func write(_ report: FitReport, as format: ReportFormat, isRaw: Bool) throws(Failure) {
    try write(bytes: bytes(of: report, as: format, isRaw: isRaw))
  }

  /// The bytes of a report in a form.
  func bytes(
    of report: FitReport, as format: ReportFormat, isRaw: Bool
  ) throws(Failure) -> [UInt8] {
    let text: String
    switch format {
    case .md: text = report.document.markdown()
    case .txt: text = folded(report.document.text(width: 80))
    case .json: text = report.json.pretty
    case .csv: text = report.table.csv(isRaw: isRaw)
    case .html: text = report.document.html(page)
    case .xlsx: return try WorkbookFile.bytes(report.workbook)
    case .pdf: return try PaperPages.bytes(report.document, on: paper)
    }
    return Array(text.utf8)
  }
}
