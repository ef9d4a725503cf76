import AtlasModel
import AtlasReport
import AtlasScreen

extension TableWidget {
  /// Where everything stands when drawn into a rectangle, for the mouse.
  func placed(in rect: Rect) -> Drawn {
    var scratch = CellBuffer(size: Size(columns: rect.endColumn, rows: rect.endRow))
    return draw(in: rect, into: &scratch) { _, _ in Span("") }
  }
}

extension SheetState {
  /// The rows and columns shown.
  var shownTable: ReportTable { full.keeping(rows: shown) }

  func export(_ state: AppState) -> Export? {
    guard !full.columns.isEmpty else { return nil }
    var library = state.library
    let content = SheetContent(
      atlas: state.atlas,
      builder: source.builderSubject.map { library.builder($0, state.atlas.catalog) },
      plan: state.work.plan)
    let sheet = self
    let scenario = state.work.scenario
    let original = state.base.catalog
    return Export(
      stem: "dpg-atlas-" + stem(state.atlas.catalog),
      command: command(state.atlas.catalog, ScenarioWords.options(scenario))
    ) { format in
      let table = content.report(of: sheet, isForPeople: format.isForPeople)
      return Export.contents(
        format.hasNotes ? table.noted(with: scenario, original: original) : table, format)
    }
  }

  /// File name without its ending.
  private func stem(_ catalog: Catalog) -> String {
    switch source {
    case .browse(let subject): subject.rawValue
    case .rankGoods(let country): "rank-" + catalog.countries[country].iso3
    case .rankCountries(let good): "rank-" + catalog.goods[good].id
    case .frequency(let subject, let column, _, _): "\(subject.rawValue)-\(column)"
    case .describe(let subject, _, _): subject.rawValue + "-columns"
    case .compare(let source): "compare-" + source.ids(catalog).joined(separator: "-")
    case .offer: "offer"
    case .plan: "plan"
    }
  }

  /// The command that prints the same; empty if none does.
  private func command(_ catalog: Catalog, _ changes: String) -> String {
    switch source {
    case .browse(let subject):
      return "\(subject.rawValue)\(showsAll ? " --all" : "")\(rowOptions)\(columnOptions)\(changes)"
    case .rankGoods(let country):
      return "rank \(catalog.countries[country].iso3)\(rowOptions)\(columnOptions)\(changes)"
    case .rankCountries(let good):
      return "rank --good \(catalog.goods[good].id)\(rowOptions)\(columnOptions)\(changes)"
    case .frequency(let subject, let column, let query, let showsAll):
      return isWhole
        ? "\(subject.rawValue) --frequency \(column)\(showsAll ? " --all" : "")"
          + ShellWords.option("--where", query) + changes : ""
    case .describe(let subject, let query, let showsAll):
      return isWhole
        ? "\(subject.rawValue) --describe\(showsAll ? " --all" : "")"
          + ShellWords.option("--where", query) + changes : ""
    case .compare(let source):
      return isWhole ? "compare " + source.ids(catalog).joined(separator: " ") + changes : ""
    case .offer, .plan: return ""
    }
  }

  /// Whether rows are neither filtered nor sorted, and columns are those of the command.
  var isWhole: Bool { filter.isEmpty && sort == nil && !hasOwnColumns }

  private var rowOptions: String {
    ShellWords.option("--where", filter)
      + ShellWords.option("--sort", sort.map { $0.column + ($0.isDescending ? ":desc" : "") } ?? "")
  }

  private var columnOptions: String {
    ShellWords.option("--columns", columns.joined(separator: ","))
  }

  func why(_ state: AppState) -> WhyNode? {
    guard let row = selectedRow, columns.indices.contains(focus) else { return nil }
    let catalog = state.atlas.catalog
    if case .compare(let source) = source, source.isCountries,
      let country = catalog.countryPosition(columns[focus]),
      let node = FigureNode.node(catalog, country: country, name: full.rows[row][0].rawText)
    {
      return node
    }
    switch position(row).flatMap(subject) {
    case .country(let country):
      return FigureNode.node(catalog, country: country, column: columns[focus]) ?? cellNode(row)
    case .pair(let country, let good):
      let names = ["fit_range": "fit", "fit": "fit", "need_range": "need", "need": "need"]
      let insight = state.atlas.assessor.insight(country: country, good: good)
      let gravest = insight.screening.flags.open.first?.id.rawValue
      guard let name = names[columns[focus]] ?? gravest else { return cellNode(row) }
      return WhyTree(insight, catalog: catalog).node(name)
    case .good(let good): return cellNode(row, source: catalog.goods[good].source)
    default: return cellNode(row)
    }
  }

  /// A cell with what its column means and where it comes from.
  private func cellNode(_ row: Int, source: String = "") -> WhyNode? {
    let column = full.columns[focus]
    let cell = full.rows[row][focus]
    let name = full.rows[row].first?.peopleText ?? ""
    return WhyNode(
      column.id, focus == 0 ? column.title : "\(name): \(column.title)",
      cell.peopleText + (column.unit.isEmpty || cell.isMissing ? "" : " " + column.unit),
      formula: column.documentation, year: cell.year ?? "", source: cell.source ?? source,
      status: cell.status?.rawValue ?? "")
  }

  func place(_ state: AppState) -> String {
    let catalog = state.atlas.catalog
    return switch source {
    case .browse(let subject): subject.rawValue
    case .rankGoods(let country): "rank " + catalog.countries[country].iso3
    case .rankCountries(let good): "rank-good " + catalog.goods[good].id
    case .frequency(let subject, let column, let query, let showsAll):
      "frequency \(subject.rawValue) \(column) \(showsAll ? "all" : "listed") \(query)"
    case .describe(let subject, let query, let showsAll):
      "describe \(subject.rawValue) \(showsAll ? "all" : "listed") \(query)"
    case .compare(let source):
      "compare \(source.isCountries ? "countries" : "goods") "
        + source.ids(catalog).joined(separator: " ")
    case .offer: "offer"
    case .plan: "plan"
    }
  }

  func details(_ state: AppState) -> [Call] {
    var calls: [Call] = []
    let usual = source.usualColumns
    if !usual.isEmpty, columns != usual {
      calls += usual.filter { !columns.contains($0) }.map { Call(.toggleColumn, $0) }
      calls += columns.filter { !usual.contains($0) }.map { Call(.toggleColumn, $0) }
    }
    if showsAll { calls.append(Call(.showAll)) }
    if !filter.isEmpty { calls.append(Call(.filter, filter)) }
    if let sort {
      let call = Call(.sortColumn, sort.column)
      calls += sort.isDescending ? [call, call] : [call]
    }
    let id = selectedID(state)
    if !id.isEmpty, scroll.selected > 0 { calls.append(Call(.selectRow, id)) }
    return calls
  }
}

/// The provenance of a figure or fact in a table of countries.
enum FigureNode {
  /// The figure or fact of a plain name; nil for a name that is none.
  static func node(_ catalog: Catalog, country: Int, name: String) -> WhyNode? {
    if let indicator = catalog.indicators.firstIndex(where: { $0.name == name }) {
      return FigureWhy.indicator(catalog, country: country, indicator: indicator)
    }
    return catalog.attributes.first { $0.name == name }.flatMap {
      FigureWhy.attribute(catalog, country: country, id: $0.id)
    }
  }

  /// The figure of a column; nil for columns without figures.
  static func node(_ catalog: Catalog, country: Int, column: String) -> WhyNode? {
    if let indicator = catalog.indicatorPosition(column) {
      return FigureWhy.indicator(catalog, country: country, indicator: indicator)
    }
    return FigureWhy.attribute(catalog, country: country, id: column)
  }
}
