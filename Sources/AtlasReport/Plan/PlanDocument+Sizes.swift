import AtlasModel

// How much of everything, and what stands against what.
extension PlanDocument {
  func sizes(_ citations: inout Citations) -> [Document.Block] {
    guard !outline.sizes.isEmpty else {
      return [.paragraph("Nothing is sized: the goods serve nobody directly.")]
    }
    var rows: [[ReportCell]] = []
    var rules: [String] = []
    for size in outline.sizes {
      let note = citations.cite(address: size.address) ?? citations.citeModel()
      rows.append([
        .text(size.name), .text(range(size)), .text(size.unit),
        .text(size.year.isEmpty ? "none" : size.year), ReportCell(.citation(note)),
      ])
      let change =
        size.parameters.isEmpty
        ? "" : " Change it with --size: \(size.parameters.joined(separator: ", "))."
      let basis = [size.basis, size.caveat].filter { !$0.isEmpty }.joined(separator: " ")
      rules.append("\(size.name): \(size.formula). \(basis)\(change)")
    }
    return [
      .table(
        ReportTable(
          id: "sizes", title: "Sizes",
          columns: [
            ReportColumn("size", "what", isFlexible: true),
            ReportColumn("range", "range"), ReportColumn("unit", "unit"),
            ReportColumn("year", "year of rule"), ReportColumn("source", "src"),
          ], rows: rows)),
      .paragraph("Rules with their numbers, basis and cautions:"),
      .list(rules),
    ]
  }

  private func range(_ size: PlanSize) -> String {
    guard let range = size.range else { return "ask first" }
    func number(_ value: Double) -> String {
      value >= 1_000_000
        ? PeopleWords.count(value)
        : NumberText.people(value, decimals: value < 10 && value != value.rounded() ? 1 : 0)
    }
    return range.isPoint ? number(range.low) : "\(number(range.low)) to \(number(range.high))"
  }

  /// For each good, benefits on record against lock-in, sovereignty and upkeep.
  func balance(_ citations: inout Citations) -> [Document.Block] {
    var blocks: [Document.Block] = []
    for item in outline.items {
      let good = catalog.goods[item.good]
      let note = citations.cite(good.source).map { " [\($0)]" } ?? ""
      let gains = item.insight.benefits.filter { $0.answer == .yes }.map(\.kind.rawValue)
      let open = item.insight.benefits.filter { $0.answer != .yes }.map {
        "\($0.kind.rawValue) \($0.answer == .no ? "no" : "unknown")"
      }
      func answer(_ question: Declarations.Question) -> String { good.declared[question].rawValue }
      let lock = item.insight.screening.flags[.l1]
      let owners = good.organisations.filter { $0.role == "owner" || $0.role == "maintainer" }
        .map(\.name)
      blocks.append(.paragraph("\(good.name):"))
      blocks.append(
        .facts([
          Document.Fact(
            "Gains on record",
            (gains.isEmpty ? "none is shown" : gains.joined(separator: ", ")) + note),
          Document.Fact(
            "Not shown", (open.isEmpty ? "nothing" : open.joined(separator: ", ")) + note),
          Document.Fact(
            "Lock-in",
            "\(ScreeningWords.severity(lock)), \(lock.residualWord) with the measures; licence "
              + "\(good.licences.isEmpty ? "unknown" : good.licences.joined(separator: ", ")), way out "
              + "for the data declared: \(answer(.extractable)), closed parts declared: "
              + "\(answer(.closedDependencies)), platform independent: "
              + "\(answer(.platformIndependent))\(note)"),
          Document.Fact(
            "Sovereignty",
            "stewarded by \(good.demand.steward.words)"
              + (owners.isEmpty ? "" : " (\(owners.prefix(3).joined(separator: ", ")))")
              + "; shares personal data with others as declared: \(answer(.sharesWithThirdParties))"
              + "; where it is hosted is this country's choice\(note)"),
          Document.Fact(
            "Upkeep",
            "last seen in the registry \(good.lastSeen.prefix(7)), "
              + "\(good.organisations.count) organisations on record; running it, updating it and "
              + "keeping a team for it fall to the country\(note)"),
        ]))
    }
    let rule = catalog.rules.first { $0.id == "overrun" }
    if let rule, let cite = citations.cite(address: rule.address) {
      blocks.append(.note("\(rule.statement) [\(cite)]"))
    }
    return blocks
  }
}
