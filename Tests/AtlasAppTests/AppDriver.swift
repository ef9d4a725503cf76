import AtlasApp
import AtlasData
import AtlasModel
import AtlasScreen
import AtlasTestSupport

/// Drives the explorer without a terminal: keys in, screens out.
struct AppDriver {
  private(set) var state: AppState
  private(set) var effects: [Effect] = []
  private(set) var hints: [HintBar.Region] = []

  /// The bundled dataset, prepared once for all tests.
  static let bundled = Result {
    Atlas(catalog: try Fixtures.bundled.catalog, map: try Fixtures.worldMap)
  }

  init(columns: Int = 80, rows: Int = 24, glyphs: Glyphs = .unicode) throws {
    state = AppState(
      atlas: try Self.bundled.get(), size: Size(columns: columns, rows: rows), glyphs: glyphs)
  }

  /// Presses keys in order.
  mutating func press(_ keys: Key...) {
    for key in keys { send(.key(key)) }
  }

  /// Types text, one key a character.
  mutating func type(_ text: String) {
    for character in text { send(.key(.character(character))) }
  }

  /// Sends an event as the runtime does, drawing after it.
  mutating func send(_ event: AppEvent) {
    effects = update(&state, event)
    _ = draw()
  }

  /// The screen.
  mutating func draw() -> CellBuffer {
    var buffer = CellBuffer(size: state.size)
    state.hintRegions = render(state, into: &buffer)
    return buffer
  }

  /// The screen as text, one line a row.
  var text: String {
    var copy = self
    return copy.draw().lines.joined(separator: "\n")
  }

  /// From home to the screening of a pair, as a user does it.
  mutating func openScreening(country: String, good: String) {
    press(.character("3"), .character("/"))
    type(country)
    press(.enter)
    if case .table = state.view { press(.enter) }
    press(.character("x"), .character("/"))
    type(good)
    press(.enter)
    if case .table = state.view { press(.enter) }
  }
}
