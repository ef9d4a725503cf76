import AtlasModel

/// Fills outlines on a grid of dots: even-odd, a dot belongs to the land that holds its middle.
struct MapFiller {
  private(set) var dots: [UInt16]
  private let projection: MapProjection
  private let lines: Range<Int>
  /// Where outlines cross the middle of each line; empty between two polygons.
  private var crossings: [[Float]]

  init(_ projection: MapProjection) {
    self.projection = projection
    lines = projection.lines
    dots = Array(repeating: 0, count: projection.width * projection.height)
    crossings = Array(repeating: [], count: projection.height)
  }

  /// Gives the dots inside a polygon to an owner.
  mutating func fill(_ polygon: WorldMap.Polygon, owner: UInt16) {
    guard let outline = polygon.rings.first, !outline.isEmpty else { return }
    // A whole ring moves by whole turns, so that Chukotka joins the rest of Russia.
    let mean = outline.reduce(0) { $0 + $1.longitude } / Float(outline.count)
    let turn = projection.turns(mean)
    var (west, east) = (Float(720), Float(-720))
    for place in outline {
      west = min(west, place.longitude)
      east = max(east, place.longitude)
    }
    guard projection.x(east + turn) > 0, projection.x(west + turn) < Float(projection.width)
    else { return }
    var (top, bottom) = (lines.upperBound, lines.lowerBound)
    for ring in polygon.rings {
      guard let last = ring.last else { continue }
      var from = (x: projection.x(last.longitude + turn), y: projection.y(last.latitude))
      for place in ring {
        let to = (x: projection.x(place.longitude + turn), y: projection.y(place.latitude))
        let rows = Self.middles(min(from.y, to.y), max(from.y, to.y), within: lines)
        if !rows.isEmpty {
          let slope = (to.x - from.x) / (to.y - from.y)
          for row in rows {
            crossings[row].append(from.x + (Float(row) + 0.5 - from.y) * slope)
          }
          top = min(top, rows.lowerBound)
          bottom = max(bottom, rows.upperBound)
        }
        from = to
      }
    }
    guard top < bottom else { return }
    for row in top..<bottom where !crossings[row].isEmpty { fillLine(row, owner: owner) }
  }

  private mutating func fillLine(_ row: Int, owner: UInt16) {
    crossings[row].sort()
    var index = 0
    while index + 1 < crossings[row].count {
      let reach = Self.middles(
        crossings[row][index], crossings[row][index + 1], within: 0..<projection.width)
      for column in reach { dots[row * projection.width + column] = owner }
      index += 2
    }
    crossings[row].removeAll(keepingCapacity: true)
  }

  /// Dots whose middle lies from one number up to another.
  private static func middles(_ low: Float, _ high: Float, within range: Range<Int>) -> Range<Int> {
    let limits = (Float(range.lowerBound), Float(range.upperBound))
    let first = max(limits.0, min(limits.1, (low - 0.5).rounded(.up)))
    let end = max(first, min(limits.1, (high - 0.5).rounded(.up)))
    return Int(first)..<Int(end)
  }
}
