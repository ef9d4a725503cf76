/// Finds where a condition begins to hold between two values, by halving.
enum Halving {
  /// Distance at which a value counts as found, in the unit of the values.
  static let hair = 1e-10

  /// The value nearest to a start at which a condition holds, no further from it than a hair.
  ///
  /// - Parameters:
  ///   - start: A value at which it does not hold.
  ///   - end: A value at which it holds; between the two it changes once.
  ///   - hair: Distance at which the value counts as found.
  ///   - holds: The condition.
  static func edge(
    from start: Double, to end: Double, hair: Double = hair, _ holds: (Double) -> Bool
  ) -> Double {
    var (low, high) = (start, end)
    while (high - low).magnitude > hair {
      let middle = low + (high - low) / 2
      if middle == low || middle == high { break }
      if holds(middle) { high = middle } else { low = middle }
    }
    return high
  }
}
