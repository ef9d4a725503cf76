import AtlasModel
import AtlasReport
import AtlasScreen

extension SheetState {
  func crumb(_ state: AppState) -> String { source.title(state.atlas.catalog) }

  func hints(_ state: AppState) -> [CommandID] {
    let end: [CommandID] = [.export, .goBack, .showHelp]
    return switch source {
    case .browse(.countries), .browse(.goods):
      [
        .openRow, .filter, .sortColumn, .screenPair, .markRow, .compareMarked, .frequency,
        .describe,
      ]
        + (source == .browse(.goods) ? [.showAll] : []) + [.chooseColumns] + end
    case .browse: [.openRow, .filter, .sortColumn, .frequency, .describe, .chooseColumns] + end
    case .rankGoods, .rankCountries:
      [.openRow, .filter, .sortColumn, .addToPlan, .chooseColumns, .whatIf] + end
    case .frequency: [.openRow, .filter, .sortColumn] + end
    case .plan: [.openRow, .showOutline, .removeFromPlan] + end
    case .offer: [.openRow, .filter, .sortColumn] + end
    case .describe, .compare: [.filter, .sortColumn] + end
    }
  }

  func disabledReason(_ id: CommandID, _ state: AppState) -> String? {
    switch id {
    case .openRow:
      if selectedRow == nil { return "No row is shown." }
      switch source {
      case .describe, .compare: return "Nothing is behind these rows."
      default: return nil
      }
    case .clearFilter: return filter.isEmpty ? "No filter is set." : nil
    case .showAll: return source == .browse(.goods) ? nil : "Only goods have hidden rows."
    case .frequency, .describe:
      if case .browse = source { return nil }
      return "Works in tables of countries, goods, indicators, sources and measures."
    case .removeFromPlan: return source == .plan ? nil : "Works in the plan."
    case .addToPlan:
      if case .pair = subject(state) { return nil }
      return "Open the screening of a pair first."
    default: return nil
    }
  }

  func selectedID(_ state: AppState) -> String { selectedRow.map { rowID($0, state) } ?? "" }

  /// The stable id of a row, as a place in `full`.
  func rowID(_ row: Int, _ state: AppState) -> String {
    let catalog = state.atlas.catalog
    guard let position = position(row), let subject = source.rowSubject else {
      let place = full.columns.firstIndex { $0.id == "id" || $0.id == "pair" } ?? 0
      return full.rows[row][place].peopleText
    }
    return switch subject {
    case .countries: catalog.countries[position].iso3
    case .goods: catalog.goods[position].id
    case .indicators: catalog.indicators[position].id
    case .sources: catalog.sources[position].id
    case .measures: catalog.measures[position].id
    }
  }

  mutating func select(id: String, _ state: AppState) -> Bool {
    guard let place = shown.firstIndex(where: { rowID($0, state) == id }) else { return false }
    scroll.select(place, count: shown.count, page: page(state))
    return true
  }

  func subject(_ state: AppState) -> Subject? {
    guard let row = selectedRow, let position = position(row) else { return nil }
    return subject(position)
  }

  /// What a position is about here.
  func subject(_ position: Int) -> Subject? {
    switch source {
    case .rankGoods(let country): .pair(country: country, good: position)
    case .rankCountries(let good): .pair(country: position, good: good)
    case .browse(.countries): .country(position)
    case .browse(.goods): .good(position)
    case .browse(.sources): .source(position)
    case .browse(.indicators): .indicator(position)
    case .browse(.measures): .measure(position)
    default: nil
    }
  }

  mutating func click(_ mouse: MouseEvent, in rect: Rect, _ state: AppState) -> Call? {
    let drawn = widget(state).placed(in: places(in: rect).table.splitTop(1).rest)
    if let row = drawn.row(at: mouse.point) {
      scroll.select(row, count: shown.count, page: page(state))
      return mouse.kind == .doublePress ? Call(.openRow) : nil
    }
    guard let column = drawn.column(at: mouse.point), columns.indices.contains(column) else {
      return nil
    }
    focus = column
    return Call(.sortColumn, columns[column])
  }

  /// The columns that the table has, with those shown turned on.
  func columnItems(_ state: AppState) -> [ListItem] {
    available(state).map { column in
      ListItem(
        key: column.id, title: column.title, detail: column.documentation,
        isOn: columns.contains(column.id), call: Call(.toggleColumn, column.id))
    }
  }

  private func available(_ state: AppState) -> [ReportColumn] {
    guard case .browse(let subject) = source else {
      return SheetContent(atlas: state.atlas, builder: nil, plan: state.work.plan)
        .table(source, columns: []).columns
    }
    var library = state.library
    return library.builder(subject, state.atlas.catalog).columns
  }

  func plain(_ state: AppState, columns width: Int) -> PlainPage {
    let titles = full.columns.map(\.title)
    let rows = shown.map { row -> (id: String, text: String) in
      let cells = zip(titles, full.rows[row]).dropFirst().map { title, cell in
        "\(title) \(SheetCell.text(cell))"
      }
      return (
        rowID(row, state),
        ([full.rows[row].first.map(SheetCell.text) ?? ""] + cells).joined(separator: "; ")
      )
    }
    var lines = [status(state)]
    if !problem.isEmpty { lines.append(problem) }
    return PlainPage(lines: lines, rows: rows)
  }
}
