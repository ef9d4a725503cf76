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
    let document =
      [.json, .csv, .xlsx].contains(format)
      ? report.document : report.document.translated(by: .current)
    switch format {
    case .md: text = document.markdown()
    case .txt: text = folded(document.text(width: 80))
    case .json: text = report.json.pretty
    case .csv: text = report.table.csv(isRaw: isRaw)
    case .html: text = document.html(page)
    case .xlsx: return try WorkbookFile.bytes(report.workbook.translated(by: .current))
    case .pdf: return try PaperPages.bytes(document, on: paper)
    }
    return Array(text.utf8)
  }
}
