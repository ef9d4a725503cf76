import AtlasModel

// A report as a spreadsheet: numbers as numbers, a sheet each for what people sort and filter.
extension FitReport {
  /// Summary, flags, dimensions, measures, all numbers, and sources.
  public var workbook: Workbook {
    var book = Workbook(title: document.title)
    let country = options.catalog.countries[subject.country]
    var rows: [[Workbook.Cell]] = [
      [.words(document.title, .title)], [.words(document.subtitle, .wrapped)],
      [.words("Country", .header), .words("\(country.name) (\(country.iso3))", .wrapped)],
    ]
    // What the reader was told stands in the sections of the document, flags before the verdict.
    for section in document.sections
    where ["Report", "Key points", "Verdict of the screening", "Talking points"].contains(
      section.title)
    {
      for block in section.blocks {
        switch block {
        case .facts(let facts):
          rows += facts.map { [.words($0.name, .header), .words($0.value, .wrapped)] }
        case .list(let points):
          rows.append([.words(section.title, .header)])
          rows += points.map { [.empty, .words($0, .wrapped)] }
        default: break
        }
      }
    }
    let remarks = [Workbook.emptiness] + method + [Workbook.origin]
    rows += remarks.map { [.empty, .words($0, .wrapped)] }
    book.add("Summary", frozenRows: 1, widths: [28, 100], rows: rows)
    let sheets = FitReportSheets(self)
    for table in [sheets.flags, sheets.dimensions, sheets.measures, sheets.goods] {
      book.add(table)
    }
    var numbers = table
    numbers.title = "Numbers"
    book.add(numbers)
    book.add(fullSources)
    return book
  }
}

/// The sheets of a report with one row a thing.
private struct FitReportSheets {
  private let report: FitReport
  private var catalog: Catalog { report.options.catalog }

  init(_ report: FitReport) {
    self.report = report
  }

  private func number(_ value: Double, _ decimals: Int = 2) -> ReportCell {
    guard value.isFinite else { return ReportCell(.missing) }
    return ReportCell(.number((value * 1_000_000).rounded() / 1_000_000, decimals: decimals))
  }

  private func id(_ insight: Insight) -> ReportCell {
    .text(catalog.goods[insight.screening.good].id)
  }

  private func table(_ id: String, _ title: String, _ columns: [String], _ rows: [[ReportCell]])
    -> ReportTable
  {
    ReportTable(
      id: id, title: title, columns: columns.map { ReportColumn($0, $0) }, rows: rows)
  }

  /// The figure that a row rests on: name, value, ends, unit, year, status, source.
  private func figure(_ row: Evidence?) -> [ReportCell] {
    guard let row else { return Array(repeating: ReportCell(.missing), count: 8) }
    let isOpen = row.status == .stale || row.status == .missing
    func end(_ value: Double?) -> ReportCell {
      value.map { number($0) } ?? ReportCell(.missing)
    }
    return [
      .text(row.name), isOpen ? ReportCell(.missing) : end(row.value), end(row.low),
      end(row.high), .text(row.unit), ReportCell(row.year.isEmpty ? .missing : .year(row.year)),
      .text(row.status.rawValue),
      .text(row.source == "formula" ? Citations.modelID : row.source),
    ]
  }

  private static let figureColumns = [
    "figure", "value", "low", "high", "unit", "year", "status", "source",
  ]

  var flags: ReportTable {
    table(
      "flags", "Flags",
      [
        "good", "flag", "title", "risk", "severity", "severity_low", "severity_high", "left_low",
        "left_high", "likelihood_low", "likelihood_high", "impact_low", "impact_high",
      ] + Self.figureColumns,
      report.subject.insights.flatMap { insight in
        insight.screening.flags.all.map { flag in
          [
            id(insight), .text(flag.id.rawValue), .text(flag.id.title),
            .text(flag.id.family.rawValue), .text(flag.word), .text(flag.best.word),
            .text(flag.worst.word), .text(flag.residualBest.word), .text(flag.residualWorst.word),
            ReportCell(.integer(flag.likelihood.low)), ReportCell(.integer(flag.likelihood.high)),
            ReportCell(.integer(flag.impact.low)), ReportCell(.integer(flag.impact.high)),
          ] + figure(flag.evidence.first)
        }
      })
  }

  var dimensions: ReportTable {
    table(
      "dimensions", "Dimensions",
      ["good", "dimension", "asks", "adequacy_low", "adequacy_high", "weight", "loss", "basis"]
        + Self.figureColumns,
      report.subject.insights.flatMap { insight in
        insight.screening.fit.dimensions.map { score in
          [
            id(insight), .text(score.dimension.name), ReportCell(.integer(score.demand)),
            number(score.adequacy.low), number(score.adequacy.high), number(score.weight),
            number(score.lossShare), .text(score.status.rawValue),
          ] + figure(score.demand > 0 ? FitReportWriter.key(score) : nil)
        }
      })
  }

  var measures: ReportTable {
    table(
      "measures", "Measures",
      [
        "good", "flag", "measure", "title", "owner", "effort", "phase", "lowers", "steps",
        "condition", "holds", "taken",
      ],
      report.subject.insights.flatMap { insight in
        insight.screening.flags.open.flatMap { flag in
          flag.offers.map { offer in
            let record = catalog.measures.first { $0.id == offer.measure }
            return [
              id(insight), .text(flag.id.rawValue), .text(offer.measure),
              .text(record?.title ?? ""), .text(record?.owner ?? ""),
              .text(record?.effort ?? ""), .text(record?.phase ?? ""),
              .text(offer.factor.rawValue), ReportCell(.integer(offer.steps)),
              .text(offer.precondition), ReportCell(.answer(offer.holds)), .flag(offer.isTaken),
            ]
          }
        }
      })
  }

  var goods: ReportTable {
    table(
      "goods", "Goods",
      [
        "good", "name", "flags", "fit_low", "fit_high", "need_low", "need_high", "left_out_low",
        "left_out_high", "precedent", "uses", "data_quality", "verdict", "at_best",
      ],
      report.subject.insights.map { insight in
        let screening = insight.screening
        let people = insight.leftOut?.people
        func whole(_ value: Double?) -> ReportCell {
          value.map { number($0.rounded(), 0) } ?? ReportCell(.missing)
        }
        return [
          id(insight), .text(catalog.goods[screening.good].name),
          .text(ScreeningWords.flagSummary(screening.flags)), number(screening.fit.range.low),
          number(screening.fit.range.high), number(screening.need.low), number(screening.need.high),
          whole(people?.low), whole(people?.high), number(insight.precedent.value),
          ReportCell(.integer(insight.precedent.uses)), number(insight.dataQuality),
          .text(screening.verdict.class.name), .text(screening.verdict.hopeful.name),
        ]
      })
  }
}
