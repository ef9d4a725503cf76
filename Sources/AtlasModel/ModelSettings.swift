/// Weights of a named stakeholder (fit-model section 6); all of them are shown, none is right.
public enum WeightPreset: String, Sendable, CaseIterable {
  /// All dimensions alike.
  case equal
  /// Equity, skills and affordability count double.
  case citizenFirst = "citizen-first"
  /// Privacy and security count double; the weakest link counts .7.
  case dataProtector = "data-protector"
  /// Connectivity, power and equity count double.
  case ruralOutreach = "rural-outreach"
  /// Institutions count double in the fit, need counts double in the order.
  case ministry

  /// Dimensions that count double.
  public var doubled: [Dimension] {
    switch self {
    case .equal: []
    case .citizenFirst: [.equity, .skills, .affordability]
    case .dataProtector: [.privacy, .security]
    case .ruralOutreach: [.connectivity, .power, .equity]
    case .ministry: [.institutions]
    }
  }

  /// Weights in the order of `Dimension.allCases`; they sum to 1.
  public var weights: [Double] {
    let raw = Dimension.allCases.map { doubled.contains($0) ? 2.0 : 1.0 }
    let sum = raw.reduce(0, +)
    return raw.map { $0 / sum }
  }

  /// Weight of the weakest link, `b`.
  public var weakestLink: Double { self == .dataProtector ? 0.7 : FitScore.weakestLink }

  /// Share of need in the order inside a class.
  public var needShare: Double { self == .ministry ? 2.0 / 3 : 0.5 }
}

/// When dangerous data in an undefended or hostile setting means Not now: a decision for people.
public enum RefusalPolicy: String, Sendable, CaseIterable {
  /// One of P1, P2 and S1 at critical.
  case any
  /// Two of them (the default).
  case two
  /// All three (lenient).
  case all

  /// How many of `Verdict.refusalFlags` at critical mean Not now.
  public var count: Int {
    switch self {
    case .any: 1
    case .two: 2
    case .all: 3
    }
  }
}

/// What a user may choose about the model: stakeholder, policy, measures.
public struct ModelSettings: Sendable, Equatable {
  /// Whose weights.
  public var preset: WeightPreset
  /// Weights in the order of `Dimension.allCases`; they sum to 1.
  public var weights: [Double]
  /// Weight of the weakest link, `b`, 0 to 1.
  public var weakestLink: Double
  /// Weight of the worst group in a personal dimension, `e`, 0 to 1.
  public var equityShare: Double
  /// When dangerous data means Not now.
  public var policy: RefusalPolicy
  /// Ids of measures that are taken.
  public var measures: [String]
  /// Staff ratio; nil takes the one of the good's sector.
  public var staff: StaffParameters

  /// Starts from a stakeholder.
  public init(
    preset: WeightPreset = .equal, policy: RefusalPolicy = .two, measures: [String] = [],
    staff: StaffParameters = StaffParameters()
  ) {
    self.preset = preset
    weights = preset.weights
    weakestLink = preset.weakestLink
    equityShare = FitScore.equityShare
    self.policy = policy
    self.measures = measures
    self.staff = staff
  }

  /// Whether nothing was changed.
  public var isDefault: Bool { self == ModelSettings() }

  /// The same choices seen by another stakeholder.
  public func with(_ preset: WeightPreset) -> ModelSettings {
    var copy = self
    copy.preset = preset
    copy.weights = preset.weights
    copy.weakestLink = preset.weakestLink
    return copy
  }
}

/// Parameters of the staff sizing, all of them shown and changeable.
public struct StaffParameters: Sendable, Equatable {
  /// The ratio; nil takes the one of the good's sector.
  public var preset: StaffPreset?
  /// Uptake: share of the people left out who use the service, 0 to 1.
  public var uptake: Double
  /// Visits a person a year; nil takes the one of the preset.
  public var visits: Double?
  /// Minutes a visit; nil takes the one of the preset.
  public var minutes: Double?
  /// Working days a year.
  public var days: Double
  /// Hours with people a day.
  public var hours: Double
  /// Walking distance to a service point, kilometres.
  public var walk: Double

  /// Starts from the defaults of fit-model section 3.1.
  public init(
    preset: StaffPreset? = nil, uptake: Double = 1, visits: Double? = nil, minutes: Double? = nil,
    days: Double = 220, hours: Double = 6, walk: Double = 5
  ) {
    self.preset = preset
    self.uptake = uptake
    self.visits = visits
    self.minutes = minutes
    self.days = days
    self.hours = hours
    self.walk = walk
  }
}
