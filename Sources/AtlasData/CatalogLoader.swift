import AtlasModel

/// Reads the tables that a catalog is made from, and remembers their ids for the tables after.
struct CatalogLoader {
  let files: DatasetFiles
  var warnings: [DataIssue] = []
  var sourceIDs = SymbolTable(expecting: 64)
  var indicatorIDs = SymbolTable(expecting: 128)
  var attributeIDs = SymbolTable(expecting: 128)
  var countryIDs = SymbolTable(expecting: 256)
  var goodIDs = SymbolTable(expecting: 512)

  init(files: DatasetFiles) {
    self.files = files
  }

  /// Reads everything that has to be there when a catalog is made.
  mutating func load(_ parts: Parts) throws(DataError) -> Catalog {
    let identity = try identity()
    let sources = try sources()
    let indicators = try indicators()
    let attributes = try attributes()
    let countries = try countries()
    let grid = parts.contains(.observations) ? try grid(indicators) : []
    let facts = parts.contains(.facts) ? try facts(attributes) : []
    let goods = parts.contains(.goods) ? try goods() : []
    let deployments = parts.isSuperset(of: [.goods, .deployments]) ? try deployments() : []
    return Catalog(
      identity: identity, sources: sources, indicators: indicators, attributes: attributes,
      countries: countries, goods: goods, deployments: deployments, grid: grid, facts: facts)
  }

  private mutating func identity() throws(DataError) -> Catalog.Identity {
    var table = try TableReader(.dataset, files)
    var values: [String: String] = [:]
    while try table.next() {
      let key = table.requiredText()
      values[key] = table.text()
      if key == "layout", values[key] != "1" {
        throw .invalid([
          DataIssue(
            file: DatasetFile.dataset.rawValue, line: table.line, column: "value",
            value: values[key] ?? "", expected: "layout 1, the one this program reads")
        ])
      }
    }
    warnings += table.issues
    func value(_ key: String) throws(DataError) -> String {
      if let value = values[key], !value.isEmpty { return value }
      throw .invalid([
        DataIssue(
          file: DatasetFile.dataset.rawValue, line: 0, column: "key",
          expected: "a row with the key \(key)")
      ])
    }
    _ = try value("layout")
    return Catalog.Identity(
      id: try value("id"), name: try value("name"), version: try value("version"),
      compiled: try value("compiled"), hash: "", mapDisclaimer: try value("disclaimer"),
      curation: try value("curation"))
  }

  private mutating func sources() throws(DataError) -> [Source] {
    var table = try TableReader(.sources, files)
    var rows: [Source] = []
    let classes = Words(Source.Reuse.self)
    while try table.next() {
      let row = Source(
        id: table.key(sourceIDs), publisher: table.requiredText(), title: table.requiredText(),
        vintage: table.text(), retrieved: table.text(), address: table.text(),
        terms: table.text(), reuse: table.word(classes) ?? .restricted, copy: table.text(),
        note: table.text())
      guard table.isSound else { continue }
      sourceIDs.append(row.id)
      rows.append(row)
    }
    warnings += table.issues
    return rows
  }

  private mutating func indicators() throws(DataError) -> [Indicator] {
    var table = try TableReader(.indicators, files)
    var rows: [Indicator] = []
    let directions = Words(Indicator.Direction.self)
    let groups = Words(Indicator.Group.self)
    while try table.next() {
      let row = Indicator(
        id: table.key(indicatorIDs), name: table.requiredText(), shortName: table.requiredText(),
        unit: table.text(), minimum: table.optionalDecimal(), maximum: table.optionalDecimal(),
        direction: table.word(directions) ?? .neutral, group: table.word(groups) ?? .context,
        isCore: table.flag(), seriesCode: table.text(), publisher: table.text(),
        note: table.text())
      guard table.isSound else { continue }
      indicatorIDs.append(row.id)
      rows.append(row)
    }
    warnings += table.issues
    return rows
  }

  private mutating func attributes() throws(DataError) -> [Attribute] {
    var table = try TableReader(.attributes, files)
    var rows: [Attribute] = []
    while try table.next() {
      var row = Attribute(
        id: table.key(attributeIDs), name: table.requiredText(), values: table.list(),
        group: table.requiredText(), meaning: table.text())
      guard table.isSound else { continue }
      if row.values == ["*"] { row.values = [] }
      attributeIDs.append(row.id)
      rows.append(row)
    }
    warnings += table.issues
    return rows
  }
}
