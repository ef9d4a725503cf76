import AtlasModel

/// The parts of the world that the map can show.
public enum MapRegion: String, Sendable, CaseIterable {
  /// All of it but Antarctica.
  case world = "World"
  /// Africa.
  case africa = "Africa"
  /// North, Central and South America.
  case americas = "Americas"
  /// Asia.
  case asia = "Asia"
  /// Europe.
  case europe = "Europe"
  /// Oceania.
  case pacific = "Pacific"
  /// The Caribbean.
  case caribbean = "Caribbean"

  /// The part after this one, round and round.
  var next: MapRegion {
    let all = Self.allCases
    let position = all.firstIndex(of: self) ?? 0
    return all[(position + 1) % all.count]
  }

  /// What must fit on the screen, in degrees; the east may lie beyond 180.
  struct Window: Sendable {
    var west, east, south, north: Float
    /// Cosine of the parallel that is drawn true to scale.
    var cosine: Float
  }

  /// The window, with the cosine of 36 degrees for the world and of a middle parallel for parts.
  var window: Window {
    switch self {
    case .world: Window(west: -169, east: 191, south: -56, north: 78, cosine: 0.809)
    case .africa: Window(west: -20, east: 54, south: -36, north: 38, cosine: 0.98)
    case .americas: Window(west: -128, east: -32, south: -56, north: 62, cosine: 0.9)
    case .asia: Window(west: 26, east: 148, south: -11, north: 56, cosine: 0.9)
    case .europe: Window(west: -25, east: 45, south: 34, north: 71, cosine: 0.62)
    case .pacific: Window(west: 110, east: 235, south: -48, north: 22, cosine: 0.97)
    case .caribbean: Window(west: -90, east: -58, south: 8, north: 28, cosine: 0.95)
    }
  }
}

/// Where a place on the globe falls on a grid of dots, two a column and four a row.
///
/// Equirectangular: both axes are linear, so the way back is as simple.
struct MapProjection: Sendable {
  /// Width and height of the grid in dots.
  let width, height: Int
  /// Dots a degree of longitude and of latitude.
  private let across, down: Float
  private let middle: WorldMap.Place

  init(_ region: MapRegion, columns: Int, rows: Int) {
    let window = region.window
    width = columns * 2
    height = rows * 4
    down = min(
      Float(width) / ((window.east - window.west) * window.cosine),
      Float(height) / (window.north - window.south))
    across = down * window.cosine
    middle = WorldMap.Place(
      longitude: (window.west + window.east) / 2, latitude: (window.south + window.north) / 2)
  }

  /// Whole turns to add to a longitude so that it lies nearest to the middle.
  func turns(_ longitude: Float) -> Float {
    ((middle.longitude - longitude) / 360).rounded() * 360
  }

  func x(_ longitude: Float) -> Float {
    (longitude - middle.longitude) * across + Float(width) / 2
  }

  func y(_ latitude: Float) -> Float { (middle.latitude - latitude) * down + Float(height) / 2 }

  /// The dot of a place; nil outside the grid and where land is left out.
  func dot(_ place: WorldMap.Place) -> (x: Int, y: Int)? {
    let x = x(place.longitude + turns(place.longitude)).rounded(.down)
    let y = y(place.latitude).rounded(.down)
    guard x >= 0, y >= 0, x < Float(width), y < Float(height), lines.contains(Int(y)) else {
      return nil
    }
    return (Int(x), Int(y))
  }

  /// Lines of dots that may hold land: Antarctica and the polar sea stay empty.
  var lines: Range<Int> {
    let top = max(0, min(Float(height), y(84).rounded(.up)))
    let bottom = max(top, min(Float(height), y(-56).rounded(.down)))
    return Int(top)..<Int(bottom)
  }
}
