public import AtlasModel
internal import AtlasScreen

/// What may run when, in months from a start: the earliest course filled, up to the latest hatched.
public struct TimelineChart: Sendable, Equatable {
  /// One line.
  public struct Row: Sendable, Equatable {
    /// What it is.
    public var label: String
    /// Earliest and latest begin.
    public var start: Interval
    /// Earliest and latest end; nil for what goes on, or whose end nobody knows.
    public var end: Interval?
    /// When, in words.
    public var words: String

    /// Makes a line.
    public init(_ label: String, start: Interval, end: Interval?, words: String) {
      self.label = label
      self.start = start
      self.end = end
      self.words = words
    }
  }

  /// What it shows.
  public var title: String
  /// The lines, from the top.
  public var rows: [Row]
  /// Right end of the scale in months, above 0.
  public var months: Double

  /// Makes a timeline that holds all its lines.
  public init(_ title: String, rows: [Row]) {
    self.title = title
    self.rows = rows
    let ends = rows.map { $0.end?.high ?? $0.start.high }
    months = max(((ends.max() ?? 0) / 12).rounded(.up) * 12, 12)
  }

  /// The lines as letters: full for the earliest course, light up to the latest end.
  ///
  /// - Parameter width: Columns of the whole, at least 40.
  public func text(width: Int) -> [String] {
    let room = min(max((rows.map(\.label.columns).max() ?? 0), 8), 26)
    let bar = min(max(width - room - 3, 12), 72)
    func cell(_ month: Double) -> Int {
      min(max(Int((month / months * Double(bar)).rounded(.down)), 0), bar)
    }
    let years = Int(months / 12)
    var scale = String(repeating: " ", count: room + 1) + "|"
    for year in 1...max(years, 1) {
      let next = cell(Double(year * 12))
      let label = "\(year * 12)|"
      let gap = room + 2 + next - scale.columns - label.columns
      if gap >= 0 { scale += String(repeating: " ", count: gap) + label }
    }
    let lines = rows.map { row -> String in
      var cells = Array(repeating: Character("·"), count: bar)
      let from = min(cell(row.start.low), bar - 1)
      if let end = row.end {
        for place in from..<max(cell(end.high), from + 1) { cells[place] = "░" }
        for place in from..<max(cell(end.low), from + 1) { cells[place] = "█" }
      } else {
        for place in from..<bar { cells[place] = "░" }
        cells[from] = "█"
      }
      return row.label.truncated(to: room).padded(to: room) + " |" + String(cells) + "|"
    }
    return [title, scale.trimmedEnd] + lines
  }

  /// The lines as shapes.
  var drawing: Drawing? {
    guard !rows.isEmpty, months.isFinite else { return nil }
    let (width, left, right, step) = (720.0, 216.0, 712.0, 20.0)
    var drawing = Drawing(width: width, height: Double(rows.count) * step + 22)
    func place(_ month: Double) -> Double {
      left + (right - left) * min(max(month / months, 0), 1)
    }
    let base = drawing.height - 5
    let every = months > 96 ? 24 : 12
    for month in stride(from: 0, through: Int(months), by: every) {
      let x = place(Double(month))
      drawing.items.append(.path([.init(x, 0), .init(x, base - 13)], .track))
      drawing.items.append(.text(String(month), .init(x, base), .middle, isQuiet: true))
    }
    for (position, row) in rows.enumerated() {
      let top = Double(position) * step
      let label = PlainText.clean(row.label).truncated(to: 28)
      drawing.items.append(.text(label, .init(0, top + 14), .start, isQuiet: false))
      let from = place(row.start.low)
      let sure = row.end.map { place($0.low) } ?? from
      let latest = row.end.map { place($0.high) } ?? right
      drawing.items.append(
        .box(.init(from, top + 3), width: max(latest - from, 2), height: 13, .possible))
      drawing.items.append(
        .box(.init(from, top + 3), width: max(sure - from, 2), height: 13, .known))
    }
    drawing.key =
      "Months from the start. Filled: the earliest course. Hatched: up to the latest, or open."
    return drawing
  }
}

extension String {
  /// The text without spaces at its end.
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
