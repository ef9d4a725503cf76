internal import AtlasModel

/// The columns of the table of indicators.
enum IndicatorsTable {
  static let columns: [TableColumnDefinition] = [
    text("id", "id", "Stable id.", isDefault: true) { $0.id },
    text("name", "indicator", "Plain name.", isDefault: true) { $0.name },
    text("unit", "unit", "Unit of its values.", isDefault: true) { $0.unit },
    text("group", "group", "Part of the model or profile that it serves.", isDefault: true) {
      $0.group.rawValue
    },
    text("direction", "good is", "Which way is good.", isDefault: true) { $0.direction.rawValue },
    TableColumnDefinition(
      ReportColumn(
        "countries", "countries", alignment: .trailing,
        documentation: "Count of countries with a value."), isDefault: true
    ) { catalog, row in
      let known = catalog.realCountries.filter {
        catalog.observation(country: $0, indicator: row) != nil
      }
      return ReportCell(.integer(known.count))
    },
    TableColumnDefinition(
      ReportColumn("core", "yearly", documentation: "Whether yearly values are bundled."),
      isDefault: true
    ) { .flag($0.indicators[$1].isCore) },
    text("publisher", "publisher", "Who publishes it.", isDefault: true) { $0.publisher },
    text("short", "short name", "Name for narrow columns.") { $0.shortName },
    text("series", "series", "The publisher's series code.") { $0.seriesCode },
    number("min", "least", "Lowest valid value.") { $0.minimum },
    number("max", "greatest", "Highest valid value.") { $0.maximum },
    text("note", "note", "Cautions.") { $0.note },
  ]

  private static func text(
    _ id: String, _ title: String, _ documentation: String, isDefault: Bool = false,
    _ read: @escaping @Sendable (Indicator) -> String
  ) -> TableColumnDefinition {
    let column = ReportColumn(id, title, documentation: documentation, isFlexible: id != "id")
    return TableColumnDefinition(column, isDefault: isDefault) { .text(read($0.indicators[$1])) }
  }

  private static func number(
    _ id: String, _ title: String, _ documentation: String,
    _ read: @escaping @Sendable (Indicator) -> Double?
  ) -> TableColumnDefinition {
    let column = ReportColumn(id, title, alignment: .trailing, documentation: documentation)
    return TableColumnDefinition(column) {
      ReportCell(read($0.indicators[$1]).map { .number($0, decimals: 1) } ?? .missing)
    }
  }
}

/// The columns of the table of sources.
enum SourcesTable {
  static let columns: [TableColumnDefinition] = [
    text("id", "id", "Stable short name.", isDefault: true) { $0.id },
    text("publisher", "publisher", "Who publishes it.", isDefault: true) { $0.publisher },
    text("title", "title", "Title of the publication.", isDefault: true) { $0.title },
    text("vintage", "edition", "Edition or year.", isDefault: true) { $0.vintage },
    text("reuse", "reuse", "Class of the terms.", isDefault: true) { $0.reuse.rawValue },
    text("terms", "terms", "Terms in a few words.", isDefault: true) { $0.terms },
    text("retrieved", "read on", "Date on which it was read.") { $0.retrieved },
    text("address", "page", "The publisher's page.") { $0.address },
    text("copy", "copy", "Where the copy that was read is kept.") { $0.copy },
    text("note", "note", "Cautions.") { $0.note },
  ]

  private static func text(
    _ id: String, _ title: String, _ documentation: String, isDefault: Bool = false,
    _ read: @escaping @Sendable (Source) -> String
  ) -> TableColumnDefinition {
    let column = ReportColumn(id, title, documentation: documentation, isFlexible: id != "id")
    return TableColumnDefinition(column, isDefault: isDefault) { .text(read($0.sources[$1])) }
  }
}

/// The columns of the table of measures.
enum MeasuresTable {
  static let columns: [TableColumnDefinition] = [
    text("id", "id", "Stable id.", isDefault: true) { $0.id },
    text("risk", "risk", "Risk family.", isDefault: true) { $0.risk },
    text("title", "measure", "Short title.", isDefault: true) { $0.title },
    TableColumnDefinition(
      ReportColumn("from", "from", documentation: "Lowest severity at which it is offered."),
      isDefault: true
    ) { catalog, row in
      let severity = catalog.measures[row].fromSeverity
      return .text(severity.word, order: severity.rawValue)
    },
    TableColumnDefinition(
      ReportColumn("effort", "effort", documentation: "low, medium or high."), isDefault: true
    ) { catalog, row in
      let effort = catalog.measures[row].effort
      return .text(effort, order: ["low", "medium", "high"].firstIndex(of: effort))
    },
    text("owner", "owner", "Who does it.", isDefault: true) { $0.owner },
    TableColumnDefinition(
      ReportColumn("phase", "phase", documentation: "Phase by which it must stand."),
      isDefault: true
    ) { catalog, row in
      let phase = catalog.measures[row].phase
      return .text(phase, order: catalog.phases.first { $0.id == phase }?.order)
    },
    text("action", "action", "What to do.") { $0.action },
    text("trigger", "when", "Hint of when it applies.") { $0.trigger },
    text("address", "page", "Page that documents the practice.") { $0.address },
  ]

  private static func text(
    _ id: String, _ title: String, _ documentation: String, isDefault: Bool = false,
    _ read: @escaping @Sendable (Measure) -> String
  ) -> TableColumnDefinition {
    let column = ReportColumn(id, title, documentation: documentation, isFlexible: id != "id")
    return TableColumnDefinition(column, isDefault: isDefault) { .text(read($0.measures[$1])) }
  }
}
