import AtlasModel
import AtlasReport
import AtlasScreen

/// The lines of a screening at a size: flags first, the verdict after them.
///
/// From 110 columns on, the numbers stand on the right of the flags; below that, under them. The verdict
/// always stands under the last flag.
struct ScreeningLayout: Sendable {
  /// Lines that scroll.
  private(set) var main: [ScreenLine] = []
  /// Lines on the right; empty on narrow screens.
  private(set) var side: [ScreenLine] = []
  /// Columns of the main part.
  private(set) var mainColumns = 0
  /// Rows of the body.
  private(set) var rows = 0
  private var size = Size(columns: 0, rows: 0)
  private var openFlag: Int?
  private var isOpen = false
  private var seen = 0

  static let wideFrom = 110
  /// No lines at all.
  static let empty = ScreeningLayout()

  private init() {}

  init(_ view: ScreeningState, _ state: AppState) {
    size = state.size
    openFlag = view.openFlag
    isOpen = state.opened.contains(view.key(state))
    seen = view.seen.count
    rows = state.bodyRows
    let isWide = size.columns >= Self.wideFrom
    mainColumns = isWide ? size.columns - max(48, size.columns * 2 / 5) : size.columns
    let text = ScreeningText(
      state: view, catalog: state.atlas.catalog, glyphs: state.glyphs, isOpen: isOpen)
    let columns = max(20, mainColumns - 1)
    // A short screen shows the flags at once and says what the good is under them.
    let isShort = state.bodyRows < 16
    let title = [ScreenLine(text.title, .title)]
    let about = text.about(columns: columns) + [ScreenLine()]
    let flags =
      title + (isShort ? [] : about) + text.flagLines(columns: columns) + [ScreenLine()]
      + (isShort ? about : [])
    let verdict = text.verdictLines(columns: columns)
    if isWide {
      main = flags + verdict
      side = text.numbers(columns: size.columns - mainColumns - 3)
    } else {
      main = flags + text.numbers(columns: columns) + [ScreenLine()] + verdict
    }
  }

  /// Whether the lines are those of a view as it is now.
  func fits(_ view: ScreeningState, _ state: AppState) -> Bool {
    size == state.size && openFlag == view.openFlag && seen == view.seen.count
      && isOpen == state.opened.contains(view.key(state))
  }
}

/// The words of a screening.
struct ScreeningText {
  let state: ScreeningState
  let catalog: Catalog
  let glyphs: Glyphs
  /// Whether the verdict is unfolded.
  let isOpen: Bool

  private var screening: Screening { state.screening }
  private var good: PublicGood { catalog.goods[state.good] }
  private var country: Country { catalog.countries[state.country] }

  var title: String { "\(good.name) in \(country.name)" }

  /// What the good is, and who works it.
  func about(columns: Int) -> [ScreenLine] {
    let channels = good.demand.channels.map(\.rawValue).joined(separator: ", ")
    return ScreenLine.wrapped(good.summary, .dim, columns: columns)
      + ScreenLine.wrapped(
        "Worked by \(good.demand.operator.rawValue). Channels: \(channels). "
          + "Data sensitivity \(good.demand.sensitivity) of 4 (our reading, "
          + "\(good.demand.confidence.rawValue) confidence).", .dim, columns: columns)
  }

  // MARK: Flags

  func flagLines(columns: Int) -> [ScreenLine] {
    var lines = ScreenLine.wrapped(
      "RISK FLAGS  " + ScreeningWords.flagSummary(screening.flags), .heading, columns: columns)
    for (index, flag) in state.flags.enumerated() {
      lines.append(headline(flag, index: index, columns: columns))
      if index == state.openFlag { lines += details(flag, index: index, columns: columns) }
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

  /// Lines as one selectable number.
  private func number(_ name: String, _ lines: [ScreenLine]) -> [ScreenLine] {
    guard let entry = ScreeningNumber.entry(name) else { return lines }
    return lines.enumerated().map { index, line in
      ScreenLine(line.spans, entry: entry, isHead: index == 0)
    }
  }

  private func fitLines(columns: Int) -> [ScreenLine] {
    let fit = screening.fit
    var lines = number(
      "fit",
      [
        ScreenLine(
          "FIT  \(RangeWords.share(fit.range)) of 1  (0 cannot work, 1 no barrier)", .heading)
      ])
    let barColumns = max(6, min(24, columns - 36))
    for score in fit.dimensions {
      let bar = BarWidget(
        value: score.adequacy == .unit ? nil : score.adequacy.low,
        interval: score.adequacy.isPoint || score.adequacy == .unit
          ? nil : score.adequacy.low...score.adequacy.high,
        marker: 1, role: .bar, glyphs: glyphs)
      let name = score.dimension.name.fitted(
        to: 13, alignment: .left, marker: glyphs.ellipsis)
      if score.demand == 0 {
        lines += number(
          score.dimension.rawValue,
          [ScreenLine([Span(name + " ", .dim), Span("asks nothing", .dim)])])
        continue
      }
      let isUnknown = score.adequacy == .unit
      lines += number(
        score.dimension.rawValue,
        [
          ScreenLine(
            [Span(name + " ", .text), Span("asks \(score.demand) ", .text)]
              + bar.spans(columns: barColumns)
              + [
                Span(
                  isUnknown ? " unknown" : " " + RangeWords.share(score.adequacy),
                  isUnknown ? .unknownValue : .text)
              ])
        ])
    }
    lines += ScreenLine.wrapped(
      "A bar shows how far the country's supply meets what the good asks (level 1 to 4; "
        + "\(glyphs.barMarker) is all of it, \(glyphs.barInterval) what is not known). "
        + "Half of the fit is their average, half the lowest.", .dim, columns: columns)
    return lines
  }

  private func needLines(columns: Int) -> [ScreenLine] {
    var lines = number(
      "need",
      ScreenLine.wrapped(
        "NEED  \(RangeWords.share(screening.need)) of 1  (mean gap to the SDGs it serves)",
        .heading,
        columns: columns))
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
    var lines = number("left-out", [ScreenLine("PEOPLE LEFT OUT", .heading)])
    lines += ScreenLine.wrapped(
      "At least \(PeopleWords.count(leftOut.people.low)), at most "
        + "\(PeopleWords.count(leftOut.people.high)): \(PeopleWords.share(leftOut.share)) of "
        + "\(leftOut.base).", .strong, columns: columns)
    for group in leftOut.groups where group.leftOut.high > 0 {
      lines += ScreenLine.wrapped(
        "\(glyphs.bullet) \(group.name): \(PeopleWords.range(group.leftOut))", columns: columns)
    }
    if let staff = state.insight.staff {
      lines += number(
        "staff",
        ScreenLine.wrapped(
          "Staff to serve the rural ones: \(PeopleWords.range(staff.staff)) "
            + "(\(staff.preset.rawValue): \(staff.preset.basis)).", columns: columns))
    }
    return lines + [ScreenLine()]
  }

  private func evidenceLines(columns: Int) -> [ScreenLine] {
    let insight = state.insight
    let names = insight.precedent.nearest.map { catalog.countries[$0.country].shortName }
    var lines = number(
      "precedent",
      ScreenLine.wrapped(
        "EVIDENCE  precedent \(NumberText.fixed(insight.precedent.value, decimals: 2)) of 1",
        .heading, columns: columns))
    lines += ScreenLine.wrapped(
      names.isEmpty
        ? "No other country has a recorded use."
        : "\(EvidenceWords.uses(insight.precedent)); most alike: "
          + names.joined(separator: ", ") + ".", columns: columns)
    lines += number(
      "data-quality",
      ScreenLine.wrapped(
        "Data: \(NumberText.fixed(insight.dataQuality, decimals: 2)) of the weight rests on figures "
          + "of the last \(Supply.recentYears) years.", columns: columns))
    lines.append(ScreenLine())
    lines.append(ScreenLine("STRONGEST REASONS AGAINST", .heading))
    for objection in insight.objections {
      lines += ScreenLine.wrapped("\(glyphs.bullet) \(objection.text)", columns: columns)
    }
    return lines
  }

  func verdictLines(columns: Int) -> [ScreenLine] {
    isOpen
      ? openVerdict(columns: columns)
      : number(
        "verdict",
        [ScreenLine("SCREENING VERDICT (folded)", .heading)]
          + ScreenLine.wrapped(foldedWords, .dim, columns: columns, entry: 0))
  }

  private var foldedWords: String {
    let open = state.flags.count { $0.worst > .none }
    let seen = open - state.unreadCount
    return state.isRead
      ? "The flags have been on the screen: v opens the verdict."
      : "Flags first: \(seen) of \(open) open flags have been on the screen. Down or PgDn shows the "
        + "others, then v opens the verdict."
  }

  private func openVerdict(columns: Int) -> [ScreenLine] {
    let verdict = screening.verdict
    let others = state.insight.presets.filter { $0.verdict.class != verdict.class }
    var lines = number(
      "verdict",
      [
        ScreenLine("SCREENING VERDICT", .heading),
        ScreenLine(verdict.class.name, VerdictWords.role(verdict.class)),
      ] + ScreenLine.wrapped(verdict.reason, columns: columns))
    if let certainty = state.insight.certainty {
      lines += ScreenLine.wrapped(
        CertaintyWords.sentence(certainty, of: verdict.class) + " o shows what drives the doubt.",
        columns: columns)
    }
    lines += ScreenLine.wrapped(
      verdict.cautious == verdict.hopeful
        ? "The same class with what is unknown at its worst and at its best."
        : "With everything unknown at its worst: \(verdict.cautious.name); at its best: "
          + "\(verdict.hopeful.name).", verdict.cautious == verdict.hopeful ? .dim : .text,
      columns: columns)
    if others.isEmpty {
      lines += ScreenLine.wrapped(
        "All five stakeholders come to the same class.", columns: columns)
    } else {
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
