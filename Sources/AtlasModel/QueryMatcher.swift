/// Applies queries to the rows of one table.
public struct QueryMatcher: Sendable {
  /// The rows that a query keeps, and what each term did.
  public struct Result: Sendable, Equatable {
    /// Positions of the rows, in file order.
    public var positions: [Int]
    /// Count of rows left after each term of the query.
    public var remaining: [Int]
    /// Whether some word was found only by the letters of a title in order.
    public var isLoose: Bool

    /// The term that removed the last row; nil if rows are left.
    public var emptyingTerm: Int? { positions.isEmpty ? remaining.firstIndex(of: 0) : nil }
  }

  private let catalog: Catalog
  private let schema: QuerySchema
  private let index: SearchIndex
  private let rows: [Int]

  /// Prepares a table of a catalog.
  public init(_ catalog: Catalog, _ schema: QuerySchema) {
    self.catalog = catalog
    self.schema = schema
    switch schema.subject {
    case .countries: (index, rows) = (.countries(catalog), catalog.realCountries)
    case .goods: (index, rows) = (.goods(catalog), Array(catalog.goods.indices))
    case .indicators: (index, rows) = (.indicators(catalog), Array(catalog.indicators.indices))
    case .sources: (index, rows) = (.sources(catalog), Array(catalog.sources.indices))
    case .measures: (index, rows) = (.measures(catalog), Array(catalog.measures.indices))
    }
  }

  /// The rows for which every term of a query holds.
  public func match(_ query: Query) -> Result {
    var result = Result(positions: rows, remaining: [], isLoose: false)
    for term in query.terms {
      switch term.condition {
      case .words(let text): keep(text, term.isNegated, in: &result)
      case .clause(let name, let comparison, let value):
        guard let field = schema.field(name) else {
          result.positions = []
          break
        }
        let test = QueryTest(field: field, comparison: comparison, value: value)
        let wanted: Answer = term.isNegated ? .no : .yes
        result.positions = result.positions.filter { test.answer(catalog, $0) == wanted }
      }
      result.remaining.append(result.positions.count)
    }
    return result
  }

  private func keep(_ text: String, _ isNegated: Bool, in result: inout Result) {
    let phrase = [TextFolding.fold(text)]
    if isNegated {
      result.positions = result.positions.filter { !index.holds($0, phrase) }
      return
    }
    let strict = result.positions.filter { index.holds($0, phrase) }
    if strict.isEmpty {
      let loose = index.search(words: phrase)
      guard loose.isLoose else {
        result.positions = []
        return
      }
      let found = Set(loose.positions)
      result.positions = result.positions.filter(found.contains)
      result.isLoose = true
    } else {
      result.positions = strict
    }
  }
}

/// One clause, made ready to be asked of many rows.
struct QueryTest {
  private let field: QueryField
  private let comparison: Query.Comparison
  private let value: Query.Value
  private let wanted: [[UInt8]]
  private let order: [String: Int]

  init(field: QueryField, comparison: Query.Comparison, value: Query.Value) {
    self.field = field
    self.comparison = comparison
    self.value = value
    if case .texts(let texts) = value, field.kind == .text {
      wanted = texts.map(TextFolding.fold)
    } else {
      wanted = []
    }
    if case .token(let values, true) = field.kind {
      order = Dictionary(
        values.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { a, _ in a })
    } else {
      order = [:]
    }
  }

  /// Yes, no, or unknown where the row has nothing in the field.
  func answer(_ catalog: Catalog, _ row: Int) -> Answer {
    let reading = field.read(catalog, row)
    switch (reading, value) {
    case (.missing, .unknown): return comparison == .notEqual ? .no : .yes
    case (_, .unknown): return comparison == .notEqual ? .yes : .no
    case (.missing, _): return .unknown
    case (.number(let number), .number(let limit)): return compare(number, limit) ? .yes : .no
    case (.texts(let texts), .texts(let values)): return compare(texts, values)
    case (.number, .texts), (.texts, .number): return .unknown
    }
  }

  private func compare(_ number: Double, _ limit: Double) -> Bool {
    switch comparison {
    case .has, .equal: number == limit
    case .notEqual: number != limit
    case .less: number < limit
    case .atMost: number <= limit
    case .greater: number > limit
    case .atLeast: number >= limit
    }
  }

  private func compare(_ texts: [String], _ values: [String]) -> Answer {
    if comparison.isOrder {
      guard let text = texts.first, let value = values.first, let left = order[text],
        let right = order[value]
      else { return .unknown }
      return compare(Double(left), Double(right)) ? .yes : .no
    }
    let holds =
      if field.kind == .text {
        texts.contains { text in
          let folded = TextFolding.fold(text)
          return wanted.contains {
            comparison == .has ? SearchBytes.contains(folded, $0) : folded == $0
          }
        }
      } else {
        texts.contains { values.contains($0) }
      }
    return holds != (comparison == .notEqual) ? .yes : .no
  }
}
