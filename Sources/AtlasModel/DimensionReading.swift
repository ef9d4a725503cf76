/// One dimension of a pair, read off the country's ladders.
struct DimensionReading {
  let dimension: Dimension
  let level: Int
  let adequacy: Interval
  let thinness: Double
  let status: ValueStatus
  private let supplies: [Supply]

  /// Rows behind it.
  var evidence: [Evidence] {
    var seen: Set<String> = []
    return supplies.flatMap(\.evidence).filter { seen.insert($0.id).inserted }
  }

  init(
    _ dimension: Dimension, demand: Demand, conditions: CountryConditions,
    equityShare: Double = FitScore.equityShare
  ) {
    self.dimension = dimension
    level = demand[dimension]
    guard level > 0 else {
      adequacy = .one
      thinness = 0
      status = .curated
      supplies = []
      return
    }
    let read = Self.read(
      dimension, level: level, demand: demand, conditions: conditions, equityShare: equityShare)
    adequacy = read.adequacy
    supplies = read.totals + read.groups
    // The least of several figures is as thin as the thinnest; a mean would let a higher demand,
    // which reads more of them, look better known.
    thinness = read.totals.map(\.thinness).max() ?? 0
    let all = read.totals + read.groups
    status = all.dropFirst().reduce(all.first?.status ?? .missing) { $0.weaker($1.status) }
  }

  private struct Read {
    var adequacy: Interval
    var totals: [Supply]
    var groups: [Supply]
  }

  private static func read(
    _ dimension: Dimension, level: Int, demand: Demand, conditions: CountryConditions,
    equityShare: Double
  ) -> Read {
    let supplies = conditions.supplies
    let isPublic = demand.operator == .citizens
    switch dimension {
    case .connectivity, .skills, .devices, .power:
      guard isPublic else { return staff(dimension, level, demand, conditions) }
      let everybody = conditions.everybody[dimension][level]
      let worst = conditions.worst[dimension][level]
      let groups = PopulationGroup.allCases.compactMap { supplies.groups[$0] }
      return Read(
        adequacy: everybody.blended(with: worst, weight: 1 - equityShare),
        totals: own(dimension, level, supplies.total, supplies),
        groups: groups.flatMap { own(dimension, level, $0, supplies) })
    case .affordability:
      return Read(adequacy: conditions.affordability, totals: [supplies.dataPrice], groups: [])
    case .privacy:
      return Read(adequacy: conditions.privacy[level], totals: [supplies.privacy], groups: [])
    case .security:
      return Read(
        adequacy: conditions.security[level], totals: [supplies.cybersecurity], groups: [])
    case .institutions:
      return Read(
        adequacy: conditions.institutions[level], totals: [supplies.eGovernment], groups: [])
    case .equity:
      let personal = Demand.personal.filter { demand[$0] > 0 }
      let worst = personal.reduce(Interval.one) {
        $0.lesser(conditions.worst[$1][demand[$1]])
      }
      let groups = PopulationGroup.allCases.compactMap { supplies.groups[$0] }
      return Read(
        adequacy: worst,
        totals: personal.flatMap { own($0, demand[$0], supplies.total, supplies) },
        groups: personal.flatMap { dimension in
          groups.flatMap { own(dimension, demand[dimension], $0, supplies) }
        })
    }
  }

  /// The supplies that a level and those below it read for citizens.
  private static func own(
    _ dimension: Dimension, _ level: Int, _ group: Supplies.Personal, _ all: Supplies
  ) -> [Supply] {
    switch (dimension, level) {
    case (.connectivity, 1): [group.signal]
    case (.connectivity, 2), (.connectivity, 3): [group.signal, group.internet]
    case (.connectivity, _): [group.signal, group.internet, group.fourG]
    case (.skills, 1), (.skills, 2), (.skills, 3): [group.literacy]
    case (.skills, _): [group.literacy, all.humanCapital]
    case (.devices, 1): [group.mobile]
    case (.devices, 2), (.devices, 3): [group.mobile, group.internet]
    case (.devices, _): [group.mobile, group.internet, all.fixedBroadband]
    default: [group.electricity]
    }
  }

  private static func staff(
    _ dimension: Dimension, _ level: Int, _ demand: Demand, _ conditions: CountryConditions
  ) -> Read {
    let supplies = conditions.supplies
    switch dimension {
    case .skills:
      return Read(
        adequacy: conditions.staff.skills[level], totals: [supplies.humanCapital], groups: [])
    case .devices:
      return Read(
        adequacy: conditions.staff.devices[level], totals: [supplies.total.mobile], groups: [])
    case .power where demand.operator == .frontlineStaff:
      let rural = supplies.groups[.rural]?.electricity ?? supplies.total.electricity
      return Read(
        adequacy: conditions.frontlinePower[level],
        totals: [rural], groups: [])
    case .power:
      return Read(
        adequacy: conditions.staff.power[level], totals: [supplies.total.electricity], groups: [])
    default:
      return Read(
        adequacy: conditions.staff.connectivity[level],
        totals: level <= 2
          ? [supplies.total.signal] : [supplies.total.signal, supplies.total.fourG],
        groups: [])
    }
  }
}
