/// One row behind a number: what was read, where, for which year.
public struct Evidence: Sendable, Equatable {
  /// Id of the indicator, attribute or field of the good.
  public var id: String
  /// Plain name.
  public var name: String
  /// Number; nil for text or where nothing is known.
  public var value: Double?
  /// Lower end where only a range is known.
  public var low: Double?
  /// Upper end where only a range is known.
  public var high: Double?
  /// Text value, such as `enacted`; empty for numbers.
  public var text: String
  /// Unit of the number.
  public var unit: String
  /// Year or edition; empty where nothing is known.
  public var year: String
  /// Id of the source; empty where nothing is known.
  public var source: String
  /// How the value came about.
  public var status: ValueStatus

  /// Makes a row.
  public init(
    id: String, name: String, value: Double? = nil, low: Double? = nil, high: Double? = nil,
    text: String = "", unit: String = "", year: String = "", source: String = "",
    status: ValueStatus
  ) {
    self.id = id
    self.name = name
    self.value = value
    self.low = low
    self.high = high
    self.text = text
    self.unit = unit
    self.year = year
    self.source = source
    self.status = status
  }
}
