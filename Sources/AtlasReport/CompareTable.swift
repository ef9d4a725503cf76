public import AtlasModel

/// Two to four countries or goods side by side, differences first.
public enum CompareTable {
  /// Countries side by side: every figure with its year, the ones that differ most first.
  ///
  /// Rows are ordered by the spread of their values over the indicator's spread in the world; rows in
  /// which a country is unknown come before rows in which all agree.
  public static func countries(_ positions: [Int], catalog: Catalog) -> ReportTable {
    var rows: [(spread: Double, cells: [ReportCell])] = []
    let none = ReportCell(.text(""))
    for (indicator, record) in catalog.indicators.enumerated() {
      let found = positions.map { catalog.observation(country: $0, indicator: indicator) }
      guard found.contains(where: { $0 != nil }) else { continue }
      let values = found.compactMap { $0?.value }
      let world = catalog.realCountries.compactMap {
        catalog.observation(country: $0, indicator: indicator)?.value
      }
      let width = (world.max() ?? 0) - (world.min() ?? 0)
      let own = (values.max() ?? 0) - (values.min() ?? 0)
      let spread = values.count < positions.count ? 0.0001 + own : own
      rows.append(
        (
          width > 0 ? spread / width : 0,
          [.text(record.name), .text(record.unit)]
            + found.flatMap { observation -> [ReportCell] in
              let cell = ReportCell.figure(observation, decimals: record.value(decimalsOf: values))
              return [cell, cell.isMissing ? none : cell.beside(.year)]
            }
        ))
    }
    for attribute in catalog.attributes where !attribute.id.hasPrefix("sdg-goal-") {
      let facts = positions.map { catalog.fact(country: $0, attribute.id) }
      guard facts.contains(where: { $0 != nil }) else { continue }
      let differs = Set(facts.map { $0?.value ?? "" }).count > 1
      rows.append(
        (
          differs ? (attribute.values.isEmpty ? 0.02 : 0.15) : 0,
          [.text(attribute.name), none]
            + facts.flatMap { fact -> [ReportCell] in
              let cell = ReportCell.fact(fact)
              return [cell, cell.isMissing ? none : cell.beside(.year)]
            }
        ))
    }
    return table(
      rows, heads: positions.map { (catalog.countries[$0].iso3, catalog.countries[$0].shortName) },
      hasUnit: true,
      note:
        "Rows that differ most, against the spread over all countries, stand first. Years differ; "
        + "sources are in the csv, json and jsonl forms.")
  }

  /// Goods side by side: demand, declared answers and uses, rows that differ first.
  public static func goods(_ positions: [Int], catalog: Catalog) -> ReportTable {
    let goods = positions.map { catalog.goods[$0] }
    var rows: [(spread: Double, cells: [ReportCell])] = []
    func add(_ name: String, _ values: [String]) {
      let differs = Set(values).count > 1
      rows.append((differs ? 1 : 0, [.text(name)] + values.map { .text($0) }))
    }
    func level(_ name: String, _ words: [String], _ value: (DemandProfile) -> Int) {
      let levels = goods.map { value($0.demand) }
      let spread = Double((levels.max() ?? 0) - (levels.min() ?? 0))
      rows.append(
        (1 + spread, [.text(name)] + levels.map { .text(LevelWords.describe($0, words)) }))
      if spread == 0 { rows[rows.count - 1].spread = 0 }
    }
    level("Sensitivity of the data", LevelWords.sensitivity) { $0.sensitivity }
    level("Connectivity asked", LevelWords.connectivity) { $0.connectivity }
    level("Literacy asked", LevelWords.literacy) { $0.literacy }
    level("Device asked", LevelWords.device) { $0.device }
    level("Power asked", LevelWords.power) { $0.power }
    level("Institutions asked", LevelWords.institutional) { $0.institutional }
    add("Worked by", goods.map { spaced($0.demand.operator.rawValue) })
    add(
      "Channels",
      goods.map { $0.demand.channels.map { spaced($0.rawValue) }.joined(separator: ", ") })
    add("Main sector", goods.map { spaced($0.sector) })
    add("Type", goods.map { $0.types.joined(separator: ", ") })
    add("SDGs claimed", goods.map { $0.sdgs.map(String.init).joined(separator: ", ") })
    add("Licences", goods.map { $0.licences.prefix(3).joined(separator: ", ") })
    add("Steward", goods.map { spaced($0.demand.steward.rawValue) })
    add("Registry", goods.map { $0.standing.rawValue })
    add(
      "Countries of use on record",
      positions.map { String(catalog.deploymentPositions(good: $0).count) })
    for question in Declarations.Question.allCases {
      add(
        "Declared: " + question.words,
        goods.map {
          $0.declared[question] == .unknown ? "not stated" : $0.declared[question].rawValue
        })
    }
    return table(
      rows, heads: goods.map { ($0.id, $0.name) }, hasUnit: false,
      note: "Rows that differ stand first. Levels are our reading (atlas-curated, "
        + "\(catalog.identity.compiled.prefix(4))); declared answers are the applicants' own "
        + "(registry records of 2024 and 2026).")
  }

  private static func table(
    _ rows: [(spread: Double, cells: [ReportCell])], heads: [(id: String, name: String)],
    hasUnit: Bool, note: String
  ) -> ReportTable {
    let ordered = rows.enumerated().sorted {
      ($1.element.spread, $0.offset) < ($0.element.spread, $1.offset)
    }
    let differing = rows.count { $0.spread > 0 }
    return ReportTable(
      id: "compare", title: heads.map(\.name).joined(separator: ", "),
      columns: [ReportColumn("figure", "figure", isFlexible: true)]
        + (hasUnit ? [ReportColumn("unit", "unit", isFlexible: true)] : [])
        + heads.flatMap { head -> [ReportColumn] in
          guard hasUnit else { return [ReportColumn(head.id, head.name, isFlexible: true)] }
          return [
            ReportColumn(
              head.id, head.name, alignment: .trailing, isFlexible: true, provenance: .figure),
            ReportColumn(
              head.id + "_when", "year", alignment: .trailing, isForPeopleOnly: true),
          ]
        },
      rows: ordered.map(\.element.cells),
      notes: ["\(differing) of \(rows.count) rows differ. \(note)"])
  }
}

extension Indicator {
  /// Decimals that suit some values of the indicator.
  fileprivate func value(decimalsOf values: [Double]) -> Int {
    let largest = values.map { abs($0) }.max() ?? 0
    return largest >= 1000 ? 0 : maximum == 1 ? 3 : 1
  }
}
