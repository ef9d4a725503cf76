import AtlasModel

// What would move a verdict, for programs.
extension ChangeDocument {
  /// The changes as JSON: numbers raw, each with unit, year and source of what is on record.
  public var json: JSONValue {
    .object([
      .init("schema", 1),
      .init("model", .model),
      .init("dataset", .dataset(catalog.identity)),
      .init("country", .country(catalog.countries[country])),
      .init("good", .good(catalog.goods[insight.screening.good])),
      .init("changed", .array(notes.map(JSONValue.string))),
      .init(
        "flags",
        .array(
          insight.screening.flags.all.map {
            .object([.init("id", .string($0.id.rawValue)), .init("severity", .string($0.word))])
          })),
      .init("verdict", .string(changes.current.rawValue)),
      .init("target", changes.target.map { .string($0.rawValue) } ?? .null),
      .init("figures", .array(changes.figures.map { figure($0) })),
      .init("facts", .array(changes.facts.map(fact))),
      .init(
        "demands",
        .array(
          changes.demands.map {
            .object([
              .init("field", .string($0.field.rawValue)), .init("from", .integer($0.from)),
              .init("to", .integer($0.to)),
            ])
          })),
      .init(
        "measures", .array(changes.measures.map { .array($0.map(JSONValue.string)) })),
      .init(
        "together",
        .object([
          .init("figures", .array(changes.together.map { figure($0) })),
          .init("facts", .array(changes.togetherFacts.map(fact))),
        ])),
      .init("leastCost", .array(changes.leastCosts.map(leastCost))),
      .init("outOfReach", .bool(changes.isOutOfReach)),
      .init("margins", .array(changes.margins.map { figure($0, isMargin: true) })),
      .init("method", .array(Self.method.map(JSONValue.string))),
    ])
  }

  private func figure(_ change: FigureChange, isMargin: Bool = false) -> JSONValue {
    let row = ChangeRow(change, self, isMargin: isMargin)
    func number(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }
    return .object([
      .init("indicator", .string(row.indicator.id)), .init("name", .string(row.indicator.name)),
      .init("unit", .string(row.indicator.unit)), .init("from", number(change.from)),
      .init("year", row.year.isEmpty ? .null : .string(row.year)),
      .init("source", row.source.map { .string($0) } ?? .null), .init("to", .number(change.to)),
      .init("shown", .number(row.shown)), .init("confirms", .bool(change.confirms)),
      .init("distance", number(change.distance)), .init("pace", number(row.pace)),
      .init("years", number(row.years)), .init("people", number(row.people)),
    ])
  }

  private func leastCost(_ least: LeastCost) -> JSONValue {
    .object([
      .init("cost", .string(least.cost.rawValue)), .init("total", .number(least.total)),
      .init("exact", .bool(least.isExact)),
      .init("figures", .array(least.figures.map { figure($0) })),
      .init("facts", .array(least.facts.map(fact))),
    ])
  }

  private func fact(_ change: FactChange) -> JSONValue {
    .object([
      .init("attribute", .string(change.attribute)),
      .init("from", change.from.isEmpty ? .null : .string(change.from)),
      .init("to", .string(change.to)),
    ])
  }

  /// The changes as rows: what kind, what is moved, from and to; sets have a number of their own.
  public var table: ReportTable {
    var rows: [[ReportCell]] = []
    func number(_ value: Double?) -> ReportCell {
      guard let value, value.isFinite else { return ReportCell(.missing) }
      return ReportCell(.number(value, decimals: 4))
    }
    func add(_ kind: String, _ set: Int, _ change: FigureChange) {
      let row = ChangeRow(change, self, isMargin: kind == "margin")
      rows.append([
        .text(kind), ReportCell(.integer(set)), .text(row.indicator.id), number(change.from),
        number(change.to), .text(row.indicator.unit), .text(row.year),
        .text(row.source ?? ""), number(change.distance), number(row.years), number(row.people),
      ])
    }
    func add(_ kind: String, _ set: Int, _ id: String, _ from: String, _ to: String) {
      rows.append(
        [.text(kind), ReportCell(.integer(set)), .text(id), .text(from), .text(to)]
          + Array(repeating: ReportCell(.missing), count: 6))
    }
    for (set, change) in changes.figures.enumerated() { add("figure", set + 1, change) }
    for (set, change) in changes.facts.enumerated() {
      add("fact", set + 1, change.attribute, change.from, change.to)
    }
    for (set, change) in changes.demands.enumerated() {
      add("demand", set + 1, change.field.rawValue, String(change.from), String(change.to))
    }
    for (set, measures) in changes.measures.enumerated() {
      for measure in measures { add("measure", set + 1, measure, "", "taken") }
    }
    for change in changes.togetherFacts {
      add("together", 1, change.attribute, change.from, change.to)
    }
    for change in changes.together { add("together", 1, change) }
    for least in changes.leastCosts {
      let kind = "least-\(least.cost.rawValue)"
      for change in least.facts { add(kind, 1, change.attribute, change.from, change.to) }
      for change in least.figures { add(kind, 1, change) }
    }
    for (set, change) in changes.margins.enumerated() { add("margin", set + 1, change) }
    return ReportTable(
      id: "changes", title: document.title,
      columns: [
        "kind", "set", "id", "from", "to", "unit", "year", "source", "distance", "years", "people",
      ].map { ReportColumn($0, $0) }, rows: rows)
  }
}
