/// What some rows of a table have in one field of its queries, read once.
///
/// Turns a group of rows back into the terms that find it: the terms are given only if they keep
/// exactly the rows of the group, out of those that were read.
public struct FieldValues: Sendable {
  private let field: QueryField
  private var missing: [Int] = []
  /// Rows by what `=` compares: folded text, or the bytes of a word, country or good.
  private var byText: [[UInt8]: [Int]] = [:]
  private var numbers: [(row: Int, value: Double)] = []

  /// Reads a field of rows, given in ascending order.
  public init(_ catalog: Catalog, _ field: QueryField, rows: [Int]) {
    self.field = field
    for row in rows {
      switch field.read(catalog, row) {
      case .missing: missing.append(row)
      case .number(let value): numbers.append((row, value))
      case .texts(let texts):
        for text in texts {
          let key = key(text)
          if byText[key]?.last != row { byText[key, default: []].append(row) }
        }
      }
    }
  }

  /// Whether the field is unknown in a row; a list that is known to be empty is not unknown.
  public func isUnknown(_ row: Int) -> Bool { missing.contains(row) }

  /// The terms for one text or word; nil if they would not keep exactly these rows.
  public func terms(text: String, keeping rows: [Int]) -> [Query.Term]? {
    guard byText[key(text)] == rows, !TextFolding.fold(text).isEmpty else { return nil }
    var comparison = Query.Comparison.has
    switch field.kind {
    case .number: return nil
    case .text: comparison = .equal
    case .country, .good: break
    case .token(let values, _):
      let key = TextFolding.key(text)
      guard values.first(where: { TextFolding.key($0) == key }) == text else { return nil }
    }
    return [term(comparison, .texts([text]))]
  }

  /// The terms for one number; nil if they would not keep exactly these rows.
  public func terms(number: Double, keeping rows: [Int]) -> [Query.Term]? {
    guard numbers.filter({ $0.value == number }).map(\.row) == rows else { return nil }
    return [term(.equal, .number(number))]
  }

  /// The terms for numbers from a limit to another, without the upper one unless it is included.
  ///
  /// Nil if they would not keep exactly these rows.
  public func terms(
    from low: Double, to high: Double, includingHigh: Bool, keeping rows: [Int]
  ) -> [Query.Term]? {
    guard case .number = field.kind else { return nil }
    let found = numbers.filter {
      $0.value >= low && (includingHigh ? $0.value <= high : $0.value < high)
    }
    guard found.map(\.row) == rows else { return nil }
    return [
      term(.atLeast, .number(low)), term(includingHigh ? .atMost : .less, .number(high)),
    ]
  }

  /// The terms for rows in which the field is unknown; nil if they are other rows than these.
  public func termsOfUnknown(keeping rows: [Int]) -> [Query.Term]? {
    missing == rows ? [term(.has, .unknown)] : nil
  }

  private func term(_ comparison: Query.Comparison, _ value: Query.Value) -> Query.Term {
    Query.Term(.clause(field: field.name, comparison, value))
  }

  /// What `=` compares of a value: texts that differ in case or accents are the same.
  public func key(_ text: String) -> [UInt8] {
    field.kind == .text ? TextFolding.fold(text) : Array(text.utf8)
  }
}
