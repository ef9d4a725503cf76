import AtlasModel
import AtlasReport
import AtlasScreen

extension AppState {
  /// Carries out a command that is valid now.
  mutating func perform(_ id: CommandID) -> [Effect] {
    switch id {
    case .moveUp: move(-1)
    case .moveDown: move(1)
    case .pageUp: move(-pageStep)
    case .pageDown: move(pageStep)
    case .moveToStart: move(-Rect.bound)
    case .moveToEnd: move(Rect.bound)
    case .columnLeft: moveColumn(-1)
    case .columnRight: moveColumn(1)
    case .moveLeft: moveOnMap(columns: -1, rows: 0)
    case .moveRight: moveOnMap(columns: 1, rows: 0)
    case .nextIndicator: editMap { $0.changeIndicator(by: 1) }
    case .previousIndicator: editMap { $0.changeIndicator(by: -1) }
    case .zoomMap: zoomMap()
    case .findCountry: findCountry()
    case .openRow: openSelected()
    case .goBack: goBack()
    case .filter: editTable { $0.isTyping = true }
    case .clearFilter: editTable { $0.filter = "" }
    case .sortColumn: editTable { $0.sort = TableSort.next($0.sort, column: $0.column) }
    case .showAll: editTable { $0.showsAll.toggle() }
    case .screenPair: choosePartner()
    case .export: return exported()
    case .showHome: jump(to: .home(HomeState()))
    case .showMap: showMap()
    case .showCountries: jump(to: .table(TableState(kind: .countries, atlas: atlas)))
    case .showGoods: jump(to: .table(TableState(kind: .goods, atlas: atlas)))
    case .showSources: jump(to: .table(TableState(kind: .sources, atlas: atlas)))
    case .showCommands: overlay = .commands(CommandsOverlay())
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .quitOrBack: return back() ? [] : [.quit(code: 0)]
    case .leave: return [.quit(code: 130)]
    }
    return []
  }

  var pageStep: Int { max(1, bodyRows - 2) }

  private mutating func editTable(_ change: (inout TableState) -> Void) {
    guard case .table(var table) = view else { return }
    change(&table)
    table.refresh(page: tablePage)
    view = .table(table)
  }

  private mutating func goBack() {
    if case .table(let table) = view, !table.filter.isEmpty {
      editTable { $0.filter = "" }
    } else if !back() {
      message = Message(text: "This is the home view: q leaves.", isError: false)
    }
  }

  private mutating func moveColumn(_ step: Int) {
    guard case .table(var table) = view else { return }
    let count = table.table.columns.count
    table.column = max(0, min(count - 1, table.column + step))
    view = .table(table)
  }

  private mutating func move(_ rows: Int) {
    switch view {
    case .home(var home):
      home.scroll.move(by: rows, count: HomeView.entries.count, page: HomeView.entries.count)
      view = .home(home)
    case .map: moveOnMap(columns: 0, rows: rows)
    case .table(var table):
      table.scroll.move(by: rows, count: table.rows.count, page: tablePage)
      view = .table(table)
    case .profile(var profile):
      profile.scroll(by: rows, size: size, glyphs: glyphs)
      view = .profile(profile)
    case .screening(var screening):
      screening.move(by: rows, size: size, glyphs: glyphs, catalog: atlas.catalog)
      view = .screening(screening)
    }
  }

  mutating func openSelected() {
    switch view {
    case .home(let home):
      let entries = HomeView.entries
      guard entries.indices.contains(home.scroll.selected) else { return }
      _ = perform(entries[home.scroll.selected].command)
    case .map(let map):
      guard atlas.catalog.countries.indices.contains(map.selected) else { return }
      open(.profile(ProfileState(.country(map.selected), atlas: atlas)))
    case .table(let table):
      guard let row = table.selectedRow else { return }
      openRow(row, of: table)
    case .profile: choosePartner()
    case .screening: break
    }
  }

  private mutating func openRow(_ row: Int, of table: TableState) {
    switch (table.purpose, table.kind) {
    case (.browse, .countries): open(.profile(ProfileState(.country(row), atlas: atlas)))
    case (.browse, .goods): open(.profile(ProfileState(.good(row), atlas: atlas)))
    case (.browse, .sources): open(.profile(ProfileState(.source(row), atlas: atlas)))
    case (.screenIn(let country), _): openScreening(country: country, good: row)
    case (.screen(let good), _): openScreening(country: row, good: good)
    }
  }

  private mutating func openScreening(country: Int, good: Int) {
    open(.screening(ScreeningState(country: country, good: good, atlas: atlas)))
  }

  private mutating func choosePartner() {
    switch view {
    case .profile(let profile):
      switch profile.subject {
      case .country(let country): chooseGood(for: country)
      case .good(let good): chooseCountry(for: good)
      case .source:
        message = Message(text: "A source cannot be screened.", isError: false)
      }
    case .map(let map):
      if atlas.catalog.countries.indices.contains(map.selected) { chooseGood(for: map.selected) }
    case .table(let table):
      guard let row = table.selectedRow else { return }
      switch table.purpose {
      case .browse where table.kind == .countries: chooseGood(for: row)
      case .browse: chooseCountry(for: row)
      default: openRow(row, of: table)
      }
    default: break
    }
  }

  private mutating func chooseGood(for country: Int) {
    open(.table(TableState(kind: .goods, purpose: .screenIn(country: country), atlas: atlas)))
  }

  private mutating func chooseCountry(for good: Int) {
    open(.table(TableState(kind: .countries, purpose: .screen(good: good), atlas: atlas)))
  }

  private func exported() -> [Effect] {
    switch view {
    case .profile(let profile):
      return [.write(suggestedName: profile.fileName(atlas.catalog), text: profile.markdown)]
    case .screening(let screening):
      return [
        .write(
          suggestedName: screening.fileName(atlas.catalog),
          text: screening.markdown(atlas.catalog))
      ]
    default: return []
    }
  }

  /// Selects the row under the mouse; a second press opens it.
  mutating func click(_ mouse: MouseEvent) -> [Effect] {
    guard overlay == nil else { return [] }
    if case .map = view {
      clickOnMap(mouse)
      return []
    }
    guard case .table(var table) = view else { return [] }
    let first = 3
    let row = mouse.row - first + table.scroll.offset
    guard mouse.row >= first, table.rows.indices.contains(row), mouse.row < size.rows - 1 else {
      return []
    }
    let isSecond = mouse.kind == .doublePress
    table.scroll.select(row, count: table.rows.count, page: tablePage)
    view = .table(table)
    if isSecond { openSelected() }
    return []
  }
}
