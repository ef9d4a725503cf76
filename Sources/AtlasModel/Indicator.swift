/// A measured series: what one number about a country means.
public struct Indicator: Sendable, Equatable {
  /// Which way is good.
  public enum Direction: String, Sendable, CaseIterable {
    /// More is better.
    case higherBetter = "higher-better"
    /// More is worse.
    case higherWorse = "higher-worse"
    /// Neither.
    case neutral
  }

  /// What part of the model or profile the indicator serves.
  public enum Group: String, Sendable, CaseIterable {
    /// Signal and use of the internet.
    case connectivity
    /// Literacy, schooling, digital skill.
    case skills
    /// Phones and lines.
    case devices
    /// Electricity.
    case power
    /// Prices against income.
    case affordability
    /// Law and its practice.
    case privacy
    /// Cyber and physical security.
    case security
    /// Capacity of the state.
    case institutions
    /// Differences between groups of people.
    case equity
    /// SDG goal scores.
    case need
    /// Size and income; shown, not scored.
    case context
    /// Outside checks; never an input of the model.
    case check
  }

  /// Stable id, such as `internet-users`.
  public var id: String
  /// Plain name.
  public var name: String
  /// Name for narrow columns, at most 18 columns.
  public var shortName: String
  /// Unit, such as `%`.
  public var unit: String
  /// Lowest valid value; nil if unbounded.
  public var minimum: Double?
  /// Highest valid value; nil if unbounded.
  public var maximum: Double?
  /// Which way is good.
  public var direction: Direction
  /// The part it serves.
  public var group: Group
  /// Whether yearly values since 2005 are bundled.
  public var isCore: Bool
  /// The publisher's series code.
  public var seriesCode: String
  /// Who publishes it.
  public var publisher: String
  /// Cautions.
  public var note: String

  /// Makes an indicator from its fields.
  public init(
    id: String, name: String, shortName: String, unit: String, minimum: Double?, maximum: Double?,
    direction: Direction, group: Group, isCore: Bool, seriesCode: String, publisher: String,
    note: String
  ) {
    self.id = id
    self.name = name
    self.shortName = shortName
    self.unit = unit
    self.minimum = minimum
    self.maximum = maximum
    self.direction = direction
    self.group = group
    self.isCore = isCore
    self.seriesCode = seriesCode
    self.publisher = publisher
    self.note = note
  }
}

extension Indicator {
  /// Whether a value lies in the valid range.
  public func admits(_ value: Double) -> Bool {
    value.isFinite && value >= minimum ?? value && value <= maximum ?? value
  }

  /// The valid range with the unit, such as `0 to 100 % of people`.
  public var rangeWords: String {
    let range =
      switch (minimum, maximum) {
      case (let low?, let high?): "\(NumberText.raw(low)) to \(NumberText.raw(high))"
      case (let low?, nil): "\(NumberText.raw(low)) or more"
      case (nil, let high?): "\(NumberText.raw(high)) or less"
      case (nil, nil): "any number"
      }
    return unit.isEmpty ? range : range + " " + unit
  }
}
