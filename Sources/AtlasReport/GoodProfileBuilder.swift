internal import AtlasModel

/// Builds the profile of one good, numbering sources as it goes.
struct GoodProfileBuilder {
  static let notStated = "not stated - ask"

  let catalog: Catalog
  let position: Int
  let good: PublicGood
  var citations: Citations

  init(_ catalog: Catalog, _ position: Int) {
    self.catalog = catalog
    self.position = position
    good = catalog.goods[position]
    citations = Citations(catalog)
  }

  mutating func document() -> Document {
    let record = citations.cite(good.source).map { [$0] } ?? []
    let curated = citations.cite(good.demand.source).map { [$0] } ?? []
    let identity = catalog.identity
    let sections = [
      overview(record, curated), people(record), declared(), demand(curated), uses(),
      references(), links(record), standard(record), benefits(record),
    ]
    return Document(
      title: good.name,
      subtitle: "Digital public good (\(good.id)). Dataset \(identity.name) "
        + "\(identity.version), \(identity.compiled).",
      sections: sections.filter { !$0.blocks.isEmpty },
      notes: [
        "Declared answers are the applicant's own words; `no` is what they said, not a finding.",
        identity.curation,
      ].filter { !$0.isEmpty }, sources: citations.entries)
  }

  /// The number of a source as a list; empty without one.
  mutating func cite(_ source: String) -> [Int] { citations.cite(source).map { [$0] } ?? [] }

  private func overview(_ record: [Int], _ curated: [Int]) -> Document.Section {
    var standing = good.standing.rawValue
    if let other = good.supersededBy {
      let name = catalog.goodPosition(other).map { catalog.goods[$0].name } ?? other
      standing += ", replaced by " + name + " (" + other + ")"
    }
    return Document.Section(
      "What it does",
      [
        .paragraph(good.summary),
        .facts([
          Document.Fact("Standing in the registry", standing, citations: record),
          Document.Fact("First listed", good.firstSeen, citations: record),
          Document.Fact("Last listed", good.lastSeen, citations: record),
          Document.Fact("Other names", list(good.aliases, none: "none"), citations: record),
          Document.Fact("Type", list(good.types), citations: record),
          Document.Fact("Sectors", list(good.sectors.map(spaced)), citations: curated),
          Document.Fact(
            "SDGs claimed", list(good.sdgs.map(String.init)), citations: record),
          Document.Fact("Licences", list(good.licences), citations: record),
          Document.Fact(
            "Commercial use", good.isNonCommercial ? "a licence forbids it" : "not forbidden",
            citations: record),
          Document.Fact(
            "Created or stewarded in India", good.isIndiaOrigin ? "yes" : "no",
            citations: curated),
        ]),
      ])
  }

  private func people(_ record: [Int]) -> Document.Section {
    var facts = good.organisations.map { organisation in
      Document.Fact(
        organisation.role.prefix(1).uppercased() + organisation.role.dropFirst(),
        organisation.name + (organisation.website.isEmpty ? "" : ", " + organisation.website)
          + (organisation.record.isEmpty ? "" : " (record of \(organisation.record))"),
        citations: record)
    }
    facts.append(
      Document.Fact(
        "Countries of development", list(good.developmentCountries.map(name(of:))),
        citations: record))
    return Document.Section("Organisations", [.facts(facts)])
  }

  private func name(of iso3: String) -> String {
    catalog.countryPosition(iso3).map { catalog.countries[$0].name } ?? iso3
  }

  private func list(_ texts: [String], none: String = "") -> String {
    texts.isEmpty ? none : texts.joined(separator: ", ")
  }

  private mutating func demand(_ curated: [Int]) -> Document.Section {
    let demand = good.demand
    func level(_ name: String, _ level: Int, _ words: [String]) -> Document.Fact {
      Document.Fact(name, LevelWords.describe(level, words), citations: curated)
    }
    let declared =
      demand.declaredSensitivity.map {
        LevelWords.describe($0, LevelWords.declaredSensitivity)
      } ?? Self.notStated
    var facts = [
      Document.Fact("Worked by", spaced(demand.operator.rawValue), citations: curated),
      Document.Fact(
        "Reaches people by", list(demand.channels.map { spaced($0.rawValue) }),
        citations: curated),
      level("Connectivity", demand.connectivity, LevelWords.connectivity),
      level("Skill of the operator", demand.literacy, LevelWords.literacy),
      level("Device", demand.device, LevelWords.device),
      level("Power", demand.power, LevelWords.power),
      level("Capacity of the state", demand.institutional, LevelWords.institutional),
      level("Data sensitivity, curated", demand.curatedSensitivity, LevelWords.sensitivity),
      Document.Fact(
        "Data sensitivity, declared", declared,
        citations: demand.declaredSensitivity == nil ? [] : cite(good.declared.source)),
      Document.Fact("Stewarded by", demand.steward.words, citations: curated),
      Document.Fact("Confidence of the reading", demand.confidence.rawValue, citations: curated),
    ]
    if demand.isDeclarationDoubtful {
      facts.append(
        Document.Fact(
          "Doubt",
          "declared free of personal data, yet its typical use handles sensitive data: ask",
          citations: curated))
    }
    return Document.Section("What it asks of a country", [.facts(facts)])
  }

  private mutating func uses() -> Document.Section {
    let positions = catalog.deploymentPositions(good: position)
    let sources = positions.compactMap { citations.cite(catalog.deployments[$0].source) }
    var seen: Set<Int> = []
    let names = positions.map { index in
      let deployment = catalog.deployments[index]
      let mark = deployment.byGovernment ? " (government named)" : ""
      return catalog.countries[deployment.country].name + mark
    }
    let claim = good.declared.deploymentClaim
    return Document.Section(
      "Recorded uses",
      [
        .facts([
          Document.Fact(
            "Countries", NumberText.grouped(positions.count),
            citations: sources.filter { seen.insert($0).inserted }),
          Document.Fact("Where", list(names, none: "no use is recorded")),
          Document.Fact(
            "Claim of the applicant", claim.isEmpty ? Self.notStated : claim,
            citations: claim.isEmpty ? [] : cite(good.declared.source)),
          Document.Fact("United Nations users", list(good.unAgencies, none: Self.notStated)),
        ]),
        .note("Absence of a record is not absence of use."),
      ])
  }

  private mutating func references() -> Document.Section {
    let facts = catalog.referenceLinks.filter { $0.good == good.id }.map { link in
      let system = catalog.referenceSystems.first { $0.id == link.system }
      let words = [spaced(link.relation), system?.summary ?? "", link.note]
      return Document.Fact(
        system?.name ?? link.system, words.filter { !$0.isEmpty }.joined(separator: "; "),
        citations: citations.cite(address: system?.address ?? "").map { [$0] } ?? [])
    }
    return Document.Section(
      "Indian systems it relates to",
      facts.isEmpty ? [.paragraph("None is in the dataset.")] : [.facts(facts)])
  }

  private func links(_ record: [Int]) -> Document.Section {
    let facts = [
      Document.Fact("Website", good.website, citations: record),
      Document.Fact("Licence text", good.licenceAddress, citations: record),
      Document.Fact("Repositories", list(good.repositories), citations: record),
      Document.Fact("Documentation", list(good.documentation), citations: record),
      Document.Fact("Privacy pages", list(good.privacyPages), citations: record),
      Document.Fact("Registry id", good.registryID, citations: record),
    ]
    return Document.Section("Links", [.facts(facts)])
  }
}
