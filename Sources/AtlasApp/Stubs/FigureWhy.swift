import AtlasModel
import AtlasReport
enum FigureWhy {
  static func indicator(_ catalog: Catalog, country: Int, indicator: Int) -> WhyNode { WhyNode(fact: Document.Fact("x", "y"), sources: []) }
  static func attribute(_ catalog: Catalog, country: Int, id: String) -> WhyNode? { nil }
}
