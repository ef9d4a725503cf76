/// A field that a query can ask about.
public struct QueryField: Sendable {
  /// What values a field has.
  public enum Kind: Sendable, Equatable {
    /// A number, in a unit.
    case number(unit: String)
    /// One or more of some words; ordered ones can be compared with `<` and `>`.
    case token(values: [String], isOrdered: Bool)
    /// Any text.
    case text
    /// A country, kept as its ISO 3166-1 alpha-3 code.
    case country
    /// A good, kept as its id.
    case good
  }

  /// What a row has in a field.
  enum Reading: Sendable {
    case missing
    case number(Double)
    case texts([String])

    static func text(_ text: String) -> Reading { text.isEmpty ? .missing : .texts([text]) }

    static func answer(_ answer: Answer) -> Reading {
      answer == .unknown ? .missing : .texts([answer.rawValue])
    }

    static func flag(_ flag: Bool) -> Reading { .texts([flag ? "yes" : "no"]) }
  }

  /// Canonical name, such as `internet-users`.
  public var name: String
  /// Other accepted names, such as `internet`.
  public var aliases: [String]
  /// What the field means, one sentence.
  public var documentation: String
  /// What values it has.
  public var kind: Kind
  /// Words that stand for one or more values.
  var shorthands: [String: [String]] = [:]
  /// Reads the field of a row.
  let read: @Sendable (Catalog, Int) -> Reading

  init(
    _ name: String, _ aliases: [String] = [], _ documentation: String, _ kind: Kind,
    shorthands: [String: [String]] = [:], _ read: @escaping @Sendable (Catalog, Int) -> Reading
  ) {
    self.name = name
    self.aliases = aliases
    self.documentation = documentation
    self.kind = kind
    self.shorthands = shorthands
    self.read = read
  }

  static let answers = Kind.token(values: ["yes", "no"], isOrdered: false)

  /// The values to offer in a message; empty for free text.
  public var expectedValues: [String] {
    switch kind {
    case .number(let unit): [unit.isEmpty ? "a number" : "a number (\(unit))", "unknown"]
    case .token(let values, _): values + ["unknown"]
    case .text: []
    case .country: ["a country name or ISO code"]
    case .good: ["a good's id or name"]
    }
  }
}
