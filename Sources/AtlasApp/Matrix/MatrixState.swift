import AtlasModel
import AtlasReport
import AtlasScreen

/// What the cells of the matrix show.
enum MatrixColouring: String, Sendable, CaseIterable {
  case flags, fit, need, verdict

  var title: String {
    switch self {
    case .flags: "Gravest flag"
    case .fit: "Fit, cautious end"
    case .need: "Need, low end"
    case .verdict: "Verdict"
    }
  }

  /// How its classes look.
  var scale: MapClasses.Scale {
    switch self {
    case .flags: .severities
    case .fit, .need: .shades
    case .verdict: .verdicts
    }
  }
}

/// The matrix while it is open: a row a country, a column a good, a cell a pair.
struct MatrixState: ExplorerView {
  /// Queries that choose countries and goods; empty for all countries and all listed goods.
  let countryQuery: String
  let goodQuery: String
  var colouring = MatrixColouring.flags
  /// Whether unmarked rows and columns are shown although some are marked.
  var showsAll = false
  /// Positions of the countries, by name.
  private(set) var rows: [Int] = []
  /// Positions of the goods, by sector, then by name.
  private(set) var columns: [Int] = []
  private(set) var rowScroll = ScrollState()
  private(set) var columnScroll = ScrollState()
  /// What is wrong with a query, or what leaves nothing; empty if nothing.
  private(set) var problem = ""
  private var key: Key?

  /// What rows and columns were chosen under.
  private struct Key: Sendable, Equatable {
    var scenario: Scenario
    var marks: Marks
    var showsAll: Bool
  }

  /// Opens the matrix of `COUNTRIES | GOODS`, two queries of which each may be empty.
  init(_ text: String, _ state: AppState) {
    let parts = text.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    func trimmed(_ place: Int) -> String {
      guard parts.indices.contains(place) else { return "" }
      return parts[place].split(separator: " ").joined(separator: " ")
    }
    countryQuery = trimmed(0)
    goodQuery = trimmed(1)
    settle(state)
  }

  var kind: ViewKind { .matrix }

  /// The country selected; nil if no row is shown.
  var country: Int? { rows.indices.contains(rowScroll.selected) ? rows[rowScroll.selected] : nil }

  /// The good selected; nil if no column is shown.
  var good: Int? {
    columns.indices.contains(columnScroll.selected) ? columns[columnScroll.selected] : nil
  }

  mutating func nextColouring() {
    let all = MatrixColouring.allCases
    let place = all.firstIndex(of: colouring) ?? 0
    colouring = all[(place + 1) % all.count]
  }

  mutating func settle(_ state: AppState) {
    let key = Key(scenario: state.work.scenario, marks: state.work.marks, showsAll: showsAll)
    if self.key != key {
      self.key = key
      choose(state)
    }
    fit(state)
  }

  /// Works out rows and columns, and keeps what is selected where it is still shown.
  private mutating func choose(_ state: AppState) {
    let (country, good) = (country, good)
    let catalog = state.atlas.catalog
    problem = ""
    rows = state.atlas.countryOrder.filter(
      Set(positions(.countries, countryQuery, marked(.countries, state), catalog)).contains)
    columns = Self.bySector(
      positions(.goods, goodQuery, marked(.goods, state), catalog), catalog)
    select(country: country, good: good, state)
  }

  /// What is marked, if two or more are and not all is asked for; nil shows everything.
  func marked(_ subject: Query.Subject, _ state: AppState) -> [Int]? {
    let catalog = state.atlas.catalog
    let marks =
      subject == .countries
      ? state.work.marks.countries
      : state.work.marks.goods.filter { catalog.goods[$0].standing == .listed }
    return showsAll || marks.count < 2 ? nil : marks
  }

  private mutating func positions(
    _ subject: Query.Subject, _ text: String, _ marked: [Int]?, _ catalog: Catalog
  ) -> [Int] {
    let found: [Int]
    if text.isEmpty {
      found =
        subject == .countries
        ? catalog.realCountries
        : catalog.goods.indices.filter { catalog.goods[$0].standing == .listed }
    } else {
      let result = MatrixQuery.positions(subject, text, catalog)
      if !result.problem.isEmpty { problem = result.problem }
      found = result.positions
    }
    guard let marked else { return found }
    return found.filter(marked.contains)
  }

  private static func bySector(_ goods: [Int], _ catalog: Catalog) -> [Int] {
    let keys = goods.map { position -> (sector: String, name: [UInt8], position: Int) in
      let good = catalog.goods[position]
      return (good.sector, TextFolding.fold(good.name), position)
    }
    return keys.sorted { left, right in
      if left.sector != right.sector { return left.sector < right.sector }
      if left.name != right.name { return left.name.lexicographicallyPrecedes(right.name) }
      return left.position < right.position
    }.map(\.position)
  }

  /// Selects a pair where it is shown.
  mutating func select(country: Int?, good: Int?, _ state: AppState) {
    let layout = MatrixLayout(state)
    rowScroll.select(
      country.flatMap { rows.firstIndex(of: $0) } ?? 0, count: rows.count, page: layout.rowPage)
    columnScroll.select(
      good.flatMap { columns.firstIndex(of: $0) } ?? 0, count: columns.count,
      page: layout.columnPage)
  }

  /// Selects the cell at a place in `rows` and `columns`.
  mutating func select(row: Int, column: Int, _ state: AppState) {
    let layout = MatrixLayout(state)
    rowScroll.select(row, count: rows.count, page: layout.rowPage)
    columnScroll.select(column, count: columns.count, page: layout.columnPage)
  }

  private mutating func fit(_ state: AppState) {
    let layout = MatrixLayout(state)
    rowScroll.fit(count: rows.count, page: layout.rowPage)
    columnScroll.fit(count: columns.count, page: layout.columnPage)
  }

  mutating func move(_ motion: Motion, _ state: AppState) {
    let layout = MatrixLayout(state)
    switch motion {
    case .left, .right:
      columnScroll.move(
        by: motion == .left ? -1 : 1, count: columns.count, page: layout.columnPage)
    default:
      rowScroll.move(
        by: motion.rows(page: layout.rowPage), count: rows.count, page: layout.rowPage)
    }
  }
}

/// Rows that a query finds, as commands find them.
enum MatrixQuery {
  static func positions(
    _ subject: Query.Subject, _ text: String, _ catalog: Catalog
  ) -> (positions: [Int], problem: String) {
    let builder = TableBuilder(catalog, subject)
    let outcome = QueryParser(builder.schema).parse(text)
    var problem = outcome.problems.first?.message ?? ""
    do throws(TableError) {
      let found = try builder.positions(TableRequest(query: outcome.query))
      if found.isEmpty, problem.isEmpty, let term = builder.emptyingTerm(outcome.query) {
        problem = "`\(term)` removed the last of the \(subject.rawValue)"
      }
      return (found, problem)
    } catch {
      return ([], error.description)
    }
  }
}
