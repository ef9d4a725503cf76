/// What a cell means; a theme decides how that looks.
///
/// Views name roles and never colours, so one drawing serves every theme, and a golden can show
/// the styling as letters.
public enum Role: UInt8, CaseIterable, Sendable {
  case text, dim, strong, title, heading, accent, link
  case border, borderFocused
  case header, headerSorted
  case selection, selectionDim
  case input, hint, hintKey, statusBar
  case message, error, warning, good
  case severityNone, severityLow, severityModerate, severityHigh, severityCritical, notAssessed
  case verdictAdopt, verdictSafeguards, verdictPrepare, verdictNotNow, verdictUnknown
  case bar, barEmpty, barMarker
  case unknownValue
  case sea, land
  case mapClass1, mapClass2, mapClass3, mapClass4, mapClass5

  /// The letter that stands for the role in goldens; no two roles share one.
  public var code: Character {
    switch self {
    case .text: "."
    case .dim: "d"
    case .strong: "s"
    case .title: "T"
    case .heading: "h"
    case .accent: "a"
    case .link: "l"
    case .border: "-"
    case .borderFocused: "="
    case .header: "H"
    case .headerSorted: "O"
    case .selection: "S"
    case .selectionDim: "D"
    case .input: "i"
    case .hint: "t"
    case .hintKey: "k"
    case .statusBar: "_"
    case .message: "m"
    case .error: "E"
    case .warning: "W"
    case .good: "G"
    case .severityNone: "0"
    case .severityLow: "1"
    case .severityModerate: "2"
    case .severityHigh: "3"
    case .severityCritical: "4"
    case .notAssessed: "?"
    case .verdictAdopt: "A"
    case .verdictSafeguards: "F"
    case .verdictPrepare: "P"
    case .verdictNotNow: "N"
    case .verdictUnknown: "U"
    case .bar: "#"
    case .barEmpty: ":"
    case .barMarker: "|"
    case .unknownValue: "u"
    case .sea: "~"
    case .land: "L"
    case .mapClass1: "v"
    case .mapClass2: "w"
    case .mapClass3: "x"
    case .mapClass4: "y"
    case .mapClass5: "z"
    }
  }
}
