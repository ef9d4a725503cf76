public import AtlasModel

// Scenarios as tables.
extension ScenarioChanges {
  private static let leading = [
    ReportColumn("change", "change", documentation: "What kind of thing is changed."),
    ReportColumn(
      "subject", "subject", documentation: "Its ids, as the file has them.", isFlexible: true),
    ReportColumn("name", "what", documentation: "Its name.", isFlexible: true),
    ReportColumn("unit", "unit", documentation: "Unit of the values.", isFlexible: true),
  ]
  private static let original = [
    ReportColumn(
      "original", "original", alignment: .trailing,
      documentation: "What the dataset or the model has.", provenance: .figure),
    ReportColumn("original_when", "year", alignment: .trailing, isForPeopleOnly: true),
    ReportColumn("original_from", "source", isFlexible: true, isForPeopleOnly: true),
  ]

  /// The changes of a scenario: what, original with year and source, new value.
  ///
  /// - Parameters:
  ///   - scenario: The scenario.
  ///   - catalog: The dataset without it.
  ///   - isForPeople: Whether ids and units get no columns of their own, so that lines stay short.
  ///   - isShown: Which changes are shown.
  public static func table(
    _ scenario: Scenario, catalog: Catalog, isForPeople: Bool = false,
    where isShown: (ScenarioChange) -> Bool = { _ in true }
  ) -> ReportTable {
    let rows = list(scenario, catalog: catalog).filter(isShown).map { change in
      cells(change, isForPeople) + [change.changed, words(change.saying)]
    }
    let table = ReportTable(
      id: "scenario", title: scenario.name.isEmpty ? "Scenario" : scenario.name,
      columns: leading + original + [
        ReportColumn(
          "new", "new", alignment: .trailing, documentation: "What the scenario has instead."),
        ReportColumn(
          "source", "says", documentation: "Who says so; what-if where nobody is named.",
          isFlexible: true),
      ], rows: rows,
      notes: [
        headline(scenario, catalog: catalog) ?? "The scenario changes nothing.", dataset(catalog),
      ])
    return isForPeople ? short(table, without: []) : table
  }

  /// What differs between two scenarios; where one does not change a thing, its original stands.
  ///
  /// - Parameters:
  ///   - left: A scenario.
  ///   - right: Another.
  ///   - names: What the two are called in the heads of the columns.
  ///   - catalog: The dataset without either.
  ///   - isForPeople: Whether ids and units get no columns of their own, so that lines stay short.
  public static func difference(
    _ left: Scenario, _ right: Scenario, names: (left: String, right: String), catalog: Catalog,
    isForPeople: Bool = false
  ) -> ReportTable {
    let lists = (list(left, catalog: catalog), list(right, catalog: catalog))
    let mine = Dictionary(lists.0.map { ($0.key, $0) }, uniquingKeysWith: { a, _ in a })
    let theirs = Dictionary(lists.1.map { ($0.key, $0) }, uniquingKeysWith: { a, _ in a })
    let all = lists.0 + lists.1.filter { mine[$0.key] == nil }
    let order = ScenarioChange.Kind.allCases
    let changes = order.flatMap { kind in all.filter { $0.kind == kind } }
    let rows = changes.compactMap { change -> [ReportCell]? in
      let pair = (mine[change.key], theirs[change.key])
      let values = (pair.0?.changed ?? change.original, pair.1?.changed ?? change.original)
      let sources = (pair.0?.saying ?? "", pair.1?.saying ?? "")
      guard values.0.value != values.1.value || sources.0 != sources.1 else { return nil }
      return cells(change, isForPeople) + [
        ReportCell(values.0.value), words(sources.0), ReportCell(values.1.value), words(sources.1),
      ]
    }
    let table = ReportTable(
      id: "scenario-diff", title: "\(names.left) and \(names.right)",
      columns: leading + original + [
        ReportColumn("a", "A", alignment: .trailing, documentation: "What the first has."),
        ReportColumn("a_says", "A says", documentation: "Who says so.", isFlexible: true),
        ReportColumn("b", "B", alignment: .trailing, documentation: "What the second has."),
        ReportColumn("b_says", "B says", documentation: "Who says so.", isFlexible: true),
      ], rows: rows,
      notes: [
        rows.isEmpty
          ? "The two change the same things in the same way."
          : "\(rows.count) of \(changes.count) changed things differ.",
        "A: \(PlainText.clean(names.left)). B: \(PlainText.clean(names.right)).", dataset(catalog),
      ])
    return isForPeople ? short(table, without: ["original_from"]) : table
  }

  /// A table without ids, with units behind the names, and without columns in which nothing stands.
  private static func short(_ table: ReportTable, without dropped: Set<String>) -> ReportTable {
    let dropped = dropped.union(["change", "subject", "unit"])
    let kept = table.columns.indices.filter { position in
      let id = table.columns[position].id
      let isEmpty = !table.rows.isEmpty && table.rows.allSatisfy { $0[position].peopleText.isEmpty }
      return !dropped.contains(id) && !(isEmpty && table.columns[position].isFlexible)
    }
    var short = table
    short.columns = kept.map { table.columns[$0] }
    short.rows = table.rows.map { row in
      let unit = row[3].peopleText
      var row = row
      if !unit.isEmpty { row[2] = .text("\(row[2].peopleText) (\(unit))") }
      return kept.map { row[$0] }
    }
    return short
  }

  private static func cells(_ change: ScenarioChange, _ isForPeople: Bool) -> [ReportCell] {
    let none = ReportCell(.text(""))
    return [
      .text(change.kind.rawValue), words(change.subject),
      .text(isForPeople ? change.shortName : change.name), words(change.unit),
      change.original, change.original.year.map { ReportCell(.year($0)) } ?? none,
      words(change.original.source ?? ""),
    ]
  }

  /// Text, or nothing where there is none to say: no cell that is unknown.
  private static func words(_ text: String) -> ReportCell { ReportCell(.text(text)) }

  private static func dataset(_ catalog: Catalog) -> String {
    "Originals: dataset \(catalog.identity.version), compiled \(catalog.identity.compiled)."
  }
}
