import AtlasModel
import AtlasReport
import AtlasScreen

/// The lines of a screening at a size: flags first, the verdict after them.
///
/// From 110 columns on, the numbers stand on the right of the flags; below that, under them. The verdict
/// always stands under the last flag.
struct ScreeningLayout {
  /// Lines that scroll.
  let main: [ScreenLine]
  /// Lines on the right; empty on narrow screens.
  let side: [ScreenLine]
  /// Columns of the main part.
  let mainColumns: Int
  /// Rows of the main part.
  let mainRows: Int

  static let wideFrom = 110

  init(state: ScreeningState, catalog: Catalog, size: Size, glyphs: Glyphs) {
    let isWide = size.columns >= Self.wideFrom
    mainRows = max(0, size.rows - 3)
    mainColumns = isWide ? size.columns - max(48, size.columns * 2 / 5) : size.columns
    let text = ScreeningText(state: state, catalog: catalog, glyphs: glyphs)
    let columns = mainColumns - 1
    let flags = text.head(columns: columns) + text.flagLines(columns: columns) + [ScreenLine()]
    let verdict = text.verdictLines(columns: columns)
    if isWide {
      main = flags + verdict
      side = text.numbers(columns: size.columns - mainColumns - 3)
    } else {
      main = flags + text.numbers(columns: columns) + [ScreenLine()] + verdict
      side = []
    }
  }
}

/// The words of a screening.
struct ScreeningText {
  let state: ScreeningState
  let catalog: Catalog
  let glyphs: Glyphs

  private var screening: Screening { state.screening }
  private var good: PublicGood { catalog.goods[state.good] }
  private var country: Country { catalog.countries[state.country] }

  func head(columns: Int) -> [ScreenLine] {
    let channels = good.demand.channels.map(\.rawValue).joined(separator: ", ")
    return [ScreenLine("\(good.name) in \(country.name)", .title)]
      + ScreenLine.wrapped(good.summary, .dim, columns: columns)
      + ScreenLine.wrapped(
        "Worked by \(good.demand.operator.rawValue). Channels: \(channels). "
          + "Data sensitivity \(good.demand.sensitivity) of 4 (our reading, "
          + "\(good.demand.confidence.rawValue) confidence).", .dim, columns: columns)
      + [ScreenLine()]
  }

  // MARK: Flags

  func flagLines(columns: Int) -> [ScreenLine] {
    var lines = ScreenLine.wrapped(
      "RISK FLAGS  " + ScreeningWords.flagSummary(screening.flags), .heading, columns: columns)
    for (index, flag) in state.flags.enumerated() {
      lines.append(headline(flag, index: index, columns: columns))
      if index == state.selected { lines += details(flag, index: index, columns: columns) }
    }
    return lines
  }

  private func headline(_ flag: RiskFlag, index: Int, columns: Int) -> ScreenLine {
    let word = FlagWords.word(flag).padded(to: 12, alignment: .left)
    let title = "\(flag.id.rawValue) \(flag.id.title)"
    let gap = columns >= 100 ? 42 : columns >= 70 ? 28 : max(title.columns + 1, 10)
    let fact = flag.evidence.first.map { EvidenceWords.short($0) } ?? ""
    let role = FlagWords.role(flag)
    let used = 15 + min(gap, max(8, columns - 15)) + 1
    return ScreenLine(
      [
        Span("\(FlagWords.sign(flag, glyphs)) \(word) ", role),
        Span(
          title.fitted(
            to: min(gap, max(8, columns - 15)), alignment: .left, marker: glyphs.ellipsis)
            + " ", .text),
        Span(fact.truncated(to: max(0, columns - used), marker: glyphs.ellipsis), .dim),
      ], entry: index, isHead: true)
  }

  private func details(_ flag: RiskFlag, index: Int, columns: Int) -> [ScreenLine] {
    let rule = flag.id.rule
    let code = rule.code.isEmpty ? "" : " (DPI Safeguards \(rule.code))"
    var lines = ScreenLine.wrapped(
      "Rule: \(rule.likelihood). Impact: \(rule.impact).\(code)", .dim, columns: columns,
      indent: 4, entry: index)
    lines += ScreenLine.wrapped(
      "Here: likelihood \(ScreeningWords.steps(flag.likelihood)) x impact "
        + "\(ScreeningWords.steps(flag.impact)) = \(ScreeningWords.severity(flag)). "
        + "Steps from: \(rule.basis).", .dim, columns: columns, indent: 4, entry: index)
    for row in flag.evidence {
      lines += ScreenLine.wrapped(
        "\(glyphs.bullet) \(EvidenceWords.long(row, catalog: catalog))",
        row.status == .missing || row.status == .stale ? .unknownValue : .text,
        columns: columns, indent: 4, entry: index)
    }
    if flag.takenCount > 0 {
      lines += ScreenLine.wrapped(
        "After the measures taken: \(ScreeningWords.residual(flag)).", .strong, columns: columns,
        indent: 4, entry: index)
    }
    let offers = MeasureTitles(flag, catalog: catalog)
    if !offers.work.isEmpty {
      lines += ScreenLine.wrapped(
        "Measures that work here: " + offers.work.joined(separator: "; ") + ".", .good,
        columns: columns, indent: 4, entry: index)
    }
    if !offers.wait.isEmpty {
      lines += ScreenLine.wrapped(
        "Not yet: " + offers.wait.joined(separator: "; ") + ".", .dim, columns: columns, indent: 4,
        entry: index)
    }
    return lines
  }

  // MARK: Fit, need, verdict

  func numbers(columns: Int) -> [ScreenLine] {
    fitLines(columns: columns) + [ScreenLine()] + peopleLines(columns: columns)
      + needLines(columns: columns) + [ScreenLine()] + evidenceLines(columns: columns)
  }

  private func fitLines(columns: Int) -> [ScreenLine] {
    let fit = screening.fit
    var lines = [
      ScreenLine(
        "FIT  \(RangeWords.share(fit.range)) of 1  (0 cannot work, 1 no barrier)", .heading)
    ]
    let barColumns = max(6, min(24, columns - 36))
    for score in fit.dimensions {
      let bar = BarWidget(
        value: score.adequacy == .unit ? nil : score.adequacy.low,
        interval: score.adequacy.isPoint || score.adequacy == .unit
          ? nil : score.adequacy.low...score.adequacy.high,
        role: .bar, glyphs: glyphs)
      let name = score.dimension.name.fitted(
        to: 13, alignment: .left, marker: glyphs.ellipsis)
      if score.demand == 0 {
        lines.append(ScreenLine("\(name) asks nothing", .dim))
        continue
      }
      let known = score.adequacy == .unit
      lines.append(
        ScreenLine(
          [Span("\(name) asks \(score.demand) ", .text)] + bar.spans(columns: barColumns)
            + [
              Span(
                known ? " unknown" : " " + RangeWords.share(score.adequacy),
                known ? .unknownValue : .text)
            ]))
    }
    lines += ScreenLine.wrapped(
      "A bar shows how far the country meets what the good asks (level 1 to 4). "
        + "Half of the fit is their average, half the lowest.", .dim, columns: columns)
    return lines
  }

  private func needLines(columns: Int) -> [ScreenLine] {
    var lines = ScreenLine.wrapped(
      "NEED  \(RangeWords.share(screening.need)) of 1  (mean gap to the SDGs it serves)", .heading,
      columns: columns)
    let widest = screening.needEvidence.filter { $0.value != nil }
      .sorted { ($0.value ?? 0) < ($1.value ?? 0) }.prefix(3)
    for row in widest {
      lines += ScreenLine.wrapped(
        "\(glyphs.bullet) \(EvidenceWords.long(row, catalog: catalog))", columns: columns)
    }
    return lines
  }

  /// People left out and staff; nothing where the good reaches nobody directly.
  private func peopleLines(columns: Int) -> [ScreenLine] {
    guard let leftOut = state.insight.leftOut else { return [] }
    var lines = [ScreenLine("PEOPLE LEFT OUT", .heading)]
    lines += ScreenLine.wrapped(
      "At least \(PeopleWords.count(leftOut.people.low)), at most "
        + "\(PeopleWords.count(leftOut.people.high)): \(PeopleWords.share(leftOut.share)) of "
        + "\(leftOut.base).", .strong, columns: columns)
    for group in leftOut.groups where group.leftOut.high > 0 {
      lines += ScreenLine.wrapped(
        "\(glyphs.bullet) \(group.name): \(PeopleWords.range(group.leftOut))", columns: columns)
    }
    if let staff = state.insight.staff {
      lines += ScreenLine.wrapped(
        "Staff to serve the rural ones: \(PeopleWords.range(staff.staff)) "
          + "(\(staff.preset.rawValue): \(staff.preset.basis)).", columns: columns)
    }
    return lines + [ScreenLine()]
  }

  private func evidenceLines(columns: Int) -> [ScreenLine] {
    let insight = state.insight
    let names = insight.precedent.nearest.map { catalog.countries[$0.country].shortName }
    var lines = ScreenLine.wrapped(
      "EVIDENCE  precedent \(NumberText.fixed(insight.precedent.value, decimals: 2)), "
        + "data \(NumberText.fixed(insight.dataQuality, decimals: 2)) of 1", .heading,
      columns: columns)
    lines += ScreenLine.wrapped(
      names.isEmpty
        ? "No other country has a recorded use."
        : "\(EvidenceWords.uses(insight.precedent)); most alike: "
          + names.joined(separator: ", ") + ".", columns: columns)
    lines.append(ScreenLine())
    lines.append(ScreenLine("STRONGEST REASONS AGAINST", .heading))
    for objection in insight.objections {
      lines += ScreenLine.wrapped("\(glyphs.bullet) \(objection.text)", columns: columns)
    }
    return lines
  }

  func verdictLines(columns: Int) -> [ScreenLine] {
    let verdict = screening.verdict
    let others = state.insight.presets.filter { $0.verdict.class != verdict.class }
    var lines =
      [
        ScreenLine("SCREENING VERDICT", .heading),
        ScreenLine(verdict.class.name, VerdictWords.role(verdict.class)),
      ] + ScreenLine.wrapped(verdict.reason, columns: columns)
    if !others.isEmpty {
      lines += ScreenLine.wrapped(
        "Stakeholders disagree: "
          + others.map { "\($0.preset.rawValue) says \($0.verdict.class.name)" }
          .joined(separator: "; ") + ".", .strong, columns: columns)
    }
    return lines
      + ScreenLine.wrapped(
        ScreeningWords.caution + " " + SettingsWords.sentence(state.insight.settings), .dim,
        columns: columns)
  }
}

/// Titles of the measures beside a flag: those that work here, and those that wait for a condition.
private struct MeasureTitles {
  var work: [String] = []
  var wait: [String] = []

  init(_ flag: RiskFlag, catalog: Catalog) {
    for offer in flag.offers where offer.steps > 0 {
      let title = catalog.measures.first { $0.id == offer.measure }?.title ?? offer.measure
      if offer.holds == .yes {
        work.append(title)
      } else {
        wait.append("\(title) (needs \(offer.precondition))")
      }
    }
  }
}
