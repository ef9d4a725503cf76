public import AtlasModel
import CStrings

/// The texts of the interface that are bundled, as pairs of English and translation.
public enum BundledStrings {
  /// Codes of the languages that have a table, English among them.
  public static var languages: [String] {
    (0..<cstrings_count()).compactMap { cstrings_language($0).map { String(cString: $0) } }
  }

  /// The texts of a language, in the order of its table; those of English stand beside themselves.
  ///
  /// Read from the binary at every call; no text is read before.
  public static func pairs(_ language: String) throws(DataError) -> [(String, String)] {
    guard let place = languages.firstIndex(of: language) else { return [] }
    var length = 0
    guard let start = cstrings_bytes(place, &length) else { return [] }
    return try pairs(
      FileBytes(embedded: start.assumingMemoryBound(to: UInt8.self), count: length),
      language: language)
  }

  /// The texts of a table in its layout; for tests and tools.
  public static func pairs(
    _ bytes: [UInt8], language: String
  ) throws(DataError) -> [(String, String)] {
    try pairs(FileBytes(bytes), language: language)
  }

  /// Names of countries in English beside those in a language, the short ones too.
  public static func names(_ language: NameLanguage) throws(DataError) -> [(String, String)] {
    guard language != .english else { return [] }
    let columns = DatasetFile.countries.columns
    guard let place = columns.firstIndex(of: "name_" + language.rawValue),
      let name = columns.firstIndex(of: "name"), let short = columns.firstIndex(of: "short")
    else { return [] }
    var table = try TableReader(.countries, .bundled)
    var pairs: [(String, String)] = []
    while try table.next() {
      let fields = columns[...place].map { _ in table.text() }
      pairs.append((fields[name], fields[place]))
      if fields[short] != fields[name] { pairs.append((fields[short], fields[place])) }
    }
    return pairs
  }

  /// Names of goods beside themselves: they are the same in every language.
  public static func goods() throws(DataError) -> [(String, String)] {
    guard let name = DatasetFile.goods.columns.firstIndex(of: "name") else { return [] }
    var table = try TableReader(.goods, .bundled)
    var pairs: [(String, String)] = []
    while try table.next() {
      for _ in 0..<name { table.skip() }
      let text = table.text()
      pairs.append((text, text))
    }
    return pairs
  }

  private static func pairs(
    _ bytes: FileBytes, language: String
  ) throws(DataError) -> [(String, String)] {
    let isEnglish = language == "en"
    var table = try TableReader(
      "strings-\(language).csv", bytes, columns: isEnglish ? ["text"] : ["text", "translation"],
      level: .error)
    var pairs: [(String, String)] = []
    while try table.next() {
      let text = table.text()
      pairs.append((text, isEnglish ? text : table.text()))
    }
    if !table.issues.isEmpty { throw .invalid(table.issues) }
    return pairs
  }
}
