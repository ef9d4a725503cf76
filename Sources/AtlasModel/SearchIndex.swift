/// Folded text of rows, ready for search as a person types.
///
/// All words must stand in the row's text; if no row holds them, rows are found whose title holds
/// the typed letters in order. Built once for a catalog; searching makes no text.
public struct SearchIndex: Sendable {
  /// What a row is found by.
  public struct Row: Sendable {
    /// Names of the row; the fall-back looks only here.
    public var title: String
    /// Everything else that words may be found in.
    public var text: String

    /// Makes a row of a title and further text.
    public init(title: String, text: String) {
      self.title = title
      self.text = text
    }
  }

  /// The rows that a search found.
  public struct Match: Sendable, Equatable {
    /// Positions in the order of the rows.
    public var positions: [Int]
    /// Whether only the looser fall-back found them.
    public var isLoose: Bool
  }

  private var bytes: [UInt8] = []
  private var starts: [Int] = [0]
  private var titleEnds: [Int] = []

  /// Folds the rows.
  public init(_ rows: [Row]) {
    for row in rows {
      bytes += TextFolding.fold(row.title)
      titleEnds.append(bytes.count)
      bytes.append(10)
      bytes += TextFolding.fold(row.text)
      starts.append(bytes.count)
    }
  }

  /// Count of rows.
  public var count: Int { titleEnds.count }

  /// The rows that hold all words of a text; all rows for a text without words.
  public func search(_ text: String) -> Match { search(words: TextFolding.words(text)) }

  /// The rows that hold all of some folded words.
  func search(words: [[UInt8]]) -> Match {
    let words = words.filter { !$0.isEmpty }
    let strict = (0..<count).filter { holds($0, words) }
    if !strict.isEmpty || words.isEmpty { return Match(positions: strict, isLoose: false) }
    let letters = words.flatMap { $0 }
    return Match(positions: (0..<count).filter { hints($0, letters) }, isLoose: true)
  }

  /// Whether a row holds all of some folded words or phrases.
  func holds(_ row: Int, _ words: [[UInt8]]) -> Bool {
    bytes.withUnsafeBufferPointer { all in
      let stretch = UnsafeBufferPointer(rebasing: all[starts[row]..<starts[row + 1]])
      return words.allSatisfy { SearchBytes.contains(stretch, $0) }
    }
  }

  private func hints(_ row: Int, _ letters: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { all in
      let stretch = UnsafeBufferPointer(rebasing: all[starts[row]..<titleEnds[row]])
      return SearchBytes.isSubsequence(letters, of: stretch)
    }
  }
}

extension SearchIndex {
  /// The index of countries: codes and names in all languages, then capital, groups and note.
  public static func countries(_ catalog: Catalog) -> SearchIndex {
    SearchIndex(
      catalog.countries.map { country in
        let names = NameLanguage.allCases.compactMap { country.names[$0] }
        let title = [country.name, country.shortName, country.iso3, country.iso2]
        return Row(
          title: title.joined(separator: " "),
          text: (names + country.aliases + [
            country.capital, country.region, country.subregion, country.intermediateRegion,
          ]).joined(separator: " "))
      })
  }

  /// The index of goods: id, name and aliases, then summary, sectors, licences and organisations.
  public static func goods(_ catalog: Catalog) -> SearchIndex {
    SearchIndex(
      catalog.goods.map { good in
        let title = [good.id, good.name] + good.aliases
        let text =
          [good.summary] + good.sectors + good.types + good.licences
          + good.organisations.map(\.name)
        return Row(title: title.joined(separator: " "), text: text.joined(separator: " "))
      })
  }

  /// The index of indicators: id and names, then unit, group, publisher and note.
  public static func indicators(_ catalog: Catalog) -> SearchIndex {
    SearchIndex(
      catalog.indicators.map { indicator in
        Row(
          title: [indicator.id, indicator.name, indicator.shortName].joined(separator: " "),
          text: [
            indicator.unit, indicator.group.rawValue, indicator.seriesCode, indicator.publisher,
            indicator.note,
          ].joined(separator: " "))
      })
  }

  /// The index of sources: id, publisher and title, then terms, address and note.
  public static func sources(_ catalog: Catalog) -> SearchIndex {
    SearchIndex(
      catalog.sources.map { source in
        Row(
          title: [source.id, source.publisher, source.title].joined(separator: " "),
          text: [source.vintage, source.terms, source.reuse.rawValue, source.address, source.note]
            .joined(separator: " "))
      })
  }

  /// The index of measures: id and title, then risk, action, owner and phase.
  public static func measures(_ catalog: Catalog) -> SearchIndex {
    SearchIndex(
      catalog.measures.map { measure in
        Row(
          title: [measure.id, measure.title].joined(separator: " "),
          text: [measure.risk, measure.action, measure.owner, measure.phase, measure.effort]
            .joined(separator: " "))
      })
  }
}
