/// People left out by every distinct set of needs in every country.
struct MatrixReaches: Sendable {
  /// People left out; not a number is unknown.
  private(set) var low: MatrixRows<Double>
  private(set) var high: MatrixRows<Double>
  /// Share of rural people left out, divides taken to overlap.
  private(set) var ruralLow: MatrixRows<Double>
  private(set) var ruralHigh: MatrixRows<Double>

  init(_ countries: MatrixCountries, _ goods: MatrixGoods) {
    let width = countries.positions.count
    low = MatrixRows(count: goods.reaches.count, width: width, .nan)
    high = low
    ruralLow = MatrixRows(count: goods.reaches.count, width: width, 0)
    ruralHigh = ruralLow
    for (number, reach) in goods.reaches.enumerated() where reach.worker != .office {
      let isPublic = reach.worker == .citizens
      for place in 0..<width {
        rural(reach.needs, countries, number, place)
        leftOut(
          reach.needs, countries, group: isPublic ? 0 : 6,
          people: countries.people[isPublic ? 0 : 1, place], number, place)
      }
    }
  }

  /// `CountryConditions.ruralLeftOut`.
  private mutating func rural(
    _ needs: [Int], _ countries: MatrixCountries, _ number: Int, _ place: Int
  ) {
    var reach = Interval(100)
    for need in needs {
      reach = reach.lesser(
        Interval(countries.supplyLow[6 + need, place], countries.supplyHigh[6 + need, place]))
    }
    ruralLow[number, place] = 1 - reach.high / 100
    ruralHigh[number, place] = 1 - reach.low / 100
  }

  /// `CountryConditions.leftOut`, the people alone.
  private mutating func leftOut(
    _ needs: [Int], _ countries: MatrixCountries, group: Int, people: Double, _ number: Int,
    _ place: Int
  ) {
    var reach = Interval.one
    if !needs.isEmpty {
      var sum = 0.0
      var most = Double.infinity
      for need in needs {
        sum += countries.supplyLow[group + need, place]
        most = min(most, countries.supplyHigh[group + need, place])
      }
      let least = max(0, sum - 100 * Double(needs.count - 1))
      reach = Interval(least / 100, most / 100)
    }
    let out = Interval(1 - reach.high, 1 - reach.low)
    low[number, place] = out.low * people
    high[number, place] = out.high * people
  }

  /// Likelihood that staff are needed on the ground, along a row.
  func staffSteps(
    _ reach: Int, _ preset: StaffPreset, _ countries: MatrixCountries, _ steps: inout [UInt8]
  ) {
    for place in steps.indices {
      let isUrban = countries.isUrban[0, place] == 1
      let share = Interval(ruralLow[reach, place], ruralHigh[reach, place])
      let staff = isUrban ? Interval(0) : preset.staffPer10000(leftOut: share)
      steps[place] =
        StepRange(LikelihoodSteps.staff(staff.low), LikelihoodSteps.staff(staff.high)).packed
    }
  }
}
