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
      Self.sort(low, high, number, into: &caps)
      Self.steps(thinness, number, into: &thinSteps)
    }
  }

  /// Caps along a row of fits.
  private static func sort(
    _ low: MatrixRows<Double>, _ high: MatrixRows<Double>, _ number: Int,
    into caps: inout MatrixRows<UInt8>
  ) {
    let width = low.width
    let low = low.values.span
    let high = high.values.span
    var out = caps.values.mutableSpan
    for place in number * width..<(number + 1) * width {
      let worst = low[unchecked: place]
      let best = high[unchecked: place]
      var bits: UInt8 = worst < Verdict.adoptFit ? MatrixOutcome.worstSafeguards : 0
      bits |= worst < Verdict.safeguardsFit ? MatrixOutcome.worstPrepare : 0
      bits |= best < Verdict.adoptFit ? MatrixOutcome.bestSafeguards : 0
      bits |= best < Verdict.safeguardsFit ? MatrixOutcome.bestPrepare : 0
      out[unchecked: place] = bits
    }
  }

  /// Steps of thin data along a row.
  private static func steps(
    _ thinness: MatrixRows<Double>, _ number: Int, into steps: inout MatrixRows<UInt8>
  ) {
    let width = thinness.width
    let shares = thinness.values.span
    var out = steps.values.mutableSpan
    for place in number * width..<(number + 1) * width {
      out[unchecked: place] = StepRange(LikelihoodSteps.thinness(shares[unchecked: place])).packed
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
    let table = values.span
    var out = result.values.mutableSpan
    var low = least.mutableSpan
    for place in 0..<width { low[unchecked: place] = 1 }
    for (row, weight) in zip(rows, settings.weights) {
      for place in 0..<width {
        let value = table[unchecked: row * width + place]
        let least = low[unchecked: place]
        out[unchecked: start + place] += weight * value
        low[unchecked: place] = value < least ? value : least
      }
    }
    let weight = settings.weights[Dimension.equity.index]
    let groups = worst ?? []
    for place in 0..<width {
      var value = 1.0
      for row in groups {
        let other = table[unchecked: row * width + place]
        value = value < other ? value : other
      }
      let mean = out[unchecked: start + place] + weight * value
      let least = low[unchecked: place]
      let last = value < least ? value : least
      out[unchecked: start + place] = (1 - share) * mean + share * last
    }
  }

  /// Thinness along a row; equity is as thin as the thinnest personal dimension.
  func thin(
    _ rows: [Int], isPublic: Bool, _ settings: ModelSettings, _ most: inout [Double],
    _ result: inout MatrixRows<Double>, _ number: Int
  ) {
    let start = number * width
    let table = values.span
    var out = result.values.mutableSpan
    var high = most.mutableSpan
    for place in 0..<width { high[unchecked: place] = 0 }
    for (position, (row, weight)) in zip(rows, settings.weights).enumerated() {
      for place in 0..<width {
        out[unchecked: start + place] += table[unchecked: row * width + place] * weight
      }
      guard isPublic && position < Demand.personal.count else { continue }
      for place in 0..<width {
        let value = table[unchecked: row * width + place]
        let most = high[unchecked: place]
        high[unchecked: place] = value > most ? value : most
      }
    }
    let weight = settings.weights[Dimension.equity.index]
    for place in 0..<width { out[unchecked: start + place] += high[unchecked: place] * weight }
  }
}
