internal import AtlasModel

extension ScenarioEffect {
  /// The same for people: flags first, verdicts last.
  public func document(isForPeople: Bool = true) -> Document {
    let name = scenario.name.isEmpty ? "A scenario" : "Scenario \(scenario.name)"
    let goods = pairs.map(\.good.name)
    return Document(
      title: "\(name) in \(country.name)",
      subtitle: goods.isEmpty ? "" : "With it and without it: " + goods.joined(separator: ", "),
      sections: [
        Document.Section("Flags", flagBlocks),
        Document.Section("What is changed", changeBlocks(isForPeople)),
        Document.Section("Fit and need", [.table(numberTable)]),
        Document.Section("Verdicts", [.table(verdictTable)]),
      ], notes: [ScreeningWords.caution])
  }

  /// For all goods: flags that move, what is changed, verdicts that flip.
  public func document(
    _ comparison: ScreeningComparison, isForPeople: Bool = true
  ) -> Document {
    var document = document(isForPeople: isForPeople)
    let changes = Document.Section("What is changed", changeBlocks(isForPeople))
    document.subtitle = "All goods of the registry, with it and without it"
    document.sections = comparison.sections
    document.sections.insert(changes, at: min(1, document.sections.count))
    return document
  }

  private var flagBlocks: [Document.Block] {
    let summaries = pairs.map { pair in
      let before = ScreeningWords.flagSummary(pair.before.flags)
      let after = ScreeningWords.flagSummary(pair.after.flags)
      return before == after
        ? "\(pair.good.name): \(before), with it and without it."
        : "\(pair.good.name): \(before) without it; \(after) with it."
    }
    let rows = pairs.flatMap { pair in FlagID.allCases.compactMap { row(pair, $0) } }
    guard !rows.isEmpty else {
      return [.list(summaries), .paragraph("No flag moves, and none is high or critical.")]
    }
    let table = ReportTable(
      id: "flags", title: "Flags that move, or are high or critical",
      columns: [
        ReportColumn("good", "good", isFlexible: true), ReportColumn("flag", "flag"),
        ReportColumn("title", "risk", isFlexible: true), ReportColumn("before", "without it"),
        ReportColumn("after", "with it"), ReportColumn("moved", "moved"),
      ], rows: rows)
    return [.list(summaries), .table(table)]
  }

  private func row(_ pair: Pair, _ id: FlagID) -> [ReportCell]? {
    let (before, after) = (pair.before.flags[id], pair.after.flags[id])
    let words = (Self.words(before), Self.words(after))
    guard words.0 != words.1 || max(before.worst, after.worst) >= .high else { return nil }
    let (left, right) = (before.residualWorst, after.residualWorst)
    let moved =
      words.0 == words.1
      ? "no" : left == right ? "yes" : right > left ? "graver" : "less grave"
    return [
      .text(pair.good.name), .text(id.rawValue), .text(id.title), .text(words.0), .text(words.1),
      .text(moved),
    ]
  }

  private func changeBlocks(_ isForPeople: Bool) -> [Document.Block] {
    let (shown, others) = changes
    var blocks: [Document.Block] = []
    if shown.isEmpty {
      blocks.append(.paragraph("Nothing that is about this country or these goods."))
    } else if isForPeople {
      // In words, since a table would cut who says so.
      blocks.append(.list(shown.map(\.words)))
    } else {
      let table = ScenarioChanges.table(
        scenario, catalog: original, where: concerns)
      blocks.append(.table(table))
    }
    let whatIfs = shown.count { $0.saying == ScenarioChange.whatIf }
    if whatIfs > 0 {
      blocks.append(
        .note(
          "Figures and facts for which nobody is named as the source, so a what-if: \(whatIfs)."))
    }
    if others > 0 {
      blocks.append(
        .note(
          "Changes about other countries or goods: \(others). They may still count here through "
            + "figures of neighbours and peers."))
    }
    return blocks
  }

  private var numberTable: ReportTable {
    func range(_ range: Interval) -> ReportCell { .text(RangeWords.share(range)) }
    return ReportTable(
      id: "numbers", title: "Fit and need, 0 to 1",
      columns: [
        ReportColumn("good", "good", isFlexible: true),
        ReportColumn("fit_before", "fit without it", alignment: .trailing),
        ReportColumn("fit_after", "fit with it", alignment: .trailing),
        ReportColumn("need_before", "need without it", alignment: .trailing),
        ReportColumn("need_after", "need with it", alignment: .trailing),
      ],
      rows: pairs.map { pair in
        [
          .text(pair.good.name), range(pair.before.fit.range), range(pair.after.fit.range),
          range(pair.before.need), range(pair.after.need),
        ]
      })
  }

  private var verdictTable: ReportTable {
    ReportTable(
      id: "verdicts", title: "Verdicts",
      columns: [
        ReportColumn("good", "good", isFlexible: true), ReportColumn("before", "without it"),
        ReportColumn("after", "with it"), ReportColumn("flips", "flips"),
      ],
      rows: pairs.map { pair in
        let (before, after) = (pair.before.verdict.class, pair.after.verdict.class)
        return [
          .text(pair.good.name), .text(before.name), .text(after.name), .flag(before != after),
        ]
      }, notes: pairs.map { "\($0.good.name), with it: \($0.after.verdict.reason)" })
  }
}
