/// Staff on the ground for people whom a good would not reach, as a ratio with its source.
public enum StaffPreset: String, Sendable, CaseIterable {
  /// Health and case work: 1 per 650 rural inhabitants (McCord et al. 2013, PMC3629450).
  case intensive
  /// Regular visits: 1 per 2,000 (Nepal community health worker programme).
  case regular
  /// Walk-in service: 2 per 20,500 (Bangladesh digital centres; per-head figure derived).
  case light

  /// Inhabitants for each member of staff.
  public var inhabitantsPerStaff: Double {
    switch self {
    case .intensive: 650
    case .regular: 2_000
    case .light: 10_250
    }
  }

  /// Visits a person a year and minutes a visit; intensive from the source, the others set to agree with
  /// their ratio (assumption).
  public var visits: (count: Double, minutes: Double) {
    switch self {
    case .intensive: (4, 30)
    case .regular: (4, 10)
    case .light: (1, 8)
    }
  }

  /// Where the ratio comes from.
  public var basis: String {
    switch self {
    case .intensive: "1 per 650 rural inhabitants, McCord et al. 2013 (PMC3629450)"
    case .regular: "1 per 2,000, Nepal community health worker programme"
    case .light: "2 per 20,500, Bangladesh digital centres 2021-22 (derived)"
    }
  }

  /// The preset for a sector (assumption).
  public init(sector: String) {
    switch sector {
    case "health", "social-protection", "humanitarian", "child-protection", "nutrition":
      self = .intensive
    case "education", "agriculture", "skills", "justice", "gender", "disaster-risk":
      self = .regular
    default: self = .light
    }
  }

  /// Staff per 10,000 rural people when a share of them is left out.
  ///
  /// - Parameter leftOut: Share of rural people not reached, 0 to 1.
  public func staffPer10000(leftOut: Interval) -> Interval {
    Interval(
      leftOut.low * 10_000 / inhabitantsPerStaff, leftOut.high * 10_000 / inhabitantsPerStaff)
  }
}

extension CountryConditions {
  /// The supplies that rural people, or staff among them, need at once to work a good.
  func ruralNeeds(_ demand: Demand) -> [Supply] {
    supplies.groups[.rural].map { Self.needs(demand, $0) } ?? []
  }

  /// Share of rural people whom a good would not reach, 0 to 1.
  ///
  /// Reach is the least of the supplies that the good needs at once; divides are taken to overlap
  /// (the lower of the Frechet bounds on those left out, fit-model section 3.1: assumption).
  func ruralLeftOut(_ demand: Demand) -> Interval {
    let reach = ruralNeeds(demand).reduce(Interval(100)) { $0.lesser($1.range) }
    return Interval(1 - reach.high / 100, 1 - reach.low / 100)
  }
}
