/// Keeps what was said, for whoever asks again; safe to use from several threads.
public protocol SaidTexts: Sendable {
  /// What was said for a text; nil if it is not kept.
  func said(_ text: String) -> String?
  /// Keeps what was said for a text, as long as it likes.
  func keep(_ said: String, for text: String)
}

/// Says in another language what the program says in English.
///
/// The key of a text is its English; `{0}` and `{1}` stand for what is put in. A text is looked up as
/// it is, then among the texts with places, then part by part; what nobody translated stays.
public final class Translator: Sendable {
  /// The translator of whoever asks; nil is English, which costs nothing.
  @TaskLocal public static var current: Translator?

  /// A text with places and its translation.
  struct Entry: Sendable {
    var template: TextTemplate
    var translation: TextTemplate
  }

  /// What one translation has found out of its parts, which many ways of cutting come upon.
  final class Memo {
    var found: [String: String?] = [:]
  }

  /// The language that it speaks.
  public let language: Language
  private let kept: (any SaidTexts)?
  private let exact: [String: String]
  /// First and last words of the texts without places, in small letters.
  private let firstWords: Set<String>
  private let lastWords: Set<String>
  let entries: [Entry]
  let byAnchor: [String: [Int]]
  let unanchored: [Int]

  /// What every command begins with.
  static let command = "dpg-atlas "

  /// Fewest letters with which a template is believed whatever stands at its places.
  static let sureWeight = 9

  /// Reads pairs of English and translation; a pair without a translation, or with other places
  /// than the English, is passed over.
  ///
  /// - Parameters:
  ///   - language: The language.
  ///   - pairs: English and translation.
  ///   - kept: Where what was said is kept, for a screen that says most of it at every key; nil for nowhere.
  public init(
    _ language: Language = .english, pairs: [(String, String)], kept: (any SaidTexts)? = nil
  ) {
    self.language = language
    self.kept = kept
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
    guard let kept else { return known(text, Memo()) ?? text }
    if let said = kept.said(text) { return said }
    let said = known(text, Memo()) ?? text
    kept.keep(said, for: text)
    return said
  }

  /// Takes a text for one that is said already; without a place to keep it, it may be said again.
  public func keep(_ text: String) { kept?.keep(text, for: text) }

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
    // A command is typed as it stands.
    guard TextBytes.hasWord(text), !text.hasPrefix(Self.command) else { return nil }
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
}
