/// What accounting identities leave open about a group that was never measured.
///
/// With a total `u`, a group of share `r` and the rest of share `1 - r`, `u = r g + (1 - r) k` and
/// `0 <= k <= 100` bound `g`; nothing is imputed. From fit-model section 3.1.
public enum GroupBounds {
  /// Share of women where no figure is bundled (assumption).
  public static let womenShare = 0.5
  /// Share of the poorest 40 %, by definition.
  public static let poorestShare = 0.4

  /// Range of a group's supply, in the unit of the total (0 to 100).
  ///
  /// - Parameters:
  ///   - total: Range of the total.
  ///   - share: Share of the group, 0 to 1; nil if unknown.
  ///   - atMostTotal: Whether "the group does not exceed the total" is assumed.
  public static func range(total: Interval, share: Double?, atMostTotal: Bool) -> Interval {
    guard let share else { return Interval(0, atMostTotal ? total.high : 100) }
    guard share > 0 else { return total }
    let low = max(0, (total.low - 100 * (1 - share)) / share)
    let high = min(100, total.high / share)
    return Interval(low, atMostTotal ? min(high, total.high) : high)
  }

  /// Range of the ratio of a group's use to that of everybody else, 0 or more.
  ///
  /// The ratio is infinite where nobody else takes part, and 1 where nobody does.
  ///
  /// - Parameters:
  ///   - total: The total, 0 to 100.
  ///   - group: Range of the group.
  ///   - share: Share of the group, 0 to 1, not 1.
  public static func ratio(total: Double, group: Interval, share: Double) -> Interval {
    Interval(
      ratio(total: total, group: group.low, share: share),
      ratio(total: total, group: group.high, share: share))
  }

  private static func ratio(total: Double, group: Double, share: Double) -> Double {
    let rest = min(100, (total - share * group) / (1 - share))
    return rest > 0 ? group / rest : group > 0 ? .infinity : 1
  }
}
