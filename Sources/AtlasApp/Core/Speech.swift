public import AtlasReport
import AtlasScreen

/// In which language the explorer speaks.
public struct Speech: Sendable {
  /// The language chosen in the explorer or for it; nil where nobody chose.
  public var chosen: Language?
  /// Says texts in that language; nil is English.
  public internal(set) var translator: Translator?
  /// Finds the translator of a language; nil if its texts are not at hand.
  let find: @Sendable (Language) -> Translator?

  /// English, until another language is chosen.
  public init(
    _ language: Language = .english, chosen: Language? = nil,
    find: @escaping @Sendable (Language) -> Translator? = { _ in nil }
  ) {
    self.find = find
    self.chosen = chosen
    translator = language == .english ? nil : find(language)
  }

  /// The language in use.
  public var language: Language { translator?.language ?? .english }

  /// What a command takes to write a file in the language in use; nothing for files of programs.
  func option(_ name: String) -> String {
    let format = name.split(separator: ".").last.flatMap { ExportFormat(rawValue: String($0)) }
    guard let format, format.hasNotes, translator != nil else { return "" }
    return " --language \(language.rawValue)"
  }

  /// Carries something out in a language: what is laid out and drawn speaks it.
  static func speaking<Result>(_ translator: Translator?, _ body: () -> Result) -> Result {
    if translator == nil, Translator.current == nil { return body() }
    return Translator.$current.withValue(translator) {
      ScreenWords.$translation.withValue(
        translator.map { translator in
          ScreenWords.Voice({ translator.translate($0) }, keep: { translator.keep($0) })
        },
        operation: body)
    }
  }
}

extension AppState {
  /// Carries something out in the language of the explorer.
  public func speaking<Result>(_ body: () -> Result) -> Result {
    Speech.speaking(speech.translator, body)
  }

  /// Takes a language by its code.
  mutating func setLanguage(_ code: String) -> Outcome {
    guard let language = Language(rawValue: code) else {
      say(
        "No language is called `\(PlainText.clean(code))`; languages: \(Language.codes).",
        isError: true)
      return .nothing
    }
    let translator = language == .english ? nil : speech.find(language)
    guard language == .english || translator != nil else {
      say("The texts in \(language.name) are not at hand.", isError: true)
      return .nothing
    }
    speech.translator = translator
    speech.chosen = language
    overlay = nil
    // What is laid out from here on is in the new language already.
    speaking { settle() }
    say("Language: \(language.name).")
    return Outcome()
  }
}
