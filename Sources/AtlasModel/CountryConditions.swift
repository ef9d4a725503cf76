/// Everything the model needs of one country, worked out once: supplies, adequacy ladders, likelihoods.
public struct CountryConditions: Sendable {
  /// Adequacy at levels 0 to 4 for the four personal dimensions, in `Demand.personal` order.
  struct PersonalLadders: Sendable {
    var connectivity: [Interval]
    var skills: [Interval]
    var devices: [Interval]
    var power: [Interval]

    subscript(dimension: Dimension) -> [Interval] {
      switch dimension {
      case .skills: skills
      case .devices: devices
      case .power: power
      default: connectivity
      }
    }
  }

  /// Position of the country in the catalog.
  public let country: Int
  /// Supplies in total and by group.
  public let supplies: Supplies
  /// Gaps to the SDGs.
  public let gaps: SDGGaps
  let reader: SupplyReader
  let everybody: PersonalLadders
  /// The worst of the groups, level by level.
  let worst: PersonalLadders
  let staff: PersonalLadders
  /// Power of frontline staff, from rural access.
  let frontlinePower: [Interval]
  let affordability: Interval
  let privacy: [Interval]
  let security: [Interval]
  let institutions: [Interval]
  /// Effects of measures, by flag.
  let effects: EffectTable
  /// Whether the condition of each effect holds, for goods of the lowest sensitivity.
  let holds: [Answer]
  /// Likelihood of the flags that depend on the country alone, by `FlagID.index`.
  let likelihoods: [StepRange]

  /// Works out the conditions of a country.
  ///
  /// - Parameters:
  ///   - context: The dataset with what the model works out of it once.
  ///   - country: Position of the country.
  ///   - explains: Whether evidence rows are wanted; leaving them out is much faster.
  public init(_ context: ModelContext, country: Int, explains: Bool = true) {
    let reader = SupplyReader(
      catalog: context.catalog, country: country, referenceYear: context.referenceYear,
      peers: context.peers, wider: context.wider, regional: context.regional,
      drifts: context.drifts,
      explains: explains)
    let supplies = Supplies(reader)
    self.country = country
    self.reader = reader
    self.supplies = supplies
    gaps = SDGGaps(reader)
    everybody = Self.citizens(supplies.total, supplies)
    let groups = PopulationGroup.allCases.compactMap { supplies.groups[$0] }
    worst = groups.map { Self.citizens($0, supplies) }.reduce(everybody) { Self.lesser($0, $1) }
    let total = supplies.total
    staff = PersonalLadders(
      connectivity: Self.ramps(
        ValueFunctions.connectivity,
        [total.signal, total.signal, total.fourG, total.fourG].map(\.range)),
      skills: ValueFunctions.ladder(ValueFunctions.staffSkills, supplies.humanCapital.range),
      devices: ValueFunctions.ladder(ValueFunctions.staffDevices, total.mobile.range),
      power: ValueFunctions.ladder(ValueFunctions.power, total.electricity.range))
    frontlinePower = ValueFunctions.ladder(
      ValueFunctions.power,
      supplies.groups[.rural]?.electricity.range ?? total.electricity.range)
    affordability = ValueFunctions.affordability.levels[0].adequacy(supplies.dataPrice.range)
    privacy = ValueFunctions.ladder(ValueFunctions.privacy, supplies.privacy.range)
    security = ValueFunctions.ladder(ValueFunctions.security, supplies.cybersecurity.range)
    institutions = ValueFunctions.ladder(ValueFunctions.institutions, supplies.eGovernment.range)
    effects = context.effects
    holds = context.catalog.effects.map { reader.holds($0.precondition, sensitivity: 0) }
    likelihoods = Likelihoods(reader: reader, supplies: supplies).all
  }

  private static func ramps(_ table: ValueFunctions.Table, _ supplies: [Interval]) -> [Interval] {
    ValueFunctions.ladder(zip(table.levels, supplies).map { $0.adequacy($1) })
  }

  private static func citizens(_ group: Supplies.Personal, _ all: Supplies) -> PersonalLadders {
    let online = group.internet.range
    let device = group.mobile.range.lesser(online)
    return PersonalLadders(
      connectivity: ramps(
        ValueFunctions.connectivity,
        [group.signal.range, online, online, online.lesser(group.fourG.range)]),
      skills: ramps(
        ValueFunctions.citizenSkills,
        [
          group.literacy.range, group.literacy.range, group.literacy.range,
          all.humanCapital.range,
        ]),
      devices: ramps(
        ValueFunctions.citizenDevices,
        [group.mobile.range, device, device, all.fixedBroadband.range]),
      power: ValueFunctions.ladder(ValueFunctions.power, group.electricity.range))
  }

  private static func lesser(_ one: PersonalLadders, _ two: PersonalLadders) -> PersonalLadders {
    func least(_ a: [Interval], _ b: [Interval]) -> [Interval] { zip(a, b).map { $0.lesser($1) } }
    return PersonalLadders(
      connectivity: least(one.connectivity, two.connectivity),
      skills: least(one.skills, two.skills), devices: least(one.devices, two.devices),
      power: least(one.power, two.power))
  }
}
