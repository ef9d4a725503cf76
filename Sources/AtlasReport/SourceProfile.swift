public import AtlasModel

/// What a source is, on what terms, and what it is used for.
public enum SourceProfile {
  /// Builds the document.
  ///
  /// - Parameters:
  ///   - catalog: The dataset.
  ///   - position: Position of the source.
  public static func document(_ catalog: Catalog, source position: Int) -> Document {
    let source = catalog.sources[position]
    var counts: [(name: String, count: Int)] = []
    for (index, indicator) in catalog.indicators.enumerated() {
      let count = catalog.realCountries.count {
        catalog.observation(country: $0, indicator: index)?.source == source.id
      }
      if count > 0 { counts.append((indicator.name, count)) }
    }
    let goods = catalog.goods.count { $0.source == source.id }
    var used = counts.map { "\($0.name): newest value of \($0.count) countries" }
    if goods > 0 { used.append("Record of \(goods) goods") }
    return Document(
      title: source.title, subtitle: source.publisher,
      sections: [
        Document.Section(
          "Publication",
          [
            .facts([
              Document.Fact("Id", source.id),
              Document.Fact("Vintage", source.vintage),
              Document.Fact("Read on", source.retrieved),
              Document.Fact("Address", source.address),
              Document.Fact("Terms", source.terms),
              Document.Fact("Reuse class", source.reuse.rawValue),
              Document.Fact("Copy that was read", source.copy),
            ])
          ] + (source.note.isEmpty ? [] : [.note(source.note)])),
        Document.Section(
          "Used for",
          used.isEmpty ? [.note("Text-valued facts, agreements or guidance.")] : [.list(used)]),
      ])
  }
}
