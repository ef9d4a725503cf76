/// Says in another language what the program says in English.
///
/// The key of a text is its English; `{0}` and `{1}` stand for what is put in. A text is looked up as
/// it is, then among the texts with places, then part by part; what nobody translated stays.
public final class Translator: Sendable {
  /// The translator of whoever asks; nil is English, which costs nothing.
  @TaskLocal public static var current: Translator?

  /// A text with places and its translation.
  private struct Entry: Sendable {
    var template: TextTemplate
    var translation: TextTemplate
  }

  /// What one translation has found out of its parts, which many ways of cutting come upon.
  final class Memo {
    var found: [String: String?] = [:]
  }

  /// The language that it speaks.
  public let language: Language
  private let exact: [String: String]
  /// First and last words of the texts without places, in small letters.
  private let firstWords: Set<String>
  private let lastWords: Set<String>
  private let entries: [Entry]
  private let byAnchor: [String: [Int]]
  private let unanchored: [Int]

  /// Fewest letters with which a template is believed whatever stands at its places.
  private static let sureWeight = 9

  /// Reads pairs of English and translation; a pair without a translation, or with other places
  /// than the English, is passed over.
  public init(_ language: Language = .english, pairs: [(String, String)]) {
    self.language = language
    var exact: [String: String] = [:]
    var entries: [Entry] = []
    for (text, translation) in pairs where !translation.isEmpty && !text.isEmpty {
      guard text.utf8.contains(UInt8(ascii: "{")) else {
        if exact[text] == nil { exact[text] = translation }
        continue
      }
      let entry = Entry(template: TextTemplate(text), translation: TextTemplate(translation))
      guard Set(entry.template.places) == Set(entry.translation.places) else { continue }
      entries.append(entry)
    }
    entries.sort { $0.template.weight > $1.template.weight }
    var byAnchor: [String: [Int]] = [:]
    for (index, entry) in entries.enumerated() {
      byAnchor[entry.template.anchor, default: []].append(index)
    }
    self.exact = exact
    firstWords = Set(exact.keys.map { $0.prefix { $0 != " " }.lowercased() })
    lastWords = Set(
      exact.keys.map { $0.split(separator: " ").last.map { Self.bare($0.lowercased()) } ?? "" })
    self.entries = entries
    self.byAnchor = byAnchor
    unanchored = byAnchor[""] ?? []
  }

  /// The text in the other language; unchanged where nothing of it is known.
  public func translate(_ text: String) -> String {
    known(text, Memo()) ?? text
  }

  /// The parts of a text that nobody translated; for tests of the tables.
  public func unknown(in text: String) -> [String] {
    guard TextBytes.hasWord(text), exact[text] == nil else { return [] }
    if let match = match(text, isSure: true, Memo()) {
      return match.captures.flatMap { unknown(in: $0) }
    }
    for separator in TextParts.loose + [": ", ", "] {
      let parts = TextParts(text, separator)
      if parts.texts.count > 1 { return parts.texts.flatMap { unknown(in: $0) } }
    }
    return known(text, Memo()) == nil ? [text] : []
  }

  /// The text in the other language; nil where nothing of it is known.
  func known(_ text: String, _ memo: Memo) -> String? {
    guard TextBytes.hasWord(text) else { return nil }
    if let found = memo.found[text] { return found }
    // Until it is found out, a text is not known: it is no part of itself.
    memo.found[text] = .some(nil)
    let found =
      single(text) ?? templated(text, isSure: true, memo) ?? tight(text, memo)
      ?? inParts(text, memo)
    memo.found[text] = .some(found)
    return found
  }

  /// A text that is known where single spaces stand for its wider ones.
  private func tight(_ text: String, _ memo: Memo) -> String? {
    guard text.contains("  ") else { return nil }
    let tight = text.split(separator: " ").joined(separator: " ")
    return single(tight) ?? templated(tight, isSure: true, memo)
  }

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

  /// Whether a known text begins with a word.
  func begins(_ word: String) -> Bool { firstWords.contains(word.lowercased()) }

  /// Whether a known text ends with a word.
  func ends(_ word: String) -> Bool { lastWords.contains(Self.bare(word.lowercased())) }

  private static func bare(_ word: String) -> String {
    word.hasSuffix(".") ? String(word.dropLast()) : word
  }

  /// A text that is known as a whole, whatever its first letter.
  func single(_ text: String) -> String? {
    if let translation = exact[text] { return translation }
    if let translation = exact[text + "."] { return Self.withoutStop(translation) }
    if text.utf8.contains(UInt8(ascii: "-")), !text.utf8.contains(UInt8(ascii: " ")),
      let translation = exact[text.map { $0 == "-" ? " " : String($0) }.joined()]
    {
      return translation
    }
    guard let first = text.first, first.isASCII, first.isLetter else { return nil }
    let rest = text.dropFirst()
    if first.isUppercase {
      guard rest.first?.isUppercase != true, let small = exact[first.lowercased() + rest] else {
        return nil
      }
      return small.prefix(1).uppercased() + small.dropFirst()
    }
    guard let large = exact[first.uppercased() + rest] else { return nil }
    let second = large.dropFirst().first
    return second?.isUppercase == true ? large : large.prefix(1).lowercased() + large.dropFirst()
  }

  /// A text with a small first letter; nil where it begins with none that could be a large one.
  private static func lowered(_ text: String) -> String? {
    guard let first = text.first, first.isASCII, first.isUppercase,
      text.dropFirst().first?.isLowercase == true
    else { return nil }
    return first.lowercased() + text.dropFirst()
  }

  /// A template that a text fits.
  private struct Match {
    var entry: Entry
    /// What stands at its places.
    var captures: [String]
    /// The same in the other language; nil where it is not known.
    var said: [String?]
  }

  /// The surest template that a text fits.
  private func match(_ text: String, isSure: Bool, _ memo: Memo) -> Match? {
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
