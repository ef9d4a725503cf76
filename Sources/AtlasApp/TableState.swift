public import AtlasScreen

/// A table while it is open.
public struct TableState: Sendable {
  /// What opening a row leads to.
  public enum Purpose: Sendable, Equatable {
    /// The profile of the row.
    case browse
    /// The screening of the row's good in a country.
    case screenIn(country: Int)
    /// The screening of a good in the row's country.
    case screen(good: Int)
  }

  /// Which table.
  public let kind: TableKind
  /// What opening a row leads to.
  public let purpose: Purpose
  /// Letters of the filter.
  public var filter = ""
  /// Whether letters go to the filter.
  public var isTyping = false
  /// Whether rows that are hidden by default are shown.
  public var showsAll = false
  /// Column and direction, if any.
  public var sort: TableSort?
  /// Column that sorting acts on.
  public var column = 0
  /// Selection and scroll.
  public var scroll = ScrollState()
  /// The rows to choose from, with columns that depend on the purpose.
  public let table: BrowseTable
  /// Rows shown, as positions in the table.
  public private(set) var rows: [Int]

  /// Opens a table with all its rows.
  public init(kind: TableKind, purpose: Purpose = .browse, atlas: Atlas) {
    self.kind = kind
    self.purpose = purpose
    table =
      switch purpose {
      case .browse: atlas.table(kind)
      case .screenIn(let country): .goods(for: country, atlas: atlas)
      case .screen(let good): .countries(for: good, atlas: atlas)
      }
    rows = table.rows(matching: "", showsAll: false)
  }

  /// Works out the rows anew after filter, sort or visibility changed.
  public mutating func refresh(page: Int) {
    let selected = selectedRow
    rows = table.sorted(table.rows(matching: filter, showsAll: showsAll), by: sort)
    let position = selected.flatMap { rows.firstIndex(of: $0) } ?? 0
    scroll.select(position, count: rows.count, page: page)
  }

  /// The selected row as a position in the table; nil if no row is shown.
  public var selectedRow: Int? {
    rows.indices.contains(scroll.selected) ? rows[scroll.selected] : nil
  }
}
