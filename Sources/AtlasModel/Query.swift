/// A filter over the rows of one table: clauses and free words that must all hold.
///
/// Three-valued: a clause about a figure that is not known is neither true nor false, and its
/// negation is not true either. Unknown is not zero; `field:unknown` finds the rows without it.
public struct Query: Sendable, Equatable {
  /// The table that a query is about.
  public enum Subject: String, Sendable, CaseIterable {
    /// Countries.
    case countries
    /// Goods.
    case goods
    /// Indicators.
    case indicators
    /// Sources.
    case sources
    /// Measures.
    case measures
  }

  /// How a clause compares.
  public enum Comparison: String, Sendable, CaseIterable {
    /// Text contains the value; anything else equals it.
    case has = ":"
    /// Equal.
    case equal = "="
    /// Not equal.
    case notEqual = "!="
    /// Less.
    case less = "<"
    /// Less or equal.
    case atMost = "<="
    /// Greater.
    case greater = ">"
    /// Greater or equal.
    case atLeast = ">="

    /// Whether the comparison asks for an order.
    public var isOrder: Bool {
      switch self {
      case .has, .equal, .notEqual: false
      case .less, .atMost, .greater, .atLeast: true
      }
    }
  }

  /// What a clause compares with.
  public enum Value: Sendable, Equatable {
    /// A number.
    case number(Double)
    /// Any of these words or texts.
    case texts([String])
    /// That nothing is known.
    case unknown
  }

  /// What one term asks.
  public enum Condition: Sendable, Equatable {
    /// The row's text holds this word or phrase.
    case words(String)
    /// A field of the row, by canonical name, compares so with a value.
    case clause(field: String, Comparison, Value)
  }

  /// One condition, or the opposite of one.
  public struct Term: Sendable, Equatable {
    /// Whether the opposite is asked.
    public var isNegated: Bool
    /// What is asked.
    public var condition: Condition

    /// Makes a term.
    public init(_ condition: Condition, isNegated: Bool = false) {
      self.condition = condition
      self.isNegated = isNegated
    }
  }

  /// The terms, all of which must hold; none finds every row.
  public var terms: [Term]

  /// Makes a query of terms.
  public init(_ terms: [Term] = []) {
    self.terms = terms
  }

  /// Whether a clause of the query is about a field.
  public func mentions(_ field: String) -> Bool {
    terms.contains { term in
      if case .clause(field, _, _) = term.condition { true } else { false }
    }
  }
}

extension Query: CustomStringConvertible {
  /// The canonical text, which parses back to the same query.
  public var description: String { terms.map(\.description).joined(separator: " ") }
}

extension Query.Term: CustomStringConvertible {
  /// The canonical text of one term.
  public var description: String {
    let sign = isNegated ? "-" : ""
    switch condition {
    case .words(let text): return sign + QueryText.word(text)
    case .clause(let field, let comparison, let value):
      return sign + field + comparison.rawValue + QueryText.value(value)
    }
  }
}

/// Quoting of values in the text of a query.
enum QueryText {
  static func word(_ text: String) -> String {
    let plain = !text.isEmpty && text != "-" && text != "!"
    let mustQuote = text.unicodeScalars.contains {
      isSpecial($0) || ":=<>".unicodeScalars.contains($0)
    }
    let leads = text.hasPrefix("-") || text.hasPrefix("!") || text.contains("!=")
    return plain && !mustQuote && !leads ? text : quoted(text)
  }

  static func value(_ value: Query.Value) -> String {
    switch value {
    case .number(let number): NumberText.raw(number)
    case .unknown: "unknown"
    case .texts(let texts): texts.map(element).joined(separator: ",")
    }
  }

  private static func element(_ text: String) -> String {
    let mustQuote = text.unicodeScalars.contains {
      isSpecial($0) || ":=<>".unicodeScalars.contains($0)
    }
    let leads = text.hasPrefix("!") || text.lowercased() == "unknown"
    return text.isEmpty || mustQuote || leads ? quoted(text) : text
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { result.unicodeScalars.append("\\") }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }

  static func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
    isSpace(scalar) || scalar == "\"" || scalar == "," || scalar == "\\"
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace
  }
}
