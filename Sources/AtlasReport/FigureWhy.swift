public import AtlasModel

/// The provenance of a country's figure or fact: what it is, where it is from, what the model makes of it.
public enum FigureWhy {
  /// The tree of a figure; one that is not known says so.
  ///
  /// - Parameters:
  ///   - catalog: The dataset.
  ///   - country: Position of the country.
  ///   - indicator: Position of the indicator.
  public static func indicator(_ catalog: Catalog, country: Int, indicator: Int) -> WhyNode {
    let record = catalog.indicators[indicator]
    let observation = catalog.observation(country: country, indicator: indicator)
    let status = observation?.status ?? .missing
    var children = [statusNode(status)]
    if status == .derived { children.append(formula(catalog, country, record, observation)) }
    if !record.note.isEmpty { children.append(WhyNode("caution", "Caution", record.note)) }
    if let observation { children.append(source(observation.source, catalog)) }
    children.append(peers(catalog, country, indicator))
    children.append(
      FigureReading(catalog, country: country, indicator: indicator).node)
    return WhyNode(
      record.id, "\(record.name), \(catalog.countries[country].name)",
      observation.map { value($0.value, record) } ?? "unknown",
      year: observation.map { NumberText.year($0.year) } ?? "",
      source: observation?.source ?? "", status: status.rawValue, children: children)
  }

  /// The tree of a text-valued fact; nil if the dataset has no fact of that id.
  ///
  /// - Parameters:
  ///   - catalog: The dataset.
  ///   - country: Position of the country.
  ///   - id: Id of the attribute.
  public static func attribute(_ catalog: Catalog, country: Int, id: String) -> WhyNode? {
    guard let attribute = catalog.attribute(id) else { return nil }
    let fact = catalog.fact(country: country, id)
    let status = catalog.status(of: fact)
    var children = [statusNode(status)]
    if !attribute.meaning.isEmpty {
      children.append(WhyNode("meaning", "What it means", attribute.meaning))
    }
    if !attribute.values.isEmpty {
      children.append(
        WhyNode("values", "What it may be", attribute.values.map(spaced).joined(separator: ", ")))
    }
    if let fact { children.append(source(fact.source, catalog)) }
    children.append(peers(catalog, country, attribute))
    children.append(FigureReading.node(ModelReads(id, catalog: catalog), fallback: []))
    return WhyNode(
      id, "\(attribute.name), \(catalog.countries[country].name)",
      fact.map { attribute.values.isEmpty ? $0.value : spaced($0.value) } ?? "unknown",
      year: fact?.year ?? "", source: fact?.source ?? "", status: status.rawValue,
      children: children)
  }

  /// A value with its unit, as people read it.
  static func value(_ value: Double, _ indicator: Indicator) -> String {
    let number = NumberText.people(value, decimals: indicator.decimals)
    for scale in ["score 0-", "index 0-"] where indicator.unit.hasPrefix(scale) {
      return number + " of " + indicator.unit.dropFirst(scale.count)
    }
    return indicator.unit.isEmpty ? number : number + " " + indicator.unit
  }

  private static func statusNode(_ status: ValueStatus) -> WhyNode {
    WhyNode("status", "Status", "\(status.rawValue), \(StatusWords.meaning(status))")
  }

  /// The formula of a derived figure, with the rows of the dataset that went into it.
  private static func formula(
    _ catalog: Catalog, _ country: Int, _ indicator: Indicator, _ observation: Observation?
  ) -> WhyNode {
    let source = observation.flatMap { catalog.source($0.source) }
    let words = [source?.note ?? "", source?.terms ?? ""].filter { !$0.isEmpty }
    return WhyNode(
      "formula", "Worked out", source?.title ?? "by this project",
      formula: words.joined(separator: "; "), source: source?.id ?? "",
      children: inputs(indicator.id).compactMap { row($0, catalog, country) })
  }

  /// Indicators that a derived one is worked out from; goal scores rest on figures that are not bundled.
  private static func inputs(_ id: String) -> [String] {
    ["internet-users-women-derived", "internet-users-men-derived"].contains(id)
      ? ["internet-users", "internet-parity"] : []
  }

  private static func row(_ id: String, _ catalog: Catalog, _ country: Int) -> WhyNode? {
    guard let position = catalog.indicatorPosition(id) else { return nil }
    return row(position, catalog, country, name: catalog.indicators[position].name)
  }

  private static func row(
    _ indicator: Int, _ catalog: Catalog, _ country: Int, name: String, id: String? = nil
  ) -> WhyNode {
    let record = catalog.indicators[indicator]
    let observation = catalog.observation(country: country, indicator: indicator)
    return WhyNode(
      id ?? record.id, name, observation.map { value($0.value, record) } ?? "unknown",
      year: observation.map { NumberText.year($0.year) } ?? "",
      source: observation?.source ?? "", status: (observation?.status ?? .missing).rawValue)
  }

  /// The record of a source: its publisher, then a line a field.
  private static func source(_ id: String, _ catalog: Catalog) -> WhyNode {
    guard let source = catalog.source(id) else {
      return WhyNode("source", "Source", "not in the dataset", source: id)
    }
    let fields = [
      ("title", "Title", source.title), ("vintage", "Edition", source.vintage),
      ("retrieved", "Read on", source.retrieved),
      ("terms", "Terms", source.terms), ("address", "Address", source.address),
      ("copy", "Copy that was read", source.copy), ("note", "Note", source.note),
    ]
    return WhyNode(
      "source", "Source", source.publisher, source: id,
      children: fields.filter { !$0.2.isEmpty }.map { WhyNode($0.0, $0.1, $0.2) })
  }

  // MARK: Peers

  /// Positions of the other countries of the subregion.
  private static func others(_ catalog: Catalog, _ country: Int) -> [Int] {
    let subregion = catalog.countries[country].subregion
    guard !subregion.isEmpty else { return [] }
    return catalog.countries.indices.filter {
      $0 != country && catalog.countries[$0].subregion == subregion
    }
  }

  private static func peers(_ catalog: Catalog, _ country: Int, _ indicator: Int) -> WhyNode {
    let group = PeerGroup(catalog, country)
    let record = catalog.indicators[indicator]
    guard let median = group.median(indicator) else {
      return WhyNode("peers", "Median of the peers", "unknown: no peer has a figure of today")
    }
    let known = others(catalog, country).compactMap { peer -> (value: Double, node: WhyNode)? in
      guard let observation = catalog.observation(country: peer, indicator: indicator),
        observation.status.isUsable, observation.value.isFinite
      else { return nil }
      let place = catalog.countries[peer]
      return (
        observation.value, row(indicator, catalog, peer, name: place.name, id: place.iso3)
      )
    }.enumerated().sorted { ($0.element.value, $0.offset) < ($1.element.value, $1.offset) }
    let middle =
      median.count.isMultiple(of: 2) ? "the mean of the two in the middle" : "the one in the middle"
    return WhyNode(
      "peers", "Median of the peers", value(median.value, record),
      formula: "\(middle) of the \(median.count) other countries of \(group.name) with a figure of "
        + "today, lowest first, not weighted; their years differ",
      children: known.map(\.element.node))
  }

  /// How often each answer stands among the peers.
  private static func peers(_ catalog: Catalog, _ country: Int, _ attribute: Attribute) -> WhyNode {
    let others = others(catalog, country)
    let answers = others.map { catalog.fact(country: $0, attribute.id)?.value ?? "" }
    let known = answers.filter { !$0.isEmpty }
    let words = attribute.values.isEmpty ? [] : attribute.values.filter { known.contains($0) }
    let counts = words.map { word in "\(spaced(word)) \(known.count { $0 == word })" }
    let unknown = answers.count - known.count
    let all =
      (counts.isEmpty ? ["\(known.count) known"] : counts)
      + (unknown > 0 ? ["\(unknown) unknown"] : [])
    return WhyNode(
      "peers", "Peers", others.isEmpty ? "none" : all.joined(separator: ", "),
      formula: "the \(others.count) other countries of \(catalog.countries[country].subregion)")
  }
}

/// What the statuses of values mean, for people.
public enum StatusWords {
  /// One clause on how a value of a status came about.
  public static func meaning(_ status: ValueStatus) -> String {
    switch status {
    case .observed: "published for the year beside it"
    case .estimated: "an estimate by the publisher or by who published it again"
    case .derived: "worked out by this project from published figures"
    case .stale: "too old to stand for today; the model treats it as unknown"
    case .bounded: "not measured; what other figures leave open"
    case .peerRange: "not measured; the range of similar countries"
    case .curated: "this project's own reading"
    case .assumed: "an assumption of this project"
    case .own: "the user's own figure"
    case .missing: "no row in the dataset; unknown is not zero"
    }
  }
}
