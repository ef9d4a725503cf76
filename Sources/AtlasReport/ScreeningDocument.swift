public import AtlasModel

/// A screening as a document: flags with what they read, then people, fit, need, evidence and
/// objections and, last, the verdict.
public enum ScreeningDocument {
  /// Builds the document.
  public static func document(_ insight: Insight, catalog: Catalog) -> Document {
    var writer = ScreeningWriter(insight, catalog: catalog)
    let sections =
      [writer.flags(), writer.people(), writer.fit(), writer.need(), writer.evidence()]
      + [writer.benefits(), writer.objections(), writer.gaps(), writer.verdict()]
    let country = catalog.countries[insight.screening.country]
    let good = catalog.goods[insight.screening.good]
    return Document(
      title: "\(good.name) in \(country.name)",
      subtitle: "Screening of a digital public good against the conditions of a country",
      sections: sections.filter { !$0.blocks.isEmpty },
      notes: [
        ScreeningWords.caution, SettingsWords.sentence(insight.settings),
        "Model \(ModelIdentity.version) (\(ModelIdentity.hash)). "
          + "Dataset \(catalog.identity.version) (\(catalog.identity.hash)), "
          + "compiled \(catalog.identity.compiled).",
      ],
      sources: writer.citations.entries)
  }
}
