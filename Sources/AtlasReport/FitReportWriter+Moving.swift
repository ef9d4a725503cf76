import AtlasModel

// What would move the verdict, in the full length.
extension FitReportWriter {
  /// The smallest changes in words, each with year and source of what is on record.
  mutating func moving(_ insight: Insight) -> [Document.Block] {
    let assessor = Assessor(catalog: catalog, settings: insight.settings)
    let changes = assessor.changes(
      country: subject.country, good: insight.screening.good)
    let document = ChangeDocument(
      changes, insight: insight, catalog: catalog, series: options.series)
    var lines: [String] = []
    if let target = changes.target {
      lines = improving(changes, document).map { "To \(target.name): \($0)" }
      if lines.isEmpty {
        lines.append(
          changes.isOutOfReach
            ? "All figures and facts of the country at their best do not lead to \(target.name)."
            : "No single figure, fact, level or measure leads to \(target.name).")
      }
    }
    for change in changes.margins.prefix(3) {
      let row = ChangeRow(change, document, isMargin: true)
      lines.append("Lost where \(words(row)).")
    }
    return [
      .list(lines),
      .note(
        "Each thing by itself; found by screening again, a hair less does not do it. All of them: "
          + "dpg-atlas change."),
    ]
  }

  private mutating func improving(
    _ changes: VerdictChanges, _ document: ChangeDocument
  ) -> [String] {
    var lines: [String] = []
    for change in changes.figures.prefix(4) {
      let row = ChangeRow(change, document, isMargin: false)
      let years = row.years.map {
        $0 > 100 ? ", over 100 years at its pace" : ", \(Int($0.rounded(.up))) years at its pace"
      }
      lines.append("\(words(row))\(change.confirms ? "" : years ?? "").")
    }
    for fact in changes.facts { lines.append(document.words(fact) + ".") }
    if !changes.together.isEmpty {
      var parts = changes.togetherFacts.map { document.words($0) }
      for change in changes.together.prefix(4) {
        parts.append(words(ChangeRow(change, document, isMargin: false)))
      }
      let more = changes.together.count - 4
      lines.append(
        "together " + parts.joined(separator: "; ") + (more > 0 ? "; and \(more) more" : "") + ".")
    }
    for demand in changes.demands.prefix(3) {
      lines.append(
        "another build of the good: \(demand.field.rawValue) from level \(demand.from) to "
          + "\(demand.to).")
    }
    if !changes.measures.isEmpty {
      let sets = changes.measures.map { $0.joined(separator: " with ") }
      lines.append("measures: " + Self.shortened(sets, 4) + ".")
    }
    return lines
  }

  private mutating func words(_ row: ChangeRow) -> String {
    let note = citations.cite(row.source).map { " [\($0)]" } ?? ""
    let year = row.year.isEmpty ? "" : " (\(row.year))"
    return "\(row.indicator.shortName) from \(row.before)\(year)\(note) to \(row.after)"
  }
}
