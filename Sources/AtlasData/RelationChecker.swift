/// Checks what no single field shows: ranges by indicator, words by attribute, rows that belong
/// together.
enum RelationChecker {
  static func check(_ table: inout CheckedTable, _ tables: [DatasetFile: CheckedTable]) {
    switch table.file {
    case .dataset: checkProperties(&table)
    case .indicators: checkIndicators(&table)
    case .observations, .series: checkRanges(&table, tables)
    case .facts: checkWords(&table, tables)
    case .countries: checkBorders(&table)
    case .goods: checkGoods(&table, tables)
    default: break
    }
  }

  private static func checkProperties(_ table: inout CheckedTable) {
    let keys = Set(table.rows.map { $0.fields[0] })
    for key in ["layout", "id", "name", "version", "compiled", "disclaimer", "curation"]
    where !keys.contains(key) {
      let end = CheckedTable.Row(line: table.rows.last?.line ?? 1, fields: ["", ""])
      table.note(end, 0, "a row with the key \(key)")
    }
    for row in table.rows where row.fields[0] == "layout" && row.fields[1] != "1" {
      table.note(row, 1, "layout 1, the one this program reads")
    }
  }

  private static func checkIndicators(_ table: inout CheckedTable) {
    for row in table.rows {
      if row.fields[2].count > 18 { table.note(row, 2, "at most 18 characters") }
      if let low = FieldRule.decimal(row.fields[4]), let high = FieldRule.decimal(row.fields[5]),
        low > high
      {
        table.note(row, 5, "a maximum of at least the minimum")
      }
    }
  }

  private static func checkRanges(
    _ table: inout CheckedTable, _ tables: [DatasetFile: CheckedTable]
  ) {
    var ranges: [String: (low: Double, high: Double, isCore: Bool)] = [:]
    for row in tables[.indicators]?.rows ?? [] {
      ranges[row.fields[0]] = (
        FieldRule.decimal(row.fields[4]) ?? -.infinity,
        FieldRule.decimal(row.fields[5]) ?? .infinity, row.fields[8] == "yes"
      )
    }
    let values = table.file == .series ? 5 : 3
    for row in table.rows {
      guard let range = ranges[row.fields[1]] else { continue }
      let items = FieldRule.items(row.fields[values])
      let numbers = items.compactMap(FieldRule.decimal)
      if numbers.contains(where: { $0 < range.low || $0 > range.high }) {
        table.note(row, values, "values from \(range.low) to \(range.high)")
      }
      guard table.file == .series else { continue }
      if !range.isCore { table.note(row, 1, "an indicator with core=yes") }
      if let first = Int(row.fields[4]), first + items.count - 1 > CatalogLoader.years.upperBound {
        table.note(row, 5, "years up to \(CatalogLoader.years.upperBound)")
      }
    }
  }

  private static func checkWords(
    _ table: inout CheckedTable, _ tables: [DatasetFile: CheckedTable]
  ) {
    var words: [String: [String]] = [:]
    for row in tables[.attributes]?.rows ?? [] {
      words[row.fields[0]] = FieldRule.items(row.fields[2])
    }
    for row in table.rows {
      guard let allowed = words[row.fields[1]], allowed != ["*"] else { continue }
      if !allowed.contains(row.fields[3]) {
        table.note(row, 3, "one of " + allowed.joined(separator: ", "))
      }
    }
  }

  private static func checkBorders(_ table: inout CheckedTable) {
    let column = table.column("borders")
    var neighbours: [String: Set<String>] = [:]
    for row in table.rows {
      neighbours[row.fields[0]] = Set(FieldRule.items(row.fields[column]))
    }
    for row in table.rows {
      for other in FieldRule.items(row.fields[column])
      where neighbours[other].map({ !$0.contains(row.fields[0]) }) ?? false {
        table.note(row, column, "\(other) to list \(row.fields[0]) too", level: .warning)
      }
    }
  }

  private static func checkGoods(
    _ table: inout CheckedTable, _ tables: [DatasetFile: CheckedTable]
  ) {
    for file in [DatasetFile.goodsDeclared, .goodsDemand] {
      let ids = Set(tables[file]?.rows.map { $0.fields[0] } ?? [])
      for row in table.rows where !ids.contains(row.fields[0]) {
        table.note(row, 0, "a row of the same good in \(file.rawValue)")
      }
    }
    for row in table.rows {
      if (row.fields[3] == "superseded") != !row.fields[4].isEmpty {
        table.note(row, 4, "the id of another good where status is superseded, else nothing")
      }
      if row.fields[4] == row.fields[0] { table.note(row, 4, "another good") }
      if !FieldRule.items(row.fields[7]).contains(row.fields[6]) {
        table.note(row, 7, "a list with the main sector")
      }
    }
  }
}
