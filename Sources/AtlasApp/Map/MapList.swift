import AtlasModel
import AtlasReport
import AtlasScreen

/// The map as a list, where a screen is too small for one or the dataset has none.
enum MapList {
  static func draw(
    _ map: MapState, classes: MapClasses?, state: AppState, into buffer: inout CellBuffer
  ) {
    let order = state.atlas.countryOrder
    guard let colour = map.colour, let classes else { return }
    let parts = state.body.splitBottom(1)
    let widget = widget(map, colour, state, page: TableWidget.page(in: parts.rest))
    let grid = colour.good == nil ? nil : state.pairGrid(colour.good)
    widget.draw(in: parts.rest, into: &buffer) { row, column in
      let country = order[row]
      if column == 0 { return Span(state.atlas.catalog.countries[country].shortName) }
      let cells = cells(country, map, colour, state, grid)
      let sign = MapView.sign(country, classes, state.glyphs)
      if colour.good == nil {
        if column == 2 { return Span(cells.1, .dim) }
        return classes.classes[country] == nil
          ? Span(cells.0, .unknownValue) : Span(cells.0 + " " + sign.text)
      }
      if column == 1 { return Span(cells.0) }
      return Span(sign.text + " " + cells.1, sign.role)
    }
    let words = MapWords(map, state, columns: parts.bottom.columns)
    buffer.write(
      words.origin.truncated(to: parts.bottom.columns, marker: state.glyphs.ellipsis),
      at: parts.bottom.column, row: parts.bottom.row, role: .dim, limit: parts.bottom.columns)
  }

  /// The country under a point; nil if there is none.
  static func row(_ map: MapState, at point: Point, _ state: AppState) -> Int? {
    guard let colour = map.colour else { return nil }
    let rect = state.body.splitBottom(1).rest
    let widget = widget(map, colour, state, page: TableWidget.page(in: rect))
    return widget.placed(in: rect).row(at: point).map { state.atlas.countryOrder[$0] }
  }

  private static func widget(
    _ map: MapState, _ colour: MapColour, _ state: AppState, page: Int
  ) -> TableWidget {
    let order = state.atlas.countryOrder
    let position = order.firstIndex(of: map.selected) ?? 0
    return TableWidget(
      columns: columns(map, colour, state), rowCount: order.count,
      scroll: ScrollState(selected: position, offset: max(0, position - page / 2)),
      glyphs: state.glyphs)
  }

  private static func columns(
    _ map: MapState, _ colour: MapColour, _ state: AppState
  ) -> [TableColumn] {
    let catalog = state.atlas.catalog
    // On the least screen a long word may be cut, the sign before it not.
    let isNarrow = state.size.columns < 60
    let country = TableColumn("Country", minimum: isNarrow ? 10 : 14, weight: 1)
    guard let good = colour.good else {
      let name = colour.indicator.map { catalog.indicators[$0].shortName } ?? ""
      return [
        country, TableColumn(name, minimum: 15, alignment: .right),
        TableColumn("Year", minimum: 4, alignment: .right),
      ]
    }
    let number =
      colour.number == "verdict" ? "verdict" : "\(colour.number) \(catalog.goods[good].id)"
    return [
      country, TableColumn("Flags", minimum: isNarrow ? 11 : 16),
      TableColumn(number, minimum: isNarrow ? 12 : colour.number == "verdict" ? 23 : 14),
    ]
  }

  /// Value and year of a country, or flags and number of a pair.
  static func cells(
    _ country: Int, _ map: MapState, _ colour: MapColour, _ state: AppState, _ grid: PairGrid?
  ) -> (String, String) {
    guard let grid, let good = colour.good else {
      guard let indicator = colour.indicator,
        let found = map.figure(country, indicator, state.atlas.catalog)
      else { return ("unknown", "") }
      return found.status.isUsable || map.year != nil
        ? (EvidenceWords.number(found.value), String(found.year)) : ("unknown", "")
    }
    let flags = ScreeningWords.flagCounts(grid.severities(country: country, good: good))
    return (flags, number(colour, country, good, grid))
  }

  /// The number of a pair that a colouring shows, in few columns.
  static func number(_ colour: MapColour, _ country: Int, _ good: Int, _ grid: PairGrid) -> String {
    let outcome = grid.outcome(country: country, good: good)
    return switch colour {
    case .indicator: ""
    case .fit: RangeWords.compact(outcome.fit)
    case .need: RangeWords.compact(outcome.need)
    case .flag(let flag, _):
      grid.severity(country: country, good: good, flag: flag.index).severity?.word
        ?? "not assessed"
    case .verdict: outcome.class.name
    }
  }
}

extension MapState {
  /// The figure of a country that is shown: of the year chosen, else the newest.
  func figure(_ country: Int, _ indicator: Int, _ catalog: Catalog) -> Observation? {
    guard let year else { return catalog.observation(country: country, indicator: indicator) }
    return years?.point(country, year: year).map {
      Observation(value: $0.value, year: $0.year, status: $0.status, source: $0.source)
    }
  }
}
