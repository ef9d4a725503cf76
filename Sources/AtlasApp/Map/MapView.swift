import AtlasModel
import AtlasScreen

/// Countries coloured by an indicator; a list of them where a map has no room.
enum MapView {
  /// Where the parts stand.
  struct Layout {
    var title, map, slider, legend, words, disclaimer: Rect
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
    let head = state.body.splitTop(1)
    let note = state.atlas.catalog.identity.mapDisclaimer.wrapped(columns: size.columns).count
    let disclaimer = head.rest.splitBottom(min(note, size.rows < 20 ? 1 : size.rows < 30 ? 2 : 3))
    let words = disclaimer.rest.splitBottom(size.rows < 20 ? 1 : 2)
    let count = legend(map.classes(state), glyphs: state.glyphs, columns: size.columns).count
    let legend = words.rest.splitBottom(count)
    let slider = legend.rest.splitBottom(map.years == nil ? 0 : 1)
    return Layout(
      title: head.top, map: limited(slider.rest), slider: slider.bottom, legend: legend.bottom,
      words: words.bottom, disclaimer: disclaimer.bottom)
  }

  static func draw(_ map: MapState, state: AppState, into buffer: inout CellBuffer) {
    let classes = map.classes(state)
    guard let layout = layout(map, state: state), let raster = state.raster(map.region, layout.map)
    else {
      MapList.draw(map, classes: classes, state: state, into: &buffer)
      return
    }
    drawTitle(map, state: state, in: layout.title, into: &buffer)
    let glyphs = state.glyphs
    drawCells(raster, at: layout.map, glyphs: glyphs, into: &buffer) { country in
      let look = sign(country, classes, glyphs)
      return country == map.selected ? Span(look.text, .selection) : look
    }
    drawMarker(map, raster: raster, state: state, in: layout.map, into: &buffer)
    if let slider = map.slider(columns: layout.slider.columns) {
      buffer.write(
        slider.spans(glyphs), at: layout.slider.column, row: layout.slider.row,
        limit: layout.slider.columns)
    }
    let lines = legend(classes, glyphs: glyphs, columns: layout.legend.columns)
    for (offset, line) in lines.enumerated() {
      buffer.write(line, at: layout.legend.column, row: layout.legend.row + offset)
    }
    let words = MapWords(map, state, columns: layout.words.columns)
    let mark = sign(map.selected, classes, glyphs)
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

  /// How the land of a country looks.
  static func sign(_ country: Int?, _ classes: MapClasses?, _ glyphs: Glyphs) -> Span {
    guard let classes else { return MapClasses.sign(nil, .shades, glyphs) }
    guard let country, classes.classes.indices.contains(country) else {
      return classes.sign(nil, glyphs)
    }
    return classes.sign(classes.classes[country], glyphs)
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
    guard let colour = map.colour else { return }
    let all = map.colours
    let place = all.firstIndex(of: colour).map { " \($0 + 1) of \(all.count)" } ?? ""
    let text = colour.title(state.atlas.catalog)
    let room = max(0, rect.columns - place.columns)
    buffer.write(
      text.truncated(to: room, marker: state.glyphs.ellipsis), at: rect.column, row: rect.row,
      role: .heading, limit: room)
    buffer.write(place, at: rect.column + room, row: rect.row, role: .dim)
  }

  /// Puts `[●]` on the selected country, readable without colour.
  static func drawMarker(
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
