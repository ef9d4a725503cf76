/// A saved set of changes: the country's figures and facts, the good's demand, weights, policy and
/// measures.
///
/// Applying it twice is applying it once, and what it does not name stays as the dataset has it.
public struct Scenario: Sendable, Equatable {
  /// A figure put in place of a country's own.
  public struct Figure: Sendable, Equatable {
    /// ISO 3166-1 alpha-3 code of the country.
    public var iso3: String
    /// Id of the indicator.
    public var indicator: String
    /// The value, in the indicator's unit.
    public var value: Double
    /// Who says so, in the user's words; empty for a what-if.
    public var source: String

    /// Makes a change of a figure.
    public init(iso3: String, indicator: String, value: Double, source: String = "") {
      self.iso3 = iso3
      self.indicator = indicator
      self.value = value
      self.source = source
    }
  }

  /// A fact put in place of what is on record of a country, such as a law that is in force now.
  public struct OwnFact: Sendable, Equatable {
    /// ISO 3166-1 alpha-3 code of the country.
    public var iso3: String
    /// Id of the attribute.
    public var attribute: String
    /// One of the attribute's tokens, or free text where it has none.
    public var value: String
    /// Who says so, in the user's words; empty for a what-if.
    public var source: String

    /// Makes a change of a fact.
    public init(iso3: String, attribute: String, value: String, source: String = "") {
      self.iso3 = iso3
      self.attribute = attribute
      self.value = value
      self.source = source
    }
  }

  /// A level put in place of what we read a good to ask.
  public struct Level: Sendable, Equatable {
    /// Id of the good.
    public var good: String
    /// What is asked.
    public var field: DemandField
    /// The level, 0 to 4.
    public var level: Int

    /// Makes a change of a level, brought into 0 to 4.
    public init(good: String, field: DemandField, level: Int) {
      self.good = good
      self.field = field
      self.level = max(0, min(4, level))
    }
  }

  /// Name for people; empty while unsaved.
  public var name = ""
  /// Whose weights.
  public var preset = WeightPreset.equal
  /// Raw weights in the order of `Dimension.allCases`, each 0 or more; nil takes those of the preset.
  public var weights: [Double]?
  /// Weight of the weakest link, `b`, 0 to 1; nil takes that of the preset.
  public var weakestLink: Double?
  /// Weight of the worst group, `e`, 0 to 1; nil takes the model's.
  public var equityShare: Double?
  /// When dangerous data means Not now.
  public var policy = RefusalPolicy.two
  /// Ids of the measures taken, in the order in which they were taken.
  public var measures: [String] = []
  /// Changed figures, at most one a country and indicator.
  public private(set) var figures: [Figure] = []
  /// Changed facts, at most one a country and attribute.
  public private(set) var facts: [OwnFact] = []
  /// Changed levels, at most one a good and field.
  public private(set) var levels: [Level] = []

  /// Starts without any change.
  public init() {}

  /// Whether nothing differs from the dataset and the model's defaults.
  public var isEmpty: Bool { changeCount == 0 }

  /// How many things differ from the dataset and the model's defaults.
  public var changeCount: Int {
    let choices = [
      preset != .equal, weights != nil, weakestLink != nil, equityShare != nil, policy != .two,
    ]
    return figures.count + facts.count + levels.count + measures.count + choices.count { $0 }
  }

  /// Puts a figure in place of the country's, or of an earlier change.
  public mutating func set(_ figure: Figure) {
    figures.removeAll { $0.iso3 == figure.iso3 && $0.indicator == figure.indicator }
    figures.append(figure)
  }

  /// Takes a change of a figure back.
  public mutating func resetFigure(iso3: String, indicator: String) {
    figures.removeAll { $0.iso3 == iso3 && $0.indicator == indicator }
  }

  /// Puts a fact in place of what is on record, or of an earlier change.
  public mutating func set(_ fact: OwnFact) {
    facts.removeAll { $0.iso3 == fact.iso3 && $0.attribute == fact.attribute }
    facts.append(fact)
  }

  /// Takes a change of a fact back.
  public mutating func resetFact(iso3: String, attribute: String) {
    facts.removeAll { $0.iso3 == iso3 && $0.attribute == attribute }
  }

  /// The changed fact of a country and attribute; nil if it is not changed.
  public func fact(iso3: String, attribute: String) -> OwnFact? {
    facts.first { $0.iso3 == iso3 && $0.attribute == attribute }
  }

  /// Codes of the countries whose figures or facts it changes, in the order in which they are named.
  public var countries: [String] {
    (figures.map(\.iso3) + facts.map(\.iso3)).reduce(into: []) { codes, code in
      if !codes.contains(code) { codes.append(code) }
    }
  }

  /// Takes back all changes of figures and facts of a country.
  public mutating func reset(iso3: String) {
    figures.removeAll { $0.iso3 == iso3 }
    facts.removeAll { $0.iso3 == iso3 }
  }

  /// Codes of the countries of which another scenario has other figures or facts.
  public func countriesChanged(to other: Scenario) -> Set<String> {
    func apart<Item: Equatable>(_ mine: [Item], _ theirs: [Item]) -> [Item] {
      mine.filter { !theirs.contains($0) } + theirs.filter { !mine.contains($0) }
    }
    return Set(
      apart(figures, other.figures).map(\.iso3) + apart(facts, other.facts).map(\.iso3))
  }

  /// Puts a level in place of the good's, or of an earlier change.
  public mutating func set(_ level: Level) {
    levels.removeAll { $0.good == level.good && $0.field == level.field }
    levels.append(level)
  }

  /// Takes a change of a level back.
  public mutating func resetLevel(good: String, field: DemandField) {
    levels.removeAll { $0.good == good && $0.field == field }
  }

  /// The changed figure of a country and indicator; nil if it is not changed.
  public func figure(iso3: String, indicator: String) -> Figure? {
    figures.first { $0.iso3 == iso3 && $0.indicator == indicator }
  }

  /// The changed level of a good; nil if it is not changed.
  public func level(good: String, field: DemandField) -> Level? {
    levels.first { $0.good == good && $0.field == field }
  }
}

/// A level of a good's demand that a scenario may change.
public enum DemandField: String, Sendable, CaseIterable {
  case connectivity, literacy, device, power, sensitivity, institutions

  /// The level that a profile has.
  public func level(_ profile: DemandProfile) -> Int {
    switch self {
    case .connectivity: profile.connectivity
    case .literacy: profile.literacy
    case .device: profile.device
    case .power: profile.power
    case .sensitivity: profile.sensitivity
    case .institutions: profile.institutional
    }
  }

  func set(_ level: Int, in profile: inout DemandProfile) {
    switch self {
    case .connectivity: profile.connectivity = level
    case .literacy: profile.literacy = level
    case .device: profile.device = level
    case .power: profile.power = level
    case .sensitivity:
      profile.curatedSensitivity = level
      profile.declaredSensitivity = profile.declaredSensitivity.map { _ in level }
    case .institutions: profile.institutional = level
    }
  }
}
