/// The value of an indicator for a country and year, with where it came from.
public struct Observation: Sendable, Equatable {
  /// The value, in the indicator's unit.
  public var value: Double
  /// The year it describes.
  public var year: Int
  /// How it came about.
  public var status: ValueStatus
  /// Id of its source.
  public var source: String

  /// Makes an observation.
  public init(value: Double, year: Int, status: ValueStatus, source: String) {
    self.value = value
    self.year = year
    self.status = status
    self.source = source
  }
}

/// Yearly values of one indicator for one country, gaps kept as gaps.
public struct Series: Sendable, Equatable {
  /// One yearly value.
  public struct Point: Sendable, Equatable {
    /// The year.
    public var year: Int
    /// The value, in the indicator's unit.
    public var value: Double
    /// How it came about.
    public var status: ValueStatus
    /// Id of its source.
    public var source: String

    /// Makes a point.
    public init(year: Int, value: Double, status: ValueStatus, source: String) {
      self.year = year
      self.value = value
      self.status = status
      self.source = source
    }
  }

  /// The points, oldest first, at most one a year.
  public var points: [Point]

  /// Makes a series from points in order of year.
  public init(points: [Point]) {
    self.points = points
  }
}

/// A text-valued fact about a country, such as whether a law is enacted.
public struct Fact: Sendable, Equatable {
  /// The value, one of the attribute's tokens or free text.
  public var value: String
  /// The year it describes; a range such as `2024-2025` is kept as published.
  public var year: String
  /// Id of its source.
  public var source: String

  /// Makes a fact.
  public init(value: String, year: String, source: String) {
    self.value = value
    self.year = year
    self.source = source
  }
}

/// The meaning of a text-valued fact.
public struct Attribute: Sendable, Equatable {
  /// Stable id, such as `data-protection-law`.
  public var id: String
  /// Plain name.
  public var name: String
  /// Tokens it may hold; empty for free text.
  public var values: [String]
  /// The part of the profile it belongs to.
  public var group: String
  /// What it means.
  public var meaning: String

  /// Makes an attribute.
  public init(id: String, name: String, values: [String], group: String, meaning: String) {
    self.id = id
    self.name = name
    self.values = values
    self.group = group
    self.meaning = meaning
  }

  /// Whether it may hold any words, such as the name of a system.
  public var isFree: Bool { values.isEmpty || values == ["*"] }

  /// Whether it may hold a value: one of its tokens, or any words where it has none.
  public func admits(_ value: String) -> Bool {
    isFree ? !value.isEmpty : values.contains(value)
  }
}
