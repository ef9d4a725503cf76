public import AtlasModel

/// India's offer as documents: an overview, and one system or good with where it fits best.
public enum OfferDocument {
  /// All systems and goods, agreements on each by standing, and agreements that name none of them.
  ///
  /// For people in three tables; otherwise in one, that of `OfferTable`.
  public static func overview(_ catalog: Catalog, isForPeople: Bool = true) -> Document {
    var citations = Citations(catalog)
    var others: [Document.Fact] = []
    for agreement in catalog.agreementsOnNothingNamed {
      others.append(fact(agreement, catalog, &citations))
    }
    var full = OfferTable.table(catalog)
    full.notes = []
    let tables = isForPeople ? OfferOverview.tables(catalog) : [full]
    let sections =
      tables.filter { !$0.rows.isEmpty }.map { Document.Section($0.title, [.table($0)]) }
      + (others.isEmpty
        ? [] : [Document.Section("Agreements that name no system", [.facts(others)])])
    return Document(
      title: "India's offer", subtitle: subtitle(catalog), sections: sections,
      notes: AgreementWords.notes
        + [
          "Since: the first year that a source supports. Goods: those that stand behind a system, then "
            + "(~) those that carry the same function elsewhere. offer NAME: one system or good.",
          catalog.identity.curation,
        ].filter { !$0.isEmpty }, sources: citations.entries)
  }

  /// One system or good: what it does, goods behind it, agreements, and where each good fits best.
  ///
  /// - Parameters:
  ///   - offer: The system or good.
  ///   - assessor: The model under the user's choices.
  ///   - top: How many countries are shown a good.
  ///   - isForPeople: Whether rankings have counts and ranges in words, or all numbers.
  public static func document(
    _ offer: Offer, assessor: Assessor, top: Int, isForPeople: Bool = true
  ) -> Document {
    let catalog = assessor.catalog
    var citations = Citations(catalog)
    let rankings = OfferRanking.all(offer, assessor)
    var notes: [String] = []
    var sections = [what(offer, catalog, &citations)]
    if case .system = offer { sections.append(goods(offer, catalog, &citations)) }
    sections.append(agreements(offer, catalog, &citations))
    for ranking in rankings {
      let good = catalog.goods[ranking.good]
      var table = ranking.table(assessor, top: top, isForPeople: isForPeople)
      notes = table.notes
      table.notes = []
      table.id = "countries-" + good.id
      table.title = "Where \(good.name) fits best"
      let relation = ranking.relation.isEmpty ? "" : " (\(spaced(ranking.relation)))"
      sections.append(Document.Section(table.title + relation, [.table(table)]))
    }
    return Document(
      title: title(offer, catalog), subtitle: subtitle(catalog), sections: sections,
      notes: AgreementWords.notes
        + (rankings.isEmpty ? [] : [Self.rankingNote]) + notes,
      sources: citations.entries)
  }

  private static let rankingNote =
    "On record: how far agreements with the country on the system or the good have come, and whether "
    + "a use of the good is recorded. India itself is left out."

  private static func subtitle(_ catalog: Catalog) -> String {
    let identity = catalog.identity
    return "India's offer. Dataset \(identity.name) \(identity.version), \(identity.compiled)."
  }

  private static func title(_ offer: Offer, _ catalog: Catalog) -> String {
    switch offer {
    case .system(let position): catalog.referenceSystems[position].name
    case .good(let position): catalog.goods[position].name
    }
  }

  private static func what(
    _ offer: Offer, _ catalog: Catalog, _ citations: inout Citations
  ) -> Document.Section {
    let title = "What it does"
    switch offer {
    case .system(let position):
      let system = catalog.referenceSystems[position]
      let page = citations.cite(address: system.address).map { [$0] } ?? []
      let note = system.registeredNote.isEmpty ? "" : ": " + system.registeredNote
      return Document.Section(
        title,
        [
          .paragraph(system.summary),
          .facts([
            Document.Fact("Kind", "reference system of India", citations: page),
            Document.Fact("Function", spaced(system.function), citations: page),
            Document.Fact("Since", system.since.map(NumberText.year) ?? "", citations: page),
            Document.Fact("Registered good", system.registeredGood + note),
          ]),
        ])
    case .good(let position):
      let good = catalog.goods[position]
      let record = citations.cite(good.source).map { [$0] } ?? []
      let curated = citations.cite(good.demand.source).map { [$0] } ?? []
      let systems = catalog.referenceLinks.filter { $0.good == good.id }.map { link in
        let name = catalog.referenceSystems.first { $0.id == link.system }?.name ?? link.system
        return "\(name) (\(spaced(link.relation)))"
      }
      return Document.Section(
        title,
        [
          .paragraph(good.summary),
          .facts([
            Document.Fact("Kind", "digital public good (\(good.id))"),
            Document.Fact("Standing in the registry", good.standing.rawValue, citations: record),
            Document.Fact("Main sector", spaced(good.sector), citations: curated),
            Document.Fact(
              "Created or stewarded in India", good.isIndiaOrigin ? "yes" : "no",
              citations: curated),
            Document.Fact(
              "Reference systems near it",
              systems.isEmpty ? "none on record" : systems.joined(separator: ", ")),
          ]),
        ])
    }
  }

  private static func goods(
    _ offer: Offer, _ catalog: Catalog, _ citations: inout Citations
  ) -> Document.Section {
    let title = "Registered goods near it"
    var facts: [Document.Fact] = []
    for link in catalog.links(of: offer) {
      let good = catalog.goodPosition(link.good).map { catalog.goods[$0] }
      let words = [
        spaced(link.relation), link.note, good.map { "registry: \($0.standing.rawValue)" },
      ].compactMap { $0 }.filter { !$0.isEmpty }
      facts.append(
        Document.Fact(
          (good.map { $0.name + " (" + $0.id + ")" }) ?? link.good,
          words.joined(separator: "; "),
          citations: citations.cite(good?.source).map { [$0] } ?? []))
    }
    return Document.Section(
      title,
      facts.isEmpty
        ? [.paragraph("No registered good with this function is on record, so none is ranked.")]
        : [.facts(facts)])
  }

  private static func agreements(
    _ offer: Offer, _ catalog: Catalog, _ citations: inout Citations
  ) -> Document.Section {
    let title = "Agreements and uses on record"
    var facts: [Document.Fact] = []
    for agreement in catalog.agreements(on: offer) {
      facts.append(fact(agreement, catalog, &citations))
    }
    for link in catalog.links(of: offer) where link.relation != "same-function" {
      guard let good = catalog.goodPosition(link.good) else { continue }
      for agreement in catalog.agreements(on: .good(good)) {
        var fact = fact(agreement, catalog, &citations)
        fact.name += " (" + catalog.goods[good].name + ")"
        facts.append(fact)
      }
    }
    return Document.Section(
      title, facts.isEmpty ? [.paragraph("None is in the dataset.")] : [.facts(facts)])
  }

  private static func fact(
    _ agreement: Agreement, _ catalog: Catalog, _ citations: inout Citations
  ) -> Document.Fact {
    let country = catalog.countryPosition(agreement.iso3).map { catalog.countries[$0].name }
    return Document.Fact(
      country ?? agreement.iso3, AgreementWords.describe(agreement),
      citations: citations.cite(address: agreement.address).map { [$0] } ?? [])
  }
}
