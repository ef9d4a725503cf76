import AtlasModel
import AtlasReport
import AtlasScreen

extension MatrixState {
  func draw(_ state: AppState, in rect: Rect, into buffer: inout CellBuffer) {
    let layout = MatrixLayout(state)
    drawTitle(state, in: layout.title, into: &buffer)
    guard let country, let good else {
      _ = Paragraph(emptyText, role: .unknownValue).draw(in: layout.cells, into: &buffer)
      return
    }
    let rowsShown = rowScroll.visible(count: rows.count, page: layout.rowPage)
    let columnsShown = columnScroll.visible(count: columns.count, page: layout.columnPage)
    drawNames(columnsShown, state, in: layout.names, into: &buffer)
    let grid = state.pairGrid()
    for (line, row) in rowsShown.enumerated() {
      drawHead(row, line: line, state, in: layout.heads, into: &buffer)
      for (place, column) in columnsShown.enumerated() {
        let look = sign(rows[row], columns[column], grid, state.glyphs)
        let isSelected = row == rowScroll.selected && column == columnScroll.selected
        buffer.write(
          look.text + filler(look.text, state.glyphs),
          at: layout.cells.column + place * MatrixLayout.cellColumns,
          row: layout.cells.row + line, role: isSelected ? .selection : look.role,
          limit: MatrixLayout.cellColumns)
      }
    }
    for line in legend(state.glyphs, columns: layout.legend.columns).prefix(layout.legend.rows) {
      buffer.write(
        line, at: layout.legend.column, row: layout.legend.row, limit: layout.legend.columns)
    }
    let words = words(country: country, good: good, grid, state, columns: layout.words.columns)
    for (line, text) in words.prefix(layout.words.rows).enumerated() {
      buffer.write(
        text.truncated(to: layout.words.columns, marker: state.glyphs.ellipsis),
        at: layout.words.column, row: layout.words.row + line, role: line == 0 ? .strong : .dim,
        limit: layout.words.columns)
    }
  }

  /// Shades fill their cell; signs and letters stand alone so that they can be read.
  private func filler(_ sign: String, _ glyphs: Glyphs) -> String {
    colouring.scale == .shades && glyphs.mapClasses.contains(sign) && glyphs.hasBraille ? sign : " "
  }

  var emptyText: String {
    problem.isEmpty
      ? "No \(rows.isEmpty ? "country" : "good") is left. Esc goes back."
      : problem + ". Esc goes back."
  }

  /// How a pair looks.
  func sign(_ country: Int, _ good: Int, _ grid: PairGrid, _ glyphs: Glyphs) -> Span {
    let position: Int?
    switch colouring {
    case .flags: position = grid.gravest(country: country, good: good).severity?.rawValue
    case .fit: position = MapClasses.share(grid.outcome(country: country, good: good).fit)
    case .need: position = MapClasses.share(grid.outcome(country: country, good: good).need)
    case .verdict:
      position = MapClasses.position(grid.outcome(country: country, good: good).class)
    }
    return MapClasses.sign(position, colouring.scale, glyphs)
  }

  private func drawTitle(_ state: AppState, in rect: Rect, into buffer: inout CellBuffer) {
    guard !rect.isEmpty else { return }
    let place =
      " row \(rowScroll.selected + 1) of \(rows.count), column \(columnScroll.selected + 1) of "
      + "\(columns.count)"
    let room = max(0, rect.columns - place.columns)
    buffer.write(
      title(state).truncated(to: room, marker: state.glyphs.ellipsis), at: rect.column,
      row: rect.row, role: problem.isEmpty ? .heading : .warning, limit: room)
    buffer.write(place, at: rect.column + room, row: rect.row, role: .dim)
  }

  /// The colouring and what chooses rows and columns.
  private func title(_ state: AppState) -> String {
    var parts = [colouring.title]
    if !problem.isEmpty { parts.append(problem) }
    if !countryQuery.isEmpty { parts.append("countries " + countryQuery) }
    if !goodQuery.isEmpty { parts.append("goods " + goodQuery) }
    if marked(.countries, state) != nil || marked(.goods, state) != nil {
      parts.append("marked ones, a shows all")
    }
    return parts.joined(separator: "; ")
  }

  /// Names of goods written downwards, ending at the cells.
  private func drawNames(
    _ shown: Range<Int>, _ state: AppState, in rect: Rect, into buffer: inout CellBuffer
  ) {
    for (place, column) in shown.enumerated() {
      let letters = state.atlas.catalog.goods[columns[column]].name.prefix(rect.rows)
      let isSelected = column == columnScroll.selected
      let area = Rect(
        column: rect.column + place * MatrixLayout.cellColumns, row: rect.row,
        columns: MatrixLayout.cellColumns, rows: rect.rows)
      if isSelected { buffer.fill(area.splitLeft(1).left, role: .selection) }
      for (line, letter) in letters.enumerated() {
        buffer.write(
          String(letter), at: area.column, row: area.endRow - letters.count + line,
          role: isSelected ? .selection : .header, limit: MatrixLayout.cellColumns)
      }
    }
  }

  private func drawHead(
    _ row: Int, line: Int, _ state: AppState, in rect: Rect, into buffer: inout CellBuffer
  ) {
    let record = state.atlas.catalog.countries[rows[row]]
    let text = (record.iso3 + " " + record.shortName)
      .fitted(to: max(0, rect.columns - 1), marker: state.glyphs.ellipsis)
    buffer.write(
      text, at: rect.column, row: rect.row + line,
      role: row == rowScroll.selected ? .selection : .text, limit: rect.columns)
  }

  private func legend(_ glyphs: Glyphs, columns: Int) -> [[Span]] {
    let names: [String]
    switch colouring {
    case .flags: names = Severity.allCases.map(\.word) + ["not assessed"]
    case .fit, .need: names = ["<0.2", "0.2-0.4", "0.4-0.6", "0.6-0.8", "0.8+", "open by >.40"]
    case .verdict:
      let words = VerdictClass.allCases.map(\.name)
      // Cut where a line of 80 columns could not hold them.
      names = columns >= 90 ? words : ["Adopt", "safeguards", "Prepare", "Not now", "Cannot say"]
    }
    return MapView.legend(
      names.enumerated().map { place, name in
        let position = place == names.count - 1 ? nil : place
        return [MapClasses.sign(position, colouring.scale, glyphs), Span(" " + name, .dim)]
      }, columns: columns)
  }

  /// The selected pair: flags before everything else.
  func words(
    country: Int, good: Int, _ grid: PairGrid, _ state: AppState, columns: Int
  ) -> [String] {
    let catalog = state.atlas.catalog
    let record = catalog.goods[good]
    let name = "\(record.name) in \(catalog.countries[country].shortName)"
    let pair = name + ": flags "
    let severities = grid.severities(country: country, good: good)
    let outcome = grid.outcome(country: country, good: good)
    let verdict = colouring == .verdict ? "; verdict \(outcome.class.name)" : ""
    let rest =
      "; fit \(RangeWords.compact(outcome.fit)), need \(RangeWords.compact(outcome.need))"
      + verdict + ". Enter screens"
    if columns < 60 {
      let counts = "flags " + ScreeningWords.flagCounts(severities)
      return [
        name,
        colouring == .verdict
          ? counts + verdict
          : counts + "; fit \(RangeWords.compact(outcome.fit)), need "
            + RangeWords.compact(outcome.need),
      ]
    }
    let long = pair + ScreeningWords.flagSummary(severities) + rest
    let short = pair + ScreeningWords.flagCounts(severities) + rest
    let gravest = grid.gravest(country: country, good: good)
    let names = grid.gravestFlags(country: country, good: good).map { "\($0.rawValue) \($0.title)" }
      .joined(separator: ", ")
    let lead =
      gravest.severity.map { "Gravest (\($0.word)): " }
      ?? "Could be \(gravest.worst.word), not assessed: "
    let second = "Sector \(record.sector). " + (names.isEmpty ? "No flag fired." : lead + names)
    return [long.columns <= columns ? long : short, second]
  }
}
