public import AtlasModel

/// One cell of a table: a typed value and where it came from.
public struct ReportCell: Sendable, Equatable {
  /// What a cell holds.
  public enum Value: Sendable, Equatable {
    /// Text.
    case text(String)
    /// A number, with the decimals that people are shown.
    case number(Double, decimals: Int)
    /// A whole number.
    case integer(Int)
    /// A year, or a range of years as published.
    case year(String)
    /// Several texts.
    case list([String])
    /// Yes, no or unknown.
    case answer(Answer)
    /// The number of a source in the list at the end of a document.
    case citation(Int)
    /// Not known, which is not zero.
    case missing
  }

  /// What the cell holds.
  public var value: Value
  /// Year that the value describes.
  public var year: String?
  /// How the value came about.
  public var status: ValueStatus?
  /// Id of the source of the value.
  public var source: String?
  /// Place in an order of words, such as of income groups; nil sorts by the value itself.
  public var order: Int?

  /// Makes a cell.
  public init(
    _ value: Value, year: String? = nil, status: ValueStatus? = nil, source: String? = nil,
    order: Int? = nil
  ) {
    self.value = value
    self.year = year
    self.status = status
    self.source = source
    self.order = order
  }

  /// A cell of text; empty text is missing.
  public static func text(_ text: String, order: Int? = nil) -> ReportCell {
    ReportCell(text.isEmpty ? .missing : .text(text), order: order)
  }

  /// A cell of several texts; none is missing.
  public static func list(_ texts: [String]) -> ReportCell {
    ReportCell(texts.isEmpty ? .missing : .list(texts))
  }

  /// A cell of a known yes or no.
  public static func flag(_ flag: Bool) -> ReportCell {
    ReportCell(.answer(flag ? .yes : .no))
  }

  /// A cell of an observation, with its year, status and source.
  public static func figure(_ observation: Observation?, decimals: Int) -> ReportCell {
    guard let observation, observation.value.isFinite else { return ReportCell(.missing) }
    return ReportCell(
      .number(observation.value, decimals: decimals), year: NumberText.year(observation.year),
      status: observation.status, source: observation.source)
  }

  /// A cell of a text-valued fact, with its year and source.
  public static func fact(_ fact: Fact?) -> ReportCell {
    guard let fact, !fact.value.isEmpty else { return ReportCell(.missing) }
    return ReportCell(
      .text(fact.value), year: fact.year.isEmpty ? nil : fact.year, source: fact.source)
  }

  /// Whether the cell holds nothing known.
  public var isMissing: Bool {
    switch value {
    case .missing, .answer(.unknown): true
    default: false
    }
  }

  /// The value for people, free of control characters; `unknown` where it is missing.
  public var peopleText: String {
    switch value {
    case .text(let text), .year(let text): PlainText.clean(text)
    case .number(let number, let decimals): NumberText.people(number, decimals: decimals)
    case .integer(let number): NumberText.grouped(number)
    case .list(let texts): PlainText.clean(texts.joined(separator: ", "))
    case .answer(let answer): Translator.said(answer.rawValue)
    case .citation(let number): "[\(number)]"
    case .missing: Translator.said("unknown")
    }
  }

  /// The value for programs; empty where it is missing.
  public var rawText: String {
    switch value {
    case .text(let text), .year(let text): PlainText.clean(text)
    case .number(let number, _): NumberText.raw(number)
    case .integer(let number), .citation(let number): String(number)
    case .list(let texts): PlainText.clean(texts.joined(separator: ";"))
    case .answer(let answer): answer == .unknown ? "" : answer.rawValue
    case .missing: ""
    }
  }

  /// The value as JSON; null where it is missing.
  public var json: JSONValue {
    switch value {
    case .text(let text): .string(text)
    case .year(let text): Int(text).map(JSONValue.integer) ?? .string(text)
    case .number(let number, _): .number(number)
    case .integer(let number), .citation(let number): .integer(number)
    case .list(let texts): .array(texts.map(JSONValue.string))
    case .answer(.yes): .bool(true)
    case .answer(.no): .bool(false)
    case .answer(.unknown), .missing: .null
    }
  }

  /// Whether the value came from data as text and could pose as a formula of a spreadsheet.
  var isFormulaLike: Bool {
    let text: String
    switch value {
    case .text(let value), .year(let value): text = value
    case .list(let texts): text = texts.first ?? ""
    default: return false
    }
    // What is removed in cleaning must not uncover a formula, so both ends of it are looked at. The
    // wide forms of = + - @ count as the plain ones in some spreadsheets.
    let leads = [text, PlainText.clean(text)].compactMap(\.unicodeScalars.first)
    let signs = "=+-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars
    return leads.contains { signs.contains($0) }
  }
}
