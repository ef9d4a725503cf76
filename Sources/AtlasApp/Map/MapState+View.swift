import AtlasModel
import AtlasReport
import AtlasScreen

extension MapState: ExplorerView {
  var kind: ViewKind { .map }
  func place(_ state: AppState) -> String { "map" }
  func crumb(_ state: AppState) -> String { "Map: " + region.rawValue }

  func details(_ state: AppState) -> [Call] {
    var calls: [Call] = []
    if let colour, colour != indicators.first.map({ .indicator($0) }) {
      calls.append(Call(.setColour, colour.text(state.atlas.catalog)))
    }
    if let year { calls.append(Call(.setYear, String(year))) }
    if region != .world { calls.append(Call(.zoomMap, region.rawValue)) }
    let id = selectedID(state)
    return id.isEmpty ? calls : calls + [Call(.selectRow, id)]
  }

  func hints(_ state: AppState) -> [CommandID] {
    [.openRow, .colourMap, .nextIndicator] + (years == nil ? [] : [.previousYear]) + [
      .zoomMap, .findCountry, .screenPair, .why, .export, .goBack, .showHelp,
    ]
  }

  func disabledReason(_ id: CommandID, _ state: AppState) -> String? {
    switch id {
    case .nextYear where years != nil && year == nil: "The newest values are shown."
    case .nextYear, .previousYear, .setYear:
      if colour?.good != nil {
        "Years go with an indicator, not with a good."
      } else {
        hasYears(state) ? nil : "The dataset has no yearly values of this."
      }
    default: nil
    }
  }

  private func hasYears(_ state: AppState) -> Bool {
    years != nil || indicator.flatMap { MapYears($0, state.atlas) } != nil
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

  /// The country; under the colours of a good, the pair.
  func subject(_ state: AppState) -> Subject? {
    guard state.atlas.catalog.countries.indices.contains(selected) else { return nil }
    return colour?.good.map { .pair(country: selected, good: $0) } ?? .country(selected)
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
    guard let layout = MapView.layout(self, state: state) else {
      guard let row = MapList.row(self, at: mouse.point, state) else { return nil }
      selected = row
      return mouse.kind == .doublePress ? Call(.openRow) : nil
    }
    if layout.slider.contains(mouse.point) {
      return slider(columns: layout.slider.columns)?
        .stop(atColumn: mouse.column - layout.slider.column).map { Call(.setYear, $0) }
    }
    guard layout.map.contains(mouse.point), let raster = state.raster(region, layout.map) else {
      return nil
    }
    let place = (mouse.row - layout.map.row) * raster.columns + mouse.column - layout.map.column
    guard raster.cells.indices.contains(place), let country = raster.cells[place].country else {
      return nil
    }
    selected = country
    return mouse.kind == .doublePress ? Call(.openRow) : nil
  }

  func why(_ state: AppState) -> WhyNode? {
    let catalog = state.atlas.catalog
    guard let colour, catalog.countries.indices.contains(selected) else { return nil }
    if let good = colour.good {
      let insight = state.atlas.assessor.insight(country: selected, good: good)
      return WhyTree(insight, catalog: catalog).node(colour.number)
    }
    // The tree is about the newest figure; of another year, the words below the map name the source.
    guard let indicator = colour.indicator, year == nil else { return nil }
    return FigureWhy.indicator(catalog, country: selected, indicator: indicator)
  }

  func citation(_ state: AppState) -> String? {
    guard colour?.good == nil, year != nil else {
      return why(state).map { $0.citation(state.atlas.catalog) }
    }
    let words = MapWords(self, state)
    let name = colour?.title(state.atlas.catalog) ?? ""
    return PlainText.clean("\(name): \(words.value) (\(words.source))")
  }
}
