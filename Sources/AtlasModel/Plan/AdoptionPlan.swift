/// What people chose for a country: goods with measures and notes, what they know better, parameters.
///
/// A plan is small and versioned text (`PlanText`); everything that is shown of it is worked out again.
public struct AdoptionPlan: Sendable, Equatable {
  /// One chosen good.
  public struct Choice: Sendable, Equatable {
    /// Id of the good.
    public var good: String
    /// Ids of the measures taken for it, in the order in which they were taken.
    public var measures: [String]
    /// Why it goes ahead although a high or critical flag is open; empty if nobody said so.
    public var note: String

    /// Makes a choice.
    public init(good: String, measures: [String] = [], note: String = "") {
      self.good = good
      self.measures = measures
      self.note = note
    }
  }

  /// A month of a year.
  public struct Month: Sendable, Equatable {
    /// Year, 1900 to 2200.
    public var year: Int
    /// Month, 1 to 12.
    public var month: Int

    /// Reads `2027-01`; nil for anything else.
    public init?(_ text: String) {
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
        let year = Int(parts[0]), let month = Int(parts[1]), (1900...2200).contains(year),
        (1...12).contains(month)
      else { return nil }
      self.year = year
      self.month = month
    }

    /// The month some months later, as `2027-01`.
    public func text(after months: Int = 0) -> String {
      let all = year * 12 + month - 1 + months
      let number = all % 12 + 1
      return "\(all / 12)-\(number < 10 ? "0" : "")\(number)"
    }
  }

  /// Name for people; empty while it has none.
  public var name = ""
  /// ISO 3166-1 alpha-3 code of the country.
  public var iso3: String
  /// The month in which work begins; nil counts months from 1.
  public var start: Month?
  /// The goods, each once.
  public var choices: [Choice] = []
  /// What people say of building blocks, over what is on record.
  public var standings: [String: BlockStanding] = [:]
  /// Months that a phase or a building block takes, over what is on record.
  public var durations: [String: Interval] = [:]
  /// Rules of thumb and amounts with a value of their own, by id.
  public var sizes: [String: Double] = [:]

  /// Starts a plan for a country.
  public init(iso3: String, choices: [Choice] = []) {
    self.iso3 = iso3
    self.choices = choices
  }
}

/// How far a building block is there.
public enum BlockStanding: String, Sendable, CaseIterable {
  /// It can be built on.
  case inPlace = "in-place"
  /// Begun, or too weak for what the goods ask.
  case partly
  /// It is not there.
  case missing
  /// No table says; ask in the country.
  case unknown

  /// Words for people.
  public var words: String {
    switch self {
    case .inPlace: "in place"
    case .partly: "partly"
    case .missing: "missing"
    case .unknown: "not on record"
    }
  }
}
