/// What the matrix needs of some goods: the few distinct profiles that they share, worked out once.
///
/// Goods that ask the same share a profile, so the kernel fills one row of countries for all of them.
/// Impacts, likelihoods that rest on the good alone, and needs are asked of the model itself.
public struct MatrixGoods: Sendable {
  /// Positions of the goods in the catalog, in the order of the matrix.
  public let positions: [Int]
  /// Distinct demands.
  private(set) var fits: [MatrixFitProfile] = []
  /// Distinct lists of claimed goals, 1 to 17.
  private(set) var goals: [[Int]] = []
  /// Distinct sets of supplies that people need at once.
  private(set) var reaches: [MatrixReach] = []
  /// Distinct impacts on a flag.
  private(set) var tables: [MatrixFlagTable] = []
  /// Distinct impacts with the likelihoods that go with them.
  private(set) var flags: [MatrixFlagProfile] = []
  /// Profile of each good in `fits`.
  private(set) var fitOf: [Int] = []
  /// Profile of each good in `goals`.
  private(set) var goalsOf: [Int] = []
  /// Profile of each good in `reaches`.
  private(set) var reachOf: [Int] = []
  /// Profile in `flags` at `good * FlagID.allCases.count + flag`.
  private(set) var flagsOf: [Int] = []

  /// Reads the profiles of goods.
  public init(_ context: ModelContext, goods: [Int]) {
    positions = goods
    // Impacts rest on the good alone, so that any country will do to ask for them.
    guard !context.catalog.countries.isEmpty else { return }
    let anywhere = CountryConditions(context, country: 0, explains: false)
    var fits = MatrixIndex<MatrixFitProfile>()
    var goals = MatrixIndex<[Int]>()
    var reaches = MatrixIndex<MatrixReach>()
    var tables = MatrixIndex<MatrixFlagTable>()
    var flags = MatrixIndex<MatrixFlagProfile>()
    let limited = Self.flagsWithLimits(context)
    for position in goods {
      let good = context.catalog.goods[position]
      let demand = Demand(good)
      let assessor = FlagAssessor(
        conditions: anywhere, good: good, demand: demand, catalog: context.catalog, thinness: 0,
        taken: [], explains: false)
      let fit = fits.number(MatrixFitProfile(demand))
      let goal = goals.number(good.sdgs.filter { (1...17).contains($0) })
      let reach = reaches.number(MatrixReach(demand))
      fitOf.append(fit)
      goalsOf.append(goal)
      reachOf.append(reach)
      for (number, flag) in FlagID.allCases.enumerated() {
        let impact = assessor.impact(flag)
        let isOpen = impact.high > 0
        let table = MatrixFlagTable(
          flag: number, impactLow: impact.low, impactHigh: impact.high,
          sensitivity: isOpen && limited[number] ? demand.sensitivity : 0)
        let likelihood: MatrixLikelihood =
          switch flag {
          case _ where !isOpen: .fixed(StepRange(0))
          case .s2, .l1, .f2: .fixed(assessor.likelihood(flag))
          case .r3: .staff(reach: reach, preset: StaffPreset(sector: good.sector))
          case .f1: .goals(goal)
          case .e1: .thinness(fit)
          default: .country
          }
        flagsOf.append(
          flags.number(MatrixFlagProfile(table: tables.number(table), likelihood: likelihood)))
      }
    }
    self.fits = fits.values
    self.goals = goals.values
    self.reaches = reaches.values
    self.tables = tables.values
    self.flags = flags.values
  }

  /// Flags with an effect that holds only up to a sensitivity of the data.
  static func flagsWithLimits(_ context: ModelContext) -> [Bool] {
    context.effects.byFlag.map { entries in
      entries.contains {
        if case .sensitivityAtMost? = $0.effect.precondition?.test { true } else { false }
      }
    }
  }
}

/// Numbers distinct values in the order in which they come.
struct MatrixIndex<Value: Hashable> {
  private(set) var values: [Value] = []
  private var numbers: [Value: Int] = [:]

  mutating func number(_ value: Value) -> Int {
    if let known = numbers[value] { return known }
    numbers[value] = values.count
    values.append(value)
    return values.count - 1
  }
}
