// Texts with places for what is put in.
extension Translator {
  /// A text that fits a template, with what stands at its places said too.
  ///
  /// - Parameter isSure: Whether only templates with enough letters of their own count.
  func templated(_ text: String, isSure: Bool, _ memo: Memo) -> String? {
    if let match = match(text, isSure: isSure, memo) { return filled(match) }
    guard isSure, let small = Self.lowered(text),
      let match = match(small, isSure: true, memo)
    else { return nil }
    let said = filled(match)
    return said.prefix(1).uppercased() + said.dropFirst()
  }

  /// A text with a small first letter; nil where it begins with none that could be a large one.
  private static func lowered(_ text: String) -> String? {
    guard let first = text.first, first.isASCII, first.isUppercase,
      text.dropFirst().first?.isLowercase == true
    else { return nil }
    return first.lowercased() + text.dropFirst()
  }

  /// A template that a text fits.
  struct Match {
    var entry: Entry
    /// What stands at its places.
    var captures: [String]
    /// The same in the other language; nil where it is not known.
    var said: [String?]
  }

  /// The surest template that a text fits.
  func match(_ text: String, isSure: Bool, _ memo: Memo) -> Match? {
    let bytes = Array(text.utf8)
    var candidates = Set(unanchored)
    for word in TextBytes.words(bytes[...]) {
      if let found = byAnchor[String(decoding: word, as: UTF8.self)] {
        candidates.formUnion(found)
      }
    }
    // Sentences are cut apart before one template is laid over several of them.
    let isLong = TextParts(text, ". ").texts.count > 1 || text.contains("; ")
    for index in candidates.sorted() {
      let template = entries[index].template
      guard isSure == (template.weight >= Self.sureWeight) else { continue }
      if isLong, !template.hasSentences { continue }
      guard let ranges = template.captures(bytes) else { continue }
      let captures = ranges.map { String(decoding: bytes[$0], as: UTF8.self) }
      guard captures.allSatisfy({ TextBytes.isBalanced($0) }) else { continue }
      let said = captures.map { known($0, memo) }
      if isSure || zip(captures, said).allSatisfy({ $1 != nil || Self.isPlain($0) }) {
        return Match(entry: entries[index], captures: captures, said: said)
      }
    }
    return nil
  }

  /// Whether a part that is not known is a number or a name, which may stand in a short template.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.first else { return false }
    return !TextBytes.hasWord(text) || first.isUppercase && text.utf8.count < 40
  }

  private func filled(_ match: Match) -> String {
    let places = match.entry.template.places
    var result = ""
    for piece in match.entry.translation.pieces {
      switch piece {
      case .literal(let bytes): result += String(decoding: bytes, as: UTF8.self)
      case .place(let number):
        guard let place = places.firstIndex(of: number) else { continue }
        result += match.said[place] ?? match.captures[place]
      }
    }
    return result
  }
}
