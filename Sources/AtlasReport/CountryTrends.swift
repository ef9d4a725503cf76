internal import AtlasModel

/// The yearly series of one country since 2005, as facts for people or as a table for programs.
struct CountryTrends {
  private struct Row {
    var indicator: Indicator
    var series: Series
    var first: Series.Point
    var last: Series.Point
  }

  static let title = "Trends since 2005"
  private static let firstYear = 2005

  private let rows: [Row]

  init(_ catalog: Catalog, country: Int, book: SeriesBook) {
    rows = catalog.indicators.enumerated().compactMap { position, indicator in
      guard indicator.isCore,
        var series = book.series(country: country, indicator: position)
      else { return nil }
      series.points.removeAll { $0.year < Self.firstYear || !$0.value.isFinite }
      guard let first = series.points.first, let last = series.points.last else { return nil }
      return Row(indicator: indicator, series: series, first: first, last: last)
    }
  }

  /// The section, citing every source of a series.
  func section(_ citations: inout Citations, isForPeople: Bool) -> Document.Section {
    guard let end = rows.map(\.last.year).max() else {
      return Document.Section(Self.title, [.paragraph("No yearly series is in the dataset.")])
    }
    let years = Self.firstYear...max(end, Self.firstYear)
    let notes: [Document.Block] = [
      .note(
        "Change a year: (last value - first value) / (last year - first year), in the unit of the "
          + "figure; it hides what lies between, and where several sources are cited their values may "
          + "not join."),
      .note(
        "Lines run from \(years.lowerBound) to \(years.upperBound), from the least to the greatest "
          + "value of their own row; a dot is a year without a value, and none is filled in. In ASCII "
          + "the heights are 1 to 7 and #."),
    ]
    var facts: [Document.Fact] = []
    for row in rows {
      var cited: [Int] = []
      for point in row.series.points {
        if let number = citations.cite(point.source), !cited.contains(number) {
          cited.append(number)
        }
      }
      facts.append(
        Document.Fact(
          row.indicator.name + ", " + row.indicator.shortUnit, Self.words(row, years),
          citations: cited.sorted()))
    }
    if isForPeople { return Document.Section(Self.title, [.facts(facts)] + notes) }
    let sources = Document.Fact(
      "Sources of the series", "\(rows.count) series",
      citations: Set(facts.flatMap(\.citations)).sorted())
    return Document.Section(Self.title, [.table(table), .facts([sources])] + notes)
  }

  private static func words(_ row: Row, _ years: ClosedRange<Int>) -> String {
    let line = Sparkline.text(row.series, years: years)
    func point(_ point: Series.Point) -> String {
      let status = point.status == .observed ? "" : ", " + spaced(point.status.rawValue)
      return NumberText.people(point.value, decimals: row.indicator.decimals)
        + " (\(NumberText.year(point.year))\(status))"
    }
    guard let change = row.series.changePerYear else {
      return "\(line) \(point(row.first)), the only year"
    }
    return
      "\(line) \(point(row.first)) to \(point(row.last)), \(signed(change, row.indicator)) a year"
  }

  private static func signed(_ change: Double, _ indicator: Indicator) -> String {
    let text = NumberText.people(change, decimals: decimals(indicator))
    return change > 0 && !text.hasPrefix("<") ? "+" + text : text
  }

  /// One decimal more than the figure has: a change a year is small beside it.
  private static func decimals(_ indicator: Indicator) -> Int {
    indicator.decimals == 0 ? 0 : indicator.decimals + 1
  }

  private var table: ReportTable {
    func cell(_ point: Series.Point, _ indicator: Indicator) -> ReportCell {
      ReportCell(
        .number(point.value, decimals: indicator.decimals), year: NumberText.year(point.year),
        status: point.status, source: point.source)
    }
    return ReportTable(
      id: "trends", title: Self.title,
      columns: [
        ReportColumn("indicator", "id"), ReportColumn("name", "figure", isFlexible: true),
        ReportColumn("unit", "unit", isFlexible: true),
        ReportColumn("first", "first", alignment: .trailing, provenance: .figure),
        ReportColumn("last", "last", alignment: .trailing, provenance: .figure),
        ReportColumn("change_a_year", "a year", alignment: .trailing),
        ReportColumn("years", "years", alignment: .trailing),
      ],
      rows: rows.map { row in
        let change = row.series.changePerYear
        return [
          .text(row.indicator.id), .text(row.indicator.name), .text(row.indicator.unit),
          cell(row.first, row.indicator), cell(row.last, row.indicator),
          ReportCell(
            change.map { .number($0, decimals: Self.decimals(row.indicator)) } ?? .missing),
          ReportCell(.integer(row.series.points.count)),
        ]
      })
  }
}
