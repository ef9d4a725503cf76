/// Fit and thinness of every distinct demand in every country.
struct MatrixFits: Sendable {
  private(set) var low: MatrixRows<Double>
  private(set) var high: MatrixRows<Double>
  private(set) var thinness: MatrixRows<Double>
  /// Caps by fit, as in `MatrixOutcome`.
  private(set) var caps: MatrixRows<UInt8>
  /// Likelihood of thin data, as `StepRange.packed`.
  private(set) var thinSteps: MatrixRows<UInt8>

  init(_ countries: MatrixCountries, _ goods: MatrixGoods, _ settings: ModelSettings) {
    let width = countries.positions.count
    low = MatrixRows(count: goods.fits.count, width: width, 0)
    high = low
    thinness = low
    caps = MatrixRows(count: goods.fits.count, width: width, 0)
    thinSteps = caps
    var lows = countries.low
    var highs = countries.high
    lows.blend(share: settings.equityShare)
    highs.blend(share: settings.equityShare)
    var least = Array(repeating: 0.0, count: width)
    for (number, profile) in goods.fits.enumerated() {
      let rows = profile.rows
      let worst = profile.worstRows
      lows.fit(rows, worst, settings, &least, into: &low, number)
      highs.fit(rows, worst, settings, &least, into: &high, number)
      countries.thinness.thin(rows, isPublic: worst != nil, settings, &least, &thinness, number)
      sort(number, width)
    }
  }

  private mutating func sort(_ number: Int, _ width: Int) {
    for place in number * width..<(number + 1) * width {
      var bits: UInt8 = 0
      if low.values[place] < Verdict.adoptFit { bits |= MatrixOutcome.worstSafeguards }
      if low.values[place] < Verdict.safeguardsFit { bits |= MatrixOutcome.worstPrepare }
      if high.values[place] < Verdict.adoptFit { bits |= MatrixOutcome.bestSafeguards }
      if high.values[place] < Verdict.safeguardsFit { bits |= MatrixOutcome.bestPrepare }
      caps.values[place] = bits
      thinSteps.values[place] = StepRange(MatrixSteps.thinness(thinness.values[place])).packed
    }
  }
}

extension MatrixFitProfile {
  /// Rows of the ladders that the dimensions but equity read.
  var rows: [Int] {
    zip(MatrixLadder.read(by: worker), levels).map { $0.row($1) }
  }

  /// Rows of the worst groups, of which equity is the least; nil where equity is not asked.
  var worstRows: [Int]? {
    guard levels[Dimension.equity.index] > 0 else { return nil }
    let ladders: [MatrixLadder] = [.worstConnectivity, .worstSkills, .worstDevices, .worstPower]
    return zip(ladders, levels).map { $0.row($1) }
  }
}

extension MatrixRows where Element == Double {
  /// Fills the ladders of citizens: everybody and the worst group in their shares.
  mutating func blend(share: Double) {
    // As `Interval.blended(with:weight:)` has it.
    let weight = 1 - share
    let first = MatrixLadder.connectivity.row(0) * width
    let worst = MatrixLadder.worstConnectivity.row(0) * width
    let mixed = MatrixLadder.citizenConnectivity.row(0) * width
    for level in 0..<20 * width where level / width % 5 > 0 {
      values[mixed + level] = weight * values[first + level] + (1 - weight) * values[worst + level]
    }
  }

  /// `FitScore.fit` along a row, the dimensions added in the same order.
  func fit(
    _ rows: [Int], _ worst: [Int]?, _ settings: ModelSettings, _ least: inout [Double],
    into result: inout MatrixRows<Double>, _ number: Int
  ) {
    let start = number * width
    let share = settings.weakestLink
    for place in 0..<width { least[place] = 1 }
    for (row, weight) in zip(rows, settings.weights) {
      for place in 0..<width {
        let value = values[row * width + place]
        result.values[start + place] += weight * value
        least[place] = value < least[place] ? value : least[place]
      }
    }
    let weight = settings.weights[Dimension.equity.index]
    for place in 0..<width {
      var value = 1.0
      for row in worst ?? [] {
        let other = values[row * width + place]
        value = value < other ? value : other
      }
      let mean = result.values[start + place] + weight * value
      let last = value < least[place] ? value : least[place]
      result.values[start + place] = (1 - share) * mean + share * last
    }
  }

  /// Thinness along a row; equity is as thin as the thinnest personal dimension.
  func thin(
    _ rows: [Int], isPublic: Bool, _ settings: ModelSettings, _ most: inout [Double],
    _ result: inout MatrixRows<Double>, _ number: Int
  ) {
    let start = number * width
    for place in 0..<width { most[place] = 0 }
    for (position, (row, weight)) in zip(rows, settings.weights).enumerated() {
      for place in 0..<width {
        let value = values[row * width + place]
        result.values[start + place] += value * weight
        if isPublic && position < 4 { most[place] = value > most[place] ? value : most[place] }
      }
    }
    let weight = settings.weights[Dimension.equity.index]
    for place in 0..<width { result.values[start + place] += most[place] * weight }
  }
}
