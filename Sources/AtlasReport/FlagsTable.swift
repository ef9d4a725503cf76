public import AtlasModel

/// The flags of a screening as rows, for spreadsheets.
public enum FlagsTable {
  /// One row a flag, in order of rule.
  public static func table(_ screening: Screening, catalog: Catalog) -> ReportTable {
    let country = catalog.countries[screening.country].iso3
    let good = catalog.goods[screening.good].id
    let rows = screening.flags.all.map { flag -> [ReportCell] in
      [
        .text(country), .text(good), .text(flag.id.rawValue), .text(flag.id.title),
        .text(flag.id.family.rawValue), .text(flag.id.code), .text(flag.word),
        .text(flag.best.word), .text(flag.worst.word),
        ReportCell(.integer(flag.likelihood.low)), ReportCell(.integer(flag.likelihood.high)),
        ReportCell(.integer(flag.impact.low)), ReportCell(.integer(flag.impact.high)),
        .list(flag.evidence.map { EvidenceWords.long($0, catalog: catalog) }),
        .list(flag.measures),
      ]
    }
    let columns = [
      ReportColumn("iso3", "iso3", documentation: "Country code."),
      ReportColumn("good", "good", documentation: "Id of the good."),
      ReportColumn("flag", "flag", documentation: "Id of the rule."),
      ReportColumn("title", "title", documentation: "Title of the rule."),
      ReportColumn("risk", "risk", documentation: "Risk family."),
      ReportColumn("code", "code", documentation: "Code in the DPI Safeguards Framework."),
      ReportColumn("severity", "severity", documentation: "Severity, or not-assessed."),
      ReportColumn("severity_low", "at least", documentation: "Lowest severity left open."),
      ReportColumn("severity_high", "at most", documentation: "Highest severity left open."),
      ReportColumn("likelihood_low", "likelihood", documentation: "Likelihood step, low end."),
      ReportColumn("likelihood_high", "to", documentation: "Likelihood step, high end."),
      ReportColumn("impact_low", "impact", documentation: "Impact step, low end."),
      ReportColumn("impact_high", "to", documentation: "Impact step, high end."),
      ReportColumn("evidence", "evidence", documentation: "Figures with year and source."),
      ReportColumn("measures", "measures", documentation: "Ids of measures on offer."),
    ]
    return ReportTable(id: "flags", title: "Flags", columns: columns, rows: rows)
  }
}
