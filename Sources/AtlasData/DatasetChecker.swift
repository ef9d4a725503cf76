/// Checks a dataset against the layout: form, types, words, ranges, keys, order, references.
public enum DatasetChecker {
  /// Every problem found, in the order of the layout and then of lines; none for a good dataset.
  ///
  /// Errors are what makes rows or files unusable; warnings are matters of form.
  public static func check(_ files: DatasetFiles) -> [DataIssue] {
    var tables: [DatasetFile: CheckedTable] = [:]
    var issues: [DatasetFile: [DataIssue]] = [:]
    for file in DatasetFile.allCases {
      guard let bytes = files[file] else {
        issues[file] = [DataIssue(file: file.rawValue, line: 0, expected: "the file to be there")]
        continue
      }
      if file != .worldMap { tables[file] = CheckedTable(file, bytes) }
    }
    let ids = tables.mapValues { table in Set(table.rows.map { $0.fields[0] }) }
    for (file, var table) in tables where table.isReadable {
      guard let rules = TableRules(file) else { continue }
      checkFields(&table, rules, ids)
      checkKeys(&table, rules)
      checkOrder(&table, rules, tables)
      checkCharacters(&table)
      RelationChecker.check(&table, tables)
      tables[file] = table
    }
    for (file, table) in tables { issues[file] = table.issues }
    if let map = files[.worldMap] {
      issues[.worldMap] = MapChecker.check(map, countries: ids[.countries] ?? [])
    }
    return DatasetFile.allCases.flatMap { file in
      (issues[file] ?? []).enumerated().sorted {
        ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
      }.map(\.element)
    }
  }

  private static func checkFields(
    _ table: inout CheckedTable, _ rules: TableRules, _ ids: [DatasetFile: Set<String>]
  ) {
    for row in table.rows {
      for (column, rule) in zip(row.fields.indices, rules.fields) {
        if let expected = rule.fault(row.fields[column], ids: ids) {
          table.note(row, column, expected)
        }
      }
    }
  }

  private static func checkKeys(_ table: inout CheckedTable, _ rules: TableRules) {
    var lines: [[String]: Int] = [:]
    for row in table.rows {
      let key = rules.key.map { row.fields[$0] }
      if let line = lines[key] {
        table.note(row, rules.key.last ?? 0, "no second row of the key on line \(line)")
      } else {
        lines[key] = row.line
      }
    }
  }

  private static func checkOrder(
    _ table: inout CheckedTable, _ rules: TableRules, _ tables: [DatasetFile: CheckedTable]
  ) {
    let position: (CheckedTable.Row) -> [String]
    let places: [String: Int]
    switch rules.order {
    case .own: return
    case .firstColumn:
      places = [:]
      position = { [$0.fields[0]] }
    case .key:
      places = [:]
      position = { row in rules.key.map { row.fields[$0] } }
    case .listed(let file):
      let ids = tables[file]?.rows.map { $0.fields[0] } ?? []
      places = Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
      position = { [$0.fields[0]] }
    }
    for (before, row) in zip(table.rows, table.rows.dropFirst()) {
      let (left, right) = (position(before), position(row))
      let isInOrder =
        left == right
        ? places[before.fields[1], default: 0] <= places[row.fields[1], default: 0]
        : isSorted(left, right)
      if !isInOrder {
        table.note(row, rules.key.last ?? 0, "rows in order of their keys", level: .warning)
      }
    }
  }

  private static func isSorted(_ left: [String], _ right: [String]) -> Bool {
    for (one, other) in zip(left, right) where one != other {
      return one.utf8.lexicographicallyPrecedes(other.utf8)
    }
    return true
  }

  /// Composed characters (NFC) have no separate accents after Latin letters.
  private static func checkCharacters(_ table: inout CheckedTable) {
    for row in table.rows {
      for column in row.fields.indices {
        let scalars = row.fields[column].unicodeScalars
        if scalars.contains(where: { (0x300...0x345).contains($0.value) }) {
          table.note(row, column, "composed characters (NFC)", level: .warning)
        }
      }
    }
  }
}
