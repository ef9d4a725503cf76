/// What a draw has in common for all countries and goods: weights, blend, ramps, moves of levels, coins.
///
/// Common random numbers: two goods, or two countries, differ by what they are and not by luck.
struct SampleDraws: Sendable {
  /// Tables of value functions that move together, in the order of `factor`.
  enum Ramp: Int, CaseIterable {
    case connectivity, skills, devices, power, affordability, privacy, security, institutions
  }

  /// Questions of the application that may be unanswered.
  enum Coin: Int, CaseIterable {
    case stores, collects, described, closed, alternatives
  }

  /// Rows of floats in a block: `w`, `(1 - b) w`, `b`, `e`, one over the factor of each ramp.
  enum Row {
    static let weight = 0
    static let share = 9
    static let link = 18
    static let equity = 19
    static let factor = 20
    /// Moves -1, 0 or 1: field * 3 + confidence.
    static let move = 28
    static let count = 28 + 18
  }

  /// Words of bits in a block.
  enum Bits {
    /// Field * 3 + confidence: which draws move down; `up` follows.
    static let down = 0
    static let up = 18
    static let coin = 36
    static let count = 36 + 5
  }

  let options: SampleOptions
  /// Rows of 64 floats: block, then row.
  let rows: AlignedRows
  /// Words: block, then row.
  let bits: [UInt64]

  /// Position of a move's rows.
  static func move(_ field: DemandField, _ confidence: Confidence) -> Int {
    let place = DemandField.allCases.firstIndex(of: field) ?? 0
    return place * 3 + (Confidence.allCases.firstIndex(of: confidence) ?? 0)
  }

  init(_ settings: ModelSettings, _ options: SampleOptions) {
    self.options = options
    let rows = AlignedRows(count: options.blocks * Row.count)
    var bits = Array(repeating: UInt64(0), count: options.blocks * Bits.count)
    let maker = Maker(settings, options)
    rows.withRows { row in
      bits.withUnsafeMutableBufferPointer { bits in
        guard let word = bits.baseAddress else { return }
        for block in 0..<options.blocks {
          maker.fill(
            block, row + block * Row.count * SampleOptions.lanes, word + block * Bits.count)
        }
      }
    }
    self.rows = rows
    self.bits = bits
  }

  /// Fills blocks.
  private struct Maker {
    let settings: ModelSettings
    let options: SampleOptions
    let tables: [GammaQuantiles]
    let tableOf: [Int]
    let weights: [CounterRandom]
    let link, equity: CounterRandom
    let factors, moves, coins: [CounterRandom]

    init(_ settings: ModelSettings, _ options: SampleOptions) {
      self.settings = settings
      self.options = options
      func stream(_ name: String) -> CounterRandom {
        CounterRandom(seed: options.seed, stream: name)
      }
      let shapes = settings.weights.map {
        options.weights == .flat ? 1 : 1 + SampleOptions.concentration * $0
      }
      var distinct: [Double] = []
      tableOf = shapes.map { shape in
        if let known = distinct.firstIndex(of: shape) { return known }
        distinct.append(shape)
        return distinct.count - 1
      }
      tables = options.weights == .fixed ? [] : distinct.map { GammaQuantiles(shape: $0) }
      weights = Dimension.allCases.map { stream("weight \($0.rawValue)") }
      link = stream("weakest link")
      equity = stream("equity share")
      factors = Ramp.allCases.map { stream("ramp \($0)") }
      moves = DemandField.allCases.map { stream("move \($0.rawValue)") }
      coins = Coin.allCases.map { stream("coin \($0)") }
    }

    func fill(
      _ block: Int, _ row: UnsafeMutablePointer<Float>, _ word: UnsafeMutablePointer<UInt64>
    ) {
      let lanes = SampleOptions.lanes
      func at(_ number: Int) -> UnsafeMutablePointer<Float> { row + number * lanes }
      fillBlend(block, at(Row.link), at(Row.equity))
      fillWeights(block, at(Row.weight))
      for dimension in 0..<9 {
        let (weight, share) = (at(Row.weight + dimension), at(Row.share + dimension))
        for lane in 0..<lanes { share[lane] = (1 - at(Row.link)[lane]) * weight[lane] }
      }
      for (number, stream) in factors.enumerated() {
        let factor = at(Row.factor + number)
        stream.fill(block, factor)
        let spread = options.movesModel ? Float(SampleOptions.rampSpread) : 0
        for lane in 0..<lanes { factor[lane] = 1 / (1 - spread + 2 * spread * factor[lane]) }
      }
      withUnsafeTemporaryAllocation(of: Float.self, capacity: lanes) { space in
        guard let uniform = space.baseAddress else { return }
        for (field, stream) in moves.enumerated() {
          stream.fill(block, uniform)
          for (place, confidence) in Confidence.allCases.enumerated() {
            let number = field * 3 + place
            let half = options.movesModel ? SampleOptions.moveProbability(confidence) / 2 : 0
            let move = at(Row.move + number)
            var down: UInt64 = 0
            var up: UInt64 = 0
            for lane in 0..<lanes {
              let isDown = uniform[lane] < half
              let isUp = uniform[lane] >= 1 - half
              move[lane] = isDown ? -1 : isUp ? 1 : 0
              down |= (isDown ? 1 : 0) << UInt64(lane)
              up |= (isUp ? 1 : 0) << UInt64(lane)
            }
            word[Bits.down + number] = down
            word[Bits.up + number] = up
          }
        }
      }
      for (number, stream) in coins.enumerated() { word[Bits.coin + number] = stream.word(block) }
    }

    private func fillBlend(
      _ block: Int, _ link: UnsafeMutablePointer<Float>, _ equity: UnsafeMutablePointer<Float>
    ) {
      guard options.weights != .fixed else {
        for lane in 0..<SampleOptions.lanes {
          link[lane] = Float(settings.weakestLink)
          equity[lane] = Float(settings.equityShare)
        }
        return
      }
      let low = Float(max(0, settings.weakestLink - SampleOptions.linkSpread))
      let high = Float(min(1, settings.weakestLink + SampleOptions.linkSpread))
      self.link.fill(block, link)
      for lane in 0..<SampleOptions.lanes { link[lane] = low + (high - low) * link[lane] }
      self.equity.fill(block, equity)
    }

    private func fillWeights(_ block: Int, _ rows: UnsafeMutablePointer<Float>) {
      let lanes = SampleOptions.lanes
      guard options.weights != .fixed else {
        for (number, weight) in settings.weights.enumerated() {
          for lane in 0..<lanes { rows[number * lanes + lane] = Float(weight) }
        }
        return
      }
      withUnsafeTemporaryAllocation(of: Float.self, capacity: lanes) { space in
        guard let sum = space.baseAddress else { return }
        for lane in 0..<lanes { sum[lane] = 0 }
        for (number, stream) in weights.enumerated() {
          let row = rows + number * lanes
          stream.fill(block, row)
          tables[tableOf[number]].values.withUnsafeBufferPointer { table in
            guard let table = table.baseAddress else { return }
            for lane in 0..<lanes { row[lane] = GammaQuantiles.value(table, row[lane]) }
          }
          for lane in 0..<lanes { sum[lane] += row[lane] }
        }
        for lane in 0..<lanes { sum[lane] = 1 / sum[lane] }
        for number in 0..<9 {
          let row = rows + number * lanes
          for lane in 0..<lanes { row[lane] *= sum[lane] }
        }
      }
    }
  }
}
