import AtlasModel
import AtlasReport

extension MapState {
  /// A table of what the map shows: all countries with their value, or the ranking of the good.
  func export(_ state: AppState) -> Export? {
    guard let colour else { return nil }
    let assessor = state.atlas.assessor
    let scenario = state.work.scenario
    let original = state.base.catalog
    let map = self
    return Export(
      stem: stem(colour, assessor.catalog),
      command: command(colour, assessor.catalog, ScenarioWords.options(scenario))
    ) { format in
      let isForPeople = format.isForPeople
      let table =
        colour.good.map { Self.rank($0, assessor, isForPeople: isForPeople) }
        ?? map.figures(colour.indicator ?? 0, assessor.catalog)
      return Export.contents(
        format.hasNotes ? table.noted(with: scenario, original: original) : table, format)
    }
  }

  private func stem(_ colour: MapColour, _ catalog: Catalog) -> String {
    let id = colour.good.map { catalog.goods[$0].id } ?? colour.text(catalog)
    return "dpg-atlas-map-" + id + (year.map { "-\($0)" } ?? "")
  }

  /// The command that prints the same; empty for a year, which none prints.
  private func command(_ colour: MapColour, _ catalog: Catalog, _ changes: String) -> String {
    if let good = colour.good { return "rank --good \(catalog.goods[good].id)\(changes)" }
    return year == nil ? "countries --columns name,iso3,\(colour.text(catalog))\(changes)" : ""
  }

  private static func rank(_ good: Int, _ assessor: Assessor, isForPeople: Bool) -> ReportTable {
    let pairs = assessor.rankCountries(
      good: good, countries: assessor.catalog.realCountries)
    let ranking = Ranking(
      pairs, listsCountries: true, catalog: assessor.catalog, settings: assessor.settings)
    return table { () throws(TableError) in
      try RankTable.table(ranking, RankRequest(isForPeople: isForPeople))
    }
  }

  private static func table(_ make: () throws(TableError) -> ReportTable) -> ReportTable {
    do throws(TableError) {
      return try make()
    } catch {
      return ReportTable(id: "none", title: "", columns: [], rows: [], notes: [error.description])
    }
  }

  /// The figures of an indicator, of the year chosen or the newest.
  private func figures(_ indicator: Int, _ catalog: Catalog) -> ReportTable {
    var table = Self.table { () throws(TableError) in
      try TableBuilder(catalog, .countries)
        .table(TableRequest(columns: ["name", "iso3", catalog.indicators[indicator].id]))
    }
    guard let year else { return table }
    let decimals = table.rows.lazy.compactMap { row -> Int? in
      if case .number(_, let decimals) = row[2].value { decimals } else { nil }
    }.first
    for (row, country) in table.positions.enumerated() {
      table.rows[row][2] = .figure(
        figure(country, indicator, catalog), decimals: decimals ?? 1)
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
        colour.title(catalog) + (year.map { ", \($0)" } ?? ""),
        "Countries by class: " + legend + ".",
        words.value, words.source, catalog.identity.mapDisclaimer,
      ], rows: rows)
  }
}
