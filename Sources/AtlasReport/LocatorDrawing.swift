internal import AtlasModel

extension LocatorChart {
  /// The map as shapes: equal steps of degrees, narrowed to true proportions at the country's middle.
  var drawing: Drawing? {
    let own = shapes.filter { $0.iso3 == iso3 }.flatMap(\.polygons)
    guard let window = MapWindow(own) else { return nil }
    var drawing = Drawing(width: window.width, height: window.height)
    for shape in shapes where shape.iso3 != iso3 {
      for polygon in shape.polygons {
        drawing.items += window.areas(polygon).map { .area($0, .land) }
      }
    }
    for polygon in own { drawing.items += window.areas(polygon).map { .area($0, .country) } }
    if let radius = window.ring {
      drawing.items.append(
        .dot(.init(window.width / 2, window.height / 2), radius: radius, .ring))
    }
    if window.ring != nil { drawing.key = "In a ring, since it is small." }
    return drawing
  }
}

/// The part of the world that a locator map shows.
private struct MapWindow {
  let width = 480.0
  let height = 320.0
  /// Radius of a ring around a country that is too small to be seen without one.
  let ring: Double?
  private let longitude, latitude: Double
  /// Lengths of a degree on the map.
  private let across, down: Double

  init?(_ polygons: [WorldMap.Polygon]) {
    let boxes = polygons.compactMap { $0.rings.first.flatMap(Bounds.init) }
    guard let largest = boxes.max(by: { $0.area < $1.area }) else { return nil }
    // Far islands do not shrink the country; land across the date line is moved to its other side.
    var whole = largest
    for box in boxes where box.area * 20 >= largest.area {
      whole.include(box.moved(near: largest.middle.longitude))
    }
    (longitude, latitude) = whole.middle
    let narrowing = Self.cosine(latitude)
    let (wide, high) = (whole.east - whole.west, whole.north - whole.south)
    // Around the country as much again on each side, at least 9 degrees from top to bottom.
    let span = max(high * 2.6, wide * narrowing * 2.6 * height / width, 9)
    down = height / min(span, 170)
    // Never more than once around the world.
    across = max(down * narrowing, width / 360)
    let land = max((largest.east - largest.west) * across, (largest.north - largest.south) * down)
    ring = land < 20 ? max(wide * across, high * down) / 2 + 16 : nil
  }

  /// The outlines of a piece of land, once for each side of the date line on which it is seen.
  func areas(_ polygon: WorldMap.Polygon) -> [[[Drawing.Point]]] {
    guard let outline = polygon.rings.first, let box = Bounds(outline) else { return [] }
    return [-360.0, 0, 360].compactMap { shift in
      let west = x(box.west + shift)
      let east = x(box.east + shift)
      guard east > 0, west < width, y(box.south) > 0, y(box.north) < height else { return nil }
      let rings = polygon.rings.map { thinned($0.map { point($0, shift) }) }.filter { $0.count > 2 }
      return rings.isEmpty ? nil : rings
    }
  }

  private func x(_ degrees: Double) -> Double { width / 2 + (degrees - longitude) * across }
  private func y(_ degrees: Double) -> Double { height / 2 - (degrees - latitude) * down }
  private func point(_ place: WorldMap.Place, _ shift: Double) -> Drawing.Point {
    Drawing.Point(x(Double(place.longitude) + shift), y(Double(place.latitude)))
  }

  /// Without points that nobody could tell from the one before.
  private func thinned(_ ring: [Drawing.Point]) -> [Drawing.Point] {
    var kept: [Drawing.Point] = []
    for point in ring {
      if let last = kept.last, abs(last.x - point.x) < 0.3, abs(last.y - point.y) < 0.3 { continue }
      kept.append(point)
    }
    return kept
  }

  /// Cosine of degrees of latitude, to 0.002, at least 0.2; the module imports no mathematics.
  private static func cosine(_ degrees: Double) -> Double {
    let angle = min(degrees.magnitude, 78) * .pi / 180
    let square = angle * angle
    return max(1 - square / 2 + square * square / 24 - square * square * square / 720, 0.2)
  }
}

/// The least box around places, in degrees.
private struct Bounds {
  var west, east, south, north: Double

  init?(_ places: [WorldMap.Place]) {
    let longitudes = places.map { Double($0.longitude) }
    let latitudes = places.map { Double($0.latitude) }
    guard let west = longitudes.min(), let east = longitudes.max(), let south = latitudes.min(),
      let north = latitudes.max()
    else { return nil }
    (self.west, self.east, self.south, self.north) = (west, east, south, north)
  }

  var area: Double { (east - west) * (north - south) }
  var middle: (longitude: Double, latitude: Double) { ((west + east) / 2, (south + north) / 2) }

  /// The box on the side of the date line that is nearer.
  func moved(near longitude: Double) -> Bounds {
    var box = self
    let distance = middle.longitude - longitude
    let shift = distance > 180 ? -360.0 : distance < -180 ? 360 : 0
    box.west += shift
    box.east += shift
    return box
  }

  mutating func include(_ other: Bounds) {
    (west, east) = (min(west, other.west), max(east, other.east))
    (south, north) = (min(south, other.south), max(north, other.north))
  }
}
