internal import AtlasModel

/// Builds the profile of one country, numbering sources as it goes.
struct CountryProfileBuilder {
  private let catalog: Catalog
  private let position: Int
  private let country: Country
  private let peers: PeerGroup
  private var citations: Citations

  init(_ catalog: Catalog, _ position: Int) {
    self.catalog = catalog
    self.position = position
    country = catalog.countries[position]
    peers = PeerGroup(catalog, position)
    citations = Citations(catalog)
  }

  mutating func document(_ trends: CountryTrends?, isForPeople: Bool) -> Document {
    var sections = [identity()]
    sections.append(figures(.size))
    for group in FigureGroup.allCases where group != .size && group != .checks {
      sections.append(figures(group))
    }
    if let trends { sections.append(trends.section(&citations, isForPeople: isForPeople)) }
    sections.append(goals())
    sections.append(facts())
    sections.append(uses())
    sections.append(agreements())
    sections.append(figures(.checks))
    sections.append(gaps)
    let identity = catalog.identity
    return Document(
      title: country.name + " (" + country.iso3 + ")",
      subtitle:
        "Country profile. Dataset \(identity.name) \(identity.version), \(identity.compiled).",
      sections: sections.filter { !$0.blocks.isEmpty },
      notes: [
        "Peers: median of the n other countries of "
          + (peers.name.isEmpty ? "no subregion" : peers.name)
          + " with a figure of today, not weighted; their years differ.",
        "Unknown means that no figure is in the dataset. It is not zero.",
        identity.curation,
      ].filter { !$0.isEmpty }, sources: citations.entries)
  }

  private mutating func identity() -> Document.Section {
    let country = country
    func answer(_ flag: Bool) -> String { flag ? "yes" : "no" }
    let groups = [country.region, country.subregion, country.intermediateRegion]
    let names = NameLanguage.allCases.compactMap { language in
      country.names[language].map { language.rawValue + ": " + $0 }
    }
    // The World Bank's service leaves out two economies that its list has.
    let income = ["XKX", "TWN"].contains(country.iso3) ? "wb-income-fy26" : "wb-country-api"
    var facts = [
      fact(
        "ISO codes", [country.iso3, country.iso2].filter { !$0.isEmpty }.joined(separator: ", "),
        "country-codes"),
      fact("Names", names.joined(separator: "; "), "cldr"),
      fact("Capital", country.capital, "cia-wfb-2026"),
      fact("Region", groups.filter { !$0.isEmpty }.joined(separator: " / "), "country-codes"),
      fact("Status", country.status, "atlas-curated"),
      fact("United Nations", country.unStatus, "country-codes"),
      fact("Income group", spaced(country.income?.rawValue ?? ""), income),
      fact("Least developed country", answer(country.isLDC), "country-codes"),
      fact("Landlocked developing country", answer(country.isLLDC), "country-codes"),
      fact("Small island developing state", answer(country.isSIDS), "country-codes"),
      fact("Fragility (World Bank)", spaced(country.fragility), "wb-fcs-fy26"),
      fact("Government languages", country.languages.joined(separator: ", "), "cldr"),
      fact("Land neighbours", neighbours, "cia-wfb-2026"),
    ]
    if !country.administeredBy.isEmpty {
      facts.append(fact("Administered by", name(of: country.administeredBy), "atlas-curated"))
    }
    if let area = country.areaKm2 {
      let words = NumberText.fixed(area, decimals: 0) + " km2"
      facts.append(fact("Area", words, "cia-wfb-2026"))
    }
    let notes: [Document.Block] = country.note.isEmpty ? [] : [.note(country.note)]
    return Document.Section("Identity and groups", [.facts(facts)] + notes)
  }

  /// A fact with its source, where the dataset has that; nothing is cited for what is unknown.
  private mutating func fact(_ name: String, _ value: String, _ source: String) -> Document.Fact {
    // What was made up cites nobody who publishes about countries.
    let source = country.isInvented ? InventedCountry.source : source
    guard !value.isEmpty, catalog.source(source) != nil else { return Document.Fact(name, value) }
    return Document.Fact(name, value, citations: citations.cite(source).map { [$0] } ?? [])
  }

  private var neighbours: String {
    country.borders.isEmpty ? "none" : country.borders.map(name(of:)).joined(separator: ", ")
  }

  private func name(of iso3: String) -> String {
    catalog.countryPosition(iso3).map { catalog.countries[$0].name } ?? iso3
  }

  private static let figureColumns = [
    ReportColumn("name", "figure", isFlexible: true),
    ReportColumn("value", "value", alignment: .trailing, provenance: .figure),
    ReportColumn("unit", "unit"),
    ReportColumn("year", "year", alignment: .trailing, isForPeopleOnly: true),
    ReportColumn("peer_median", "peers", alignment: .trailing),
    ReportColumn("peer_count", "n", alignment: .trailing),
    ReportColumn("citation", "src", alignment: .trailing),
  ]

  private static let goalColumns = [
    ReportColumn("name", "goal", isFlexible: true),
    ReportColumn("value", "score", alignment: .trailing, provenance: .figure),
    ReportColumn("trend", "trend"), ReportColumn("rating", "rating"),
    ReportColumn("year", "year", alignment: .trailing, isForPeopleOnly: true),
    ReportColumn("peer_median", "peers", alignment: .trailing),
    ReportColumn("peer_count", "n", alignment: .trailing),
    ReportColumn("citation", "src", alignment: .trailing),
  ]

  /// Published scores of the development goals with their trend and rating.
  private mutating func goals() -> Document.Section {
    let title = "Needs: Sustainable Development Goals (score 0 to 100)"
    var rows: [[ReportCell]] = []
    var positions: [Int] = []
    for (position, indicator) in catalog.indicators.enumerated() where indicator.group == .need {
      positions.append(position)
      let observation = catalog.observation(country: self.position, indicator: position)
      let value = ReportCell.figure(observation, decimals: indicator.decimals)
      let peer = peers.median(position)
      func fact(_ part: String) -> ReportCell {
        let words = catalog.fact(country: self.position, indicator.id + "-" + part)?.value ?? ""
        return .text(spaced(words))
      }
      let name =
        indicator.name.hasSuffix(": score") ? indicator.name.dropLast(7) : indicator.name[...]
      rows.append([
        .text(String(name)), value, fact("trend"), fact("rating"),
        value.isMissing ? ReportCell(.text("")) : value.beside(.year),
        ReportCell(peer.map { .number($0.value, decimals: indicator.decimals) } ?? .missing),
        ReportCell(.integer(peer?.count ?? 0)),
        value.isMissing ? ReportCell(.text("")) : citations.cell(observation?.source),
      ])
    }
    guard !rows.isEmpty else { return Document.Section(title, []) }
    return Document.Section(
      title,
      [
        .table(
          ReportTable(
            id: "goals", title: title, columns: Self.goalColumns, rows: rows,
            positions: positions, about: .indicators))
      ])
  }

  private mutating func figures(_ group: FigureGroup) -> Document.Section {
    var rows: [[ReportCell]] = []
    var positions: [Int] = []
    for (position, indicator) in catalog.indicators.enumerated()
    where FigureGroup.of(indicator) == group && indicator.group != .need {
      positions.append(position)
      let observation = catalog.observation(country: self.position, indicator: position)
      let peer = peers.median(position)
      let value = ReportCell.figure(observation, decimals: indicator.decimals)
      rows.append([
        .text(indicator.name), value, ReportCell(.text(indicator.shortUnit)),
        value.isMissing ? ReportCell(.text("")) : value.beside(.year),
        ReportCell(peer.map { .number($0.value, decimals: indicator.decimals) } ?? .missing),
        ReportCell(.integer(peer?.count ?? 0)),
        value.isMissing ? ReportCell(.text("")) : citations.cell(observation?.source),
      ])
    }
    guard !rows.isEmpty else { return Document.Section(group.title, []) }
    return Document.Section(
      group.title,
      [
        .table(
          ReportTable(
            id: "\(group)", title: group.title, columns: Self.figureColumns, rows: rows,
            positions: positions, about: .indicators))
      ])
  }

  private mutating func facts() -> Document.Section {
    let columns = [
      ReportColumn("name", "fact", isFlexible: true),
      ReportColumn("value", "value", isFlexible: true, provenance: .fact),
      ReportColumn("year", "year", alignment: .trailing, isForPeopleOnly: true),
      ReportColumn("citation", "source", alignment: .trailing),
    ]
    let shown = catalog.attributes.indices.filter {
      !catalog.attributes[$0].id.hasPrefix("sdg-goal-")
    }
    let rows = shown.map { index -> [ReportCell] in
      let attribute = catalog.attributes[index]
      let fact = catalog.fact(country: position, attribute.id)
      var value = ReportCell.fact(fact)
      if case .text(let token) = value.value, !attribute.values.isEmpty {
        value.value = .text(spaced(token))
      }
      let none = ReportCell(.text(""))
      return [
        .text(attribute.name), value, value.isMissing ? none : value.beside(.year),
        value.isMissing ? none : citations.cell(fact?.source),
      ]
    }
    let title = "Laws, authorities and systems"
    guard !rows.isEmpty else { return Document.Section(title, []) }
    return Document.Section(
      title,
      [
        .table(
          ReportTable(
            id: "facts", title: title, columns: columns, rows: rows, positions: shown,
            about: .attributes))
      ])
  }

  private mutating func uses() -> Document.Section {
    let columns = [
      ReportColumn("good", "good", isFlexible: true),
      ReportColumn("id", "id", isFlexible: true),
      ReportColumn("in_2026", "2026 record"), ReportColumn("in_2024", "2024 record"),
      ReportColumn("government", "government"),
      ReportColumn("citation", "source", alignment: .trailing),
    ]
    let rows = catalog.deploymentPositions(country: position).map { index -> [ReportCell] in
      let deployment = catalog.deployments[index]
      let good = catalog.goods[deployment.good]
      return [
        .text(good.name), .text(good.id), ReportCell(.answer(deployment.in2026)),
        ReportCell(.answer(deployment.in2024)),
        ReportCell(deployment.byGovernment ? .text("named") : .text("not named")),
        citations.cell(deployment.source),
      ]
    }
    let title = "Recorded uses of goods"
    let note = Document.Block.note(
      "Uses are as applicants recorded them; absence of a record is not absence of use.")
    guard !rows.isEmpty else {
      return Document.Section(title, [.paragraph("No use is recorded."), note])
    }
    return Document.Section(
      title,
      [
        .table(
          ReportTable(
            id: "uses", title: title, columns: columns, rows: rows,
            positions: catalog.deploymentPositions(country: position).map {
              catalog.deployments[$0].good
            }, about: .goods)), note,
      ])
  }

  private mutating func agreements() -> Document.Section {
    let title = "Agreements with India and uses of its systems"
    let found = catalog.agreements.filter { $0.iso3 == country.iso3 }
    guard !found.isEmpty else {
      return Document.Section(title, [.paragraph("None is in the dataset.")])
    }
    let names = Dictionary(
      catalog.referenceSystems.map { ($0.id, $0.name) }, uniquingKeysWith: { a, _ in a })
    let facts = found.map { agreement in
      let good = catalog.goodPosition(agreement.good).map { catalog.goods[$0].name }
      let subject = [names[agreement.system] ?? agreement.system, good ?? agreement.good]
      return Document.Fact(
        subject.filter { !$0.isEmpty }.joined(separator: ", "),
        AgreementWords.describe(agreement),
        citations: citations.cite(address: agreement.address).map { [$0] } ?? [])
    }
    return Document.Section(title, [.facts(facts)])
  }

  private var gaps: Document.Section {
    let figures = catalog.indicators.indices.filter {
      catalog.observation(country: position, indicator: $0) == nil
    }.map { catalog.indicators[$0].name }
    let facts = catalog.attributes.filter {
      catalog.fact(country: position, $0.id) == nil
    }.map(\.name)
    func line(_ noun: String, _ names: [String], of count: Int) -> String {
      names.isEmpty
        ? "All \(count) \(noun) are known."
        : "\(names.count) of \(count) \(noun) are unknown: " + names.joined(separator: "; ") + "."
    }
    return Document.Section(
      "Data gaps",
      [
        .paragraph(line("figures", figures, of: catalog.indicators.count)),
        .paragraph(line("facts", facts, of: catalog.attributes.count)),
      ])
  }
}

extension Indicator {
  /// A unit in a few letters; the full one stands in the indicators table.
  var shortUnit: String {
    if unit.hasPrefix("% of monthly GNI") { return "% GNI" }
    if unit.hasPrefix("% of") { return "%" }
    return switch unit {
    case "percentile rank": "rank %"
    case "score 0-100": "0-100"
    case "score 0-10": "0-10"
    case "index 0-1": "0-1"
    case "per 100 people": "per 100"
    case "ratio of rates": "ratio"
    case "constant 2021 international $": "int. $"
    case "people per km2": "per km2"
    default: unit
    }
  }
}
