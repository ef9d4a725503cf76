/// What a change of several figures is counted in (fit-model section 9).
public enum ChangeCost: String, Sendable, CaseIterable {
  /// Percentage points; a figure that is no percentage counts in hundredths of its range.
  case points
  /// Years at the country's own pace, all figures moving at once: the slowest counts.
  case years
  /// People that the distances stand for; only figures that are shares of people move.
  case people

  /// Words for people.
  public var name: String {
    switch self {
    case .points: "percentage points"
    case .years: "years at the country's own pace"
    case .people: "people"
    }
  }
}

/// Several figures that together flip a verdict, at the least cost.
public struct LeastCost: Sendable, Equatable {
  /// What is counted.
  public var cost: ChangeCost
  /// The sum of the costs, or the longest for years; 0 where recent figures of what is on record do it.
  public var total: Double
  /// The figures and where they have to be; a hair less of one that moves does not do it.
  public var figures: [FigureChange]
  /// Facts that have to be settled with them.
  public var facts: [FactChange]
  /// Whether every other choice was looked at or shown to cost more, to a millionth of the cost.
  public var isExact: Bool
}

extension SeriesBook {
  /// Mean change a year over the last ten years on record, in the unit of the indicator; nil for fewer
  /// than two values.
  public func pace(country: Int, indicator: Int) -> Double? {
    guard let series = series(country: country, indicator: indicator),
      let last = series.points.last
    else { return nil }
    var recent = series
    recent.points.removeAll { $0.year < last.year - 10 || !$0.value.isFinite }
    return recent.changePerYear
  }
}
