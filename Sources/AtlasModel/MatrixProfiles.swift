/// What decides the fit of a good: who works it and what it asks.
struct MatrixFitProfile: Hashable, Sendable {
  /// Whose supplies count.
  enum Worker: Hashable, Sendable, CaseIterable {
    case citizens
    case frontlineStaff
    case office
  }

  let worker: Worker
  /// Levels by `Dimension.index`.
  let levels: [Int]

  init(_ demand: Demand) {
    worker =
      switch demand.operator {
      case .citizens: .citizens
      case .frontlineStaff: .frontlineStaff
      case .officials, .developers: .office
      }
    levels = demand.levels
  }
}

/// The supplies that people need at once to be reached by a good.
struct MatrixReach: Hashable, Sendable {
  /// Whom the people left out are counted among.
  let worker: MatrixFitProfile.Worker
  /// Positions in `MatrixReach.supplies`, in the order in which the model adds them up.
  let needs: [Int]

  /// Supplies of a group of people, in a fixed order.
  static func supplies(_ group: Supplies.Personal) -> [Supply] {
    [group.signal, group.fourG, group.internet, group.literacy, group.mobile, group.electricity]
  }

  /// A group whose supplies are their own positions, to ask the model which ones a good needs.
  private static let marked: Supplies.Personal = {
    func mark(_ number: Int) -> Supply {
      Supply(range: Interval(Double(number)), status: .assumed, evidence: [], thinness: 0)
    }
    return Supplies.Personal(
      signal: mark(0), fourG: mark(1), internet: mark(2), literacy: mark(3), mobile: mark(4),
      electricity: mark(5))
  }()

  init(_ demand: Demand) {
    worker = MatrixFitProfile(demand).worker
    needs = CountryConditions.needs(demand, Self.marked).map { Int($0.range.low) }
  }
}

/// A flag with an impact: severities and caps follow for every likelihood.
struct MatrixFlagTable: Hashable, Sendable {
  /// The flag's `FlagID.index`.
  let flag: Int
  let impactLow: Int
  let impactHigh: Int
  /// Sensitivity of the data where an effect on the flag asks for it, else 0.
  let sensitivity: Int
}

/// Where the likelihood of a flag comes from.
enum MatrixLikelihood: Hashable, Sendable {
  /// The country alone.
  case country
  /// The good alone.
  case fixed(StepRange)
  /// Rural people left out of a reach, with the ratio of a sector.
  case staff(reach: Int, preset: StaffPreset)
  /// The ranks of claimed goals in the country.
  case goals(Int)
  /// The thin figures behind a fit.
  case thinness(Int)
}

/// A row of severities that goods share.
struct MatrixFlagProfile: Hashable, Sendable {
  /// Position in `MatrixGoods.tables`.
  let table: Int
  let likelihood: MatrixLikelihood
}

extension StepRange: Hashable {
  /// Feeds both ends to a hash.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(low)
    hasher.combine(high)
  }

  /// Both ends in one number, 0 to 24.
  var packed: UInt8 { UInt8(truncatingIfNeeded: low * 5 + high) }
}
