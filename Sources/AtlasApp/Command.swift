public import AtlasScreen

/// Every verb of the explorer; the raw value is stable and appears in logs.
public enum CommandID: String, Sendable, CaseIterable {
  case moveUp = "move-up"
  case moveDown = "move-down"
  case pageUp = "page-up"
  case pageDown = "page-down"
  case moveToStart = "move-to-start"
  case moveToEnd = "move-to-end"
  case columnLeft = "column-left"
  case columnRight = "column-right"
  case moveLeft = "move-left"
  case moveRight = "move-right"
  case openRow = "open-row"
  case goBack = "go-back"
  case filter
  case clearFilter = "clear-filter"
  case findCountry = "find-country"
  case nextIndicator = "next-indicator"
  case previousIndicator = "previous-indicator"
  case zoomMap = "zoom-map"
  case sortColumn = "sort-column"
  case showAll = "show-all"
  case screenPair = "screen-pair"
  case export
  case showHome = "show-home"
  case showMap = "show-map"
  case showCountries = "show-countries"
  case showGoods = "show-goods"
  case showSources = "show-sources"
  case showCommands = "show-commands"
  case redraw
  case suspend
  case quitOrBack = "quit-or-back"
  case leave
}

/// A verb with everything its faces need: keys, hint, help, documentation, and when it is valid.
public struct Command: Sendable {
  /// Stable verb.
  public let id: CommandID
  /// Short imperative title.
  public let title: String
  /// One sentence of help.
  public let help: String
  /// Keys, the first of which is shown.
  public let keys: [Key]
  /// Word in the hint bar, at most 12 columns.
  public let hint: String
  /// Views in which it works; empty for all.
  public let views: [ViewKind]

  /// Why it cannot run now; nil if it can.
  public func disabledReason(in state: AppState) -> String? {
    if !views.isEmpty && !views.contains(state.view.kind) {
      return "Works in: " + views.map(\.rawValue).joined(separator: ", ") + "."
    }
    switch (id, state.view) {
    case (.openRow, .table(let table)), (.export, .table(let table)):
      return table.selectedRow == nil ? "No row is shown." : nil
    case (.clearFilter, .table(let table)):
      return table.filter.isEmpty ? "No filter is set." : nil
    case (.showAll, .table(let table)):
      return table.kind == .goods ? nil : "Only goods have hidden rows."
    case (.screenPair, .table(let table)):
      return table.kind == .sources ? "A source cannot be screened." : nil
    default: return nil
    }
  }
}

/// The registry: one list feeds keys, hint bar, help, palette and documentation.
public enum Commands {
  /// All commands, in the order of help.
  public static let all: [Command] = [
    Command(
      id: .moveDown, title: "Move down", help: "Selects the next row, or scrolls down.",
      keys: [.down, .character("j")], hint: "next", views: []),
    Command(
      id: .moveUp, title: "Move up", help: "Selects the row before, or scrolls up.",
      keys: [.up, .character("k")], hint: "previous", views: []),
    Command(
      id: .pageDown, title: "Page down",
      help: "Moves one screen down; on the map, to the next country by name.",
      keys: [.pageDown, .control("f")], hint: "page down", views: []),
    Command(
      id: .pageUp, title: "Page up",
      help: "Moves one screen up; on the map, to the country before by name.",
      keys: [.pageUp, .control("b")], hint: "page up", views: []),
    Command(
      id: .moveToStart, title: "Go to the start", help: "Selects the first row.",
      keys: [.home, .character("g")], hint: "start", views: []),
    Command(
      id: .moveToEnd, title: "Go to the end", help: "Selects the last row.",
      keys: [.end, .character("G")], hint: "end", views: []),
    Command(
      id: .columnLeft, title: "Column left", help: "Selects the column on the left, to sort by.",
      keys: [.left, .character("h")], hint: "column", views: [.table]),
    Command(
      id: .columnRight, title: "Column right", help: "Selects the column on the right, to sort by.",
      keys: [.right, .character("l")], hint: "column", views: [.table]),
    Command(
      id: .moveLeft, title: "Move left", help: "Selects the nearest country on the left.",
      keys: [.left, .character("h")], hint: "left", views: [.map]),
    Command(
      id: .moveRight, title: "Move right", help: "Selects the nearest country on the right.",
      keys: [.right, .character("l")], hint: "right", views: [.map]),
    Command(
      id: .nextIndicator, title: "Next indicator", help: "Colours the map by the next indicator.",
      keys: [.character("]"), .tab], hint: "indicator", views: [.map]),
    Command(
      id: .previousIndicator, title: "Indicator before",
      help: "Colours the map by the indicator before.",
      keys: [.character("["), .backTab], hint: "indicator", views: [.map]),
    Command(
      id: .zoomMap, title: "Next part of the world",
      help: "Shows the world, then each continent, the Pacific and the Caribbean.",
      keys: [.character("z")], hint: "zoom", views: [.map]),
    Command(
      id: .findCountry, title: "Find a country",
      help: "Opens the table of countries with its filter: type a name.",
      keys: [.character("/")], hint: "find", views: [.map]),
    Command(
      id: .openRow, title: "Open", help: "Opens what is selected.", keys: [.enter], hint: "open",
      views: [.home, .map, .table, .profile]),
    Command(
      id: .goBack, title: "Back", help: "Goes back to the view before.",
      keys: [.escape, .backspace], hint: "back", views: []),
    Command(
      id: .filter, title: "Filter", help: "Shows only rows that hold every word you type.",
      keys: [.character("/")], hint: "filter", views: [.table]),
    Command(
      id: .clearFilter, title: "Clear the filter", help: "Shows all rows again.",
      keys: [.control("u")], hint: "clear", views: [.table]),
    Command(
      id: .sortColumn, title: "Sort this column",
      help: "Sorts by the selected column: up, down, off. Unknown values stay last.",
      keys: [.character("s")], hint: "sort", views: [.table]),
    Command(
      id: .showAll, title: "Show or hide delisted goods",
      help: "Goods that left the registry are hidden until you ask for them.",
      keys: [.character("a")], hint: "delisted", views: [.table]),
    Command(
      id: .screenPair, title: "Screen a pair",
      help:
        "Chooses the other half of a pair: a good for this country, or a country for this good.",
      keys: [.character("x")], hint: "screen", views: [.map, .table, .profile]),
    Command(
      id: .export, title: "Export", help: "Writes what is shown to a new Markdown file here.",
      keys: [.character("e")], hint: "export", views: [.profile, .screening]),
    Command(
      id: .showHome, title: "Home", help: "What this is and what to press.",
      keys: [.character("1")], hint: "home", views: []),
    Command(
      id: .showMap, title: "Map", help: "One condition across the world, country by country.",
      keys: [.character("2")], hint: "map", views: []),
    Command(
      id: .showCountries, title: "Countries", help: "The table of countries.",
      keys: [.character("3")], hint: "countries", views: []),
    Command(
      id: .showGoods, title: "Goods", help: "The table of digital public goods.",
      keys: [.character("4")], hint: "goods", views: []),
    Command(
      id: .showSources, title: "Sources", help: "Where the figures come from, and their terms.",
      keys: [.character("8")], hint: "sources", views: []),
    Command(
      id: .showCommands, title: "Commands and help",
      help: "Lists every command; type to filter, Enter runs.",
      keys: [.character("?"), .character(":"), .control("p")], hint: "help", views: []),
    Command(
      id: .redraw, title: "Draw the screen anew",
      help: "Repairs a screen that another program wrote on.",
      keys: [.control("l")], hint: "redraw", views: []),
    Command(
      id: .suspend, title: "Suspend", help: "Gives the terminal back to the shell; fg returns.",
      keys: [.control("z")], hint: "suspend", views: []),
    Command(
      id: .quitOrBack, title: "Back, or quit on home",
      help: "Goes back; on the home view it leaves.", keys: [.character("q")], hint: "quit",
      views: []),
    Command(
      id: .leave, title: "Leave at once", help: "Leaves from anywhere; the terminal is restored.",
      keys: [.control("c")], hint: "leave", views: []),
  ]

  /// The command of a key in a view; one that works there before one that does not.
  public static func command(for key: Key, in state: AppState) -> Command? {
    let bound = all.filter { $0.keys.contains(key) }
    return bound.first { $0.disabledReason(in: state) == nil } ?? bound.first
  }

  /// The command of a verb.
  public static func command(_ id: CommandID) -> Command? { all.first { $0.id == id } }

  /// Commands worth a place in the hint bar of a view, most useful first.
  public static func hints(for state: AppState) -> [Command] {
    let ids: [CommandID] =
      switch state.view {
      case .home: [.openRow, .moveDown, .showCountries, .showGoods, .showCommands, .quitOrBack]
      case .map: [.openRow, .nextIndicator, .zoomMap, .findCountry, .goBack, .showCommands]
      case .table(let table):
        [.openRow, .filter, .sortColumn]
          + (table.kind == .goods ? [.showAll] : [])
          + (table.kind == .sources ? [] : [.screenPair]) + [.goBack, .showCommands]
      case .profile: [.screenPair, .pageDown, .export, .goBack, .showHome, .showCommands]
      case .screening: [.moveDown, .pageDown, .export, .goBack, .showHome, .showCommands]
      }
    return ids.compactMap(command)
  }
}
