/// Rows of equal length in one piece of memory: one place a country.
///
/// The kernel's loops take spans of `values` and leave out the check of every place: rows and places
/// come from `count` and `width` alone, and checked loops are not turned into vector instructions.
struct MatrixRows<Element: Sendable>: Sendable {
  /// The rows, one after the other.
  var values: [Element]
  /// Places of a row.
  let width: Int
  /// How many rows there are.
  let count: Int

  /// Makes rows that hold the same everywhere.
  init(count: Int, width: Int, _ value: Element) {
    values = Array(repeating: value, count: count * width)
    self.width = width
    self.count = count
  }

  subscript(row: Int, place: Int) -> Element {
    get { values[row * width + place] }
    set { values[row * width + place] = newValue }
  }
}
