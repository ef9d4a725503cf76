import AtlasModel
import AtlasReport
import AtlasScreen

/// A what-if while it is open: sliders on the left or below, what follows from them beside or above.
struct WhatIfState: ExplorerView {
  /// Position of the country; nil where only choices about the model are changed.
  let country: Int?
  /// Position of the good.
  let good: Int?
  /// What can be changed, in order.
  let sliders: [Slider]
  private(set) var before: Insight?
  private(set) var after: Insight?
  /// The world coloured by the good, where there is room for it.
  private(set) var map: MapState?
  private var scroll = LineScroll()
  private var scenario: Scenario?

  init(country: Int?, good: Int?, _ state: AppState) {
    self.country = country
    self.good = good
    sliders = SliderList.sliders(country: country, good: good, state)
    if let country, let good {
      before = state.base.assessor.insight(
        country: country, good: good, sampling: state.base.sampling)
      map = MapState(atlas: state.atlas, selected: country, good: good)
    }
    settle(state)
  }

  var kind: ViewKind { .whatIf }

  private func names(_ catalog: Catalog) -> [String] {
    [country.map { catalog.countries[$0].iso3 }, good.map { catalog.goods[$0].id }]
      .compactMap(\.self)
  }

  func place(_ state: AppState) -> String {
    (["what-if"] + names(state.atlas.catalog)).joined(separator: " ")
  }

  func crumb(_ state: AppState) -> String {
    let catalog = state.atlas.catalog
    let words = [good.map { catalog.goods[$0].name }, country.map { catalog.countries[$0].name }]
    return "What if: " + (words.compactMap(\.self).joined(separator: " in "))
  }

  func hints(_ state: AppState) -> [CommandID] {
    [
      .moveDown, .moveLeft, .moveRight, .typeValue, .resetChange, .openVerdict, .undo, .resetAll,
      .saveScenario, .export, .goBack, .showHelp,
    ]
  }

  func disabledReason(_ id: CommandID, _ state: AppState) -> String? {
    switch id {
    case .openVerdict, .addToPlan, .chooseMeasures:
      return subject(state) == nil ? "Needs a country and a good." : nil
    case .typeValue, .resetChange: return selected == nil ? "No slider is selected." : nil
    default: return nil
    }
  }

  mutating func settle(_ state: AppState) {
    if scenario != state.work.scenario {
      scenario = state.work.scenario
      if let country, let good {
        after = state.atlas.assessor.insight(
          country: country, good: good, sampling: state.atlas.sampling)
      }
    }
    let layout = layout(state)
    scroll.fit(layout.lines, page: layout.sliders.rows)
    guard let country, let good else { return }
    // Fit until the verdict of the pair is open: no verdict stands before its flags.
    let isOpen = state.opened.contains(ScreeningState.key(country, good, state.atlas.catalog))
    map?.colour = isOpen ? .verdict(good) : .fit(good)
    if mapPlaces(state, layout) != nil { map?.settle(state) }
  }

  /// Where the parts of the map stand.
  struct MapPlaces {
    var title, map, legend, disclaimer: Rect
  }

  /// Whether there is a map and a screen wide enough for it; whether rows are left for it is for
  /// `mapPlaces`, which needs the pairs for its legend.
  func mayShowMap(_ state: AppState) -> Bool {
    map != nil && state.atlas.map != nil && state.body.columns >= ScreeningLayout.wideFrom
  }

  /// Where the map stands under the result, with its legend and the disclaimer; nil without room.
  func mapPlaces(_ state: AppState, _ layout: Layout? = nil) -> MapPlaces? {
    guard let map, mayShowMap(state) else { return nil }
    let layout = layout ?? self.layout(state)
    let result = layout.result
    let used = layout.resultLines.count
    let note = state.atlas.catalog.identity.mapDisclaimer.wrapped(columns: result.columns).count
    let legend = MapView.legend(
      map.classes(state), glyphs: state.glyphs, columns: result.columns
    ).count
    let head = result.splitTop(used + 1).rest.splitTop(1)
    let foot = head.rest.splitBottom(note)
    let place = foot.rest.splitBottom(legend)
    guard place.rest.rows >= 7 else { return nil }
    return MapPlaces(
      title: head.top, map: MapView.limited(place.rest), legend: place.bottom,
      disclaimer: foot.bottom)
  }

  /// The slider that keys act on.
  var selected: Slider? {
    sliders.indices.contains(scroll.selected) ? sliders[scroll.selected] : nil
  }

  func selectedID(_ state: AppState) -> String { selected?.id(state.base.catalog) ?? "" }

  mutating func select(id: String, _ state: AppState) -> Bool {
    guard let place = sliders.firstIndex(where: { $0.id(state.base.catalog) == id }) else {
      return false
    }
    let layout = layout(state)
    return scroll.select(place, layout.lines, page: layout.sliders.rows)
  }

  func subject(_ state: AppState) -> Subject? {
    guard let country, let good else { return nil }
    return .pair(country: country, good: good)
  }

  mutating func move(_ motion: Motion, _ state: AppState) {
    let layout = layout(state)
    scroll.move(motion, layout.lines, page: layout.sliders.rows)
  }

  mutating func click(_ mouse: MouseEvent, in rect: Rect, _ state: AppState) -> Call? {
    let layout = layout(state)
    guard layout.sliders.contains(mouse.point),
      let entry = scroll.entry(atRow: mouse.row - layout.sliders.row, layout.lines)
    else { return nil }
    _ = scroll.select(entry, layout.lines, page: layout.sliders.rows)
    let bar = SliderLines.bar(columns: layout.sliders.columns)
    let column = mouse.column - layout.sliders.column
    guard sliders.indices.contains(entry), bar.contains(column) else { return nil }
    let share = Double(column - bar.lowerBound) / Double(max(1, bar.count - 1))
    return SliderSteps(state).call(sliders[entry], at: share)
  }

  func why(_ state: AppState) -> WhyNode? {
    switch selected {
    case .figure(let country, let indicator):
      FigureWhy.indicator(state.atlas.catalog, country: country, indicator: indicator)
    case .fact(let country, let attribute):
      FigureWhy.attribute(
        state.atlas.catalog, country: country, id: state.base.catalog.attributes[attribute].id)
    default:
      after.flatMap { WhyTree($0, catalog: state.atlas.catalog).node("fit") }
    }
  }

  func export(_ state: AppState) -> Export? {
    guard let country, let good else { return nil }
    return ScreeningState(country: country, good: good, state).export(state)
  }

  /// Lines and places for a size and a state of changes.
  struct Layout: Sendable {
    var lines: [ScreenLine]
    var sliders: Rect
    var result: Rect
    var resultLines: [ScreenLine]
  }

  /// The result on the right from 110 columns on, else above the sliders in at most half of the rows.
  func layout(_ state: AppState) -> Layout {
    let body = state.body
    let sliders: Rect
    let result: Rect
    if body.columns >= ScreeningLayout.wideFrom {
      let parts = body.splitLeft(body.columns - max(46, body.columns * 2 / 5))
      (sliders, result) = (parts.left, parts.rest.splitLeft(2).rest)
    } else {
      let lines = WhatIfResult(self, state).lines(columns: body.columns - 1).count
      let parts = body.splitTop(subject(state) == nil ? 2 : min(lines, body.rows / 2))
      (result, sliders) = (parts.top, parts.rest)
    }
    return Layout(
      lines: SliderLines(self, state).lines(columns: sliders.columns - 1), sliders: sliders,
      result: result, resultLines: WhatIfResult(self, state).lines(columns: result.columns - 1))
  }

  func draw(_ state: AppState, in rect: Rect, into buffer: inout CellBuffer) {
    let layout = layout(state)
    LinesView.draw(
      layout.lines, from: scroll.offset, in: layout.sliders, selected: scroll.selected,
      into: &buffer, glyphs: state.glyphs)
    LinesView.draw(
      layout.resultLines, from: 0, in: layout.result, into: &buffer, glyphs: state.glyphs)
    drawMap(state, layout, into: &buffer)
  }

  private func drawMap(_ state: AppState, _ layout: Layout, into buffer: inout CellBuffer) {
    guard let map, let places = mapPlaces(state, layout),
      let raster = state.raster(.world, places.map)
    else {
      return
    }
    let classes = map.classes(state)
    let glyphs = state.glyphs
    let title = map.colour?.title(state.atlas.catalog) ?? ""
    buffer.write(
      title.truncated(to: places.title.columns, marker: glyphs.ellipsis), at: places.title.column,
      row: places.title.row, role: .heading, limit: places.title.columns)
    MapView.drawCells(raster, at: places.map, glyphs: glyphs, into: &buffer) { country in
      MapView.sign(country, classes, glyphs)
    }
    MapView.drawMarker(map, raster: raster, state: state, in: places.map, into: &buffer)
    let lines = MapView.legend(classes, glyphs: glyphs, columns: places.legend.columns)
    for (offset, line) in lines.enumerated() where offset < places.legend.rows {
      buffer.write(
        line, at: places.legend.column, row: places.legend.row + offset,
        limit: places.legend.columns)
    }
    _ = Paragraph(state.atlas.catalog.identity.mapDisclaimer, role: .dim)
      .draw(in: places.disclaimer, into: &buffer)
  }

  func plain(_ state: AppState, columns: Int) -> PlainPage {
    let lines = WhatIfResult(self, state).lines(columns: columns)
    return PlainPage(
      lines: lines.map { $0.spans.map(\.text).joined() },
      rows: sliders.map { slider in
        let reading = SliderReading(slider, state)
        return (
          slider.id(state.base.catalog),
          "\(reading.label): \(reading.value)"
            + (reading.isChanged
              ? ", was \(reading.original), \(reading.origin)" : ", \(reading.origin)")
        )
      })
  }
}

/// Which sliders belong to a country and a good.
enum SliderList {
  static func sliders(country: Int?, good: Int?, _ state: AppState) -> [Slider] {
    let catalog = state.base.catalog
    var result: [Slider] = []
    if let country {
      result += indicators(country: country, good: good, state).map {
        .figure(country: country, indicator: $0)
      }
      result += facts(catalog).map { .fact(country: country, attribute: $0) }
    }
    if let good { result += DemandField.allCases.map { .level(good: good, $0) } }
    result += [.preset] + Dimension.allCases.map { .weight($0) }
    result += [.weakestLink, .equityShare, .policy]
    let measures: [String]
    if let country, let good {
      let flags = state.base.assessor.insight(country: country, good: good).screening.flags
      measures = MeasureItems.offers(flags, catalog).map(\.id)
    } else {
      measures = catalog.measures.map(\.id)
    }
    return result + measures.map { .measure($0) }
  }

  /// Facts with set answers that flags, dimensions or conditions of measures read.
  private static func facts(_ catalog: Catalog) -> [Int] {
    catalog.attributes.indices.filter {
      let attribute = catalog.attributes[$0]
      return !attribute.isFree && !ModelReads(attribute.id, catalog: catalog).isEmpty
    }
  }

  /// Indicators that the pair's dimensions and flags read; without a good, all core ones.
  private static func indicators(country: Int, good: Int?, _ state: AppState) -> [Int] {
    let catalog = state.base.catalog
    guard let good else {
      return catalog.indicators.indices.filter { catalog.indicators[$0].isCore }
    }
    let screening = state.base.assessor.insight(country: country, good: good).screening
    let rows =
      screening.fit.dimensions.flatMap(\.evidence) + screening.flags.all.flatMap(\.evidence)
      + screening.needEvidence
    let read = Set(rows.map(\.id))
    return catalog.indicators.indices.filter { read.contains(catalog.indicators[$0].id) }
  }
}
