import AtlasModel

// People, staff, precedent, benefits and offers of a screening.
extension ScreeningJSON {
  /// People left out; null where the good reaches nobody directly.
  var leftOut: JSONValue {
    guard let leftOut = insight.leftOut else { return .null }
    return .object([
      .init("low", .number(whole(leftOut.people.low))),
      .init("high", .number(whole(leftOut.people.high))),
      .init(
        "groups",
        .array(
          leftOut.groups.map { group in
            .object([
              .init("id", .string(group.id)), .init("name", .string(group.name)),
              .init("low", .number(whole(group.leftOut.low))),
              .init("high", .number(whole(group.leftOut.high))),
              .init("peopleLow", .number(whole(group.people.low))),
              .init("peopleHigh", .number(whole(group.people.high))),
            ])
          })),
      .init("base", .string(leftOut.base)),
      .init("share", range(leftOut.share)),
      .init("reachRatio", leftOut.widening.map(range) ?? .null),
      .init("giniOnlineOnly", leftOut.gini.map(range) ?? .null),
      .init("formula", .string(LeftOut.formula)),
      .init("evidence", .array(leftOut.evidence.map(evidence))),
    ])
  }

  /// Staff and points; null where nobody is served directly.
  var staff: JSONValue {
    guard let staff = insight.staff else { return .null }
    let parameters = staff.parameters
    return .object([
      .init("preset", .string(staff.preset.rawValue)),
      .init("low", .number(whole(staff.staff.low))),
      .init("high", .number(whole(staff.staff.high))),
      .init("formula", .string(staff.formula)),
      .init("people", range(staff.people)),
      .init("byRatio", range(staff.byRatio)), .init("byTime", range(staff.byTime)),
      .init("pointsByHead", range(staff.pointsByHead)),
      .init("pointsByAreaAtMost", staff.pointsByArea.map { .number(whole($0)) } ?? .null),
      .init(
        "parameters",
        .object([
          .init("uptake", .number(parameters.uptake)), .init("visits", .number(staff.visits)),
          .init("minutes", .number(staff.minutes)), .init("days", .number(parameters.days)),
          .init("hours", .number(parameters.hours)), .init("walkKm", .number(parameters.walk)),
          .init("inhabitantsPerStaff", .number(staff.preset.inhabitantsPerStaff)),
          .init("basis", .string(staff.preset.basis)),
        ])),
    ])
  }

  /// Precedent and data quality.
  var precedent: JSONValue {
    let precedent = insight.precedent
    return .object([
      .init("precedent", .number(rounded(precedent.value))),
      .init("effectiveN", .number(rounded(precedent.effectiveNumber))),
      .init(
        "nearest",
        .array(
          precedent.nearest.map {
            .object([
              .init("iso3", .string(catalog.countries[$0.country].iso3)),
              .init("similarity", .number(rounded($0.similarity))),
            ])
          })),
      .init("dataQuality", .number(rounded(insight.dataQuality))),
      .init("uses", .integer(precedent.uses)),
      .init("formula", .string(Precedent.formula)),
    ])
  }

  /// The seven benefits with the field that proves each check.
  var benefit: JSONValue {
    .object(
      insight.benefits.map { benefit in
        .init(
          benefit.kind.rawValue,
          .object([
            .init("answer", .string(benefit.answer.rawValue)),
            .init(
              "checks",
              .array(
                benefit.checks.map {
                  .object([
                    .init("check", .string($0.text)), .init("answer", .string($0.answer.rawValue)),
                    .init("field", .string($0.field)),
                  ])
                })),
          ]))
      })
  }

  /// A measure beside a flag.
  func offer(_ offer: MeasureOffer) -> JSONValue {
    .object([
      .init("measure", .string(offer.measure)), .init("lowers", .string(offer.factor.rawValue)),
      .init("steps", .integer(offer.steps)),
      .init("precondition", offer.precondition.isEmpty ? .null : .string(offer.precondition)),
      .init("holds", .string(offer.holds.rawValue)), .init("taken", .bool(offer.isTaken)),
      .init("basis", "assumption"),
    ])
  }

  private func whole(_ value: Double) -> Double { value.rounded() }
}
