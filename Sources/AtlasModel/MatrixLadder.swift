/// The ladders of a country that goods are read against, five levels each.
enum MatrixLadder: Int, CaseIterable {
  case connectivity, skills, devices, power
  case worstConnectivity, worstSkills, worstDevices, worstPower
  case staffConnectivity, staffSkills, staffDevices, staffPower
  case frontlinePower, privacy, security, institutions, affordability
  /// Everybody and the worst group in the shares that settings ask for; the kernel fills them.
  case citizenConnectivity, citizenSkills, citizenDevices, citizenPower

  static let count = MatrixLadder.allCases.count

  /// Row of a level in the tables.
  func row(_ level: Int) -> Int { rawValue * 5 + level }

  /// The ladder some places further on.
  func offset(_ places: Int) -> MatrixLadder {
    MatrixLadder(rawValue: rawValue + places) ?? self
  }

  /// The ladders of a worker in the order of `Dimension.allCases`; equity has none of its own.
  static func read(by worker: MatrixFitProfile.Worker) -> [MatrixLadder] {
    let personal: [MatrixLadder] =
      switch worker {
      case .citizens: [.citizenConnectivity, .citizenSkills, .citizenDevices, .citizenPower]
      case .frontlineStaff: [.staffConnectivity, .staffSkills, .staffDevices, .frontlinePower]
      case .office: [.staffConnectivity, .staffSkills, .staffDevices, .staffPower]
      }
    return personal + [.affordability, .privacy, .security, .institutions]
  }

  /// Adequacy at levels 0 to 4.
  func adequacy(_ conditions: CountryConditions) -> [Interval] {
    switch self {
    case .connectivity: conditions.everybody.connectivity
    case .skills: conditions.everybody.skills
    case .devices: conditions.everybody.devices
    case .power: conditions.everybody.power
    case .worstConnectivity: conditions.worst.connectivity
    case .worstSkills: conditions.worst.skills
    case .worstDevices: conditions.worst.devices
    case .worstPower: conditions.worst.power
    case .staffConnectivity: conditions.staff.connectivity
    case .staffSkills: conditions.staff.skills
    case .staffDevices: conditions.staff.devices
    case .staffPower: conditions.staff.power
    case .frontlinePower: conditions.frontlinePower
    case .privacy: conditions.privacy
    case .security: conditions.security
    case .institutions: conditions.institutions
    case .affordability: Array(repeating: conditions.affordability, count: 5)
    case .citizenConnectivity, .citizenSkills, .citizenDevices, .citizenPower: []
    }
  }

  /// Share of missing or old figures behind levels 1 to 4: the thinnest of those that count.
  func thinness(_ supplies: Supplies) -> (Double, Double, Double, Double) {
    let total = supplies.total
    let signal = total.signal.thinness
    let human = supplies.humanCapital.thinness
    func same(_ supply: Supply) -> (Double, Double, Double, Double) {
      (supply.thinness, supply.thinness, supply.thinness, supply.thinness)
    }
    switch self {
    case .citizenConnectivity:
      let online = max(signal, total.internet.thinness)
      return (signal, online, online, max(online, total.fourG.thinness))
    case .citizenSkills:
      let literacy = total.literacy.thinness
      return (literacy, literacy, literacy, max(literacy, human))
    case .citizenDevices:
      let mobile = total.mobile.thinness
      let online = max(mobile, total.internet.thinness)
      return (mobile, online, online, max(online, supplies.fixedBroadband.thinness))
    case .citizenPower, .staffPower: return same(total.electricity)
    case .staffConnectivity:
      let fast = max(signal, total.fourG.thinness)
      return (signal, signal, fast, fast)
    case .staffSkills: return same(supplies.humanCapital)
    case .staffDevices: return same(total.mobile)
    case .frontlinePower: return same(supplies.groups[.rural]?.electricity ?? total.electricity)
    case .privacy: return same(supplies.privacy)
    case .security: return same(supplies.cybersecurity)
    case .institutions: return same(supplies.eGovernment)
    case .affordability: return same(supplies.dataPrice)
    default: return (0, 0, 0, 0)
    }
  }
}
