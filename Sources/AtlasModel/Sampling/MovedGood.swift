/// A good with each of its curated levels one lower, as it is, and one higher.
struct MovedGood {
  /// A record and what it asks.
  struct Build {
    var record: PublicGood
    var demand: Demand
  }

  /// The good as it is.
  let same: Build
  private let moved: [Moved<Demand>]
  private let builds: [Moved<Build>]

  var record: PublicGood { same.record }
  var demand: Demand { same.demand }

  init(_ record: PublicGood) {
    let demand = Demand(record)
    same = Build(record: record, demand: demand)
    func build(_ field: DemandField, by step: Int) -> Build {
      var copy = record
      field.move(by: step, in: &copy.demand)
      var asked = Demand(copy)
      // Whether personal data is collected is an answer, not a level.
      asked.collectsPersonalData = demand.collectsPersonalData
      return Build(record: copy, demand: asked)
    }
    let same = same
    builds = DemandField.allCases.map {
      Moved(down: build($0, by: -1), same: same, up: build($0, by: 1))
    }
    moved = builds.map { $0.map(\.demand) }
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

  /// The good with the field of a dimension moved.
  func moved(_ dimension: Dimension) -> Moved<Build> { builds[Self.field(dimension)] }

  /// Levels asked of a dimension as its field moves.
  func levels(_ dimension: Dimension) -> Moved<Int> {
    guard dimension != .equity else { return .fixed(demand[.equity]) }
    return moved[Self.field(dimension)].map { $0[dimension] }
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
