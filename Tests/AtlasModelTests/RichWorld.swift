@testable import AtlasModel

/// A made-up pair among its peers, with the bundled measures and drifts and choices of its own.
struct RichWorld {
  var place: ModelFixtures.Place
  var good: PublicGood
  var peers: [ModelFixtures.Place]
  var settings: ModelSettings

  /// 300 of them from a fixed seed.
  static let all: [RichWorld] = {
    var random = SeededRandom(seed: 81)
    return (0..<300).map { _ in RichWorld(&random) }
  }()

  init(_ random: inout SeededRandom) {
    let world = MadeUpWorld(&random)
    place = Self.dressed(world.place, &random)
    good = world.good
    peers = (0..<7).map { number in
      var peer = Self.dressed(MadeUpWorld.country(&random), &random)
      peer.iso3 = "P0\(number)"
      // The last two stand in the region alone.
      if number > 4 { peer.subregion = "elsewhere" }
      return peer
    }
    let ids = BundledCatalog.catalog.measures.map(\.id)
    let share = random.pick([0, 0.1, 0.3, 1])
    settings = ModelSettings(
      preset: random.pick(WeightPreset.allCases), policy: random.pick(RefusalPolicy.allCases),
      measures: ids.filter { _ in random.chance(share) })
    settings.equityShare = random.unit()
  }

  private static func dressed(
    _ place: ModelFixtures.Place, _ random: inout SeededRandom
  ) -> ModelFixtures.Place {
    var place = place
    place.region = "region"
    place.subregion = "here"
    place.income = .lowerMiddle
    place.languages = random.pick([["en"], ["fr"], []])
    place.values["population"] = random.within(1e4, 1e8)
    if random.chance(0.5) { place.values["schools-internet"] = random.unit() * 100 }
    if random.chance(0.6) { place.facts["cybercrime-law"] = random.pick(["enacted", "none"]) }
    if random.chance(0.5) { place.facts["open-source-policy"] = random.pick(["advisory", "none"]) }
    if random.chance(0.3) {
      place.facts["data-protection-law-2022"] = random.pick(["enacted", "draft", "none"])
    }
    return place
  }

  private static let drifts: [Drift] = BundledCatalog.catalog.drifts.compactMap { drift in
    let id = BundledCatalog.catalog.indicators[drift.indicator].id
    guard let position = ModelFixtures.indicatorIDs.firstIndex(of: id) else { return nil }
    var mine = drift
    mine.indicator = position
    return mine
  }

  /// The catalog of the pair; the country stands first, the good too.
  func catalog(_ goods: [PublicGood]? = nil) -> Catalog {
    ModelFixtures.catalog(
      [place] + peers, goods ?? [good], measures: BundledCatalog.catalog.measures,
      effects: BundledCatalog.catalog.effects, drifts: Self.drifts,
      uses: peers.indices.filter { $0 % 2 == 0 }.map { (good: 0, country: $0 + 1) })
  }

  /// What comes out for one pair.
  func result() -> Result { Result(ModelContext(catalog()), settings) }

  struct Result {
    let screening: Screening
    let conditions: CountryConditions
    let leftOut: LeftOut?
    let staff: StaffPlan?

    init(_ context: ModelContext, _ settings: ModelSettings, country: Int = 0, good: Int = 0) {
      conditions = CountryConditions(context, country: country, explains: false)
      screening = Assessor(context, settings: settings).screening(
        good: good, conditions: conditions, explains: false)
      leftOut = conditions.leftOut(screening.demand)
      staff = conditions.staffPlan(
        screening.demand, sector: context.catalog.goods[good].sector, parameters: settings.staff)
    }

    /// Every supply that the model reads, by name.
    var inputs: [(name: String, range: Interval)] {
      let all = conditions.supplies
      var found: [(name: String, range: Interval)] = []
      func add(_ name: String, _ supply: Supply) { found.append((name, supply.range)) }
      func add(_ name: String, _ group: Supplies.Personal) {
        add(name + " signal", group.signal)
        add(name + " 4G", group.fourG)
        add(name + " internet", group.internet)
        add(name + " literacy", group.literacy)
        add(name + " mobile", group.mobile)
        add(name + " electricity", group.electricity)
      }
      add("total", all.total)
      for group in PopulationGroup.allCases {
        if let supply = all.groups[group] { add(group.rawValue, supply) }
      }
      add("human capital", all.humanCapital)
      add("broadband", all.fixedBroadband)
      add("price", all.dataPrice)
      add("privacy", all.privacy)
      add("cyber", all.cybersecurity)
      add("e-government", all.eGovernment)
      return found
    }
  }
}
