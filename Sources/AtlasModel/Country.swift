/// A language in which names are bundled.
public enum NameLanguage: String, Sendable, CaseIterable {
  /// English.
  case english = "en"
  /// French.
  case french = "fr"
  /// Spanish.
  case spanish = "es"
  /// Portuguese.
  case portuguese = "pt"
  /// Arabic.
  case arabic = "ar"
  /// Russian.
  case russian = "ru"
  /// Chinese.
  case chinese = "zh"
  /// Hindi.
  case hindi = "hi"
}

/// World Bank income group.
public enum IncomeGroup: String, Sendable, CaseIterable, Comparable {
  /// Low income.
  case low
  /// Lower middle income.
  case lowerMiddle = "lower-middle"
  /// Upper middle income.
  case upperMiddle = "upper-middle"
  /// High income.
  case high

  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// Orders groups from low to high.
  public static func < (left: Self, right: Self) -> Bool { left.order < right.order }
}

/// A country or territory: any of the 249 ISO 3166-1 entities, and Kosovo (XKX).
public struct Country: Sendable, Equatable {
  /// ISO 3166-1 alpha-3 code, the key.
  public var iso3: String
  /// ISO 3166-1 alpha-2 code.
  public var iso2: String
  /// Display name in English.
  public var name: String
  /// Name for narrow columns.
  public var shortName: String
  /// Names by language; English is `name`.
  public var names: [NameLanguage: String]
  /// Other names that search accepts.
  public var aliases: [String]
  /// Capital; empty where there is none.
  public var capital: String
  /// Latitude of the label anchor, degrees.
  public var latitude: Double?
  /// Longitude of the label anchor, degrees.
  public var longitude: Double?
  /// Area with inland water, square kilometres.
  public var areaKm2: Double?
  /// M49 region.
  public var region: String
  /// M49 subregion.
  public var subregion: String
  /// M49 intermediate region; empty for most.
  public var intermediateRegion: String
  /// Relation to the United Nations.
  public var unStatus: String
  /// State, territory and so on.
  public var status: String
  /// ISO 3166-1 alpha-3 of the administering country; empty for states.
  public var administeredBy: String
  /// World Bank income group; nil where not classified.
  public var income: IncomeGroup?
  /// Least developed country.
  public var isLDC: Bool
  /// Landlocked developing country.
  public var isLLDC: Bool
  /// Small island developing state.
  public var isSIDS: Bool
  /// World Bank fragility class (`no`, `conflict`, `institutional-social`); empty if unknown.
  public var fragility: String
  /// Without a coast.
  public var isLandlocked: Bool
  /// Land neighbours, ISO 3166-1 alpha-3.
  public var borders: [String]
  /// Languages of the national government, BCP 47.
  public var languages: [String]
  /// Caution shown with the profile.
  public var note: String
  /// Whether it was made up for a lesson: it is no peer, no rank, no row of a table of countries.
  public var isInvented = false

  /// Makes a country from its fields.
  public init(
    iso3: String, iso2: String, name: String, shortName: String, names: [NameLanguage: String],
    aliases: [String], capital: String, latitude: Double?, longitude: Double?, areaKm2: Double?,
    region: String, subregion: String, intermediateRegion: String, unStatus: String,
    status: String, administeredBy: String, income: IncomeGroup?, isLDC: Bool, isLLDC: Bool,
    isSIDS: Bool, fragility: String, isLandlocked: Bool, borders: [String], languages: [String],
    note: String
  ) {
    self.iso3 = iso3
    self.iso2 = iso2
    self.name = name
    self.shortName = shortName
    self.names = names
    self.aliases = aliases
    self.capital = capital
    self.latitude = latitude
    self.longitude = longitude
    self.areaKm2 = areaKm2
    self.region = region
    self.subregion = subregion
    self.intermediateRegion = intermediateRegion
    self.unStatus = unStatus
    self.status = status
    self.administeredBy = administeredBy
    self.income = income
    self.isLDC = isLDC
    self.isLLDC = isLLDC
    self.isSIDS = isSIDS
    self.fragility = fragility
    self.isLandlocked = isLandlocked
    self.borders = borders
    self.languages = languages
    self.note = note
  }
}
