import AtlasModel
import AtlasReport

/// An indicator's countries in five classes with fixed limits; unknown is no class.
struct MapClasses {
  /// Indicators offered on the map, by id, in order.
  private static let offered = [
    "internet-users", "coverage-4g", "data-price-2gb", "mobile-owners", "literacy",
    "mean-schooling", "electricity", "electricity-rural", "accounts", "birth-registration",
    "cybersecurity", "e-government", "government-effectiveness", "rule-of-law",
    "political-stability", "conflict", "gdp-per-person", "population",
  ]

  /// Inner limits where equal steps would put nearly all countries into one class.
  private static let limits: [String: [Double]] = [
    "data-price-2gb": [1, 2, 5, 10], "gdp-per-person": [3000, 8000, 20_000, 40_000],
    "population": [1_000_000, 10_000_000, 50_000_000, 200_000_000],
  ]

  /// Positions of the indicators offered; all of them if the dataset has none of the usual ones.
  static func indicators(_ catalog: Catalog) -> [Int] {
    let found = offered.compactMap(catalog.indicatorPosition)
    return found.isEmpty ? Array(catalog.indicators.indices) : found
  }

  /// Four rising limits between the five classes.
  let limits: [Double]
  /// Class of each country, 0 to 4; nil is unknown.
  let classes: [Int?]

  init(_ catalog: Catalog, indicator: Int) {
    let values = catalog.countries.indices.map { country -> Double? in
      let observation = catalog.observation(country: country, indicator: indicator)
      guard let observation, observation.status.isUsable else { return nil }
      return observation.value
    }
    let known = values.compactMap(\.self)
    let record = catalog.indicators[indicator]
    let low = record.maximum == nil ? known.min() ?? 0 : record.minimum ?? known.min() ?? 0
    let high = record.maximum ?? known.max() ?? 1
    let limits =
      Self.limits[record.id] ?? (1...4).map { low + (high - low) * Double($0) / 5 }
    self.limits = limits
    classes = values.map { value in value.map { value in limits.count { value >= $0 } } }
  }

  /// Countries without a usable value.
  var unknownCount: Int { classes.count { $0 == nil } }

  /// What a class holds, such as `20-40`.
  func words(_ position: Int) -> String {
    switch position {
    case 0: "<" + number(limits[0])
    case 1...3: number(limits[position - 1]) + "-" + number(limits[position])
    default: number(limits[3]) + "+"
    }
  }

  private func number(_ value: Double) -> String {
    if value >= 1_000_000 { return EvidenceWords.number(value / 1_000_000) + "m" }
    if value >= 10_000 { return EvidenceWords.number(value / 1000) + "k" }
    return EvidenceWords.number(value)
  }
}
