public import AtlasModel

/// The matrix of countries by goods in every format; a row is a pair.
///
/// Files have the columns of the contract. In text and Markdown the flags stand before the verdict. The
/// formats are written country by country, so that no table of all pairs is ever in memory.
public struct MatrixTable {
  let matrix: PairMatrix
  let catalog: Catalog
  let settings: ModelSettings
  let remarks: [String]
  /// Shares of the classes by place of the country, then of the good; empty where nothing was drawn.
  let shares: [[VerdictShares]]

  /// Prepares a matrix for writing.
  ///
  /// - Parameters:
  ///   - matrix: The pairs.
  ///   - catalog: The dataset.
  ///   - settings: The choices they were screened under.
  ///   - remarks: What stands before the notes, such as the changes of a scenario.
  ///   - shares: How sure each verdict is, by place of the country, then of the good; empty for none.
  public init(
    _ matrix: PairMatrix, catalog: Catalog, settings: ModelSettings, remarks: [String] = [],
    shares: [[VerdictShares]] = []
  ) {
    self.matrix = matrix
    self.catalog = catalog
    self.settings = settings
    self.remarks = remarks
    self.shares = shares
  }

  /// Pairs in the matrix.
  public var count: Int { matrix.countries.count * matrix.goods.count }

  /// A Markdown table with its notes.
  public var markdown: String {
    guard count > 0 else { return people(countries: 0..<0).markdown() }
    var text = ""
    for place in matrix.countries.indices {
      var table = people(countries: place..<place + 1)
      table.notes = []
      let lines = table.markdown()
      // The two lines of the header stand once.
      text += place == 0 ? lines[...] : lines.split(separator: "\n", maxSplits: 2)[2]
    }
    return text + notes.map { "\n" + MarkdownText.escaped(Translator.said($0)) + "\n" }.joined()
  }

  /// Most pairs that one page of HTML holds.
  public static let pageLimit = 5_000

  /// A page of HTML; nil for more pairs than `pageLimit`.
  public func html(_ page: HTMLPage = .standard) -> String? {
    count <= Self.pageLimit ? people(countries: matrix.countries.indices).html(page) : nil
  }

  /// Most pairs that pages to print hold.
  public static let printLimit = Document.mostPageCells / 30

  /// The pairs as a document of one table; nil for more pairs than `printLimit`.
  public var page: Document? {
    count <= Self.printLimit ? people(countries: matrix.countries.indices).page : nil
  }

  /// A spreadsheet with a row a pair, flags before the verdict.
  public var workbook: Workbook { people(countries: matrix.countries.indices).workbook }

  /// Aligned plain text.
  public func text(width: Int?) -> String {
    people(countries: matrix.countries.indices).text(width: width)
  }

  /// Pairs as files have them, columns in the order of the contract.
  func files(countries: Range<Int>) -> ReportTable {
    let rows = pairs(countries).map { country, good -> [ReportCell] in
      let outcome = matrix.outcome(country: country, good: good)
      return names(country, good) + [
        .text(outcome.class.rawValue), Self.number(certainty(country, good, outcome.class)),
        Self.number(outcome.fit.low),
        Self.number(outcome.need.low), Self.number(outcome.precedent),
        Self.number(outcome.dataQuality), Self.whole(outcome.leftOut?.low),
        Self.whole(outcome.leftOut?.high),
      ] + (0..<Self.flagCount).map { .text(severity(country, good, $0).word) }
    }
    return ReportTable(
      id: "matrix", title: "Matrix", columns: Self.names + Self.figures + Self.flags, rows: rows)
  }

  /// Pairs as people read them, flags first.
  func people(countries: Range<Int>) -> ReportTable {
    let rows = pairs(countries).map { country, good -> [ReportCell] in
      let outcome = matrix.outcome(country: country, good: good)
      return names(country, good)
        + (0..<Self.flagCount).map { .text(Self.short(severity(country, good, $0))) } + [
          Self.number(outcome.fit.low), Self.number(outcome.fit.high),
          Self.number(outcome.need.low), Self.number(outcome.precedent),
          Self.number(outcome.dataQuality), Self.whole(outcome.leftOut?.low),
          Self.whole(outcome.leftOut?.high), .text(outcome.class.name),
          Self.number(certainty(country, good, outcome.class)), .text(outcome.hopeful.name),
        ]
    }
    return ReportTable(
      id: "matrix", title: "Matrix", columns: Self.names + Self.flags + Self.forPeople,
      rows: rows, notes: notes
    ).translated(by: .current)
  }

  private func pairs(_ countries: Range<Int>) -> [(Int, Int)] {
    countries.flatMap { country in matrix.goods.indices.map { (country, $0) } }
  }

  private func names(_ country: Int, _ good: Int) -> [ReportCell] {
    [
      .text(catalog.countries[matrix.countries[country]].iso3),
      .text(catalog.goods[matrix.goods[good]].id),
    ]
  }

  private func severity(_ country: Int, _ good: Int, _ flag: Int) -> PairSeverity {
    matrix.severity(country: country, good: good, flag: flag)
  }

  /// A figure of six decimals, as all figures of the model are written.
  static func number(_ value: Double?) -> ReportCell {
    ReportCell(
      value.map { .number(($0 * 1_000_000).rounded() / 1_000_000, decimals: 2) } ?? .missing)
  }

  /// People, whole ones; missing where the good reaches nobody directly.
  static func whole(_ value: Double?) -> ReportCell {
    ReportCell(value.map { .number($0.rounded(), decimals: 0) } ?? .missing)
  }
}
