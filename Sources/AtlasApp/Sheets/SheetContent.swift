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
      return table(TableRequest(columns: columns, showsAll: true))
    case .rankGoods(let country):
      let pairs = atlas.assessor.rankGoods(country: country)
      var table = RankTable.forPeople(
        pairs, catalog: catalog, settings: atlas.assessor.settings, listsCountries: false)
      table.positions = pairs.map(\.screening.good)
      return table
    case .rankCountries(let good):
      let pairs = atlas.assessor.rankCountries(
        good: good, countries: Array(catalog.countries.indices))
      var table = RankTable.forPeople(
        pairs, catalog: catalog, settings: atlas.assessor.settings, listsCountries: true)
      table.positions = pairs.map(\.screening.country)
      return table
    case .compare(let source):
      return source.isCountries
        ? CompareTable.countries(source.positions, catalog: catalog)
        : CompareTable.goods(source.positions, catalog: catalog)
    case .plan: return PlanTable.table(plan, atlas: atlas)
    case .frequency, .describe, .offer:
      return ReportTable(id: "none", title: "", columns: [], rows: [])
    }
  }

  private func table(_ request: TableRequest) -> ReportTable {
    do throws(TableError) {
      return try builder?.table(request) ?? ReportTable(id: "none", title: "", columns: [], rows: [])
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
    var problem = outcome.problems.first.map { problem in
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
    case .rankGoods, .rankCountries: ["name", "flags", "gravest", "fit", "need", "rank"]
    case .frequency, .describe, .compare, .offer, .plan: []
    }
  }
}
