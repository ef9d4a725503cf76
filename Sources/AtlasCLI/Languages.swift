import AtlasApp
import AtlasData
import AtlasReport
import Glibc

/// Which language the program speaks, and its translators.
enum Languages {
  /// The variable that names a language where no option does.
  static let variable = "DPG_ATLAS_LANGUAGE"

  /// The translator of a language; nil for English, for which nothing is read.
  static func translator(_ language: Language) -> Translator? {
    guard language != .english else { return nil }
    do throws(DataError) {
      let names = try BundledStrings.names(language.names) + BundledStrings.properNames()
      return Translator(
        language, pairs: try BundledStrings.pairs(language.rawValue) + names, kept: LatelySaid())
    } catch {
      Output.say("warning: \(error), so English is shown")
      return nil
    }
  }

  /// What the explorer needs to speak a language and to change it.
  static func speech(_ language: Language, chosen: Language? = nil) -> Speech {
    Speech(language, chosen: chosen) { translator($0) }
  }

  /// The language that arguments and the environment of a command ask for.
  ///
  /// Commands give the same bytes under every locale, so that only the option and the variable of the
  /// program count. An unknown name is reported when the options are read.
  static func asked(_ arguments: [String]) -> Language {
    option(arguments).map { Language(rawValue: $0) ?? .english } ?? named ?? .english
  }

  /// The language that the variable of the program names; nil if it names none.
  static var named: Language? { value(variable).flatMap(Language.init(rawValue:)) }

  /// The language of the locale, for the explorer.
  static var ofLocale: Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let locale = value(name) { return Language(locale: locale) ?? .english }
    }
    return .english
  }

  /// What `--language` says.
  private static func option(_ arguments: [String]) -> String? {
    for (place, argument) in arguments.enumerated() {
      if argument == "--" { return nil }
      if argument == "--language", place + 1 < arguments.count { return arguments[place + 1] }
      if argument.hasPrefix("--language=") { return String(argument.dropFirst(11)) }
    }
    return nil
  }

  /// A variable of the environment; nil where it is empty.
  static func value(_ name: String) -> String? {
    guard let text = getenv(name).map({ String(cString: $0) }), !text.isEmpty else { return nil }
    return text
  }
}
