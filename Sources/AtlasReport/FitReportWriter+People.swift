import AtlasModel

// People, countries alike, objections, gaps and trends of a report on one good.
extension FitReportWriter {
  /// People left out as one clause.
  mutating func leftOutWords(_ insight: Insight) -> CitedWords {
    guard let leftOut = insight.leftOut else {
      let worker = good(insight).demand.operator
      return CitedWords(
        worker == .officials || worker == .developers
          ? "worked by \(worker.rawValue): reaches nobody directly"
          : "people left out: unknown, no figure for the population or its rural share")
    }
    return worked(
      "\(Self.span(leftOut.people)) people not reached, "
        + "\(PeopleWords.share(leftOut.share)) of \(leftOut.base)", "left-out")
  }

  /// Whether there are groups of people to draw.
  func hasPeopleChart(_ insight: Insight) -> Bool {
    insight.leftOut.map { $0.groups.count > 1 && $0.groups.contains { $0.people.high > 0 } }
      ?? false
  }

  mutating func people(_ insight: Insight) -> [Document.Block] {
    let words = leftOutWords(insight)
    var blocks: [Document.Block] = [.paragraph(Self.sentence(words.text))]
    guard let leftOut = insight.leftOut else { return blocks }
    let known = leftOut.groups.map(\.people.high).max() ?? 0
    if hasPeopleChart(insight) {
      let bars = leftOut.groups.map { group in
        BarChart.Bar(
          group.name, range: group.leftOut,
          words: "\(Self.span(group.leftOut)) of \(Self.span(group.people))")
      }
      blocks.append(
        .chart(
          .bars(
            BarChart(
              "People not reached, by group (groups overlap)", bars: bars, maximum: known,
              citations: [citations.citeModel()]))))
    }
    if isFull, let widening = leftOut.widening, let gini = leftOut.gini {
      blocks.append(
        .paragraph(
          worked(
            "Reach in towns is \(PeopleWords.ratio(widening)) times that in the country; online only, "
              + "the Gini coefficient of reach would be \(RangeWords.share(gini))", "reach-ratio"
          ).text + "."))
    }
    if let staff = insight.staff {
      blocks.append(
        .paragraph(
          worked(
            "Staff to serve \(Self.span(staff.people)) rural people left out: "
              + "\(Self.span(staff.staff)); service points by head "
              + Self.span(staff.pointsByHead), "staff"
          ).text
            + ". Rule: \(isFull ? staff.formula : staff.preset.basis). A ratio from elsewhere, "
            + "not a plan."))
    }
    if isFull {
      blocks.append(.note("Formula: \(LeftOut.formula). Groups overlap."))
      blocks.append(
        .paragraph("Rests on: " + figures(leftOut.evidence).joined(separator: "; ") + "."))
    }
    return blocks
  }

  /// A clause as a sentence.
  static func sentence(_ clause: String) -> String {
    clause.prefix(1).uppercased() + clause.dropFirst() + "."
  }

  /// A range of people or staff, such as `45.5 to 50.0 million`.
  static func span(_ range: Interval) -> String {
    let (low, high) = (PeopleWords.count(range.low), PeopleWords.count(range.high))
    for unit in [" million", " billion"]
    where low != high && low.hasSuffix(unit) && high.hasSuffix(unit) {
      return low.dropLast(unit.count) + " to " + high
    }
    return low == high ? low : low + " to " + high
  }

  // MARK: Precedent

  /// Recorded use as one clause.
  mutating func usesWords(_ insight: Insight) -> CitedWords {
    let precedent = insight.precedent
    let value = NumberText.fixed(precedent.value, decimals: 2)
    if isCard { return worked(EvidenceWords.uses(precedent), "uses") }
    return worked("\(EvidenceWords.uses(precedent)), precedent \(value) of 1", "precedent")
  }

  mutating func precedent(_ insight: Insight) -> [Document.Block] {
    let precedent = insight.precedent
    var text = usesWords(insight).text + "."
    if !precedent.nearest.isEmpty {
      let nearest = precedent.nearest.map { neighbour in
        let name = catalog.countries[neighbour.country].name
        return isFull
          ? "\(name) (similarity \(NumberText.fixed(neighbour.similarity, decimals: 2)) of 2.5)"
          : name
      }
      text += " Most alike: " + nearest.joined(separator: ", ") + "."
    }
    text += " A recorded use is not a success, and no record is not no use."
    var blocks: [Document.Block] = [.paragraph(text)]
    let alike = precedent.nearest.flatMap { neighbour in
      catalog.deploymentPositions(good: insight.screening.good).map { catalog.deployments[$0] }
        .filter { $0.country == neighbour.country }
    }
    if isFull {
      let lines = alike.map { use in
        "\(catalog.countries[use.country].name): "
          + (use.in2026 == .yes ? "in the registry of 2026" : "in the record of 2024")
          + (use.byGovernment ? ", a use by government is named" : "")
      }
      if !lines.isEmpty { blocks.append(.list(lines)) }
      let effective = NumberText.fixed(precedent.effectiveNumber, decimals: 1)
      blocks.append(
        .paragraph(
          worked("Effective number of similar countries \(effective)", "effective-n").text + "."))
    }
    return blocks
  }

  // MARK: Objections and gaps

  /// The objections with the footnote of what they rest on.
  mutating func objections(_ insight: Insight, limit: Int = 3) -> [String] {
    var lines: [String] = []
    for objection in insight.objections.prefix(limit) {
      let row = FlagID(rawValue: objection.basis).flatMap {
        insight.screening.flags[$0].evidence.first
      }
      let number =
        row.flatMap { $0.source == "formula" ? nil : citations.cite($0.source) }
        ?? citations.citeModel()
      lines.append("\(objection.text) [\(number)]")
    }
    return lines
  }

  mutating func gaps(_ insight: Insight) -> [Document.Block] {
    let rows = ScreeningGaps.rows(insight.screening)
    guard !rows.isEmpty else { return [.paragraph("Every figure that was read is known.")] }
    return [.paragraph(figures(rows).joined(separator: "; ") + ".")]
  }

  /// The data gaps in a line.
  func gapsWords(_ insight: Insight) -> String {
    let names = ScreeningGaps.rows(insight.screening).map(\.name)
    return names.isEmpty
      ? "Every figure that was read is known."
      : "Missing, too old or only a range: " + Self.shortened(names, 3) + "."
  }

  // MARK: Trends

  /// Yearly values of up to three core indicators behind the dimensions that cost most.
  mutating func trends(_ insight: Insight) -> [Document.Block] {
    guard let book = options.series else { return [] }
    let scores = insight.screening.fit.dimensions.enumerated()
      .filter { $0.element.demand > 0 && $0.element.lossShare > 0 }
      .sorted { ($1.element.lossShare, $0.offset) < ($0.element.lossShare, $1.offset) }
    var seen: Set<String> = []
    var blocks: [Document.Block] = []
    for row in scores.flatMap(\.element.evidence) where blocks.count < 3 {
      guard let position = catalog.indicatorPosition(row.id), catalog.indicators[position].isCore,
        seen.insert(row.id).inserted,
        var series = book.series(country: subject.country, indicator: position)
      else { continue }
      series.points.removeAll { !$0.value.isFinite }
      guard series.points.count > 1 else { continue }
      var numbers: [Int] = []
      for point in series.points {
        if let number = citations.cite(point.source), !numbers.contains(number) {
          numbers.append(number)
        }
      }
      let indicator = catalog.indicators[position]
      blocks.append(
        .chart(
          .trend(
            TrendChart(
              indicator.name, unit: indicator.unit, series: series, citations: numbers))))
    }
    if blocks.isEmpty {
      return [.paragraph("No yearly series of what costs most is in the dataset.")]
    }
    return blocks + [.note("One value a year; a dot is a year without one, and none is filled in.")]
  }
}
