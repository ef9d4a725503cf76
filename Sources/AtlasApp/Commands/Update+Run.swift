import AtlasModel
import AtlasReport
import AtlasScreen

extension AppState {
  /// Carries a verb out, keeps it in the log and, where it can be undone, what was before; or says why
  /// it cannot run.
  mutating func run(_ call: Call) -> [Effect] { attempt(call).effects }

  /// Carries a verb out as `run` does, and tells whether it did something.
  mutating func attempt(_ call: Call) -> Outcome {
    guard let command = Commands.command(call.id) else { return .nothing }
    if !names(call), let reason = command.disabledReason(in: self) {
      say("\(command.title): \(reason)")
      return .nothing
    }
    let full = Call(call.id, call.argument.isEmpty ? usualArgument(of: call.id) : call.argument)
    let before = command.isUndoable ? work : nil
    var kept = false
    if command.isUndoable { kept = history.record(work, before: command.title.lowercased(), full) }
    let outcome = perform(full)
    if kept, !outcome.isDone || (before.map { isSame($0) } ?? false) { history.forget() }
    if outcome.isDone, !Self.unlogged.contains(call.id) { log.add(logged(full)) }
    return outcome
  }

  /// Whether nothing that undo covers has changed; views are compared by what they show.
  private func isSame(_ other: Workspace) -> Bool {
    other.trail.count == work.trail.count && other.marks == work.marks
      && other.scenario == work.scenario && other.plan == work.plan
      && other.planWords == work.planWords
      && !(view is SheetState) && !(view is MapState) && !(view is MatrixState)
  }

  /// Whether a call says in full what it is about, so that it works from any view.
  private func names(_ call: Call) -> Bool {
    switch call.id {
    case .markRow, .addToPlan, .removeFromPlan, .setPlan: call.argument.contains(" ")
    case .showOutline: !call.argument.isEmpty
    default: false
    }
  }

  /// What a verb did and asks of the outside.
  struct Outcome {
    var isDone = true
    var effects: [Effect] = []

    static let nothing = Outcome(isDone: false)
  }

  /// Verbs that leave no trace in a log: they change nothing that a replay would show.
  private static let unlogged: Set<CommandID> = [
    .redraw, .suspend, .leave, .showPalette, .showHelp, .chooseColumns, .chooseMeasures,
    .export, .typeValue, .toggleMouse, .colourMap, .saveScenario, .savePlan, .saveLesson,
    .lessonNext, .lessonBack, .lessonReveal,
    .lessonTakeOver, .lessonPause, .lessonScore, .leaveLesson, .openLesson, .showLessons,
    .continueSession,
  ]

  /// A verb as the log keeps it: a movement as the row that it reached, where rows have ids.
  private func logged(_ call: Call) -> Call {
    switch call.id {
    case .moveUp, .moveDown, .pageUp, .pageDown, .moveToStart, .moveToEnd:
      let id = view.selectedID(self)
      return id.isEmpty || view.kind == .profile ? call : Call(.selectRow, id)
    case .moveLeft, .moveRight:
      let id = view.selectedID(self)
      let hasPlaces = view.kind == .map || view.kind == .matrix
      return hasPlaces && !id.isEmpty ? Call(.selectRow, id) : call
    case .nextYear, .previousYear:
      guard let map = view as? MapState else { return call }
      return Call(.setYear, map.year.map { String($0) } ?? MapState.newest)
    default: return call
    }
  }

  /// What a verb acts on when nothing is named: the selected row, column or pair.
  private func usualArgument(of id: CommandID) -> String {
    let catalog = atlas.catalog
    switch id {
    case .markRow, .screenPair: return view.kind == .profile ? "" : view.selectedID(self)
    case .openRow, .removeFromPlan: return view.selectedID(self)
    case .showOutline, .savePlan:
      return view.subject(self)?.country.map { catalog.countries[$0].iso3 } ?? ""
    case .sortColumn, .frequency:
      guard let sheet = view as? SheetState, sheet.columns.indices.contains(sheet.focus) else {
        return ""
      }
      return sheet.columns[sheet.focus]
    case .addToPlan:
      guard case .pair(let country, let good) = view.subject(self) else { return "" }
      return ScreeningState.key(country, good, catalog)
    case .whatIf:
      let subject = view.subject(self)
      return [
        subject?.country.map { catalog.countries[$0].iso3 },
        subject?.good.map { catalog.goods[$0].id },
      ].compactMap(\.self).joined(separator: " ")
    default: return ""
    }
  }

  /// Shows a row before a verb acts on it; false if there is no such row.
  mutating func select(_ id: String) -> Bool {
    guard !id.isEmpty else { return true }
    var view = view
    guard view.selectedID(self) == id || view.select(id: id, self) else { return false }
    self.view = view
    return true
  }

  mutating func move(_ motion: Motion) {
    var view = view
    view.move(motion, self)
    self.view = view
  }
}
