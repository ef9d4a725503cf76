public import AtlasModel

/// What a table is asked to show.
public struct TableRequest: Sendable, Equatable {
  /// A column to sort by and the direction.
  public struct Sort: Sendable, Equatable {
    /// Id of the column.
    public var column: String
    /// Whether the greatest comes first.
    public var isDescending: Bool

    /// Makes an order.
    public init(_ column: String, isDescending: Bool = false) {
      self.column = column
      self.isDescending = isDescending
    }
  }

  /// Which rows.
  public var query: Query
  /// In which order; nil is by name, rows whose name or code begins with the words first.
  public var sort: Sort?
  /// Ids of the columns; empty shows those of the table by default.
  public var columns: [String]
  /// Whether delisted and superseded goods are shown.
  public var showsAll: Bool

  /// Makes a request.
  public init(
    query: Query = Query(), sort: Sort? = nil, columns: [String] = [], showsAll: Bool = false
  ) {
    self.query = query
    self.sort = sort
    self.columns = columns
    self.showsAll = showsAll
  }
}

/// A fault in what a table is asked to show.
public enum TableError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The table has no such column.
  case unknownColumn(String, valid: [String])

  /// What is wrong and what would be accepted.
  public var description: String {
    switch self {
    case .unknownColumn(let name, let valid):
      "there is no column `\(PlainText.clean(name))`; columns are: "
        + valid.joined(separator: ", ")
    }
  }
}

/// A column that a table can show, and how to fill it.
struct TableColumnDefinition: Sendable {
  var column: ReportColumn
  var isDefault: Bool
  var cell: @Sendable (Catalog, Int) -> ReportCell

  init(
    _ column: ReportColumn, isDefault: Bool = false,
    _ cell: @escaping @Sendable (Catalog, Int) -> ReportCell
  ) {
    self.column = column
    self.isDefault = isDefault
    self.cell = cell
  }
}

/// Builds the table of countries, goods, indicators, sources or measures.
public struct TableBuilder: Sendable {
  let catalog: Catalog
  private let definitions: [TableColumnDefinition]
  private let matcher: QueryMatcher
  private let names: NameOrder
  /// The fields that queries on the table may use.
  public let schema: QuerySchema

  /// Prepares a table of a catalog.
  public init(_ catalog: Catalog, _ subject: Query.Subject) {
    self.catalog = catalog
    schema = QuerySchema(catalog, subject)
    matcher = QueryMatcher(catalog, schema)
    names = NameOrder(catalog, subject)
    definitions =
      switch subject {
      case .countries: CountriesTable.columns(catalog)
      case .goods: GoodsTable.columns
      case .indicators: IndicatorsTable.columns
      case .sources: SourcesTable.columns
      case .measures: MeasuresTable.columns
      }
  }

  /// All columns that can be asked for.
  public var columns: [ReportColumn] { definitions.map(\.column) }

  /// Ids of the columns shown by default.
  public var defaultColumns: [String] { definitions.filter(\.isDefault).map(\.column.id) }

  /// The rows a request keeps, in its order.
  public func positions(_ request: TableRequest) throws(TableError) -> [Int] {
    var positions = matcher.match(request.query).positions
    if schema.subject == .goods, !request.showsAll, !request.query.mentions("status") {
      positions = positions.filter { catalog.goods[$0].standing == .listed }
    }
    guard let sort = request.sort else { return names.ordered(positions, for: request.query) }
    let definition = try find(sort.column)
    let keys = positions.map { ($0, SortKey(definition.cell(catalog, $0))) }
    return keys.enumerated().sorted { left, right in
      switch left.element.1.compare(right.element.1, isDescending: sort.isDescending) {
      case .before: true
      case .after: false
      case .same: left.offset < right.offset
      }
    }.map(\.element.0)
  }

  /// The term of a query that removes the last row; nil if rows are left.
  public func emptyingTerm(_ query: Query) -> Query.Term? {
    matcher.match(query).emptyingTerm.map { query.terms[$0] }
  }

  /// The table that a request asks for.
  public func table(_ request: TableRequest) throws(TableError) -> ReportTable {
    var chosen: [TableColumnDefinition] = []
    for name in request.columns.isEmpty ? defaultColumns : request.columns {
      chosen.append(try find(name))
    }
    let positions = try positions(request)
    let subject = schema.subject.rawValue
    return ReportTable(
      id: subject, title: subject.prefix(1).uppercased() + subject.dropFirst(),
      columns: chosen.map(\.column),
      rows: positions.map { row in chosen.map { $0.cell(catalog, row) } }, positions: positions)
  }

  /// A column by id, by an alias of the field of that name, or as a part beside a column.
  func find(_ name: String) throws(TableError) -> TableColumnDefinition {
    if let found = definition(name) { return found }
    for part in ReportCell.Part.allCases where name.hasSuffix("_" + part.rawValue) {
      guard let base = definition(String(name.dropLast(part.rawValue.count + 1))),
        base.column.provenance != .none
      else { continue }
      let column = ReportColumn(
        base.column.id + "_" + part.rawValue, part.rawValue,
        documentation: "The \(part.rawValue) of \(base.column.id).")
      return TableColumnDefinition(column) { base.cell($0, $1).beside(part) }
    }
    throw .unknownColumn(name, valid: definitions.map(\.column.id))
  }

  /// The field of queries that asks about a column; nil where none does.
  func field(ofColumn id: String) -> QueryField? {
    Self.fieldNames[id].flatMap(schema.field) ?? schema.field(id)
  }

  /// Fields that ask about a column of another name: the field `sector` reads the second sector too.
  private static let fieldNames = [
    "sector": "main-sector", "intermediate-region": "subregion",
  ]

  private func definition(_ name: String) -> TableColumnDefinition? {
    definitions.first { $0.column.id == name }
      ?? schema.field(name).flatMap { field in definitions.first { $0.column.id == field.name } }
  }
}
