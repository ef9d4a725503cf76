import AtlasModel
import AtlasReport
import AtlasScreen

extension SheetState {
  /// The table as a widget.
  func widget(_ state: AppState) -> TableWidget {
    let columns = full.columns.enumerated().map { index, column in
      let order: TableColumn.Order? =
        sort?.column == column.id ? (sort?.isDescending == true ? .descending : .ascending) : nil
      return TableColumn(
        column.title, minimum: widths.indices.contains(index) ? widths[index] : 8,
        weight: index == 0 ? 3 : column.isFlexible ? 1 : 0,
        alignment: column.alignment == .trailing ? .right : .left, priority: index, order: order)
    }
    return TableWidget(
      columns: columns, rowCount: shown.count, scroll: scroll, isFocused: !isTyping,
      focusedColumn: focus, hasMarks: hasMarks(state), glyphs: state.glyphs)
  }

  private func hasMarks(_ state: AppState) -> Bool {
    switch source {
    case .browse(.countries): !state.work.marks.countries.isEmpty
    case .browse(.goods): !state.work.marks.goods.isEmpty
    default: false
    }
  }

  /// Where table and details stand: a plan shows the selected pair in full where there is room.
  func places(in rect: Rect) -> (table: Rect, details: Rect) {
    guard source == .plan, rect.rows >= 16 else { return (rect, rect.splitBottom(0).bottom) }
    let parts = rect.splitBottom(min(10, rect.rows / 2))
    return (parts.rest, parts.bottom)
  }

  private func drawDetails(_ state: AppState, in rect: Rect, into buffer: inout CellBuffer) {
    guard let row = selectedRow, rect.rows > 0 else { return }
    let lines = zip(full.columns, full.rows[row]).flatMap { column, cell in
      "\(column.title): \(cell.peopleText)".wrapped(columns: rect.columns, hanging: 2)
    }
    for (offset, line) in lines.enumerated() where offset + 1 < rect.rows {
      buffer.write(
        line, at: rect.column, row: rect.row + 1 + offset, role: .text, limit: rect.columns)
    }
  }

  func draw(_ state: AppState, in rect: Rect, into buffer: inout CellBuffer) {
    let places = places(in: rect)
    drawDetails(state, in: places.details, into: &buffer)
    let parts = places.table.splitTop(1)
    drawStatus(state, in: parts.top, into: &buffer)
    let marks = state.work.marks
    widget(state).draw(
      in: parts.rest, into: &buffer,
      isMarked: { row in
        guard shown.indices.contains(row), let position = position(shown[row]),
          let subject = subject(position)
        else { return false }
        return marks.contains(subject)
      },
      cell: { row, column in
        guard shown.indices.contains(row) else { return Span("") }
        let cell = full.rows[shown[row]][column]
        let role = role(shown[row], column, cell)
        return Span(SheetCell.text(cell), role)
      })
    guard shown.isEmpty else { return }
    let text =
      full.rows.isEmpty
      ? "There is nothing here yet."
      : problem.isEmpty
        ? "No row holds all of these words. Backspace shortens, Esc clears."
        : problem + ". Backspace shortens, Esc clears."
    _ = Paragraph(text, role: .unknownValue).draw(in: parts.rest.splitTop(1).rest, into: &buffer)
  }

  /// Flags look like the gravest of them; everything else as it is known.
  private func role(_ row: Int, _ column: Int, _ cell: ReportCell) -> Role {
    switch full.columns[column].id {
    case "flags", "gravest":
      guard let place = full.columns.firstIndex(where: { $0.id == "gravest" }),
        let order = full.rows[row][place].order, let severity = Severity(rawValue: order)
      else { return SheetCell.role(cell) }
      return FlagWords.role(severity)
    case "bar": return .bar
    default: return SheetCell.role(cell)
    }
  }

  private func drawStatus(_ state: AppState, in rect: Rect, into buffer: inout CellBuffer) {
    let total = full.rows.count
    let count = "\(shown.count) of \(total)"
    let room = max(0, rect.columns - count.columns - 1)
    if isTyping || !filter.isEmpty {
      let typed = "/" + filter
      let used = ScreenWords.verbatim {
        buffer.write(
          typed.truncated(to: room, marker: state.glyphs.ellipsis), at: rect.column, row: rect.row,
          role: isTyping ? .input : .accent, limit: room)
      }
      if !problem.isEmpty, room - used > 12 {
        buffer.write(
          "  " + problem.truncated(to: room - used - 3, marker: state.glyphs.ellipsis),
          at: rect.column + used, row: rect.row, role: .warning, limit: room - used)
      }
      if isTyping {
        buffer.cursor = Point(
          column: min(rect.column + used, rect.endColumn - 1), row: rect.row)
      }
    } else {
      buffer.write(
        status(state).truncated(to: room, marker: state.glyphs.ellipsis), at: rect.column,
        row: rect.row, role: .dim, limit: room)
    }
    if rect.columns > count.columns {
      buffer.write(count, at: rect.endColumn - count.columns, row: rect.row, role: .dim)
    }
  }

  /// The selected cell in full: what a narrow column cuts, and where a figure comes from.
  func footer(_ state: AppState) -> String? {
    guard let row = selectedRow, full.columns.indices.contains(focus),
      places(in: state.body).details.rows == 0
    else { return nil }
    let column = full.columns[focus]
    let cell = full.rows[row][focus]
    if focus == 0 {
      let name = cell.peopleText
      return name.columns > (widths.first ?? 0) ? name : nil
    }
    let head = (full.rows[row].first?.peopleText ?? "") + ", "
    let unit = column.unit.isEmpty || cell.isMissing ? "" : " " + column.unit
    var text = "\(head)\(column.title): \(cell.peopleText)\(unit)"
    if let year = cell.year, !cell.isMissing {
      let publisher = cell.source.flatMap(state.atlas.catalog.source)?.publisher ?? ""
      let source = cell.source.map { " [\($0)]" } ?? ""
      text +=
        "; "
        + [year, cell.status?.rawValue ?? "", publisher + source]
        .filter { !$0.isEmpty }.joined(separator: ", ")
    }
    return PlainText.clean(text)
  }

  /// What the rows are, in a line.
  func status(_ state: AppState) -> String {
    let catalog = state.atlas.catalog
    return switch source {
    case .browse(.countries):
      "Value 'year; letters: e estimated, d derived, c curated, o own. Enter opens, x screens."
    case .browse(.goods):
      showsAll
        ? "All goods, delisted ones too. Enter opens, x screens."
        : "Goods listed in the registry; a shows all. Enter opens, x screens."
    case .browse(.sources): "Where figures come from. Enter opens."
    case .browse(.indicators): "What is measured. Enter puts it on the map."
    case .browse(.measures): "What people can do about risks. Enter opens."
    case .rankGoods(let country):
      "For \(catalog.countries[country].shortName): best class first. c critical, h high, "
        + "m moderate, ? not assessed. Enter screens."
    case .rankCountries(let good):
      "\(catalog.goods[good].name): best class first. c critical, h high, m moderate, "
        + "? not assessed. Enter screens."
    case .frequency(let subject, _, let query, _):
      "Of \(subject.rawValue)\(query.isEmpty ? "" : " with " + query). Enter shows the rows."
    case .describe(_, let query, _): query.isEmpty ? "All rows." : "Rows with \(query)."
    case .compare: full.notes.first ?? ""
    case .offer: "Most systems are no registered goods; an agreement is no use. Enter opens."
    case .plan:
      "Pairs you chose. Enter opens the screening, P lays the plan of its country out, d takes it out."
    }
  }
}
