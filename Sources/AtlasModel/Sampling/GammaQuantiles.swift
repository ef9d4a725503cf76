/// Logarithm and exponential without a C library, the same bits on every machine.
enum Elementary {
  /// Natural logarithm of a number above 0.
  static func log(_ value: Double) -> Double {
    var exponent = Double(value.exponent)
    var rest = value.significand
    if rest > 1.414_213_562_373_095_1 {
      rest /= 2
      exponent += 1
    }
    // log m = 2 atanh((m - 1) / (m + 1)); m is within a factor of 2^.5 of 1.
    let ratio = (rest - 1) / (rest + 1)
    let square = ratio * ratio
    var sum = 1 / 21.0
    sum = sum * square + 1 / 19.0
    sum = sum * square + 1 / 17.0
    sum = sum * square + 1 / 15.0
    sum = sum * square + 1 / 13.0
    sum = sum * square + 1 / 11.0
    sum = sum * square + 1 / 9.0
    sum = sum * square + 1 / 7.0
    sum = sum * square + 1 / 5.0
    sum = sum * square + 1 / 3.0
    sum = sum * square + 1
    return exponent * 0.693_147_180_559_945_3 + 2 * ratio * sum
  }

  /// `e` to a power of 0 or less.
  static func exponential(_ power: Double) -> Double { Exponential.value(power) }
}

/// Quantiles of a gamma distribution of scale 1, for Dirichlet weights.
///
/// A Dirichlet draw is one gamma draw a weight, divided by their sum. Gamma draws by the inverse of the
/// distribution function: 1,025 quantiles, straight between them, the last one set so that the mean of the tail
/// is right. A rejection method would need a logarithm a draw and as many random numbers as it likes.
struct GammaQuantiles: Sendable {
  /// Steps of probability.
  static let steps = 1_024
  /// Quantiles at even steps from 0 to 1; the last one is where a straight tail has the right mean.
  let values: [Float]

  /// Works the quantiles out.
  ///
  /// - Parameter shape: 1 or more.
  init(shape: Double) {
    // The mass beyond is below 1e-7 for shapes up to 13, which is 1 + 12 times a weight of 1.
    let end = shape + 8 * shape.squareRoot() + 10
    let cells = 1_024
    let width = end / Double(cells)
    // Up to a constant factor, which the sum takes out.
    let peak = max(shape - 1, 0)
    let top = peak > 0 ? peak * Elementary.log(peak) - peak : 0
    let density = (0...cells).map { cell -> Double in
      let x = Double(cell) * width
      guard x > 0 else { return shape == 1 ? 1 : 0 }
      return Elementary.exponential(min(0, (shape - 1) * Elementary.log(x) - x - top))
    }
    var sums = [0.0]
    for cell in 1...cells {
      sums.append(sums[cell - 1] + (density[cell - 1] + density[cell]) / 2 * width)
    }
    let total = sums[cells]
    var quantiles = [0.0]
    var cell = 0
    for step in 1..<Self.steps {
      let wanted = total * Double(step) / Double(Self.steps)
      while cell + 1 < cells, sums[cell + 1] < wanted { cell += 1 }
      quantiles.append(
        (Double(cell)
          + Self.place(of: (wanted - sums[cell]) / width, density[cell], density[cell + 1]))
          * width)
    }
    // The mean of what lies above the last step is that of a straight line from it.
    let last = quantiles[Self.steps - 1]
    var mass = 0.0
    var moment = 0.0
    for cell in cell..<cells {
      let from = max(Double(cell) * width, last)
      let to = Double(cell + 1) * width
      let middle = (density[cell] + density[cell + 1]) / 2
      mass += middle * (to - from)
      moment += middle * (to - from) * (from + to) / 2
    }
    quantiles.append(mass > 0 ? max(last, 2 * moment / mass - last) : last)
    values = quantiles.map { Float($0) }
  }

  /// Share of a cell at which the area under a straight density reaches an amount.
  private static func place(of area: Double, _ left: Double, _ right: Double) -> Double {
    let slope = right - left
    let root = (left * left + 2 * slope * area).squareRoot()
    let place = left + root > 0 ? 2 * area / (left + root) : 0
    return min(max(place, 0), 1)
  }
}
