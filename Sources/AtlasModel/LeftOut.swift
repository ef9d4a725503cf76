/// People whom a good would not reach, as an interval with the groups named (fit-model section 3.1).
public struct LeftOut: Sendable, Equatable {
  /// A group of people and how many of it are left out.
  public struct Group: Sendable, Equatable {
    /// Stable id, such as `rural`.
    public var id: String
    /// Plain name.
    public var name: String
    /// People in the group; a range where its share is not a known figure.
    public var people: Interval
    /// People of the group left out.
    public var leftOut: Interval
  }

  /// People left out; "at least" the lower end is a fact given the inputs.
  public var people: Interval
  /// The same as a share of those the good is for, 0 to 1.
  public var share: Interval
  /// Whom the share is of, such as `everybody` or `rural people`.
  public var base: String
  /// Groups, which overlap.
  public var groups: [Group]
  /// Reach of the best-placed group per reach of the worst-placed one; the upper end may be infinite.
  public var widening: Interval?
  /// Gini coefficient of reach between town and country if the service went online only, 0 to 1.
  public var gini: Interval?
  /// Rows behind it.
  public var evidence: [Evidence]

  /// The formula in words.
  public static let formula =
    "people x (1 - reach); reach of a group lies between max(0, sum of its supplies - (n - 1)) and "
    + "the least of them (Frechet bounds)"
}

extension CountryConditions {
  /// The supplies that people of a group need at once to work a good themselves.
  static func needs(_ demand: Demand, _ group: Supplies.Personal) -> [Supply] {
    let connectivity = demand[.connectivity]
    let isOnline = connectivity >= 2 || demand[.devices] >= 2
    let needs: [(Bool, Supply)] =
      switch demand.operator {
      case .citizens:
        [
          (connectivity >= 1, group.signal), (isOnline, group.internet),
          (connectivity >= 4, group.fourG), (demand[.devices] >= 1, group.mobile),
          (demand[.skills] >= 1, group.literacy), (demand[.power] >= 1, group.electricity),
        ]
      case .frontlineStaff:
        [
          (connectivity >= 1, group.signal), (connectivity >= 3, group.fourG),
          (demand[.power] >= 1, group.electricity),
        ]
      case .officials, .developers: []
      }
    return needs.filter(\.0).map(\.1)
  }

  /// Reach between the Frechet bounds of some supplies, 0 to 1.
  static func reach(_ needs: [Supply]) -> Interval {
    guard !needs.isEmpty else { return .one }
    let lows = needs.map(\.range.low)
    let least = max(0, lows.reduce(0, +) - 100 * Double(needs.count - 1))
    let most = needs.map(\.range.high).min() ?? 100
    return Interval(least / 100, most / 100)
  }

  /// People left out; nil where the good reaches nobody directly or the population is unknown.
  func leftOut(_ demand: Demand) -> LeftOut? {
    guard let population = reader.value(ID.population), population > 0 else { return nil }
    let rows = [reader.row(ID.population), reader.row(ID.ruralPopulation)]
    switch demand.operator {
    case .officials, .developers: return nil
    case .frontlineStaff:
      guard let rural = supplies.groups[.rural], let share = supplies.ruralShare else { return nil }
      let needs = Self.needs(demand, rural)
      let out = Self.complement(Self.reach(needs))
      let people = out.times(population * share)
      return LeftOut(
        people: people, share: out, base: "rural people",
        groups: [
          LeftOut.Group(
            id: "rural", name: "rural people", people: Interval(population * share),
            leftOut: people)
        ], widening: nil, gini: nil, evidence: rows + needs.flatMap(\.evidence))
    case .citizens:
      let needs = Self.needs(demand, supplies.total)
      let out = Self.complement(Self.reach(needs))
      return LeftOut(
        people: out.times(population), share: out, base: "everybody",
        groups: groups(demand, population: population), widening: widening(demand),
        gini: gini(demand), evidence: rows + needs.flatMap(\.evidence))
    }
  }

  private static func complement(_ reach: Interval) -> Interval {
    Interval(1 - reach.high, 1 - reach.low)
  }

  private func groups(_ demand: Demand, population: Double) -> [LeftOut.Group] {
    var result: [LeftOut.Group] = []
    func add(_ id: String, _ name: String, share: Interval, reach: Interval) {
      let people = share.times(population)
      let out = Self.complement(reach)
      result.append(
        LeftOut.Group(
          id: id, name: name, people: people,
          leftOut: Interval(people.low * out.low, people.high * out.high)))
    }
    if let share = supplies.ruralShare, let rural = supplies.groups[.rural] {
      add(
        "rural", "rural people", share: Interval(share),
        reach: Self.reach(Self.needs(demand, rural)))
      if share < 1 {
        add(
          "urban", "urban people", share: Interval(1 - share),
          reach: Self.reach(Self.needs(demand, urban(rural, share: share))))
      }
    }
    if let women = supplies.groups[.women] {
      add(
        "women", "women", share: Interval(GroupBounds.womenShare),
        reach: Self.reach(Self.needs(demand, women)))
    }
    if let poorest = supplies.groups[.poorest40] {
      add(
        "poorest-40", "the poorest 40 %", share: Interval(GroupBounds.poorestShare),
        reach: Self.reach(Self.needs(demand, poorest)))
    }
    let literacy = supplies.total.literacy.range
    add(
      "illiterate", "adults who do not read (share of everybody)",
      share: Interval(1 - literacy.high / 100, 1 - literacy.low / 100),
      reach: demand[.skills] >= 2 ? Interval(0) : .unit)
    let online = supplies.total.internet.range
    add(
      "offline", "people offline",
      share: Interval(1 - online.high / 100, 1 - online.low / 100),
      reach: demand[.connectivity] >= 2 || demand[.devices] >= 2 ? Interval(0) : .unit)
    return result
  }

  /// What rural figures and totals leave open for towns; towns have at least the total.
  private func urban(_ rural: Supplies.Personal, share: Double) -> Supplies.Personal {
    func rest(_ total: Supply, _ group: Supply) -> Supply {
      let low = (total.range.low - share * group.range.high) / (1 - share)
      let high = (total.range.high - share * group.range.low) / (1 - share)
      let bounded = Interval(
        max(total.range.low, min(100, low)), max(total.range.low, min(100, high)))
      return Supply(
        range: bounded, status: total.status.weaker(.bounded), evidence: [],
        thinness: total.thinness)
    }
    let total = supplies.total
    return Supplies.Personal(
      signal: rest(total.signal, rural.signal), fourG: rest(total.fourG, rural.fourG),
      internet: rest(total.internet, rural.internet),
      literacy: rest(total.literacy, rural.literacy), mobile: rest(total.mobile, rural.mobile),
      electricity: rest(total.electricity, rural.electricity))
  }

  /// Reach in towns and in the country; nil where there is only one of them.
  private func townAndCountry(_ demand: Demand) -> (share: Double, town: Interval, rural: Interval)?
  {
    guard let share = supplies.ruralShare, share > 0, share < 1,
      let rural = supplies.groups[.rural]
    else { return nil }
    return (
      share, Self.reach(Self.needs(demand, urban(rural, share: share))),
      Self.reach(Self.needs(demand, rural))
    )
  }

  private func widening(_ demand: Demand) -> Interval? {
    guard let reach = townAndCountry(demand) else { return nil }
    // Where nobody is reached in either, neither is better placed.
    func ratio(_ town: Double, _ rural: Double) -> Double {
      rural > 0 ? max(1, town / rural) : town > 0 ? .infinity : 1
    }
    let low = ratio(reach.town.low, reach.rural.high)
    return Interval(low, max(low, ratio(reach.town.high, reach.rural.low)))
  }

  private func gini(_ demand: Demand) -> Interval? {
    guard let reach = townAndCountry(demand) else { return nil }
    func value(_ town: Double, _ rural: Double) -> Double {
      let mean = reach.share * rural + (1 - reach.share) * town
      return mean > 0 ? reach.share * (1 - reach.share) * abs(town - rural) / mean : 0
    }
    let ends = [
      value(reach.town.low, reach.rural.high), value(reach.town.high, reach.rural.low),
      value(reach.town.low, reach.rural.low), value(reach.town.high, reach.rural.high),
    ]
    let least = reach.town.low <= reach.rural.high ? 0 : (ends.min() ?? 0)
    return Interval(least, ends.max() ?? 0)
  }
}

extension Interval {
  /// The range of a product with a number of 0 or more.
  public func times(_ factor: Double) -> Interval { Interval(low * factor, high * factor) }
}
