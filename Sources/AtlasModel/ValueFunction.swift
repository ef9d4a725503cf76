/// A straight ramp from "does not work for the typical user" to "is no barrier".
///
/// Adequacy is `clamp((s - floor) / (target - floor), 0, 1)` of a supply `s`; with a target below the
/// floor, less is better (prices). From fit-model section 3.
public struct ValueFunction: Sendable, Equatable {
  /// Supply at or below which adequacy is 0.
  public var floor: Double
  /// Supply at or above which adequacy is 1.
  public var target: Double

  /// Makes a ramp.
  public init(_ floor: Double, _ target: Double) {
    self.floor = floor
    self.target = target
  }

  /// Adequacy of a known supply, 0 to 1.
  public func adequacy(_ supply: Double) -> Double {
    let share = (supply - floor) / (target - floor)
    return share < 0 ? 0 : (share > 1 ? 1 : share)
  }

  /// Range of adequacy of a range of supply.
  public func adequacy(_ supply: Interval) -> Interval {
    Interval(adequacy(supply.low), adequacy(supply.high))
  }
}

/// The ramps of every dimension, one for each level 1 to 4, with the anchor they rest on.
///
/// A level counts its own ramp and those of all lower levels, so a higher demand never scores better
/// (`DECISIONS.md`, "Levels are cumulative").
public enum ValueFunctions {
  /// Ramps of one dimension and what they rest on.
  public struct Table: Sendable {
    /// Ramps for levels 1 to 4.
    public let levels: [ValueFunction]
    /// What supply each level reads.
    public let supply: String
    /// Source of the anchor, or the word assumption.
    public let anchor: String
  }

  /// Connectivity; the same ramps serve citizens and staff, on different supplies.
  public static let connectivity = Table(
    levels: [
      ValueFunction(30, 80), ValueFunction(10, 45), ValueFunction(20, 65), ValueFunction(35, 75),
    ],
    supply:
      "citizens: 3G coverage at 1, internet users at 2 and 3, the lesser of internet users and 4G "
      + "coverage at 4; staff: 3G coverage at 1 and 2, 4G coverage at 3 and 4 (%)",
    anchor: "Broadband Commission 2025 target 3 (75 % world, 65 % low and middle income); "
      + "levels 1 and 2: assumption")

  /// Skills of citizens.
  public static let citizenSkills = Table(
    levels: [
      ValueFunction(30, 60), ValueFunction(40, 75), ValueFunction(55, 90), ValueFunction(45, 75),
    ],
    supply: "adult literacy at 1 to 3 (%); human capital index x 100 at 4",
    anchor: "Broadband Commission target 4 (60 % with minimum skills); steps: assumption")

  /// Skills of staff, on the human capital index; see `DECISIONS.md`, "Staff skills".
  public static let staffSkills = Table(
    levels: [
      ValueFunction(20, 45), ValueFunction(30, 55), ValueFunction(40, 65), ValueFunction(45, 75),
    ],
    supply: "human capital index x 100",
    anchor: "level 4 from fit-model section 3; levels 1 to 3: assumption")

  /// Devices of citizens.
  public static let citizenDevices = Table(
    levels: [
      ValueFunction(30, 80), ValueFunction(10, 45), ValueFunction(20, 60), ValueFunction(1, 15),
    ],
    supply:
      "mobile ownership, else subscriptions up to 100, at 1; the lesser of that and internet users "
      + "at 2 and 3; fixed broadband per 100 people at 4",
    anchor: "assumption")

  /// Devices of staff; a programme buys what lies above level 1.
  public static let staffDevices = Table(
    levels: Array(repeating: ValueFunction(30, 80), count: 4),
    supply: "mobile ownership, else subscriptions up to 100 (%)",
    anchor: "assumption")

  /// Power.
  public static let power = Table(
    levels: [
      ValueFunction(10, 50), ValueFunction(25, 75), ValueFunction(45, 90), ValueFunction(70, 99),
    ],
    supply: "access to electricity (%); rural access for frontline staff",
    anchor: "SDG 7.1.1; steps: assumption")

  /// Affordability, for citizens from connectivity level 2.
  public static let affordability = Table(
    levels: Array(repeating: ValueFunction(10, 2), count: 4),
    supply: "2 GB of mobile data, % of monthly income per person (less is better)",
    anchor: "Broadband Commission target 2 (under 2 %); floor: assumption")

  /// Privacy.
  public static let privacy = Table(
    levels: [
      ValueFunction(-20, 20), ValueFunction(0, 40), ValueFunction(20, 60), ValueFunction(35, 75),
    ],
    supply:
      "1/2 law (enacted 100, draft 50, none 0) + 1/4 rule of law + 1/4 voice and accountability "
      + "(percentile ranks)",
    anchor: "UNCTAD law status; weights and steps: assumption")

  /// Security.
  public static let security = Table(
    levels: [
      ValueFunction(-20, 20), ValueFunction(0, 40), ValueFunction(20, 55), ValueFunction(40, 85),
    ],
    supply: "Global Cybersecurity Index (0-100)",
    anchor: "ITU GCI 2024 tiers (55, 85); other steps: assumption")

  /// Institutions.
  public static let institutions = Table(
    levels: [
      ValueFunction(0, 25), ValueFunction(15, 40), ValueFunction(25, 55), ValueFunction(40, 70),
    ],
    supply: "E-Government Development Index x 100",
    anchor: "UN EGDI groups (25, 50, 75); steps: assumption")

  /// Adequacy at levels 0 to 4 where every level reads the same supply.
  static func ladder(_ table: Table, _ supply: Interval) -> [Interval] {
    ladder(table.levels.map { $0.adequacy(supply) })
  }

  /// Adequacy at levels 0 to 4 from the adequacy of each level's own ramp.
  static func ladder(_ own: [Interval]) -> [Interval] {
    var result = [Interval.one]
    for step in own { result.append(result[result.count - 1].lesser(step)) }
    return result
  }
}
