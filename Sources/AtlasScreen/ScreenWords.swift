/// Says texts in the language of the reader on their way to the screen.
///
/// What cuts, wraps, pads or writes text asks here first, so that views need not know of languages.
public enum ScreenWords {
  /// How texts are said in a language.
  ///
  /// A type of its own: an optimised build of Swift 6.3 finds no metadata for a bare function type as
  /// the value of a task, and stops.
  public struct Voice: Sendable {
    /// Says a text.
    public let say: @Sendable (String) -> String
    /// Is told of a text that is said already, such as a line of a longer one, so that it stays as it is.
    public let keep: @Sendable (String) -> Void

    /// Says texts by a function.
    public init(
      _ say: @escaping @Sendable (String) -> String,
      keep: @escaping @Sendable (String) -> Void = { _ in }
    ) {
      self.say = say
      self.keep = keep
    }
  }

  /// How a text is said; nil leaves it as it is, which costs nothing.
  @TaskLocal public static var translation: Voice?

  /// A text as it is said, with the spaces around it; one that was padded keeps its width if it can.
  public static func said(_ text: String) -> String {
    guard let translation, hasWord(text) else { return text }
    let head = text.prefix { $0 == " " }
    let rest = text.dropFirst(head.count)
    let tail = rest.reversed().prefix { $0 == " " }
    let core = String(rest.dropLast(tail.count))
    let said = translation.say(core)
    guard said != core else { return text }
    let more = said.columns - core.columns
    if tail.count > 1 { return head + said + spaces(max(1, tail.count - more)) }
    return spaces(head.count > 1 ? max(1, head.count - more) : head.count) + said
      + spaces(tail.count)
  }

  /// Lines of a text that was said and then cut: a word at the end of one is not said again by itself.
  ///
  /// A line of one word is left out, since a label may be the same word.
  static func keep(_ lines: [String]) {
    guard let translation else { return }
    for line in lines {
      let words = line.split(separator: " ")
      if words.count > 1 { translation.keep(words.joined(separator: " ")) }
    }
  }

  /// Carries something out with texts as they are, such as what a user typed.
  public static func verbatim<Result>(_ body: () -> Result) -> Result {
    guard translation != nil else { return body() }
    return $translation.withValue(nil, operation: body)
  }

  private static func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

  /// Whether two letters stand side by side; most of what is drawn are signs and numbers.
  private static func hasWord(_ text: String) -> Bool {
    var isAfterLetter = false
    for byte in text.utf8 {
      let isLetter = (0x41...0x5A).contains(byte & 0xDF) && byte < 0x80
      if isLetter, isAfterLetter { return true }
      isAfterLetter = isLetter
    }
    return false
  }
}
