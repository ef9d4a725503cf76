internal import AtlasModel

extension Declarations.Question {
  /// The question in plain words.
  var words: String { rawValue.split(separator: "_").joined(separator: " ") }
}

/// Plain words for the levels of what a good asks.
enum LevelWords {
  static let connectivity = [
    "works offline", "syncs now and then", "intermittent connection", "regular connection",
    "always-on broadband",
  ]
  static let literacy = ["none", "icons", "basic reading", "digital skill", "specialist"]
  static let device = ["none", "feature phone", "entry smartphone", "PC or tablet", "server"]
  static let power = [
    "none", "occasional charging", "daily charging", "steady site power", "data centre",
  ]
  static let sensitivity = [
    "no personal data", "accounts", "ordinary personal data",
    "health, money, child or location data", "biometric data or national scale",
  ]
  static let declaredSensitivity = [
    "no personal data", "account, device or usage data", "ordinary personal data",
    "health, money, child, location or identity data", "biometric data",
  ]
  static let institutional = [
    "just use it", "a small team", "a unit", "a ministry programme",
    "national infrastructure with law",
  ]

  /// A level with its words, such as `3 of 4: regular connection`.
  static func describe(_ level: Int, _ words: [String]) -> String {
    "\(level) of 4" + (words.indices.contains(level) ? ": " + words[level] : "")
  }
}

/// Plain words for tokens of the dataset: hyphens become spaces.
public func spaced(_ token: String) -> String {
  String(token.map { $0 == "-" || $0 == "_" ? " " : $0 })
}
