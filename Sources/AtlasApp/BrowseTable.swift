public import AtlasModel
public import AtlasScreen

/// The rows of a table in the explorer, with what to search and what to sort by.
public struct BrowseTable: Sendable {
  /// A column.
  public struct Column: Sendable {
    /// Stable id.
    public var id: String
    /// Header.
    public var title: String
    /// Least width in columns.
    public var minimum: Int
    /// Share of spare width; 0 for none.
    public var weight: Int
    /// Text alignment.
    public var alignment: Alignment
    /// Order in which columns give way on narrow screens; 0 never does.
    public var priority: Int
  }

  /// What a cell sorts by.
  public enum SortKey: Sendable, Equatable {
    /// A number.
    case number(Double)
    /// Folded text.
    case text(String)
    /// Unknown: last in either direction.
    case missing
  }

  /// A cell.
  public struct Cell: Sendable {
    /// What is shown.
    public var text: String
    /// How it is shown.
    public var role: Role
    /// What it sorts by.
    public var key: SortKey
  }

  /// The columns.
  public var columns: [Column]
  /// Cells by row, then column.
  public var rows: [[Cell]]
  /// Search over the rows.
  public var index: SearchIndex
  /// Rows in the order of the table without sorting.
  public var order: [Int]
  /// Folded names and codes of each row; a filter that begins one of them puts the row first.
  public var heads: [[String]]
  /// Whether a row is shown while the filter does not ask for all.
  public var isListed: [Bool]

  /// Rows that match a filter, in table order; rows whose name or code begins with it stand first.
  ///
  /// - Parameters:
  ///   - filter: Words, each of which must occur; empty for all.
  ///   - showsAll: Whether rows that are hidden by default are kept.
  public func rows(matching filter: String, showsAll: Bool) -> [Int] {
    let isFound = Self.flags(index.search(filter).positions, count: rows.count)
    let found = order.filter { isFound[$0] && (showsAll || isListed[$0]) }
    let typed = Self.fold(filter)
    guard !typed.isEmpty else { return found }
    let exact = found.filter { heads[$0].contains(typed) }
    let begins = found.filter { row in
      !heads[row].contains(typed) && heads[row].contains { $0.hasPrefix(typed) }
    }
    let first = Self.flags(exact + begins, count: rows.count)
    return exact + begins + found.filter { !first[$0] }
  }

  private static func flags(_ positions: [Int], count: Int) -> [Bool] {
    var flags = Array(repeating: false, count: count)
    for position in positions { flags[position] = true }
    return flags
  }

  /// Text as search compares it.
  static func fold(_ text: String) -> String {
    TextFolding.words(text).map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }

  /// Sorts rows by a column; stable, unknown last either way.
  public func sorted(_ positions: [Int], by sort: TableSort?) -> [Int] {
    guard let sort else { return positions }
    let column = sort.column
    return positions.enumerated().sorted { left, right in
      let a = rows[left.element][column].key
      let b = rows[right.element][column].key
      if a == b { return left.offset < right.offset }
      if a == .missing { return false }
      if b == .missing { return true }
      let ascends = Self.precedes(a, b)
      return sort.descending ? !ascends : ascends
    }.map(\.element)
  }

  private static func precedes(_ a: SortKey, _ b: SortKey) -> Bool {
    switch (a, b) {
    case (.number(let x), .number(let y)): x < y
    case (.text(let x), .text(let y)): x < y
    case (.number, _): true
    default: false
    }
  }
}

/// A column and a direction.
public struct TableSort: Sendable, Equatable {
  /// Position of the column.
  public var column: Int
  /// Whether high values stand first.
  public var descending: Bool

  /// The next of three states: up, down, off.
  public static func next(_ sort: TableSort?, column: Int) -> TableSort? {
    guard let sort, sort.column == column else {
      return TableSort(column: column, descending: false)
    }
    return sort.descending ? nil : TableSort(column: column, descending: true)
  }
}
