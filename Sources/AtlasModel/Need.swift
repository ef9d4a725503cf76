/// How wide a country's gaps to the Sustainable Development Goals are.
public struct SDGGaps: Sendable {
  /// Gap of goals 1 to 17, `1 - score / 100`; where a score is missing, the range of the subregion.
  public let gaps: [Interval]
  /// Rank of each known gap among the country's known gaps, 1 the widest; nil if unknown.
  public let ranks: [Int?]
  /// The row behind each goal.
  public let evidence: [Evidence]

  /// Reads the goal scores of a country.
  init(_ reader: SupplyReader) {
    var known: [Double?] = []
    var rows: [Evidence] = []
    var ranges: [Interval] = []
    for goal in 1...17 {
      let id = Self.indicator(goal)
      var row = reader.row(id)
      let gap = reader.value(id).map { 1 - $0 / 100 }
      let range = gap.map { Interval($0) } ?? Self.peers(reader, id)
      if gap == nil {
        row.low = (1 - range.high) * 100
        row.high = (1 - range.low) * 100
        if range != .unit { row.status = .peerRange }
      }
      known.append(gap)
      rows.append(row)
      ranges.append(range)
    }
    gaps = ranges
    evidence = rows
    ranks = known.map { gap in
      gap.map { mine in 1 + known.reduce(0) { $0 + (($1 ?? -1) > mine ? 1 : 0) } }
    }
  }

  /// Id of the indicator that holds a goal's score.
  public static func indicator(_ goal: Int) -> String {
    goal < 10 ? "sdg-goal-0\(goal)" : "sdg-goal-\(goal)"
  }

  /// Range of the gap over the country's subregion, if at least five of its countries are scored.
  private static func peers(_ reader: SupplyReader, _ id: String) -> Interval {
    let subregion = reader.catalog.countries[reader.country].subregion
    guard !subregion.isEmpty else { return .unit }
    var low = 1.0
    var high = 0.0
    var count = 0
    for (position, country) in reader.catalog.countries.enumerated()
    where country.subregion == subregion {
      guard let score = reader.catalog.observation(country: position, id)?.value else { continue }
      low = min(low, 1 - score / 100)
      high = max(high, 1 - score / 100)
      count += 1
    }
    return count >= 5 ? Interval(low, high) : .unit
  }

  /// Need: the mean gap over the goals that a good claims (fit-model section 4.1).
  ///
  /// The mean, not the widest: a good that claims all 17 must not win. Unknown if none is claimed.
  public func need(goals: [Int]) -> Interval {
    let claimed = goals.filter { (1...17).contains($0) }.map { gaps[$0 - 1] }
    guard !claimed.isEmpty else { return .unit }
    let count = Double(claimed.count)
    return Interval(
      claimed.reduce(0) { $0 + $1.low } / count, claimed.reduce(0) { $0 + $1.high } / count)
  }

  /// Rank of the widest known gap among the goals that a good claims; nil if none is known.
  public func bestRank(goals: [Int]) -> Int? {
    goals.filter { (1...17).contains($0) }.compactMap { ranks[$0 - 1] }.min()
  }
}
