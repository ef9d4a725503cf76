import AtlasModel
import AtlasReport

/// A number with its citation, as it goes to the clipboard.
enum CopyText {
  /// Name, value and, in brackets, the year and source of each row behind it, at most three.
  static func text(_ node: WhyNode, _ catalog: Catalog) -> String {
    let rows = node.source.isEmpty ? leaves(node) : [node]
    var seen: Set<String> = []
    let origins = rows.compactMap { row -> String? in
      guard !row.source.isEmpty, let record = catalog.source(row.source) else { return nil }
      let words = [row.year, "\(record.publisher), \(record.title) [\(record.id)]"]
        .filter { !$0.isEmpty }.joined(separator: "; ")
      return seen.insert(words).inserted ? words : nil
    }
    let shown = origins.prefix(3).joined(separator: "; ")
    let more = origins.count > 3 ? "; and \(origins.count - 3) more" : ""
    let formula = rows.first?.id == node.id || node.formula.isEmpty ? "" : "; \(node.formula)"
    return PlainText.clean(
      "\(node.name): \(node.value)"
        + (shown.isEmpty && formula.isEmpty ? "" : " (\(shown)\(more)\(formula))"))
  }

  private static func leaves(_ node: WhyNode) -> [WhyNode] {
    node.children.flatMap { $0.children.isEmpty ? [$0] : leaves($0) }
  }
}
