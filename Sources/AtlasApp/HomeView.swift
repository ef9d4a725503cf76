import AtlasModel
import AtlasScreen

/// What this is, what to press first, how to leave.
enum HomeView {
  struct Entry {
    let title: String
    let text: String
    let command: CommandID
  }

  static let entries = [
    Entry(
      title: "Countries", text: "conditions of a country, then goods against them",
      command: .showCountries),
    Entry(
      title: "Goods", text: "what a digital public good does and what it asks",
      command: .showGoods),
    Entry(title: "Map", text: "one condition across the world", command: .showMap),
    Entry(title: "Sources", text: "where every figure comes from", command: .showSources),
    Entry(title: "Help", text: "every command, searchable and runnable", command: .showCommands),
  ]

  static func lines(_ state: AppState, columns: Int, selected: Int) -> [ScreenLine] {
    let catalog = state.atlas.catalog
    let listed = catalog.goods.count { $0.standing == .listed }
    var lines = [ScreenLine()]
    lines += ScreenLine.wrapped(
      "Which digital public goods fit a country, and under which safeguards?", .title,
      columns: columns)
    lines += ScreenLine.wrapped(
      "\(catalog.countries.count) countries and territories, \(catalog.goods.count) goods "
        + "(\(listed) in the registry now), \(catalog.indicators.count) indicators. "
        + "Dataset \(catalog.identity.version), compiled \(catalog.identity.compiled). "
        + "Works offline; sends nothing.", columns: columns)
    lines.append(ScreenLine())
    for (index, entry) in entries.enumerated() {
      let key = Commands.command(entry.command)?.keys.first?.description ?? ""
      lines.append(
        ScreenLine(
          [
            Span(" \(key) ", .hintKey),
            Span(entry.title.padded(to: 11, alignment: .left), .strong),
            Span(
              entry.text.truncated(to: max(0, columns - 15), marker: state.glyphs.ellipsis), .dim),
          ], entry: index, isHead: true))
    }
    lines.append(ScreenLine())
    lines += ScreenLine.wrapped(
      "Start: press Enter on Countries, type / and a name, Enter to open it, Enter again to choose "
        + "a good. Risk flags come first, the verdict after them.", columns: columns)
    lines += ScreenLine.wrapped(
      "q goes back and, here, leaves. ? lists every command.", .dim,
      columns: columns)
    lines.append(ScreenLine())
    lines += ScreenLine.wrapped(
      "A verdict is a screening with reasons and doubts, not a decision. A missing figure is shown "
        + "as unknown, never as zero.", .dim, columns: columns)
    if state.atlas.warningCount > 0 {
      lines += ScreenLine.wrapped(
        "\(state.atlas.warningCount) rows of the dataset were skipped: see data check.", .warning,
        columns: columns)
    }
    return lines
  }

  /// Where the map stands under the lines, with its disclaimer below; nil if there is no room.
  static func mapRect(_ state: AppState, selected: Int) -> (map: Rect, disclaimer: Rect)? {
    guard state.size.columns >= 100, state.size.rows >= 30, state.atlas.map != nil else {
      return nil
    }
    let body = MapView.body(state.size).inset(columns: 2)
    let lines = lines(state, columns: body.columns, selected: selected).count
    let note = state.atlas.catalog.identity.mapDisclaimer.wrapped(columns: body.columns).count
    let parts = body.splitTop(lines + 1).rest.splitBottom(note)
    guard parts.rest.rows >= 6 else { return nil }
    return (MapView.limited(parts.rest), parts.bottom)
  }

  /// Draws land and sea, and the disclaimer that goes with every map.
  static func drawMap(_ state: AppState, _ home: HomeState, into buffer: inout CellBuffer) {
    guard let places = mapRect(state, selected: home.scroll.selected),
      let raster = state.raster(.world, places.map)
    else { return }
    MapView.drawCells(raster, at: places.map, glyphs: state.glyphs, into: &buffer) { _ in
      Span(state.glyphs.mapLand, .land)
    }
    _ = Paragraph(state.atlas.catalog.identity.mapDisclaimer, role: .dim)
      .draw(in: places.disclaimer, into: &buffer)
  }
}
