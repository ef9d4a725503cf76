/// A condition of a country that a good may ask for.
public enum Dimension: String, Sendable, CaseIterable {
  /// Signal and use of the internet.
  case connectivity
  /// Reading, and digital or specialist skill.
  case skills
  /// Phones, computers, lines.
  case devices
  /// Electricity.
  case power
  /// Price of data against income.
  case affordability
  /// Law on personal data and its practice.
  case privacy
  /// National cyber security.
  case security
  /// Capacity of the state to run it.
  case institutions
  /// Adequacy for the worst-placed group of people.
  case equity

  /// Position in `allCases`, for tables.
  public var index: Int {
    switch self {
    case .connectivity: 0
    case .skills: 1
    case .devices: 2
    case .power: 3
    case .affordability: 4
    case .privacy: 5
    case .security: 6
    case .institutions: 7
    case .equity: 8
    }
  }

  /// Plain name for people.
  public var name: String {
    switch self {
    case .connectivity: "Connectivity"
    case .skills: "Skills"
    case .devices: "Devices"
    case .power: "Power"
    case .affordability: "Affordability"
    case .privacy: "Privacy"
    case .security: "Security"
    case .institutions: "Institutions"
    case .equity: "Equity"
    }
  }
}

/// A group of people whose supply may differ from the total.
public enum PopulationGroup: String, Sendable, CaseIterable {
  /// People outside towns.
  case rural
  /// Women.
  case women
  /// The poorest 40 % by income.
  case poorest40 = "poorest-40"

  /// Plain name for people.
  public var name: String {
    switch self {
    case .rural: "rural people"
    case .women: "women"
    case .poorest40: "the poorest 40 %"
    }
  }
}
