import AtlasApp
import AtlasReport
import AtlasScreen
import AtlasTerminal

/// Runs the explorer on a terminal: waits for events, updates the state, carries out effects, draws.
struct Explorer {
  /// How the terminal is used.
  var options: TerminalOptions
  /// Verbs to carry out first.
  var calls: [Call] = []
  /// A session to play back, and the time between its lines in milliseconds.
  var playback: Playback?
  var pace = 800
  /// Where the session is kept; nil keeps none.
  var keeper: SessionKeeper?
  /// Lessons that can be opened.
  var lessons: [LessonShelf] = []
  /// The language asked for; nil follows the session, then the locale.
  var language: Language?
  /// Keeps every screen for a file; nil keeps none.
  var recording: LiveRecording?
  /// Why the recording could not be written; nil if it was.
  private(set) var recordingFailure: Failure?
  /// What is said to those who watch a playback.
  private var caption = ""

  /// Prepares an explorer.
  init(
    options: TerminalOptions, calls: [Call] = [], playback: Playback? = nil, pace: Int = 800,
    keeper: SessionKeeper? = nil, recording: LiveRecording? = nil
  ) {
    self.options = options
    self.calls = calls
    self.playback = playback
    self.pace = pace
    self.keeper = keeper
    self.recording = recording
  }

  /// Runs until the user leaves; returns the exit code.
  ///
  /// The terminal is given back on every way out (see `NcursesTerminal`).
  mutating func run(_ atlas: Atlas) throws(TerminalError) -> Int32 {
    let kept = keeper?.read()
    if let theme = kept?.theme, options.theme == .dark { options.theme = theme }
    var terminal = try NcursesTerminal(options)
    let glyphs = options.isASCII ? Glyphs.ascii : terminal.capabilities.glyphs
    var state = AppState(
      atlas: atlas, size: terminal.size, glyphs: glyphs, theme: options.theme.name,
      usesMouse: options.usesMouse, lessons: lessons,
      speech: Languages.speech(
        language ?? kept?.language ?? Languages.ofLocale, chosen: kept?.language))
    state.hasColours = terminal.capabilities.colours > 0
    if let kept { keeper?.restore(kept, into: &state) }
    for call in calls { _ = update(&state, call) }
    var buffer = CellBuffer(size: state.size)
    var code: Int32?
    while code == nil {
      if buffer.size != state.size { buffer = CellBuffer(size: state.size) }
      state.hintRegions = render(state, into: &buffer)
      terminal.present(buffer)
      recording?.keep(buffer, state, caption: caption)
      let isPlaying = playback?.lines.isEmpty == false
      // Only a clock of a lesson wakes the program by itself.
      let ticks = state.player?.needsClock == true && !isPlaying
      let started = ContinuousClock.now
      let events = terminal.nextEvents(
        timeoutMilliseconds: isPlaying ? max(1, pace) : ticks ? 1_000 : nil)
      if ticks {
        let passed = ContinuousClock.now - started
        let milliseconds =
          Int(passed.components.seconds) * 1_000
          + Int(passed.components.attoseconds / 1_000_000_000_000_000)
        code = carryOut(update(&state, .elapsed(milliseconds)), &state, &terminal)
      }
      if events.isEmpty, isPlaying {
        if case .caption(let words)? = playback?.lines.first { caption = words }
        code = carryOut(playback?.step(&state).effects ?? [], &state, &terminal)
      }
      for event in events where code == nil {
        if isPlaying, case .key(let key) = event, key != .control("c") {
          playback = nil
          caption = ""
          state.message = AppState.Message(text: "Playing stopped; the keys are yours.")
          continue
        }
        code = carryOut(update(&state, event), &state, &terminal)
      }
    }
    // Before the terminal goes, and with it the answer to signals: a window that is closed hangs up
    // twice, once through its shell, and the second time would end the program while it writes.
    keeper?.write(state)
    do throws(Failure) {
      try recording?.write()
    } catch {
      recordingFailure = error
    }
    terminal.close()
    return code ?? 0
  }

  private func carryOut(
    _ effects: [Effect], _ state: inout AppState, _ terminal: inout NcursesTerminal
  ) -> Int32? {
    for effect in effects {
      switch effect {
      case .quit(let status): return status
      case .suspend:
        for event in terminal.suspend() { _ = update(&state, event) }
      case .redraw: terminal.redraw()
      case .write(let name, let contents, let command):
        state.message = EffectRunner.write(name, contents, command: command, state)
      case .copy(let text): state.message = Self.message(terminal.copy(text), text)
      case .theme(let name): if let theme = Theme(name: name) { terminal.theme = theme }
      case .mouse(let isOn): terminal.usesMouse = isOn
      }
    }
    return nil
  }

  /// What is said of a copy; that the terminal took it cannot be seen from here.
  private static func message(_ outcome: Clipboard.Outcome, _ text: String) -> AppState.Message {
    switch outcome {
    case .sent: .copied(text)
    case .tooLong(let more):
      AppState.Message(text: "Not copied: \(more) bytes too many.", isError: true)
    case .unsupported:
      AppState.Message(
        text: "This terminal is not known to take a copy; e exports. \(text)", isError: true)
    case .failed: AppState.Message(text: "The terminal did not take the copy.", isError: true)
    }
  }
}
