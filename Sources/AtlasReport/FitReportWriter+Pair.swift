import AtlasModel

// The parts of a report on one good, but for those on people and evidence.
extension FitReportWriter {
  /// The parts in order.
  mutating func pair(_ insight: Insight) -> [Document.Section] {
    keyPoints = pairKeyPoints(insight)
    var sections = [
      Document.Section("Key points", [.list(keyPoints.map(\.line))]),
      Document.Section("Risk flags", risks(insight)),
      Document.Section("Verdict of the screening", verdict(insight)),
    ]
    if !isCard {
      sections += [
        Document.Section("Fit by dimension", fit(insight)),
        Document.Section("Prerequisites and measures", prerequisites(insight) + measures(insight)),
        Document.Section("People left out and staff on the ground", people(insight)),
        Document.Section("Countries like this one that use it", precedent(insight)),
      ]
    }
    var against = objections(insight)
    if !isCard, !isFull { against.append(gapsWords(insight)) }
    sections.append(
      Document.Section(
        isCard || isFull ? "Strongest objections" : "Strongest objections and data gaps",
        [.list(against)]))
    talkingPoints = pairTalkingPoints(insight)
    let talking = Document.Section("Talking points", [.list(talkingPoints.map(\.line))])
    if isFull {
      sections.append(Document.Section("What would move it", moving(insight)))
      sections.append(Document.Section("Data gaps", gaps(insight)))
    }
    if isFull { return sections + [Document.Section("Trends", trends(insight))] + [talking] }
    return sections + [talking]
  }

  // MARK: Flags

  private mutating func risks(_ insight: Insight) -> [Document.Block] {
    let flags = insight.screening.flags
    let grave = isFull ? flags.open : flags.open.filter { $0.worst >= .moderate }
    // Where none is above low, the first of the low ones stands for them.
    let shown =
      isFull
      ? grave : Array((grave.isEmpty ? Array(flags.open.prefix(1)) : grave).prefix(isCard ? 3 : 4))
    var blocks: [Document.Block] = []
    if isFull, !shown.isEmpty { blocks.append(.table(riskTable(shown))) }
    var lines: [String] = []
    for flag in shown { lines.append(risk(flag)) }
    if lines.isEmpty { lines.append("No flag is open.") }
    var all = "In all: " + ScreeningWords.flagSummary(flags)
    if !isCard, flags.open.count > shown.count {
      all +=
        "; also open: "
        + flags.open.dropFirst(shown.count).map(\.id.rawValue).joined(separator: ", ")
    }
    lines.append(all + ".")
    blocks.append(.list(lines))
    let quiet = flags.all.filter { $0.worst == .none }
    if isFull, !quiet.isEmpty {
      blocks.append(
        .note(
          "No risk found by: "
            + quiet.map { "\($0.id.rawValue) \($0.id.title)" }.joined(separator: "; ") + "."))
    }
    return blocks
  }

  /// A flag in a line: severity, what it read, what is left.
  mutating func risk(_ flag: RiskFlag) -> String {
    let read = isFull ? figures(flag.evidence) : reason(flag).map { [$0.text] } ?? []
    let left =
      flag.takenCount == 0 ? "" : "; left after measures: \(ScreeningWords.residual(flag))"
    return "\(Self.severity(flag)) \(flag.id.rawValue) \(flag.id.title)"
      + (read.isEmpty ? "" : ": " + read.joined(separator: "; ")) + left
  }

  /// The figure that says most about a flag.
  mutating func reason(_ flag: RiskFlag) -> CitedWords? {
    guard let row = flag.evidence.first else { return nil }
    var words = figure(row)
    // On a card what was read in words is left to its source, which the title of the flag repeats.
    if isCard, row.value == nil, row.low == nil, let number = words.footnotes.first {
      words.text = "[\(number)]"
    }
    return words
  }

  /// A severity in few words; what the data leaves open is never one word.
  static func severity(_ flag: RiskFlag) -> String {
    flag.isAssessed ? flag.worst.word : "\(flag.best.word) to \(flag.worst.word) (not assessed)"
  }

  private func riskTable(_ flags: [RiskFlag]) -> ReportTable {
    let rows = flags.map { flag in
      let taken = Set(flag.offers.filter { $0.isTaken && $0.works }.map(\.measure)).sorted()
      return [
        ReportCell.text(flag.id.rawValue), .text(flag.id.title),
        .text(spaced(flag.id.family.rawValue)),
        .text(
          flag.isAssessed ? flag.worst.word : "\(flag.best.word) to \(flag.worst.word)",
          order: flag.worst.rawValue),
        .text(taken.isEmpty ? "none" : taken.joined(separator: ", ")),
        .text(
          flag.residualBest == flag.residualWorst
            ? flag.residualWorst.word : "\(flag.residualBest.word) to \(flag.residualWorst.word)",
          order: flag.residualWorst.rawValue),
      ]
    }
    return ReportTable(
      id: "risks", title: "Risk flags",
      columns: [
        ReportColumn("flag", "Flag"), ReportColumn("title", "Risk", isFlexible: true),
        ReportColumn("family", "Family", isFlexible: true), ReportColumn("severity", "Severity"),
        ReportColumn("measures", "Measures", isFlexible: true),
        ReportColumn("left", "Left after"),
      ], rows: rows)
  }

  // MARK: Verdict

  mutating func verdict(_ insight: Insight) -> [Document.Block] {
    let screening = insight.screening
    let verdict = screening.verdict
    var facts = [
      Document.Fact("Verdict", verdict.class.name), Document.Fact("Why", verdict.reason),
    ]
    if let certainty = insight.certainty {
      let sentence = CertaintyWords.sentence(certainty, of: verdict.class)
      facts.append(
        Document.Fact(
          "Certainty",
          isCard
            ? CertaintyWords.short(certainty, of: verdict.class)
            : String(sentence.dropFirst("Certainty: ".count))))
    }
    facts.append(
      Document.Fact("Fit, need", "\(fitWords(insight).text); \(needWords(insight).text)"))
    if let loss = lossWords(insight) { facts.append(Document.Fact("Costs most", loss.text)) }
    // On a card the people left out stand among the talking points, unless there are none.
    if isCard, let leftOut = insight.leftOut, leftOut.people.high < 1 {
      facts.append(Document.Fact("Left out", leftOutWords(insight).text))
    }
    if isFull { facts.append(Document.Fact("By fit alone", verdict.byFit.name)) }
    if isFull || !isCard && insight.presetsDisagree {
      let seen = insight.presets.map { "\($0.preset.rawValue): \($0.verdict.class.name)" }
      facts.append(
        Document.Fact(
          insight.presetsDisagree ? "Stakeholders disagree" : "Stakeholders agree",
          seen.joined(separator: "; ")))
    }
    facts.append(
      Document.Fact("Changed by", changes(insight, limit: isFull ? 6 : 1)))
    if !options.note.isEmpty { facts.append(Document.Fact("Note of the reader", options.note)) }
    return [.facts(facts)]
  }

  /// What holds the verdict, and measures on record that lower it; not how far they would move it.
  func changes(_ insight: Insight, limit: Int) -> String {
    let screening = insight.screening
    let verdict = screening.verdict
    if verdict.class == .adopt { return "nothing holds it down" }
    var parts: [String] = []
    if verdict.class == .cannotSay {
      let names = ScreeningGaps.rows(screening).map(\.name)
      parts.append("figures on " + Self.shortened(names, isCard ? 1 : limit + 1))
    }
    let binding = verdict.caps.filter { $0.limit.rank == verdict.cautious.rank }
    for cap in binding.prefix(limit) {
      let flag = screening.flags[cap.flag]
      var works: [String] = []
      for offer in flag.offers where offer.works && !offer.isTaken && !works.contains(offer.measure)
      {
        works.append(offer.measure)
      }
      let shown = Self.shortened(works, isFull ? 9 : isCard ? 2 : 3)
      parts.append(
        "\(flag.id.rawValue) (\(flag.isAssessed ? flag.worst.word : "not assessed")): "
          + (works.isEmpty ? "no more measure on record lowers it here" : "lowered by \(shown)"))
    }
    let rest = binding.count - limit
    if rest > 0 { parts.append(rest == 1 ? "one more flag" : "\(rest) more flags") }
    if verdict.byFit.rank == verdict.cautious.rank, verdict.byFit != .adopt {
      parts.append(
        "fit below \(verdict.byFit == .withSafeguards ? ".70" : ".50")")
    }
    return parts.isEmpty ? "unknown" : parts.joined(separator: "; ")
  }

  /// The first names and a count of the rest.
  static func shortened(_ names: [String], _ limit: Int) -> String {
    names.prefix(limit).joined(separator: ", ")
      + (names.count > limit ? " and \(names.count - limit) more" : "")
  }

  // MARK: Fit

  private mutating func fit(_ insight: Insight) -> [Document.Block] {
    let asked = insight.screening.fit.dimensions.filter { $0.demand > 0 }
    var rows: [[ReportCell]] = []
    for score in asked { rows.append(row(score)) }
    let model = citations.citeModel()
    var table = ReportTable(
      id: "fit", title: "Fit by dimension",
      columns: [
        ReportColumn("dimension", "Dimension"),
        ReportColumn("asks", "Asks (1-4)", alignment: .trailing),
        ReportColumn("adequacy", "Adequacy [\(model)]"),
        ReportColumn("weight", "Weight", alignment: .trailing),
        ReportColumn("loss", "Lost", alignment: .trailing),
        ReportColumn("figure", "Rests on", isFlexible: true), ReportColumn("year", "Year"),
        ReportColumn("note", "Note"),
      ], rows: rows)
    let silent = insight.screening.fit.dimensions.filter { $0.demand == 0 }.map(\.dimension.name)
    if !silent.isEmpty { table.notes = ["Nothing is asked of: \(silent.joined(separator: ", "))."] }
    var blocks: [Document.Block] = [.table(table)]
    if isFull {
      blocks.append(
        .paragraph("Rests on: " + figures(asked.flatMap(\.evidence)).joined(separator: "; ") + "."))
    }
    // A brief has room for one chart of bars: people where the good reaches any.
    if !isFull, hasPeopleChart(insight) { return blocks }
    blocks.append(
      .chart(
        .bars(
          BarChart(
            "Adequacy by dimension, 0 to 1",
            bars: asked.map {
              BarChart.Bar(
                $0.dimension.name, range: $0.adequacy, marker: 1,
                words: RangeWords.share($0.adequacy))
            }, markerName: Self.marker, citations: [model]))))
    return blocks
  }

  /// What the mark at 1 means.
  static let marker = "1: all that it asks"

  private mutating func row(_ score: DimensionScore) -> [ReportCell] {
    let key = Self.key(score)
    let short = key.flatMap { catalog.indicatorPosition($0.id) }.map {
      catalog.indicators[$0].shortName
    }
    let number = key.flatMap { row -> Int? in
      row.source == "formula" ? citations.citeModel() : citations.cite(row.source)
    }
    return [
      .text(score.dimension.name), ReportCell(.integer(score.demand)),
      .text(RangeWords.compact(score.adequacy)),
      ReportCell(.number(score.weight, decimals: 2)),
      ReportCell(.number(score.lossShare, decimals: 2)),
      .text(key.map { "\(short ?? $0.name) \(EvidenceWords.figure($0))" } ?? ""),
      ReportCell(key.flatMap { $0.year.isEmpty ? nil : .year($0.year) } ?? .missing),
      ReportCell(number.map { .citation($0) } ?? .missing),
    ]
  }

  /// The fit as one clause.
  mutating func fitWords(_ insight: Insight) -> CitedWords {
    worked("Fit \(RangeWords.share(insight.screening.fit.range)) of 1", "fit")
  }

  /// The dimension that costs most, with its figure; nil where nothing is lost.
  mutating func lossWords(_ insight: Insight, isShort: Bool = false) -> CitedWords? {
    let scores = insight.screening.fit.dimensions.filter { $0.lossShare > 0.005 }
    guard let worst = scores.max(by: { $0.lossShare < $1.lossShare }) else { return nil }
    let loss = NumberText.fixed(worst.lossShare, decimals: 2)
    let all = NumberText.fixed(1 - insight.screening.fit.range.low, decimals: 2)
    var words = CitedWords(
      "\(worst.dimension.name), \(loss) of the \(all) missing", numbers: [worst.dimension.rawValue])
    if !isShort, let key = Self.key(worst) {
      words += ": "
      words += figure(key)
    }
    return words
  }

  /// The need as one clause.
  mutating func needWords(_ insight: Insight) -> CitedWords {
    let range = insight.screening.need
    return worked("Need \(RangeWords.share(range)) of 1", "need")
  }

  // MARK: Prerequisites and measures

  private mutating func prerequisites(_ insight: Insight) -> [Document.Block] {
    let asked = insight.screening.fit.dimensions.filter { $0.demand > 0 }
    func names(_ test: (Interval) -> Bool) -> String {
      let names = asked.filter { test($0.adequacy) }.map(\.dimension.name)
      return names.isEmpty ? "none" : names.joined(separator: ", ")
    }
    var facts = [
      Document.Fact("Met", names { $0.low >= 1 }),
      Document.Fact("Missing in part or whole", names { $0.high < 1 }),
    ]
    let open = names { $0.low < 1 && $0.high >= 1 }
    if open != "none" { facts.append(Document.Fact("Not known", open)) }
    if isFull { facts += foundations(insight) }
    if insight.settings.measures.isEmpty {
      facts.append(Document.Fact("Measures chosen", "none; --apply MEASURE chooses one"))
    }
    var blocks: [Document.Block] = [.facts(facts)]
    if isFull {
      var waiting: [String] = []
      for flag in insight.screening.flags.open {
        for offer in flag.offers where offer.steps > 0 && offer.holds != .yes {
          let line =
            "\(title(offer.measure)) needs \(offer.precondition), which "
            + (offer.holds == .no ? "does not hold here" : "is not known here")
          if !waiting.contains(line) { waiting.append(line) }
        }
      }
      if !waiting.isEmpty { blocks.append(.list(waiting)) }
    }
    return blocks
  }

  private func title(_ measure: String) -> String {
    let record = catalog.measures.first { $0.id == measure }
    return record.map { "\($0.title) (\(measure))" } ?? measure
  }

  private func measures(_ insight: Insight) -> [Document.Block] {
    let taken = insight.settings.measures
    var blocks: [Document.Block] = []
    if !taken.isEmpty {
      let rows = taken.map { id -> [ReportCell] in
        let record = catalog.measures.first { $0.id == id }
        let flags = insight.screening.flags.all.filter { flag in
          flag.offers.contains { $0.measure == id && $0.isTaken && $0.works }
        }
        return [
          .text(record?.title ?? id), .text(record?.owner ?? ""), .text(record?.effort ?? ""),
          .text(record?.phase ?? ""),
          .text(
            flags.isEmpty
              ? "lowers none here"
              : flags.map { "\($0.id.rawValue) \(ScreeningWords.residual($0))" }.joined(
                separator: ", ")),
        ]
      }
      blocks.append(
        .table(
          ReportTable(
            id: "measures", title: "Measures chosen",
            columns: [
              ReportColumn("measure", "Measure", isFlexible: true),
              ReportColumn("owner", "Owner", isFlexible: true), ReportColumn("effort", "Effort"),
              ReportColumn("phase", "Phase"), ReportColumn("left", "Left after", isFlexible: true),
            ], rows: rows)))
    }
    guard isFull else { return blocks }
    let lines = insight.screening.flags.open.filter { $0.worst >= .moderate }.prefix(8).map {
      flag in
      var works: [String] = []
      for offer in flag.offers where offer.works && !offer.isTaken {
        let record = catalog.measures.first { $0.id == offer.measure }
        let words =
          "\(offer.measure) (\(record?.owner ?? "unknown"), \(record?.effort ?? "unknown") effort)"
        if !works.contains(words) { works.append(words) }
      }
      return "\(flag.id.rawValue) \(flag.id.title): "
        + (works.isEmpty ? "no other on record lowers it here" : works.joined(separator: "; "))
    }
    if !lines.isEmpty {
      blocks.append(.paragraph("Others on record that lower a flag here:"))
      blocks.append(.list(lines))
    }
    return blocks
  }
}
