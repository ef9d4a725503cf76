public import AtlasModel

/// A screening as a document: flags with what they read, then fit, need and, last, the verdict.
public enum ScreeningDocument {
  /// Builds the document.
  public static func document(_ screening: Screening, catalog: Catalog) -> Document {
    var writer = Writer(screening: screening, catalog: catalog, citations: Citations(catalog))
    let sections = writer.flags() + [writer.fit(), writer.need(), writer.verdict()]
    let country = catalog.countries[screening.country]
    let good = catalog.goods[screening.good]
    return Document(
      title: "\(good.name) in \(country.name)",
      subtitle: "Screening of a digital public good against the conditions of a country",
      sections: sections,
      notes: [
        ScreeningWords.caution,
        "Model \(ModelIdentity.version) (\(ModelIdentity.hash)), equal weights, no measures taken. "
          + "Dataset \(catalog.identity.version) (\(catalog.identity.hash)), "
          + "compiled \(catalog.identity.compiled).",
      ],
      sources: writer.citations.entries)
  }

  private struct Writer {
    let screening: Screening
    let catalog: Catalog
    var citations: Citations

    mutating func flags() -> [Document.Section] {
      let good = catalog.goods[screening.good]
      let channels = good.demand.channels.map(\.rawValue).joined(separator: ", ")
      let open = screening.flags.open
      var blocks: [Document.Block] = [
        .paragraph(
          "\(good.summary). Worked by \(good.demand.operator.rawValue) through \(channels). "
            + "\(ScreeningWords.flagSummary(screening.flags)).")
      ]
      for flag in open {
        let rule = flag.id.rule
        let code = rule.code.isEmpty ? "" : " (DPI Safeguards \(rule.code))"
        blocks.append(
          .paragraph(
            "\(ScreeningWords.severity(flag)): \(flag.id.rawValue) \(rule.title)\(code). "
              + "Likelihood \(ScreeningWords.steps(flag.likelihood)) x impact "
              + "\(ScreeningWords.steps(flag.impact))."))
        blocks.append(.list(flag.evidence.map { cited($0) } + measures(flag)))
      }
      let quiet = screening.flags.all.filter { $0.worst == .none }
      if !quiet.isEmpty {
        blocks.append(
          .note(
            "No risk found by: "
              + quiet.map { "\($0.id.rawValue) \($0.id.title)" }.joined(separator: "; ") + "."))
      }
      return [Document.Section("Risk flags", blocks)]
    }

    private func measures(_ flag: RiskFlag) -> [String] {
      let titles = flag.measures.compactMap { id in
        catalog.measures.first { $0.id == id }.map { "\($0.title) (\(id))" }
      }
      return titles.isEmpty ? [] : ["Measures on offer: " + titles.joined(separator: "; ")]
    }

    /// A row with the number of its source.
    private mutating func cited(_ row: Evidence) -> String {
      let value = EvidenceWords.value(row)
      let status = EvidenceWords.status(row.status)
      let origin = [row.status == .stale ? "" : row.year, status].filter { !$0.isEmpty }
      let text = origin.isEmpty ? value : value + " (" + origin.joined(separator: ", ") + ")"
      if row.source == "formula" { return text + " [formula]" }
      return citations.cite(row.source).map { "\(text) [\($0)]" } ?? text
    }

    mutating func fit() -> Document.Section {
      let fit = screening.fit
      let asked = fit.dimensions.filter { $0.demand > 0 }
      let rows = asked.map { score in
        [
          ReportCell(.text(score.dimension.name)), ReportCell(.integer(score.demand)),
          ReportCell(.text(RangeWords.share(score.adequacy))),
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
          ReportColumn("loss", "Share of loss", alignment: .trailing),
          ReportColumn("known", "Known as"),
        ], rows: rows, positions: Array(rows.indices))
      var seen: Set<String> = []
      var list: [String] = []
      for row in asked.flatMap(\.evidence) where seen.insert(row.id).inserted {
        list.append(cited(row))
      }
      let silent = fit.dimensions.filter { $0.demand == 0 }.map(\.dimension.name)
      var blocks: [Document.Block] = [
        .paragraph(
          "Fit \(RangeWords.share(fit.range)) of 1: half the average adequacy, half the lowest. "
            + "The lower end counts everything unknown at its worst."),
        .table(table), .list(list),
      ]
      if !silent.isEmpty {
        blocks.append(.note("Asks nothing of: " + silent.joined(separator: ", ") + "."))
      }
      return Document.Section("Fit", blocks)
    }

    mutating func need() -> Document.Section {
      let rows = screening.needEvidence.sorted { ($0.value ?? 101) < ($1.value ?? 101) }
      var list: [String] = []
      for row in rows { list.append(cited(row)) }
      return Document.Section(
        "Need",
        [
          .paragraph(
            "Need \(RangeWords.share(screening.need)) of 1: the mean gap over the development goals "
              + "that the good claims to serve."), .list(list),
        ])
    }

    func verdict() -> Document.Section {
      let verdict = screening.verdict
      return Document.Section(
        "Verdict of the screening",
        [
          .paragraph("\(verdict.class.name)."), .paragraph(verdict.reason),
          .paragraph("By fit alone: \(verdict.byFit.name)."),
        ])
    }
  }
}
