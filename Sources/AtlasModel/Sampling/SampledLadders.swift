/// Losses of a country at all levels in a block of draws.
///
/// A factor `u` on floor and target of a ramp is one over `u` on the supply, so each level costs a product, a
/// difference and two limits: `loss = clamp(target / d - (s / u) / d, 0, 1)` with `d = target - floor`.
struct SampledLadders {
  /// How a ladder is read: rows of supply for levels 1 to 4, of which the least counts, and their ramps.
  private struct Recipe {
    var ladder: LossLadder
    var supplies: [[SupplyRow]]
    var ramps: [ValueFunction]
    var factor: SampleDraws.Ramp
  }

  /// A level that is worked out: its own loss, and the greatest of it and those below.
  private struct Step {
    var ladder: LossLadder
    var level: Int
    var supplies: [Int]
    var scale: Float
    var shift: Float
    var factor: Int
    /// Whether the level below is not zero everywhere.
    var adds: Bool
  }

  private static let recipes: [Recipe] = {
    func citizens(_ shift: Int) -> [Recipe] {
      func row(_ row: SupplyRow) -> SupplyRow {
        let worst: [SupplyRow] = [
          .worstSignal, .worstFourG, .worstInternet, .worstLiteracy, .worstMobile,
          .worstElectricity,
        ]
        return shift == 0 || row.rawValue > 5 ? row : worst[row.rawValue]
      }
      let online = row(.internet)
      let device = [row(.mobile), online]
      let ladders = (0..<4).compactMap { LossLadder(rawValue: shift + $0) }
      let supplies: [[[SupplyRow]]] = [
        [[row(.signal)], [online], [online], [online, row(.fourG)]],
        [[row(.literacy)], [row(.literacy)], [row(.literacy)], [.humanCapital]],
        [[row(.mobile)], device, device, [.fixedBroadband]],
        Array(repeating: [row(.electricity)], count: 4),
      ]
      let tables = [
        ValueFunctions.connectivity, ValueFunctions.citizenSkills, ValueFunctions.citizenDevices,
        ValueFunctions.power,
      ]
      let factors: [SampleDraws.Ramp] = [.connectivity, .skills, .devices, .power]
      return ladders.enumerated().map {
        Recipe(
          ladder: $1, supplies: supplies[$0], ramps: tables[$0].levels, factor: factors[$0])
      }
    }
    func same(
      _ ladder: LossLadder, _ row: SupplyRow, _ table: ValueFunctions.Table,
      _ factor: SampleDraws.Ramp
    ) -> Recipe {
      Recipe(
        ladder: ladder, supplies: Array(repeating: [row], count: 4), ramps: table.levels,
        factor: factor)
    }
    return citizens(LossLadder.citizenConnectivity.rawValue)
      + citizens(LossLadder.worstConnectivity.rawValue) + [
        Recipe(
          ladder: .staffConnectivity, supplies: [[.signal], [.signal], [.fourG], [.fourG]],
          ramps: ValueFunctions.connectivity.levels, factor: .connectivity),
        same(.staffSkills, .humanCapital, ValueFunctions.staffSkills, .skills),
        same(.staffDevices, .mobile, ValueFunctions.staffDevices, .devices),
        same(.staffPower, .electricity, ValueFunctions.power, .power),
        same(.frontlinePower, .ruralElectricity, ValueFunctions.power, .power),
        same(.affordability, .dataPrice, ValueFunctions.affordability, .affordability),
        same(.privacy, .privacy, ValueFunctions.privacy, .privacy),
        same(.security, .cybersecurity, ValueFunctions.security, .security),
        same(.institutions, .eGovernment, ValueFunctions.institutions, .institutions),
      ]
  }()

  private var steps: [Step] = []
  /// Whether a row of `LossLadder.row` is zero in all draws.
  private(set) var isZero = Array(repeating: true, count: LossLadder.rowCount)
  /// Rows of citizens that are mixed: with a loss of everybody, or of the worst group alone.
  private var mixed: [(row: Int, isWorstAlone: Bool)] = []

  /// Prepares the levels that some goods read.
  ///
  /// - Parameters:
  ///   - needed: Whether a row is read.
  ///   - ranges: Lowest and highest value of each row of supplies.
  ///   - options: What is drawn.
  init(needed: [Bool], ranges: [(low: Float, high: Float)], options: SampleOptions) {
    let spread = options.movesModel ? Float(SampleOptions.rampSpread) : 0
    let factors = (low: 1 / (1 + spread), high: 1 / (1 - spread))
    for recipe in Self.recipes {
      // A level of the worst group is read by itself and in the mix of citizens.
      let mixing = (4..<8).contains(recipe.ladder.rawValue) ? -20 : 0
      let top = (1...4).last {
        needed[recipe.ladder.row($0)] || needed[recipe.ladder.row($0) + mixing]
      }
      guard let top else { continue }
      var isSilent = true
      for level in 1...top {
        let ramp = recipe.ramps[level - 1]
        let scale = Float(1 / (ramp.target - ramp.floor))
        let shift = Float(ramp.target / (ramp.target - ramp.floor))
        let rows = recipe.supplies[level - 1]
        // A straight function is greatest at an end; a negative scale is a falling ramp.
        let low = rows.map { ranges[$0.rawValue].low }.min() ?? 0
        let high = rows.map { ranges[$0.rawValue].high }.min() ?? 0
        let greatest =
          scale > 0
          ? shift - scale * low * (low > 0 ? factors.low : factors.high)
          : shift - scale * high * factors.high
        let adds = !isSilent
        if greatest > 0 { isSilent = false }
        isZero[recipe.ladder.row(level)] = isSilent
        guard !isSilent else { continue }
        steps.append(
          Step(
            ladder: recipe.ladder, level: level, supplies: rows.map(\.rawValue), scale: scale,
            shift: shift, factor: SampleDraws.Row.factor + recipe.factor.rawValue, adds: adds))
      }
    }
    for row in 0..<20 where row % 5 > 0 && needed[row] && !isZero[row + 20] {
      mixed.append((row: row, isWorstAlone: isZero[row]))
      isZero[row] = false
    }
  }

  /// Fills the losses of a block; rows that are zero everywhere must be zero already.
  func fill(
    _ supplies: UnsafePointer<Float>, _ draws: UnsafePointer<Float>,
    _ losses: UnsafeMutablePointer<Float>
  ) {
    let lanes = SampleOptions.lanes
    for step in steps {
      let out = losses + step.ladder.row(step.level) * lanes
      let factor = draws + step.factor * lanes
      let supply = supplies + step.supplies[0] * lanes
      let (scale, shift) = (step.scale, step.shift)
      if step.supplies.count > 1 {
        let other = supplies + step.supplies[1] * lanes
        for lane in 0..<lanes {
          let least = other[lane] < supply[lane] ? other[lane] : supply[lane]
          out[lane] = Self.limited(shift - scale * (least * factor[lane]))
        }
      } else {
        for lane in 0..<lanes {
          out[lane] = Self.limited(shift - scale * (supply[lane] * factor[lane]))
        }
      }
      if step.adds {
        let below = losses + step.ladder.row(step.level - 1) * lanes
        for lane in 0..<lanes { out[lane] = out[lane] > below[lane] ? out[lane] : below[lane] }
      }
    }
    mix(draws + SampleDraws.Row.equity * lanes, losses)
  }

  /// Mixes everybody and the worst group in the share of the draw.
  private func mix(_ share: UnsafePointer<Float>, _ losses: UnsafeMutablePointer<Float>) {
    let lanes = SampleOptions.lanes
    for (row, isWorstAlone) in mixed {
      let out = losses + row * lanes
      let worst = losses + (row + 20) * lanes
      if isWorstAlone {
        for lane in 0..<lanes { out[lane] = share[lane] * worst[lane] }
      } else {
        for lane in 0..<lanes { out[lane] += share[lane] * (worst[lane] - out[lane]) }
      }
    }
  }

  @inline(__always)
  private static func limited(_ value: Float) -> Float {
    let low = value < 0 ? 0 : value
    return low > 1 ? 1 : low
  }
}
