import AtlasModel

/// The map while it is open.
struct MapState: Sendable {
  /// Place in the list of indicators offered.
  var choice = 0
  /// The part of the world that is shown.
  var region = MapRegion.world
  /// Position of the selected country.
  var selected: Int
  /// Positions of the indicators offered; never empty unless the dataset has none.
  let indicators: [Int]

  /// Opens the world with a country selected; by default the one nearest to the middle.
  init(atlas: Atlas, selected: Int? = nil) {
    indicators = MapClasses.indicators(atlas.catalog)
    self.selected = selected ?? 0
    if selected == nil { self.selected = nearestToMiddle(atlas) }
  }

  /// Position of the indicator that colours the map; nil if the dataset has none.
  var indicator: Int? { indicators.indices.contains(choice) ? indicators[choice] : nil }

  /// Takes the next or an earlier indicator, round and round.
  mutating func changeIndicator(by step: Int) {
    guard !indicators.isEmpty else { return }
    choice = ((choice + step) % indicators.count + indicators.count) % indicators.count
  }

  /// Shows the next part of the world, and selects a country in it if the selected one is not.
  mutating func zoom(_ atlas: Atlas) {
    region = region.next
    let projection = MapProjection(region, columns: 80, rows: 20)
    guard atlas.anchors.indices.contains(selected) else { return }
    let isShown = atlas.anchors[selected].map { projection.dot($0) != nil } ?? false
    if !isShown { selected = nearestToMiddle(atlas) }
  }

  /// Selects the nearest country in a direction, sideways or along a column.
  mutating func move(columns: Int, rows: Int, _ atlas: Atlas, on projection: MapProjection) {
    guard atlas.anchors.indices.contains(selected) else { return }
    guard let anchor = atlas.anchors[selected], let here = projection.dot(anchor) else {
      selected = nearestToMiddle(atlas)
      return
    }
    var best: (country: Int, cost: Int)?
    for (country, anchor) in atlas.anchors.enumerated() where country != selected {
      guard let anchor, let there = projection.dot(anchor) else { continue }
      let (dx, dy) = (there.x - here.x, there.y - here.y)
      let along = dx * columns + dy * rows
      let aside = abs(dx * rows) + abs(dy * columns)
      guard along > 0 else { continue }
      // What lies more aside than ahead is taken only if nothing else is there.
      let cost = along + 2 * aside + (aside > along ? 10_000 : 0)
      if cost < best?.cost ?? .max { best = (country, cost) }
    }
    if let best { selected = best.country }
  }

  /// Moves through the countries by name, in the list and with the page keys on the map.
  mutating func step(by count: Int, _ atlas: Atlas) {
    let order = atlas.countryOrder
    let position = order.firstIndex(of: selected) ?? 0
    let target = max(0, min(order.count - 1, position + count))
    if order.indices.contains(target) { selected = order[target] }
  }

  private func nearestToMiddle(_ atlas: Atlas) -> Int {
    let projection = MapProjection(region, columns: 80, rows: 20)
    let middle = (x: projection.width / 2, y: projection.height / 2)
    var best: (country: Int, distance: Int)?
    for (country, anchor) in atlas.anchors.enumerated() {
      guard let anchor, let dot = projection.dot(anchor) else { continue }
      let (dx, dy) = (dot.x - middle.x, dot.y - middle.y)
      let distance = dx * dx + dy * dy
      if distance < best?.distance ?? .max { best = (country, distance) }
    }
    return best?.country ?? 0
  }
}
