import AtlasModel
import AtlasScreen

extension AppState {
  /// Works out the map that is shown if the one at hand does not fit; cheap otherwise.
  mutating func prepareMap() {
    guard let (region, rect) = shownMap else { return }
    guard raster?.fits(region, rect) != true else { return }
    if region != .world, fineShapes == nil {
      fineShapes = atlas.map.map { $0.detailed() ?? $0.shapes }
    }
    raster = raster(region, rect)
  }

  /// A map for a place on the screen: the one at hand if it fits.
  func raster(_ region: MapRegion, _ rect: Rect) -> MapRaster? {
    if let raster, raster.fits(region, rect) { return raster }
    guard let map = atlas.map else { return nil }
    let shapes = region == .world ? map.shapes : fineShapes ?? map.shapes
    return MapRaster(
      region, columns: rect.columns, rows: rect.rows, atlas: atlas, shapes: shapes)
  }

  private var shownMap: (MapRegion, Rect)? {
    switch view {
    case .home(let home):
      return HomeView.mapRect(self, selected: home.scroll.selected).map { (.world, $0.map) }
    case .map(let map):
      return MapView.layout(map, state: self).map { (map.region, $0.map) }
    default: return nil
    }
  }

  mutating func editMap(_ change: (inout MapState) -> Void) {
    guard case .map(var map) = view else { return }
    change(&map)
    view = .map(map)
  }

  /// Opens the map on the country that is shown, if one is.
  mutating func showMap() {
    var selected: Int?
    switch view {
    case .profile(let profile):
      if case .country(let country) = profile.subject { selected = country }
    case .screening(let screening): selected = screening.country
    case .table(let table):
      if table.kind == .countries, table.purpose == .browse { selected = table.selectedRow }
    default: break
    }
    jump(to: .map(MapState(atlas: atlas, selected: selected)))
  }

  /// One step goes to the nearest country that way; a page or more goes by name.
  mutating func moveOnMap(columns: Int, rows: Int) {
    guard case .map(var map) = view else { return }
    if let layout = MapView.layout(map, state: self) {
      if abs(rows) > 1 {
        map.step(by: abs(rows) == Rect.bound ? rows : rows.signum(), atlas)
      } else {
        let projection = MapProjection(
          map.region, columns: layout.map.columns, rows: layout.map.rows)
        map.move(columns: columns, rows: rows, atlas, on: projection)
      }
    } else {
      map.step(by: rows, atlas)
    }
    view = .map(map)
  }

  mutating func zoomMap() {
    let atlas = atlas
    editMap { $0.zoom(atlas) }
  }

  mutating func findCountry() {
    var table = TableState(kind: .countries, atlas: atlas)
    table.isTyping = true
    open(.table(table))
  }

  /// Selects the country under the mouse; a second press opens it.
  mutating func clickOnMap(_ mouse: MouseEvent) {
    guard case .map(let map) = view, let layout = MapView.layout(map, state: self),
      layout.map.contains(mouse.point), let raster = raster(map.region, layout.map)
    else { return }
    let place = (mouse.row - layout.map.row) * raster.columns + mouse.column - layout.map.column
    guard raster.cells.indices.contains(place), let country = raster.cells[place].country else {
      return
    }
    editMap { $0.selected = country }
    if mouse.kind == .doublePress { openSelected() }
  }
}

extension MapRaster {
  /// Whether it was worked out for a part of the world and a size.
  func fits(_ region: MapRegion, _ rect: Rect) -> Bool {
    self.region == region && columns == rect.columns && rows == rect.rows
  }
}
