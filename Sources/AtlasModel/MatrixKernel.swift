/// Screens every country against every good at once, explanations aside.
///
/// It gives what `Assessor.screening(good:conditions:explains: false)` gives, to the last bit, in a
/// hundredth of the time: what goods share is worked out once, along rows of countries. The rules stay
/// where they are; the kernel asks `FlagAssessor`, `RiskFlag` and `Verdict` for its tables.
public struct MatrixKernel: Sendable {
  /// Conditions of the countries.
  public let countries: MatrixCountries
  /// Profiles of the goods.
  public let goods: MatrixGoods
  /// Precedents of both; nil where nobody asks for them.
  public let precedents: MatrixPrecedents?

  /// Prepares all pairs of some countries and goods.
  ///
  /// - Parameters:
  ///   - context: The dataset with what the model works out of it once.
  ///   - countries: Positions of the countries; nil for all.
  ///   - goods: Positions of the goods; nil for all.
  public init(_ context: ModelContext, countries: [Int]? = nil, goods: [Int]? = nil) {
    let countries = countries ?? context.catalog.realCountries
    let goods = goods ?? Array(context.catalog.goods.indices)
    self.init(
      countries: MatrixCountries(context, countries: countries),
      goods: MatrixGoods(context, goods: goods),
      precedents: MatrixPrecedents(context.catalog, countries: countries, goods: goods))
  }

  /// Joins parts that are at hand; the precedents, if any, must be of the same countries and goods.
  public init(countries: MatrixCountries, goods: MatrixGoods, precedents: MatrixPrecedents?) {
    self.countries = countries
    self.goods = goods
    self.precedents = precedents
  }

  /// All pairs under some settings.
  public func matrix(_ settings: ModelSettings = ModelSettings()) -> PairMatrix {
    let fits = MatrixFits(countries, goods, settings)
    let needs = MatrixNeeds(countries, goods)
    let reaches = MatrixReaches(countries, goods)
    let flags = flagRows(fits, needs, reaches, taken: settings.measures)
    return PairMatrix(
      countries: countries.positions, goods: goods, fits: fits, needs: needs, reaches: reaches,
      precedents: precedents, severities: flags.severities,
      classes: classes(fits, flags.caps, policy: settings.policy))
  }

  /// Severities and caps of every flag profile.
  private func flagRows(
    _ fits: MatrixFits, _ needs: MatrixNeeds, _ reaches: MatrixReaches, taken: [String]
  ) -> (severities: MatrixRows<UInt8>, caps: MatrixRows<UInt8>) {
    let outcomes = goods.tables.map { countries.effects[$0.flag].outcomes($0, taken: taken) }
    let width = countries.positions.count
    var severities = MatrixRows(count: goods.flags.count, width: width, UInt8(0))
    var caps = severities
    var steps = Array(repeating: UInt8(0), count: width)
    for (number, profile) in goods.flags.enumerated() {
      let flag = goods.tables[profile.table].flag
      switch profile.likelihood {
      case .country: countries.likelihood.copy(flag, to: &steps)
      case .fixed(let range): for place in 0..<width { steps[place] = range.packed }
      case .staff(let reach, let preset): reaches.staffSteps(reach, preset, countries, &steps)
      case .goals(let list): needs.relevance.copy(list, to: &steps)
      case .thinness(let fit): fits.thinSteps.copy(fit, to: &steps)
      }
      let table = outcomes[profile.table]
      let first = flag * width
      let row = number * width
      let classes = countries.effectClass.values.span
      var found = severities.values.mutableSpan
      var limits = caps.values.mutableSpan
      for place in 0..<width {
        let known = Int(classes[unchecked: first + place]) * 25 + Int(steps[place])
        let outcome = table[known]
        found[unchecked: row + place] = outcome.severities
        limits[unchecked: row + place] = outcome.caps
      }
    }
    return (severities, caps)
  }

  /// The class of every pair: all caps joined, then looked up.
  private func classes(
    _ fits: MatrixFits, _ caps: MatrixRows<UInt8>, policy: RefusalPolicy
  ) -> MatrixRows<UInt8> {
    let width = countries.positions.count
    let flagCount = FlagID.allCases.count
    let refusing = Verdict.refusalFlags.map(\.index)
    let names = (0..<128).map { MatrixClass(caps: UInt8($0)).packed }
    var result = MatrixRows(count: goods.positions.count, width: width, UInt8(0))
    var joined = Array(repeating: UInt8(0), count: width)
    for good in goods.positions.indices {
      fits.caps.copy(goods.fitOf[good], to: &joined)
      for flag in 0..<flagCount { caps.join(goods.flagsOf[good * flagCount + flag], into: &joined) }
      caps.refuse(refusing.map { goods.flagsOf[good * flagCount + $0] }, policy, &joined)
      let row = good * width
      var out = result.values.mutableSpan
      for place in 0..<width { out[unchecked: row + place] = names[Int(joined[place])] }
    }
    return result
  }
}
