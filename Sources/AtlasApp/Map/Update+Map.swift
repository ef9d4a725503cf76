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
    case is HomeState: HomeState.mapRect(self).map { (.world, $0.map) }
    case let map as MapState: MapView.layout(map, state: self).map { (map.region, $0.map) }
    default: nil
    }
  }

  /// Opens the map on the country that is shown, if one is.
  mutating func showMap() {
    jump(to: MapState(atlas: atlas, selected: view.subject(self)?.country))
  }
}

extension MapRaster {
  /// Whether it was worked out for a part of the world and a size.
  func fits(_ region: MapRegion, _ rect: Rect) -> Bool {
    self.region == region && columns == rect.columns && rows == rect.rows
  }
}
