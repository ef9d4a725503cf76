/// Need and relevance of every distinct list of goals in every country.
struct MatrixNeeds: Sendable {
  private(set) var low: MatrixRows<Double>
  private(set) var high: MatrixRows<Double>
  /// Likelihood that a good is not about a country's problems, as `StepRange.packed`.
  private(set) var relevance: MatrixRows<UInt8>

  init(_ countries: MatrixCountries, _ goods: MatrixGoods) {
    let width = countries.positions.count
    low = MatrixRows(count: goods.goals.count, width: width, 0)
    high = low
    relevance = MatrixRows(count: goods.goals.count, width: width, StepRange.open.packed)
    var best = Array(repeating: UInt8(255), count: width)
    var worst = best
    for (number, goals) in goods.goals.enumerated() {
      countries.gapLow.mean(goals, ifNone: 0, into: &low, number)
      countries.gapHigh.mean(goals, ifNone: 1, into: &high, number)
      countries.rankLow.least(goals, into: &best)
      countries.rankHigh.least(goals, into: &worst)
      for place in 0..<width where best[place] < 255 {
        let steps = StepRange(
          LikelihoodSteps.relevance(best[place]),
          LikelihoodSteps.relevance(worst[place]))
        relevance[number, place] = steps.packed
      }
    }
  }
}

extension MatrixRows where Element == Double {
  /// Mean of the rows of some goals, added in their order.
  fileprivate func mean(
    _ goals: [Int], ifNone: Double, into result: inout MatrixRows<Double>, _ number: Int
  ) {
    let start = number * width
    let table = values.span
    var out = result.values.mutableSpan
    guard !goals.isEmpty else {
      for place in 0..<width { out[unchecked: start + place] = ifNone }
      return
    }
    for goal in goals {
      for place in 0..<width {
        out[unchecked: start + place] += table[unchecked: (goal - 1) * width + place]
      }
    }
    let count = Double(goals.count)
    for place in 0..<width { out[unchecked: start + place] /= count }
  }
}

extension MatrixRows where Element == UInt8 {
  /// Least of the rows of some goals; 255 where there is none.
  fileprivate func least(_ goals: [Int], into list: inout [UInt8]) {
    let table = values.span
    var out = list.mutableSpan
    for place in 0..<width { out[unchecked: place] = 255 }
    for goal in goals {
      for place in 0..<width {
        let value = table[unchecked: (goal - 1) * width + place]
        let least = out[unchecked: place]
        out[unchecked: place] = value < least ? value : least
      }
    }
  }
}
