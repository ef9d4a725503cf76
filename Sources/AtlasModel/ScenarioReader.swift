/// Reads the lines of a scenario, collecting faults as it goes.
struct ScenarioReader {
  private(set) var scenario = Scenario()
  private(set) var statements: [ScenarioText.Statement] = []
  private var faults = StatementFaults()
  private let catalog: Catalog
  /// The line on which each thing was first said.
  private var seen: [String: Int] = [:]
  private var weights: [Dimension: Double] = [:]
  private lazy var countries = CountryFinder(catalog.countries)
  private lazy var goods = GoodFinder(catalog.goods)

  /// The words that lines start with, and how such a line looks.
  private static let forms: [(key: String, form: String)] = [
    ("name", "name: WORDS"), ("preset", "preset: NAME"), ("weight", "weight DIMENSION: NUMBER"),
    ("weakest-link", "weakest-link: SHARE"), ("equity-share", "equity-share: SHARE"),
    ("policy", "policy: NAME"), ("measure", "measure: ID"),
    ("figure", "figure COUNTRY INDICATOR: VALUE"), ("fact", "fact COUNTRY ATTRIBUTE: VALUE"),
    ("level", "level GOOD FIELD: 0 to 4"),
  ]

  init(_ catalog: Catalog) {
    self.catalog = catalog
  }

  var problems: [ScenarioText.Problem] { faults.problems }

  mutating func read(_ text: String) {
    let file = StatementFile(text)
    guard admits(opening: file.header) else { return }
    for line in file.lines {
      faults.line = line.number
      read(line)
    }
    finishWeights()
  }

  /// Whether the first line names a version that is read here; nothing else is looked at if not.
  private mutating func admits(opening text: String) -> Bool {
    let expected = "`\(ScenarioText.opening)\(ScenarioText.version)` as the first line"
    guard text.hasPrefix(ScenarioText.opening),
      let version = Int(text.dropFirst(ScenarioText.opening.count))
    else {
      faults.reject("this is no scenario", expected)
      return false
    }
    guard version == ScenarioText.version else {
      faults.reject(
        version > ScenarioText.version
          ? "version \(version) was written by a newer program" : "there is no version \(version)",
        expected)
      return false
    }
    return true
  }

  private mutating func read(_ line: StatementFile.Line) {
    let words = line.words
    guard let value = line.value else {
      let form = Self.forms.first { $0.key == words.first }?.form ?? "KEY: VALUE"
      return faults.reject("`\(StatementFaults.quoted(line.text))` has no colon", form)
    }
    let key = words.first ?? ""
    guard let form = Self.forms.first(where: { $0.key == key })?.form else {
      return faults.reject(
        "`\(StatementFaults.quoted(key))` is no key",
        "one of " + Self.forms.map(\.key).joined(separator: ", "),
        word: key, among: Self.forms.map(\.key))
    }
    let names = Array(words.dropFirst())
    let expected = ["weight": 1, "figure": 2, "fact": 2, "level": 2][key] ?? 0
    guard names.count == expected else {
      return faults.reject(
        "`\(StatementFaults.quoted(words.joined(separator: " ")))` is not complete", form)
    }
    guard !value.isEmpty else { return faults.reject("there is nothing behind the colon", form) }
    let count = problems.count
    defer {
      if problems.count == count { note(words, value) }
    }
    switch key {
    case "weight": weight(names[0], value)
    case "figure": figure(names[0], names[1], value)
    case "fact": fact(names[0], names[1], value)
    case "level": level(names[0], names[1], value)
    case "measure": measure(value)
    default: choice(key, value)
    }
  }

  /// Keeps what a sound line says, under the names that are written.
  private mutating func note(_ words: [String], _ value: String) {
    var words = words
    if words[0] == "figure" || words[0] == "fact" { words[1] = words[1].uppercased() }
    if words[0] == "measure" { words.append(value) }
    statements.append(
      ScenarioText.Statement(key: words.joined(separator: " "), value: value, line: faults.line))
  }

  // MARK: Choices

  private mutating func choice(_ key: String, _ value: String) {
    guard isFirst(key, "one `\(key)`") else { return }
    switch key {
    case "name": scenario.name = SafeText.line(value, limit: ScenarioText.longestName)
    case "preset":
      if let preset = one(of: WeightPreset.self, value, "preset") { scenario.preset = preset }
    case "policy":
      if let policy = one(of: RefusalPolicy.self, value, "policy") { scenario.policy = policy }
    case "weakest-link": scenario.weakestLink = share(value)
    default: scenario.equityShare = share(value)
    }
  }

  private mutating func share(_ text: String) -> Double? {
    guard let share = NumberText.number(text), (0...1).contains(share), !text.hasSuffix("%") else {
      faults.reject("`\(StatementFaults.quoted(text))` is no share", "a number from 0 to 1")
      return nil
    }
    return share
  }

  private mutating func weight(_ name: String, _ text: String) {
    guard let dimension = one(of: Dimension.self, name, "dimension"),
      isFirst("weight " + name, "one weight for each dimension")
    else { return }
    guard let weight = NumberText.number(text), weight >= 0 else {
      return faults.reject(
        "`\(StatementFaults.quoted(text))` is no weight", "a number of 0 or more")
    }
    weights[dimension] = weight
  }

  /// Dimensions that no line names keep the weight of the preset: 1, or 2 where it counts double.
  private mutating func finishWeights() {
    guard !weights.isEmpty else { return }
    let doubled = scenario.preset.doubled
    let all = Dimension.allCases.map { weights[$0] ?? (doubled.contains($0) ? 2 : 1) }
    let sum = all.reduce(0, +)
    guard sum > 0, sum.isFinite else {
      return faults.reject("all weights are 0 or their sum is endless", "a weight above 0")
    }
    scenario.weights = all
  }

  private mutating func measure(_ id: String) {
    let known = catalog.measures.map(\.id)
    guard known.contains(id) else {
      return faults.reject(
        "there is no measure `\(StatementFaults.quoted(id))`",
        "an id that `dpg-atlas measures` lists",
        word: id, among: known)
    }
    if isFirst("measure " + id, "each measure once") { scenario.measures.append(id) }
  }

  // MARK: Data

  private mutating func figure(_ country: String, _ id: String, _ text: String) {
    let iso3 = country.uppercased()
    let place = catalog.countryPosition(iso3)
    if place == nil { rejectCountry(country) }
    guard let position = catalog.indicatorPosition(id) else {
      return faults.reject(
        "there is no indicator `\(StatementFaults.quoted(id))`",
        "an id that `dpg-atlas indicators` lists",
        word: id, among: catalog.indicators.map(\.id))
    }
    let indicator = catalog.indicators[position]
    guard let said = said(text) else { return }
    guard let value = NumberText.number(said.value) else {
      return faults.reject(
        "`\(StatementFaults.quoted(said.value))` is no number", indicator.rangeWords)
    }
    guard indicator.admits(value) else {
      return faults.reject(
        "\(StatementFaults.quoted(said.value)) is out of range", indicator.rangeWords)
    }
    guard place != nil, isFirst("figure \(iso3) \(id)", "one figure a country and indicator")
    else { return }
    scenario.set(Scenario.Figure(iso3: iso3, indicator: id, value: value, source: said.source))
  }

  private mutating func fact(_ country: String, _ id: String, _ text: String) {
    let iso3 = country.uppercased()
    let place = catalog.countryPosition(iso3)
    if place == nil { rejectCountry(country) }
    guard let attribute = catalog.attribute(id) else {
      return faults.reject(
        "there is no attribute `\(StatementFaults.quoted(id))`",
        "one that `dpg-atlas country` shows",
        word: id, among: catalog.attributes.map(\.id))
    }
    guard let said = said(text) else { return }
    let value = SafeText.line(said.value, limit: ScenarioText.longestName)
    guard attribute.admits(value) else {
      return faults.reject(
        "`\(StatementFaults.quoted(value))` is no answer to \(attribute.name)",
        "one of " + attribute.values.joined(separator: ", "), word: value, among: attribute.values)
    }
    guard place != nil, isFirst("fact \(iso3) \(id)", "one fact a country and attribute") else {
      return
    }
    scenario.set(
      Scenario.OwnFact(iso3: iso3, attribute: id, value: value, source: said.source))
  }

  /// A value and, behind `; source:`, who says so; nil where something else stands there.
  private mutating func said(_ text: String) -> (value: String, source: String)? {
    let parts = text.unicodeScalars.split(
      separator: ";", maxSplits: 1, omittingEmptySubsequences: false
    ).map { Self.string(SafeText.trimmed($0)) }
    guard parts.count > 1 else { return (parts.first ?? "", "") }
    guard parts[1].hasPrefix("source:") else {
      faults.reject(
        "`\(StatementFaults.quoted(parts[1]))` is no source", "`; source: WORDS` behind the value")
      return nil
    }
    let source = String(parts[1].dropFirst("source:".count))
    return (parts[0], SafeText.line(source, limit: ScenarioText.longestSource))
  }

  private mutating func level(_ good: String, _ name: String, _ text: String) {
    let isKnown = catalog.goodPosition(good) != nil
    if !isKnown {
      let ids = catalog.goods.map(\.id)
      let named = faults.offers ? near(goods.find(String(good.prefix(80)))).map { ids[$0] } : []
      faults.reject(
        "there is no good `\(StatementFaults.quoted(good))`", "an id that `dpg-atlas goods` lists",
        word: good, among: ids, near: named)
    }
    guard let field = one(of: DemandField.self, name, "field") else { return }
    guard let level = Int(text), (0...4).contains(level) else {
      return faults.reject(
        "`\(StatementFaults.quoted(text))` is no level", "a whole number from 0 to 4")
    }
    guard isKnown, isFirst("level \(good) \(name)", "one level a good and field") else { return }
    scenario.set(Scenario.Level(good: good, field: field, level: level))
  }

  private mutating func rejectCountry(_ name: String) {
    let found = faults.offers ? near(countries.find(String(name.prefix(80)))) : []
    faults.reject(
      "there is no country code `\(StatementFaults.quoted(name))`",
      "an ISO code of three letters such as UGA",
      near: found.map { "\(catalog.countries[$0].iso3) (\(catalog.countries[$0].name))" })
  }

  private func near(_ result: FinderResult) -> [Int] {
    switch result {
    case .found(let position): [position]
    case .ambiguous(let positions), .unknown(let positions): Array(positions.prefix(3))
    }
  }

  // MARK: Faults

  /// A word of a fixed list; names the nearest, or all, of the list otherwise.
  private mutating func one<Choice: RawRepresentable & CaseIterable>(
    of type: Choice.Type, _ text: String, _ noun: String
  ) -> Choice? where Choice.RawValue == String {
    if let choice = Choice(rawValue: text) { return choice }
    let words = Choice.allCases.map(\.rawValue)
    faults.reject(
      "there is no \(noun) `\(StatementFaults.quoted(text))`",
      "one of " + words.joined(separator: ", "),
      word: text, among: words)
    return nil
  }

  private mutating func isFirst(_ thing: String, _ expected: String) -> Bool {
    if let earlier = seen[thing] {
      faults.reject(
        "`\(StatementFaults.quoted(thing))` stands on line \(earlier) already", expected)
      return false
    }
    seen[thing] = faults.line
    return true
  }

  private static func string(_ scalars: Substring.UnicodeScalarView) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
