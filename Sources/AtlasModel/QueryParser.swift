/// A fault in the text of a query.
public struct QueryProblem: Error, Sendable, Equatable {
  /// Where, as offsets of characters in the text.
  public var range: Range<Int>
  /// What is wrong, one sentence without a period.
  public var message: String
  /// What would be accepted there; empty if that cannot be listed.
  public var expected: [String]

  /// Makes a problem.
  public init(range: Range<Int>, message: String, expected: [String] = []) {
    self.range = range
    self.message = message
    self.expected = expected
  }
}

/// Reads the text of a query, such as `region:africa internet<50 -ldc:no malaria`.
///
/// Terms are separated by spaces. A term is a word, a quoted phrase, or `field operator value` with
/// one of `:` `=` `!=` `<` `<=` `>` `>=`; `-` or `!` before a term negates it; `a,b` means either.
public struct QueryParser: Sendable {
  /// The terms that could be read and all problems with the others.
  public struct Outcome: Sendable, Equatable {
    /// The terms that could be read.
    public var query: Query
    /// All problems, in order of the text.
    public var problems: [QueryProblem]
  }

  /// The fields that may be used.
  public let schema: QuerySchema

  /// Makes a parser for the fields of a table.
  public init(_ schema: QuerySchema) {
    self.schema = schema
  }

  /// Reads a text; never fails, but may return problems.
  public func parse(_ text: String) -> Outcome {
    var reader = QueryReader(text)
    var outcome = Outcome(query: Query(), problems: [])
    while reader.skipSpaces() {
      do {
        outcome.query.terms.append(try term(&reader))
      } catch {
        var problem = error
        problem.range = reader.characterRange(problem.range)
        outcome.problems.append(problem)
      }
    }
    return outcome
  }

  private func term(_ reader: inout QueryReader) throws(QueryProblem) -> Query.Term {
    let start = reader.position
    let isNegated = reader.takeNegation()
    if reader.peek == "\"" {
      let phrase = try reader.quoted()
      try reader.expectEnd()
      guard !TextFolding.fold(phrase).isEmpty else {
        throw QueryProblem(
          range: start..<reader.position, message: "the quotes hold no word",
          expected: ["a word or phrase"])
      }
      return Query.Term(.words(phrase), isNegated: isNegated)
    }
    let nameStart = reader.position
    let name = reader.bare()
    let nameRange = nameStart..<reader.position
    if let comparison = reader.takeComparison(afterName: !name.isEmpty) {
      return try clause(name, nameRange, comparison, &reader, isNegated)
    }
    guard !TextFolding.fold(name).isEmpty else {
      reader.advance(past: start)
      throw QueryProblem(
        range: start..<reader.position, message: "nothing to look for here",
        expected: ["a word", "field:value"])
    }
    return Query.Term(.words(name), isNegated: isNegated)
  }

  private func clause(
    _ name: String, _ range: Range<Int>, _ comparison: Query.Comparison,
    _ reader: inout QueryReader, _ isNegated: Bool
  ) throws(QueryProblem) -> Query.Term {
    let values = try reader.values(after: comparison)
    let field: QueryField
    switch schema.resolve(name) {
    case .found(let match): field = match
    case .ambiguous(let names):
      throw QueryProblem(
        range: range, message: "`\(name)` may mean several fields", expected: names)
    case .unknown(let nearest):
      throw QueryProblem(
        range: range,
        message: name.isEmpty
          ? "a field is missing before `\(comparison.rawValue)`"
          : "\(schema.subject.rawValue) have no field `\(name)`",
        expected: nearest)
    }
    let value = try QueryValueReader(schema: schema, field: field, comparison: comparison)
      .read(values)
    return Query.Term(.clause(field: field.name, comparison, value), isNegated: isNegated)
  }
}
