/// Recorded use of a good in similar countries; part of the evidence, never of the fit.
public struct Precedent: Sendable, Equatable {
  /// A country that uses the good.
  public struct Neighbour: Sendable, Equatable {
    /// Position of the country.
    public var country: Int
    /// Similarity, 0 to 2.5.
    public var similarity: Double
  }

  /// `(1/2 + sum k y) / (5 + sum k)`, 0 to 1.
  public var value: Double
  /// Effective number of similar countries, `(sum k)^2 / sum k^2`.
  public var effectiveNumber: Double
  /// The three most similar countries with a recorded use.
  public var nearest: [Neighbour]
  /// Countries with a recorded use, this one left out.
  public var uses: Int

  /// The formula in words.
  public static let formula =
    "(1/2 + sum of similarity over countries that use it) / (5 + sum of similarity over all others); "
    + "similarity = exp(-D^2/2) + 1 in the same subregion + 1/2 with a shared language"
}

/// How alike countries are: a standardised distance over supply and gaps (fit-model section 4.2).
public struct SimilarityIndex: Sendable {
  /// Fewest figures that two countries must share to be compared (assumption).
  public static let leastShared = 5
  private static let features =
    [
      ID.internet, ID.literacy, ID.electricity, ID.mobileSubscriptions, ID.humanCapital,
      ID.eGovernment, ID.cybersecurity, ID.ruleOfLaw, ID.voice, ID.ruralPopulation,
    ] + (1...17).map(SDGGaps.indicator)

  /// Standardised figures by country, then feature; not a number is unknown.
  private let scores: [Double]
  private let width: Int
  private let subregions: [String]
  private let languages: [Set<String>]
  private let users: [[Int]]
  private let isInvented: [Bool]

  /// Standardises the figures of a catalog.
  public init(_ catalog: Catalog) {
    let columns = Self.features.compactMap { catalog.indicatorPosition($0) }
    var scores = Array(repeating: Double.nan, count: catalog.countries.count * columns.count)
    for (column, indicator) in columns.enumerated() {
      let values = catalog.countries.indices.map { country -> Double in
        guard let observation = catalog.observation(country: country, indicator: indicator),
          observation.status.isUsable
        else { return .nan }
        return observation.value
      }
      let known = catalog.realCountries.map { values[$0] }.filter { !$0.isNaN }
      guard known.count > 1 else { continue }
      let mean = known.reduce(0, +) / Double(known.count)
      let square = known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(known.count)
      guard square > 0 else { continue }
      let deviation = square.squareRoot()
      for country in catalog.countries.indices {
        scores[country * columns.count + column] = (values[country] - mean) / deviation
      }
    }
    self.scores = scores
    width = columns.count
    isInvented = catalog.countries.map(\.isInvented)
    subregions = catalog.countries.map(\.subregion)
    languages = catalog.countries.map { Set($0.languages) }
    users = catalog.goods.indices.map { good in
      catalog.deploymentPositions(good: good).map { catalog.deployments[$0] }
        .filter { $0.in2026 == .yes || $0.in2024 == .yes }.map(\.country)
    }
  }

  /// Similarity of a country to every other; 0 to itself, and to what was made up for a lesson.
  public func row(country: Int) -> [Double] {
    subregions.indices.map { $0 == country || isInvented[$0] ? 0 : similarity(country, $0) }
  }

  private func similarity(_ one: Int, _ two: Int) -> Double {
    var sum = 0.0
    var shared = 0
    for column in 0..<width {
      let difference = scores[one * width + column] - scores[two * width + column]
      guard !difference.isNaN else { continue }
      sum += difference * difference
      shared += 1
    }
    var result =
      shared >= Self.leastShared ? Exponential.value(-sum / Double(shared) / 2) : 0
    if !subregions[one].isEmpty, subregions[one] == subregions[two] { result += 1 }
    if !languages[one].isDisjoint(with: languages[two]) { result += 0.5 }
    return result
  }

  /// Precedent of a good in a country, from the country's row of similarities.
  public func precedent(good: Int, row: [Double]) -> Precedent {
    let total = row.reduce(0, +)
    let squares = row.reduce(0) { $0 + $1 * $1 }
    let users = users[good].filter { row[$0] > 0 }
    let used = users.reduce(0) { $0 + row[$1] }
    let nearest = users.sorted { (row[$1], $0) < (row[$0], $1) }.prefix(3)
    return Precedent(
      value: (0.5 + used) / (5 + total),
      effectiveNumber: squares > 0 ? total * total / squares : 0,
      nearest: nearest.map { Precedent.Neighbour(country: $0, similarity: row[$0]) },
      uses: users.count)
  }
}

/// The exponential function without a C library, the same bits on every machine.
enum Exponential {
  /// `e` to a power from -60 to 0: halved six times, a series of 14 terms, squared six times.
  static func value(_ power: Double) -> Double {
    guard power > -60 else { return 0 }
    let small = power / 64
    var term = 1.0
    var sum = 1.0
    let factors = small / SIMD16(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 1, 1)
    for n in 0..<14 {
      term *= factors[n]
      sum += term
    }
    for _ in 0..<6 { sum *= sum }
    return sum
  }
}
