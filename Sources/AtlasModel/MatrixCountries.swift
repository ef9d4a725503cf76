/// What the matrix needs of some countries: their conditions turned on their side.
///
/// Every figure has a row with one place a country, so that the kernel runs along rows; choices such as
/// weights and measures change nothing here.
public struct MatrixCountries: Sendable {
  /// Positions of the countries in the catalog, in the order of the matrix.
  public let positions: [Int]
  /// Adequacies: row `ladder * 5 + level`.
  private(set) var low: MatrixRows<Double>
  private(set) var high: MatrixRows<Double>
  /// Share of missing or old figures: row `ladder * 5 + level`.
  private(set) var thinness: MatrixRows<Double>
  /// Supplies of everybody, then of rural people, in the order of `MatrixReach.supplies`.
  private(set) var supplyLow: MatrixRows<Double>
  private(set) var supplyHigh: MatrixRows<Double>
  /// People whom goods for citizens, then those for frontline staff, are for; not a number is unknown.
  private(set) var people: MatrixRows<Double>
  /// Gaps to goals 1 to 17.
  private(set) var gapLow: MatrixRows<Double>
  private(set) var gapHigh: MatrixRows<Double>
  /// Rank of goals 1 to 17, lowest and highest; 255 where a goal does not stand in the ranking.
  private(set) var rankLow: MatrixRows<UInt8>
  private(set) var rankHigh: MatrixRows<UInt8>
  /// Likelihoods by `FlagID.index`, as `StepRange.packed`.
  private(set) var likelihood: MatrixRows<UInt8>
  /// Whether nobody lives outside towns: 1 if so.
  private(set) var isUrban: MatrixRows<UInt8>
  /// Class in `effects` of each country, by flag.
  private(set) var effectClass: MatrixRows<UInt16>
  /// Distinct answers on the conditions of a flag's effects.
  private(set) var effects: [MatrixEffects]

  /// Works out the conditions of countries.
  public init(_ context: ModelContext, countries: [Int]) {
    let width = countries.count
    positions = countries
    low = MatrixRows(count: MatrixLadder.count * 5, width: width, 1)
    high = low
    thinness = MatrixRows(count: MatrixLadder.count * 5, width: width, 0)
    supplyLow = MatrixRows(count: 12, width: width, 100)
    supplyHigh = supplyLow
    people = MatrixRows(count: 2, width: width, .nan)
    gapLow = MatrixRows(count: 17, width: width, 0)
    gapHigh = gapLow
    rankLow = MatrixRows(count: 17, width: width, 255)
    rankHigh = rankLow
    likelihood = MatrixRows(count: FlagID.allCases.count, width: width, 0)
    isUrban = MatrixRows(count: 1, width: width, 0)
    effectClass = MatrixRows(count: FlagID.allCases.count, width: width, 0)
    effects = context.effects.byFlag.map { MatrixEffects($0) }
    for (place, country) in countries.enumerated() {
      read(CountryConditions(context, country: country, explains: false), place)
    }
  }

  /// Works the conditions of some countries out anew, after figures that they rest on have changed.
  ///
  /// A country rests on its own figures and on the ranges of its peers, who are of its region: see
  /// `PeerRanges.Grouping`.
  ///
  /// - Parameters:
  ///   - context: The dataset with the changed figures.
  ///   - isTouched: Whether a country, by its position in the catalog, rests on a changed figure.
  public mutating func update(_ context: ModelContext, where isTouched: (Int) -> Bool) {
    for (place, country) in positions.enumerated() where isTouched(country) {
      // Reading passes over what is unknown, so what was known before has to go first.
      for ladder in MatrixLadder.allCases {
        for level in 1...4 {
          low[ladder.row(level), place] = 1
          high[ladder.row(level), place] = 1
        }
      }
      for row in 0..<supplyLow.count {
        supplyLow[row, place] = 100
        supplyHigh[row, place] = 100
      }
      for row in 0..<people.count { people[row, place] = .nan }
      for row in 0..<rankLow.count {
        rankLow[row, place] = 255
        rankHigh[row, place] = 255
      }
      read(CountryConditions(context, country: country, explains: false), place)
    }
  }

  private mutating func read(_ conditions: CountryConditions, _ place: Int) {
    let supplies = conditions.supplies
    for ladder in MatrixLadder.allCases {
      for (level, step) in ladder.adequacy(conditions).enumerated() where level > 0 {
        low[ladder.row(level), place] = step.low
        high[ladder.row(level), place] = step.high
      }
      let thin = ladder.thinness(supplies)
      thinness[ladder.row(1), place] = thin.0
      thinness[ladder.row(2), place] = thin.1
      thinness[ladder.row(3), place] = thin.2
      thinness[ladder.row(4), place] = thin.3
    }
    let rural = supplies.groups[.rural]
    for (number, group) in [supplies.total, rural].enumerated() {
      guard let group else { continue }
      for (kind, supply) in MatrixReach.supplies(group).enumerated() {
        supplyLow[number * 6 + kind, place] = supply.range.low
        supplyHigh[number * 6 + kind, place] = supply.range.high
      }
    }
    if let population = conditions.reader.value(ID.population), population > 0 {
      people[0, place] = population
      if rural != nil, let share = supplies.ruralShare { people[1, place] = population * share }
    }
    isUrban[0, place] = supplies.ruralShare == 0 ? 1 : 0
    for goal in 0..<17 {
      gapLow[goal, place] = conditions.gaps.gaps[goal].low
      gapHigh[goal, place] = conditions.gaps.gaps[goal].high
      guard let rank = conditions.gaps.places[goal] else { continue }
      rankLow[goal, place] = UInt8(truncatingIfNeeded: rank.low)
      rankHigh[goal, place] = UInt8(truncatingIfNeeded: rank.high)
    }
    for flag in 0..<likelihood.count {
      likelihood[flag, place] = conditions.likelihoods[flag].packed
      effectClass[flag, place] = effects[flag].number(conditions.holds)
    }
  }
}
