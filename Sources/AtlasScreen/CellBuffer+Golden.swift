extension CellBuffer {
  /// The text of each row, without the spaces at its end.
  public var lines: [String] {
    (0..<size.rows).map { index in
      Self.trimmed(row(index).map(\.text).joined(), of: " ")
    }
  }

  /// The role of each cell as its letter, a row a line, without plain text at its end.
  public var roleLines: [String] {
    (0..<size.rows).map { index in
      Self.trimmed(String(row(index).map(\.role.code)), of: Role.text.code)
    }
  }

  /// Text and role map in one, for comparison with a file.
  public var golden: String {
    let header = "\(size.columns)x\(size.rows)\n"
    let cursorLine = cursor.map { "cursor \($0.column),\($0.row)\n" } ?? ""
    return header + cursorLine + lines.map { $0 + "\n" }.joined()
      + "-- roles\n" + roleLines.map { $0 + "\n" }.joined()
  }

  private static func trimmed(_ text: String, of filler: Character) -> String {
    var rest = Substring(text)
    while rest.last == filler { rest.removeLast() }
    return String(rest)
  }
}
