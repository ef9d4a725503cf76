import AtlasModel

extension CatalogLoader {
  /// Years that a figure may describe.
  static let years = 1900...2100

  /// Reads the newest values into a place for each country and indicator.
  mutating func grid(_ indicators: [Indicator]) throws(DataError) -> [Observation?] {
    var table = try TableReader(.observations, files)
    let width = indicators.count
    var grid = [Observation?](repeating: nil, count: countryIDs.texts.count * width)
    let ranges = indicators.map(ValidRange.init)
    let statuses = Words(ValueStatus.self)
    while try table.next() {
      let country = table.reference(countryIDs, "a country of countries.csv")
      let indicator = table.reference(indicatorIDs, "an indicator of indicators.csv")
      if table.isSound, grid[country * width + indicator] != nil {
        table.reject(expected: "an indicator that this country does not have already")
      }
      let year = table.integer(in: Self.years)
      let value = table.decimal()
      if table.isSound, !ranges[indicator].contains(value) {
        table.reject(expected: ranges[indicator].expected)
      }
      let status = table.word(statuses) ?? .missing
      let source = table.reference(sourceIDs, "a source of sources.csv")
      guard table.isSound else { continue }
      grid[country * width + indicator] = Observation(
        value: value, year: year, status: status, source: sourceIDs.texts[source])
    }
    warnings += table.issues
    return grid
  }

  /// Reads the text-valued facts of each country.
  mutating func facts(_ attributes: [Attribute]) throws(DataError) -> [[String: Fact]] {
    var table = try TableReader(.facts, files)
    var facts = [[String: Fact]](repeating: [:], count: countryIDs.texts.count)
    var values = SymbolTable(expecting: 128)
    var years = SymbolTable(expecting: 16)
    for word in attributes.flatMap(\.values) { values.append(word) }
    let allowed = attributes.map { attribute in
      attribute.values.compactMap { word in values.texts.firstIndex(of: word) }
    }
    while try table.next() {
      let country = table.reference(countryIDs, "a country of countries.csv")
      let attribute = table.reference(attributeIDs, "an attribute of attributes.csv")
      let year = table.text(&years)
      let word = table.field()
      let value = values.intern(word)
      if table.isSound, word.isEmpty || !allowed[attribute].isEmpty,
        !allowed[attribute].contains(value)
      {
        let words = attributes[attribute].values.joined(separator: ", ")
        table.reject(expected: words.isEmpty ? "some text" : "one of " + words)
      }
      let source = table.reference(sourceIDs, "a source of sources.csv")
      guard table.isSound else { continue }
      if facts[country].isEmpty { facts[country].reserveCapacity(attributes.count) }
      facts[country][attributeIDs.texts[attribute]] = Fact(
        value: values.texts[value], year: year, source: sourceIDs.texts[source])
    }
    warnings += table.issues
    return facts
  }
}

/// The range of values that an indicator may have.
struct ValidRange {
  private let low: Double?
  private let high: Double?

  init(_ indicator: Indicator) {
    low = indicator.minimum
    high = indicator.maximum
  }

  func contains(_ value: Double) -> Bool {
    value >= low ?? -.infinity && value <= high ?? .infinity
  }

  /// What a message expects.
  var expected: String {
    switch (low, high) {
    case (let low?, let high?): "a value from \(low) to \(high)"
    case (let low?, nil): "a value of at least \(low)"
    case (nil, let high?): "a value of at most \(high)"
    case (nil, nil): "a value"
    }
  }
}
