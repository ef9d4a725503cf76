import AtlasModel
public import AtlasScreen

/// A verb with everything its faces need: keys, hint, help, documentation, and when it is valid.
public struct Command: Sendable {
  /// What a verb is about, in order of documentation.
  public enum Group: String, Sendable, CaseIterable {
    case moving = "Moving"
    case tables = "Tables"
    case map = "Map and matrix"
    case pairs = "Pairs and plan"
    case whatIf = "What-if"
    case lessons = "Lessons"
    case numbers = "Numbers and files"
    case views = "Views"
    case program = "Program"
  }

  /// Stable verb.
  public let id: CommandID
  /// What it is about.
  public let group: Group
  /// Short imperative title.
  public let title: String
  /// One sentence of help.
  public let help: String
  /// Keys, the first of which is shown; empty for a verb that only palette, logs and other verbs use.
  public let keys: [Key]
  /// Word in the hint bar, at most 12 columns.
  public let hint: String
  /// Views in which it works; empty for all.
  public let views: [ViewKind]
  /// What the verb is about, as documentation names it; empty if it takes no argument.
  public let argument: String
  /// Whether undo goes back before it.
  public let isUndoable: Bool

  init(
    _ id: CommandID, _ group: Group, _ title: String, _ help: String, keys: [Key] = [],
    hint: String, views: [ViewKind] = [], argument: String = "", isUndoable: Bool = false
  ) {
    self.id = id
    self.group = group
    self.title = title
    self.help = help
    self.keys = keys
    self.hint = hint
    self.views = views
    self.argument = argument
    self.isUndoable = isUndoable
  }

  /// Whether it can be run from palette and help: not if it needs an argument that nothing selects.
  public var isRunnable: Bool { !Self.internalVerbs.contains(id) }

  /// Verbs that overlays, logs and sessions use with an argument.
  private static let internalVerbs: Set<CommandID> = [
    .selectRow, .go, .toggleColumn, .setColour, .setYear, .takeMeasure, .confirmPlan, .setFigure,
    .setFact,
    .setLevel, .setWeight, .setPreset, .setPolicy, .setTheme, .setLanguage, .exportAs, .planNote,
    .openLesson,
  ]

  /// Why it cannot run now; nil if it can.
  public func disabledReason(in state: AppState) -> String? {
    if !views.isEmpty && !views.contains(state.view.kind) {
      return "Works in: " + views.map(\.rawValue).joined(separator: ", ") + "."
    }
    switch id {
    case .undo: return state.history.past.isEmpty ? "Nothing to undo." : nil
    case .redo: return state.history.future.isEmpty ? "Nothing to redo." : nil
    case .clearMarks: return state.work.marks.count == 0 ? "Nothing is marked." : nil
    case .compareMarked, .showCompare:
      return CompareSource(state) == nil
        ? "Mark two to four countries, or two to four goods, with Space first." : nil
    case .continueSession:
      return state.earlier.isEmpty ? "No earlier session is kept." : nil
    case .resetAll, .saveScenario:
      return state.work.scenario.isEmpty ? "Nothing is changed." : nil
    case .setPlan, .savePlan:
      return (state.view as? DocumentState)?.isOutline ?? false
        ? nil : "Works in the plan of a country: P opens it."
    case .lessonNext, .lessonBack, .lessonReveal, .lessonTakeOver, .lessonPause, .lessonScore,
      .leaveLesson:
      return state.player == nil ? "No lesson is played: T lists them." : nil
    case .saveLesson:
      return state.log.calls.isEmpty ? "Nothing was done yet." : nil
    case .showPlan: return state.work.plan.isEmpty ? "The plan is empty: p adds a pair." : nil
    case .markRow, .screenPair, .why, .copy, .addToPlan, .chooseMeasures, .openVerdict:
      return state.view.disabledReason(id, state) ?? neededSubject(state)
    default: return state.view.disabledReason(id, state)
    }
  }

  private func neededSubject(_ state: AppState) -> String? {
    let subject = state.view.subject(state)
    switch id {
    case .markRow:
      if case .country = subject { return nil }
      if case .good = subject { return nil }
      // On a map a pair is a country under the colours of a good.
      if case .pair = subject, state.view.kind == .map { return nil }
      return "Select a country or a good to mark it."
    case .screenPair:
      return subject?.country == nil && subject?.good == nil
        ? "Select a country or a good first." : nil
    case .addToPlan, .chooseMeasures:
      guard case .pair = subject else { return "Open the screening of a pair first." }
      return nil
    case .why, .copy:
      return state.view.why(state) == nil ? "No number is selected here." : nil
    default: return nil
    }
  }
}

/// The registry: one list feeds keys, hint bar, palette, help and documentation.
public enum Commands {
  /// All commands, in the order of help.
  public static let all: [Command] =
    moving + tables + map + pairs + whatIf + lessons + numbers + views + program

  private static let byID = Dictionary(
    all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  private static let byKey: [Key: [Command]] = {
    var result: [Key: [Command]] = [:]
    for command in all { for key in command.keys { result[key, default: []].append(command) } }
    return result
  }()

  /// The command of a key in a view; one that works there before one that does not.
  public static func command(for key: Key, in state: AppState) -> Command? {
    let bound = byKey[key] ?? []
    return bound.first { $0.disabledReason(in: state) == nil } ?? bound.first
  }

  /// The command of a verb.
  public static func command(_ id: CommandID) -> Command? { byID[id] }

  /// Commands worth a place in the hint bar of a view, most useful first.
  public static func hints(for state: AppState) -> [Command] {
    state.view.hints(state).compactMap(command)
  }
}
