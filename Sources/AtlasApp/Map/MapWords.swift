import AtlasModel
import AtlasReport
import AtlasScreen

/// What the map shows, in words.
struct MapWords {
  /// The selected country with its value, year and status.
  let value: String
  /// Where the value comes from.
  let source: String
  /// Year, status and source in few columns.
  let origin: String

  init(_ map: MapState, catalog: Catalog) {
    guard let indicator = map.indicator, catalog.countries.indices.contains(map.selected) else {
      (value, source, origin) = ("This dataset has no indicator.", "", "")
      return
    }
    let country = catalog.countries[map.selected]
    let name = "\(country.name) (\(country.iso3)): "
    guard let found = catalog.observation(country: map.selected, indicator: indicator) else {
      value = name + "unknown, no figure in the dataset"
      source = "No source. Unknown is not zero."
      origin = "no figure; unknown is not zero"
      return
    }
    let unit = catalog.indicators[indicator].unit
    let isScale = unit.hasPrefix("score ") || unit.hasPrefix("index ")
    let figure =
      EvidenceWords.number(found.value) + (isScale ? " (\(unit))" : " " + unit)
    value =
      found.status.isUsable
      ? name + figure + ", \(found.year), " + EvidenceWords.statusName(found.status)
      : name + "unknown today; \(figure) in \(found.year) is too old to count"
    origin =
      "\(found.year), " + EvidenceWords.statusName(found.status) + ", \(found.source)"
    let record = catalog.source(found.source)
    source =
      "Source: " + (record.map { "\($0.publisher), \($0.title)" } ?? "")
      + " [\(found.source)]"
  }
}

extension MapView {
  /// Classes with their signs, then the unknown ones with their count, in as many lines as needed.
  static func legend(_ classes: MapClasses?, glyphs: Glyphs, columns: Int) -> [[Span]] {
    guard let classes else { return [] }
    var entries = (0..<5).map { [sign($0, glyphs), Span(" " + classes.words($0), .dim)] }
    entries.append([sign(nil, glyphs), Span(" unknown (\(classes.unknownCount))", .dim)])
    var lines: [[Span]] = [[]]
    var used = 0
    for entry in entries {
      let width = entry.reduce(0) { $0 + $1.text.columns }
      if used > 0, used + 2 + width > columns {
        lines.append([])
        used = 0
      }
      if used > 0 { lines[lines.count - 1].append(Span("  ")) }
      lines[lines.count - 1] += entry
      used += width + (used > 0 ? 2 : 0)
    }
    return lines
  }
}

/// The map as a list, where a screen is too small for one or the dataset has none.
enum MapList {
  static func draw(
    _ map: MapState, classes: MapClasses?, state: AppState, into buffer: inout CellBuffer
  ) {
    let catalog = state.atlas.catalog
    let order = state.atlas.countryOrder
    guard let indicator = map.indicator else { return }
    let parts = state.body.splitBottom(1)
    let columns = [
      TableColumn("Country", minimum: 14, weight: 1),
      TableColumn(
        catalog.indicators[indicator].shortName, minimum: 15, alignment: .right),
      TableColumn("Year", minimum: 4, alignment: .right),
    ]
    let position = order.firstIndex(of: map.selected) ?? 0
    let page = TableWidget.page(in: parts.rest)
    let widget = TableWidget(
      columns: columns, rowCount: order.count,
      scroll: ScrollState(selected: position, offset: max(0, position - page / 2)),
      glyphs: state.glyphs)
    widget.draw(in: parts.rest, into: &buffer) { row, column in
      let country = order[row]
      if column == 0 { return Span(catalog.countries[country].shortName) }
      guard let found = catalog.observation(country: country, indicator: indicator),
        let position = classes?.classes[country]
      else { return Span(column == 1 ? "unknown" : "", .unknownValue) }
      if column == 2 { return Span(String(found.year), .dim) }
      return Span(
        EvidenceWords.number(found.value) + " " + MapView.sign(position, state.glyphs).text)
    }
    let words = MapWords(map, catalog: catalog)
    buffer.write(
      words.origin.truncated(to: parts.bottom.columns, marker: state.glyphs.ellipsis),
      at: parts.bottom.column, row: parts.bottom.row, role: .dim, limit: parts.bottom.columns)
  }
}
