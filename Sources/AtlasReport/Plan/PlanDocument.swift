public import AtlasModel

/// A plan as a document, rows and JSON: flags first, then what comes first, when, how much, what is left.
public struct PlanDocument: Sendable {
  let outline: PlanOutline
  let catalog: Catalog
  let settings: ModelSettings
  let notes: [String]
  /// A date to print; empty for none.
  let date: String

  /// Joins a plan that was worked out with its dataset.
  ///
  /// - Parameters:
  ///   - outline: The plan, worked out.
  ///   - catalog: The dataset, with phases, gates, blocks and rules.
  ///   - settings: Choices about the model.
  ///   - notes: What was changed in the dataset, in words.
  ///   - date: A date to print; no clock is read.
  public init(
    _ outline: PlanOutline, catalog: Catalog, settings: ModelSettings, notes: [String] = [],
    date: String = ""
  ) {
    self.outline = outline
    self.catalog = catalog
    self.settings = settings
    self.notes = notes
    self.date = date
  }

  var phases: [Phase] { catalog.phases.sorted { $0.order < $1.order } }
  var country: Country { catalog.countries[outline.country] }

  func name(_ good: String) -> String {
    catalog.goodPosition(good).map { catalog.goods[$0].name } ?? good
  }

  func name(block: String) -> String {
    catalog.blocks.first { $0.id == block }?.name ?? block
  }

  func measure(_ id: String) -> Measure? { catalog.measures.first { $0.id == id } }

  /// The plan to read and print.
  public var document: Document {
    var citations = Citations(catalog)
    let sections =
      [
        Document.Section("The plan", [.facts(header)]),
        Document.Section("Flags before anything else", flags(&citations)),
        Document.Section("Goods, in the order in which they can begin", goods(&citations)),
        Document.Section("What has to be there first", prerequisites(&citations)),
        Document.Section("Timeline", timeline(&citations)),
        Document.Section("Residual risk by phase", residuals),
      ] + phases.map { Document.Section("Phase \($0.order): \($0.name)", phase($0, &citations)) }
      + [
        Document.Section("Sizes, all of them ranges", sizes(&citations)),
        Document.Section("What the country gains and what it gives up", balance(&citations)),
      ]
    return Document(
      title: outline.plan.name.isEmpty ? "Plan for \(country.name)" : outline.plan.name,
      subtitle: "A sketch to discuss, not a decision; every number can be changed.",
      sections: sections, notes: Self.method + notes + [ScreeningWords.caution],
      sources: citations.entries)
  }

  /// How it was worked out, a sentence each.
  static let method = [
    "What a good needs: what blocks of its kind require, and enablers of every level it asks above 0; a "
      + "law from personal data on, a cyber team from sensitive data on (assumption).",
    "Not on record is not missing: ask in the country, and say what it has with --have.",
    "Months: durations as published or as assumptions say; pilots wait for open blocks whose duration "
      + "is known. Sizes are bounds from rules of thumb; each is changed with --size.",
  ]

  private var header: [Document.Fact] {
    let plan = outline.plan
    var facts = [Document.Fact("Country", "\(country.name) (\(country.iso3))")]
    facts.append(
      Document.Fact("Goods", outline.items.map { name($0.choice.good) }.joined(separator: ", ")))
    facts.append(Document.Fact("Begins", plan.start?.text() ?? "month 1"))
    if !date.isEmpty { facts.append(Document.Fact("Date", date)) }
    facts.append(Document.Fact("Stakeholder", SettingsWords.sentence(settings)))
    facts.append(
      Document.Fact(
        "Model and data",
        "Model \(ModelIdentity.version), dataset \(catalog.identity.version), compiled "
          + catalog.identity.compiled))
    return facts
  }

  // MARK: Flags and goods

  private func flags(_ citations: inout Citations) -> [Document.Block] {
    var blocks: [Document.Block] = []
    for item in outline.items {
      let open = item.insight.screening.flags.open.filter { $0.worst >= .high }
      var lines = open.prefix(6).map { flag -> String in
        let reason =
          flag.evidence.first.map { row in
            row.source == "formula"
              ? ": \(EvidenceWords.value(row)) [\(citations.citeModel())]"
              : ": " + citations.cited(row)
          } ?? ""
        let after = flag.takenCount > 0 ? ", \(flag.residualWord) with the measures" : ""
        return
          "\(ScreeningWords.severity(flag)) \(flag.id.rawValue) \(flag.id.title)\(after)\(reason)"
      }
      if open.count > 6 { lines.append("and \(open.count - 6) more at high or critical") }
      if open.isEmpty { lines = ["no flag at high or critical"] }
      blocks.append(.paragraph("\(name(item.choice.good)):"))
      blocks.append(.list(lines))
      if !item.unanswered.isEmpty {
        let names = item.unanswered.map(\.id.rawValue).joined(separator: ", ")
        blocks.append(
          .note("Decide first: no measure is taken and no note written for \(names)."))
      }
    }
    return blocks
  }

  private func goods(_ citations: inout Citations) -> [Document.Block] {
    let note = citations.citeModel()
    let rows = outline.items.map { item -> [ReportCell] in
      let screening = item.insight.screening
      return [
        .text(name(item.choice.good)), .text(ScreeningWords.flagCounts(screening.flags)),
        ReportCell(.number(screening.fit.range.low, decimals: 2), source: "formula"),
        .text(screening.verdict.class.name), ReportCell(.citation(note)),
      ]
    }
    let lines = outline.items.map { item -> String in
      let waits =
        item.open.isEmpty
        ? "nothing"
        : item.open.map { name(block: $0) }
          .joined(separator: ", ")
      let taken = item.choice.measures.compactMap { measure($0) }.map { "\($0.title) (\($0.id))" }
      let measures = taken.isEmpty ? "none" : taken.joined(separator: ", ")
      let note = item.choice.note.isEmpty ? "" : " Override note: \(item.choice.note)"
      return "\(name(item.choice.good)) waits for \(waits). Measures: \(measures).\(note)"
    }
    return [
      .table(
        ReportTable(
          id: "goods", title: "Goods",
          columns: [
            ReportColumn("good", "good", isFlexible: true), ReportColumn("flags", "flags"),
            ReportColumn("fit", "fit", alignment: .trailing), ReportColumn("verdict", "verdict"),
            ReportColumn("source", "src"),
          ], rows: rows)),
      .note("Flags: c critical, h high, m moderate, ? not assessed, before measures."),
      .list(lines),
    ]
  }

  // MARK: Prerequisites

  private func prerequisites(_ citations: inout Citations) -> [Document.Block] {
    guard !outline.prerequisites.isEmpty else {
      return [.paragraph("The goods chosen need no block that is on record.")]
    }
    var lines: [String] = []
    for (place, item) in outline.prerequisites.enumerated() {
      let mark: String
      if item.isOwnWord {
        mark = " (your own word)"
      } else {
        let number = item.source == "formula" ? citations.citeModel() : citations.cite(item.source)
        mark = number.map { " [\($0)]" } ?? ""
      }
      let finding = item.finding.isEmpty ? "No table says: ask in the country" : item.finding
      let year = item.year.isEmpty ? "" : " (\(item.year))"
      let serves = item.serves.map { name($0) }.joined(separator: ", ")
      lines.append(
        "\(place + 1). \(item.block.name) (`\(item.block.id)`): \(item.standing.words). "
          + "\(finding)\(year)\(mark). Serves \(serves).")
    }
    let shared = outline.prerequisites.filter { $0.isOpen && $0.serves.count > 1 }
    var blocks: [Document.Block] = [.list(lines)]
    if !shared.isEmpty {
      let parts = shared.map { "\($0.block.name) serves \($0.serves.count)" }
      blocks.append(
        .paragraph("One investment, several goods: \(parts.joined(separator: "; "))."))
    }
    let listed = Set(outline.prerequisites.map(\.block.id))
    var why: [String] = []
    for item in outline.prerequisites where item.isOpen {
      for link in item.links where listed.contains(link.block) {
        let note = citations.cite(address: link.address).map { " [\($0)]" } ?? ""
        let reason = "\(link.why) (\(link.basis))\(note)"
        why.append("\(name(block: link.block)) requires \(item.block.name): \(reason)")
      }
    }
    if !why.isEmpty { blocks.append(.list(why)) }
    return blocks
  }
}
