public import AtlasModel

/// A user's own figures, to be put over those of the dataset.
public struct Overlay: Sendable, Equatable {
  /// One figure.
  public struct Row: Sendable, Equatable {
    /// ISO 3166-1 alpha-3 code.
    public var iso3: String
    /// Id of the indicator.
    public var indicator: String
    /// Year, 1900 to 2100.
    public var year: Int
    /// Value in the indicator's unit.
    public var value: Double
    /// Where the figure comes from, in the user's words.
    public var source: String
  }

  /// Columns of the file, in order.
  public static let columns = ["iso3", "indicator", "year", "value", "source"]
  /// Longest source text kept, in characters.
  static let longestSource = 160

  /// Name of the file, as the user gave it.
  public var name: String
  /// The figures, in order of lines.
  public var rows: [Row]

  /// Reads a file against the countries and indicators of a catalog.
  ///
  /// Throws `.notFound` or `.unreadable`, or `.invalid` with every problem in the file: nothing of
  /// the user's is left out in silence.
  public static func read(path: String, catalog: Catalog) throws(DataError) -> Overlay {
    try read(try FileBytes(path: path), name: path, catalog: catalog)
  }

  /// Reads figures from bytes; `name` stands in messages.
  public static func read(bytes: [UInt8], name: String, catalog: Catalog) throws(DataError)
    -> Overlay
  {
    try read(FileBytes(bytes), name: name, catalog: catalog)
  }

  /// As spreadsheets save it: a byte order mark and CR LF line ends are accepted here.
  private static func read(_ bytes: FileBytes, name: String, catalog: Catalog)
    throws(DataError) -> Overlay
  {
    let hasMark = bytes.buffer.starts(with: [0xEF, 0xBB, 0xBF])
    var table = try TableReader(
      name, bytes, columns: columns, level: .error, offset: hasMark ? 3 : 0, acceptsCRLF: true)
    let countries = SymbolTable(catalog.countries.map(\.iso3))
    let indicators = SymbolTable(catalog.indicators.map(\.id))
    var overlay = Overlay(name: name, rows: [])
    var lines: [Int: Int] = [:]
    while try table.next() {
      let country = table.reference(countries, "an ISO 3166-1 alpha-3 code such as UGA")
      let indicator = table.reference(indicators, "an indicator that `indicators` lists")
      if table.isSound {
        let place = country * catalog.indicators.count + indicator
        if let line = lines[place] {
          table.reject(expected: "one figure a country and indicator; line \(line) has it too")
        }
        lines[place] = table.line
      }
      let year = table.integer(in: CatalogLoader.years)
      let value = table.decimal()
      if table.isSound {
        let range = ValidRange(catalog.indicators[indicator])
        if !range.contains(value) { table.reject(expected: range.expected) }
      }
      let source = sanitised(table.text())
      if source.isEmpty { table.reject(expected: "where the figure comes from") }
      guard table.isSound else { continue }
      overlay.rows.append(
        Row(
          iso3: countries.texts[country], indicator: indicators.texts[indicator], year: year,
          value: value, source: source))
    }
    guard table.issues.isEmpty else { throw .invalid(table.issues) }
    return overlay
  }

  /// Puts the figures into a catalog, each with status `own` and a source `own:1`, `own:2` and so on.
  ///
  /// A source row is added for each distinct source text, in order of first use, counting on from
  /// own sources already there. Rows for countries or indicators that the catalog lacks have no
  /// place and are passed over; `read` with the same catalog admits none.
  public func apply(to catalog: inout Catalog) {
    var ids: [String: String] = [:]
    var count = catalog.sources.count { $0.reuse == .own }
    for row in rows where ids[row.source] == nil {
      count += 1
      ids[row.source] = "own:\(count)"
      catalog.add(
        Source(
          id: "own:\(count)", publisher: "own figure", title: row.source, vintage: "",
          retrieved: "", address: "", terms: "the user's own file", reuse: .own,
          copy: DataIssue.printable(name, limit: 400), note: ""))
    }
    for row in rows {
      guard let country = catalog.countryPosition(row.iso3),
        let indicator = catalog.indicatorPosition(row.indicator), let source = ids[row.source]
      else { continue }
      catalog.replaceObservation(
        country: country, indicator: indicator,
        with: Observation(value: row.value, year: row.year, status: .own, source: source))
    }
  }

  /// Text without outer blanks, cut to a length that fits a line or two.
  private static func sanitised(_ text: String) -> String {
    let words = text.split(separator: " ", omittingEmptySubsequences: true)
    return DataIssue.printable(words.joined(separator: " "), limit: longestSource)
  }
}
