/// One column of a table and how it shares the width.
public struct TableColumn: Hashable, Sendable {
  /// The way a column is sorted.
  public enum Order: Hashable, Sendable {
    case ascending, descending
  }

  /// Header text.
  public var title: String
  /// Where the cells' text stands.
  public var alignment: Alignment
  /// Columns it takes at least, 1 or more.
  public var minimum: Int
  /// Its share of the width left over; 0 keeps it at its minimum.
  public var weight: Int
  /// Rank when room is short: 0 is never left out, larger ranks go first.
  public var priority: Int
  /// The mark of a sorted column; nil when the table is not sorted by it.
  public var order: Order?

  /// Describes a column.
  public init(
    _ title: String, minimum: Int, weight: Int = 0, alignment: Alignment = .left,
    priority: Int = 0, order: Order? = nil
  ) {
    self.title = title
    self.alignment = alignment
    self.minimum = minimum
    self.weight = weight
    self.priority = priority
    self.order = order
  }
}

/// Which columns fit into a width, and where each one stands.
public struct TableLayout: Hashable, Sendable {
  /// The place of one column.
  public struct Placement: Hashable, Sendable {
    /// Index into the table's columns.
    public let index: Int
    /// Columns from the left edge of the table.
    public let offset: Int
    /// Width in columns, 1 or more.
    public let width: Int
  }

  /// The columns shown, from left to right.
  public let placements: [Placement]
  /// How many columns were left out for lack of room.
  public let hidden: Int

  /// Shares a width among columns that are `gap` apart, leaving out the highest ranks first.
  ///
  /// The first column of rank 0 is always shown, cut if it must be. `kept` is a column that
  /// counts as rank 0, such as the one the cursor is on.
  public init(columns: [TableColumn], width: Int, gap: Int = 2, kept: Int? = nil) {
    let gap = gap.held(0, 100)
    let width = width.held(0, Rect.bound)
    let rank = { (index: Int) in index == kept ? 0 : max(0, columns[index].priority) }
    var shown = Array(columns.indices)
    let need = { (list: [Int]) in
      list.reduce(0) { $0 + columns[$1].minimum.held(1, 1000) } + gap * max(0, list.count - 1)
    }
    while shown.count > 1, need(shown) > width {
      let last = shown.lazy.map(rank).max() ?? 0
      // Among equals the rightmost goes, but not the one to be kept.
      guard let drop = shown.lastIndex(where: { rank($0) == last && $0 != kept }) else { break }
      shown.remove(at: drop)
    }
    hidden = columns.count - shown.count
    guard width > 0 else {
      placements = []
      return
    }
    var spare = max(0, width - need(shown))
    var weights = shown.reduce(0) { $0 + columns[$1].weight.held(0, 1000) }
    var offset = 0
    var list: [Placement] = []
    for index in shown {
      let weight = columns[index].weight.held(0, 1000)
      let extra = weights > 0 ? spare * weight / weights : 0
      spare -= extra
      weights -= weight
      let size = min(columns[index].minimum.held(1, 1000) + extra, width - offset)
      guard size > 0 else { break }
      list.append(Placement(index: index, offset: offset, width: size))
      offset += size + gap
    }
    placements = list
  }
}
