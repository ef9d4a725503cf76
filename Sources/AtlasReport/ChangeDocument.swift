public import AtlasModel

/// What would move a verdict, as a document, rows and JSON.
public struct ChangeDocument: Sendable {
  let changes: VerdictChanges
  let insight: Insight
  let catalog: Catalog
  let series: SeriesBook?
  let notes: [String]

  /// Joins the changes of a pair with its screening.
  ///
  /// - Parameters:
  ///   - changes: What was found.
  ///   - insight: The screening as it is.
  ///   - catalog: The dataset that was screened.
  ///   - series: Yearly values, for the country's own pace; nil for none.
  ///   - notes: What was changed in the dataset, in words.
  public init(
    _ changes: VerdictChanges, insight: Insight, catalog: Catalog, series: SeriesBook?,
    notes: [String] = []
  ) {
    self.changes = changes
    self.insight = insight
    self.catalog = catalog
    self.series = series
    self.notes = notes
  }

  var country: Int { insight.screening.country }

  /// The document: flags, what would move the verdict, how far it is from falling.
  public var document: Document {
    var citations = Citations(catalog)
    let good = catalog.goods[insight.screening.good]
    var sections = [
      Document.Section("Flags", [.list(flags(&citations))]),
      Document.Section("Verdict of the screening", [.facts(verdict)]),
    ]
    sections += improving(&citations)
    if changes.current.rank.map({ $0 > 0 }) ?? false { sections.append(margin(&citations)) }
    return Document(
      title: "What would move \(good.name) in \(catalog.countries[country].name)",
      subtitle: "Each thing by itself, as small as it can be; the rest stays as it is.",
      sections: sections, notes: Self.method + notes, sources: citations.entries)
  }

  /// How it was found, a sentence each.
  static let method = [
    "Found by screening the pair again with one thing changed; a hair less does not flip it. Values are "
      + "rounded to the side on which it flips.",
    "Years: distance at the country's own pace, the mean change a year of the last ten years on record. "
      + "People: distance of a share of all people, times the population. Neither is a plan.",
    ScreeningWords.caution,
  ]

  private func flags(_ citations: inout Citations) -> [String] {
    let flags = insight.screening.flags
    let shown = flags.open.filter { $0.worst >= .moderate }.prefix(6)
    var lines: [String] = []
    for flag in shown {
      let reason = flag.evidence.first.map { ": " + cited($0, &citations) } ?? ""
      lines.append(
        "\(FitReportWriter.severity(flag)) \(flag.id.rawValue) \(flag.id.title)\(reason)")
    }
    return lines + ["In all: \(ScreeningWords.flagSummary(flags))."]
  }

  /// A row with its source; what the model works out cites the model.
  private func cited(_ row: Evidence, _ citations: inout Citations) -> String {
    row.source == "formula"
      ? "\(EvidenceWords.value(row)) [\(citations.citeModel())]" : citations.cited(row)
  }

  private var verdict: [Document.Fact] {
    let verdict = insight.screening.verdict
    return [
      Document.Fact("Verdict", verdict.class.name), Document.Fact("Why", verdict.reason),
      Document.Fact(
        "Asked for", changes.target.map { "\($0.name), or better" } ?? "nothing is above it"),
    ]
  }

  private func improving(_ citations: inout Citations) -> [Document.Section] {
    guard let target = changes.target else { return [] }
    var figures: [Document.Block] = []
    if !changes.figures.isEmpty {
      figures.append(.table(table(changes.figures, &citations)))
    } else {
      figures.append(.paragraph("No single figure leads to \(target.name)."))
    }
    for fact in changes.facts {
      figures.append(.paragraph(words(fact) + "."))
    }
    var sections = [Document.Section("One figure or fact", figures)]
    if changes.isOutOfReach {
      sections.append(
        Document.Section(
          "Several figures",
          [.paragraph("All figures and facts at their best do not lead to \(target.name).")]))
    } else if !changes.together.isEmpty {
      var blocks: [Document.Block] = changes.togetherFacts.map { .paragraph(words($0) + ", and:") }
      blocks.append(.table(table(changes.together, &citations)))
      blocks.append(
        .note(
          changes.together.count == 2
            ? "The pair that moves least in shares of the ranges of its figures."
            : "Found by leaving out one after another; other sets may do as well."))
      sections.append(Document.Section("Several figures together", blocks))
    }
    if !changes.leastCosts.isEmpty {
      sections.append(Document.Section("Several figures at least cost", costs(&citations)))
    }
    sections.append(Document.Section("Another build of the good", [builds(target)]))
    sections.append(Document.Section("Measures", [measures(target)]))
    return sections
  }

  /// For each kind of cost, what it comes to and where the figures have to be.
  private func costs(_ citations: inout Citations) -> [Document.Block] {
    var blocks: [Document.Block] = []
    for least in changes.leastCosts {
      let laws = least.facts.map { words($0) + ", and " }.joined()
      blocks.append(
        .paragraph(
          "\(Self.head(least)): \(laws)\(least.isExact ? "" : "the least found, ")"
            + (least.figures.count == 1 ? "one figure." : "\(least.figures.count) figures.")))
      blocks.append(.table(table(least.figures, &citations)))
    }
    let missing = ChangeCost.allCases.filter { cost in
      !changes.leastCosts.contains { $0.cost == cost } && (cost != .years || series != nil)
    }
    for cost in missing {
      blocks.append(
        .paragraph(
          cost == .years
            ? "At their own pace the figures with a series do not lead there within 100 years."
            : "Shares of all people alone do not lead there."))
    }
    blocks.append(
      .note(
        "Figures on record move together. Points: those of percentages, else hundredths of the range of "
          + "the figure. Years: all at once, each at its own pace, the slowest counts. People: only "
          + "shares of all people move."))
    return blocks
  }

  private static func head(_ least: LeastCost) -> String {
    switch least.cost {
    case .points: "Least in points, \(NumberText.fixed(up(least.total), decimals: 1)) in all"
    case .years:
      "Soonest at the country's own pace, \(NumberText.fixed(up(least.total), decimals: 1)) years"
    case .people: "Fewest people, \(PeopleWords.count(least.total)) in all"
    }
  }

  private static func up(_ value: Double) -> Double {
    (value * 10 - 1e-9).rounded(.up) / 10
  }

  func words(_ fact: FactChange) -> String {
    let name = catalog.attribute(fact.attribute)?.name ?? fact.attribute
    let before = fact.from.isEmpty ? "unknown" : spaced(fact.from)
    return "\(name) from \(before) to \(spaced(fact.to))"
  }

  private func builds(_ target: VerdictClass) -> Document.Block {
    guard !changes.demands.isEmpty else {
      return .paragraph("No single lower level of what it asks leads to \(target.name).")
    }
    return .list(
      changes.demands.map { "\($0.field.rawValue) from level \($0.from) to \($0.to) of 4" })
  }

  private func measures(_ target: VerdictClass) -> Document.Block {
    guard !changes.measures.isEmpty else {
      return .paragraph("The measures that work here do not lead to \(target.name).")
    }
    return .list(
      changes.measures.map { set in
        set.map { id in
          let record = catalog.measures.first { $0.id == id }
          return record.map { "\($0.title) (\(id), \($0.owner))" } ?? id
        }.joined(separator: " with ")
      })
  }

  private func margin(_ citations: inout Citations) -> Document.Section {
    guard !changes.margins.isEmpty else {
      return Document.Section(
        "Margin before it falls", [.paragraph("No single figure that worsens loses the verdict.")])
    }
    return Document.Section(
      "Margin before it falls",
      [
        .paragraph("The verdict is lost where one of these reaches the value, the nearest first."),
        .table(table(Array(changes.margins.prefix(8)), &citations, isMargin: true)),
      ])
  }

  // MARK: Figures

  private func table(
    _ figures: [FigureChange], _ citations: inout Citations, isMargin: Bool = false
  ) -> ReportTable {
    var rows: [[ReportCell]] = []
    for change in figures {
      let row = ChangeRow(change, self, isMargin: isMargin)
      rows.append(
        [
          .text(row.indicator.shortName), .text(row.before), .text(row.year), .text(row.after),
          .text(row.distance),
        ] + (isMargin ? [] : [.text(row.paceWords), .text(row.peopleWords)])
          + [citations.cell(row.source)])
    }
    return ReportTable(
      id: "figures", title: isMargin ? "Margins" : "Figures",
      columns: [
        ReportColumn("figure", "figure", isFlexible: true), ReportColumn("from", "on record"),
        ReportColumn("year", "year"), ReportColumn("to", isMargin ? "lost at" : "needed"),
        ReportColumn("distance", "distance"),
      ]
        + (isMargin
          ? []
          : [
            ReportColumn("years", "years"),
            ReportColumn("people", "people", isFlexible: true),
          ]) + [ReportColumn("source", "src")], rows: rows)
  }
}

/// One figure of a change in words and numbers.
struct ChangeRow {
  let change: FigureChange
  let indicator: Indicator
  let isMargin: Bool
  /// Year of the value on record; empty for none.
  let year: String
  /// Id of the source of the value on record.
  let source: String?
  /// Mean change a year of the last ten years on record; nil where it is not known.
  let pace: Double?
  /// Years at that pace; nil where it does not lead there.
  let years: Double?
  /// People that the distance stands for; nil where the figure is no share of all people.
  let people: Double?

  init(_ change: FigureChange, _ document: ChangeDocument, isMargin: Bool) {
    self.change = change
    self.isMargin = isMargin
    let catalog = document.catalog
    indicator = catalog.indicators[change.indicator]
    let record = catalog.observation(country: document.country, indicator: change.indicator)
    year = record.map { NumberText.year($0.year) } ?? ""
    source = record?.source
    let pace = document.series?.pace(country: document.country, indicator: change.indicator)
    self.pace = pace
    let way = change.from.map { change.to - $0 }
    years = pace.flatMap { pace in
      way.flatMap { pace != 0 && ($0 / pace) > 0 ? $0 / pace : nil }
    }
    let population = catalog.observation(country: document.country, "population")
    people =
      indicator.unit == "% of people"
      ? change.distance.flatMap { distance in population.map { distance / 100 * $0.value } } : nil
  }

  private var isUp: Bool { change.to > (change.from ?? -.infinity) }

  var before: String { change.from.map { number($0) } ?? "unknown" }

  /// The value, rounded to the side on which it flips.
  var after: String {
    if change.confirms { return change.from == nil ? "any, if known" : "a recent figure of it" }
    return number(shown)
  }

  /// The value as people are shown it.
  var shown: Double {
    var scale = 1.0
    for _ in 0..<max(indicator.decimals, 0) { scale *= 10 }
    // What is round already stays.
    let near = (change.to * scale).rounded()
    if (near / scale - change.to).magnitude < 1e-12 { return change.to }
    return (change.to * scale).rounded(isUp ? .up : .down) / scale
  }

  var distance: String {
    if change.confirms { return "none" }
    return change.distance.map { number(max($0, 0)) + " " + points } ?? "unknown"
  }

  private var points: String { indicator.unit.hasPrefix("%") ? "points" : "" }

  var paceWords: String {
    if change.confirms { return "none" }
    if let years { return years > 100 ? "over 100" : NumberText.fixed(years, decimals: 0) }
    return pace == nil ? "no series" : "not at its pace"
  }

  var peopleWords: String {
    change.confirms ? "none" : people.map { PeopleWords.count($0) } ?? "no share of all"
  }

  private func number(_ value: Double) -> String {
    NumberText.people(value, decimals: indicator.decimals)
  }
}
