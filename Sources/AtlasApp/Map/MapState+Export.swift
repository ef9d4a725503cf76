import AtlasModel
import AtlasReport

extension MapState {
  /// A table of what the map shows: all countries with their value, or the ranking of the good.
  func export(_ state: AppState) -> Export? {
    let catalog = state.atlas.catalog
    let changes = ScenarioWords.options(state.work.scenario)
    guard let colour else { return nil }
    if let good = colour.good {
      return Self.rank(good, state.atlas.assessor, changes: changes)
    }
    guard let indicator = colour.indicator else { return nil }
    let id = catalog.indicators[indicator].id
    if let year {
      let map = self
      return .table(
        map.table(year, indicator, state), stem: "dpg-atlas-map-\(id)-\(year)", command: "")
    }
    let columns = ["name", "iso3", id]
    return .table(
      Self.countries(columns, catalog), stem: "dpg-atlas-map-\(id)",
      command: "countries --columns \(columns.joined(separator: ","))\(changes)")
  }

  private static func countries(_ columns: [String], _ catalog: Catalog) -> ReportTable {
    do throws(TableError) {
      return try TableBuilder(catalog, .countries).table(TableRequest(columns: columns))
    } catch {
      return ReportTable(
        id: "countries", title: "Countries", columns: [], rows: [], notes: [error.description])
    }
  }

  /// The bytes of `rank --good`: counts and ranges in words for people, numbers in files.
  private static func rank(_ good: Int, _ assessor: Assessor, changes: String) -> Export {
    let catalog = assessor.catalog
    let id = catalog.goods[good].id
    let make: @Sendable (Bool) -> ReportTable = { isForPeople in
      let pairs = assessor.rankCountries(good: good, countries: Array(catalog.countries.indices))
      return RankTable.table(
        Ranking(pairs, listsCountries: true, catalog: catalog, settings: assessor.settings),
        isForPeople: isForPeople)
    }
    let people = Export.table(make(true), stem: "", command: "")
    let files = Export.table(make(false), stem: "", command: "")
    return Export(
      stem: "dpg-atlas-map-\(id)", command: "rank --good \(id)\(changes)"
    ) { format in
      (format == .markdown || format == .text ? people : files).text(format)
    }
  }

  /// The values of a year; the columns of the table of countries.
  private func table(_ year: Int, _ indicator: Int, _ state: AppState) -> ReportTable {
    let catalog = state.atlas.catalog
    let id = catalog.indicators[indicator].id
    var table = Self.countries(["name", "iso3", id], catalog)
    for (row, country) in table.positions.enumerated() {
      let decimals: Int =
        if case .number(_, let decimals) = table.rows[row][2].value { decimals } else { 1 }
      table.rows[row][2] = .figure(figure(country, indicator, catalog), decimals: decimals)
    }
    table.notes = ["Values of \(year); a value of another year is unknown here."]
    return table
  }

  func plain(_ state: AppState, columns: Int) -> PlainPage {
    let catalog = state.atlas.catalog
    guard let colour, let classes = classes(state) else { return PlainPage() }
    let words = MapWords(self, state)
    let grid = colour.good == nil ? nil : state.pairGrid(colour.good)
    let rows = state.atlas.countryOrder.map { country -> (id: String, text: String) in
      let record = catalog.countries[country]
      let cells = MapList.cells(country, self, colour, state, grid)
      let text =
        grid == nil
        ? "\(record.name): \(cells.0)" + (cells.1.isEmpty ? "" : ", \(cells.1)")
        : "\(record.name): flags \(cells.0); \(colour.number) \(cells.1)"
      return (record.iso3, text)
    }
    let legend = classes.entries.map(\.words).joined(separator: ", ")
    return PlainPage(
      lines: [
        colour.title(catalog) + (year.map { ", \($0)" } ?? ""), "Countries by class: " + legend + ".",
        words.value, words.source, catalog.identity.mapDisclaimer,
      ], rows: rows)
  }
}
