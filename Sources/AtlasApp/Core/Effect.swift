public import AtlasScreen

/// What may happen to the explorer.
public typealias AppEvent = InputEvent

/// What the explorer may ask of the outside; comparable data, carried out by the runtime.
public enum Effect: Sendable, Equatable {
  /// Leave with an exit code.
  case quit(code: Int32)
  /// Give the terminal back to the shell until continued.
  case suspend
  /// Draw everything anew.
  case redraw
  /// Write a file that must not exist yet; the runtime reports how it went.
  case write(suggestedName: String, contents: ExportContents, command: String)
  /// Send text to the terminal's clipboard; the runtime reports how it went.
  case copy(text: String)
  /// Draw in the colours of a theme from now on.
  case theme(name: String)
  /// Listen to the mouse or leave it to the terminal.
  case mouse(isOn: Bool)
}
