/// A table read whole for the checker: every sound record as text, and what was wrong with the rest.
struct CheckedTable {
  /// One record.
  struct Row {
    var line: Int
    var fields: [String]
  }

  let file: DatasetFile
  let columns: [String]
  private(set) var rows: [Row] = []
  private(set) var issues: [DataIssue] = []
  /// Whether the header is that of the layout, so that columns mean what they should.
  private(set) var isReadable = true

  init(_ file: DatasetFile, _ bytes: FileBytes) {
    self.file = file
    columns = file.columns
    do throws(DataError) {
      try Header.check(file.rawValue, bytes.buffer, columns, false)
    } catch {
      issues = error.issues
      isReadable = false
      return
    }
    var csv = CSVReader(bytes, width: columns.count)
    _ = csv.next()
    reading: while true {
      switch csv.next() {
      case .end: break reading
      case .record:
        rows.append(Row(line: csv.line, fields: columns.indices.map { csv.fields[$0].text }))
      case .fault(let fault, let column, let value):
        issues.append(
          DataIssue(
            file: file.rawValue, line: csv.line,
            column: columns.indices.contains(column) ? columns[column] : "", value: value.text,
            expected: fault.expected))
      }
    }
    if bytes.buffer.last != CSVReader.lineFeed {
      issues.append(
        DataIssue(
          file: file.rawValue, line: csv.line, expected: "a line feed at the end of the file",
          level: .warning))
    }
  }

  /// Notes a problem of one field.
  mutating func note(
    _ row: Row, _ column: Int, _ expected: String, level: DataIssue.Level = .error
  ) {
    issues.append(
      DataIssue(
        file: file.rawValue, line: row.line, column: columns[column], value: row.fields[column],
        expected: expected, level: level))
  }

  /// Position of a column by name; the first if there is none.
  func column(_ name: String) -> Int { columns.firstIndex(of: name) ?? 0 }
}
