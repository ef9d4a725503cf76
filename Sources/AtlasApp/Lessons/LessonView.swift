import AtlasModel
import AtlasReport
import AtlasScreen

/// What the room sees of a lesson: a panel under the view, or a slide with one idea.
enum LessonView {
  /// A line with what it means.
  struct Line {
    var text: String
    var role: Role
  }

  /// Everything that is said in a step, in order.
  static func lines(_ player: LessonPlayer, _ state: AppState, columns: Int) -> [Line] {
    let step = player.current
    var lines: [Line] = []
    func add(_ text: String, _ role: Role, gap: Bool = false) {
      if gap, !lines.isEmpty { lines.append(Line(text: "", role: .text)) }
      lines += text.wrapped(columns: max(columns, 10), hanging: 0).map {
        Line(text: $0, role: role)
      }
    }
    for (place, inject) in step.injects.prefix(player.injected).enumerated() {
      add("! " + inject.words, .warning)
      let effect = player.effects.indices.contains(place) ? player.effects[place] : ""
      if !effect.isEmpty { add(effect, .warning) }
    }
    for caption in step.captions { add(caption, .strong, gap: step.isSlide) }
    for (place, task) in step.tasks.enumerated() {
      let done = player.done.indices.contains(place) && player.done[place]
      let mark = done ? state.glyphs.check : state.glyphs.bullet
      add("\(mark) \(task.words(state.atlas.catalog))\(done ? "  done" : "")", done ? .good : .text)
    }
    if !step.question.isEmpty {
      add("? " + step.question, .accent, gap: step.isSlide)
      add(
        player.isRevealed ? step.answer : "Next or v shows the answer.",
        player.isRevealed ? .good : .dim)
    }
    for trouble in player.trouble { add("The lesson could not do: \(trouble)", .error) }
    return lines
  }

  /// The panel: a line with place and title, then what is said.
  static func drawPanel(_ state: AppState, in rect: Rect, into buffer: inout CellBuffer) {
    guard let player = state.player, rect.rows > 0 else { return }
    buffer.fill(rect, role: .text)
    let top = rect.splitTop(1)
    buffer.fill(top.top, role: .statusBar)
    let end = clock(player, state)
    let head = " \(place(player)) \(state.glyphs.prompt) \(player.current.title)"
    buffer.write(
      head.truncated(to: max(0, rect.columns - end.columns - 3), marker: state.glyphs.ellipsis),
      at: rect.column, row: rect.row, role: .statusBar, limit: rect.columns)
    buffer.write(
      end, at: rect.endColumn - end.columns - 1, row: rect.row, role: .statusBar, limit: end.columns
    )
    let inner = top.rest.inset(columns: 1)
    var lines = lines(player, state, columns: inner.columns)
    if player.isTakenOver { lines = lines.filter { $0.role == .good || $0.role == .warning } }
    for (offset, line) in lines.prefix(inner.rows).enumerated() {
      buffer.write(
        line.text, at: inner.column, row: inner.row + offset, role: line.role, limit: inner.columns)
    }
    if lines.count > inner.rows, inner.rows > 0 {
      buffer.write(
        state.glyphs.ellipsis, at: rect.endColumn - 1, row: rect.endRow - 1, role: .dim, limit: 1)
    }
  }

  /// Rows of the panel; a slide has none, and the view keeps at least six.
  static func rows(_ state: AppState) -> Int {
    guard let player = state.player, state.size.rows >= 14 else {
      return state.player == nil ? 0 : 2
    }
    if player.isTakenOver { return 1 + min(player.current.tasks.count + player.injected, 3) }
    guard !player.current.isSlide, !player.showsScore else { return 0 }
    let most = max(3, min(state.size.rows - 9, state.size.rows / 2))
    return min(most, 1 + lines(player, state, columns: state.size.columns - 2).count)
  }

  private static func place(_ player: LessonPlayer) -> String {
    "\(player.step + 1) of \(player.lesson.steps.count)"
  }

  /// Keys pressed, a pause, the time left.
  private static func clock(_ player: LessonPlayer, _ state: AppState) -> String {
    var parts: [String] = []
    if !player.cast.isEmpty { parts.append("keys: \(player.cast)") }
    if player.hidesVerdicts { parts.append("verdicts hidden") }
    if player.isTakenOver { parts.append("Ctrl-T hands back") }
    if player.isPaused { parts.append("paused") }
    if let left = player.secondsLeft { parts.append(time(left)) }
    return parts.joined(separator: " \(state.glyphs.separator) ")
  }

  static func time(_ seconds: Int) -> String {
    let (minutes, rest) = (seconds / 60, seconds % 60)
    return "\(minutes):\(rest < 10 ? "0" : "")\(rest)"
  }

  // MARK: Slides

  /// One idea for the back of the room: a spaced title, few words, the time in large digits.
  static func drawSlide(_ state: AppState, in rect: Rect, into buffer: inout CellBuffer) {
    guard let player = state.player else { return }
    buffer.fill(rect, role: .text)
    let width = min(rect.columns - 4, 60)
    guard width > 10 else { return }
    let left = rect.column + (rect.columns - width) / 2
    var row = rect.row + (rect.rows > 16 ? 2 : 0)
    func write(_ text: String, _ role: Role) {
      guard row < rect.endRow else { return }
      let start = left + max(0, (width - text.columns) / 2)
      buffer.write(text, at: start, row: row, role: role, limit: rect.endColumn - start)
      row += 1
    }
    let title = ScreenWords.said(player.showsScore ? "Score" : player.current.title)
    let spaced = title.uppercased().map(String.init).joined(separator: " ")
    if spaced.columns <= width {
      write(spaced, .title)
    } else {
      for line in title.wrapped(columns: width, hanging: 0) { write(line, .title) }
    }
    row += 1
    if player.showsScore { return drawScore(player, state, from: &row, left, width, rect, &buffer) }
    let lines = lines(player, state, columns: width)
    let digits = player.secondsLeft.map { BigDigits.rows(time($0), state.glyphs) } ?? []
    for line in lines.prefix(max(0, rect.endRow - row - (digits.isEmpty ? 0 : 7))) {
      buffer.write(line.text, at: left, row: row, role: line.role, limit: width)
      row += 1
    }
    guard !digits.isEmpty, rect.endRow - row >= digits.count else { return }
    row = max(row + 1, rect.endRow - digits.count - 1)
    for line in digits { write(line, .accent) }
  }

  private static func drawScore(
    _ player: LessonPlayer, _ state: AppState, from row: inout Int, _ left: Int, _ width: Int,
    _ rect: Rect, _ buffer: inout CellBuffer
  ) {
    guard !player.teams.isEmpty else {
      buffer.write(
        "This lesson has no teams.", at: left, row: row, role: .dim, limit: width)
      return
    }
    let most = max(player.teams.map(\.points).max() ?? 0, 10)
    for (place, team) in player.teams.enumerated() where row < rect.endRow {
      let name = "\(place + 1) \(team.name)".truncated(to: 20, marker: state.glyphs.ellipsis)
      let room = max(width - 28, 4)
      let bar = String(
        repeating: state.glyphs.barFull, count: min(room, team.points * room / most))
      buffer.write(
        [
          Span(name.padded(to: 21), .strong), Span("\(team.points)".padded(to: 5), .accent),
          Span(bar, .bar),
        ], at: left, row: row, limit: width)
      row += 2
    }
    buffer.write(
      "A digit gives a point, - takes the last one back.", at: left,
      row: min(row, rect.endRow - 1), role: .dim, limit: width)
  }

  // MARK: Hiding

  /// Covers every verdict on the screen, in words, letters and colours.
  static func hideVerdicts(_ state: AppState, in rect: Rect, into buffer: inout CellBuffer) {
    let cover = state.glyphs.barInterval
    let own = VerdictClass.allCases.map(\.name)
    let names = Set(own + own.map { ScreenWords.said($0) }).sorted { $0.count > $1.count }
    for row in rect.row..<max(rect.endRow, rect.row) {
      buffer.cover(row: row, columns: rect.column..<rect.endColumn, with: cover) { role in
        switch role {
        case .verdictAdopt, .verdictSafeguards, .verdictPrepare, .verdictNotNow, .verdictUnknown:
          true
        default: false
        }
      }
      for name in names {
        buffer.cover(row: row, columns: rect.column..<rect.endColumn, with: cover, word: name)
      }
    }
  }
}

extension AppState {
  /// Rows at the foot that a lesson takes from the view.
  var lessonRows: Int { player == nil ? 0 : LessonView.rows(self) }
}

/// Digits five rows high, for the back of a room.
enum BigDigits {
  private static let shapes: [Character: [String]] = [
    "0": ["###", "# #", "# #", "# #", "###"], "1": ["  #", "  #", "  #", "  #", "  #"],
    "2": ["###", "  #", "###", "#  ", "###"], "3": ["###", "  #", "###", "  #", "###"],
    "4": ["# #", "# #", "###", "  #", "  #"], "5": ["###", "#  ", "###", "  #", "###"],
    "6": ["###", "#  ", "###", "# #", "###"], "7": ["###", "  #", "  #", "  #", "  #"],
    "8": ["###", "# #", "###", "# #", "###"], "9": ["###", "# #", "###", "  #", "###"],
    ":": [" ", "#", " ", "#", " "],
  ]

  /// The rows of a text of digits and colons.
  static func rows(_ text: String, _ glyphs: Glyphs) -> [String] {
    (0..<5).map { row in
      text.compactMap { shapes[$0]?[row] }.map { part in
        part.map { $0 == "#" ? String(repeating: glyphs.barFull, count: 2) : "  " }.joined()
      }.joined(separator: "  ")
    }
  }
}
