/// A digital public good (DPG) with what its registry record says and our reading of it.
public struct PublicGood: Sendable, Equatable {
  /// Standing in the registry.
  public enum Standing: String, Sendable, CaseIterable {
    /// In the registry now.
    case listed
    /// Was in the registry and is no longer.
    case delisted
    /// Replaced by another good.
    case superseded
  }

  /// Stable id, such as `dhis2`.
  public var id: String
  /// Current name.
  public var name: String
  /// Other names.
  public var aliases: [String]
  /// Standing in the registry.
  public var standing: Standing
  /// Id of the good that replaced it.
  public var supersededBy: String?
  /// software, data, content, ai-model, standard.
  public var types: [String]
  /// Main sector (curated).
  public var sector: String
  /// Main sector and up to one more (curated).
  public var sectors: [String]
  /// One sentence of our own on what it does.
  public var summary: String
  /// SDG goals 1 to 17 claimed by the applicant.
  public var sdgs: [Int]
  /// Licence ids as the registry gives them.
  public var licences: [String]
  /// Whether a licence forbids commercial use.
  public var isNonCommercial: Bool
  /// Created or stewarded in India (curated).
  public var isIndiaOrigin: Bool
  /// First monthly registry snapshot that lists it, ISO date.
  public var firstSeen: String
  /// Last monthly registry snapshot that lists it, ISO date.
  public var lastSeen: String
  /// Registry id.
  public var registryID: String
  /// Date of the 2024 record, ISO.
  public var record2024: String
  /// Home page.
  public var website: String
  /// Licence text.
  public var licenceAddress: String
  /// Code or content repositories.
  public var repositories: [String]
  /// Documentation pages.
  public var documentation: [String]
  /// Privacy pages.
  public var privacyPages: [String]
  /// Laws recognised in the applicant's answer.
  public var privacyLaws: [String]
  /// Standards recognised in the applicant's answer.
  public var standards: [String]
  /// Practices recognised in the applicant's answer.
  public var bestPractices: [String]
  /// Formats in which data can leave.
  public var exportFormats: [String]
  /// Kinds of personal data the applicant names.
  public var personalDataTypes: [String]
  /// United Nations bodies ticked as users.
  public var unAgencies: [String]
  /// Countries of development, ISO 3166-1 alpha-3.
  public var developmentCountries: [String]
  /// Id of the registry record that the fields come from.
  public var source: String
  /// Organisations behind it.
  public var organisations: [Organisation]
  /// What the applicant declared.
  public var declared: Declarations
  /// What the good asks of a country.
  public var demand: DemandProfile

  /// Makes a good from its fields.
  public init(
    id: String, name: String, aliases: [String], standing: Standing, supersededBy: String?,
    types: [String], sector: String, sectors: [String], summary: String, sdgs: [Int],
    licences: [String], isNonCommercial: Bool, isIndiaOrigin: Bool, firstSeen: String,
    lastSeen: String, registryID: String, record2024: String, website: String,
    licenceAddress: String, repositories: [String], documentation: [String],
    privacyPages: [String], privacyLaws: [String], standards: [String], bestPractices: [String],
    exportFormats: [String], personalDataTypes: [String], unAgencies: [String],
    developmentCountries: [String], source: String, organisations: [Organisation],
    declared: Declarations, demand: DemandProfile
  ) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.standing = standing
    self.supersededBy = supersededBy
    self.types = types
    self.sector = sector
    self.sectors = sectors
    self.summary = summary
    self.sdgs = sdgs
    self.licences = licences
    self.isNonCommercial = isNonCommercial
    self.isIndiaOrigin = isIndiaOrigin
    self.firstSeen = firstSeen
    self.lastSeen = lastSeen
    self.registryID = registryID
    self.record2024 = record2024
    self.website = website
    self.licenceAddress = licenceAddress
    self.repositories = repositories
    self.documentation = documentation
    self.privacyPages = privacyPages
    self.privacyLaws = privacyLaws
    self.standards = standards
    self.bestPractices = bestPractices
    self.exportFormats = exportFormats
    self.personalDataTypes = personalDataTypes
    self.unAgencies = unAgencies
    self.developmentCountries = developmentCountries
    self.source = source
    self.organisations = organisations
    self.declared = declared
    self.demand = demand
  }
}

/// An organisation behind a good.
public struct Organisation: Sendable, Equatable {
  /// Its name.
  public var name: String
  /// owner, maintainer, funder or implementer.
  public var role: String
  /// Its page.
  public var website: String
  /// Year of the registry record that names it.
  public var record: String

  /// Makes an organisation.
  public init(name: String, role: String, website: String, record: String) {
    self.name = name
    self.role = role
    self.website = website
    self.record = record
  }
}

/// A recorded use of a good in a country; absence of a record is not absence of use.
public struct Deployment: Sendable, Equatable {
  /// Position of the good in the catalog.
  public var good: Int
  /// Position of the country in the catalog.
  public var country: Int
  /// Whether the 2026 record lists it; unknown if that record has no list.
  public var in2026: Answer
  /// Whether the 2024 record lists it; unknown if that record has no list.
  public var in2024: Answer
  /// Whether a government use is named (read from free text, partial).
  public var byGovernment: Bool
  /// Id of its source.
  public var source: String

  /// Makes a deployment.
  public init(
    good: Int, country: Int, in2026: Answer, in2024: Answer, byGovernment: Bool, source: String
  ) {
    self.good = good
    self.country = country
    self.in2026 = in2026
    self.in2024 = in2024
    self.byGovernment = byGovernment
    self.source = source
  }
}
