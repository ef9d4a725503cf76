/// Round limits that part numbers into at most ten bins.
///
/// A bin holds its lower limit and not its upper one; only the last may hold both. Steps are 1, 2 or
/// 5 times a power of ten. Where one such bin would hold more than 60 % of at least ten numbers that
/// span a factor of 100 or more, the limits rise by factors instead (1, 2, 5, 10 or powers of ten).
struct Bins: Equatable {
  /// The most bins.
  static let most = 10
  /// Largest share of the numbers in one even bin before limits rise by factors.
  private static let crowded = 0.6

  /// One more limit than bins, ascending.
  private(set) var limits: [Double]
  /// Whether limits rise by factors.
  private(set) var isRising = false

  /// Bins of numbers that are shown with so many decimals; nil if there is no number.
  init?(_ values: [Double], decimals: Int) {
    guard let low = values.min(), let high = values.max(), low.isFinite, high.isFinite else {
      return nil
    }
    limits = Self.even(low, high, decimals: decimals)
    let fullest = counts(values).max() ?? 0
    guard values.count >= 10, Double(fullest) > Self.crowded * Double(values.count), low >= 0,
      let least = values.filter({ $0 > 0 }).min(), high >= 100 * least,
      let rising = Self.rising(least, high, startsAtZero: low == 0)
    else { return }
    limits = rising
    isRising = true
  }

  /// Position of the bin of a number inside the limits.
  func position(of value: Double) -> Int {
    let bin = (limits.lastIndex { $0 <= value }) ?? 0
    return min(bin, limits.count - 2)
  }

  /// Whether the last bin must hold its upper limit.
  func isClosed(_ bin: Int) -> Bool { bin == limits.count - 2 }

  private func counts(_ values: [Double]) -> [Int] {
    var counts = Array(repeating: 0, count: limits.count - 1)
    for value in values { counts[position(of: value)] += 1 }
    return counts
  }

  private static func even(_ low: Double, _ high: Double, decimals: Int) -> [Double] {
    for exponent in -decimals...300 {
      for factor in [1.0, 2, 5] {
        let first = multiple(below: low, factor, exponent)
        var last = multiple(below: high, factor, exponent)
        if limit(last, factor, exponent) < high || last == first { last += 1 }
        guard last - first <= Double(most) else { continue }
        return (0...Int(last - first)).map { limit(first + Double($0), factor, exponent) }
      }
    }
    return [low, high]
  }

  /// How many whole steps fit below a number, put right where the division was not exact.
  private static func multiple(below value: Double, _ factor: Double, _ exponent: Int) -> Double {
    var count = (value / limit(1, factor, exponent)).rounded(.down)
    if limit(count + 1, factor, exponent) <= value { count += 1 }
    if limit(count, factor, exponent) > value { count -= 1 }
    return count
  }

  /// A multiple of a step; divides by a power of ten, which is exact, rather than multiply by 0.1.
  private static func limit(_ count: Double, _ factor: Double, _ exponent: Int) -> Double {
    let power = powerOfTen(exponent.magnitude)
    return exponent < 0 ? count * factor / power : count * factor * power
  }

  private static func powerOfTen(_ exponent: UInt) -> Double {
    var power = 1.0
    for _ in 0..<exponent { power *= 10 }
    return power
  }

  private static func rising(
    _ least: Double, _ high: Double, startsAtZero: Bool
  ) -> [Double]? {
    for (factors, stride) in [([1.0, 2, 5], 1), ([1], 1), ([1], 2), ([1], 3)] {
      var limits: [Double] = []
      for exponent in Swift.stride(from: -12, through: 30, by: stride) {
        for factor in factors {
          let next = limit(1, factor, exponent)
          if next <= least { limits = [] }
          if limits.last.map({ $0 < high }) ?? true { limits.append(next) }
        }
      }
      if startsAtZero { limits.insert(0, at: 0) }
      if limits.count - 1 <= most, limits.count > 1, limits.last ?? 0 >= high { return limits }
    }
    return nil
  }
}
