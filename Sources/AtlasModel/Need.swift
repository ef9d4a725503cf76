/// How wide a country's gaps to the Sustainable Development Goals are.
public struct SDGGaps: Sendable {
  /// Gap of goals 1 to 17, `1 - score / 100`; where a score is missing, the range of the subregion.
  public let gaps: [Interval]
  /// Rank of each known gap among the country's known gaps, 1 the widest; nil if unknown.
  public let ranks: [Int?]
  /// The row behind each goal; empty where no evidence is wanted.
  public let evidence: [Evidence]
  /// Whether a goal stands in the ranking; a landlocked country has no goal 14.
  private let applies: [Bool]
  /// Ranks that the gap of each goal can have; nil for a goal that does not stand in the ranking.
  let places: [StepRange?]

  /// Reads the goal scores of a country.
  init(_ reader: SupplyReader) {
    var known: [Double?] = []
    var rows: [Evidence] = []
    var ranges: [Interval] = []
    for goal in 1...17 {
      let id = Self.indicator(goal)
      var row = reader.explains ? reader.row(id) : nil
      let gap = reader.value(id).map { 1 - $0 / 100 }
      let range = gap.map { Interval($0) } ?? Self.peers(reader, id, row: &row)
      known.append(gap)
      if let row { rows.append(row) }
      ranges.append(range)
    }
    gaps = ranges
    evidence = rows
    let isLandlocked = reader.catalog.countries[reader.country].isLandlocked
    applies = known.enumerated().map { !(isLandlocked && $0 == 13 && $1 == nil) }
    ranks = known.map { gap in
      gap.map { mine in 1 + known.reduce(0) { $0 + (($1 ?? -1) > mine ? 1 : 0) } }
    }
    // A missing score can be anything from 0 to 100, its own rank and its place among others too.
    let ends = ranges.indices.map { known[$0] == nil ? Interval.unit : ranges[$0] }
    places = Self.places(ends, applies)
  }

  /// Ranks from gaps: a gap is behind those that are wider for sure, and before those that are not.
  private static func places(_ ends: [Interval], _ applies: [Bool]) -> [StepRange?] {
    ends.indices.map { goal in
      guard applies[goal] else { return nil }
      var low = 1
      var high = 1
      for other in ends.indices where other != goal && applies[other] {
        if ends[other].low > ends[goal].high { low += 1 }
        if ends[other].high > ends[goal].low { high += 1 }
      }
      return StepRange(low, high)
    }
  }

  /// Id of the indicator that holds a goal's score.
  public static func indicator(_ goal: Int) -> String {
    goal < 10 ? "sdg-goal-0\(goal)" : "sdg-goal-\(goal)"
  }

  /// Range of the gap over the country's subregion, if at least five of its countries are scored.
  ///
  /// Puts the range, the newest year and the source of the peers on the row.
  private static func peers(
    _ reader: SupplyReader, _ id: String, row: inout Evidence?
  ) -> Interval {
    guard let peers = reader.regional?.range(country: reader.country, indicator: id) else {
      return .unit
    }
    row?.value = nil
    row?.low = peers.range.low
    row?.high = peers.range.high
    row?.year = String(peers.year)
    row?.source = peers.source
    row?.text = "range of \(peers.count) countries of the subregion"
    row?.status = .peerRange
    return Interval(1 - peers.range.high / 100, 1 - peers.range.low / 100)
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

  /// Ranks that the widest gap among the goals that a good claims can have; nil if it claims none.
  public func bestRanks(goals: [Int]) -> StepRange? {
    var best: StepRange?
    for goal in goals where (1...17).contains(goal) {
      guard let place = places[goal - 1] else { continue }
      best = StepRange(min(best?.low ?? 17, place.low), min(best?.high ?? 17, place.high))
    }
    return best
  }

  /// Rank of the widest known gap among the goals that a good claims; nil if none is known.
  public func bestRank(goals: [Int]) -> Int? {
    goals.filter { (1...17).contains($0) }.compactMap { ranks[$0 - 1] }.min()
  }
}
