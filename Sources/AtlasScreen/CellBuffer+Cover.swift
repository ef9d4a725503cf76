extension CellBuffer {
  /// Covers the cells of a row whose role a test names, blanks among them left out.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - columns: The columns looked at.
  ///   - sign: One column wide; stands in each covered cell, in the role `dim`.
  ///   - hides: Whether a role is covered.
  public mutating func cover(
    row: Int, columns: Range<Int>, with sign: String, where hides: (Role) -> Bool
  ) {
    for column in columns {
      let cell = self[column, row]
      guard hides(cell.role) else { continue }
      write(cell.text == " " ? " " : sign, at: column, row: row, role: .dim, limit: 1)
    }
  }

  /// Covers every place of a row where a word stands.
  public mutating func cover(row: Int, columns: Range<Int>, with sign: String, word: String) {
    let units = Array(word).map(String.init)
    guard !units.isEmpty, columns.count >= units.count else { return }
    for start in columns.lowerBound...(columns.upperBound - units.count)
    where units.indices.allSatisfy({ self[start + $0, row].text == units[$0] }) {
      write(
        String(repeating: sign, count: units.count), at: start, row: row, role: .dim,
        limit: units.count)
    }
  }
}
