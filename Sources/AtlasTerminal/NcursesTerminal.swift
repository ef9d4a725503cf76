// AtlasTerminal is the screen and the keyboard: the only module that calls the ncurses seam.
// It may import Glibc, AtlasScreen and CNcurses. Start here; `Guard.c` of CNcurses holds what must
// work inside a signal handler.

public import AtlasScreen
import CNcurses
import Glibc

/// The terminal in full-screen use, from `open` to `close`.
///
/// One exists at a time, and only the thread that opened it may touch it; any thread may call
/// `wake`. However the program ends, the terminal gets its modes back: by `close` or by going out
/// of scope, by an exit hook, or by a handler when it crashes.
public struct NcursesTerminal: ~Copyable {
  /// What the terminal can do.
  public let capabilities: TerminalCapabilities
  private var options: TerminalOptions
  private let depth: ColourDepth
  private var looks: [(pair: Int32, attributes: Int32)] = []
  private var shown: CellBuffer?
  private var decoder = InputDecoder()
  private var isOpen = true

  /// Takes the terminal over: alternate screen, raw keys, own signal handling.
  ///
  /// Ctrl-C and Ctrl-Z then arrive as keys. `NO_COLOR` in the environment means no colours.
  public init(_ options: TerminalOptions = TerminalOptions()) throws(TerminalError) {
    let term = Self.variable("TERM") ?? ""
    let hasColour = options.colours != .none && Self.variable("NO_COLOR") == nil
    switch Int(cn_open(hasColour, options.usesMouse)) {
    case CN_OK: break
    case CN_ALREADY_OPEN: throw .alreadyOpen
    case CN_NOT_A_TERMINAL: throw .notATerminal
    case CN_NO_TERM: throw .noTerm
    case CN_UNKNOWN_TERM: throw .unknownTerm(term)
    case CN_NO_CURSOR: throw .noCursorAddressing(term)
    default: throw .failed
    }
    self.options = options
    let count = Int(cn_colors())
    depth = ColourDepth(count: count, choice: options.colours)
    capabilities = TerminalCapabilities(
      colours: options.colours == .eight ? min(8, count) : count,
      isUTF8: cn_utf8() && !options.isASCII, term: term)
    looks = Self.looks(of: options.theme, depth: depth)
  }

  deinit {
    if isOpen { cn_close() }
  }

  /// Gives the terminal back; safe to call twice.
  public mutating func close() {
    guard isOpen else { return }
    isOpen = false
    cn_close()
  }

  /// Columns and rows of the terminal now.
  public var size: Size { Size(columns: Int(cn_columns()), rows: Int(cn_rows())) }

  /// The looks of the roles; changing it draws everything anew at the next `present`.
  public var theme: Theme {
    get { options.theme }
    set {
      guard newValue != options.theme else { return }
      options.theme = newValue
      looks = Self.looks(of: newValue, depth: depth)
      shown = nil
    }
  }

  /// Whether the mouse is listened to; without, the terminal selects text with it.
  public var usesMouse: Bool {
    get { options.usesMouse }
    set {
      guard isOpen, newValue != options.usesMouse else { return }
      options.usesMouse = newValue
      cn_mouse(newValue)
    }
  }

  /// Shows a buffer: only cells that differ from the last one are sent.
  public mutating func present(_ buffer: CellBuffer) {
    guard isOpen else { return }
    var known = shown
    if known?.size != buffer.size {
      known = nil
      cn_erase()
    }
    for row in 0..<buffer.size.rows {
      let cells = buffer.row(row)
      let old = known?.row(row)
      if let old, old == cells { continue }
      for index in cells.indices {
        let cell = cells[index]
        if cell.isContinuation { continue }
        if let old, old[index] == cell { continue }
        if known == nil && cell == .blank && looksBlank { continue }
        put(cell, column: index - cells.startIndex, row: row)
      }
    }
    let cursor = buffer.cursor ?? Point(column: 0, row: 0)
    cn_cursor(Int32(clamping: cursor.row), Int32(clamping: cursor.column), buffer.cursor != nil)
    cn_flush()
    shown = buffer
  }

  /// Draws everything anew at the next `present`, as Ctrl-L does.
  public mutating func redraw() { shown = nil }

  /// Waits for input and returns everything that came in.
  ///
  /// No time, or nil, waits without end; the list is empty when the time is over.
  public mutating func nextEvents(timeoutMilliseconds: Int? = nil) -> [InputEvent] {
    guard isOpen else { return [.terminate(signal: SIGHUP)] }
    let deadline = timeoutMilliseconds.map {
      cn_milliseconds() + Int64(max(0, min($0, 86_400_000)))
    }
    while true {
      let left = deadline.map { Int32(clamping: max(0, $0 - cn_milliseconds())) } ?? -1
      let found = Int(cn_wait(left))
      var events: [InputEvent] = []
      if found & CN_HAS_SIGNAL != 0 { events += signalEvents() }
      if found & CN_HAS_INPUT != 0 {
        events += decoder.decode(InputReader.drain(), at: cn_milliseconds())
      }
      if found & CN_HANG_UP != 0 { events.append(.terminate(signal: SIGHUP)) }
      if !events.isEmpty { return events }
      if let deadline, cn_milliseconds() >= deadline { return [] }
    }
  }

  /// Stops the program as Ctrl-Z does and returns the events of its continuation.
  public mutating func suspend() -> [InputEvent] {
    guard isOpen else { return [] }
    let before = size
    cn_stop()
    return returned(from: before)
  }

  /// Gives the terminal to something else, such as a pager, for as long as `body` runs.
  public mutating func leaving(_ body: () -> Void) -> [InputEvent] {
    guard isOpen else { return [] }
    let before = size
    cn_leave()
    body()
    cn_enter()
    return returned(from: before)
  }

  /// Rings the bell or flashes.
  public func bell() { cn_bell() }

  /// Asks the terminal to put text on its clipboard; `sent` does not say that it was taken.
  public func copy(_ text: String) -> Clipboard.Outcome {
    let plan = Clipboard.plan(
      for: text, term: Self.variable("TERM") ?? "", isTmux: Self.variable("TMUX") != nil)
    guard case .send(let bytes) = plan else { return plan.outcome }
    let sent = bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { cn_write($0.baseAddress, $0.count) }
    }
    return sent ? .sent : .failed
  }

  /// Ends a wait in `nextEvents` with a `woken` event; any thread may call it.
  public static func wake() { cn_wake() }

  private mutating func signalEvents() -> [InputEvent] {
    let signals = Int(cn_signals())
    var events: [InputEvent] = []
    if signals & CN_SIGNAL_STOP != 0 { events += suspend() }
    if signals & CN_SIGNAL_CONTINUE != 0 {
      let before = size
      cn_enter()
      events += returned(from: before)
    }
    if signals & CN_SIGNAL_RESIZE != 0 && cn_resize() { events.append(.resize(size)) }
    if signals & CN_SIGNAL_WOKEN != 0 { events.append(.woken) }
    if signals & CN_SIGNAL_HANG_UP != 0 { events.append(.terminate(signal: SIGHUP)) }
    if signals & CN_SIGNAL_TERMINATE != 0 { events.append(.terminate(signal: SIGTERM)) }
    if signals & CN_SIGNAL_INTERRUPT != 0 { events.append(.terminate(signal: SIGINT)) }
    return events
  }

  private mutating func returned(from before: Size) -> [InputEvent] {
    shown = nil
    return size == before ? [.resumed] : [.resumed, .resize(size)]
  }

  /// True when an erased cell looks like a blank one, so that it need not be sent.
  private var looksBlank: Bool {
    guard let look = looks.first else { return true }
    return look.pair == 0 && look.attributes == 0
  }

  private func put(_ cell: Cell, column: Int, row: Int) {
    let index = Int(cell.role.rawValue)
    let look = looks.indices.contains(index) ? looks[index] : (pair: 0, attributes: 0)
    let text = capabilities.isUTF8 ? cell.text : ASCIIFold.cell(cell.text, width: cell.width)
    let scalars = text.unicodeScalars
    if !capabilities.isUTF8 || scalars.count == 1 {
      for (offset, scalar) in scalars.enumerated() {
        var value = scalar.value
        cn_put(
          Int32(row), Int32(column + offset), &value, 1,
          Int32(capabilities.isUTF8 ? cell.width : 1), look.attributes, look.pair)
      }
    } else {
      let values = scalars.map(\.value)
      cn_put(
        Int32(row), Int32(column), values, Int32(values.count), Int32(cell.width),
        look.attributes, look.pair)
    }
  }

  private static func looks(
    of theme: Theme, depth: ColourDepth
  ) -> [(pair: Int32, attributes: Int32)] {
    Role.allCases.map { role in
      let look = depth.look(theme.style(for: role))
      let isPlain = look.foreground == -1 && look.background == -1
      return (
        isPlain ? 0 : cn_pair(look.foreground, look.background),
        Int32(look.attributes.rawValue)
      )
    }
  }

  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }
}
