public import AtlasModel

/// One good: what it does, who stands behind it, what it declares and what it asks.
public enum GoodProfile {
  /// The profile of a good, by position in the catalog.
  public static func document(_ catalog: Catalog, _ good: Int) -> Document {
    guard catalog.goods.indices.contains(good) else {
      return Document(title: "No such good", sections: [])
    }
    var builder = GoodProfileBuilder(catalog, good)
    return builder.document()
  }

  /// The profile as rows of section, field and value, for files.
  public static func table(_ catalog: Catalog, _ good: Int) -> ReportTable {
    let document = document(catalog, good)
    let id = catalog.goods.indices.contains(good) ? catalog.goods[good].id : ""
    let addresses = Dictionary(
      document.sources.map { ($0.number, $0.id.isEmpty ? $0.address : $0.id) },
      uniquingKeysWith: { a, _ in a })
    var rows: [[ReportCell]] = []
    for section in document.sections {
      for case .facts(let facts) in section.blocks {
        for fact in facts {
          rows.append([
            .text(id), .text(section.title), .text(fact.name), .text(fact.value),
            .list(fact.citations.compactMap { addresses[$0] }),
          ])
        }
      }
    }
    return ReportTable(
      id: "good", title: document.title,
      columns: [
        ReportColumn("good", "good"), ReportColumn("section", "section", isFlexible: true),
        ReportColumn("field", "field", isFlexible: true),
        ReportColumn("value", "value", isFlexible: true),
        ReportColumn("source", "source", isFlexible: true),
      ], rows: rows)
  }
}
