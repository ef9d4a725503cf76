import AtlasScreen

/// Where the parts of the matrix stand.
struct MatrixLayout {
  /// Columns a cell takes: its sign and a space.
  static let cellColumns = 2

  let title, names, heads, cells, legend, words: Rect

  init(_ state: AppState) {
    let size = state.size
    let head = state.body.splitTop(size.rows < 12 ? 0 : 1)
    title = head.top
    // A narrow screen takes two lines for what a wide one says in one.
    let foot = head.rest.splitBottom(size.rows < 20 && size.columns >= 60 ? 1 : 2)
    words = foot.bottom
    let key = foot.rest.splitBottom(size.rows < 12 ? 0 : 1)
    legend = key.bottom
    let top = key.rest.splitTop(size.rows >= 30 ? 8 : size.rows >= 20 ? 4 : size.rows < 12 ? 2 : 3)
    let left = size.columns >= 100 ? 24 : size.columns >= 60 ? 17 : 12
    names = top.top.splitLeft(left).rest
    heads = top.rest.splitLeft(left).left
    cells = top.rest.splitLeft(left).rest
  }

  /// Countries in sight.
  var rowPage: Int { max(1, cells.rows) }
  /// Goods in sight.
  var columnPage: Int { max(1, cells.columns / Self.cellColumns) }
}
