/// Screens one after the other, with the time and the words of each: what a session looked like.
///
/// Rows that occur again are kept once, so that a long session takes little room.
public struct Recording: Sendable {
  /// One screen.
  public struct Frame: Sendable, Equatable {
    /// When it came, since the start.
    public var milliseconds: Int
    /// Words for the people who watch, in force until others come; empty for none.
    public var caption: String
    /// What was done to get here; empty for the first.
    public var step: String
    /// The looks of the roles.
    public var theme: Theme
    /// Size of the screen.
    public var size: Size
    /// Where the cursor was; nil where it was hidden.
    public var cursor: Point?
    /// Its rows, as `cells(ofRow:)` takes them.
    public var rows: [Int]
  }

  /// What it is about, in a line.
  public let title: String
  /// The screens, in order.
  public private(set) var frames: [Frame] = []
  /// How long all of it takes.
  public private(set) var milliseconds = 0
  /// Whether captions get lines of their own under the screen.
  public var hasCaptionLines = true
  private var rows: [[Cell]] = []
  private var places: [[Cell]: Int] = [:]
  /// More than an afternoon's work; later screens are not kept.
  public static let limit = 10_000

  /// Starts without a screen.
  public init(title: String) { self.title = title }

  /// Whether there is room for more screens.
  public var isFull: Bool { frames.count >= Self.limit }

  /// Adds a screen that stays for a time.
  ///
  /// - Parameters:
  ///   - screen: The screen.
  ///   - theme: The looks of the roles.
  ///   - caption: Words for the people who watch.
  ///   - step: What was done to get here.
  ///   - duration: Milliseconds until the next.
  public mutating func add(
    _ screen: CellBuffer, theme: Theme, caption: String = "", step: String = "",
    lasting duration: Int
  ) {
    guard !isFull else { return }
    let ids = (0..<screen.size.rows).map { keep(Array(screen.row($0))) }
    frames.append(
      Frame(
        milliseconds: milliseconds, caption: caption, step: step, theme: theme,
        size: screen.size, cursor: screen.cursor, rows: ids))
    milliseconds += max(0, duration)
  }

  /// Lets the last screen stay longer.
  public mutating func wait(_ duration: Int) { milliseconds += max(0, duration) }

  private mutating func keep(_ cells: [Cell]) -> Int {
    if let place = places[cells] { return place }
    places[cells] = rows.count
    rows.append(cells)
    return rows.count - 1
  }

  /// The cells of a row.
  public func cells(ofRow id: Int) -> [Cell] { rows.indices.contains(id) ? rows[id] : [] }

  /// The screen of a frame.
  public func screen(_ frame: Frame) -> CellBuffer {
    var screen = CellBuffer(size: frame.size, rows: frame.rows.map(cells(ofRow:)))
    screen.cursor = frame.cursor
    return screen
  }

  /// Lines under the screen that captions need at the most, up to three; 0 without captions.
  public var captionRows: Int {
    guard hasCaptionLines else { return 0 }
    return frames.reduce(0) { max($0, Self.lines(of: $1).count) }
  }

  /// The screen of a frame with its caption under it, `rows` high.
  public func captioned(_ frame: Frame, rows captionRows: Int) -> CellBuffer {
    guard captionRows > 0 else { return screen(frame) }
    let size = Size(columns: frame.size.columns, rows: frame.size.rows + captionRows)
    var screen = CellBuffer(size: size, rows: frame.rows.map(cells(ofRow:)))
    screen.cursor = frame.cursor
    let (_, foot) = screen.bounds.splitBottom(captionRows)
    screen.fill(foot, role: .statusBar)
    for (row, line) in Self.lines(of: frame).enumerated() {
      screen.write(line, at: 1, row: foot.row + row, role: .statusBar)
    }
    return screen
  }

  private static func lines(of frame: Frame) -> [String] {
    guard !frame.caption.isEmpty else { return [] }
    let width = max(1, frame.size.columns - 2)
    let lines = frame.caption.wrapped(columns: width)
    guard lines.count > 3 else { return lines }
    return lines.prefix(2)
      + [lines.dropFirst(2).joined(separator: " ").truncated(to: width)]
  }
}
