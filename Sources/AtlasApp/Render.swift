import AtlasModel
public import AtlasScreen

/// Draws the state into a buffer of its size; draws from the state only and remembers nothing.
///
/// - Returns: Where the hint bar's words stand, for the mouse.
@discardableResult
public func render(_ state: AppState, into buffer: inout CellBuffer) -> [HintBar.Region] {
  buffer.clear()
  buffer.cursor = nil
  let size = buffer.size
  guard !state.isTooSmall else {
    drawTooSmall(size, into: &buffer)
    return []
  }
  let top = buffer.bounds.splitTop(1)
  let bottom = top.rest.splitBottom(2)
  drawTitle(state, in: top.top, into: &buffer)
  drawBody(state, in: bottom.rest, into: &buffer)
  let foot = bottom.bottom.splitTop(1)
  drawMessage(state, in: foot.top, into: &buffer)
  let hints = Commands.hints(for: state).map { command in
    HintBar.Hint(name: command.keys.first?.description ?? "", command.hint)
  }
  let regions = HintBar(hints, glyphs: state.glyphs).draw(in: foot.rest, into: &buffer)
  if case .commands(let overlay) = state.overlay {
    CommandsList.draw(overlay, state: state, into: &buffer)
    return []
  }
  return regions
}

private func drawTooSmall(_ size: Size, into buffer: inout CellBuffer) {
  let text =
    "The window is \(size.columns)x\(size.rows); 40x10 is the least. Widen it, or q leaves."
  _ = Paragraph(text, role: .warning).draw(in: buffer.bounds, into: &buffer)
}

private func drawTitle(_ state: AppState, in rect: Rect, into buffer: inout CellBuffer) {
  buffer.fill(rect, role: .statusBar)
  let separator = " \(state.glyphs.prompt) "
  var crumbs = state.trail.map { $0.crumb(state) }
  var text = crumbs.joined(separator: separator)
  // The end of the trail matters most: drop from the middle on narrow screens.
  while text.columns > rect.columns - 2, crumbs.count > 2 {
    crumbs.remove(at: 1)
    text = ([crumbs[0], state.glyphs.ellipsis] + crumbs.dropFirst()).joined(separator: separator)
  }
  buffer.write(
    " " + text.truncated(to: max(0, rect.columns - 2), marker: state.glyphs.ellipsis),
    at: rect.column, row: rect.row, role: .statusBar, limit: rect.columns)
}

private func drawMessage(_ state: AppState, in rect: Rect, into buffer: inout CellBuffer) {
  guard let message = state.message else { return }
  buffer.write(
    message.text.truncated(to: rect.columns, marker: state.glyphs.ellipsis), at: rect.column,
    row: rect.row, role: message.isError ? .error : .message, limit: rect.columns)
}

private func drawBody(_ state: AppState, in rect: Rect, into buffer: inout CellBuffer) {
  switch state.view {
  case .home(let home):
    let inside = rect.inset(columns: rect.columns >= 70 ? 2 : 0)
    let lines = HomeView.lines(state, columns: inside.columns, selected: home.scroll.selected)
    // Keep the selected entry on the screen on short terminals.
    let head = lines.firstIndex { $0.isHead && $0.entry == home.scroll.selected } ?? 0
    let offset = max(0, min(max(0, lines.count - inside.rows), head - inside.rows + 2))
    LinesView.draw(
      lines, from: offset, in: inside, selected: home.scroll.selected, into: &buffer,
      glyphs: state.glyphs)
    HomeView.drawMap(state, home, into: &buffer)
  case .map(let map): MapView.draw(map, state: state, into: &buffer)
  case .table(let table): TableView.draw(table, state: state, in: rect, into: &buffer)
  case .profile(let profile):
    let lines = profile.lines(columns: rect.columns - 1, glyphs: state.glyphs)
    LinesView.draw(
      lines, from: min(profile.offset, max(0, lines.count - rect.rows)), in: rect, into: &buffer,
      glyphs: state.glyphs)
  case .screening(let screening):
    drawScreening(screening, state: state, in: rect, into: &buffer)
  }
}

private func drawScreening(
  _ screening: ScreeningState, state: AppState, in rect: Rect, into buffer: inout CellBuffer
) {
  let layout = ScreeningLayout(
    state: screening, catalog: state.atlas.catalog, size: buffer.size, glyphs: state.glyphs)
  let parts = rect.splitLeft(layout.mainColumns)
  let offset = min(screening.offset, max(0, layout.main.count - rect.rows))
  LinesView.draw(
    layout.main, from: offset, in: parts.left, selected: screening.selected, into: &buffer,
    glyphs: state.glyphs)
  guard !layout.side.isEmpty else { return }
  LinesView.draw(
    layout.side, from: max(0, min(screening.offset, layout.side.count - rect.rows)),
    in: parts.rest.splitLeft(2).rest, into: &buffer, glyphs: state.glyphs)
}

extension ViewState {
  /// The view's name in the trail.
  func crumb(_ state: AppState) -> String {
    let catalog = state.atlas.catalog
    switch self {
    case .home: return "DPG Atlas"
    case .map(let map): return "Map: " + map.region.rawValue
    case .table(let table):
      switch table.purpose {
      case .browse: return table.kind.title
      case .screenIn: return "Choose a good"
      case .screen: return "Choose a country"
      }
    case .profile(let profile): return profile.subject.name(catalog)
    case .screening(let screening):
      return "\(catalog.goods[screening.good].name) in "
        + catalog.countries[screening.country].name
    }
  }
}
