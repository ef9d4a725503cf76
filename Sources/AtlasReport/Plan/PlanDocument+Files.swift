internal import AtlasModel

// The plan for programs.
extension PlanDocument {
  /// The plan as rows: flags, goods, prerequisites, spans, measures, gates, sizes, residual risk.
  public var table: ReportTable {
    var rows: [[ReportCell]] = []
    func number(_ value: Double?) -> ReportCell {
      value.map { ReportCell(.number($0, decimals: 4)) } ?? ReportCell(.missing)
    }
    func add(
      _ kind: String, good: String = "", _ id: String, _ name: String, low: Double? = nil,
      high: Double? = nil, unit: String = "", state: String = "", year: String = "",
      source: String = "", detail: String = ""
    ) {
      rows.append([
        .text(kind), .text(good), .text(id), .text(name), number(low), number(high), .text(unit),
        .text(state), .text(year), .text(source), .text(detail),
      ])
    }
    for item in outline.items {
      for flag in item.insight.screening.flags.open where flag.worst >= .moderate {
        add(
          "flag", good: item.choice.good, flag.id.rawValue, flag.id.title, state: flag.word,
          source: "formula", detail: "residual \(flag.residualWord)")
      }
    }
    for item in outline.items {
      let screening = item.insight.screening
      add(
        "good", good: item.choice.good, item.choice.good, name(item.choice.good),
        low: screening.fit.range.low, high: screening.fit.range.high, unit: "fit",
        state: screening.verdict.class.rawValue, source: "formula", detail: item.choice.note)
    }
    for item in outline.prerequisites {
      add(
        "prerequisite", good: item.serves.joined(separator: ";"), item.block.id, item.block.name,
        state: item.standing.rawValue, year: item.year,
        source: item.isOwnWord ? "own" : item.source ?? "", detail: item.finding)
    }
    for span in outline.spans {
      var good = ""
      if case .phase(let id) = span.kind { good = id }
      add(
        "begin", good: good, span.id, span.name, low: span.start.low, high: span.start.high,
        unit: "months", source: span.address, detail: span.basis)
      add(
        "end", good: good, span.id, span.name, low: span.end?.low, high: span.end?.high,
        unit: "months", source: span.address, detail: span.basis)
    }
    for item in outline.items {
      for id in settings.measures + item.choice.measures {
        guard let measure = measure(id) else { continue }
        add(
          "measure", good: item.choice.good, id, measure.title, state: measure.phase,
          source: measure.address, detail: measure.owner)
      }
    }
    for gate in catalog.gates {
      add(
        "gate", gate.id, gate.criterion, state: gate.phase, source: gate.address,
        detail: gate.evidence)
    }
    for size in outline.sizes {
      add(
        "size", size.id, size.name, low: size.range?.low, high: size.range?.high, unit: size.unit,
        year: size.year, source: size.address.isEmpty ? size.source ?? "formula" : size.address,
        detail: size.formula)
    }
    for residual in outline.residuals {
      for (phase, word) in zip(phases, residual.after) {
        add(
          "residual", good: residual.good, residual.flag.rawValue, phase.id, state: word,
          source: "formula", detail: "before \(residual.before)")
      }
    }
    return ReportTable(
      id: "plan", title: document.title,
      columns: [
        "kind", "good", "id", "name", "low", "high", "unit", "state", "year", "source", "detail",
      ].map { ReportColumn($0, $0) }, rows: rows)
  }

  /// The plan as JSON; what was chosen, then what follows.
  public var json: JSONValue {
    let plan = outline.plan
    return .object([
      .init("schema", 1), .init("model", .model), .init("dataset", .dataset(catalog.identity)),
      .init("country", .country(country)),
      .init("name", plan.name.isEmpty ? .null : .string(plan.name)),
      .init("start", plan.start.map { .string($0.text()) } ?? .null),
      .init("changed", .array(notes.map(JSONValue.string))),
      .init("goods", .array(outline.items.map(good))),
      .init("prerequisites", .array(outline.prerequisites.map(prerequisite))),
      .init("timeline", .array(outline.spans.map(span))),
      .init("sizes", .array(outline.sizes.map(size))),
      .init("residual", .array(outline.residuals.map(residual))),
      .init(
        "gates",
        .array(
          catalog.gates.map {
            .object([
              .init("id", .string($0.id)), .init("phase", .string($0.phase)),
              .init("criterion", .string($0.criterion)), .init("evidence", .string($0.evidence)),
              .init("basis", .string($0.basis)), .init("source", .string($0.address)),
            ])
          })),
      .init("method", .array(Self.method.map(JSONValue.string))),
    ])
  }

  private func good(_ item: PlanOutline.Item) -> JSONValue {
    let screening = item.insight.screening
    return .object([
      .init("good", .good(catalog.goods[item.good])),
      .init(
        "flags",
        .array(
          screening.flags.all.map {
            .object([
              .init("id", .string($0.id.rawValue)), .init("severity", .string($0.word)),
              .init("residual", .string($0.residualWord)),
            ])
          })),
      .init("measures", .array(item.choice.measures.map(JSONValue.string))),
      .init("note", item.choice.note.isEmpty ? .null : .string(item.choice.note)),
      .init("unanswered", .array(item.unanswered.map { .string($0.id.rawValue) })),
      .init("waitsFor", .array(item.open.map(JSONValue.string))),
      .init("fit", .number(screening.fit.range.low)),
      .init("verdict", .string(screening.verdict.class.rawValue)),
      .init("formula", .string("fit model")),
    ])
  }

  private func prerequisite(_ item: Prerequisite) -> JSONValue {
    .object([
      .init("block", .string(item.block.id)), .init("name", .string(item.block.name)),
      .init("standing", .string(item.standing.rawValue)), .init("own", .bool(item.isOwnWord)),
      .init("finding", item.finding.isEmpty ? .null : .string(item.finding)),
      .init("year", item.year.isEmpty ? .null : .string(item.year)),
      .init("source", item.source.map(JSONValue.string) ?? .null),
      .init("serves", .array(item.serves.map(JSONValue.string))),
    ])
  }

  private func span(_ span: PlanSpan) -> JSONValue {
    var good: JSONValue = .null
    if case .phase(let id) = span.kind { good = .string(id) }
    return .object([
      .init("id", .string(span.id)), .init("good", good), .init("name", .string(span.name)),
      .init("start", interval(span.start)), .init("end", span.end.map(interval) ?? .null),
      .init("when", .string(when(span))), .init("formula", .string(span.basis)),
      .init("source", span.address.isEmpty ? .null : .string(span.address)),
    ])
  }

  private func size(_ size: PlanSize) -> JSONValue {
    .object([
      .init("id", .string(size.id)), .init("name", .string(size.name)),
      .init("range", size.range.map(interval) ?? .null), .init("unit", .string(size.unit)),
      .init("formula", .string(size.formula)),
      .init("parameters", .array(size.parameters.map(JSONValue.string))),
      .init("basis", .string(size.basis)), .init("caveat", .string(size.caveat)),
      .init("year", size.year.isEmpty ? .null : .string(size.year)),
      .init("source", size.address.isEmpty ? .null : .string(size.address)),
    ])
  }

  private func residual(_ residual: PlanOutline.Residual) -> JSONValue {
    .object([
      .init("good", .string(residual.good)), .init("flag", .string(residual.flag.rawValue)),
      .init("before", .string(residual.before)),
      .init(
        "after",
        .object(zip(phases, residual.after).map { .init($0.0.id, .string($0.1)) })),
      .init("formula", .string("severity with the measures due by the end of the phase")),
    ])
  }

  private func interval(_ range: Interval) -> JSONValue {
    .object([.init("low", .number(range.low)), .init("high", .number(range.high))])
  }
}
