public import AtlasModel

/// A language of the interface.
public enum Language: String, Sendable, CaseIterable {
  /// English, in which the program is written.
  case english = "en"
  /// French.
  case french = "fr"
  /// Spanish.
  case spanish = "es"
  /// Portuguese.
  case portuguese = "pt"
  /// Hindi.
  case hindi = "hi"

  /// Its name in itself.
  public var name: String {
    switch self {
    case .english: "English"
    case .french: "Français"
    case .spanish: "Español"
    case .portuguese: "Português"
    case .hindi: "हिन्दी"
    }
  }

  /// The language in which names of countries go with it.
  public var names: NameLanguage { NameLanguage(rawValue: rawValue) ?? .english }

  /// The codes of all languages, in a line.
  public static var codes: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// The language of a locale such as `fr_SN.UTF-8`; nil for one that the program does not speak.
  public init?(locale: String) {
    let code = locale.prefix { $0.isASCII && $0.isLetter }.lowercased()
    if code == "c" || code == "posix" {
      self = .english
    } else {
      self.init(rawValue: code)
    }
  }
}
