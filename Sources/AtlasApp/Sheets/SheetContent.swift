import AtlasModel
import AtlasReport

/// Makes the rows of tables: the same rows that commands print.
struct SheetContent {
  let atlas: Atlas
  /// The table behind the rows; nil where rows are about nothing in the catalog.
  let builder: TableBuilder?
  let plan: [PlanEntry]

  /// Rows with the columns asked for; all columns of the report where none is.
  func table(_ source: SheetSource, columns: [String]) -> ReportTable {
    let whole = whole(source, columns: columns)
    guard !columns.isEmpty, whole.columns.map(\.id) != columns else { return whole }
    return whole.choosing(columns)
  }

  private func whole(_ source: SheetSource, columns: [String]) -> ReportTable {
    let catalog = atlas.catalog
    switch source {
    case .browse:
      guard let builder else { return nothing }
      return table { () throws(TableError) in
        try builder.table(TableRequest(columns: columns, showsAll: true))
      }
    case .rankGoods, .rankCountries: return ranking(source).map { RankTable.table($0) } ?? nothing
    case .compare(let source):
      // A figure shows its year beside it; the columns with nothing else are for wider pages.
      let table = comparison(source)
      return table.choosing(table.columns.filter { !$0.isForPeopleOnly }.map(\.id))
    case .plan: return PlanTable.table(plan, atlas: atlas)
    case .frequency(_, let column, let query, let showsAll):
      guard let builder else { return nothing }
      return table { () throws(TableError) in
        try FrequencyTable.table(
          builder: builder, column: column, request: request(query, showsAll, builder))
      }
    case .describe(_, let query, let showsAll):
      guard let builder else { return nothing }
      return table { () throws(TableError) in
        try DescribeTable.table(builder: builder, request: request(query, showsAll, builder))
      }
    case .offer: return OfferTable.table(catalog)
    }
  }

  private func comparison(_ source: CompareSource) -> ReportTable {
    source.isCountries
      ? CompareTable.countries(source.positions, catalog: atlas.catalog)
      : CompareTable.goods(source.positions, catalog: atlas.catalog)
  }

  private func request(
    _ query: String, _ showsAll: Bool, _ builder: TableBuilder
  ) -> TableRequest {
    TableRequest(query: QueryParser(builder.schema).parse(query).query, showsAll: showsAll)
  }

  private var nothing: ReportTable { ReportTable(id: "none", title: "", columns: [], rows: []) }

  /// The ranking behind a table; nil for tables that rank nothing.
  private func ranking(_ source: SheetSource) -> Ranking? {
    let catalog = atlas.catalog
    let settings = atlas.assessor.settings
    switch source {
    case .rankGoods(let country):
      return Ranking(
        atlas.assessor.rankGoods(country: country), listsCountries: false, catalog: catalog,
        settings: settings)
    case .rankCountries(let good):
      return Ranking(
        atlas.assessor.rankCountries(good: good, countries: catalog.realCountries),
        listsCountries: true, catalog: catalog, settings: settings)
    default: return nil
    }
  }

  /// What a table shows as the command beside it prints it.
  func report(of sheet: SheetState, isForPeople: Bool) -> ReportTable {
    if let ranking = ranking(sheet.source), let builder {
      return table { () throws(TableError) in
        var request = RankRequest(
          sort: sheet.sort, columns: sheet.columns, isForPeople: isForPeople)
        if !sheet.filter.isEmpty {
          let query = self.request(sheet.filter, true, builder)
          request.kept = Set(try builder.positions(query))
        }
        return try RankTable.table(ranking, request)
      }
    }
    if case .compare(let source) = sheet.source, sheet.isWhole { return comparison(source) }
    guard case .browse = sheet.source, let builder else { return sheet.shownTable }
    return table { () throws(TableError) in
      var request = self.request(sheet.filter, sheet.showsAll, builder)
      request.sort = sheet.sort
      request.columns = sheet.columns
      return try builder.table(request)
    }
  }

  /// A table, or an empty one with the fault as its note.
  private func table(_ make: () throws(TableError) -> ReportTable) -> ReportTable {
    do throws(TableError) {
      return try make()
    } catch {
      return ReportTable(id: "none", title: "", columns: [], rows: [], notes: [error.description])
    }
  }

  /// The rows that filter, visibility and sort leave, in order, and what is wrong with the filter.
  func rows(of sheet: SheetState, catalogRows: [Int: Int]) -> (rows: [Int], problem: String) {
    guard sheet.source.takesQueries, let builder else {
      return (sorted(byWords(sheet), sheet), "")
    }
    let outcome = QueryParser(builder.schema).parse(sheet.filter)
    var problem =
      outcome.problems.first.map { problem in
        let expected = problem.expected.prefix(4).joined(separator: ", ")
        return problem.message + (expected.isEmpty ? "" : "; expected \(expected)")
      } ?? ""
    let isRank = sheet.source != .browse(builder.schema.subject)
    let request = TableRequest(
      query: outcome.query, sort: isRank ? nil : sheet.sort, showsAll: isRank || sheet.showsAll)
    let positions: [Int]
    do throws(TableError) {
      positions = try builder.positions(request)
    } catch {
      return ([], error.description)
    }
    if positions.isEmpty, problem.isEmpty, let term = builder.emptyingTerm(outcome.query) {
      problem = "`\(term)` removed the last row"
    }
    guard isRank else { return (positions.compactMap { catalogRows[$0] }, problem) }
    let kept = Set(positions)
    let rows = sheet.full.positions.indices.filter { kept.contains(sheet.full.positions[$0]) }
    return (sorted(rows, sheet), problem)
  }

  /// Rows whose text holds every word.
  private func byWords(_ sheet: SheetState) -> [Int] {
    let words = TextFolding.words(sheet.filter)
    guard !words.isEmpty else { return Array(sheet.full.rows.indices) }
    return sheet.full.rows.indices.filter { row in
      let text = TextFolding.fold(
        sheet.full.rows[row].map(\.peopleText).joined(separator: " "))
      return words.allSatisfy { SearchBytes.contains(text, $0) }
    }
  }

  private func sorted(_ rows: [Int], _ sheet: SheetState) -> [Int] {
    guard let sort = sheet.sort else { return rows }
    let order = sheet.full.order(by: sort)
    let kept = Set(rows)
    return order.filter(kept.contains)
  }
}

extension SheetSource {
  /// Columns shown until others are chosen; none for all of the report.
  var usualColumns: [String] {
    switch self {
    case .browse(.countries):
      [
        "name", "iso3", "internet-users", "literacy", "electricity-rural", "cybersecurity",
        "data-protection-law", "population", "income", "subregion",
      ]
    case .browse(.goods):
      ["name", "sector", "operator", "sensitivity", "deployments", "type", "sdgs", "status"]
    case .browse(.sources): ["publisher", "title", "vintage", "reuse", "terms", "id"]
    case .browse(.indicators):
      ["name", "unit", "group", "countries", "core", "direction", "publisher", "id"]
    case .browse(.measures): ["title", "risk", "from", "effort", "owner", "phase", "id"]
    // A verdict stands under the flags of its pair only, until the user asks for the column.
    case .rankGoods, .rankCountries:
      ["name", "flags", "gravest", "fit_range", "need_range", "rank"]
    case .offer:
      [
        "name", "kind", "function", "since", "registered", "behind", "same_function",
        "agreements_in_use", "agreements_signed", "id",
      ]
    case .frequency, .describe, .compare, .plan: []
    }
  }
}
