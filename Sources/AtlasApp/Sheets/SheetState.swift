import AtlasModel
import AtlasReport
import AtlasScreen

/// A table while it is open: rows of a report with filter, sort, columns and a selection.
struct SheetState: ExplorerView {
  /// What it shows.
  let source: SheetSource
  /// Letters of the filter.
  var filter = ""
  /// Whether letters go to the filter.
  var isTyping = false
  /// Whether delisted goods are shown.
  var showsAll = false
  /// Column and direction, if any.
  var sort: TableRequest.Sort?
  /// Ids of the columns shown.
  var columns: [String]
  /// The column that sorting and counting act on, as a place in `columns`.
  var focus = 0
  /// Selection and scroll.
  var scroll = ScrollState()
  /// All rows with the columns shown.
  private(set) var full: ReportTable
  /// Rows shown, as places in `full`.
  private(set) var shown: [Int]
  /// What is wrong with the filter, or which part of it removed the last row; empty if nothing.
  private(set) var problem = ""
  /// Widths that the columns want.
  private(set) var widths: [Int] = []
  /// What `full` was made under.
  private var scenario: Scenario?
  private var catalogRows: [Int: Int] = [:]
  /// Whether the user chose columns.
  var hasOwnColumns = false

  /// Opens a table; `reload` fills it.
  init(_ source: SheetSource, filter: String = "") {
    self.source = source
    self.filter = filter
    columns = source.usualColumns
    full = ReportTable(id: "", title: "", columns: [], rows: [])
    shown = []
  }

  var kind: ViewKind { .table }

  /// The row selected, as a place in `full`; nil if no row is shown.
  var selectedRow: Int? {
    shown.indices.contains(scroll.selected) ? shown[scroll.selected] : nil
  }

  /// Position in the catalog of a row; nil where rows are about nothing in it.
  func position(_ row: Int) -> Int? {
    source.rowSubject != nil && full.positions.indices.contains(row) ? full.positions[row] : nil
  }

  /// Works out all rows anew, after data, choices or columns changed; keeps the selected row.
  mutating func reload(_ content: SheetContent, _ state: AppState) {
    let id = selectedID(state)
    full = content.table(source, columns: columns)
    columns = full.columns.map(\.id)
    focus = max(0, min(columns.count - 1, focus))
    scenario = state.work.scenario
    widths = Self.widths(full)
    catalogRows = Dictionary(
      full.positions.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    refilter(content, state)
    if !id.isEmpty { _ = select(id: id, state) }
  }

  /// Works out which rows are shown, after filter, sort or visibility changed.
  mutating func refilter(_ content: SheetContent, _ state: AppState) {
    let selected = selectedRow
    let result = content.rows(of: self, catalogRows: catalogRows)
    shown = result.rows
    problem = result.problem
    let place = selected.flatMap { shown.firstIndex(of: $0) } ?? 0
    scroll.select(place, count: shown.count, page: page(state))
  }

  /// Whether the rows were made under other data or choices.
  func isStale(_ state: AppState) -> Bool { scenario != state.work.scenario }

  /// Rows below header and filter line.
  func page(_ state: AppState) -> Int { max(1, places(in: state.body).table.rows - 2) }

  mutating func settle(_ state: AppState) {
    scroll.fit(count: shown.count, page: page(state))
  }

  mutating func move(_ motion: Motion, _ state: AppState) {
    switch motion {
    case .left: focus = max(0, focus - 1)
    case .right: focus = max(0, min(columns.count - 1, focus + 1))
    default:
      scroll.move(by: motion.rows(page: page(state)), count: shown.count, page: page(state))
    }
  }

  private static func widths(_ table: ReportTable) -> [Int] {
    table.columns.enumerated().map { index, column in
      let title = column.title.columns + 1
      let cells = table.rows.lazy.map { SheetCell.text($0[index]).columns }.max() ?? 0
      let limit = column.isFlexible ? 16 : 26
      return max(3, title, min(limit, cells))
    }
  }
}

/// A cell of a report in few columns: a figure with its year and, if it was not observed, a letter.
enum SheetCell {
  static func text(_ cell: ReportCell) -> String {
    guard let year = cell.year, !cell.isMissing, cell.status != nil else { return cell.peopleText }
    if cell.status == .stale { return "not since \(year)" }
    let mark = cell.status.flatMap(StatusMark.letter) ?? " "
    return "\(cell.peopleText)\(mark)'\(year.suffix(2))"
  }

  static func role(_ cell: ReportCell) -> Role {
    if cell.isMissing || cell.status == .stale { return .unknownValue }
    switch cell.status {
    case .own: return .accent
    case .observed, nil: return .text
    default: return .dim
    }
  }
}
