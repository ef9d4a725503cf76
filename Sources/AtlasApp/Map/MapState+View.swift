import AtlasModel
import AtlasReport
import AtlasScreen

extension MapState: ExplorerView {
  var kind: ViewKind { .map }
  func place(_ state: AppState) -> String { "map" }
  func crumb(_ state: AppState) -> String { "Map: " + region.rawValue }

  func hints(_ state: AppState) -> [CommandID] {
    [
      .openRow, .nextIndicator, .colourMap, .zoomMap, .findCountry, .screenPair, .why, .export,
      .goBack, .showHelp,
    ]
  }

  func selectedID(_ state: AppState) -> String {
    let countries = state.atlas.catalog.countries
    return countries.indices.contains(selected) ? countries[selected].iso3 : ""
  }

  mutating func select(id: String, _ state: AppState) -> Bool {
    guard let position = state.atlas.catalog.countryPosition(id) else { return false }
    selected = position
    return true
  }

  func subject(_ state: AppState) -> Subject? {
    state.atlas.catalog.countries.indices.contains(selected) ? .country(selected) : nil
  }

  mutating func move(_ motion: Motion, _ state: AppState) {
    let atlas = state.atlas
    guard let layout = MapView.layout(self, state: state) else {
      return step(by: motion.rows(page: state.bodyRows), atlas)
    }
    let projection = MapProjection(region, columns: layout.map.columns, rows: layout.map.rows)
    switch motion {
    case .left: move(columns: -1, rows: 0, atlas, on: projection)
    case .right: move(columns: 1, rows: 0, atlas, on: projection)
    case .up: move(columns: 0, rows: -1, atlas, on: projection)
    case .down: move(columns: 0, rows: 1, atlas, on: projection)
    case .pageUp: step(by: -1, atlas)
    case .pageDown: step(by: 1, atlas)
    case .start, .end: step(by: motion.rows(page: 1), atlas)
    }
  }

  func draw(_ state: AppState, in rect: Rect, into buffer: inout CellBuffer) {
    MapView.draw(self, state: state, into: &buffer)
  }

  mutating func click(_ mouse: MouseEvent, in rect: Rect, _ state: AppState) -> Call? {
    guard let layout = MapView.layout(self, state: state), layout.map.contains(mouse.point),
      let raster = state.raster(region, layout.map)
    else { return nil }
    let place = (mouse.row - layout.map.row) * raster.columns + mouse.column - layout.map.column
    guard raster.cells.indices.contains(place), let country = raster.cells[place].country else {
      return nil
    }
    selected = country
    return mouse.kind == .doublePress ? Call(.openRow) : nil
  }

  func why(_ state: AppState) -> WhyNode? {
    guard let indicator, state.atlas.catalog.countries.indices.contains(selected) else {
      return nil
    }
    return FigureWhy.indicator(state.atlas.catalog, country: selected, indicator: indicator)
  }

  func plain(_ state: AppState, columns: Int) -> PlainPage {
    let words = MapWords(self, catalog: state.atlas.catalog)
    return PlainPage(lines: [words.value, words.source])
  }
}

/// What the map can be coloured by.
enum MapColourList {
  static func items(_ state: AppState) -> [ListItem] { [] }
}

extension MapState {
  /// Colours the map by an indicator; false if it is not offered.
  mutating func show(indicator: Int) -> Bool {
    guard let place = indicators.firstIndex(of: indicator) else { return false }
    choice = place
    return true
  }
}
