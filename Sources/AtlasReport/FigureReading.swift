internal import AtlasModel

/// What the model makes of a country's figure: where it reads it, and what stands in for a missing one.
struct FigureReading {
  private let catalog: Catalog
  private let country: Int
  private let indicator: Int

  init(_ catalog: Catalog, country: Int, indicator: Int) {
    self.catalog = catalog
    self.country = country
    self.indicator = indicator
  }

  private var record: Indicator { catalog.indicators[indicator] }

  /// The part of the tree on the model.
  var node: WhyNode {
    let reads = ModelReads(record.id, catalog: catalog)
    return Self.node(reads, fallback: reads.isEmpty ? [] : readAs(reads))
  }

  /// Dimensions, flags, numbers and measures that read it.
  static func node(_ reads: ModelReads, fallback: [WhyNode]) -> WhyNode {
    guard !reads.isEmpty else {
      return WhyNode("model", "In the model", "not read: shown, never scored")
    }
    let dimensions = reads.dimensions.map { dimension in
      WhyNode(
        dimension.rawValue, "Dimension \(dimension.name.lowercased())",
        "reads " + supplies(dimension))
    }
    let flags = reads.flags.map { flag in
      WhyNode(
        flag.rawValue, "Flag \(flag.rawValue)", flag.title,
        formula: "likelihood: \(flag.rule.likelihood); steps from: \(flag.rule.basis)")
    }
    let beside = reads.beside.map { number in
      switch number {
      case .leftOut: WhyNode("left-out", "People left out", "reads it", formula: LeftOut.formula)
      case .staff: WhyNode("staff", "Staff on the ground", "reads it for rural people")
      case .need:
        WhyNode(
          "need", "Need", "reads it for goods that claim the goal",
          formula: "mean over the claimed goals of 1 - goal score / 100")
      case .precedent:
        WhyNode(
          "precedent", "Precedent", "reads it to tell how alike countries are",
          formula: Precedent.formula)
      }
    }
    let measures =
      reads.measures.isEmpty
      ? []
      : [
        WhyNode(
          "measures", "Measures whose condition reads it", reads.measures.joined(separator: ", "))
      ]
    return WhyNode(
      "model", "In the model", summary(reads),
      children: fallback + dimensions + flags + beside + measures)
  }

  private static func summary(_ reads: ModelReads) -> String {
    func count(_ count: Int, _ one: String, _ many: String) -> String? {
      count == 0 ? nil : "\(count) \(count == 1 ? one : many)"
    }
    let parts = [
      count(reads.dimensions.count, "dimension", "dimensions"),
      count(reads.flags.count, "flag", "flags"),
      count(reads.beside.count, "number beside the verdict", "numbers beside the verdict"),
      count(reads.measures.count, "measure", "measures"),
    ]
    return "read by " + parts.compactMap { $0 }.joined(separator: ", ")
  }

  /// What the value function of a dimension reads, for everybody who may work a good.
  private static func supplies(_ dimension: Dimension) -> String {
    let tables = MethodTables.all.filter { $0.dimension == dimension }
    guard !tables.isEmpty else {
      return "the personal dimensions for the worst-placed group"
    }
    return tables.map { ($0.whose == "all" ? "" : $0.whose + ": ") + $0.table.supply }
      .joined(separator: "; ")
  }

  // MARK: What it is read as

  /// How the model reads a figure that is missing, stale or old; nothing for one of today.
  private func readAs(_ reads: ModelReads) -> [WhyNode] {
    let observation = catalog.observation(country: country, indicator: indicator)
    guard let observation, observation.status.isUsable else { return [standIn(reads)] }
    let age = ModelContext(catalog).referenceYear - observation.year
    guard age > Supply.recentYears, observation.status != .own else { return [] }
    return [old(observation, age: age)]
  }

  private func standIn(_ reads: ModelReads) -> WhyNode {
    let name = "Read instead, as it is unknown"
    switch reads.fallback {
    case .bounds:
      return WhyNode(
        "read-as", name, "what the figure for everybody and the size of the group leave open",
        status: ValueStatus.bounded.rawValue)
    case .open:
      return WhyNode("read-as", name, "nothing: what needs it stays open")
    case .peers:
      let context = ModelContext(catalog)
      let isGoal = record.group == .need
      let near =
        isGoal
        ? context.regional.range(country: country, indicator: record.id)
        : context.peers.range(country: country, indicator: record.id)
      let wide = isGoal ? nil : context.wider.range(country: country, indicator: record.id)
      guard let found = near ?? wide else {
        return WhyNode(
          "read-as", name, "everything that is possible",
          formula: "fewer than \(PeerRanges.least) similar countries have a figure of today")
      }
      let place = near == nil ? "region" : "subregion"
      return WhyNode(
        "read-as", name,
        "\(FigureWhy.value(found.range.low, record)) to \(FigureWhy.value(found.range.high, record))",
        formula: "lowest and highest of \(found.count) countries of the same \(place)"
          + (isGoal ? "" : " and income group"),
        year: NumberText.year(found.year), source: found.source,
        status: ValueStatus.peerRange.rawValue)
    }
  }

  /// A figure of more than six years: thin, and a range where changes over as many years were seen.
  private func old(_ observation: Observation, age: Int) -> WhyNode {
    let name = "Read as an old figure"
    let drift = ModelContext(catalog).drifts.drift(indicator: indicator, years: age)
    let thin = "\(age) years older than the dataset; counts as thin data"
    guard let drift else { return WhyNode("read-as", name, "as it stands", formula: thin) }
    func held(_ value: Double) -> Double {
      min(max(value, record.minimum ?? value), record.maximum ?? value)
    }
    let ends = [
      held(observation.value + drift.range.low), held(observation.value + drift.range.high),
    ]
    return WhyNode(
      "read-as", name,
      "\(FigureWhy.value(min(ends[0], ends[1]), record)) to "
        + FigureWhy.value(max(ends[0], ends[1]), record),
      formula:
        "\(thin); from the 10th to the 90th percentile of \(drift.count) changes over as many years, "
        + "no change included",
      source: drift.source, status: ValueStatus.derived.rawValue)
  }
}
