import AtlasModel

/// What a column may hold, for the checker.
enum FieldRule {
  /// Any text, or nothing.
  case text
  /// Some text.
  case required
  /// A lower-case word with digits, hyphens and points.
  case id
  /// So many capital letters.
  case code(Int)
  /// So many digits, or nothing.
  case optionalDigits(Int)
  /// One of the words; empty only if the words have an empty one.
  case word([String])
  /// A list, possibly empty, of words out of a set; any words if the set is empty.
  case list([String])
  /// A list of whole numbers in a range.
  case integers(ClosedRange<Int>)
  /// A whole number in a range.
  case integer(ClosedRange<Int>)
  /// A whole number in a range, or nothing.
  case optionalInteger(ClosedRange<Int>)
  /// A decimal number.
  case decimal
  /// A decimal number in a range, or nothing.
  case optionalDecimal(ClosedRange<Double>)
  /// A year, or a range of years such as `2024-2025`.
  case yearOrRange
  /// A date such as 2026-11-23, or nothing.
  case optionalDate
  /// A web address, or nothing.
  case optionalAddress
  /// A list of web addresses.
  case addresses
  /// The id of a row of another table.
  case reference(DatasetFile)
  /// The id of a row of another table, or nothing.
  case optionalReference(DatasetFile)
  /// A list of ids of rows of another table.
  case references(DatasetFile)
  /// Yearly values with gaps; none at either end.
  case series
  /// A condition of a measure, or nothing.
  case precondition

  static let flag = FieldRule.word(["yes", "no"])
  static let answer = FieldRule.word(["yes", "no", ""])
  static let year = FieldRule.integer(CatalogLoader.years)
  static let optionalYear = FieldRule.optionalInteger(CatalogLoader.years)
  static let level = FieldRule.integer(CatalogLoader.levels)
  static let any = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude

  /// What is wrong with a value, as a phrase after "expected"; nil if nothing is.
  ///
  /// `ids` are the ids of the tables that other tables refer to.
  func fault(_ value: String, ids: [DatasetFile: Set<String>]) -> String? {
    switch self {
    case .text: nil
    case .required: value.isEmpty ? "some text" : nil
    case .id: Self.isID(value) ? nil : "a lower-case word with hyphens or points"
    case .code(let length):
      value.utf8.count == length && value.utf8.allSatisfy { (0x41...0x5A).contains($0) }
        ? nil : "\(length) capital letters"
    case .optionalDigits(let length):
      value.isEmpty
        || value.utf8.count == length && value.utf8.allSatisfy { (0x30...0x39).contains($0) }
        ? nil : "\(length) digits, or nothing"
    case .word(let words):
      words.contains(value) ? nil : "one of " + Self.listed(words)
    case .list(let words):
      Self.listFault(value) { words.isEmpty || words.contains($0) }
        .map { words.isEmpty ? $0 : $0 + ", out of " + Self.listed(words) }
    case .integers(let range):
      Self.listFault(value) { Self.integer($0).map(range.contains) ?? false }
        .map { $0 + ", of numbers from \(range.lowerBound) to \(range.upperBound)" }
    case .integer(let range):
      Self.integer(value).map(range.contains) ?? false
        ? nil : "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .optionalInteger(let range):
      value.isEmpty ? nil : FieldRule.integer(range).fault(value, ids: ids)
    case .decimal: Self.decimal(value) == nil ? "a decimal number such as 12.5" : nil
    case .optionalDecimal(let range): Self.decimalFault(value, range)
    case .yearOrRange: Self.isYearOrRange(value) ? nil : "a year or a range such as 2024-2025"
    case .optionalDate:
      value.isEmpty || Self.isDate(value) ? nil : "a date such as 2026-11-23, or nothing"
    case .optionalAddress:
      value.isEmpty || Self.isAddress(value) ? nil : "a web address, or nothing"
    case .addresses: Self.listFault(value, Self.isAddress).map { $0 + ", of web addresses" }
    case .reference(let file):
      ids[file]?.contains(value) ?? false ? nil : "an id in \(file.rawValue)"
    case .optionalReference(let file):
      value.isEmpty ? nil : FieldRule.reference(file).fault(value, ids: ids)
    case .references(let file):
      Self.listFault(value) { ids[file]?.contains($0) ?? false }
        .map { $0 + ", of ids in \(file.rawValue)" }
    case .series: Self.seriesFault(value)
    case .precondition:
      value.isEmpty || Precondition(value) != nil
        ? nil : "nothing, or a condition such as electricity-rural>=20"
    }
  }
}

extension FieldRule {
  /// A decimal number; nil for anything else.
  static func decimal(_ value: String) -> Double? { withField(value) { $0.decimal } }

  /// The parts of a list.
  static func items(_ value: String) -> [String] {
    value.isEmpty
      ? [] : value.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
  }

  private static func integer(_ value: String) -> Int? { withField(value) { $0.integer } }

  private static func withField<Result>(_ value: String, _ read: (CSVField) -> Result?) -> Result? {
    var copy = value
    return copy.withUTF8 { bytes in
      bytes.baseAddress.flatMap { read(CSVField(start: $0, count: bytes.count)) }
    }
  }

  private static func listed(_ words: [String]) -> String {
    words.map { $0.isEmpty ? "nothing" : $0 }.joined(separator: ", ")
  }

  private static func listFault(_ value: String, _ accepts: (String) -> Bool) -> String? {
    let items = items(value)
    if items.contains("") { return "a list with ; between items, none of them empty" }
    if Set(items).count < items.count { return "a list with every item once" }
    return items.allSatisfy(accepts) ? nil : "a list with ; between items"
  }

  private static func decimalFault(_ value: String, _ range: ClosedRange<Double>) -> String? {
    if value.isEmpty { return nil }
    guard let number = decimal(value) else { return "a decimal number, or nothing" }
    return range.contains(number)
      ? nil : "a number from \(range.lowerBound) to \(range.upperBound), or nothing"
  }

  private static func seriesFault(_ value: String) -> String? {
    let items = items(value)
    guard let first = items.first, let last = items.last, !first.isEmpty, !last.isEmpty else {
      return "values that start and end with one, gaps only between"
    }
    return items.allSatisfy { $0.isEmpty || decimal($0) != nil }
      ? nil : "decimal numbers with ; between them"
  }

  private static func isID(_ value: String) -> Bool {
    let bytes = Array(value.utf8)
    guard let first = bytes.first, let last = bytes.last else { return false }
    let joints = Array("-.".utf8)
    return !joints.contains(first) && !joints.contains(last)
      && bytes.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || joints.contains($0)
      }
  }

  private static func isYearOrRange(_ value: String) -> Bool {
    let parts = value.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    let years = parts.compactMap(integer).filter(CatalogLoader.years.contains)
    return (1...2).contains(parts.count) && years.count == parts.count && years == years.sorted()
  }

  private static func isDate(_ value: String) -> Bool {
    let parts = value.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard parts.map(\.utf8.count) == [4, 2, 2], let year = integer(parts[0]),
      let month = integer(parts[1]), let day = integer(parts[2])
    else { return false }
    return CatalogLoader.years.contains(year) && (1...12).contains(month) && (1...31).contains(day)
  }

  private static func isAddress(_ value: String) -> Bool {
    (value.hasPrefix("https://") || value.hasPrefix("http://")) && !value.contains(" ")
      && value.utf8.count > 8
  }
}
