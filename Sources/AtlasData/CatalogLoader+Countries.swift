import AtlasModel

extension CatalogLoader {
  /// Reads the countries, in the order of the file.
  mutating func countries() throws(DataError) -> [Country] {
    var table = try TableReader(.countries, files)
    var rows: [Country] = []
    rows.reserveCapacity(256)
    let incomes = Words(IncomeGroup.self)
    while try table.next() {
      let row = Self.country(&table, countryIDs, incomes)
      guard table.isSound else { continue }
      countryIDs.append(row.iso3)
      rows.append(row)
    }
    warnings += table.issues
    return rows
  }

  private static func country(
    _ table: inout TableReader, _ ids: SymbolTable, _ incomes: Words<IncomeGroup>
  ) -> Country {
    let iso3 = table.key(ids)
    let iso2 = table.requiredText()
    table.skip()  // m49, kept in the file for people who join it with other tables
    let name = table.requiredText()
    let shortName = table.requiredText()
    var names = [NameLanguage: String](minimumCapacity: NameLanguage.allCases.count)
    for language in NameLanguage.allCases where language != .english {
      let translated = table.field()
      if !translated.isEmpty { names[language] = translated.text }
    }
    var country = Country(
      iso3: iso3, iso2: iso2, name: name, shortName: shortName, names: names, aliases: [],
      capital: table.text(), latitude: coordinate(&table, 90),
      longitude: coordinate(&table, 180), areaKm2: table.optionalDecimal(),
      region: table.text(), subregion: table.text(), intermediateRegion: table.text(),
      unStatus: table.text(), status: table.text(), administeredBy: table.text(),
      income: income(&table, incomes), isLDC: table.flag(), isLLDC: table.flag(),
      isSIDS: table.flag(), fragility: table.text(), isLandlocked: table.flag(),
      borders: table.list(), languages: table.list(), note: "")
    country.aliases = table.list()
    country.note = table.text()
    return country
  }

  private static func coordinate(_ table: inout TableReader, _ limit: Double) -> Double? {
    let value = table.optionalDecimal()
    if let value, abs(value) > limit {
      table.reject(expected: "degrees from \(Int(-limit)) to \(Int(limit))")
    }
    return value
  }

  private static func income(
    _ table: inout TableReader, _ incomes: Words<IncomeGroup>
  ) -> IncomeGroup? {
    let field = table.field()
    if field.isEmpty { return nil }
    if let group = incomes.value(field) { return group }
    table.reject(expected: incomes.expected + ", or nothing")
    return nil
  }
}
