/// A value as it stands in the text of a query.
struct QueryToken: Sendable {
  var text: String
  var range: Range<Int>
  var isQuoted: Bool
}

/// Walks the scalars of a query.
///
/// Not its characters: an accent behind a quote would hide the quote. Ranges are of scalars until
/// `characterRange` turns them into what a person counts.
struct QueryReader: Sendable {
  private let characters: [Unicode.Scalar]
  private let characterOffsets: [Int]
  private(set) var position = 0

  init(_ text: String) {
    characters = Array(text.unicodeScalars)
    characterOffsets = text.enumerated().flatMap { offset, character in
      Array(repeating: offset, count: character.unicodeScalars.count)
    }
  }

  /// A range of scalars as the range of the characters that hold them.
  func characterRange(_ range: Range<Int>) -> Range<Int> {
    let end = (characterOffsets.last ?? -1) + 1
    func offset(_ scalar: Int) -> Int {
      characterOffsets.indices.contains(scalar) ? characterOffsets[scalar] : end
    }
    guard !range.isEmpty else { return offset(range.lowerBound)..<offset(range.lowerBound) }
    return offset(range.lowerBound)..<offset(range.upperBound - 1) + 1
  }

  var peek: Unicode.Scalar? { position < characters.count ? characters[position] : nil }

  private func isSpace(_ offset: Int) -> Bool {
    QueryText.isSpace(characters[offset])
  }

  /// Whether anything is left after spaces.
  mutating func skipSpaces() -> Bool {
    while position < characters.count, isSpace(position) { position += 1 }
    return position < characters.count
  }

  /// Steps over one character if nothing was read since `start`, so that reading always ends.
  mutating func advance(past start: Int) {
    if position == start { position += 1 }
  }

  mutating func takeNegation() -> Bool {
    guard let sign = peek, sign == "-" || sign == "!", position + 1 < characters.count,
      !isSpace(position + 1), !(sign == "!" && characters[position + 1] == "=")
    else { return false }
    position += 1
    return true
  }

  /// Characters up to a space or an operator.
  mutating func bare() -> String {
    let start = position
    while position < characters.count, !isSpace(position), comparison(at: position) == nil {
      position += 1
    }
    return text(start..<position)
  }

  private func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: characters[range])
    return String(view)
  }

  /// An operator here or, after a name, behind spaces.
  mutating func takeComparison(afterName: Bool) -> Query.Comparison? {
    var offset = position
    if afterName {
      while offset < characters.count, isSpace(offset) { offset += 1 }
    }
    guard offset < characters.count, let found = comparison(at: offset) else { return nil }
    position = offset + found.rawValue.count
    return found
  }

  private func comparison(at offset: Int) -> Query.Comparison? {
    if offset + 1 < characters.count {
      let pair = text(offset..<offset + 2)
      if let found = Query.Comparison(rawValue: pair) { return found }
    }
    return Query.Comparison(rawValue: text(offset..<offset + 1))
  }

  /// One or more values separated by commas.
  mutating func values(after comparison: Query.Comparison) throws(QueryProblem) -> [QueryToken] {
    let before = position - comparison.rawValue.count
    _ = skipSpaces()
    var values: [QueryToken] = []
    while true {
      let start = position
      if peek == "\"" {
        let text = try quoted()
        values.append(QueryToken(text: text, range: start..<position, isQuoted: true))
      } else {
        while let next = peek, next != ",", !isSpace(position) { position += 1 }
        guard position > start else {
          throw QueryProblem(
            range: before..<position, message: "a value is missing after `\(comparison.rawValue)`",
            expected: ["a value"])
        }
        let text = text(start..<position)
        values.append(QueryToken(text: text, range: start..<position, isQuoted: false))
      }
      guard peek == "," else { break }
      position += 1
    }
    try expectEnd()
    return values
  }

  /// The text between two quotes; a backslash keeps the character behind it.
  mutating func quoted() throws(QueryProblem) -> String {
    let start = position
    position += 1
    var text = String.UnicodeScalarView()
    while let next = peek {
      position += 1
      if next == "\"" { return String(text) }
      if next == "\\", let kept = peek {
        text.append(kept)
        position += 1
      } else {
        text.append(next)
      }
    }
    throw QueryProblem(
      range: start..<position, message: "the quotes are not closed", expected: ["\""])
  }

  /// Throws unless a space or the end follows; the rest of the term is skipped.
  mutating func expectEnd() throws(QueryProblem) {
    let start = position
    while position < characters.count, !isSpace(position) { position += 1 }
    guard position == start else {
      throw QueryProblem(
        range: start..<position, message: "a space is missing before this", expected: ["a space"])
    }
  }
}
