import AtlasModel
import AtlasScreen

extension AppState {
  /// A key while a list or a prompt is open.
  mutating func pressInOverlay(_ key: Key) -> [Effect] {
    switch overlay {
    case .list(let list): pressInList(key, list)
    case .prompt(let prompt): pressInPrompt(key, prompt)
    case nil: []
    }
  }

  private mutating func pressInList(_ key: Key, _ list: ListOverlay) -> [Effect] {
    var list = list
    let items = list.items(self)
    let page = OverlayView.page(self)
    switch key {
    case .escape: overlay = nil
    case .character(" ") where list.isChecklist: return choose(items, list, stays: true)
    case .character(let character):
      list.filter.append(character)
      list.scroll = ScrollState()
      overlay = .list(list)
    case .backspace:
      if list.filter.isEmpty {
        overlay = nil
      } else {
        list.filter.removeLast()
        overlay = .list(list)
      }
    case .control("u"):
      list.filter = ""
      overlay = .list(list)
    case .enter: return choose(items, list, stays: false)
    case .up, .down, .pageUp, .pageDown, .home, .end:
      let motions: [Key: Motion] = [
        .up: .up, .down: .down, .pageUp: .pageUp, .pageDown: .pageDown, .home: .start, .end: .end,
      ]
      list.scroll.move(
        by: motions[key]?.rows(page: page) ?? 0, count: items.count, page: page)
      overlay = .list(list)
    default: break
    }
    return []
  }

  /// Runs the selected row; a switch that Space turned leaves the list open.
  private mutating func choose(
    _ items: [ListItem], _ list: ListOverlay, stays: Bool
  ) -> [Effect] {
    guard items.indices.contains(list.scroll.selected) else {
      if !stays { overlay = nil }
      return []
    }
    let item = items[list.scroll.selected]
    if let reason = item.reason {
      say("\(item.title): \(reason)")
      if !list.isChecklist { overlay = nil }
      return []
    }
    guard let call = item.call else { return [] }
    if case .planGate(var gate) = list.kind, call.id == .takeMeasure {
      gate.toggle(call.argument)
      var list = list
      list.kind = .planGate(gate)
      overlay = .list(list)
      return []
    }
    if item.isOn != nil {
      // Enter on a switch ends the list without turning it.
      guard stays else {
        overlay = nil
        return []
      }
      let effects = run(call)
      overlay = .list(list)
      return effects
    }
    if case .planGate(let gate) = list.kind, call.id == .planNote {
      overlay = .prompt(
        PromptOverlay(
          title: "Override note",
          help: "Why does it go ahead although flags are open? The note is kept and printed.",
          input: InputLine(gate.note), call: call, list: list))
      return []
    }
    overlay = nil
    return run(call)
  }

  private mutating func pressInPrompt(_ key: Key, _ prompt: PromptOverlay) -> [Effect] {
    var prompt = prompt
    switch key {
    case .escape: overlay = prompt.list.map { .list($0) }
    case .enter:
      if var list = prompt.list, case .planGate(var gate) = list.kind {
        gate.note = prompt.input.text
        list.kind = .planGate(gate)
        list.scroll = ScrollState()
        overlay = .list(list)
        return []
      }
      overlay = nil
      return prompt.input.text.isEmpty ? [] : run(prompt.answer)
    default:
      prompt.input.handle(key)
      overlay = .prompt(prompt)
    }
    return []
  }

  /// Text pasted while a list or a prompt is open.
  mutating func pasteIntoOverlay(_ text: String) {
    switch overlay {
    case .list(var list):
      list.filter += text
      list.scroll = ScrollState()
      overlay = .list(list)
    case .prompt(var prompt):
      prompt.input.insert(text)
      overlay = .prompt(prompt)
    case nil: break
    }
  }

  /// The mouse while a list is open: a press selects a row, a second one runs it, one outside closes.
  mutating func clickInOverlay(_ mouse: MouseEvent) -> [Effect] {
    guard case .list(var list) = overlay else { return [] }
    let frame = OverlayView.frame(self)
    let inside = frame.inset(columns: 1, rows: 1).splitTop(1).rest
    let items = list.items(self)
    switch mouse.kind {
    case .wheelUp, .wheelDown:
      return pressInList(mouse.kind == .wheelUp ? .up : .down, list)
    case .press, .doublePress:
      guard frame.contains(mouse.point) else {
        overlay = nil
        return []
      }
      guard inside.contains(mouse.point) else { return [] }
      var scroll = list.scroll
      scroll.fit(count: items.count, page: inside.rows)
      let row = scroll.offset + mouse.row - inside.row
      guard items.indices.contains(row) else { return [] }
      let isAgain = list.scroll.selected == row
      list.scroll.select(row, count: items.count, page: inside.rows)
      overlay = .list(list)
      guard isAgain || mouse.kind == .doublePress else { return [] }
      return choose(items, list, stays: list.isChecklist)
    case .release: return []
    }
  }
}

extension PlanGate {
  /// Chooses a measure, or takes the choice back.
  mutating func toggle(_ measure: String) {
    if let index = measures.firstIndex(of: measure) {
      measures.remove(at: index)
    } else {
      measures.append(measure)
    }
  }
}
