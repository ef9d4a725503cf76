import AtlasModel

/// Writes the sections of a screening, numbering sources as it goes.
struct ScreeningWriter {
  let insight: Insight
  let catalog: Catalog
  var citations: Citations

  var screening: Screening { insight.screening }
  var good: PublicGood { catalog.goods[insight.screening.good] }

  init(_ insight: Insight, catalog: Catalog) {
    self.insight = insight
    self.catalog = catalog
    citations = Citations(catalog)
  }

  /// A row with the number of its source.
  mutating func cited(_ row: Evidence) -> String { citations.cited(row) }

  /// Rows with the numbers of their sources, each once.
  mutating func cited(_ rows: [Evidence]) -> [String] {
    var seen: Set<String> = []
    var result: [String] = []
    for row in rows where seen.insert(row.id).inserted { result.append(cited(row)) }
    return result
  }

  // MARK: Flags

  mutating func flags() -> Document.Section {
    let channels = good.demand.channels.map(\.rawValue).joined(separator: ", ")
    var blocks: [Document.Block] = [
      .paragraph(
        "\(good.summary). Worked by \(good.demand.operator.rawValue) through \(channels). "
          + "\(ScreeningWords.flagSummary(screening.flags)).")
    ]
    for flag in screening.flags.open {
      let rule = flag.id.rule
      let code = rule.code.isEmpty ? "" : " (DPI Safeguards \(rule.code))"
      let left =
        flag.takenCount == 0
        ? "" : " After the measures taken: \(ScreeningWords.residual(flag))."
      blocks.append(
        .paragraph(
          "\(ScreeningWords.severity(flag)): \(flag.id.rawValue) \(rule.title)\(code). "
            + "Likelihood \(ScreeningWords.steps(flag.likelihood)) x impact "
            + "\(ScreeningWords.steps(flag.impact)).\(left)"))
      blocks.append(.list(cited(flag.evidence) + MeasureWords.lines(flag, catalog: catalog)))
    }
    let quiet = screening.flags.all.filter { $0.worst == .none }
    if !quiet.isEmpty {
      blocks.append(
        .note(
          "No risk found by: "
            + quiet.map { "\($0.id.rawValue) \($0.id.title)" }.joined(separator: "; ") + "."))
    }
    return Document.Section("Risk flags", blocks)
  }

  // MARK: Fit and need

  mutating func fit() -> Document.Section {
    let fit = screening.fit
    let asked = fit.dimensions.filter { $0.demand > 0 }
    let rows = asked.map { score in
      [
        ReportCell(.text(score.dimension.name)), ReportCell(.integer(score.demand)),
        ReportCell(.text(RangeWords.share(score.adequacy))),
        ReportCell(.number(score.weight, decimals: 2)),
        ReportCell(.number(score.lossShare, decimals: 2)),
        ReportCell(.text(EvidenceWords.statusName(score.status))),
      ]
    }
    let table = ReportTable(
      id: "fit", title: "Fit by dimension",
      columns: [
        ReportColumn("dimension", "Dimension"),
        ReportColumn("asks", "Asks (1-4)", alignment: .trailing),
        ReportColumn("adequacy", "Adequacy (0-1)"),
        ReportColumn("weight", "Weight", alignment: .trailing),
        ReportColumn("loss", "Share of loss", alignment: .trailing),
        ReportColumn("known", "Known as"),
      ], rows: rows, positions: Array(rows.indices))
    let link = NumberText.fixed(insight.settings.weakestLink, decimals: 1)
    var blocks: [Document.Block] = [
      .paragraph(
        "Fit \(RangeWords.share(fit.range)) of 1: (1 - b) x weighted average + b x lowest adequacy, "
          + "b = \(link). The lower end counts everything unknown at its worst."),
      .table(table), .list(cited(asked.flatMap(\.evidence))),
    ]
    let silent = fit.dimensions.filter { $0.demand == 0 }.map(\.dimension.name)
    if !silent.isEmpty {
      blocks.append(.note("Asks nothing of: " + silent.joined(separator: ", ") + "."))
    }
    return Document.Section("Fit", blocks)
  }

  mutating func need() -> Document.Section {
    let rows = screening.needEvidence.sorted { ($0.value ?? 101) < ($1.value ?? 101) }
    var list: [String] = []
    for row in rows { list.append(cited(row) + trend(row)) }
    return Document.Section(
      "Need",
      [
        .paragraph(
          "Need \(RangeWords.share(screening.need)) of 1: the mean gap over the development goals "
            + "that the good claims to serve."), .list(list),
      ])
  }

  /// The published trend of a goal.
  private func trend(_ row: Evidence) -> String {
    let fact = catalog.fact(country: screening.country, row.id + "-trend")
    return "; trend: " + (fact.map { spaced($0.value) } ?? "unknown")
  }

  func verdict() -> Document.Section {
    let verdict = screening.verdict
    let others = insight.presets.map { "\($0.preset.rawValue): \($0.verdict.class.name)" }
    return Document.Section(
      "Verdict of the screening",
      [
        .paragraph("\(verdict.class.name)."), .paragraph(verdict.reason),
      ]
        + (insight.certainty.map {
          [.paragraph(CertaintyWords.sentence($0, of: verdict.class))]
        } ?? []) + [
          .paragraph("By fit alone: \(verdict.byFit.name)."),
          .paragraph(
            (insight.presetsDisagree ? "Stakeholders disagree: " : "Stakeholders agree: ")
              + others.joined(separator: "; ") + "."),
        ])
  }
}
