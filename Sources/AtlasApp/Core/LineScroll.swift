import AtlasScreen

/// A selection among the entries of a list of lines, and the first line shown.
///
/// Down goes to the next entry where it is near, and scrolls by a line where text without entries lies
/// between, so that everything can be read with one key.
struct LineScroll: Sendable, Equatable {
  /// Entry selected.
  private(set) var selected = 0
  /// First line shown.
  private(set) var offset = 0

  mutating func move(_ motion: Motion, _ lines: [ScreenLine], page: Int) {
    fit(lines, page: page)
    switch motion {
    case .left, .right: return
    case .up, .down: step(motion == .down ? 1 : -1, lines, page: page)
    case .start, .end, .pageUp, .pageDown:
      scroll(by: motion.rows(page: page), lines, page: page)
      let heads = Self.heads(lines)
      if motion == .start, let first = heads.first {
        selected = first.entry
      } else if motion == .end, let last = heads.last {
        selected = last.entry
      } else if !isShown(selected, heads, page: page) {
        // The selection follows the page, so that the next arrow does not jump back.
        let shown = heads.first { $0.line >= offset && $0.line < offset + page }
        selected = (shown ?? heads.last { $0.line < offset } ?? heads.first)?.entry ?? 0
      }
    }
  }

  /// Selects an entry and shows it; false if there is none.
  mutating func select(_ entry: Int, _ lines: [ScreenLine], page: Int) -> Bool {
    guard lines.contains(where: { $0.isHead && $0.entry == entry }) else { return false }
    selected = entry
    show(lines, page: page)
    return true
  }

  /// Scrolls without moving the selection, as a wheel does.
  mutating func scroll(by rows: Int, _ lines: [ScreenLine], page: Int) {
    let last = max(0, lines.count - page)
    let step = max(-Rect.bound, min(Rect.bound, rows))
    offset = max(0, min(last, min(offset, last) + step))
  }

  /// Brings the first line back into the list.
  mutating func fit(_ lines: [ScreenLine], page: Int) {
    offset = max(0, min(offset, lines.count - page))
  }

  /// The entry under a row of the screen, counted from the first line shown; nil if there is none.
  func entry(atRow row: Int, _ lines: [ScreenLine]) -> Int? {
    lines.indices.contains(offset + row) ? lines[offset + row].entry : nil
  }

  private static func heads(_ lines: [ScreenLine]) -> [(line: Int, entry: Int)] {
    lines.enumerated().compactMap { index, line in
      guard line.isHead, let entry = line.entry else { return nil }
      return (index, entry)
    }
  }

  private func isShown(_ entry: Int, _ heads: [(line: Int, entry: Int)], page: Int) -> Bool {
    heads.contains { $0.entry == entry && $0.line >= offset && $0.line < offset + page }
  }

  private mutating func step(_ step: Int, _ lines: [ScreenLine], page: Int) {
    let heads = Self.heads(lines)
    guard let here = heads.firstIndex(where: { $0.entry == selected }) else {
      guard let first = heads.first else { return scroll(by: step, lines, page: page) }
      selected = first.entry
      return show(lines, page: page)
    }
    let next = here + step
    guard heads.indices.contains(next) else { return scroll(by: step, lines, page: page) }
    let line = heads[next].line
    // What lies beyond the screen is scrolled to line by line, so that text between is read.
    if line >= offset + page + 2 || line < offset - 2 {
      return scroll(by: step, lines, page: page)
    }
    selected = heads[next].entry
    show(lines, page: page)
    if next == 0, line <= page / 2 { offset = 0 }
  }

  /// Shows as much of the selected entry as fits, its first line in any case.
  private mutating func show(_ lines: [ScreenLine], page: Int) {
    guard let first = lines.firstIndex(where: { $0.isHead && $0.entry == selected }) else { return }
    let last = lines.lastIndex { $0.entry == selected } ?? first
    if last >= offset + page { offset = last - page + 1 }
    if first < offset { offset = first }
    fit(lines, page: page)
  }
}
