import AtlasModel

/// Reads the tables that can be added to a catalog late.
struct KnowledgeLoader {
  /// The parts it reads, in the order of the layout.
  static let order: [Parts] = [
    .organisations, .measures, .blocks, .phases, .rules, .standard, .references, .agreements,
  ]

  let files: DatasetFiles
  var warnings: [DataIssue] = []

  init(files: DatasetFiles) {
    self.files = files
  }

  /// Reads one part into a catalog.
  mutating func read(_ part: Parts, into catalog: inout Catalog) throws(DataError) {
    switch part {
    case .organisations: try organisations(&catalog)
    case .measures: try measures(&catalog)
    case .blocks: try blocks(&catalog)
    case .phases: try phases(&catalog)
    case .rules: try rules(&catalog)
    case .standard: try standard(&catalog)
    case .references: try references(&catalog)
    case .agreements: try agreements(&catalog)
    default: break
    }
  }

  /// Reads all sound rows of a table.
  mutating func rows<Row>(
    _ file: DatasetFile, _ row: (inout TableReader) -> Row
  ) throws(DataError) -> [Row] {
    var table = try TableReader(file, files)
    var rows: [Row] = []
    while try table.next() {
      let value = row(&table)
      if table.isSound { rows.append(value) }
    }
    warnings += table.issues
    return rows
  }

  private mutating func organisations(_ catalog: inout Catalog) throws(DataError) {
    guard !catalog.goods.isEmpty else { return }
    let ids = SymbolTable(catalog.goods.map(\.id))
    let found = try rows(.organisations) { table in
      (
        table.reference(ids, "a good of goods.csv"),
        Organisation(
          name: table.requiredText(), role: table.requiredText(), website: table.text(),
          record: table.text())
      )
    }
    for (good, organisation) in found { catalog.goods[good].organisations.append(organisation) }
  }

  private mutating func measures(_ catalog: inout Catalog) throws(DataError) {
    catalog.measures = try rows(.measures) { table in
      Measure(
        id: table.requiredText(), risk: table.requiredText(), title: table.requiredText(),
        action: table.requiredText(), fromSeverity: table.severity(), effort: table.text(),
        owner: table.text(), phase: table.text(), trigger: table.text(), address: table.text())
    }
    try effects(&catalog)
    try drifts(&catalog)
  }

  private mutating func effects(_ catalog: inout Catalog) throws(DataError) {
    let ids = SymbolTable(catalog.measures.map(\.id))
    let flags = Words(FlagID.self)
    let factors = Words(MeasureEffect.Factor.self)
    catalog.effects = try rows(.measureEffects) { table in
      MeasureEffect(
        measure: table.id(ids, "a measure of measures.csv"),
        flag: table.word(flags) ?? .e1, factor: table.word(factors) ?? .impact,
        steps: table.integer(in: 0...2), precondition: table.condition(),
        basis: table.text(), why: table.text())
    }
  }

  private mutating func drifts(_ catalog: inout Catalog) throws(DataError) {
    let indicators = SymbolTable(catalog.indicators.map(\.id))
    let sources = SymbolTable(catalog.sources.map(\.id))
    catalog.drifts = try rows(.drift) { table in
      Drift(
        indicator: table.reference(indicators, "an indicator of indicators.csv"),
        years: table.integer(in: 1...100), low: table.decimal(), median: table.decimal(),
        high: table.decimal(), count: table.integer(in: 0...1_000_000),
        source: table.id(sources, "a source of sources.csv"))
    }
  }

  private mutating func blocks(_ catalog: inout Catalog) throws(DataError) {
    catalog.blocks = try rows(.blocks) { table in
      BuildingBlock(
        id: table.requiredText(), name: table.requiredText(), tier: table.requiredText(),
        role: table.text(), examples: table.list(), address: table.text())
    }
    let ids = SymbolTable(catalog.blocks.map(\.id))
    catalog.blockLinks = try rows(.blockLinks) { table in
      BlockLink(
        block: table.id(ids, "a block of blocks.csv"),
        needs: table.id(ids, "a block of blocks.csv"), kind: table.requiredText(),
        why: table.text(), basis: table.text(), address: table.text())
    }
  }

  private mutating func phases(_ catalog: inout Catalog) throws(DataError) {
    catalog.phases = try rows(.phases) { table in
      Phase(
        id: table.requiredText(), order: table.integer(in: 1...99), name: table.requiredText(),
        alsoCalled: table.list(), goal: table.text(), duration: table.text(),
        durationBasis: table.text())
    }.sorted { $0.order < $1.order }
    let ids = SymbolTable(catalog.phases.map(\.id))
    catalog.gates = try rows(.gates) { table in
      Gate(
        id: table.requiredText(), phase: table.id(ids, "a phase of phases.csv"),
        criterion: table.requiredText(), evidence: table.text(), basis: table.text(),
        address: table.text())
    }
  }

  private mutating func rules(_ catalog: inout Catalog) throws(DataError) {
    catalog.rules = try rows(.rules) { table in
      RuleOfThumb(
        id: table.requiredText(), topic: table.requiredText(), statement: table.requiredText(),
        value: table.optionalDecimal(), low: table.optionalDecimal(),
        high: table.optionalDecimal(), unit: table.text(), basis: table.text(),
        derivation: table.text(), caveat: table.text(),
        year: table.optionalInteger(in: CatalogLoader.years), address: table.text())
    }
  }

  private mutating func standard(_ catalog: inout Catalog) throws(DataError) {
    catalog.standard = try rows(.standard) { table in
      StandardIndicator(
        number: table.requiredText(), name: table.requiredText(), meaning: table.text(),
        address: table.text())
    }
  }

  private mutating func references(_ catalog: inout Catalog) throws(DataError) {
    catalog.referenceSystems = try rows(.referenceSystems) { table in
      ReferenceSystem(
        id: table.requiredText(), name: table.requiredText(), summary: table.text(),
        function: table.text(), registeredGood: table.text(), registeredNote: table.text(),
        since: table.optionalInteger(in: CatalogLoader.years), address: table.text())
    }
    let systems = SymbolTable(catalog.referenceSystems.map(\.id))
    catalog.referenceLinks = try rows(.referenceLinks) { table in
      ReferenceLink(
        system: table.id(systems, "a system of reference-systems.csv"),
        good: table.requiredText(), relation: table.requiredText(), note: table.text())
    }
  }

  private mutating func agreements(_ catalog: inout Catalog) throws(DataError) {
    let countries = SymbolTable(catalog.countries.map(\.iso3))
    catalog.agreements = try rows(.agreements) { table in
      Agreement(
        iso3: table.id(countries, "a country of countries.csv"), system: table.text(),
        good: table.text(), kind: table.requiredText(),
        year: table.optionalInteger(in: CatalogLoader.years), standing: table.requiredText(),
        note: table.text(), address: table.text())
    }
  }
}

extension TableReader {
  /// The id in the next field, which must be in a table.
  mutating func id(_ table: SymbolTable, _ expected: @autoclosure () -> String) -> String {
    let position = reference(table, expected())
    return isSound ? table.texts[position] : ""
  }

  /// A condition; nil if the field is empty.
  mutating func condition() -> Precondition? {
    let text = text()
    if text.isEmpty { return nil }
    if let condition = Precondition(text) { return condition }
    reject(expected: "nothing, or a condition such as electricity-rural>=20")
    return nil
  }

  /// The word of a severity.
  mutating func severity() -> Severity {
    if let severity = Severity(word: text()) { return severity }
    reject(
      expected: "one of " + Severity.allCases.map(\.word).joined(separator: ", "))
    return .none
  }
}
