import AtlasModel
import AtlasReport
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
    case let view as WhatIfState: view.mapPlaces(self).map { (.world, $0.map) }
    case let map as MapState: MapView.layout(map, state: self).map { (map.region, $0.map) }
    default: nil
    }
  }

  /// Opens the map on the country that is shown, if one is; it offers the good that is shown.
  mutating func showMap() {
    let subject = view.subject(self)
    let good = subject?.good ?? (view as? MapState)?.good
    jump(to: MapState(atlas: atlas, selected: subject?.country, good: good))
    guard let good else { return }
    say("b colours the map by \(atlas.catalog.goods[good].name): fit, need, flags or verdict.")
  }

  /// Colours the map, or the matrix, by what is named.
  mutating func setColour(_ text: String) -> Outcome {
    let isDone =
      if view is MatrixState {
        setMatrixColour(text)
      } else {
        setMapColour(text)
      }
    return isDone ? Outcome() : .nothing
  }

  private mutating func setMapColour(_ text: String) -> Bool {
    guard let colour = MapColour(text, atlas.catalog) else {
      say(
        "`\(PlainText.clean(text))` names no colouring: an indicator; fit, need or verdict and a "
          + "good; flag, its id and a good.", isError: true)
      return false
    }
    return edit(MapState.self) { map, _ in map.colour = colour }
  }

  /// Shows the values of a year, or the newest.
  mutating func setYear(_ text: String) -> Outcome {
    // A session that is played back names a year before anything was drawn.
    edit(MapState.self) { map, state in map.settle(state) }
    guard let range = (view as? MapState)?.years?.range else { return .nothing }
    if text == MapState.newest {
      edit(MapState.self) { map, _ in map.year = nil }
      return Outcome()
    }
    guard let year = Int(text), range.contains(year) else {
      say(
        "`\(PlainText.clean(text))` is no year here: \(range.lowerBound) to \(range.upperBound), "
          + "or newest.", isError: true)
      return .nothing
    }
    edit(MapState.self) { map, _ in map.year = year }
    return Outcome()
  }

  /// Shows a part of the world; without a name, the next.
  mutating func zoomMap(_ name: String) -> Outcome {
    let named = MapRegion.allCases.first { $0.rawValue.lowercased() == name.lowercased() }
    guard let map = view as? MapState, let region = name.isEmpty ? map.region.next : named else {
      let all = MapRegion.allCases.map(\.rawValue).joined(separator: ", ")
      say("`\(PlainText.clean(name))` is no part of the world: \(all).", isError: true)
      return .nothing
    }
    edit(MapState.self) { map, state in map.zoom(to: region, state.atlas) }
    return Outcome()
  }
}

extension MapRaster {
  /// Whether it was worked out for a part of the world and a size.
  func fits(_ region: MapRegion, _ rect: Rect) -> Bool {
    self.region == region && columns == rect.columns && rows == rect.rows
  }
}
