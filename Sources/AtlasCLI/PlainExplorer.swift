import AtlasApp
import AtlasReport
import AtlasScreen

/// The explorer without screen control: numbered choices on standard output, lines on standard input.
struct PlainExplorer {
  /// Verbs to carry out first.
  var calls: [Call] = []
  /// A session to play back before the first line is read.
  var playback: Playback?
  /// Whether text is written in ASCII only.
  var isASCII = false
  /// Lessons that can be opened.
  var lessons: [LessonShelf] = []
  /// In which language it speaks at first.
  var speech = Speech()

  /// Runs until `q` or the end of the input; returns the exit code.
  mutating func run(_ atlas: Atlas) throws(Failure) -> Int32 {
    var state = AppState(
      atlas: atlas, size: Size(columns: PlainView.columns, rows: 24),
      glyphs: isASCII ? .ascii : .unicode, usesMouse: false, lessons: lessons, speech: speech)
    for call in calls { _ = update(&state, call) }
    while playback?.lines.isEmpty == false {
      if let code = carryOut(playback?.step(&state).effects ?? [], &state) { return code }
    }
    var start = 0
    try say(PlainView(state).text)
    while let line = readLine() {
      let input = PlainInput(line, state)
      switch input {
      case .commands: try say(PlainView(state).commands)
      case .views:
        try say(PlainView(state).views)
      case .nextPage:
        let count = PlainView(state).rows.count
        start = start + PlainView.page < count ? start + PlainView.page : 0
        try say(PlainView(state, from: start).text)
      default:
        let effects = update(&state, plain: input)
        if let code = carryOut(effects, &state) { return code }
        start = 0
        try say(PlainView(state).text)
      }
    }
    return 0
  }

  private func say(_ text: String) throws(Failure) {
    try Output(isASCII: isASCII).write(text: text)
  }

  private func carryOut(_ effects: [Effect], _ state: inout AppState) -> Int32? {
    for effect in effects {
      switch effect {
      case .quit(let code): return code
      case .write(let name, let contents, let command):
        state.message = EffectRunner.write(name, contents, command: command, state)
      case .copy(let text): state.message = AppState.Message(text: text)
      case .suspend, .redraw, .theme, .mouse: break
      }
    }
    return nil
  }
}

/// Plays a session back without a terminal and prints the last screen.
enum HeadlessExplorer {
  /// Plays every line; fails at the first that could not be carried out.
  static func run(
    _ atlas: Atlas, _ playback: Playback, size: Size, isASCII: Bool, name: String,
    speech: Speech
  ) throws(Failure) {
    var playback = playback
    var state = AppState(
      atlas: atlas, size: size, glyphs: isASCII ? .ascii : .unicode, speech: speech)
    while let line = playback.lines.first {
      let step = playback.step(&state)
      var problem = step.problem
      for effect in step.effects {
        switch effect {
        case .write(let name, let contents, let command):
          let message = EffectRunner.write(name, contents, command: command, state)
          if message.isError { problem = message.text }
          state.message = message
        case .quit: return try show(state, isASCII)
        default: break
        }
      }
      if case .call(let call) = line, let problem {
        throw Failure(.work, "\(name): `\(PlainText.clean(call.description))`: \(problem)")
      }
    }
    try show(state, isASCII)
  }

  private static func show(_ state: AppState, _ isASCII: Bool) throws(Failure) {
    var buffer = CellBuffer(size: state.size)
    render(state, into: &buffer)
    try Output(isASCII: isASCII).write(text: buffer.lines.map { $0 + "\n" }.joined())
  }
}
