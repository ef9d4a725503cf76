/// Where the model reads an indicator or a text-valued fact; a test changes every figure and compares.
public struct ModelReads: Sendable, Equatable {
  /// A number beside the verdict that reads it.
  public enum Beside: String, Sendable, CaseIterable {
    /// People left out.
    case leftOut = "left-out"
    /// Staff and service points.
    case staff
    /// Need for a good.
    case need
    /// Similarity of countries, for precedent.
    case precedent
  }

  /// How the model does without a figure of today.
  public enum Fallback: Sendable, Equatable {
    /// The range of the peers where five of them have a figure, else everything that is possible.
    case peers
    /// What the figure for everybody and the size of the group leave open.
    case bounds
    /// Nothing takes its place: what needs it stays open.
    case open
  }

  /// Dimensions that read it.
  public let dimensions: [Dimension]
  /// Flags that read it, E1 where its lack counts as thin data.
  public let flags: [FlagID]
  /// Numbers beside the verdict that read it.
  public let beside: [Beside]
  /// Measures whose condition reads it, by id.
  public let measures: [String]
  /// What stands in for it.
  public let fallback: Fallback

  /// Whether nothing of the model reads it: it is shown, and never scored.
  public var isEmpty: Bool {
    dimensions.isEmpty && flags.isEmpty && beside.isEmpty && measures.isEmpty
  }

  /// Where an indicator or attribute of a catalog is read.
  public init(_ id: String, catalog: Catalog) {
    dimensions = Self.dimensions(id)
    flags = FlagID.allCases.filter { Self.flags(id).contains($0) }
    let goal = Self.goals.contains(id)
    var beside: [Beside] = []
    if Self.personal.contains(id) || Self.people.contains(id) { beside.append(.leftOut) }
    if Self.rural.contains(id) || Self.people.contains(id) { beside.append(.staff) }
    if goal { beside.append(.need) }
    if goal || Self.similarity.contains(id) { beside.append(.precedent) }
    self.beside = beside
    var measures: [String] = []
    for effect in catalog.effects where !measures.contains(effect.measure) {
      switch effect.precondition?.test {
      case .atLeast(id, _)?, .isOneOf(id, _)?: measures.append(effect.measure)
      default: break
      }
    }
    self.measures = measures
    fallback =
      Self.groups.contains(id)
      ? .bounds
      : goal || !(dimensions.isEmpty || Self.people.contains(id)) || id == ID.conflict
        ? .peers : .open
  }

  private static let goals = Set((1...17).map(SDGGaps.indicator))
  private static let people: Set<String> = [ID.population, ID.ruralPopulation]
  /// Figures of a group of people.
  private static let groups: Set<String> = [
    ID.internetWomen, ID.internetWomenDerived, ID.internetParity, ID.mobileOwnersWomen,
    ID.literacyRural, ID.literacyWomen, ID.electricityRural,
  ]
  /// What people need at once to work a good.
  private static let personal: Set<String> = rural.union([
    ID.internetWomen, ID.internetWomenDerived, ID.mobileOwnersWomen, ID.literacyWomen,
  ])
  /// The same for rural people.
  private static let rural: Set<String> = [
    ID.coverage3G, ID.coverage4G, ID.internet, ID.literacy, ID.literacyRural, ID.mobileOwners,
    ID.mobileSubscriptions, ID.electricity, ID.electricityRural,
  ]
  private static let similarity: Set<String> = [
    ID.internet, ID.literacy, ID.electricity, ID.mobileSubscriptions, ID.humanCapital,
    ID.eGovernment, ID.cybersecurity, ID.ruleOfLaw, ID.voice, ID.ruralPopulation,
  ]

  private static func dimensions(_ id: String) -> [Dimension] {
    switch id {
    case ID.coverage3G, ID.coverage4G: [.connectivity, .equity]
    case ID.internet, ID.internetWomen, ID.internetWomenDerived: [.connectivity, .devices, .equity]
    case ID.literacy, ID.literacyRural, ID.literacyWomen, ID.humanCapital: [.skills, .equity]
    case ID.mobileOwners, ID.mobileOwnersWomen, ID.mobileSubscriptions, ID.fixedBroadband:
      [.devices, .equity]
    case ID.electricity, ID.electricityRural: [.power, .equity]
    case ID.ruralPopulation: [.connectivity, .skills, .devices, .power, .equity]
    case ID.dataPrice: [.affordability]
    case ID.dataProtectionLaw, ID.dataProtectionLaw2022, ID.ruleOfLaw, ID.voice: [.privacy]
    case ID.cybersecurity: [.security]
    case ID.eGovernment: [.institutions]
    default: []
    }
  }

  private static func flags(_ id: String) -> Set<FlagID> {
    switch id {
    case ID.internet: [.d1, .d2, .d3, .r3, .e1]
    case ID.internetParity: [.d2]
    case ID.ruralPopulation: [.d3, .r2, .r3, .e1]
    case ID.literacy: [.d4, .r3, .e1]
    case ID.literacyRural: [.r3]
    case ID.dataPrice: [.d5, .e1]
    case ID.coverage4G: [.r1, .r3, .e1]
    case ID.coverage3G, ID.mobileOwners, ID.mobileSubscriptions: [.r3, .e1]
    case ID.electricity, ID.electricityRural: [.r2, .r3, .e1]
    case ID.cybersecurity: [.s1, .e1]
    case ID.conflict: [.s3]
    case ID.dataProtectionLaw, ID.dataProtectionLaw2022: [.p1, .e1]
    case ID.dataProtectionAuthority: [.p1]
    case ID.voice: [.p2, .e1]
    case ID.shutdowns: [.p2]
    case ID.ruleOfLaw: [.p3, .e1]
    case ID.eGovernment: [.i1, .e1]
    case ID.humanCapital, ID.fixedBroadband: [.e1]
    default: goals.contains(id) ? [.f1] : []
    }
  }
}
