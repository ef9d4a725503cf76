import AtlasData
import AtlasModel
import AtlasScreen
import AtlasTestSupport
import Testing

@testable import AtlasApp

/// Drives the explorer without a terminal: keys in, screens out.
struct AppDriver {
  var state: AppState
  private(set) var effects: [Effect] = []
  private(set) var hints: [HintBar.Region] = []

  /// The bundled dataset, prepared once for all tests.
  static let bundled = Result {
    let catalog = try Fixtures.bundled.catalog
    let store = try SeriesStore(.bundled, catalog: catalog)
    return Atlas(
      catalog: catalog, map: try Fixtures.worldMap,
      series: SeriesBook { store.series(country: $0, indicator: $1) })
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

  /// Carries out a verb as a session file does.
  @discardableResult
  mutating func run(_ id: CommandID, _ argument: String = "") -> [Effect] {
    effects = update(&state, Call(id, argument))
    _ = draw()
    return effects
  }

  /// The screen that is drawn now.
  var buffer: CellBuffer {
    var copy = self
    return copy.draw()
  }

  /// The map that is shown.
  var map: MapState {
    get throws { try #require(state.view as? MapState) }
  }

  func good(_ id: String) throws -> Int { try #require(state.atlas.catalog.goodPosition(id)) }

  /// The table that is shown; nil if no table is.
  var sheet: SheetState? { state.view as? SheetState }

  /// Ids of the rows that the table shows.
  var rowIDs: [String] { sheet.map { sheet in sheet.shown.map { sheet.rowID($0, state) } } ?? [] }

  /// Opens a table and the row that a name finds.
  mutating func open(_ table: Character, _ name: String) {
    press(.character(table), .character("/"))
    type(name)
    press(.enter)
    if sheet != nil { press(.enter) }
  }

  /// From home to the screening of a pair, as a user does it.
  mutating func openScreening(country: String, good: String) {
    open("3", country)
    press(.character("x"), .character("/"))
    type(good)
    press(.enter)
    if sheet != nil { press(.enter) }
  }

  /// Reads all flags of the screening, then opens its verdict.
  mutating func openVerdict() {
    for _ in 0..<40 where (state.view as? ScreeningState)?.isRead == false { press(.pageDown) }
    press(.character("v"))
  }
}

extension Export {
  /// The text of a format; empty where it is none.
  func text(_ format: ExportFormat) -> String {
    if case .text(let text)? = contents(format.rawValue) { text } else { "" }
  }
}
