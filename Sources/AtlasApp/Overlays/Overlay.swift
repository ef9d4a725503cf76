import AtlasScreen

/// What lies over a view.
public enum Overlay: Sendable {
  /// A list to filter and to choose from.
  case list(ListOverlay)
  /// A line to type.
  case prompt(PromptOverlay)
}

/// A list over a view: type to filter, Enter runs.
public struct ListOverlay: Sendable {
  /// What the list offers.
  enum Kind: Sendable, Equatable {
    case palette, help, columns, formats, colours, recordings
    case measures(country: Int, good: Int)
    case planGate(PlanGate)
  }

  var kind: Kind
  /// Letters typed so far.
  public internal(set) var filter = ""
  var scroll = ScrollState()

  init(_ kind: Kind) { self.kind = kind }

  /// Whether Space turns a row on and off instead of being typed.
  var isChecklist: Bool {
    switch kind {
    case .columns, .measures, .planGate: true
    case .palette, .help, .formats, .colours, .recordings: false
    }
  }
}

/// A row of a list.
struct ListItem: Sendable {
  /// Keys, or a mark.
  var key = ""
  /// What it is.
  var title: String
  /// More about it.
  var detail = ""
  /// Whether it is turned on; nil where it is no switch.
  var isOn: Bool?
  /// What choosing it does; nil for a row that cannot be chosen.
  var call: Call?
  /// Why it cannot be chosen now; nil if it can.
  var reason: String?
}

/// A line of text to type over a view.
public struct PromptOverlay: Sendable {
  /// What is asked.
  var title: String
  /// How to answer.
  var help: String
  /// What is typed.
  var input = InputLine()
  /// The verb that takes the answer, with the words that stand before it.
  var call: Call
  /// The list to come back to; nil for none.
  var list: ListOverlay?

  /// The verb with the answer.
  var answer: Call {
    Call(call.id, call.argument.isEmpty ? input.text : call.argument + " " + input.text)
  }
}
