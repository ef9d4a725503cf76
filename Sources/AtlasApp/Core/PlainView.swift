import AtlasModel
import AtlasReport
import AtlasScreen

/// The explorer as plain lines with numbered choices, for screen readers and terminals without screen
/// control; the same state and the same verbs as the full screen.
public struct PlainView {
  /// Rows shown at once.
  public static let page = 20
  /// Columns that lines are wrapped to.
  public static let columns = 78

  private let state: AppState
  private let start: Int

  /// Reads a state; rows are shown from a place on.
  public init(_ state: AppState, from start: Int = 0) {
    self.state = state
    self.start = start
  }

  /// Rows that can be chosen by number: of the list that is open, else of the view.
  public var rows: [(id: String, text: String)] {
    guard case .list(let list) = state.overlay else {
      return state.view.plain(state, columns: Self.columns).rows
    }
    return list.items(state).map { item in
      let box = item.isOn.map { $0 ? "[x] " : "[ ] " } ?? ""
      return (
        "", box + item.title + (item.detail.isEmpty ? "" : ": " + (item.reason ?? item.detail))
      )
    }
  }

  /// Everything to print now.
  public var text: String { state.speaking { page } }

  private var page: String {
    var lines: [String] = [""]
    switch state.overlay {
    case .prompt(let prompt):
      return joined(lines + ["\(prompt.title). \(prompt.help)", "Type it, or b to give up."])
    case .list(let list): lines.append(list.title(state))
    case nil:
      lines.append(
        "Place: " + state.work.trail.map { $0.crumb(state) }.joined(separator: " > "))
      let banner = ScenarioWords.banner(state.work.scenario)
      if !banner.isEmpty { lines.append(banner) }
      if let player = state.player {
        lines.append(
          "Lesson, step \(player.step + 1) of \(player.lesson.steps.count): \(player.current.title)"
        )
        lines += LessonView.lines(player, state, columns: Self.columns).map(\.text)
        lines.append("Type lesson-next to go on, lesson-back, lesson-reveal, leave-lesson.")
      }
      lines += state.view.plain(state, columns: Self.columns).lines
    }
    let rows = rows
    for (offset, row) in rows.enumerated().dropFirst(start).prefix(Self.page) {
      lines += "\(offset + 1). \(row.text)".wrapped(columns: Self.columns, hanging: 4)
    }
    let end = min(rows.count, start + Self.page)
    if rows.count > Self.page {
      lines.append("Rows \(start + 1) to \(end) of \(rows.count); n shows the next.")
    }
    if let message = state.message {
      lines.append((message.isError ? "Error: " : "Note: ") + message.text)
    }
    lines.append(
      state.overlay == nil
        ? "Number opens, /words filters, b back, v views, ? commands, q quits."
        : "Number chooses, b closes.")
    return joined(lines)
  }

  /// Lines of tables keep their spaces; only what is too long is wrapped.
  private func joined(_ lines: [String]) -> String {
    lines.map { ScreenWords.said($0) }
      .flatMap { $0.columns > Self.columns ? $0.wrapped(columns: Self.columns) : [$0] }
      .map { (state.glyphs == .ascii ? ASCIIFold.fold($0) : $0) + "\n" }.joined()
  }

  /// Every command with the reason where it cannot run now.
  public var commands: String { state.speaking { commandLines } }

  private var commandLines: String {
    Commands.all.filter(\.isRunnable).map { command in
      "\(command.id.rawValue): \(command.title). "
        + (command.disabledReason(in: state).map { "Not now: \($0)" } ?? command.help)
    }.map(Self.wrapped).joined()
      + Self.wrapped("Type a verb, with a row's number or words behind it where it takes any.")
  }

  private static func wrapped(_ line: String) -> String {
    line.wrapped(columns: columns, hanging: 2).map { $0 + "\n" }.joined()
  }

  /// The verbs of the views, a line each.
  public var views: String {
    state.speaking {
      Commands.all.filter {
        $0.group == .views && $0.isRunnable && $0.id != .showPalette && $0.id != .showHelp
      }.map { Self.wrapped("\($0.id.rawValue): \($0.title). \($0.help)") }.joined()
    }
  }
}

/// What a line typed in plain mode means.
public enum PlainInput: Sendable, Equatable {
  case call(Call), choose(Int), answer(String), nextPage, close, commands, views, quit
  case unknown(String)

  /// Reads a line against what is open.
  public init(_ line: String, _ state: AppState) {
    let text = String(line.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    if case .prompt = state.overlay {
      self = text == "b" ? .close : .answer(text)
      return
    }
    switch text {
    case "", "n": self = .nextPage
    case "b": self = state.overlay == nil ? .call(Call(.goBack)) : .close
    case "?": self = .commands
    case "v": self = .views
    case "q": self = .quit
    default:
      if let number = Int(text) {
        self = .choose(number - 1)
      } else if text.hasPrefix("/") {
        let words = String(text.dropFirst())
        self = .call(words.isEmpty ? Call(.clearFilter) : Call(.filter, words))
      } else if let call = Call(line: text) {
        self = .call(call)
      } else {
        self = .unknown(text)
      }
    }
  }
}

/// Carries out a line typed in plain mode.
public func update(_ state: inout AppState, plain input: PlainInput) -> [Effect] {
  switch input {
  case .call(var call):
    let rows = PlainView(state).rows
    if let number = Int(call.argument), rows.indices.contains(number - 1),
      !rows[number - 1].id.isEmpty
    {
      call.argument = rows[number - 1].id
    }
    return update(&state, call)
  case .choose(let place): return state.choosePlain(place)
  case .answer(let text):
    _ = update(&state, .key(.control("u")))
    _ = update(&state, .paste(text))
    return update(&state, .key(.enter))
  case .close: return update(&state, .key(.escape))
  case .quit: return [.quit(code: 0)]
  case .nextPage, .commands, .views: return []
  case .unknown(let text):
    state.say(
      "`\(PlainText.clean(text))` is no number and no verb; ? lists the verbs.", isError: true)
    return []
  }
}

extension AppState {
  fileprivate mutating func choosePlain(_ place: Int) -> [Effect] {
    if case .list(var list) = overlay {
      let items = list.items(self)
      guard items.indices.contains(place) else {
        say("There is no choice \(place + 1).", isError: true)
        return []
      }
      list.scroll.select(place, count: items.count, page: items.count)
      overlay = .list(list)
      return update(
        &self, .key(list.isChecklist && items[place].isOn != nil ? .character(" ") : .enter))
    }
    let rows = PlainView(self).rows
    guard rows.indices.contains(place) else {
      say("There is no row \(place + 1).", isError: true)
      return []
    }
    if view.kind == .home, let id = CommandID(rawValue: rows[place].id) {
      return update(&self, Call(id))
    }
    return update(&self, Call(.openRow, rows[place].id))
  }
}
