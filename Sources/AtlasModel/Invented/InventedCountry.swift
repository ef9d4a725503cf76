/// A country made up for a lesson: figures that nobody measured, marked as invented everywhere.
public struct InventedCountry: Sendable, Equatable {
  /// Three capital letters that ISO 3166-1 leaves to users: AAA to AAZ, QMA to QZZ, XAA to XZZ, ZZA to ZZZ.
  public var iso3: String
  /// Its name, without the word invented, which is always added.
  public var name: String
  /// M49 region and subregion, for the peers that missing figures are read from; empty for none.
  public var region = ""
  /// M49 subregion; empty for none.
  public var subregion = ""
  /// Income group; nil for none.
  public var income: IncomeGroup?
  /// Area in square kilometres; nil if nobody said.
  public var areaKm2: Double?
  /// Languages of the national government, BCP 47.
  public var languages: [String] = []
  /// Whether it has no coast.
  public var isLandlocked = false
  /// Whether it counts as least developed.
  public var isLDC = false
  /// Its figures by id of the indicator.
  public var figures: [String: Double] = [:]
  /// Its facts by attribute.
  public var facts: [String: String] = [:]

  /// Starts a country.
  public init(iso3: String, name: String) {
    self.iso3 = iso3
    self.name = name
  }

  /// Whether a code is one that ISO 3166-1 leaves to users, and none of Kosovo's.
  public static func isFree(_ code: String) -> Bool {
    let letters = Array(code.utf8)
    guard letters.count == 3, letters.allSatisfy({ (65...90).contains($0) }), code != "XKX" else {
      return false
    }
    let start = String(code.prefix(2))
    return start == "AA" || start == "ZZ" || code.hasPrefix("X")
      || (code.hasPrefix("Q") && start >= "QM")
  }

  /// Id of the source that all its figures cite.
  public static let source = "invented"

  /// The dataset with the country behind its own.
  ///
  /// Its figures have the year of the dataset and the status of own figures; indicators and attributes that
  /// the dataset lacks are passed over.
  public func added(to catalog: Catalog) -> Catalog {
    let year = ModelContext.year(of: catalog)
    let label = "\(name) (invented)"
    var country = Country(
      iso3: iso3, iso2: "", name: label, shortName: label, names: [:], aliases: [name],
      capital: "", latitude: nil, longitude: nil, areaKm2: areaKm2, region: region,
      subregion: subregion, intermediateRegion: "", unStatus: "none", status: "invented",
      administeredBy: "", income: income, isLDC: isLDC,
      // As in the list of the United Nations: without a coast, and not of high income.
      isLLDC: isLandlocked && income != .high, isSIDS: false,
      fragility: "", isLandlocked: isLandlocked, borders: [], languages: languages,
      note: "Made up for a lesson: no figure of it is real.")
    country.isInvented = true
    var grid: [Int: Observation] = [:]
    for (id, value) in figures {
      guard let position = catalog.indicatorPosition(id) else { continue }
      grid[position] = Observation(value: value, year: year, status: .own, source: Self.source)
    }
    let known = facts.mapValues { Fact(value: $0, year: String(year), source: Self.source) }
    var copy = catalog.adding(country, figures: grid, known: known)
    copy.add(
      Source(
        id: Self.source, publisher: "Invented", title: "\(name): made up for a lesson, not real",
        vintage: "", retrieved: "", address: "", terms: "nobody's figures", reuse: .own, copy: "",
        note: ""))
    return copy
  }
}
