/// The selected row of a list and the first row shown, kept within any count and page.
public struct ScrollState: Hashable, Sendable {
  /// The selected row, from 0; 0 in an empty list.
  public private(set) var selected: Int
  /// The first row shown, from 0.
  public private(set) var offset: Int

  /// Starts at a row; it is checked when the count is known.
  public init(selected: Int = 0, offset: Int = 0) {
    self.selected = max(0, selected)
    self.offset = max(0, offset)
  }

  /// Selects a row, brought back into the list, and shows it.
  public mutating func select(_ row: Int, count: Int, page: Int) {
    selected = row.held(0, max(0, count - 1))
    fit(count: count, page: page)
  }

  /// Moves the selection by rows, negative upwards.
  public mutating func move(by rows: Int, count: Int, page: Int) {
    let step = rows.held(-Rect.bound, Rect.bound)
    select(selected.held(0, max(0, count - 1)) + step, count: count, page: page)
  }

  /// Moves by screens less one row, so that one row stays in sight.
  public mutating func movePages(_ pages: Int, count: Int, page: Int) {
    let step = max(1, page.held(1, Rect.bound) - 1)
    move(by: pages.held(-1000, 1000) * step, count: count, page: page)
  }

  /// Selects the first row.
  public mutating func moveToStart(count: Int, page: Int) { select(0, count: count, page: page) }

  /// Selects the last row.
  public mutating func moveToEnd(count: Int, page: Int) {
    select(count - 1, count: count, page: page)
  }

  /// Scrolls without moving the selection more than needed to stay in sight, as a wheel does.
  public mutating func scroll(by rows: Int, count: Int, page: Int) {
    let page = page.held(1, Rect.bound)
    let step = rows.held(-Rect.bound, Rect.bound)
    offset = (offset.held(0, Rect.bound) + step).held(0, max(0, count - page))
    selected = selected.held(offset, max(offset, min(count, offset + page) - 1))
    fit(count: count, page: page)
  }

  /// Brings selection and first row back into the list, and the selection into sight.
  public mutating func fit(count: Int, page: Int) {
    let page = page.held(1, Rect.bound)
    selected = selected.held(0, max(0, count - 1))
    offset = offset.held(selected - page + 1, selected).held(0, max(0, count - page))
  }

  /// The rows in sight.
  public func visible(count: Int, page: Int) -> Range<Int> {
    let start = offset.held(0, max(0, count))
    return start..<min(max(start, count), start + page.held(0, Rect.bound))
  }
}
