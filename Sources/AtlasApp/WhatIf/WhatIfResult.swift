import AtlasModel
import AtlasReport
import AtlasScreen

/// What follows from the changes: flags first, then people, fit and, last, the verdict.
struct WhatIfResult {
  private let view: WhatIfState
  private let state: AppState
  private var glyphs: Glyphs { state.glyphs }

  init(_ view: WhatIfState, _ state: AppState) {
    self.view = view
    self.state = state
  }

  func lines(columns: Int) -> [ScreenLine] {
    guard let before = view.before, let after = view.after else {
      return ScreenLine.wrapped(
        "Changes count everywhere from now on. Open the screening of a pair and press w to see what "
          + "follows at once.", .dim, columns: columns)
    }
    return flags(before, after, columns) + people(before, after, columns)
      + [
        change(
          "FIT", RangeWords.share(before.screening.fit.range),
          RangeWords.share(after.screening.fit.range), " of 1"),
        change(
          "NEED", RangeWords.share(before.screening.need), RangeWords.share(after.screening.need),
          " of 1"),
      ] + verdict(before, after, columns)
  }

  /// `NAME old > new`, or the value alone where nothing changed.
  private func change(_ name: String, _ old: String, _ new: String, _ unit: String) -> ScreenLine {
    let same = old == new
    return ScreenLine([
      Span(name + "  ", .heading), Span(same ? "" : "\(old) \(glyphs.arrow) ", .dim),
      Span(new + unit, same ? .text : .accent),
    ])
  }

  private func flags(_ before: Insight, _ after: Insight, _ columns: Int) -> [ScreenLine] {
    var lines = [
      ScreenLine([
        Span("RISK FLAGS  ", .heading),
        Span(ScreeningWords.flagCounts(before.screening.flags) + " ", .dim),
        Span(
          "\(glyphs.arrow) "
            + ScreeningWords.flagCounts(
              after.screening.flags.all.map {
                $0.residualBest == $0.residualWorst ? $0.residualWorst : nil
              }),
          .text),
      ])
    ]
    let changed = zip(before.screening.flags.all, after.screening.flags.all).filter {
      $0.word != $1.residualWord
    }
    for (old, new) in changed {
      lines.append(
        ScreenLine([
          Span("\(FlagWords.sign(new, glyphs)) ", FlagWords.role(new.residualWorst)),
          Span("\(new.id.rawValue) \(new.id.title): ", .text),
          Span("\(old.word) \(glyphs.arrow) ", .dim),
          Span(new.residualWord, FlagWords.role(new.residualWorst)),
        ]))
    }
    if changed.isEmpty {
      lines.append(ScreenLine("No flag has changed.", .dim))
      for flag in after.screening.flags.open.prefix(4) {
        lines.append(
          ScreenLine([
            Span("\(FlagWords.sign(flag, glyphs)) \(flag.word) ", FlagWords.role(flag)),
            Span("\(flag.id.rawValue) \(flag.id.title)", .text),
          ]))
      }
    }
    return lines
  }

  private func people(_ before: Insight, _ after: Insight, _ columns: Int) -> [ScreenLine] {
    func words(_ insight: Insight) -> String {
      insight.leftOut.map {
        "\(PeopleWords.count($0.people.low)) to \(PeopleWords.count($0.people.high))"
      } ?? "none directly"
    }
    return [change("PEOPLE LEFT OUT", words(before), words(after), "")]
  }

  /// Folded until the flags of the pair have been read, here as in its screening.
  private func verdict(_ before: Insight, _ after: Insight, _ columns: Int) -> [ScreenLine] {
    guard let country = view.country, let good = view.good,
      state.opened.contains(ScreeningState.key(country, good, state.atlas.catalog))
    else { return [ScreenLine("VERDICT  folded; v opens it", .dim)] }
    let old = before.screening.verdict
    let new = after.screening.verdict
    return [
      ScreenLine([
        Span("VERDICT  ", .heading),
        Span(old.class == new.class ? "" : "\(old.class.name) \(glyphs.arrow) ", .dim),
        Span(new.class.name, VerdictWords.role(new.class)),
      ])
    ] + ScreenLine.wrapped(new.reason, columns: columns) + certainty(before, after)
  }

  /// How sure both verdicts are; it follows every step of a slider.
  private func certainty(_ before: Insight, _ after: Insight) -> [ScreenLine] {
    guard let old = before.certainty, let new = after.certainty else { return [] }
    return [
      change(
        "CERTAINTY", CertaintyWords.short(old, of: before.screening.verdict.class),
        CertaintyWords.short(new, of: after.screening.verdict.class), "")
    ]
  }
}
