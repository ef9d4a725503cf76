import AtlasModel

// What would move the verdict, in the JSON of a screening.
extension ScreeningJSON {
  /// One object a change, `kind` first; `dpg-atlas change` has sets, pace, years and people too.
  var changes: [JSONValue] {
    let screening = insight.screening
    let changes = Assessor(context, settings: insight.settings)
      .changes(country: screening.country, good: screening.good, hasSets: false)
    func object(_ kind: String, _ members: [JSONValue.Member]) -> JSONValue {
      .object([.init("kind", .string(kind))] + members)
    }
    let target = JSONValue.Member(
      "verdict", changes.target.map { .string($0.rawValue) } ?? .null)
    var list = changes.figures.map { object("figure", [target] + members($0)) }
    list += changes.facts.map { object("fact", [target] + members($0)) }
    list += changes.demands.map {
      object(
        "demand",
        [
          target, .init("field", .string($0.field.rawValue)), .init("from", .integer($0.from)),
          .init("to", .integer($0.to)),
          .init("source", .string(catalog.goods[screening.good].demand.source)),
        ])
    }
    list += changes.measures.map {
      object("measure", [target, .init("measure", .string($0.first ?? ""))])
    }
    return list + changes.margins.map { object("margin", members($0)) }
  }

  private func members(_ change: FigureChange) -> [JSONValue.Member] {
    let indicator = catalog.indicators[change.indicator]
    let record = catalog.observation(
      country: insight.screening.country, indicator: change.indicator)
    return [
      .init("indicator", .string(indicator.id)),
      .init("from", change.from.map { .number($0) } ?? .null), .init("to", .number(change.to)),
      .init("confirms", .bool(change.confirms)), .init("unit", .string(indicator.unit)),
      .init("year", record.map { .integer($0.year) } ?? .null),
      .init("source", record.map { .string($0.source) } ?? .null),
    ]
  }

  private func members(_ change: FactChange) -> [JSONValue.Member] {
    let record = catalog.fact(country: insight.screening.country, change.attribute)
    func text(_ text: String?) -> JSONValue {
      text.flatMap { $0.isEmpty ? nil : .string($0) } ?? .null
    }
    return [
      .init("attribute", .string(change.attribute)), .init("from", text(change.from)),
      .init("to", .string(change.to)), .init("year", text(record?.year)),
      .init("source", text(record?.source)),
    ]
  }
}
