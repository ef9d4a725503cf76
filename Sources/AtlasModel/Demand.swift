/// What a good asks on each dimension, after who works it and its channels are taken into account.
public struct Demand: Sendable, Equatable {
  /// Levels 0 to 4 by `Dimension.index`; equity holds the highest personal level.
  public var levels: [Int]
  /// Who works the good first.
  public var `operator`: Operator
  /// Whether personal data is collected, by declaration or by our reading of the typical deployment.
  public var collectsPersonalData: Bool
  /// Sensitivity of the data, 0 to 4.
  public var sensitivity: Int

  /// Personal dimensions: those that a person needs at once.
  public static let personal: [Dimension] = [.connectivity, .skills, .devices, .power]

  /// Reads the demand of a good.
  ///
  /// For citizens an offline channel brings connectivity to at most 1, and text messages or an
  /// assisting agent lower it by one (fit-model section 2). Affordability counts for citizens from
  /// connectivity level 2. Equity counts for citizens only: elsewhere the population enters through
  /// the flags.
  public init(_ good: PublicGood) {
    let profile = good.demand
    var connectivity = profile.connectivity
    if profile.operator == .citizens {
      let channels = profile.channels
      let lowers = channels.contains { $0 == .offline || $0 == .smsUSSD || $0 == .assistedAgent }
      if lowers { connectivity = max(0, connectivity - 1) }
      if channels.contains(.offline) { connectivity = min(connectivity, 1) }
    }
    let isPublic = profile.operator == .citizens
    var levels = Array(repeating: 0, count: Dimension.allCases.count)
    levels[Dimension.connectivity.index] = connectivity
    levels[Dimension.skills.index] = profile.literacy
    levels[Dimension.devices.index] = profile.device
    levels[Dimension.power.index] = profile.power
    levels[Dimension.affordability.index] = isPublic && connectivity >= 2 ? connectivity : 0
    levels[Dimension.privacy.index] = profile.sensitivity
    levels[Dimension.security.index] = profile.sensitivity
    levels[Dimension.institutions.index] = profile.institutional
    levels[Dimension.equity.index] =
      isPublic ? Self.personal.map { levels[$0.index] }.max() ?? 0 : 0
    self.levels = levels
    self.operator = profile.operator
    self.sensitivity = profile.sensitivity
    collectsPersonalData =
      good.declared[.collectsPersonalData] == .yes || profile.curatedSensitivity >= 2
  }

  /// The level of a dimension, 0 to 4.
  public subscript(dimension: Dimension) -> Int { levels[dimension.index] }
}
