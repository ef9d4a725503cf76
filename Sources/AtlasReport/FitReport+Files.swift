import AtlasModel

// A report for programs.
extension FitReport {
  /// The report as JSON: what it is, the screenings as `assess` writes them, what to know and say,
  /// sources and method.
  public var json: JSONValue {
    let catalog = options.catalog
    let country = catalog.countries[subject.country]
    // What is worked out of the dataset serves all screenings.
    let context = ModelContext(catalog)
    func text(_ text: String) -> JSONValue { text.isEmpty ? .null : .string(text) }
    return .object([
      .init("schema", 1),
      .init(
        "report",
        .object([
          .init("length", .string(length.rawValue)), .init("title", .string(document.title)),
          .init("date", text(options.date)), .init("note", text(options.note)),
          .init("need", subject.need.map { .string($0.text) } ?? .null),
          .init("competing", subject.competing.map { .integer($0) } ?? .null),
        ])),
      .init("model", .model),
      .init(
        "dataset",
        .object([
          .init("version", .string(catalog.identity.version)),
          .init("hash", .string(catalog.identity.hash)),
          .init("compiled", .string(catalog.identity.compiled)),
        ])),
      .init("country", .country(country)),
      .init(
        "goods",
        .array(subject.insights.map { .string(catalog.goods[$0.screening.good].id) })),
      .init(
        "screenings",
        .array(
          subject.insights.map {
            ScreeningJSON(
              $0, catalog: catalog, scenario: options.scenario, original: options.original,
              context: context
            ).value
          })),
      .init("keyPoints", .array(keyPoints.map(\.json))),
      .init("talkingPoints", .array(talkingPoints.map(\.json))),
      .init("sources", .array(fullSources.map(\.json))),
      .init("method", .array(method.map(JSONValue.string))),
    ])
  }

  /// Every number of the screenings, a row each, flags first; a footnote is the number of the source
  /// in this report and empty where the length leaves that source out.
  public var table: ReportTable {
    var rows: [[ReportCell]] = []
    for insight in subject.insights { rows += FitReportNumbers(self, insight).rows }
    return ReportTable(
      id: "report", title: document.title,
      columns: [
        ReportColumn("part", "part"), ReportColumn("good", "good"), ReportColumn("id", "id"),
        ReportColumn("name", "name"), ReportColumn("value", "value", alignment: .trailing),
        ReportColumn("low", "low", alignment: .trailing),
        ReportColumn("high", "high", alignment: .trailing), ReportColumn("unit", "unit"),
        ReportColumn("year", "year"), ReportColumn("status", "status"),
        ReportColumn("source", "source"),
        ReportColumn("footnote", "footnote", alignment: .trailing),
      ], rows: rows)
  }
}

extension ReportPoint {
  /// The point as JSON.
  var json: JSONValue {
    .object([
      .init("kind", .string(kind.rawValue)), .init("text", .string(text)),
      .init("numbers", .array(numbers.map(JSONValue.string))),
      .init("footnotes", .array(footnotes.map(JSONValue.integer))),
    ])
  }
}

/// The numbers of one screening as rows.
private struct FitReportNumbers {
  private let good: String
  private let footnotes: [String: Int]
  private(set) var rows: [[ReportCell]] = []

  init(_ report: FitReport, _ insight: Insight) {
    good = report.options.catalog.goods[insight.screening.good].id
    footnotes = Dictionary(
      report.document.sources.filter { !$0.id.isEmpty }.map { ($0.id, $0.number) },
      uniquingKeysWith: { first, _ in first })
    let screening = insight.screening
    for flag in screening.flags.all {
      worked(
        "flags", flag.id.rawValue, "\(flag.id.title), likelihood", steps(flag.likelihood),
        "steps of 4")
      worked(
        "flags", flag.id.rawValue, "\(flag.id.title), impact", steps(flag.impact), "steps of 4")
      for row in flag.evidence { read("flags", row) }
    }
    worked("fit", "fit", "Fit", screening.fit.range, "of 1")
    for score in screening.fit.dimensions where score.demand > 0 {
      let (id, name) = (score.dimension.rawValue, score.dimension.name)
      worked("fit", id, "\(name), level asked", Interval(Double(score.demand)), "of 4")
      worked("fit", id, "\(name), adequacy", score.adequacy, "of 1")
      worked("fit", id, "\(name), weight", Interval(score.weight), "of 1")
      worked("fit", id, "\(name), share of loss", Interval(score.lossShare), "of 1")
      for row in score.evidence { read("fit", row) }
    }
    worked("need", "need", "Need", screening.need, "of 1")
    for row in screening.needEvidence { read("need", row) }
    people(insight)
    let precedent = insight.precedent
    worked("precedent", "precedent", "Precedent", Interval(precedent.value), "of 1")
    worked(
      "precedent", "effective-n", "Effective number of similar countries",
      Interval(precedent.effectiveNumber), "countries")
    worked(
      "precedent", "uses", "Other countries with a recorded use", Interval(Double(precedent.uses)),
      "countries")
    worked(
      "certainty", "data-quality", "Share of the weight on recent figures",
      Interval(insight.dataQuality), "of 1")
  }

  private mutating func people(_ insight: Insight) {
    if let leftOut = insight.leftOut {
      worked("left-out", "left-out", "People not reached", whole(leftOut.people), "people")
      worked("left-out", "left-out", "Share of \(leftOut.base)", leftOut.share, "of 1")
      for group in leftOut.groups {
        worked("left-out", group.id, "Not reached, \(group.name)", whole(group.leftOut), "people")
        worked("left-out", group.id, "People, \(group.name)", whole(group.people), "people")
      }
      for row in leftOut.evidence { read("left-out", row) }
    }
    if let staff = insight.staff {
      worked("staff", "staff", "Staff", whole(staff.staff), "staff")
      worked("staff", "points", "Service points by head", whole(staff.pointsByHead), "points")
    }
  }

  private func steps(_ range: StepRange) -> Interval {
    Interval(Double(range.low), Double(range.high))
  }

  private func whole(_ range: Interval) -> Interval {
    Interval(range.low.rounded(), range.high.rounded())
  }

  private mutating func worked(
    _ part: String, _ id: String, _ name: String, _ range: Interval, _ unit: String
  ) {
    add(
      part, id, name, value: range.isPoint ? range.low : nil, low: range.low, high: range.high,
      [
        .text(unit), ReportCell(.missing), .text(ValueStatus.derived.rawValue),
        .text(Citations.modelID), footnote(Citations.modelID),
      ])
  }

  /// A row that was read; facts in words are no numbers and stay in the screening.
  private mutating func read(_ part: String, _ row: Evidence) {
    guard row.value != nil || row.low != nil || row.status == .missing || row.status == .stale
    else {
      return
    }
    let isModel = row.source == "formula"
    let source = isModel ? Citations.modelID : row.source
    add(
      part, row.id, row.name, value: row.status == .stale ? nil : row.value, low: row.low,
      high: row.high,
      [
        .text(row.unit), ReportCell(row.year.isEmpty ? .missing : .year(row.year)),
        .text(row.status.rawValue), .text(source), footnote(source),
      ])
  }

  private func footnote(_ source: String) -> ReportCell {
    ReportCell(footnotes[source].map { .integer($0) } ?? .missing)
  }

  private mutating func add(
    _ part: String, _ id: String, _ name: String, value: Double?, low: Double?, high: Double?,
    _ origin: [ReportCell]
  ) {
    func number(_ value: Double?) -> ReportCell {
      guard let value, value.isFinite else { return ReportCell(.missing) }
      return ReportCell(.number((value * 1_000_000).rounded() / 1_000_000, decimals: 6))
    }
    rows.append(
      [.text(part), .text(good), .text(id), .text(name), number(value), number(low), number(high)]
        + origin)
  }
}
