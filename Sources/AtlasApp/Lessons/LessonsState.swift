import AtlasModel
import AtlasScreen

/// The lessons that can be opened.
struct LessonsState: ExplorerView {
  private var scroll = ScrollState()
  /// Rows of a lesson: its title, two of what it is about, a blank one.
  private static let height = 4

  var kind: ViewKind { .lesson }
  func place(_ state: AppState) -> String { "lessons" }
  func crumb(_ state: AppState) -> String { "Lessons" }
  func hints(_ state: AppState) -> [CommandID] { [.openRow, .moveDown, .goBack, .showHelp] }

  mutating func move(_ motion: Motion, _ state: AppState) {
    scroll.move(by: motion.rows(page: 5), count: state.lessons.count, page: page(state))
  }

  private func page(_ state: AppState) -> Int { max(1, (state.bodyRows - 2) / Self.height) }

  func selectedID(_ state: AppState) -> String {
    state.lessons.indices.contains(scroll.selected) ? state.lessons[scroll.selected].name : ""
  }

  mutating func select(id: String, _ state: AppState) -> Bool {
    guard let place = state.lessons.firstIndex(where: { $0.name == id }) else { return false }
    scroll.select(place, count: state.lessons.count, page: page(state))
    return true
  }

  func draw(_ state: AppState, in rect: Rect, into buffer: inout CellBuffer) {
    let parts = rect.splitTop(2)
    _ = Paragraph(
      state.lessons.isEmpty
        ? "No lesson is at hand." : "Enter opens a lesson; in it Right goes on and q leaves.",
      role: .dim
    ).draw(in: parts.top, into: &buffer)
    for (line, index) in scroll.visible(count: state.lessons.count, page: page(state)).enumerated()
    {
      let shelf = state.lessons[index]
      let row = parts.rest.row + line * Self.height
      let minutes = shelf.minutes > 0 ? "  \(shelf.minutes) minutes" : ""
      buffer.write(
        [Span(" \(shelf.title)", .strong), Span(minutes, .dim)], at: rect.column, row: row,
        limit: rect.columns)
      let words = shelf.about.wrapped(columns: max(10, rect.columns - 4), hanging: 0)
      for (offset, text) in words.prefix(2).enumerated() {
        buffer.write(
          "   " + text, at: rect.column, row: row + 1 + offset, role: .dim, limit: rect.columns)
      }
      guard index == scroll.selected else { continue }
      buffer.setRole(
        Rect(column: rect.column, row: row, columns: rect.columns, rows: 1), role: .selection)
    }
  }

  mutating func click(_ mouse: MouseEvent, in rect: Rect, _ state: AppState) -> Call? {
    let line = (mouse.row - rect.row - 2) / Self.height
    let index = scroll.offset + line
    guard mouse.row >= rect.row + 2, state.lessons.indices.contains(index) else { return nil }
    scroll.select(index, count: state.lessons.count, page: page(state))
    return mouse.kind == .doublePress ? Call(.openRow) : nil
  }

  func plain(_ state: AppState, columns: Int) -> PlainPage {
    PlainPage(rows: state.lessons.map { (id: $0.name, text: "\($0.title): \($0.about)") })
  }
}

/// A lesson on the shelf: its text, read in full when it is opened.
public struct LessonShelf: Sendable, Equatable {
  /// Its name, as commands take it.
  public let name: String
  /// The text of its file.
  public let text: String
  /// Its title, from the text.
  public let title: String
  /// What it is about, from the text.
  public let about: String
  /// Minutes it takes; 0 if nobody said.
  public let minutes: Int

  /// Puts a text on the shelf; only its first lines are looked at.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
    func lines(_ key: String) -> [String] {
      text.split(separator: "\n").prefix(60).filter { $0.hasPrefix(key + ":") }.map {
        SafeText.line(String($0.dropFirst(key.count + 1)), limit: LessonText.longestLine)
      }
    }
    title = lines("title").first ?? name
    about = lines("about").joined(separator: " ")
    minutes = lines("minutes").first.flatMap { Int($0) } ?? 0
  }
}

extension AppState {
  /// Opens a lesson of the shelf; one with faults is not begun.
  mutating func openLesson(_ name: String) -> Outcome {
    guard let shelf = lessons.first(where: { $0.name == name }) else {
      say("No lesson is called `\(SafeText.line(name, limit: 60))`.", isError: true)
      return .nothing
    }
    let reading = LessonText.read(shelf.text, catalog: realBase.catalog)
    if let problem = reading.problems.first {
      say("The lesson has a fault in \(problem).", isError: true)
      return .nothing
    }
    use(reading.lesson.invented == nil ? realBase : realBase.holding(reading.catalog))
    jump(to: HomeState())
    return Outcome(effects: start(reading.lesson))
  }

  /// Opens the list of lessons.
  mutating func showLessons() { jump(to: LessonsState()) }
}
