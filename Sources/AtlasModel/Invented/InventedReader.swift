/// Reads the lines that make up a country: `KEY: VALUE`, one thing a line.
///
/// Part of a lesson, and a file of its own that begins with `dpg-atlas invented 1`.
public struct InventedReader: Sendable {
  /// What the first line of a file is.
  public static let header = "dpg-atlas invented 1"
  /// The words that lines start with, and how such a line looks.
  public static let forms: [(key: String, form: String)] = [
    ("invented", "invented CODE: NAME"), ("region", "region: M49 REGION"),
    ("subregion", "subregion: M49 SUBREGION"),
    ("income", "income: low, lower-middle, upper-middle or high"), ("area", "area: SQUARE KM"),
    ("languages", "languages: CODES"), ("landlocked", "landlocked: yes or no"),
    ("least-developed", "least-developed: yes or no"), ("figure", "figure INDICATOR: VALUE"),
    ("fact", "fact ATTRIBUTE: VALUE"),
  ]

  /// A fault of a line.
  public struct Fault: Sendable, Equatable {
    /// What is wrong.
    public var message: String
    /// What would be accepted.
    public var expected: String
    /// Names that may have been meant.
    public var nearest: [String]
  }

  /// The country so far; nil before the line that names it.
  public private(set) var country: InventedCountry?
  private let catalog: Catalog

  /// Starts without a country.
  public init(_ catalog: Catalog) { self.catalog = catalog }

  /// Whether a word starts a line of an invented country.
  public static func takes(_ key: String) -> Bool { forms.contains { $0.key == key } }

  /// Reads one line.
  ///
  /// - Parameters:
  ///   - words: The words before the colon, the key first.
  ///   - value: What stands behind it, trimmed and not empty.
  /// - Returns: What is wrong; nil if nothing is.
  public mutating func read(_ words: [String], _ value: String) -> Fault? {
    let key = words.first ?? ""
    let takesName = ["invented", "figure", "fact"].contains(key)
    guard words.count == (takesName ? 2 : 1) else {
      return fault("this line is not complete", Self.forms.first { $0.key == key }?.form ?? "")
    }
    if key == "invented" { return name(words[1], value) }
    guard country != nil else {
      return fault("no line above names the country", "invented CODE: NAME")
    }
    switch key {
    case "region", "subregion": return place(key, value)
    case "income":
      guard let group = IncomeGroup(rawValue: value) else {
        return fault("there is no income group `\(value)`", Self.forms[3].form)
      }
      country?.income = group
    case "area":
      guard let area = NumberText.number(value), area > 0 else {
        return fault("`\(value)` is no area", "square kilometres above 0")
      }
      country?.areaKm2 = area
    case "languages":
      country?.languages = value.split { $0 == ";" || $0 == "," || $0 == " " }.map(String.init)
    case "landlocked", "least-developed":
      guard value == "yes" || value == "no" else {
        return fault("`\(value)` is neither yes nor no", "yes or no")
      }
      if key == "landlocked" { country?.isLandlocked = value == "yes" }
      if key == "least-developed" { country?.isLDC = value == "yes" }
    case "figure": return figure(words[1], value)
    default: return fact(words[1], value)
    }
    return nil
  }

  private mutating func name(_ code: String, _ value: String) -> Fault? {
    guard InventedCountry.isFree(code), catalog.countryPosition(code) == nil else {
      return fault(
        "`\(code)` is no code for an invented country",
        "three capital letters that ISO leaves free, such as QQA or XAA")
    }
    guard country == nil else { return fault("a country is invented already", "one country") }
    country = InventedCountry(iso3: code, name: SafeText.line(value, limit: 40))
    return nil
  }

  private mutating func place(_ key: String, _ value: String) -> Fault? {
    let names = Set(
      catalog.countries.map { key == "region" ? $0.region : $0.subregion }.filter { !$0.isEmpty })
    guard names.contains(value) else {
      return fault(
        "there is no \(key) `\(value)`",
        "one that countries have: " + names.sorted().joined(separator: ", "),
        word: value, among: names.sorted())
    }
    if key == "region" { country?.region = value } else { country?.subregion = value }
    return nil
  }

  private mutating func figure(_ id: String, _ value: String) -> Fault? {
    guard let position = catalog.indicatorPosition(id) else {
      return fault(
        "there is no indicator `\(id)`", "an id that `dpg-atlas indicators` lists", word: id,
        among: catalog.indicators.map(\.id))
    }
    let indicator = catalog.indicators[position]
    guard let number = NumberText.number(value), indicator.admits(number) else {
      return fault("`\(value)` is out of range or no number", indicator.rangeWords)
    }
    guard country?.figures[id] == nil else {
      return fault("`\(id)` has a figure already", "one figure an indicator")
    }
    country?.figures[id] = number
    return nil
  }

  private mutating func fact(_ id: String, _ value: String) -> Fault? {
    guard let attribute = catalog.attribute(id) else {
      return fault(
        "there is no attribute `\(id)`", "one that `dpg-atlas country` shows", word: id,
        among: catalog.attributes.map(\.id))
    }
    guard attribute.admits(value) else {
      return fault(
        "`\(value)` is no answer to \(attribute.name)",
        "one of " + attribute.values.joined(separator: ", "), word: value, among: attribute.values)
    }
    country?.facts[id] = value
    return nil
  }

  private func fault(
    _ message: String, _ expected: String, word: String = "", among names: [String] = []
  ) -> Fault {
    Fault(
      message: SafeText.line(message, limit: 120), expected: expected,
      nearest: WordDistance.nearest(to: word, among: names))
  }
}

extension InventedCountry {
  /// Reads a file of its own; faults have their lines.
  public static func read(
    _ text: String, catalog: Catalog
  ) -> (country: InventedCountry?, problems: [ScenarioText.Problem]) {
    let file = StatementFile(text)
    var reader = InventedReader(catalog)
    var faults = StatementFaults()
    guard file.header == InventedReader.header else {
      faults.reject(
        "this is no invented country", "`\(InventedReader.header)` as the first line")
      return (nil, faults.problems)
    }
    for line in file.lines {
      faults.line = line.number
      guard let value = line.value, let key = line.words.first, InventedReader.takes(key) else {
        let keys = InventedReader.forms.map(\.key)
        faults.reject(
          "`\(StatementFaults.quoted(line.text))` is no line of an invented country",
          "one of " + keys.joined(separator: ", ") + " with a colon",
          word: line.words.first ?? "", among: keys)
        continue
      }
      guard !value.isEmpty else {
        faults.reject("there is nothing behind the colon", "a value")
        continue
      }
      if let fault = reader.read(line.words, SafeText.line(value, limit: 200)) {
        faults.reject(fault.message, fault.expected, near: fault.nearest)
      }
    }
    if faults.problems.isEmpty, reader.country == nil {
      faults.line = 1
      faults.reject("no line names the country", "invented CODE: NAME")
    }
    return (reader.country, faults.problems)
  }
}
