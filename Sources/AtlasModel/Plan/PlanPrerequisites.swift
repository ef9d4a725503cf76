/// A building block or enabler that chosen goods need, with how far the country has it.
public struct Prerequisite: Sendable, Equatable {
  /// The block.
  public var block: BuildingBlock
  /// How far it is there.
  public var standing: BlockStanding
  /// Whether people said so, over what is on record.
  public var isOwnWord: Bool
  /// The fact or dimension that says so, in words; empty where no table does.
  public var finding: String
  /// Year of the finding; empty for what the model works out.
  public var year: String
  /// Id of the source of the finding, `formula` for the model; nil where no table says.
  public var source: String?
  /// Ids of the chosen goods that need it, directly or through other blocks.
  public var serves: [String]
  /// Links by which it is needed.
  public var links: [BlockLink]

  /// Whether work on it has to come before a pilot.
  public var isOpen: Bool { standing != .inPlace }
}

/// Reads which blocks goods need, and whether a country has them.
struct PrerequisiteReader {
  let catalog: Catalog
  let conditions: CountryConditions
  let plan: AdoptionPlan
  private let byID: [String: BuildingBlock]

  init(_ catalog: Catalog, conditions: CountryConditions, plan: AdoptionPlan) {
    self.catalog = catalog
    self.conditions = conditions
    self.plan = plan
    byID = Dictionary(catalog.blocks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What a set of goods needs, in an order in which each comes after what it needs itself; of those
  /// that could come next the one that serves most goods, then enablers, foundations, shared, services.
  func ordered(_ goods: [Int]) -> [Prerequisite] {
    var serves: [String: [String]] = [:]
    for good in goods {
      for block in needed(by: good) { serves[block, default: []].append(catalog.goods[good].id) }
    }
    let tiers = ["enabler", "foundation", "shared", "service"]
    var open = serves.keys.sorted()
    var ordered: [String] = []
    while !open.isEmpty {
      let ready = open.filter { block in
        !catalog.blocks(requiredBy: block).contains { open.contains($0) && $0 != block }
      }
      func rank(_ block: String) -> (Int, Int, String) {
        (
          -(serves[block]?.count ?? 0),
          tiers.firstIndex(of: byID[block]?.tier ?? "") ?? tiers.count, block
        )
      }
      // The links have no loops; a dataset that has one still ends.
      guard let next = (ready.isEmpty ? open : ready).min(by: { rank($0) < rank($1) }) else {
        break
      }
      ordered.append(next)
      open.removeAll { $0 == next }
    }
    return ordered.compactMap { id in
      byID[id].map { prerequisite($0, serves: serves[id] ?? [], goods: goods) }
    }
  }

  /// Ids of the blocks that a good needs, through all links that require.
  func needed(by good: Int) -> Set<String> {
    var needed = Set(direct(good))
    var next = Array(needed)
    while let block = next.popLast() {
      for other in catalog.blocks(requiredBy: block) where needed.insert(other).inserted {
        next.append(other)
      }
    }
    // What a good is itself, it does not need.
    return needed.subtracting(own(good)).filter { byID[$0] != nil }
  }

  /// Blocks of which a good is a well-known example.
  func own(_ good: Int) -> [String] {
    let record = catalog.goods[good]
    let names = Set(([record.id, record.name] + record.aliases).map { TextFolding.fold($0) })
    return catalog.blocks.filter { block in
      block.examples.contains { names.contains(TextFolding.fold($0)) }
    }.map(\.id)
  }

  private func direct(_ good: Int) -> [String] {
    let demand = Demand(catalog.goods[good])
    var blocks = own(good).flatMap(catalog.blocks(requiredBy:))
    // What the levels ask (assumption: law from personal data on, a cyber team from sensitive data on).
    if demand[.connectivity] > 0 { blocks.append("connectivity") }
    if demand[.power] > 0 { blocks.append("electricity") }
    if demand[.skills] > 0 { blocks.append("skills") }
    if demand.sensitivity >= 2 { blocks.append("data-law") }
    if demand.sensitivity >= 3 { blocks.append("cyber-response") }
    return blocks
  }

  private func prerequisite(
    _ block: BuildingBlock, serves: [String], goods: [Int]
  ) -> Prerequisite {
    var found = finding(block.id, goods)
    let own = plan.standings[block.id]
    if let own { found.standing = own }
    return Prerequisite(
      block: block, standing: found.standing, isOwnWord: own != nil, finding: found.words,
      year: found.year, source: found.source, serves: serves,
      links: catalog.blockLinks.filter { $0.needs == block.id && $0.kind == "requires" })
  }

  // MARK: What the country has

  private struct Finding {
    var standing = BlockStanding.unknown
    var words = ""
    var year = ""
    var source: String?
  }

  /// Attributes that say whether a block is there, with the answers that mean in place and partly.
  private static let facts: [String: (attribute: String, full: [String], part: [String])] = [
    "identity": ("digital-id", ["implemented"], ["planned-or-pilot"]),
    "payments": ("fast-payment", ["implemented"], ["planned-or-pilot"]),
    "information-mediator": ("data-exchange", ["implemented"], ["planned-or-pilot"]),
    "esignature": ("digital-signature", ["in-use"], ["in-place-not-in-use", "regulation-only"]),
    "cloud": ("government-cloud", ["yes"], ["strategy-only"]),
    "cyber-response": ("cybersecurity-tier", ["T1", "T2"], ["T3"]),
  ]

  private func finding(_ block: String, _ goods: [Int]) -> Finding {
    switch block {
    case "connectivity": return adequacy(.connectivity, goods)
    case "electricity": return adequacy(.power, goods)
    case "skills": return adequacy(.skills, goods)
    case "data-law": return law()
    case "civil-registration": return births()
    default:
      guard let rule = Self.facts[block], let attribute = name(rule.attribute),
        let fact = catalog.fact(country: conditions.country, rule.attribute)
      else { return Finding() }
      let standing: BlockStanding =
        rule.full.contains(fact.value)
        ? .inPlace
        : rule.part.contains(fact.value)
          ? .partly : fact.value == "claimed-status-not-known" ? .unknown : .missing
      return Finding(
        standing: standing, words: "\(attribute): \(Self.spaced(fact.value))", year: fact.year,
        source: fact.source)
    }
  }

  private func name(_ attribute: String) -> String? {
    catalog.attribute(attribute)?.name
  }

  /// The law is in place where it is enacted and its authority works; one of both is partly.
  private func law() -> Finding {
    guard let law = catalog.fact(country: conditions.country, ID.dataProtectionLaw) else {
      return Finding()
    }
    let authority = catalog.fact(country: conditions.country, ID.dataProtectionAuthority)?.value
    let standing: BlockStanding =
      switch (law.value, authority) {
      case ("enacted", "yes"?): .inPlace
      case ("enacted", _), ("draft", _): .partly
      default: .missing
      }
    let words = [
      "\(name(ID.dataProtectionLaw) ?? "law"): \(Self.spaced(law.value))",
      "authority: \(authority.map(Self.spaced) ?? "unknown")",
    ]
    return Finding(
      standing: standing, words: words.joined(separator: ", "), year: law.year, source: law.source)
  }

  /// Births registered: from 90 % in place, from 50 % partly (assumption).
  private func births() -> Finding {
    guard let position = catalog.indicatorPosition("birth-registration"),
      let record = catalog.observation(country: conditions.country, indicator: position),
      record.value.isFinite
    else { return Finding() }
    let indicator = catalog.indicators[position]
    let value = NumberText.people(record.value, decimals: 1)
    return Finding(
      standing: record.value >= 90 ? .inPlace : record.value >= 50 ? .partly : .missing,
      words: "\(indicator.name): \(value) \(indicator.unit)",
      year: NumberText.year(record.year), source: record.source)
  }

  /// An enabler as the fit model reads it: adequacy from .70 is in place, below .50 missing, the limits
  /// of the classes; the worst of the goods counts.
  private func adequacy(_ dimension: Dimension, _ goods: [Int]) -> Finding {
    let ranges = goods.map {
      DimensionReading(
        dimension, demand: Demand(catalog.goods[$0]), conditions: conditions
      ).adequacy
    }
    guard let low = ranges.map(\.low).min(), let high = ranges.map(\.high).min() else {
      return Finding()
    }
    let standing: BlockStanding =
      low >= Verdict.adoptFit
      ? .inPlace
      : high < Verdict.safeguardsFit
        ? .missing : low < Verdict.safeguardsFit && high >= Verdict.adoptFit ? .unknown : .partly
    let range =
      low == high
      ? NumberText.fixed(low, decimals: 2)
      : "\(NumberText.fixed(low, decimals: 2)) to \(NumberText.fixed(high, decimals: 2))"
    return Finding(
      standing: standing, words: "Adequacy of \(dimension.rawValue): \(range) of 1",
      source: "formula")
  }

  private static func spaced(_ token: String) -> String {
    String(token.map { $0 == "-" ? " " : $0 })
  }
}

extension Catalog {
  /// Ids of the building blocks that one requires, in the order of the links.
  func blocks(requiredBy block: String) -> [String] {
    blockLinks.filter { $0.block == block && $0.kind == "requires" }.map(\.needs)
  }
}
