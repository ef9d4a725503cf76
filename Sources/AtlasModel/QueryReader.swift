/// A value as it stands in the text of a query.
struct QueryToken: Sendable {
  var text: String
  var range: Range<Int>
  var isQuoted: Bool
}

/// Walks the characters of a query.
struct QueryReader: Sendable {
  private let characters: [Character]
  private(set) var position = 0

  init(_ text: String) {
    characters = Array(text)
  }

  var peek: Character? { position < characters.count ? characters[position] : nil }

  private func isSpace(_ offset: Int) -> Bool {
    characters[offset].unicodeScalars.allSatisfy(QueryText.isSpace)
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
    return String(characters[start..<position])
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
      let pair = String(characters[offset...offset + 1])
      if pair.count == 2, let found = Query.Comparison(rawValue: pair) { return found }
    }
    return Query.Comparison(rawValue: String(characters[offset]))
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
        let text = String(characters[start..<position])
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
    var text = ""
    while let next = peek {
      position += 1
      if next == "\"" { return text }
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
