import AtlasModel
public import AtlasScreen

/// Changes the state by one event and says what the outside should do; the only way state changes.
public func update(_ state: inout AppState, _ event: AppEvent) -> [Effect] {
  Speech.speaking(state.speech.translator) {
    let effects = change(&state, event)
    state.settle()
    return effects
  }
}

/// Carries out a verb as if its key had been pressed.
public func update(_ state: inout AppState, _ call: Call) -> [Effect] {
  play(&state, call).effects
}

/// Carries out a line of a session that is played back.
///
/// - Returns: What the outside should do, and why the verb could not be carried out; nil if it was.
public func play(_ state: inout AppState, _ call: Call) -> (effects: [Effect], problem: String?) {
  state.message = nil
  let outcome = Speech.speaking(state.speech.translator) {
    let outcome = state.attempt(call)
    state.settle()
    return outcome
  }
  let isRefused = !outcome.isDone || state.message?.isError == true
  // A list that waits for an answer is no refusal: the next lines may give it.
  guard isRefused, state.overlay == nil else { return (outcome.effects, nil) }
  return (outcome.effects, state.message?.text ?? "Nothing here is called so, or nothing changed.")
}

private func change(_ state: inout AppState, _ event: AppEvent) -> [Effect] {
  switch event {
  case .resize(let size):
    state.size = size
    return []
  case .resumed: return [.redraw]
  case .terminate(let signal): return [.quit(code: 128 + signal)]
  case .woken: return []
  case .elapsed(let milliseconds): return state.lessonTime(milliseconds)
  case .paste(let text):
    state.paste(text)
    return []
  case .mouse(let mouse): return state.handle(mouse)
  case .key(let key):
    state.message = nil
    return state.press(key)
  }
}

extension AppState {
  /// Brings every part in line after an event: size, data, layout, map.
  mutating func settle() {
    refreshSheet()
    preparePairs()
    prepareNames()
    var view = view
    view.settle(self)
    self.view = view
    prepareMap()
    if let tasks = player?.current.tasks, !tasks.isEmpty {
      let done = tasks.map { holds($0) }
      player?.done = done
    }
  }

  /// Works a table out anew that was made under other data or choices.
  private mutating func refreshSheet() {
    guard let sheet = view as? SheetState, sheet.isStale(self) else { return }
    reloadSheet()
  }

  fileprivate mutating func press(_ key: Key) -> [Effect] {
    if key == .control("c") { return [.quit(code: 130)] }
    if isTooSmall { return pressUnseen(key) }
    if let effects = pressInLesson(key) { return effects }
    return pressAsRoom(key)
  }

  /// A key as the explorer takes it, whoever presses it.
  mutating func pressAsRoom(_ key: Key) -> [Effect] {
    if overlay != nil { return pressInOverlay(key) }
    if isTyping, pressWhileTyping(key) { return [] }
    guard let command = Commands.command(for: key, in: self) else { return [] }
    return run(Call(command.id))
  }

  /// Whether letters go to the filter of a table.
  var isTyping: Bool { (view as? SheetState)?.isTyping == true }

  /// Keys below the least size: what the user can not see does not change.
  private func pressUnseen(_ key: Key) -> [Effect] {
    switch key {
    case .character("q"): [.quit(code: 0)]
    case .control("z"): [.suspend]
    case .control("l"): [.redraw]
    default: []
    }
  }

  fileprivate mutating func paste(_ text: String) {
    let line = text.filter { !$0.isNewline }
    if isTooSmall { return }
    if overlay != nil { return pasteIntoOverlay(line) }
    guard let sheet = view as? SheetState, sheet.isTyping else { return }
    setFilter(sheet.filter + line)
  }

  /// Letters go to the filter; true if the key was used up.
  private mutating func pressWhileTyping(_ key: Key) -> Bool {
    guard let sheet = view as? SheetState else { return false }
    switch key {
    case .character(let character): setFilter(sheet.filter + String(character))
    case .backspace:
      if sheet.filter.isEmpty {
        edit(SheetState.self) { sheet, _ in sheet.isTyping = false }
      } else {
        erase(to: String(sheet.filter.dropLast()))
      }
    case .control("u"): erase(to: "")
    case .enter:
      edit(SheetState.self) { sheet, _ in sheet.isTyping = false }
      // Enter on a filter that left one row opens it at once.
      if (view as? SheetState)?.shown.count == 1 { _ = run(Call(.openRow)) }
    case .escape:
      erase(to: "")
      edit(SheetState.self) { sheet, _ in sheet.isTyping = false }
    default: return false
    }
    return true
  }

  /// Takes letters of the filter away; the log tells when none is left.
  private mutating func erase(to text: String) {
    let wasEmpty = (view as? SheetState)?.filter.isEmpty != false
    setFilter(text)
    if text.isEmpty, !wasEmpty { log.add(Call(.clearFilter)) }
  }

  fileprivate mutating func handle(_ mouse: MouseEvent) -> [Effect] {
    guard usesMouse, !isTooSmall, !isGuided else { return [] }
    if overlay != nil { return clickInOverlay(mouse) }
    switch mouse.kind {
    case .wheelUp: return run(Call(.moveUp))
    case .wheelDown: return run(Call(.moveDown))
    case .press, .doublePress:
      if let region = hintRegions.first(where: { $0.rect.contains(mouse.point) }) {
        let hints = Commands.hints(for: self)
        return hints.indices.contains(region.index) ? run(Call(hints[region.index].id)) : []
      }
      guard body.contains(mouse.point) else { return [] }
      var view = view
      let call = view.click(mouse, in: body, self)
      self.view = view
      return call.map { run($0) } ?? []
    case .release: return []
    }
  }
}
