import AtlasModel

// Key points and talking points: made from the screening, each with the numbers it rests on.
extension FitReportWriter {
  /// Flags first, the verdict last.
  mutating func pairKeyPoints(_ insight: Insight) -> [ReportPoint] {
    let flags = insight.screening.flags
    var first = CitedWords("Flags: \(ScreeningWords.flagSummary(flags)).")
    if let gravest = flags.open.first {
      first += CitedWords(" Gravest: ", numbers: [gravest.id.rawValue])
      first += "\(gravest.id.rawValue) \(gravest.id.title)"
      // A card has no room for words here; the list of risks follows.
      let isShown = !isCard || gravest.evidence.first.map { $0.value != nil } ?? false
      if isShown, let reason = reason(gravest) {
        first += " ("
        first += reason
        first += ")"
      }
      first += "."
    }
    var fit = fitWords(insight)
    if let loss = lossWords(insight, isShort: !isFull) {
      fit += "; most is lost on "
      fit += loss
    }
    var points = [ReportPoint(.know, first), ReportPoint(.know, fit + ".")]
    let people = leftOutWords(insight)
    points.append(ReportPoint(.know, Self.sentence(people)))
    if !isCard {
      var need = needWords(insight)
      need += "; "
      need += usesWords(insight)
      points.append(ReportPoint(.know, need + "."))
    }
    let verdict = insight.screening.verdict
    points.append(
      ReportPoint(.know, CitedWords("Verdict of the screening: \(verdict.class.name).")))
    return points
  }

  private static func sentence(_ words: CitedWords) -> CitedWords {
    var words = words
    words.text = sentence(words.text)
    return words
  }

  /// What to raise, to discuss and to avoid: four on a card, at most six.
  mutating func pairTalkingPoints(_ insight: Insight) -> [ReportPoint] {
    let screening = insight.screening
    var points: [ReportPoint] = []
    if let need = raisedNeed(insight) { points.append(need) }
    if !isCard, let uses = raisedUses(insight) { points.append(uses) }
    if let risk = discussedRisk(screening.flags) { points.append(risk) }
    if let people = discussedPeople(insight) { points.append(people) }
    // A card has the record elsewhere only where little else can be said.
    if isCard, points.count < 2, let uses = raisedUses(insight) { points.append(uses) }
    if points.count < 2, !points.contains(where: { $0.kind == .raise }) {
      points.insert(ReportPoint(.raise, CitedWords("which problem this is to solve.")), at: 0)
    }
    if isFull || points.count < 3 {
      let rows = ScreeningGaps.rows(screening).map(\.name)
      points.append(
        ReportPoint(
          .avoid,
          CitedWords(
            rows.isEmpty
              ? "promising results: a recorded use elsewhere is not a success."
              : "a figure for what is not known: \(Self.shortened(rows, 2)).")))
    }
    points.append(Self.neverApproval)
    return points
  }

  static let neverApproval = ReportPoint(
    .avoid, CitedWords("calling this an approval or a refusal; it is a screening."))

  private mutating func raisedNeed(_ insight: Insight) -> ReportPoint? {
    let known = insight.screening.needEvidence.filter { $0.value != nil && $0.status != .stale }
    guard let widest = known.min(by: { ($0.value ?? 0) < ($1.value ?? 0) }) else { return nil }
    var words = CitedWords("")
    words += figure(widest)
    return ReportPoint(.raise, words + ".")
  }

  private mutating func raisedUses(_ insight: Insight) -> ReportPoint? {
    let names = insight.precedent.nearest.map { catalog.countries[$0.country].shortName }
    guard !names.isEmpty else { return nil }
    let words = worked(
      "what was learned in \(names.joined(separator: ", ")): \(EvidenceWords.uses(insight.precedent))",
      "uses")
    return ReportPoint(.raise, words + ".")
  }

  /// The gravest flag that somebody can do something about.
  mutating func discussedRisk(_ flags: AssessedFlags) -> ReportPoint? {
    let open = flags.open.filter { $0.residualWorst >= .moderate }
    for flag in open {
      guard let offer = flag.offers.first(where: { $0.works && !$0.isTaken }),
        let measure = catalog.measures.first(where: { $0.id == offer.measure })
      else { continue }
      return ReportPoint(
        .discuss,
        CitedWords(
          "who answers for \(measure.title) (\(measure.id), \(measure.owner)) against "
            + "\(flag.id.rawValue).", numbers: [flag.id.rawValue]))
    }
    return open.first.map { flag in
      ReportPoint(
        .discuss,
        CitedWords(
          "what could lower \(flag.id.rawValue) \(flag.id.title.lowercased()): no measure on record "
            + "does.", numbers: [flag.id.rawValue]))
    }
  }

  private mutating func discussedPeople(_ insight: Insight) -> ReportPoint? {
    if let leftOut = insight.leftOut, leftOut.people.high >= 1 {
      var words = CitedWords("how to serve the ")
      words += leftOutWords(insight)
      return ReportPoint(.discuss, words + ".")
    }
    guard let loss = lossWords(insight, isShort: isCard) else { return nil }
    var words = CitedWords("what the fit loses most on: ")
    words += loss
    return ReportPoint(.discuss, words + ".")
  }
}
