import AtlasModel

// What a good can build on: laws and shared systems on record, and the blocks that its kind asks for.
extension FitReportWriter {
  private static let laws = [
    "data-protection-law", "data-protection-authority", "cybercrime-law", "e-transactions-law",
  ]
  private static let systems = [
    "digital-id", "fast-payment", "data-exchange", "interoperability-framework",
    "digital-signature",
  ]

  /// Facts with year and source; what is not on record is unknown, which is not missing.
  mutating func foundations(_ insight: Insight) -> [Document.Fact] {
    var facts = [
      Document.Fact("Laws on record", record(Self.laws)),
      Document.Fact("Shared systems on record", record(Self.systems)),
    ]
    let asked = blocks(of: good(insight))
    if !asked.isEmpty { facts.append(Document.Fact("Builds on", asked.joined(separator: "; "))) }
    return facts
  }

  private mutating func record(_ ids: [String]) -> String {
    var parts: [String] = []
    for id in ids {
      guard let attribute = catalog.attribute(id) else { continue }
      guard let fact = catalog.fact(country: subject.country, id), !fact.value.isEmpty else {
        parts.append("\(attribute.name) unknown")
        continue
      }
      let year = fact.year.isEmpty ? "" : " (\(fact.year))"
      let note = citations.cite(fact.source).map { " [\($0)]" } ?? ""
      parts.append("\(attribute.name) \(spaced(fact.value))\(year)\(note)")
    }
    return parts.joined(separator: "; ")
  }

  /// Blocks that goods of this kind require, where the good is a well-known example of one.
  private mutating func blocks(of good: PublicGood) -> [String] {
    let names = Set(([good.id, good.name] + good.aliases).map { TextFolding.fold($0) })
    let own = catalog.blocks.filter { block in
      block.examples.contains { names.contains(TextFolding.fold($0)) }
    }
    var lines: [String] = []
    for block in own {
      for link in catalog.blockLinks where link.block == block.id && link.kind == "requires" {
        let needed = catalog.blocks.first { $0.id == link.needs }?.name ?? link.needs
        let note = citations.cite(address: link.address).map { " [\($0)]" } ?? ""
        lines.append(
          "\(needed): \(link.why.dropLast(link.why.hasSuffix(".") ? 1 : 0)) (\(link.basis))\(note)")
      }
    }
    return lines
  }
}
