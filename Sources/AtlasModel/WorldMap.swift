/// Outlines of countries and the places of their labels, decoded from the map file of a dataset.
///
/// The coarse outlines and the anchors are decoded at once; the finer ones only by `detailed`.
public struct WorldMap: Sendable {
  /// A place on the globe, in degrees.
  public struct Place: Sendable, Equatable {
    /// Degrees east.
    public var longitude: Float
    /// Degrees north.
    public var latitude: Float

    /// Makes a place.
    public init(longitude: Float, latitude: Float) {
      self.longitude = longitude
      self.latitude = latitude
    }
  }

  /// One piece of land with its holes; even-odd filling gives its area.
  public struct Polygon: Sendable, Equatable {
    /// The outline, then the holes; the closing point is left out.
    public var rings: [[Place]]

    /// Makes a piece of land.
    public init(rings: [[Place]]) {
      self.rings = rings
    }
  }

  /// The land of one country.
  public struct Shape: Sendable, Equatable {
    /// ISO 3166-1 alpha-3 code; `x` and two capitals for land that the map gives to no country.
    public var iso3: String
    /// Its pieces.
    public var polygons: [Polygon]

    /// Makes the land of a country.
    public init(iso3: String, polygons: [Polygon]) {
      self.iso3 = iso3
      self.polygons = polygons
    }
  }

  /// Coarse outlines, enough for the whole world on a screen.
  public let shapes: [Shape]
  /// Where a country's label or single dot belongs, by ISO 3166-1 alpha-3 code.
  public let anchors: [String: Place]
  private let fine: [UInt8]
  private let fineScale, fineRows: Int

  /// Decodes the text of a map file; nil if it breaks the format that `Data/README.md` describes.
  public init?(_ text: String) {
    let reader = WorldMapReader(bytes: Array(text.utf8))
    guard let sections = reader.sections(), let low = sections["low"],
      let anchor = sections["anchor"], let shapes = reader.shapes(low),
      let places = reader.shapes(anchor)
    else { return nil }
    var anchors: [String: Place] = [:]
    for place in places {
      guard let point = place.polygons.first?.rings.first?.first else { return nil }
      anchors[place.iso3] = point
    }
    self.shapes = shapes
    self.anchors = anchors
    fine = sections["mid"].map { Array(reader.bytes[$0.lines]) } ?? []
    fineScale = sections["mid"]?.scale ?? 1
    fineRows = sections["mid"]?.rows ?? 0
  }

  /// Finer outlines for a part of the world; decoded anew at each call, about a millisecond.
  ///
  /// Nil if the file has none, or if they break the format.
  public func detailed() -> [Shape]? {
    guard fineRows > 0 else { return nil }
    let reader = WorldMapReader(bytes: fine)
    return reader.shapes(
      WorldMapReader.Section(scale: fineScale, rows: fineRows, lines: 0..<fine.count))
  }
}
