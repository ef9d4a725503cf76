public import AtlasScreen

/// Changes the state by one event and says what the outside should do; the only way state changes.
public func update(_ state: inout AppState, _ event: AppEvent) -> [Effect] {
  let effects = change(&state, event)
  state.prepareMap()
  return effects
}

private func change(_ state: inout AppState, _ event: AppEvent) -> [Effect] {
  switch event {
  case .resize(let size):
    state.size = size
    state.fitToSize()
    return []
  case .resumed: return [.redraw]
  case .terminate(let signal): return [.quit(code: 128 + signal)]
  case .woken: return []
  case .paste(let text):
    for character in text where !character.isNewline { _ = state.type(character) }
    return []
  case .mouse(let mouse): return state.handle(mouse)
  case .key(let key):
    state.message = nil
    return state.press(key)
  }
}

extension AppState {
  /// Rows of the body, between title line and hint bar.
  var bodyRows: Int { max(0, size.rows - 3) }

  /// Rows of a table below its header and filter line.
  var tablePage: Int { max(1, bodyRows - 2) }

  mutating func fitToSize() {
    if case .table(var table) = view {
      table.scroll.fit(count: table.rows.count, page: tablePage)
      view = .table(table)
    }
  }

  fileprivate mutating func press(_ key: Key) -> [Effect] {
    if key == .control("c") { return [.quit(code: 130)] }
    if isTooSmall { return pressUnseen(key) }
    if case .commands(let overlay) = self.overlay { return pressInOverlay(key, overlay) }
    if case .table(let table) = view, table.isTyping, pressWhileTyping(key) { return [] }
    guard let command = Commands.command(for: key, in: self) else { return [] }
    return run(command)
  }

  /// True when nothing but a notice fits on the screen.
  var isTooSmall: Bool { size.columns < 40 || size.rows < 10 }

  /// Keys below the least size: what the user can not see does not change.
  private func pressUnseen(_ key: Key) -> [Effect] {
    switch key {
    case .character("q"): [.quit(code: 0)]
    case .control("z"): [.suspend]
    case .control("l"): [.redraw]
    default: []
    }
  }

  /// Runs a command, or says why it cannot run.
  mutating func run(_ command: Command) -> [Effect] {
    if let reason = command.disabledReason(in: self) {
      message = Message(text: "\(command.title): \(reason)", isError: false)
      return []
    }
    return perform(command.id)
  }

  fileprivate mutating func type(_ character: Character) -> Bool {
    if case .commands(var commands) = overlay {
      commands.filter.append(character)
      commands.scroll = ScrollState()
      overlay = .commands(commands)
      return true
    }
    guard case .table(var table) = view, table.isTyping else { return false }
    table.filter.append(character)
    table.refresh(page: tablePage)
    view = .table(table)
    return true
  }

  /// Letters go to the filter; true if the key was used up.
  private mutating func pressWhileTyping(_ key: Key) -> Bool {
    guard case .table(var table) = view else { return false }
    switch key {
    case .character(let character): return type(character)
    case .backspace:
      if table.filter.isEmpty { table.isTyping = false } else { table.filter.removeLast() }
    case .control("u"): table.filter = ""
    case .enter: table.isTyping = false
    case .escape:
      table.isTyping = false
      table.filter = ""
    default: return false
    }
    table.refresh(page: tablePage)
    view = .table(table)
    // Enter on a filter that left one row opens it at once.
    if key == .enter, table.rows.count == 1 { _ = perform(.openRow) }
    return true
  }

  private mutating func pressInOverlay(_ key: Key, _ overlay: CommandsOverlay) -> [Effect] {
    var commands = overlay
    let found = CommandsList.matching(commands.filter)
    let page = CommandsList.page(in: size)
    switch key {
    case .escape: self.overlay = nil
    case .character(let character): _ = type(character)
    case .backspace:
      if commands.filter.isEmpty {
        self.overlay = nil
      } else {
        commands.filter.removeLast()
        self.overlay = .commands(commands)
      }
    case .enter:
      self.overlay = nil
      guard found.indices.contains(commands.scroll.selected) else { return [] }
      return run(found[commands.scroll.selected])
    case .up, .down, .pageUp, .pageDown:
      let step =
        key == .up ? -1 : key == .down ? 1 : key == .pageUp ? -page : page
      commands.scroll.move(by: step, count: found.count, page: page)
      self.overlay = .commands(commands)
    default: break
    }
    return []
  }

  fileprivate mutating func handle(_ mouse: MouseEvent) -> [Effect] {
    switch mouse.kind {
    case .wheelUp: return perform(.moveUp)
    case .wheelDown: return perform(.moveDown)
    case .press, .doublePress:
      if let region = hintRegions.first(where: { $0.rect.contains(mouse.point) }) {
        let hints = Commands.hints(for: self)
        return hints.indices.contains(region.index) ? run(hints[region.index]) : []
      }
      return click(mouse)
    case .release: return []
    }
  }
}
