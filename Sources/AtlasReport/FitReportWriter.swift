import AtlasModel

/// Writes the parts of a fit report, numbering sources as it goes.
struct FitReportWriter {
  let subject: FitReport.Subject
  let length: FitReport.Length
  let options: FitReport.Options
  var citations: Citations
  var keyPoints: [ReportPoint] = []
  var talkingPoints: [ReportPoint] = []

  var catalog: Catalog { options.catalog }
  var country: Country { catalog.countries[subject.country] }
  var isCard: Bool { length == .card }
  var isFull: Bool { length == .full }

  init(_ subject: FitReport.Subject, length: FitReport.Length, _ options: FitReport.Options) {
    self.subject = subject
    self.length = length
    self.options = options
    citations = Citations(options.catalog)
  }

  /// All parts in order; the flags stand before the verdict.
  mutating func sections() -> [Document.Section] {
    let header = header()
    let body =
      subject.insights.count == 1
      ? subject.insights.first.map { pair($0) } ?? [] : several()
    return [header] + body
  }

  // MARK: Names

  var title: String {
    if subject.insights.count == 1, let insight = subject.insights.first {
      return "\(good(insight).name) in \(country.name)"
    }
    let what = subject.need.map { " for \($0.text)" } ?? ""
    return "\(subject.insights.count) goods\(what) in \(country.name)"
  }

  var subtitle: String {
    "Fit report, \(length.rawValue). A screening, not a decision."
  }

  func good(_ insight: Insight) -> PublicGood { catalog.goods[insight.screening.good] }

  // MARK: Sources

  /// The sources by number.
  ///
  /// The full length has title and page too, a card and a brief have no room for them. What users
  /// wrote is kept and never fills a page.
  var sources: [Citations.Entry] {
    citations.entries.map { entry in
      var entry = entry
      if !isFull {
        if !entry.id.hasPrefix("own:"), !entry.publisher.isEmpty { entry.title = "" }
        entry.terms = entry.terms.split(separator: ";").first.map(String.init) ?? ""
        if !entry.id.isEmpty { entry.address = "" }
      }
      entry.title = SafeText.clipped(entry.title, limit: isFull ? 160 : 50)
      entry.publisher = SafeText.clipped(entry.publisher, limit: isFull ? 80 : 40)
      entry.terms = SafeText.clipped(entry.terms, limit: isFull ? 160 : 32)
      return entry
    }
  }

  /// A number that the model works out, with its footnote.
  mutating func worked(_ text: String, _ numbers: String...) -> CitedWords {
    let note = citations.citeModel()
    return CitedWords("\(text) [\(note)]", numbers: numbers, footnotes: [note])
  }

  /// A row with year, status and footnote.
  mutating func figure(_ row: Evidence) -> CitedWords {
    let row = isFull ? row : compact(row)
    guard row.source != "formula" else {
      let note = citations.citeModel()
      let text = EvidenceWords.value(row)
      return CitedWords("\(text) [\(note)]", numbers: [row.id], footnotes: [note])
    }
    let text = citations.cited(row)
    return CitedWords(
      text, numbers: [row.id], footnotes: citations.cite(row.source).map { [$0] } ?? [])
  }

  /// A row in few words: the short name of its indicator, a unit without whom it is of.
  private func compact(_ row: Evidence) -> Evidence {
    var row = row
    if let position = catalog.indicatorPosition(row.id), !row.id.hasPrefix("sdg-goal") {
      row.name = catalog.indicators[position].shortName
    }
    for unit in ["% of monthly GNI", "% of"] where row.unit.hasPrefix(unit + " ") {
      row.unit = unit == "% of" ? "%" : unit
      break
    }
    if row.value != nil || row.low != nil { row.text = "" }
    if row.source == "formula", let name = row.name.split(separator: " (").first {
      row.name = String(name)
    }
    if row.value != nil, row.low == row.high { (row.low, row.high) = (nil, nil) }
    return row
  }

  /// Rows with year, status and footnote, each once.
  mutating func figures(_ rows: [Evidence]) -> [String] {
    var seen: Set<String> = []
    var result: [String] = []
    for row in rows where seen.insert(row.id).inserted { result.append(figure(row).text) }
    return result
  }

  /// The row that says most of a dimension: what is missing where that decides, else its first figure.
  static func key(_ score: DimensionScore) -> Evidence? {
    let rows = score.evidence
    let key =
      score.status == .missing
      ? rows.first { $0.status == .missing || $0.status == .stale }
      : rows.first {
        ($0.value != nil || $0.low != nil) && $0.status != .missing && $0.status != .stale
      }
    return key ?? rows.first
  }

  // MARK: Header

  private mutating func header() -> Document.Section {
    var facts: [Document.Fact] = []
    if isFull {
      let place = [country.subregion, country.status].filter { !$0.isEmpty }.joined(separator: ", ")
      facts.append(Document.Fact("Country", "\(country.name) (\(country.iso3)); \(place)"))
    }
    for insight in subject.insights {
      let good = good(insight)
      if good.standing != .listed {
        facts.append(Document.Fact("Good", standing(good)))
      } else if !isCard, subject.insights.count == 1 {
        facts.append(Document.Fact("Good", "\(good.name) (\(good.id)): \(good.summary)"))
      }
    }
    if let competing = subject.competing {
      let what = subject.need.map(\.text) ?? "any need"
      facts.append(
        Document.Fact(
          "Chosen", "first \(subject.insights.count) of \(competing) goods ranked for \(what)"))
    }
    facts.append(Document.Fact("Certainty", certainty))
    let identity = catalog.identity
    facts.append(
      Document.Fact(
        "Data",
        "\(identity.version) (\(identity.hash)), model \(ModelIdentity.version) "
          + "(\(ModelIdentity.hash))"))
    if !options.date.isEmpty { facts.append(Document.Fact("Date", options.date)) }
    let limit = isCard ? 2 : isFull ? 40 : 6
    let changes = ScenarioChanges.notes(options.scenario, catalog: options.original, limit: limit)
    // A card has no line to spare for a scenario that changes nothing.
    if !isCard || !changes.isEmpty {
      let words = changes.map { SafeText.clipped($0, limit: isCard ? 150 : 240) }.joined(
        separator: " ")
      facts.append(Document.Fact("Scenario", changes.isEmpty ? "none" : words))
    }
    // Formats that draw set the facts beside the map.
    return Document.Section("Report", locator + [.facts(facts)])
  }

  private func standing(_ good: PublicGood) -> String {
    let replaced = good.supersededBy.flatMap { id in
      catalog.goodPosition(id).map { "; replaced by \(catalog.goods[$0].name) (\(id))" }
    }
    return "\(good.name) (\(good.id)): \(good.standing.rawValue), last in the registry "
      + "\(good.lastSeen)\(replaced ?? "")"
  }

  /// What is known today of how sure the screening is; sampling comes later.
  private var certainty: String {
    let open = subject.insights.map { $0.screening.flags.all.count { !$0.isAssessed } }
    let quality = subject.insights.map(\.dataQuality)
    let flags = Self.span(open.map(Double.init)) { NumberText.fixed($0, decimals: 0) }
    let share = Self.span(quality) { NumberText.share($0) }
    return
      "\(flags) of \(FlagID.allCases.count) flags not assessed; \(share) of weight on recent figures"
  }

  /// The least and the greatest of some numbers in words.
  static func span(_ values: [Double], _ words: (Double) -> String) -> String {
    let (low, high) = (words(values.min() ?? 0), words(values.max() ?? 0))
    return low == high ? low : "\(low) to \(high)"
  }

  /// Where the country lies, with the land around it.
  private var locator: [Document.Block] {
    guard !isCard, let map = options.map else { return [] }
    let shapes = Surroundings.shapes(of: country.iso3, in: map)
    guard !shapes.isEmpty else { return [] }
    return [
      .chart(
        .locator(
          LocatorChart(
            "Where \(country.shortName) lies", iso3: country.iso3, shapes: shapes,
            disclaimer: catalog.identity.mapDisclaimer)))
    ]
  }

  // MARK: Method

  /// How the numbers were made.
  var method: [String] {
    let settings = subject.insights.first?.settings ?? ModelSettings()
    let link = NumberText.fixed(settings.weakestLink, decimals: 1)
    guard isFull else {
      return [
        "Read the flags with people who know the country. " + SettingsWords.sentence(settings)
          + " Formulas and pages of sources: full length. Phases with gates: dpg-atlas plan."
      ]
    }
    return [
      "Read the flags with people who know the country. " + SettingsWords.sentence(settings),
      "Fit: (1 - b) x weighted average + b x lowest adequacy, b = \(link), from everything unknown "
        + "at its worst to its best. Need: mean gap over the goals that the good claims. Severity: "
        + "likelihood x impact, steps 0 to 4 each.",
      "People left out: \(LeftOut.formula).", "Precedent: \(Precedent.formula).",
      "Share of loss: Shapley share of 1 - fit at the cautious end.",
      "Every formula: dpg-atlas method; where a number comes from: dpg-atlas why.",
      "How a verdict holds under other weights and figures: dpg-atlas certainty; phases with gates and "
        + "owners: dpg-atlas plan. Dataset compiled \(catalog.identity.compiled).",
    ]
  }
}

/// The land around a country.
enum Surroundings {
  /// Shapes whose boxes meet the box of a country with a margin; empty where the map has no outline.
  static func shapes(of iso3: String, in map: WorldMap) -> [WorldMap.Shape] {
    guard let own = map.shapes.first(where: { $0.iso3 == iso3 }), let box = box(own) else {
      return []
    }
    // At least 12 degrees around, and as much again as a large country is wide.
    let margin = max(12, max(box.east - box.west, box.north - box.south) / 2)
    return map.shapes.filter { shape in
      guard let other = self.box(shape) else { return false }
      return other.west <= box.east + margin && other.east >= box.west - margin
        && other.south <= box.north + margin && other.north >= box.south - margin
    }
  }

  private static func box(_ shape: WorldMap.Shape)
    -> (west: Float, east: Float, south: Float, north: Float)?
  {
    let places = shape.polygons.flatMap { $0.rings.first ?? [] }
    guard let first = places.first else { return nil }
    var box = (first.longitude, first.longitude, first.latitude, first.latitude)
    for place in places {
      box.0 = min(box.0, place.longitude)
      box.1 = max(box.1, place.longitude)
      box.2 = min(box.2, place.latitude)
      box.3 = max(box.3, place.latitude)
    }
    return (west: box.0, east: box.1, south: box.2, north: box.3)
  }
}
