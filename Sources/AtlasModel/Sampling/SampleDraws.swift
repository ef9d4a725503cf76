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
    static let count = factor + Ramp.allCases.count
  }

  /// Words of bits in a block.
  enum Bits {
    /// Field * 3 + confidence: which draws move a level down; those that move it up stand `rise` further on.
    static let down = 0
    static let up = 18
    static let rise = up - down
    static let coin = 36
    static let count = 36 + 5
  }

  /// Draws of all blocks, for many countries.
  private struct Kept {
    /// Rows of 64 floats: block, then row.
    let rows: AlignedRows
    /// Words: block, then row.
    let bits: AlignedSpace<UInt64>
  }

  private let maker: Maker
  private var kept: Kept?

  /// Position of a move among the words of moves.
  static func move(_ field: DemandField, _ confidence: Confidence) -> Int {
    let place = DemandField.allCases.firstIndex(of: field) ?? 0
    return place * 3 + (Confidence.allCases.firstIndex(of: confidence) ?? 0)
  }

  init(_ settings: ModelSettings, _ options: SampleOptions, _ kernel: any SampleKernel) {
    maker = Maker(settings, options, kernel)
  }

  /// Draws everything once, for many countries; without it each block is drawn anew for each of them.
  mutating func keep() {
    guard kept == nil else { return }
    let blocks = maker.options.blocks
    let all = Kept(
      rows: AlignedRows(unfilled: blocks * Row.count),
      bits: AlignedSpace(count: blocks * Bits.count))
    all.rows.withRows { rows in
      for block in 0..<blocks {
        maker.fill(
          block, rows + block * Row.count * SampleOptions.lanes,
          all.bits.base + block * Bits.count)
      }
    }
    kept = all
  }

  /// The draws of a block.
  ///
  /// - Parameters:
  ///   - block: The block.
  ///   - scratch: Room for the draws where they are not kept.
  ///   - body: Takes rows of `Row` and words of `Bits`.
  func reading(
    _ block: Int, _ scratch: SampleScratch,
    _ body: (UnsafePointer<Float>, UnsafePointer<UInt64>) -> Void
  ) {
    if let kept {
      kept.rows.reading { rows in
        body(
          rows + block * Row.count * SampleOptions.lanes, kept.bits.base + block * Bits.count)
      }
    } else {
      scratch.draws.withRows { rows in
        maker.fill(block, rows, scratch.bits.base)
        body(rows, scratch.bits.base)
      }
    }
  }

  /// Fills blocks.
  private struct Maker: Sendable {
    let settings: ModelSettings
    let options: SampleOptions
    let kernel: any SampleKernel
    let tables: [GammaQuantiles]
    let tableOf: [Int]
    let weights: [CounterRandom]
    let link, equity: CounterRandom
    let factors, moves, coins: [CounterRandom]

    init(_ settings: ModelSettings, _ options: SampleOptions, _ kernel: any SampleKernel) {
      self.settings = settings
      self.options = options
      self.kernel = kernel
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
        kernel.uniforms(stream.origin, block: block, row: factor)
        let spread = options.movesModel ? Float(SampleOptions.rampSpread) : 0
        for lane in 0..<lanes { factor[lane] = 1 / (1 - spread + 2 * spread * factor[lane]) }
      }
      withUnsafeTemporaryAllocation(of: Float.self, capacity: lanes) { space in
        guard let uniform = space.baseAddress else { return }
        let halves = Confidence.allCases.map { confidence in
          options.movesModel ? SampleOptions.moveProbability(confidence) / 2 : 0
        }
        let low = SIMD4(halves[0], halves[1], halves[2], 0)
        for (field, stream) in moves.enumerated() {
          kernel.uniforms(stream.origin, block: block, row: uniform)
          let down = kernel.below(uniform, low)
          let stays = kernel.below(uniform, 1 - low)
          for place in halves.indices {
            word[Bits.down + field * 3 + place] = down[place]
            word[Bits.up + field * 3 + place] = ~stays[place]
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
      kernel.uniforms(self.link.origin, block: block, row: link)
      for lane in 0..<SampleOptions.lanes { link[lane] = low + (high - low) * link[lane] }
      kernel.uniforms(self.equity.origin, block: block, row: equity)
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
          tables[tableOf[number]].values.withUnsafeBufferPointer {
            kernel.quantiles(stream.origin, block: block, nodes: $0, row: row)
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
