/// The few colours that a theme's roles share.
struct Palette {
  var dim, accent, link, border: UInt32
  var good, low, moderate, high, critical: UInt32
  var safeguards, prepare, unknown: UInt32
  var barEmpty, sea, land: UInt32
  /// Classes of a map from the lowest values to the highest.
  var map1, map2, map3, map4, map5: UInt32
  var selectionText, selection: UInt32
  var selectionDimText, selectionDim: UInt32
  var statusText, status: UInt32
  /// Plain text; nil is the terminal's own colour.
  var text: UInt32?

  /// The look of a role in these colours.
  func style(for role: Role) -> Style {
    switch role {
    case .text, .input: look(text)
    case .dim, .hint: look(dim)
    case .strong: look(text, .bold)
    case .title: look(accent, .bold)
    case .heading: look(accent, .bold, plain: [.bold, .underline])
    case .accent: look(accent, plain: .bold)
    case .link: look(link, .underline)
    case .border: look(border)
    case .borderFocused: look(accent, plain: .bold)
    case .header: look(dim, .bold, plain: .underline)
    case .headerSorted: look(accent, [.bold], plain: [.bold, .underline])
    case .selection: look(selectionText, on: selection, .bold, plain: .reverse)
    case .selectionDim: look(selectionDimText, on: selectionDim, plain: .underline)
    case .hintKey: look(accent, .bold)
    case .statusBar: look(statusText, on: status, plain: .reverse)
    case .message: look(text)
    case .error: look(critical, .bold)
    case .warning: look(moderate, .bold)
    case .good: look(good)
    case .severityNone: look(dim)
    case .severityLow: look(low)
    case .severityModerate: look(moderate)
    case .severityHigh: look(high, plain: .bold)
    case .severityCritical: look(critical, .bold)
    case .notAssessed, .unknownValue, .verdictUnknown: look(unknown)
    case .verdictAdopt: look(good, .bold)
    case .verdictSafeguards: look(safeguards, .bold, plain: [])
    case .verdictPrepare: look(prepare, plain: [])
    case .verdictNotNow: look(high, plain: .dim)
    case .bar: look(accent)
    case .barEmpty: look(barEmpty, plain: .dim)
    case .barMarker: look(text, .bold)
    case .sea: look(sea, plain: .dim)
    case .land: look(land)
    case .mapClass1: look(map1)
    case .mapClass2: look(map2)
    case .mapClass3: look(map3)
    case .mapClass4: look(map4)
    case .mapClass5: look(map5)
    }
  }

  private func look(
    _ foreground: UInt32?, on background: UInt32? = nil, _ attributes: Style.Attributes = [],
    plain: Style.Attributes? = nil
  ) -> Style {
    Style(
      foreground: foreground.map(ColorValue.init), background: background.map(ColorValue.init),
      attributes: attributes, plain: plain)
  }
}
