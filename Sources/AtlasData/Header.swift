/// Compares the first line of a table with the layout.
enum Header {
  /// Throws `.invalid` unless the file starts with exactly these columns in this order.
  static func check(
    _ name: String, _ bytes: UnsafeBufferPointer<UInt8>, _ columns: [String], _ acceptsCRLF: Bool
  ) throws(DataError) {
    let end = bytes.firstIndex(of: CSVReader.lineFeed) ?? bytes.count
    var line = bytes[..<end]
    if acceptsCRLF, line.last == CSVReader.carriageReturn { line.removeLast() }
    let expected = columns.joined(separator: ",")
    if line.elementsEqual(expected.utf8) { return }
    throw .invalid([issue(name, String(decoding: line, as: UTF8.self), columns)])
  }

  private static func issue(_ name: String, _ line: String, _ columns: [String]) -> DataIssue {
    let found = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    if line.isEmpty {
      return DataIssue(
        file: name, line: 1, expected: "the header " + columns.joined(separator: ","))
    }
    if line.unicodeScalars.first?.value == 0xFEFF {
      return DataIssue(file: name, line: 1, expected: "no byte order mark before the header")
    }
    if let missing = columns.first(where: { !found.contains($0) }) {
      return DataIssue(
        file: name, line: 1, column: missing, value: line,
        expected: "a column named \(missing) in the header")
    }
    if let unknown = found.first(where: { !columns.contains($0) }) {
      return DataIssue(
        file: name, line: 1, column: unknown, value: unknown,
        expected: "only the columns " + columns.joined(separator: ","))
    }
    return DataIssue(
      file: name, line: 1, value: line,
      expected: "each column once, in the order " + columns.joined(separator: ","))
  }
}
