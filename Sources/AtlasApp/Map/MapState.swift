import AtlasModel

/// The map while it is open.
struct MapState: Sendable {
  /// The stop of the slider after the last year.
  static let newest = "newest"

  /// What colours the map; nil if the dataset has nothing to show.
  var colour: MapColour?
  /// The good that is offered first; nil if the map was opened from no good.
  var good: Int?
  /// The year whose values are shown; nil for the newest ones.
  var year: Int?
  /// The part of the world that is shown.
  var region = MapRegion.world
  /// Position of the selected country.
  var selected: Int
  /// Positions of the indicators that the keys go through; empty only if the dataset has none.
  let indicators: [Int]
  /// Yearly values of the indicator shown; nil if it has none.
  private(set) var years: MapYears?
  private var shown: (key: Key, classes: MapClasses)?
  private var pair: Screening?
  private var key: Key?

  /// What classes and words were worked out for.
  struct Key: Sendable, Equatable {
    var colour: MapColour
    var year: Int?
    var scenario: Scenario
  }

  /// Opens the world with a country selected; by default the one nearest to the middle.
  init(atlas: Atlas, selected: Int? = nil, good: Int? = nil) {
    indicators = MapClasses.indicators(atlas.catalog)
    colour = indicators.first.map { .indicator($0) }
    self.good = good
    self.selected = selected ?? 0
    if selected == nil { self.selected = nearestToMiddle(atlas) }
  }

  /// Position of the indicator that colours the map; nil if a good or nothing does.
  var indicator: Int? { colour?.indicator }

  /// The colourings that the keys go through: indicators, or the numbers of the good shown.
  var colours: [MapColour] {
    colour?.good.map { MapColour.all(of: $0) } ?? indicators.map { .indicator($0) }
  }

  /// Takes the next or an earlier colouring, round and round.
  mutating func changeColour(by step: Int, _ state: AppState) {
    let all = colours
    guard !all.isEmpty else { return }
    let place = colour.flatMap { all.firstIndex(of: $0) }
    let next = place.map { $0 + step } ?? (step > 0 ? 0 : all.count - 1)
    colour = all[(next % all.count + all.count) % all.count]
  }

  /// Shows the year after or before; the newest values come after the last year.
  mutating func changeYear(by step: Int) {
    guard let range = years?.range else { return }
    let next = (year ?? range.upperBound + 1) + step
    year = next > range.upperBound ? nil : max(range.lowerBound, next)
  }

  /// Classes of the countries: those at hand if they fit; nil if there is nothing to show.
  func classes(_ state: AppState) -> MapClasses? {
    guard let colour else { return nil }
    let key = Key(colour: colour, year: year, scenario: state.work.scenario)
    if let shown, shown.key == key { return shown.classes }
    return makeClasses(colour, state)
  }

  private func makeClasses(_ colour: MapColour, _ state: AppState) -> MapClasses {
    let catalog = state.atlas.catalog
    if let indicator = colour.indicator {
      let values = year.flatMap { year in years.map { ($0.values(year), year) } }
      return MapClasses(catalog, indicator: indicator, year: values)
    }
    return MapClasses(
      colour, good: colour.good ?? 0, countries: 0..<catalog.realCountries.count,
      state.pairGrid(colour.good))
  }

  /// The screening behind the words under the map; nil unless a good colours it.
  func screening(_ state: AppState) -> Screening? {
    guard let good = colour?.good, state.atlas.catalog.countries.indices.contains(selected) else {
      return nil
    }
    if let pair, pair.country == selected, pair.good == good,
      key?.scenario == state.work.scenario
    {
      return pair
    }
    let assessor = state.atlas.assessor
    return assessor.screening(good: good, conditions: assessor.conditions(country: selected))
  }

  /// Works out what is drawn, once for each colouring, year and what-if.
  mutating func settle(_ state: AppState) {
    guard let colour else { return }
    if let colouring = colour.good { good = colouring }
    if years?.indicator != colour.indicator {
      years = colour.indicator.flatMap { MapYears($0, state.atlas) }
    }
    if let chosen = year, years?.range.contains(chosen) != true { year = nil }
    let key = Key(colour: colour, year: year, scenario: state.work.scenario)
    pair = screening(state)
    self.key = key
    if shown?.key != key { shown = (key, makeClasses(colour, state)) }
  }

  /// Shows a part of the world, and selects a country in it if the selected one is not.
  mutating func zoom(to region: MapRegion, _ atlas: Atlas) {
    self.region = region
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
