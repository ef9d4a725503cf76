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

  /// Names that are the same in every language, beside themselves: of goods, of those who answer for
  /// them, of sources and their publishers, of reference systems; and the terms of sources, which bind as they
  /// are worded.
  public static func properNames() throws(DataError) -> [(String, String)] {
    let columns: [(DatasetFile, Set<String>)] = [
      (.goods, ["name"]), (.organisations, ["name"]), (.sources, ["publisher", "title", "terms"]),
      (.referenceSystems, ["name"]),
    ]
    var pairs: [(String, String)] = []
    for (file, names) in columns {
      let places = file.columns.indices.filter { names.contains(file.columns[$0]) }
      guard let last = places.last else { continue }
      var table = try TableReader(file, .bundled)
      while try table.next() {
        for place in 0...last {
          guard places.contains(place) else {
            table.skip()
            continue
          }
          let text = table.text()
          pairs.append((text, text))
        }
      }
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
