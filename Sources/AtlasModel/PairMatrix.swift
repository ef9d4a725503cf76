/// What is known of every pair of some countries and goods, explanations aside.
public struct PairMatrix: Sendable {
  /// Positions of the countries in the catalog.
  public let countries: [Int]
  /// Positions of the goods in the catalog.
  public var goods: [Int] { profiles.positions }

  private let profiles: MatrixGoods
  private let fits: MatrixFits
  private let needs: MatrixNeeds
  private let reaches: MatrixReaches
  private let precedents: MatrixPrecedents?
  private let severities: MatrixRows<UInt8>
  private let classes: MatrixRows<UInt8>

  init(
    countries: [Int], goods: MatrixGoods, fits: MatrixFits, needs: MatrixNeeds,
    reaches: MatrixReaches, precedents: MatrixPrecedents?, severities: MatrixRows<UInt8>,
    classes: MatrixRows<UInt8>
  ) {
    self.countries = countries
    profiles = goods
    self.fits = fits
    self.needs = needs
    self.reaches = reaches
    self.precedents = precedents
    self.severities = severities
    self.classes = classes
  }

  /// One pair, by its places in `countries` and `goods`.
  public func outcome(country: Int, good: Int) -> PairOutcome {
    let sorted = MatrixClass(packed: classes[good, country])
    let fit = profiles.fitOf[good]
    let goals = profiles.goalsOf[good]
    let reach = profiles.reachOf[good]
    let leftOut = reaches.low[reach, country]
    return PairOutcome(
      class: sorted.shown, cautious: sorted.cautious, hopeful: sorted.hopeful,
      fit: Interval(fits.low[fit, country], fits.high[fit, country]),
      need: Interval(needs.low[goals, country], needs.high[goals, country]),
      thinness: fits.thinness[fit, country], precedent: precedents?.values[good, country],
      leftOut: leftOut.isNaN ? nil : Interval(leftOut, reaches.high[reach, country]))
  }

  /// Severity of a flag, by the places of a pair and the flag's `FlagID.index`.
  public func severity(country: Int, good: Int, flag: Int) -> PairSeverity {
    let row = profiles.flagsOf[good * FlagID.allCases.count + flag]
    return PairSeverity(packed: severities[row, country])
  }

  /// Severities of all flags, in the order of `FlagID.allCases`, by the places of a pair.
  public func severities(country: Int, good: Int) -> [PairSeverity] {
    FlagID.allCases.indices.map { severity(country: country, good: good, flag: $0) }
  }
}

/// What is known of one pair but its flags.
public struct PairOutcome: Sendable, Equatable {
  /// The class shown.
  public let `class`: VerdictClass
  /// Class with everything unknown at its worst.
  public let cautious: VerdictClass
  /// Class with everything unknown at its best.
  public let hopeful: VerdictClass
  /// Range of the fit, 0 to 1.
  public let fit: Interval
  /// Range of the need, 0 to 1.
  public let need: Interval
  /// Share of the weight on figures that are missing or old, 0 to 1.
  public let thinness: Double
  /// Precedent, 0 to 1; nil where the matrix was made without precedents.
  public let precedent: Double?
  /// People left out; nil where the good reaches nobody directly or the population is unknown.
  public let leftOut: Interval?

  /// Share of the weight on recent figures, 0 to 1.
  public var dataQuality: Double { 1 - thinness }
}

/// The range of a flag's severity before measures, in one byte.
public struct PairSeverity: Sendable, Equatable {
  /// Both ends: a number 0 to 36 that tables can be made for.
  public let packed: UInt8

  /// Reads a number; ends that it does not hold are none.
  public init(packed: UInt8) { self.packed = packed }

  /// Lowest severity that the data leaves open.
  public var best: Severity { Severity(rawValue: Int(packed & 7)) ?? .none }
  /// Highest severity that the data leaves open.
  public var worst: Severity { Severity(rawValue: Int(packed >> 3)) ?? .none }
  /// The severity; nil where not assessed (never taken for none).
  public var severity: Severity? { best == worst ? worst : nil }
  /// Severity word, or `not-assessed`.
  public var word: String { severity?.word ?? "not-assessed" }
}
