import AtlasApp
import AtlasModel
import AtlasScreen
import AtlasTerminal
import Glibc

/// Runs the explorer: waits for events, updates the state, carries out effects, draws.
enum Explorer {
  /// How the explorer starts.
  struct Start {
    var options: TerminalOptions
    /// View to open first, over home.
    var views: [ViewState] = []
  }

  /// Runs until the user leaves; returns the exit code.
  ///
  /// The terminal is given back on every way out (see `NcursesTerminal`).
  static func run(_ atlas: Atlas, _ start: Start) throws(TerminalError) -> Int32 {
    var terminal = try NcursesTerminal(start.options)
    let glyphs = start.options.isASCII ? Glyphs.ascii : terminal.capabilities.glyphs
    var state = AppState(atlas: atlas, size: terminal.size, glyphs: glyphs)
    for view in start.views { state.open(view) }
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
          case .write(let name, let text): state.message = write(text, suggestedName: name)
          }
        }
      }
    }
    terminal.close()
    return code ?? 0
  }

  /// Writes a file beside existing ones, never over them.
  private static func write(_ text: String, suggestedName: String) -> AppState.Message {
    var parts = suggestedName.split(separator: ".", omittingEmptySubsequences: false)
    let ending = parts.count > 1 ? "." + parts.removeLast() : ""
    let stem = parts.joined(separator: ".")
    for number in 1...999 {
      let name = number == 1 ? suggestedName : "\(stem)-\(number)\(ending)"
      do {
        try Output.write(text, to: name, replacing: false)
        return AppState.Message(text: "Written: \(name)", isError: false)
      } catch let failure where failure.isExisting {
        continue
      } catch {
        return AppState.Message(text: error.description, isError: true)
      }
    }
    return AppState.Message(text: "\(stem): 999 files of that name exist already.", isError: true)
  }
}
