import AtlasModel
import AtlasReport
import AtlasScreen

/// The home view: what this is, what to press first, how to leave.
struct HomeState: ExplorerView {
  private var scroll = LineScroll()

  struct Entry {
    let title: String
    let text: String
    let command: CommandID
  }

  var kind: ViewKind { .home }
  func place(_ state: AppState) -> String { "home" }
  func crumb(_ state: AppState) -> String { "DPG Atlas" }

  func hints(_ state: AppState) -> [CommandID] {
    [.openRow, .moveDown, .showCountries, .showGoods, .showPalette, .showHelp, .quitOrBack]
  }

  /// What can be opened from here; continuing stands first where there is something to continue.
  static func entries(_ state: AppState) -> [Entry] {
    let start: [Entry] =
      state.earlier.isEmpty
      ? []
      : [
        Entry(
          title: "Continue", text: "where you left: " + earlierWords(state),
          command: .continueSession)
      ]
    return start + [
      Entry(
        title: "Countries", text: "conditions of a country, then goods against them",
        command: .showCountries),
      Entry(
        title: "Goods", text: "what a digital public good does and what it asks",
        command: .showGoods),
      Entry(title: "Map", text: "a condition, a risk or a fit across the world", command: .showMap),
      Entry(
        title: "Matrix", text: "every country against every good", command: .showMatrix),
      Entry(
        title: "India's offer", text: "systems, agreements on record, where they fit",
        command: .showOffer),
      Entry(
        title: "Lessons", text: "a ten-minute tour, and exercises for a room",
        command: .showLessons),
      Entry(title: "Sources", text: "where every figure comes from", command: .showSources),
      Entry(
        title: "Help", text: "every command, searchable and runnable", command: .showHelp),
    ]
  }

  private static func earlierWords(_ state: AppState) -> String {
    let places = state.earlier.filter { $0.id == .go }.map(\.argument)
    return places.last ?? "the last session"
  }

  static func lines(_ state: AppState, columns: Int) -> [ScreenLine] {
    let catalog = state.atlas.catalog
    let listed = catalog.goods.count { $0.standing == .listed }
    let isShort = state.bodyRows < 16
    var lines = isShort ? [] : [ScreenLine()]
    lines += ScreenLine.wrapped(
      "Which digital public goods fit a country, and under which safeguards?", .title,
      columns: columns)
    // A short screen shows what can be opened first.
    if isShort { lines += entryLines(state, columns: columns) + [ScreenLine()] }
    lines += ScreenLine.wrapped(
      "\(catalog.realCountries.count) countries and territories, \(catalog.goods.count) goods "
        + "(\(listed) in the registry now), \(catalog.indicators.count) indicators. "
        + "Dataset \(catalog.identity.version), compiled \(catalog.identity.compiled). "
        + "Works offline; sends nothing.", columns: columns)
    lines.append(ScreenLine())
    if !isShort { lines += entryLines(state, columns: columns) + [ScreenLine()] }
    lines += ScreenLine.wrapped(
      "Start: press 3, then / and a name, Enter to open the country, x to choose a good. Risk flags "
        + "come first; v opens the verdict after them.", columns: columns)
    lines += ScreenLine.wrapped(
      "q goes back and, here, leaves. ? lists every command, : finds one by name.", .dim,
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

  private static func entryLines(_ state: AppState, columns: Int) -> [ScreenLine] {
    let entries = entries(state)
    let longest = entries.map { ScreenWords.said($0.title).columns }.max() ?? 0
    let room = min(max(15, longest + 1), max(15, columns / 3))
    return entries.enumerated().map { index, entry in
      let key = Commands.command(entry.command)?.keys.first?.description ?? ""
      let text = entry.text.truncated(to: max(0, columns - 4 - room), marker: state.glyphs.ellipsis)
      return ScreenLine(
        [
          Span(" \(key) ", .hintKey),
          Span(entry.title.fitted(to: room - 1, marker: state.glyphs.ellipsis) + " ", .strong),
          Span(text, .dim),
        ], entry: index, isHead: true)
    }
  }

  private static func inside(_ rect: Rect) -> Rect {
    rect.inset(columns: rect.columns >= 70 ? 2 : 0)
  }

  private func lines(_ state: AppState) -> [ScreenLine] {
    let columns = Self.inside(state.body).columns
    let lines = Self.lines(state, columns: columns)
    // Where it scrolls, the bar has a column of its own.
    return lines.count > state.bodyRows ? Self.lines(state, columns: columns - 1) : lines
  }

  mutating func move(_ motion: Motion, _ state: AppState) {
    scroll.move(motion, lines(state), page: state.bodyRows)
  }

  mutating func settle(_ state: AppState) { scroll.fit(lines(state), page: state.bodyRows) }

  /// The command of the selected entry.
  func command(_ state: AppState) -> CommandID? {
    let entries = Self.entries(state)
    return entries.indices.contains(scroll.selected) ? entries[scroll.selected].command : nil
  }

  mutating func click(_ mouse: MouseEvent, in rect: Rect, _ state: AppState) -> Call? {
    let lines = lines(state)
    guard let entry = scroll.entry(atRow: mouse.row - rect.row, lines) else { return nil }
    _ = scroll.select(entry, lines, page: state.bodyRows)
    return Call(.openRow)
  }

  func draw(_ state: AppState, in rect: Rect, into buffer: inout CellBuffer) {
    let lines = lines(state)
    LinesView.draw(
      lines, from: scroll.offset, in: Self.inside(rect), selected: scroll.selected, into: &buffer,
      glyphs: state.glyphs)
    drawMap(state, into: &buffer)
  }

  /// Where the map stands under the lines, with its disclaimer below; nil if there is no room.
  static func mapRect(_ state: AppState) -> (map: Rect, disclaimer: Rect)? {
    guard state.size.columns >= 100, state.size.rows >= 30, state.atlas.map != nil else {
      return nil
    }
    let body = inside(state.body)
    let lines = lines(state, columns: body.columns).count
    let note = state.atlas.catalog.identity.mapDisclaimer.wrapped(columns: body.columns).count
    let parts = body.splitTop(lines + 1).rest.splitBottom(note)
    guard parts.rest.rows >= 6 else { return nil }
    return (MapView.limited(parts.rest), parts.bottom)
  }

  /// Draws land and sea, and the disclaimer that goes with every map.
  private func drawMap(_ state: AppState, into buffer: inout CellBuffer) {
    guard let places = Self.mapRect(state), let raster = state.raster(.world, places.map)
    else { return }
    MapView.drawCells(raster, at: places.map, glyphs: state.glyphs, into: &buffer) { _ in
      Span(state.glyphs.mapLand, .land)
    }
    _ = Paragraph(state.atlas.catalog.identity.mapDisclaimer, role: .dim)
      .draw(in: places.disclaimer, into: &buffer)
  }

  func plain(_ state: AppState, columns: Int) -> PlainPage {
    PlainPage(
      lines: Self.lines(state, columns: columns).filter { $0.entry == nil }.map {
        $0.spans.map(\.text).joined()
      },
      rows: Self.entries(state).map { ($0.command.rawValue, "\($0.title): \($0.text)") })
  }
}
