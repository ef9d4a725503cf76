import AtlasApp
import AtlasScreen
import AtlasTerminal

/// Runs the explorer: waits for events, updates the state, carries out effects, draws.
enum Explorer {
  /// How the explorer starts.
  struct Start {
    var options: TerminalOptions
    /// Verbs to carry out first.
    var calls: [Call] = []
    /// Writes an exported file under a name like the suggested one and says how it went.
    var export: (_ suggestedName: String, _ text: String) -> AppState.Message
  }

  /// Runs until the user leaves; returns the exit code.
  ///
  /// The terminal is given back on every way out (see `NcursesTerminal`).
  static func run(_ atlas: Atlas, _ start: Start) throws(TerminalError) -> Int32 {
    var terminal = try NcursesTerminal(start.options)
    let glyphs = start.options.isASCII ? Glyphs.ascii : terminal.capabilities.glyphs
    var state = AppState(
      atlas: atlas, size: terminal.size, glyphs: glyphs, theme: start.options.theme.name,
      usesMouse: start.options.usesMouse)
    for call in start.calls { _ = update(&state, call) }
    var buffer = CellBuffer(size: state.size)
    var code: Int32?
    while code == nil {
      if buffer.size != state.size { buffer = CellBuffer(size: state.size) }
      state.hintRegions = render(state, into: &buffer)
      terminal.present(buffer)
      for event in terminal.nextEvents() where code == nil {
        for effect in update(&state, event) {
          switch effect {
          case .quit(let status): code = status
          case .suspend:
            for event in terminal.suspend() { _ = update(&state, event) }
          case .redraw: terminal.redraw()
          case .write(let name, let text, _): state.message = start.export(name, text)
          case .copy(let text): _ = terminal.copy(text)
          case .theme(let name): if let theme = Theme(name: name) { terminal.theme = theme }
          case .mouse: break
          }
        }
      }
    }
    terminal.close()
    return code ?? 0
  }
}
