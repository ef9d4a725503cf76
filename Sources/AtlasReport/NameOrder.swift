import AtlasModel

/// The order of rows without sorting: by name, and what begins with the words looked for first.
struct NameOrder: Sendable {
  private let rank: [Int]
  /// Folded names and codes of each row.
  private let heads: [[[UInt8]]]

  init(_ catalog: Catalog, _ subject: Query.Subject) {
    let names: [[String]] =
      switch subject {
      case .countries: catalog.countries.map { [$0.name, $0.shortName, $0.iso3, $0.iso2] }
      case .goods: catalog.goods.map { [$0.name, $0.id] + $0.aliases }
      case .indicators: catalog.indicators.map { [$0.name, $0.id] }
      case .sources: catalog.sources.map { [$0.publisher + " " + $0.title, $0.id] }
      case .measures: catalog.measures.map { [$0.title, $0.id] }
      }
    let heads = names.map { $0.map(TextFolding.fold) }
    self.heads = heads
    var order = Array(heads.indices)
    // Indicators and measures stand in the order of their tables, which is one of meaning.
    if subject != .indicators, subject != .measures {
      order.sort { left, right in
        heads[left][0] == heads[right][0]
          ? left < right : heads[left][0].lexicographicallyPrecedes(heads[right][0])
      }
    }
    var rank = Array(repeating: 0, count: order.count)
    for (place, row) in order.enumerated() { rank[row] = place }
    self.rank = rank
  }

  /// Rows in order; a row that is named by the words stands before one that begins with them.
  func ordered(_ positions: [Int], for query: Query) -> [Int] {
    let sorted = positions.sorted { rank[$0] < rank[$1] }
    let words = query.terms.compactMap { term -> String? in
      guard !term.isNegated, case .words(let text) = term.condition else { return nil }
      return text
    }
    guard !words.isEmpty, words.count == query.terms.count else { return sorted }
    let typed = TextFolding.fold(words.joined(separator: " "))
    let exact = sorted.filter { heads[$0].contains(typed) }
    let begins = sorted.filter { row in
      !heads[row].contains(typed) && heads[row].contains { $0.starts(with: typed) }
    }
    let first = Set(exact + begins)
    return exact + begins + sorted.filter { !first.contains($0) }
  }
}
