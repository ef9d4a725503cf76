import AtlasModel
import AtlasScreen

/// Countries coloured by an indicator; a list of them where a map has no room.
enum MapView {
  /// Where the parts stand.
  struct Layout {
    var title, map, legend, words, disclaimer: Rect
  }

  static let roles: [Role] = [.mapClass1, .mapClass2, .mapClass3, .mapClass4, .mapClass5]

  /// A place for a map, cut to what no real screen exceeds.
  static func limited(_ rect: Rect) -> Rect {
    rect.splitLeft(600).left.splitTop(300).top
  }

  /// Where a map and its words stand; nil if there is no map or no room for one.
  static func layout(_ map: MapState, state: AppState) -> Layout? {
    let size = state.size
    guard state.atlas.map != nil, size.columns >= 60, size.rows >= 16 else { return nil }
    let classes = map.indicator.map { MapClasses(state.atlas.catalog, indicator: $0) }
    let head = state.body.splitTop(1)
    let note = state.atlas.catalog.identity.mapDisclaimer.wrapped(columns: size.columns).count
    let disclaimer = head.rest.splitBottom(min(note, size.rows < 20 ? 1 : size.rows < 30 ? 2 : 3))
    let words = disclaimer.rest.splitBottom(size.rows < 20 ? 1 : 2)
    let count = legend(classes, glyphs: state.glyphs, columns: size.columns).count
    let legend = words.rest.splitBottom(count)
    return Layout(
      title: head.top, map: limited(legend.rest), legend: legend.bottom, words: words.bottom,
      disclaimer: disclaimer.bottom)
  }

  static func draw(_ map: MapState, state: AppState, into buffer: inout CellBuffer) {
    let classes = map.indicator.map { MapClasses(state.atlas.catalog, indicator: $0) }
    guard let layout = layout(map, state: state), let raster = state.raster(map.region, layout.map)
    else {
      MapList.draw(map, classes: classes, state: state, into: &buffer)
      return
    }
    drawTitle(map, state: state, in: layout.title, into: &buffer)
    let glyphs = state.glyphs
    drawCells(raster, at: layout.map, glyphs: glyphs, into: &buffer) { country in
      sign(country.flatMap { classes?.classes[$0] }, glyphs)
    }
    drawMarker(map, raster: raster, state: state, in: layout.map, into: &buffer)
    let lines = legend(classes, glyphs: glyphs, columns: layout.legend.columns)
    for (offset, line) in lines.enumerated() {
      buffer.write(line, at: layout.legend.column, row: layout.legend.row + offset)
    }
    let words = MapWords(map, catalog: state.atlas.catalog)
    let isKnown = classes?.classes.indices.contains(map.selected) == true
    let mark = sign(isKnown ? classes?.classes[map.selected] : nil, glyphs)
    for (offset, text) in [words.value, words.source].prefix(layout.words.rows).enumerated() {
      let line = layout.words.row + offset
      let indent = offset == 0 ? buffer.write([mark, Span(" ")], at: 0, row: line) : 2
      let room = max(0, layout.words.columns - indent)
      buffer.write(
        text.truncated(to: room, marker: glyphs.ellipsis), at: indent, row: line,
        role: offset == 0 ? .strong : .dim, limit: room)
    }
    drawDisclaimer(state, in: layout.disclaimer, into: &buffer)
  }

  /// How land of a class looks; nil is unknown.
  static func sign(_ position: Int?, _ glyphs: Glyphs) -> Span {
    guard let position, roles.indices.contains(position),
      glyphs.mapClasses.indices.contains(position)
    else { return Span(glyphs.mapUnknown, .unknownValue) }
    return Span(glyphs.mapClasses[position], roles[position])
  }

  /// Draws cells: a country's sign inside it, braille dots on coasts.
  static func drawCells(
    _ raster: MapRaster, at rect: Rect, glyphs: Glyphs, into buffer: inout CellBuffer,
    sign: (_ country: Int?) -> Span
  ) {
    for row in 0..<min(raster.rows, rect.rows) {
      // Cells of one role are written together.
      var run = Span("", .sea)
      var start = 0
      var last: (owner: UInt16, span: Span)?
      for column in 0..<raster.columns {
        let cell = raster.cells[row * raster.columns + column]
        var text = " "
        var role = Role.sea
        if cell.owner != 0 {
          let span =
            last?.owner == cell.owner ? last?.span ?? sign(cell.country) : sign(cell.country)
          last = (cell.owner, span)
          role = span.role
          text = glyph(cell, span.text, glyphs)
        }
        if role != run.role {
          buffer.write(run.text, at: rect.column + start, row: rect.row + row, role: run.role)
          run = Span("", role)
          start = column
        }
        run.text += text
      }
      buffer.write(run.text, at: rect.column + start, row: rect.row + row, role: run.role)
    }
  }

  private static func glyph(_ cell: MapRaster.Cell, _ full: String, _ glyphs: Glyphs) -> String {
    if cell.isFull { return full }
    if glyphs.hasBraille { return braille[Int(cell.dots)] }
    return cell.dots.nonzeroBitCount >= 3 ? full : "."
  }

  private static let braille = (0..<256).map { bits in
    Unicode.Scalar(0x2800 + UInt32(bits)).map { String(Character($0)) } ?? " "
  }

  private static func drawTitle(
    _ map: MapState, state: AppState, in rect: Rect, into buffer: inout CellBuffer
  ) {
    guard let indicator = map.indicator else { return }
    let record = state.atlas.catalog.indicators[indicator]
    let place = " \(map.choice + 1) of \(map.indicators.count)"
    let text =
      record.name + ", " + record.unit
      + (record.direction == .higherWorse ? " (more is worse)" : "")
    let room = max(0, rect.columns - place.columns)
    buffer.write(
      text.truncated(to: room, marker: state.glyphs.ellipsis), at: rect.column, row: rect.row,
      role: .heading, limit: room)
    buffer.write(place, at: rect.column + room, row: rect.row, role: .dim)
  }

  /// Puts `[●]` on the selected country, readable without colour.
  private static func drawMarker(
    _ map: MapState, raster: MapRaster, state: AppState, in rect: Rect,
    into buffer: inout CellBuffer
  ) {
    guard state.atlas.anchors.indices.contains(map.selected),
      let anchor = state.atlas.anchors[map.selected], let cell = raster.cell(of: anchor)
    else { return }
    let text = "[" + state.glyphs.mark + "]"
    let column = max(0, min(rect.columns - 3, cell.column - 1))
    buffer.write(
      text, at: rect.column + column, row: rect.row + cell.row, role: .selection, limit: 3)
  }

  private static func drawDisclaimer(
    _ state: AppState, in rect: Rect, into buffer: inout CellBuffer
  ) {
    let lines = state.atlas.catalog.identity.mapDisclaimer.wrapped(columns: rect.columns)
    for (offset, line) in lines.prefix(rect.rows).enumerated() {
      let isCut = offset == rect.rows - 1 && lines.count > rect.rows
      let text = isCut ? lines[offset...].joined(separator: " ") : line
      buffer.write(
        text.truncated(to: rect.columns, marker: state.glyphs.ellipsis), at: rect.column,
        row: rect.row + offset, role: .dim, limit: rect.columns)
    }
  }
}
