/// What similar countries have where a country has no figure of today (fit-model section 7).
///
/// The range counts only where at least five peers have a usable figure, and it is never a point: a missing
/// figure stays unknown.
public struct PeerRanges: Sendable {
  /// Who counts as a peer.
  public enum Grouping: Sendable {
    /// Countries of the same subregion and income group: for figures of supply.
    case subregionAndIncome
    /// Countries of the same region and income group: where the subregion has too few.
    case regionAndIncome
    /// Countries of the same subregion: for goal scores (fit-model section 4.1).
    case subregion
  }

  /// The empirical range of a peer set.
  public struct Range: Sendable, Equatable {
    /// Lowest and highest usable figure.
    public var range: Interval
    /// Countries with a figure.
    public var count: Int
    /// Newest year among them.
    public var year: Int
    /// Id of the source of the newest figure.
    public var source: String
  }

  /// Fewest peers that count (assumption).
  public static let least = 5

  private let groups: [Int?]
  private let members: [[Int]]
  private let ranges: [Range?]
  private let columns: [String: Int]

  /// Works the ranges out, once a catalog.
  public init(_ catalog: Catalog, by grouping: Grouping) {
    var numbers: [String: Int] = [:]
    var members: [[Int]] = []
    groups = catalog.countries.enumerated().map { position, country in
      guard let key = Self.key(country, grouping) else { return nil }
      let number = numbers[key] ?? members.count
      if number == members.count {
        numbers[key] = number
        members.append([])
      }
      // A country made up for a lesson has peers and is none.
      if !country.isInvented { members[number].append(position) }
      return number
    }
    self.members = members
    let used = catalog.indicators.enumerated().filter { Self.isRead($0.element, grouping) }
    columns = Dictionary(
      used.enumerated().map { ($0.element.element.id, $0.offset) }, uniquingKeysWith: { a, _ in a })
    ranges = used.flatMap { indicator, _ in
      members.map { Self.range(catalog, indicator: indicator, of: $0) }
    }
  }

  private static func key(_ country: Country, _ grouping: Grouping) -> String? {
    guard !country.subregion.isEmpty else { return nil }
    switch grouping {
    case .subregion: return country.subregion
    case .subregionAndIncome:
      return country.income.map { country.subregion + "|" + $0.rawValue }
    case .regionAndIncome: return country.income.map { country.region + "|" + $0.rawValue }
    }
  }

  /// Whether the model reads an indicator by a grouping.
  private static func isRead(_ indicator: Indicator, _ grouping: Grouping) -> Bool {
    switch (grouping, indicator.group) {
    case (.subregion, let group): group == .need
    case (_, .check), (_, .context), (_, .need): false
    case (_, _): true
    }
  }

  private static func range(_ catalog: Catalog, indicator: Int, of members: [Int]) -> Range? {
    var result = Range(range: Interval(0), count: 0, year: 0, source: "")
    var low = Double.infinity
    var high = -Double.infinity
    for member in members {
      guard let observation = catalog.observation(country: member, indicator: indicator),
        observation.status.isUsable
      else { continue }
      low = min(low, observation.value)
      high = max(high, observation.value)
      result.count += 1
      if observation.year > result.year {
        result.year = observation.year
        result.source = observation.source
      }
    }
    guard result.count >= least else { return nil }
    result.range = Interval(low, high)
    return result
  }

  /// The range of an indicator over a country's peers; nil with fewer than five of them.
  public func range(country: Int, indicator id: String) -> Range? {
    guard let group = groups[country], let column = columns[id] else { return nil }
    return ranges[column * members.count + group]
  }

  /// Positions of a country's peers, itself included.
  public func members(country: Int) -> [Int] { groups[country].map { members[$0] } ?? [] }
}

/// How far old figures may have moved, by indicator and age.
public struct DriftTable: Sendable {
  private let rows: [Int: [Int: Drift]]

  /// Orders the drifts of a catalog.
  public init(_ catalog: Catalog) {
    var rows: [Int: [Int: Drift]] = [:]
    for drift in catalog.drifts { rows[drift.indicator, default: [:]][drift.years] = drift }
    self.rows = rows
  }

  /// The drift of an indicator over some years; nil if too few changes were seen.
  public func drift(indicator: Int, years: Int) -> Drift? { rows[indicator]?[years] }
}
