import AtlasModel
import AtlasReport
import AtlasScreen

extension MatrixState {
  func crumb(_ state: AppState) -> String { "Matrix" }

  func place(_ state: AppState) -> String {
    if countryQuery.isEmpty && goodQuery.isEmpty { return "matrix" }
    return "matrix " + countryQuery + (goodQuery.isEmpty ? "" : " | " + goodQuery)
  }

  func details(_ state: AppState) -> [Call] {
    var calls: [Call] = []
    if showsAll { calls.append(Call(.showAll)) }
    if colouring != .flags { calls.append(Call(.setColour, colouring.rawValue)) }
    let id = selectedID(state)
    return id.isEmpty ? calls : calls + [Call(.selectRow, id)]
  }

  func hints(_ state: AppState) -> [CommandID] {
    let canRestrict = disabledReason(.showAll, state) == nil
    return [.openRow, .nextColouring, .findCountry] + (canRestrict ? [.showAll] : []) + [
      .why, .whatIf, .showMap, .export, .goBack, .showHelp,
    ]
  }

  func disabledReason(_ id: CommandID, _ state: AppState) -> String? {
    switch id {
    case .showAll:
      let marks = state.work.marks
      return marks.countries.count > 1 || marks.goods.count > 1
        ? nil : "Everything is shown: mark two or more countries or goods for fewer."
    case .openRow, .screenPair:
      return country == nil || good == nil ? "No pair is shown." : nil
    default: return nil
    }
  }

  func selectedID(_ state: AppState) -> String {
    guard let country, let good else { return "" }
    return ScreeningState.key(country, good, state.atlas.catalog)
  }

  mutating func select(id: String, _ state: AppState) -> Bool {
    let words = id.split(separator: " ").map(String.init)
    let catalog = state.atlas.catalog
    guard words.count == 2, let country = catalog.countryPosition(words[0]),
      let good = catalog.goodPosition(words[1]), let row = rows.firstIndex(of: country),
      let column = columns.firstIndex(of: good)
    else { return false }
    select(row: row, column: column, state)
    return true
  }

  func subject(_ state: AppState) -> Subject? {
    guard let country, let good else { return nil }
    return .pair(country: country, good: good)
  }

  mutating func click(_ mouse: MouseEvent, in rect: Rect, _ state: AppState) -> Call? {
    let layout = MatrixLayout(state)
    let inNames = layout.names.contains(mouse.point)
    let inHeads = layout.heads.contains(mouse.point)
    guard inNames || inHeads || layout.cells.contains(mouse.point) else { return nil }
    let row =
      inNames ? rowScroll.selected : rowScroll.offset + mouse.row - layout.cells.row
    let column =
      inHeads
      ? columnScroll.selected
      : columnScroll.offset + (mouse.column - layout.cells.column) / MatrixLayout.cellColumns
    guard rows.indices.contains(row), columns.indices.contains(column) else { return nil }
    select(row: row, column: column, state)
    return mouse.kind == .doublePress ? Call(.openRow) : nil
  }

  /// The number that colours the selected cell; the gravest flag where flags do.
  func why(_ state: AppState) -> WhyNode? {
    guard let country, let good else { return nil }
    let name =
      colouring == .flags
      ? state.pairGrid().gravestFlags(country: country, good: good).first?.rawValue
      : colouring.rawValue
    guard let name else { return nil }
    let insight = state.atlas.assessor.insight(country: country, good: good)
    return WhyTree(insight, catalog: state.atlas.catalog).node(name)
  }

  /// The bytes of the command `matrix` with queries for what is shown.
  func export(_ state: AppState) -> Export? {
    guard country != nil, good != nil else { return nil }
    let atlas = state.atlas
    let catalog = atlas.catalog
    let countries = query(
      countryQuery, "iso3=", marked(.countries, state)?.map { catalog.countries[$0].iso3 })
    let goods = query(goodQuery, "id=", marked(.goods, state)?.map { catalog.goods[$0].id })
    let remarks = ScenarioChanges.notes(state.work.scenario, catalog: state.base.catalog)
    let make: @Sendable () -> MatrixTable = {
      let countries = MatrixQuery.positions(.countries, countries, catalog).positions
      let goods = MatrixQuery.positions(.goods, goods, catalog).positions
      let kernel = MatrixKernel(atlas.assessor.context, countries: countries, goods: goods)
      let settings = atlas.assessor.settings
      let shares = atlas.sampling.flatMap {
        atlas.assessor.sampler(goods: goods, options: $0).shares(countries: countries)
      }
      return MatrixTable(
        kernel.matrix(settings), catalog: catalog, settings: settings, remarks: remarks,
        shares: shares ?? [])
    }
    let pairs = rows.count * self.columns.count
    let tooMany: [ExportFormat] =
      (pairs > MatrixTable.pageLimit ? [.html] : [])
      + (pairs > MatrixTable.printLimit ? [.pdf] : [])
    return Export(
      stem: "dpg-atlas-matrix",
      command: "matrix" + ShellWords.option("--countries", countries)
        + ShellWords.option("--goods", goods) + ScenarioWords.options(state.work.scenario),
      formats: ExportFormat.allCases.filter { !tooMany.contains($0) }
    ) { format in
      switch format {
      case .markdown: .text(make().markdown)
      case .text: .text(make().text(width: nil))
      case .csv: .text(make().csv())
      case .json: .text(make().json)
      case .jsonLines: .text(make().jsonLines)
      case .html: .text(make().html() ?? "")
      case .xlsx: .workbook(make().workbook)
      case .pdf: .pages(make().page ?? Document(title: "", sections: []))
      }
    }
  }

  private func query(_ text: String, _ field: String, _ ids: [String]?) -> String {
    [text, ids.map { field + $0.joined(separator: ",") } ?? ""].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  func plain(_ state: AppState, columns width: Int) -> PlainPage {
    guard let country, let good else { return PlainPage(lines: [emptyText]) }
    let grid = state.pairGrid()
    let words = words(country: country, good: good, grid, state, columns: Rect.bound)
    // The pairs of the country that is selected: all pairs would be thousands of lines.
    let rows = self.columns.map { good -> (id: String, text: String) in
      (
        ScreeningState.key(country, good, state.atlas.catalog),
        self.words(country: country, good: good, grid, state, columns: Rect.bound)[0]
      )
    }
    return PlainPage(
      lines: ["\(colouring.title): \(self.rows.count) countries, \(self.columns.count) goods"]
        + words, rows: rows)
  }
}

extension AppState {
  /// Opens the matrix on the pair, the country or the good that is shown.
  mutating func showMatrix() {
    let subject = view.subject(self)
    var matrix = MatrixState("", self)
    matrix.select(country: subject?.country, good: subject?.good, self)
    jump(to: matrix)
  }

  /// Colours the matrix by what is named; false, with a word about it, if nothing is.
  mutating func setMatrixColour(_ text: String) -> Bool {
    guard let colouring = MatrixColouring(rawValue: text) else {
      let all = MatrixColouring.allCases.map(\.rawValue).joined(separator: ", ")
      say("The matrix is coloured by one of: \(all).", isError: true)
      return false
    }
    return edit(MatrixState.self) { matrix, _ in matrix.colouring = colouring }
  }
}
