import AtlasModel
import AtlasReport
import AtlasScreen

/// Countries in the classes of a colouring; unknown is no class.
struct MapClasses: Sendable {
  /// How classes look.
  enum Scale: Sendable {
    case shades, severities, verdicts
  }

  /// Indicators offered first on the map, by id, in order.
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

  let scale: Scale
  /// Four rising limits between the five classes of shades; empty for other scales.
  let limits: [Double]
  /// Class of each country, from 0; nil is unknown.
  let classes: [Int?]
  /// What each class holds, such as `20-40`.
  let names: [String]
  /// What stands for countries without a class.
  let unknownName: String

  /// Five classes of an indicator with fixed limits, so that years can be compared.
  ///
  /// - Parameters:
  ///   - catalog: The dataset.
  ///   - indicator: Position of the indicator.
  ///   - year: The values of a year and its number; nil for the newest usable ones.
  init(
    _ catalog: Catalog, indicator: Int, year: (values: [Double?], number: Int)? = nil
  ) {
    let newest = catalog.countries.indices.map { country -> Double? in
      let observation = catalog.observation(country: country, indicator: indicator)
      guard let observation, observation.status.isUsable, !catalog.countries[country].isInvented
      else { return nil }
      return observation.value
    }
    let known = newest.compactMap(\.self)
    let record = catalog.indicators[indicator]
    let low = record.maximum == nil ? known.min() ?? 0 : record.minimum ?? known.min() ?? 0
    let high = record.maximum ?? known.max() ?? 1
    let limits =
      Self.limits[record.id] ?? (1...4).map { low + (high - low) * Double($0) / 5 }
    self.limits = limits
    scale = .shades
    classes = (year?.values ?? newest).map { value in
      value.map { value in limits.count { value >= $0 } }
    }
    names = Self.names(limits)
    unknownName = year.map { "no value in \($0.number)" } ?? "unknown"
  }

  /// A number of a good over all countries.
  init(_ colour: MapColour, good: Int, countries: Range<Int>, _ grid: PairGrid) {
    switch colour {
    case .indicator, .fit, .need:
      let isNeed = colour == .need(good)
      scale = .shades
      limits = [0.2, 0.4, 0.6, 0.8]
      names = Self.names(limits)
      unknownName = "open by more than .40"
      classes = countries.map {
        let outcome = grid.outcome(country: $0, good: good)
        return Self.share(isNeed ? outcome.need : outcome.fit)
      }
    case .flag(let flag, _):
      scale = .severities
      limits = []
      names = Severity.allCases.map(\.word)
      unknownName = "not assessed"
      let index = flag.index
      classes = countries.map {
        grid.severity(country: $0, good: good, flag: index).severity?.rawValue
      }
    case .verdict:
      scale = .verdicts
      limits = []
      names = Self.verdicts.map(\.name)
      unknownName = VerdictClass.cannotSay.name
      classes = countries.map {
        Self.verdicts.firstIndex(of: grid.outcome(country: $0, good: good).class)
      }
    }
  }

  /// The classes that a verdict can name; Cannot say is none of them.
  private static let verdicts: [VerdictClass] = [.adopt, .withSafeguards, .prepareFirst, .notNow]

  /// One of five equal classes by the cautious end of a range from 0 to 1; nil where the range is so
  /// wide, more than two classes, that its end says little.
  static func share(_ range: Interval) -> Int? {
    guard range.high - range.low <= 0.4 else { return nil }
    return [0.2, 0.4, 0.6, 0.8].count { range.low >= $0 }
  }

  /// Countries without a class.
  var unknownCount: Int { classes.count { $0 == nil } }

  /// Classes with their names and counts, then the unknown ones.
  var entries: [(position: Int?, words: String)] {
    names.indices.map { position in
      (position, "\(names[position]) (\(classes.count { $0 == position }))")
    } + [(nil, "\(unknownName) (\(unknownCount))")]
  }

  /// How land of a class looks, with a sign of its own where colours fail; nil is unknown.
  func sign(_ position: Int?, _ glyphs: Glyphs) -> Span { Self.sign(position, scale, glyphs) }

  /// How a class of a scale looks; nil is unknown.
  static func sign(_ position: Int?, _ scale: Scale, _ glyphs: Glyphs) -> Span {
    switch scale {
    case .shades:
      guard let position, MapView.roles.indices.contains(position),
        glyphs.mapClasses.indices.contains(position)
      else { return Span(glyphs.mapUnknown, .unknownValue) }
      return Span(glyphs.mapClasses[position], MapView.roles[position])
    case .severities:
      let severity = position.flatMap { Severity(rawValue: $0) }
      return Span(
        FlagWords.sign(severity, glyphs), severity.map { FlagWords.role($0) } ?? .notAssessed)
    case .verdicts:
      guard let position, verdicts.indices.contains(position) else {
        return Span("?", VerdictWords.role(.cannotSay))
      }
      return Span(["A", "S", "P", "N"][position], VerdictWords.role(verdicts[position]))
    }
  }

  /// The place of a verdict in the scale; nil for Cannot say.
  static func position(_ verdict: VerdictClass) -> Int? { verdicts.firstIndex(of: verdict) }

  private static func names(_ limits: [Double]) -> [String] {
    (0...4).map { position in
      switch position {
      case 0: "<" + number(limits[0])
      case 1...3: number(limits[position - 1]) + "-" + number(limits[position])
      default: number(limits[3]) + "+"
      }
    }
  }

  private static func number(_ value: Double) -> String {
    if value >= 1_000_000 { return EvidenceWords.number(value / 1_000_000) + "m" }
    if value >= 10_000 { return EvidenceWords.number(value / 1000) + "k" }
    return EvidenceWords.number(value)
  }
}
