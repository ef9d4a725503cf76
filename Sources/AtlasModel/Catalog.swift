/// Everything that is known: one immutable value, shared by all views.
///
/// Countries, goods, indicators and sources are arrays in file order (countries by ISO code, goods by
/// id); positions in them are used as indices everywhere else.
public struct Catalog: Sendable {
  /// Name, version and vintage of the dataset.
  public struct Identity: Sendable, Equatable {
    /// Stable id of the dataset.
    public var id: String
    /// Name shown to people.
    public var name: String
    /// Version, such as `2026.11.1`.
    public var version: String
    /// ISO date of compilation.
    public var compiled: String
    /// Hash of all files in the dataset, 16 hexadecimal digits (FNV-1a 64).
    public var hash: String
    /// Line to show with every map.
    public var mapDisclaimer: String
    /// One sentence on the curated levels.
    public var curation: String

    /// Makes an identity.
    public init(
      id: String, name: String, version: String, compiled: String, hash: String,
      mapDisclaimer: String, curation: String
    ) {
      self.id = id
      self.name = name
      self.version = version
      self.compiled = compiled
      self.hash = hash
      self.mapDisclaimer = mapDisclaimer
      self.curation = curation
    }
  }

  /// Name, version and vintage.
  public var identity: Identity
  /// Publications, by id.
  public private(set) var sources: [Source]
  /// Series, in file order.
  public var indicators: [Indicator]
  /// Text-valued facts that may be known of a country.
  public var attributes: [Attribute]
  /// Countries by ISO 3166-1 alpha-3.
  public var countries: [Country]
  /// Goods by id.
  public var goods: [PublicGood]
  /// Recorded uses, by good and country.
  public var deployments: [Deployment]
  /// Measures by id.
  public var measures: [Measure]
  /// What measures lower, and where.
  public var effects: [MeasureEffect] = []
  /// How far old figures may have moved, by indicator, then age.
  public var drifts: [Drift] = []
  /// Building blocks.
  public var blocks: [BuildingBlock]
  /// Dependencies of building blocks.
  public var blockLinks: [BlockLink]
  /// Phases in order.
  public var phases: [Phase]
  /// Gates by phase.
  public var gates: [Gate]
  /// Rules of thumb.
  public var rules: [RuleOfThumb]
  /// Indicators of the DPG Standard.
  public var standard: [StandardIndicator]
  /// Indian systems that the mission starts from.
  public var referenceSystems: [ReferenceSystem]
  /// Goods behind or beside the reference systems.
  public var referenceLinks: [ReferenceLink]
  /// Agreements and uses abroad.
  public var agreements: [Agreement]

  /// Newest observation at `country * indicators.count + indicator`; nil is unknown.
  private var grid: [Observation?]
  /// Text-valued facts by country, then attribute id.
  private var facts: [[String: Fact]]
  /// Positions of the countries that exist: all but those made up for a lesson.
  public private(set) var realCountries: [Int]
  private var sourceIndex: [String: Int]
  private let indicatorIndex: [String: Int]
  private let countryIndex: [String: Int]
  private let goodIndex: [String: Int]
  private let deploymentsByGood: [[Int]]
  private let deploymentsByCountry: [[Int]]

  /// Joins the tables of a dataset.
  ///
  /// `grid` has `countries.count * indicators.count` places, row by country; `facts` has one
  /// dictionary a country. Both are brought to that length if they are not.
  public init(
    identity: Identity, sources: [Source], indicators: [Indicator], attributes: [Attribute],
    countries: [Country], goods: [PublicGood], deployments: [Deployment] = [],
    measures: [Measure] = [], blocks: [BuildingBlock] = [], blockLinks: [BlockLink] = [],
    phases: [Phase] = [], gates: [Gate] = [], rules: [RuleOfThumb] = [],
    standard: [StandardIndicator] = [], referenceSystems: [ReferenceSystem] = [],
    referenceLinks: [ReferenceLink] = [], agreements: [Agreement] = [],
    grid: [Observation?], facts: [[String: Fact]]
  ) {
    self.identity = identity
    self.sources = sources
    self.indicators = indicators
    self.attributes = attributes
    self.countries = countries
    self.goods = goods
    self.deployments = deployments
    self.measures = measures
    self.blocks = blocks
    self.blockLinks = blockLinks
    self.phases = phases
    self.gates = gates
    self.rules = rules
    self.standard = standard
    self.referenceSystems = referenceSystems
    self.referenceLinks = referenceLinks
    self.agreements = agreements
    realCountries = countries.indices.filter { !countries[$0].isInvented }
    let places = countries.count * indicators.count
    self.grid = grid.count == places ? grid : Array(repeating: nil, count: places)
    self.facts =
      facts.count == countries.count ? facts : Array(repeating: [:], count: countries.count)
    sourceIndex = Self.positions(sources.map(\.id))
    indicatorIndex = Self.positions(indicators.map(\.id))
    countryIndex = Self.positions(countries.map(\.iso3))
    goodIndex = Self.positions(goods.map(\.id))
    var byGood = Array(repeating: [Int](), count: goods.count)
    var byCountry = Array(repeating: [Int](), count: countries.count)
    for (position, deployment) in deployments.enumerated() {
      byGood[deployment.good].append(position)
      byCountry[deployment.country].append(position)
    }
    deploymentsByGood = byGood
    deploymentsByCountry = byCountry
  }

  private static func positions(_ keys: [String]) -> [String: Int] {
    Dictionary(keys.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { a, _ in a })
  }

  /// Position of an indicator; nil if the dataset has none of that id.
  public func indicatorPosition(_ id: String) -> Int? { indicatorIndex[id] }

  /// Position of a country by ISO 3166-1 alpha-3 code.
  public func countryPosition(_ iso3: String) -> Int? { countryIndex[iso3] }

  /// Position of a good by id.
  public func goodPosition(_ id: String) -> Int? { goodIndex[id] }

  /// The source of an id; nil if the dataset has none.
  public func source(_ id: String) -> Source? { sourceIndex[id].map { sources[$0] } }

  /// The newest observation of an indicator in a country; nil is unknown, not zero.
  public func observation(country: Int, indicator: Int) -> Observation? {
    grid[country * indicators.count + indicator]
  }

  /// The newest observation of an indicator, by id.
  public func observation(country: Int, _ id: String) -> Observation? {
    indicatorIndex[id].flatMap { observation(country: country, indicator: $0) }
  }

  /// Adds a source, or puts it in the place of the one with the same id.
  public mutating func add(_ source: Source) {
    if let position = sourceIndex[source.id] {
      sources[position] = source
    } else {
      sourceIndex[source.id] = sources.count
      sources.append(source)
    }
  }

  /// Puts the user's own observation over the bundled one.
  public mutating func replaceObservation(
    country: Int, indicator: Int, with observation: Observation?
  ) {
    grid[country * indicators.count + indicator] = observation
  }

  /// The attribute of an id; nil if there is none.
  public func attribute(_ id: String) -> Attribute? { attributes.first { $0.id == id } }

  /// How a fact came about: missing, the user's own, or observed; other kinds have none.
  public func status(of fact: Fact?) -> ValueStatus {
    guard let fact else { return .missing }
    return source(fact.source)?.reuse == .own ? .own : .observed
  }

  /// A text-valued fact; nil is unknown.
  public func fact(country: Int, _ attribute: String) -> Fact? { facts[country][attribute] }

  /// The catalog with a country behind its own: made up, and never among them.
  ///
  /// - Parameters:
  ///   - country: The country; it is marked as invented.
  ///   - figures: Its observations by position of the indicator.
  ///   - known: Its facts by attribute.
  func adding(
    _ country: Country, figures: [Int: Observation], known: [String: Fact]
  ) -> Catalog {
    var marked = country
    marked.isInvented = true
    let row = indicators.indices.map { figures[$0] }
    var copy = Catalog(
      identity: identity, sources: sources, indicators: indicators, attributes: attributes,
      countries: countries + [marked], goods: goods, deployments: deployments, measures: measures,
      blocks: blocks, blockLinks: blockLinks, phases: phases, gates: gates, rules: rules,
      standard: standard, referenceSystems: referenceSystems, referenceLinks: referenceLinks,
      agreements: agreements, grid: grid + row, facts: facts + [known])
    copy.effects = effects
    copy.drifts = drifts
    return copy
  }

  /// Puts a fact over the bundled one; nil takes it away.
  mutating func replaceFact(country: Int, _ attribute: String, with fact: Fact?) {
    facts[country][attribute] = fact
  }

  /// Removes facts that a test rejects, such as those of restricted sources.
  public mutating func removeFacts(where rejects: (Fact) -> Bool) {
    for country in facts.indices {
      facts[country] = facts[country].filter { !rejects($0.value) }
    }
  }

  /// Positions in `deployments` of the recorded uses of a good.
  public func deploymentPositions(good: Int) -> [Int] { deploymentsByGood[good] }

  /// Positions in `deployments` of the recorded uses in a country.
  public func deploymentPositions(country: Int) -> [Int] { deploymentsByCountry[country] }
}
