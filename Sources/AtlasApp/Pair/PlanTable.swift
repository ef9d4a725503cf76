import AtlasModel
import AtlasReport

/// The plan as a table: the flags of each pair before its verdict, measures and notes beside them.
enum PlanTable {
  static func table(_ plan: [PlanEntry], atlas: Atlas) -> ReportTable {
    let catalog = atlas.catalog
    let rows = plan.compactMap { entry -> [ReportCell]? in
      guard let country = catalog.countryPosition(entry.iso3),
        let good = catalog.goodPosition(entry.good)
      else { return nil }
      var assessor = atlas.assessor
      for measure in entry.measures where !assessor.settings.measures.contains(measure) {
        assessor.settings.measures.append(measure)
      }
      let screening = assessor.screening(
        good: good, conditions: assessor.conditions(country: country))
      let grave = screening.flags.open.filter { $0.residualWorst >= .high }
      return [
        .text(catalog.goods[good].name), .text(catalog.countries[country].shortName),
        .text(ScreeningWords.flagCounts(screening.flags)),
        .text(
          grave.isEmpty
            ? "none"
            : grave.map { "\($0.id.rawValue) \($0.residualWord)" }.joined(separator: ", ")),
        .text(entry.note.isEmpty ? "none" : entry.note),
        entry.measures.isEmpty ? .text("none") : .list(entry.measures),
        .text(screening.verdict.class.name), .text("\(entry.iso3) \(entry.good)"),
      ]
    }
    return ReportTable(
      id: "plan", title: "Plan",
      columns: [
        ReportColumn("good", "good", isFlexible: true),
        ReportColumn("country", "country", isFlexible: true),
        ReportColumn("flags", "flags", documentation: "Flags before measures, by severity."),
        ReportColumn(
          "open", "still high",
          documentation: "Flags that the measures leave high or critical.", isFlexible: true),
        ReportColumn(
          "note", "note", documentation: "Why it goes ahead all the same.",
          isFlexible: true),
        ReportColumn("measures", "measures", documentation: "Measures taken.", isFlexible: true),
        ReportColumn(
          "verdict", "verdict", documentation: "Verdict with the measures taken."),
        ReportColumn("pair", "pair", documentation: "Country and good."),
      ], rows: rows,
      notes: [
        "Flags: c critical, h high, m moderate, ? not assessed. " + ScreeningWords.caution,
        SettingsWords.sentence(atlas.assessor.settings) + " Model \(ModelIdentity.version). "
          + "Dataset \(catalog.identity.version), compiled \(catalog.identity.compiled).",
      ])
  }
}
