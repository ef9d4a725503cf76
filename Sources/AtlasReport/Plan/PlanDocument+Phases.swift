import AtlasModel

// Timeline, phases with gates, residual risk.
extension PlanDocument {
  func timeline(_ citations: inout Citations) -> [Document.Block] {
    let rows = outline.spans.map { span in
      TimelineChart.Row(
        label(span), start: span.start, end: span.end, words: "\(when(span)); \(span.basis)")
    }
    var blocks: [Document.Block] = [
      .chart(.timeline(TimelineChart("Months from the start", rows: rows)))
    ]
    var lines: [String] = []
    for span in outline.spans {
      let note = citations.cite(address: span.address).map { " [\($0)]" } ?? ""
      if case .prerequisite = span.kind { lines.append("\(label(span)): \(span.basis)\(note)") }
    }
    for phase in phases {
      let own = outline.plan.durations[phase.id] == nil ? "" : ", your own word"
      lines.append("\(phase.name): \(phase.duration) (\(phase.durationBasis)\(own))")
    }
    blocks.append(.list(lines))
    blocks.append(
      .note(
        "Filled: the earliest course; light: up to the latest, or open. Blocks without a duration on "
          + "record hold nothing up here; they may in fact."))
    return blocks
  }

  func label(_ span: PlanSpan) -> String {
    guard case .phase(let good) = span.kind else { return span.name }
    let short = name(good).count > 14 ? good : name(good)
    return outline.items.count == 1 ? span.name : "\(short): \(span.name)"
  }

  /// When, in months or in months of the calendar.
  func when(_ span: PlanSpan) -> String {
    func month(_ months: Double, up: Bool) -> String {
      let whole = Int(up ? months.rounded(.up) : months.rounded(.down))
      if let start = outline.plan.start { return start.text(after: whole) }
      return "month \(whole)"
    }
    let from =
      span.start.isPoint
      ? month(span.start.low, up: false)
      : "\(month(span.start.low, up: false)) at the earliest, \(month(span.start.high, up: true)) "
        + "at the latest"
    guard let end = span.end else { return "from \(from), open end" }
    return "from \(from), until \(month(end.low, up: true)) to \(month(end.high, up: true))"
  }

  var residuals: [Document.Block] {
    guard !outline.residuals.isEmpty else {
      return [.paragraph("No flag reaches moderate.")]
    }
    let columns =
      [
        ReportColumn("good", "good", isFlexible: true),
        ReportColumn("flag", "flag", isFlexible: true),
      ]
      + [ReportColumn("before", "no measure")] + phases.map { ReportColumn($0.id, $0.name) }
    let rows = outline.residuals.map { residual -> [ReportCell] in
      [
        .text(name(residual.good)), .text("\(residual.flag.rawValue) \(residual.flag.title)"),
        .text(spaced(residual.before)),
      ] + residual.after.map { .text(spaced($0)) }
    }
    return [
      .table(ReportTable(id: "residuals", title: "Residual risk", columns: columns, rows: rows)),
      .note(
        "What is left at the end of each phase, if the measures due by then stand. Flags that never "
          + "reach moderate are left out."),
    ]
  }

  /// One phase: its goal, measures due with their owners, gates to tick.
  func phase(_ phase: Phase, _ citations: inout Citations) -> [Document.Block] {
    var blocks: [Document.Block] = [.paragraph(phase.goal)]
    let due = outline.items.flatMap { item in
      (settings.measures + item.choice.measures).compactMap { id in
        measure(id).flatMap { $0.phase == phase.id ? ($0, item.choice.good) : nil }
      }
    }
    if !due.isEmpty {
      var rows: [[ReportCell]] = []
      for (measure, good) in due {
        rows.append([
          .text("\(measure.title) (\(measure.id))"), .text(measure.action), .text(measure.owner),
          .text(measure.effort), .text(name(good)),
          ReportCell(citations.cite(address: measure.address).map { .citation($0) } ?? .missing),
        ])
      }
      blocks.append(
        .table(
          ReportTable(
            id: "measures-\(phase.id)", title: "Measures",
            columns: [
              ReportColumn("measure", "measure due", isFlexible: true),
              ReportColumn("action", "what to do", isFlexible: true),
              ReportColumn("owner", "owner", isFlexible: true), ReportColumn("effort", "effort"),
              ReportColumn("good", "for", isFlexible: true), ReportColumn("source", "src"),
            ], rows: rows)))
    } else {
      blocks.append(.paragraph("No measure was chosen that is due in this phase."))
    }
    let gates = catalog.gates.filter { $0.phase == phase.id }
    var lines: [String] = []
    for gate in gates {
      let note = citations.cite(address: gate.address).map { " [\($0)]" } ?? ""
      lines.append("[ ] \(gate.criterion). Shown by: \(gate.evidence) (\(gate.basis))\(note)")
    }
    if !lines.isEmpty {
      blocks.append(.paragraph("Gate to leave the phase; \(Self.keeper(phase.id)) decides:"))
      blocks.append(.list(lines))
    }
    return blocks
  }

  /// Who says that a gate is passed (assumption: nobody judges their own work).
  private static func keeper(_ phase: String) -> String {
    switch phase {
    case "assess", "prepare": "the service ministry with the regulator"
    case "pilot", "scale": "the service ministry after an outside assessment"
    default: "the oversight body, once a year"
    }
  }
}
