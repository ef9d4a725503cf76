/// What a name given by a person stands for.
public enum FinderResult: Sendable, Equatable {
  /// Exactly one row.
  case found(Int)
  /// Several rows, none better than the others.
  case ambiguous([Int])
  /// No row; the rows with the nearest names, at most five.
  case unknown(nearest: [Int])

  /// The position of the one row; nil unless found.
  public var position: Int? {
    if case .found(let position) = self { position } else { nil }
  }
}

/// Rows under their codes, names and aliases; the shared part of the finders.
struct SearchNames: Sendable {
  /// What one row is called.
  struct Row: Sendable {
    var codes: [String]
    var names: [String]
    var aliases: [String]
    /// Wins over other rows of the same name, as a listed good over a delisted one.
    var isPreferred = true
  }

  private enum Tier: Int, CaseIterable { case code, name, alias }
  private struct Entry: Sendable {
    var row: Int
    var tier: Tier
    var key: [UInt8]
  }

  /// A plain list: a search by walking it is quicker than making an index for the one search.
  private var entries: [Entry] = []
  private let isPreferred: [Bool]

  init(_ rows: [Row]) {
    isPreferred = rows.map(\.isPreferred)
    entries.reserveCapacity(rows.count * 12)
    for (position, row) in rows.enumerated() {
      for text in row.codes { add(text, .code, position) }
      for text in row.names { add(text, .name, position) }
      for text in row.aliases { add(text, .alias, position) }
    }
  }

  private mutating func add(_ text: String, _ tier: Tier, _ row: Int) {
    let key = TextFolding.key(text)
    if !key.isEmpty { entries.append(Entry(row: row, tier: tier, key: key)) }
  }

  /// Exact code, then exact name, then exact alias, then a prefix that only one row has.
  func find(_ text: String) -> FinderResult {
    let key = TextFolding.key(text)
    guard !key.isEmpty else { return .unknown(nearest: []) }
    let exact = entries.filter { $0.key == key }
    for tier in Tier.allCases {
      let rows = unique(exact.filter { $0.tier == tier }.map(\.row))
      if !rows.isEmpty { return decide(rows) }
    }
    let byPrefix = unique(entries.filter { $0.key.starts(with: key) }.map(\.row))
    if byPrefix.count == 1 { return .found(byPrefix[0]) }
    if byPrefix.count > 1 { return .ambiguous(byPrefix) }
    return .unknown(nearest: nearest(to: key))
  }

  private func decide(_ rows: [Int]) -> FinderResult {
    if rows.count == 1 { return .found(rows[0]) }
    let preferred = rows.filter { isPreferred[$0] }
    return preferred.count == 1 ? .found(preferred[0]) : .ambiguous(rows)
  }

  /// Rows whose name contains the key, then rows within an edit distance of half its length.
  private func nearest(to key: [UInt8]) -> [Int] {
    guard key.count > 1 else { return [] }
    let holding = entries.filter { SearchBytes.contains($0.key, key) }.map(\.row)
    let limit = max(1, key.count / 2)
    var best: [Int: Int] = [:]
    for entry in entries where abs(entry.key.count - key.count) <= limit {
      let distance = SearchBytes.distance(entry.key, key)
      if distance <= limit { best[entry.row] = min(best[entry.row] ?? distance, distance) }
    }
    let near = best.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
    return Array(unique(unique(holding) + near).prefix(5))
  }

  private func unique(_ rows: [Int]) -> [Int] {
    var seen: Set<Int> = []
    return rows.filter { seen.insert($0).inserted }
  }
}
