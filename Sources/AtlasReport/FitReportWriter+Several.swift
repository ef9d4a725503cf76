import AtlasModel

// A report on several goods in one country.
extension FitReportWriter {
  /// The parts in order: goods side by side, then each by itself as far as there is room.
  mutating func several() -> [Document.Section] {
    keyPoints = severalKeyPoints()
    var sections = [
      Document.Section("Key points", [.list(keyPoints.map(\.line))]),
      Document.Section("Side by side", sideBySide()),
    ]
    if !isCard {
      for insight in subject.insights {
        sections.append(Document.Section(good(insight).name, one(insight)))
      }
    }
    if isCard {
      var against: [String] = []
      for insight in subject.insights {
        against += objections(insight, limit: 1).map { "\(good(insight).id): \($0)" }
      }
      sections.append(Document.Section("Strongest objection to each", [.list(against)]))
    }
    talkingPoints = severalTalkingPoints()
    return sections + [Document.Section("Talking points", [.list(talkingPoints.map(\.line))])]
  }

  private mutating func sideBySide() -> [Document.Block] {
    let model = citations.citeModel()
    let rows = subject.insights.map { insight -> [ReportCell] in
      let screening = insight.screening
      let gravest = screening.flags.open.first
      let worst = screening.flags.open.filter { $0.worst == gravest?.worst }.map(\.id.rawValue)
      return [
        .text(good(insight).id), .text(ScreeningWords.flagCounts(screening.flags)),
        .text(worst.isEmpty ? "none" : worst.joined(separator: " ")),
        .text(RangeWords.compact(screening.fit.range)), .text(RangeWords.compact(screening.need)),
        .text(
          insight.leftOut.map { PeopleWords.share($0.share) }
            ?? (good(insight).demand.operator == .officials
              || good(insight).demand.operator == .developers ? "no reach" : "unknown")),
        .text(screening.verdict.class.name),
      ]
    }
    var blocks: [Document.Block] = [
      .table(
        ReportTable(
          id: "goods", title: "Side by side",
          columns: [
            ReportColumn("good", "Good", isFlexible: true), ReportColumn("flags", "Flags"),
            ReportColumn("gravest", "Gravest", isFlexible: true),
            ReportColumn("fit", "Fit [\(model)]"), ReportColumn("need", "Need [\(model)]"),
            ReportColumn("left_out", "Left out [\(model)]"), ReportColumn("verdict", "Verdict"),
          ], rows: rows,
          notes: [
            "Flags: c critical, h high, m moderate, ? not assessed. Fit and need of 1. Left out: share "
              + "of those it is for; no reach: worked by officials or developers."
          ]))
    ]
    if !options.note.isEmpty {
      blocks.append(.facts([Document.Fact("Note of the reader", options.note)]))
    }
    return blocks
  }

  /// One of several goods: flags, then people, then the verdict.
  private mutating func one(_ insight: Insight) -> [Document.Block] {
    let flags = insight.screening.flags
    var open = flags.open.filter { $0.worst >= .moderate }
    var summary = ScreeningWords.flagSummary(flags)
    if !isFull {
      if let first = open.first { summary += "; " + risk(first) }
      open = []
    }
    var risks: [String] = []
    for flag in open.prefix(4) { risks.append(risk(flag)) }
    var facts = [Document.Fact("Flags", summary)]
    if isFull {
      facts.append(Document.Fact("What it does", good(insight).summary))
      let words = leftOutWords(insight)
      facts.append(Document.Fact("People", words.text))
      facts.append(Document.Fact("Record", usesWords(insight).text))
      if let staff = insight.staff {
        facts.append(
          Document.Fact(
            "Staff",
            worked("\(Self.span(staff.staff)), \(staff.preset.basis)", "staff").text))
      }
    }
    var blocks: [Document.Block] = isFull ? [.facts(facts)] : []
    if !risks.isEmpty { blocks.append(.list(risks)) }
    var outcome =
      (isFull ? [] : facts) + [
        Document.Fact(
          "Verdict", "\(insight.screening.verdict.class.name). \(insight.screening.verdict.reason)")
      ]
    if let loss = lossWords(insight) { outcome.append(Document.Fact("Costs most", loss.text)) }
    outcome.append(Document.Fact("Changed by", changes(insight, limit: isFull ? 3 : 1)))
    blocks.append(.facts(outcome))
    if isFull {
      let asked = insight.screening.fit.dimensions.filter { $0.demand > 0 }
      blocks.append(
        .chart(
          .bars(
            BarChart(
              "Adequacy of \(country.shortName) for \(good(insight).name), 0 to 1",
              bars: asked.map {
                BarChart.Bar(
                  $0.dimension.name, range: $0.adequacy, marker: 1,
                  words: "\(RangeWords.share($0.adequacy)), asks \($0.demand) of 4")
              }, markerName: Self.marker, citations: [citations.citeModel()]))))
    }
    if isFull { blocks.append(.list(objections(insight).map { "Against: \($0)" })) }
    return blocks
  }

  // MARK: Points

  private mutating func severalKeyPoints() -> [ReportPoint] {
    let insights = subject.insights
    let critical = insights.count { $0.screening.flags.all.contains { $0.worst == .critical } }
    var first = CitedWords(
      "Flags: \(critical) of \(insights.count) goods have one that is or could be critical")
    if let shared = sharedFlag {
      first += CitedWords(
        "; \(shared.id.rawValue) \(shared.id.title.lowercased()) is open for all",
        numbers: [shared.id.rawValue])
      if let reason = reason(shared) {
        first += " ("
        first += reason
        first += ")"
      }
    }
    var points = [ReportPoint(.know, first + ".")]
    let lows = insights.map(\.screening.fit.range.low)
    let names = insights.enumerated().filter { lows[$0.offset] == lows.max() }.map {
      good($0.element).name
    }
    var fit = worked(
      "Fit at the cautious end is \(Self.span(lows) { NumberText.fixed($0, decimals: 2) }) of 1, "
        + "highest for \(Self.shortened(names, 2))", "fit")
    fit += "."
    points.append(ReportPoint(.know, fit))
    if let goal = goalRow {
      var words = CitedWords("What is looked for: ")
      words += figure(goal)
      points.append(ReportPoint(.know, words + "."))
    }
    var classes: [String] = []
    for verdict in VerdictClass.allCases {
      let count = insights.count { $0.screening.verdict.class == verdict }
      if count > 0 { classes.append("\(verdict.name) \(count)") }
    }
    points.append(
      ReportPoint(
        .know, CitedWords("Verdicts of the screening: \(classes.joined(separator: ", ")).")))
    return points
  }

  /// The gravest flag that is open, above low, for every good.
  private var sharedFlag: RiskFlag? {
    let all = subject.insights.map(\.screening.flags)
    return all.first?.open.filter { $0.worst >= .moderate }.first { flag in
      all.allSatisfy { $0[flag.id].worst >= .moderate }
    }
  }

  /// The score of the goal that is looked for.
  private var goalRow: Evidence? {
    guard case .goal(let goal)? = subject.need else { return nil }
    return subject.insights.first?.screening.needEvidence.first {
      $0.id == SDGGaps.indicator(goal)
    }
  }

  private mutating func severalTalkingPoints() -> [ReportPoint] {
    var points: [ReportPoint] = []
    if let goal = goalRow {
      var words = CitedWords("")
      words += figure(goal)
      points.append(ReportPoint(.raise, words + "."))
    }
    let used = subject.insights.max { $0.precedent.uses < $1.precedent.uses }
    if let used, used.precedent.uses > 0 {
      var words = CitedWords("the record of \(good(used).name): ")
      words += usesWords(used)
      points.append(ReportPoint(.raise, words + "."))
    }
    if let flags = subject.insights.first?.screening.flags, let risk = discussedRisk(flags) {
      points.append(risk)
    }
    let most = subject.insights.filter { ($0.leftOut?.people.high ?? 0) >= 1 }.max {
      ($0.leftOut?.people.low ?? 0) < ($1.leftOut?.people.low ?? 0)
    }
    if let most, !isCard {
      var words = CitedWords("whom \(good(most).name) leaves out: ")
      words += leftOutWords(most)
      points.append(ReportPoint(.discuss, words + "."))
    }
    if points.count < 4 {
      points.append(
        ReportPoint(
          .avoid,
          CitedWords("reading the order as advice: classes first, then half fit, half need.")))
    }
    return points + [Self.neverApproval]
  }
}
