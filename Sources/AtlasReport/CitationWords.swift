public import AtlasModel

/// A number together with where it comes from, ready to be copied.
public enum CitationWords {
  /// One line, such as `Internet users, Uganda: 8.9 % (2024; ITU, ITU DataHub [itu-datahub], https://...)`.
  ///
  /// - Parameters:
  ///   - name: What the number is.
  ///   - value: The number with its unit.
  ///   - year: The year it describes; empty where there is none.
  ///   - source: Id of the source; `formula` for what the model works out, empty for none.
  ///   - catalog: The dataset.
  public static func sentence(
    name: String, value: String, year: String, source: String, catalog: Catalog
  ) -> String {
    let origin = [year, Self.origin(source, catalog)].filter { !$0.isEmpty }
      .joined(separator: "; ")
    return PlainText.clean("\(name): \(value)" + (origin.isEmpty ? "" : " (\(origin))"))
  }

  private static func origin(_ id: String, _ catalog: Catalog) -> String {
    if id == "formula" { return "worked out by DPG Atlas, model \(ModelIdentity.version)" }
    guard let source = catalog.source(id) else { return id }
    let name = [source.publisher, source.title].filter { !$0.isEmpty }.joined(separator: ", ")
    return [name + " [\(id)]", source.address].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension WhyNode {
  /// The sources that the tree names, each once, in the order in which they first stand in it.
  public func citations(_ catalog: Catalog) -> [Citations.Entry] {
    var citations = Citations(catalog)
    cite(in: &citations)
    return citations.entries
  }

  private func cite(in citations: inout Citations) {
    if source != "formula" { _ = citations.cite(source) }
    for child in children { child.cite(in: &citations) }
  }

  /// The node as a line to copy, with year, publisher and address of its source; a number that the
  /// model works out names its formula and the sources behind it, at most three.
  public func citation(_ catalog: Catalog) -> String {
    guard source.isEmpty, !children.isEmpty else {
      return CitationWords.sentence(
        name: name, value: value, year: year, source: source, catalog: catalog)
    }
    let all = citations(catalog)
    let shown = all.prefix(3).map { "\($0.publisher) [\($0.id)]" }
    let parts =
      ["worked out by DPG Atlas, model \(ModelIdentity.version)"]
      + (formula.isEmpty ? [] : [formula])
      + (shown.isEmpty ? [] : ["from " + shown.joined(separator: ", ")])
      + (all.count > 3 ? ["and \(all.count - 3) more sources"] : [])
    return PlainText.clean("\(name): \(value) (\(parts.joined(separator: "; ")))")
  }
}
