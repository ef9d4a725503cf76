/// Brings the values of a clause to the canonical form of its field.
struct QueryValueReader {
  let schema: QuerySchema
  let field: QueryField
  let comparison: Query.Comparison

  func read(_ tokens: [QueryToken]) throws(QueryProblem) -> Query.Value {
    let range = (tokens.first?.range.lowerBound ?? 0)..<(tokens.last?.range.upperBound ?? 0)
    if tokens.contains(where: { !$0.isQuoted && $0.text.lowercased() == "unknown" }) {
      guard tokens.count == 1, !comparison.isOrder else {
        throw QueryProblem(
          range: range, message: "`unknown` stands alone, after `:`, `=` or `!=`",
          expected: ["\(field.name):unknown"])
      }
      return .unknown
    }
    if case .number = field.kind { return .number(try number(tokens, range)) }
    if comparison.isOrder {
      guard case .token(_, true) = field.kind, tokens.count == 1 else {
        throw QueryProblem(
          range: range, message: "`\(field.name)` has no order to compare by",
          expected: [":", "=", "!="])
      }
    }
    var texts: [String] = []
    for token in tokens { texts += try canonical(token) }
    return .texts(QuerySchema.distinct(texts))
  }

  private func number(_ tokens: [QueryToken], _ range: Range<Int>) throws(QueryProblem) -> Double {
    guard tokens.count == 1, let number = NumberText.number(tokens[0].text) else {
      throw QueryProblem(
        range: range, message: "`\(field.name)` is compared with one number",
        expected: field.expectedValues)
    }
    return number
  }

  private func canonical(_ token: QueryToken) throws(QueryProblem) -> [String] {
    guard !TextFolding.fold(token.text).isEmpty else {
      throw QueryProblem(
        range: token.range, message: "this value holds no letter or digit",
        expected: field.expectedValues)
    }
    switch field.kind {
    case .number, .text: return [token.text]
    case .token(let values, _): return try word(token, values)
    case .country:
      return [try named(token, schema.countries.find(token.text), "country")]
    case .good:
      return [try named(token, schema.goods.find(token.text), "good")]
    }
  }

  private func word(_ token: QueryToken, _ values: [String]) throws(QueryProblem) -> [String] {
    let key = TextFolding.key(token.text)
    if let exact = values.first(where: { TextFolding.key($0) == key }) { return [exact] }
    if let meant = field.shorthands[token.text.lowercased()] { return meant }
    let begun = values.filter { TextFolding.key($0).starts(with: key) }
    if begun.count == 1 { return begun }
    throw QueryProblem(
      range: token.range,
      message: begun.isEmpty
        ? "`\(token.text)` is not a value of `\(field.name)`"
        : "`\(token.text)` may mean several values of `\(field.name)`",
      expected: begun.isEmpty ? field.expectedValues : begun)
  }

  private func named(
    _ token: QueryToken, _ result: FinderResult, _ noun: String
  ) throws(QueryProblem) -> String {
    func ids(_ positions: [Int]) -> [String] {
      field.kind == .country ? positions.map(schema.countryID) : positions.map(schema.goodID)
    }
    switch result {
    case .found(let position): return ids([position])[0]
    case .ambiguous(let positions):
      throw QueryProblem(
        range: token.range, message: "`\(token.text)` may mean several", expected: ids(positions))
    case .unknown(let nearest):
      throw QueryProblem(
        range: token.range, message: "no \(noun) is called `\(token.text)`",
        expected: ids(nearest))
    }
  }
}
