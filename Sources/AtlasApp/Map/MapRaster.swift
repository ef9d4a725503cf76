import AtlasModel

/// A map worked out for one size: which country owns each dot and each cell.
///
/// It knows no colours and no selection, so both may change without working it out anew.
public struct MapRaster: Sendable {
  /// A cell: its owner and which of its eight dots are land, as the bits of a braille sign.
  struct Cell: Sendable, Equatable {
    /// 0 on the sea, else 1 and the country's position, or `nobody`.
    var owner: UInt16 = 0
    var dots: UInt8 = 0

    /// Whether all eight dots are land.
    var isFull: Bool { dots == 255 }

    /// The country's position; nil on the sea and on land of no country.
    var country: Int? { owner == 0 || owner == MapRaster.nobody ? nil : Int(owner) - 1 }
  }

  /// The owner of land that the map gives to no country.
  static let nobody = UInt16.max
  /// Countries with at most this many dots own every cell they touch.
  private static let small = 4

  let region: MapRegion
  let columns: Int
  let rows: Int
  let projection: MapProjection
  /// Cells, row by row.
  private(set) var cells: [Cell]
  /// Countries inside the window that found no dot of their own.
  private(set) var hidden: [Int] = []
  /// Owners of the dots, line by line.
  private var dots: [UInt16]

  /// Draws outlines on a grid of cells, then a dot for each country that won none.
  init(_ region: MapRegion, columns: Int, rows: Int, atlas: Atlas, shapes: [WorldMap.Shape]) {
    self.region = region
    self.columns = columns
    self.rows = rows
    projection = MapProjection(region, columns: columns, rows: rows)
    cells = Array(repeating: Cell(), count: columns * rows)
    var filler = MapFiller(projection)
    for shape in shapes where shape.iso3 != "ATA" {
      let owner = atlas.catalog.countryPosition(shape.iso3).map { UInt16($0 + 1) }
      for polygon in shape.polygons { filler.fill(polygon, owner: owner ?? Self.nobody) }
    }
    dots = filler.dots
    var totals = Array(repeating: 0, count: atlas.catalog.countries.count + 1)
    for dot in dots where dot != Self.nobody { totals[Int(dot)] += 1 }
    for (country, anchor) in atlas.anchors.enumerated() where totals[country + 1] == 0 {
      guard let anchor, let dot = projection.dot(anchor) else { continue }
      guard let place = freeDot(near: dot, totals) else {
        hidden.append(country)
        continue
      }
      if dots[place] != 0, dots[place] != Self.nobody { totals[Int(dots[place])] -= 1 }
      dots[place] = UInt16(country + 1)
      totals[country + 1] = 1
    }
    joinDots(totals)
  }

  /// The owner of the dot at a place: a country's position; nil on the sea and off the map.
  func country(at place: WorldMap.Place) -> Int? {
    guard let dot = projection.dot(place) else { return nil }
    return Cell(owner: dots[dot.y * projection.width + dot.x]).country
  }

  /// How many dots a country has.
  func dotCount(_ country: Int) -> Int { dots.count { $0 == UInt16(country + 1) } }

  /// The cell of a place; nil outside the map.
  func cell(of place: WorldMap.Place) -> (column: Int, row: Int)? {
    projection.dot(place).map { ($0.x / 2, $0.y / 4) }
  }

  /// A dot at or beside a place that is sea or belongs to a country that can spare it.
  private func freeDot(near dot: (x: Int, y: Int), _ totals: [Int]) -> Int? {
    for reach in 0...2 {
      for y in max(0, dot.y - reach)...min(projection.height - 1, dot.y + reach) {
        for x in max(0, dot.x - reach)...min(projection.width - 1, dot.x + reach) {
          let owner = dots[y * projection.width + x]
          guard owner == 0 || owner == Self.nobody || totals[Int(owner)] > Self.small else {
            continue
          }
          return y * projection.width + x
        }
      }
    }
    return nil
  }

  /// Makes cells of eight dots each: the smallest country owns the cell if it is a small one, else
  /// the one with most dots.
  private mutating func joinDots(_ totals: [Int]) {
    let bits: [UInt8] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
    for row in 0..<rows {
      for column in 0..<columns {
        var cell = Cell()
        var best = 0
        for index in 0..<8 {
          let owner = dot(column, row, index)
          guard owner != 0 else { continue }
          cell.dots |= bits[index]
          guard owner != cell.owner else { continue }
          var weight = 0
          for other in 0..<8 where dot(column, row, other) == owner { weight += 1 }
          if owner != Self.nobody, totals[Int(owner)] <= Self.small {
            weight = 100 - totals[Int(owner)]
          }
          if weight > best { (best, cell.owner) = (weight, owner) }
        }
        cells[row * columns + column] = cell
      }
    }
  }

  private func dot(_ column: Int, _ row: Int, _ index: Int) -> UInt16 {
    dots[(row * 4 + index / 2) * projection.width + column * 2 + index % 2]
  }
}
