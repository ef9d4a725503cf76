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

  /// Levels that are worked out.
  private(set) var steps: [LadderStep] = []
  /// Rows of citizens that are mixed with those of the worst group.
  private(set) var mixes: [RowStep] = []
  /// Whether a row of `LossLadder.row` is zero in all draws.
  private(set) var isZero = Array(repeating: true, count: LossLadder.rowCount)

  /// Rows of supplies that are read.
  var reads: [SupplyRow] {
    steps.flatMap { [$0.supply, $0.other] }.compactMap { SupplyRow(rawValue: Int($0)) }
  }

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
          LadderStep(
            out: Int32(recipe.ladder.row(level)),
            below: adds ? Int32(recipe.ladder.row(level - 1)) : -1,
            supply: Int32(rows[0].rawValue), other: rows.count > 1 ? Int32(rows[1].rawValue) : -1,
            factor: Int32(SampleDraws.Row.factor + recipe.factor.rawValue), scale: scale,
            shift: shift))
      }
    }
    for row in 0..<20 where row % 5 > 0 && needed[row] && !isZero[row + 20] {
      // Where everybody loses nothing, the row of level 0 stands for them: it is always zero.
      let everybody = isZero[row] ? row - row % 5 : row
      mixes.append(
        RowStep(
          kind: RowStep.mixed, out: Int32(row), down: Int32(everybody), same: Int32(row + 20),
          up: 0, draw: Int32(SampleDraws.Row.equity), rise: 0))
      isZero[row] = false
    }
  }
}
