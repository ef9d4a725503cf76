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
      let allowsNames = template.weight >= Self.namesWeight
      if isSure && Self.isBelieved(template, captures, said)
        || !isSure
          && zip(captures, said).allSatisfy({
            $1 != nil || Self.isPlain($0) || allowsNames && Self.isName($0)
          })
      {
        return Match(entry: entries[index], captures: captures, said: said)
      }
    }
    return nil
  }

  /// Whether a template says enough of a text to be believed whatever stands at its places: where it is
  /// short, much more that nobody translated, or a joint in it, is better cut first.
  private static func isBelieved(
    _ template: TextTemplate, _ captures: [String], _ said: [String?]
  ) -> Bool {
    guard template.weight < longWeight else { return true }
    func letters(_ text: String) -> Int { text.utf8.count { TextBytes.isLetter($0) } }
    let hasJoint = captures.contains { capture in
      letters(capture) > template.weight
        && [": ", "; ", ". "].contains { TextParts(capture, $0).texts.count > 1 }
    }
    guard !hasJoint else { return false }
    let open = zip(captures, said).filter { $1 == nil && !Self.isPlain($0) }
    return open.reduce(0) { $0 + letters($1.0) } <= mostOpen * template.weight
  }

  /// Letters of its own from which a template is believed in any case.
  private static let longWeight = 12
  /// Most letters that are not known at the places of a template, for each letter of its own.
  private static let mostOpen = 3

  /// Fewest letters of a short template in which a name that is not known may stand.
  private static let namesWeight = 7

  private static func isName(_ text: String) -> Bool {
    text.first?.isUppercase == true && text.utf8.count < 40
  }

  /// Whether a part that is not known is a number, a code or an id, which may stand in a short
  /// template; a name may not: that of a university is no `{0} of {1}`.
  private static func isPlain(_ text: String) -> Bool {
    guard !text.isEmpty else { return false }
    if text.hasPrefix(command) { return true }
    let parts = TextParts(text, ", ").texts
    if parts.count > 1 { return parts.allSatisfy(isPlain) }
    return !TextBytes.hasWord(text) || !text.contains { $0.isLowercase }
      || text.contains("-") && !text.contains(" ") && !text.contains { $0.isUppercase }
  }

  private func filled(_ match: Match) -> String {
    let places = match.entry.template.places
    var said = match.said
    var result = ""
    // A common word is large only because the English begins with it.
    var begins = false
    if case .place(let number)? = match.entry.template.pieces.first,
      match.entry.translation.pieces.first != .place(number),
      let place = places.firstIndex(of: number), let small = Self.lowered(match.captures[place]),
      let word = single(small), single(match.captures[place]) != nil
    {
      said[place] = word
      begins = true
    }
    // What stands between backticks is typed: it stays.
    var isTyped = false
    for piece in match.entry.translation.pieces {
      switch piece {
      case .literal(let bytes):
        result += String(decoding: bytes, as: UTF8.self)
        if bytes.count(where: { $0 == UInt8(ascii: "`") }) % 2 == 1 { isTyped.toggle() }
      case .place(let number):
        guard let place = places.firstIndex(of: number) else { continue }
        result += isTyped ? match.captures[place] : said[place] ?? match.captures[place]
      }
    }
    return begins ? result.prefix(1).uppercased() + result.dropFirst() : result
  }
}
