public import AtlasModel
public import AtlasScreen

/// A text with what stands out in it: the opening severity of a flag, citations, web addresses.
public struct RichText: Sendable, Equatable {
  /// How a part stands out.
  public enum Look: Sendable, Equatable {
    /// Set in bold.
    case strong
    /// The number of a source in brackets.
    case citation(Int)
    /// A web address that may be followed.
    case address
  }

  /// A part of the text.
  public struct Span: Sendable, Equatable {
    /// Its bytes in UTF-8.
    public var bytes: Range<Int>
    /// How it stands out.
    public var look: Look
  }

  /// The text, free of control characters, the severity with its sign.
  public var text: String
  /// The parts, in order.
  public var spans: [Span] = []
  /// The severity of a flag that the text opens with; nil for none.
  public var severity: Severity?

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - text: The text as a document has it.
  ///   - sources: Numbers of the sources that it may cite.
  ///   - mayBeFlag: Whether it may open with the severity of a flag, as paragraphs and points do.
  public init(_ text: String, sources: Set<Int>, mayBeFlag: Bool = false) {
    self.text = PlainText.clean(text)
    if mayBeFlag, let opening = Self.opening(of: self.text) {
      severity = opening.severity
      self.text = "\(opening.sign) \(self.text)"
      let length = opening.sign.utf8.count + 1 + opening.words.utf8.count
      spans.append(Span(bytes: 0..<length, look: .strong))
    }
    var rest = self.text[...]
    while let (range, look) = Self.link(in: rest, sources: sources) {
      let start = self.text.utf8.distance(from: self.text.startIndex, to: range.lowerBound)
      let length = self.text.utf8.distance(from: range.lowerBound, to: range.upperBound)
      spans.append(Span(bytes: start..<(start + length), look: look))
      rest = rest[range.upperBound...]
    }
  }

  /// The severity of a flag that a text opens with.
  struct Opening: Equatable {
    /// The severity, at its worst where it is not assessed.
    var severity: Severity
    /// Its sign, that of *not assessed* where it is.
    var sign: String
    /// The words that name it.
    var words: String
  }

  /// What a text opens with: `high: ...`, or as a point of a list `high P3 ...` and
  /// `none to high (not assessed) P3 ...`.
  static func opening(of text: String) -> Opening? {
    if let translator = Translator.current, let opening = translator.opening(of: text) {
      return opening
    }
    let words = text.split(separator: " ", maxSplits: 6)
    let glyphs = Glyphs.unicode
    guard words.count > 1 else { return nil }
    if words[0].last == ":", let severity = Severity(word: String(words[0].dropLast())) {
      return severity > .none
        ? Opening(severity: severity, sign: glyphs.sign(of: severity), words: severity.word) : nil
    }
    func isFlag(_ place: Int) -> Bool {
      words.count > place && FlagID(rawValue: String(words[place])) != nil
    }
    if isFlag(1), let severity = Severity(word: String(words[0])), severity > .none {
      return Opening(severity: severity, sign: glyphs.sign(of: severity), words: severity.word)
    }
    guard isFlag(5), words[1] == "to", words[3] == "(not", words[4] == "assessed)",
      let severity = Severity(word: String(words[2]))
    else { return nil }
    return Opening(
      severity: severity, sign: glyphs.notAssessed, words: words[..<5].joined(separator: " "))
  }

  /// The first citation or web address in a text.
  static func link(
    in text: Substring, sources: Set<Int>
  ) -> (range: Range<String.Index>, look: Look)? {
    var index = text.startIndex
    while let start = text[index...].firstIndex(where: { $0 == "[" || $0 == "h" }) {
      if text[start] == "[" {
        let digits = text[start...].dropFirst().prefix { $0.isASCII && $0.isNumber }
        if digits.count < 6, let number = Int(digits), sources.contains(number),
          digits.endIndex < text.endIndex, text[digits.endIndex] == "]"
        {
          return (start..<text.index(after: digits.endIndex), .citation(number))
        }
      } else if text[start...].hasPrefix("http://") || text[start...].hasPrefix("https://") {
        var address = text[start...].prefix { !" <>\"|".contains($0) }
        while let last = address.last, ".,;:)]".contains(last) { address.removeLast() }
        if HTMLText.isWebAddress(String(address)) {
          return (start..<address.endIndex, .address)
        }
      }
      index = text.index(after: start)
    }
    return nil
  }
}

extension Glyphs {
  /// The sign of a severity.
  public func sign(of severity: Severity) -> String {
    switch severity {
    case .none: severityNone
    case .low: severityLow
    case .moderate: severityModerate
    case .high: severityHigh
    case .critical: severityCritical
    }
  }
}
