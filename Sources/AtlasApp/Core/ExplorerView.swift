import AtlasModel
public import AtlasReport
public import AtlasScreen

/// A view of the explorer with what the user did in it; one type a view, kept on the trail.
///
/// A view is a value: it draws itself from the state, moves its own selection, and says what is
/// selected. What commands do beyond that stands in the extensions of `AppState`.
public protocol ExplorerView: Sendable {
  /// Kind of view, for the validity of commands.
  var kind: ViewKind { get }
  /// Where this is, as the command `go` reads it, such as `screening UGA dhis2`; empty if it reads it
  /// nowhere.
  func place(_ state: AppState) -> String
  /// Commands that bring a view just opened at its place to what it shows now.
  func details(_ state: AppState) -> [Call]
  /// The view's name in the trail.
  func crumb(_ state: AppState) -> String
  /// Commands for the hint bar, most useful first.
  func hints(_ state: AppState) -> [CommandID]
  /// Why a command that works in this kind of view cannot run now; nil if it can.
  func disabledReason(_ id: CommandID, _ state: AppState) -> String?
  /// Draws into the body of the screen.
  func draw(_ state: AppState, in rect: Rect, into buffer: inout CellBuffer)
  /// Moves selection or scroll position.
  mutating func move(_ motion: Motion, _ state: AppState)
  /// Brings selection and layout in line with size, data and choices after each event.
  mutating func settle(_ state: AppState)
  /// The selected row's stable id, such as `UGA`; empty if rows have none.
  func selectedID(_ state: AppState) -> String
  /// Selects the row of an id; false if there is none.
  mutating func select(id: String, _ state: AppState) -> Bool
  /// Scrolls to the next line that holds words; nil if none does.
  mutating func find(_ words: String, after last: Int?, _ state: AppState) -> Int?
  /// What the selection is about; nil if it is about nothing in the dataset.
  func subject(_ state: AppState) -> Subject?
  /// What a press of the mouse in the body means; the view selects what was hit.
  mutating func click(_ mouse: MouseEvent, in rect: Rect, _ state: AppState) -> Call?
  /// What is shown, ready to be written; nil if the view has nothing to export.
  func export(_ state: AppState) -> Export?
  /// The provenance of the selected number; nil if none is selected.
  func why(_ state: AppState) -> WhyNode?
  /// The selected number with its citation, in one line; nil if none is selected.
  func citation(_ state: AppState) -> String?
  /// The selected cell in full, for the message line while there is no message; nil for nothing.
  func footer(_ state: AppState) -> String?
  /// The view as plain lines with numbered choices, for screen readers.
  func plain(_ state: AppState, columns: Int) -> PlainPage
}

extension ExplorerView {
  func details(_ state: AppState) -> [Call] { [] }
  func disabledReason(_ id: CommandID, _ state: AppState) -> String? { nil }
  mutating func settle(_ state: AppState) {}
  func selectedID(_ state: AppState) -> String { "" }
  mutating func select(id: String, _ state: AppState) -> Bool { false }
  mutating func find(_ words: String, after last: Int?, _ state: AppState) -> Int? { nil }
  func subject(_ state: AppState) -> Subject? { nil }
  mutating func click(_ mouse: MouseEvent, in rect: Rect, _ state: AppState) -> Call? { nil }
  func export(_ state: AppState) -> Export? { nil }
  func why(_ state: AppState) -> WhyNode? { nil }
  func footer(_ state: AppState) -> String? { nil }

  func citation(_ state: AppState) -> String? {
    why(state).map { $0.citation(state.atlas.catalog) }
  }
}

/// Kinds of view, for the validity of commands and for documentation.
public enum ViewKind: String, Sendable, CaseIterable {
  case home, map, table, profile, screening, matrix, whatIf = "what-if", why, log, lesson
}

/// A way to move in a view.
public enum Motion: Sendable, Equatable {
  case up, down, pageUp, pageDown, start, end, left, right

  /// Rows to move by, of pages of a size; 0 for sideways.
  func rows(page: Int) -> Int {
    switch self {
    case .up: -1
    case .down: 1
    case .pageUp: -max(1, page - 1)
    case .pageDown: max(1, page - 1)
    case .start: -Rect.bound
    case .end: Rect.bound
    case .left, .right: 0
    }
  }
}

/// What a selection is about, by positions in the catalog.
public enum Subject: Sendable, Equatable {
  case country(Int)
  case good(Int)
  case source(Int)
  case indicator(Int)
  case measure(Int)
  case pair(country: Int, good: Int)

  /// The country that it names; nil if it names none.
  var country: Int? {
    switch self {
    case .country(let country), .pair(let country, _): country
    default: nil
    }
  }

  /// The good that it names; nil if it names none.
  var good: Int? {
    switch self {
    case .good(let good), .pair(_, let good): good
    default: nil
    }
  }
}

/// A view without colours or places: lines to read and rows to choose from.
public struct PlainPage: Sendable {
  /// Lines to read first.
  public var lines: [String]
  /// Rows to choose from, by stable id.
  public var rows: [(id: String, text: String)]

  init(lines: [String] = [], rows: [(id: String, text: String)] = []) {
    self.lines = lines
    self.rows = rows
  }
}
