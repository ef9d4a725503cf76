/// A good with each of its curated levels one lower, as it is, and one higher.
struct MovedGood {
  /// The rules on a build of the good; shared, for they hold a whole country.
  final class Build {
    let rules: FlagAssessor

    init(_ rules: FlagAssessor) { self.rules = rules }
  }

  /// The good as it is.
  let same: Build
  /// What it asks as it is.
  let demand: Demand
  /// The good.
  let record: PublicGood
  private let builds: [Moved<Build>]

  /// Reads a good.
  ///
  /// - Parameters:
  ///   - record: The good.
  ///   - conditions: Any country's: impacts rest on the good alone.
  ///   - catalog: The dataset.
  init(_ record: PublicGood, _ conditions: CountryConditions, _ catalog: Catalog) {
    let demand = Demand(record)
    func rules(_ record: PublicGood, _ demand: Demand) -> Build {
      Build(
        FlagAssessor(
          conditions: conditions, good: record, demand: demand, catalog: catalog, thinness: 0,
          taken: [], explains: false))
    }
    let same = rules(record, demand)
    self.same = same
    self.demand = demand
    self.record = record
    func build(_ field: DemandField, by step: Int) -> Build {
      var copy = record
      field.move(by: step, in: &copy.demand)
      var asked = Demand(copy)
      // Whether personal data is collected is an answer, not a level.
      asked.collectsPersonalData = demand.collectsPersonalData
      return rules(copy, asked)
    }
    builds = DemandField.allCases.map {
      Moved(down: build($0, by: -1), same: same, up: build($0, by: 1))
    }
  }

  /// The field that sets the level of a dimension; equity has none of its own.
  private static func field(_ dimension: Dimension) -> Int {
    switch dimension {
    case .connectivity, .affordability, .equity: 0
    case .skills: 1
    case .devices: 2
    case .power: 3
    case .privacy, .security: 4
    case .institutions: 5
    }
  }

  /// The rules on the good with the field of a dimension moved.
  func moved(_ dimension: Dimension) -> Moved<Build> { builds[Self.field(dimension)] }

  /// Levels asked of a dimension as its field moves.
  func levels(_ dimension: Dimension) -> Moved<Int> {
    guard dimension != .equity else { return .fixed(demand[.equity]) }
    let place = dimension.index
    return builds[Self.field(dimension)].map { $0.rules.demand.levels[place] }
  }

  /// Position of the move of a dimension's field in the rows of a draw.
  func move(_ dimension: Dimension) -> Int {
    SampleDraws.move(DemandField.allCases[Self.field(dimension)], record.demand.confidence)
  }
}

extension DemandField {
  /// Moves a curated level by a step, inside 0 to 4; what an applicant declares stays.
  func move(by step: Int, in profile: inout DemandProfile) {
    let level = self == .sensitivity ? profile.curatedSensitivity : level(profile)
    let moved = max(0, min(4, level + step))
    if self == .sensitivity {
      profile.curatedSensitivity = moved
    } else {
      set(moved, in: &profile)
    }
  }
}
