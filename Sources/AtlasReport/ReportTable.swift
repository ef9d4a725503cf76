internal import AtlasModel

/// A column of a table.
public struct ReportColumn: Sendable, Equatable {
  /// On which side the values stand.
  public enum Alignment: Sendable, Equatable {
    /// At the left, as text.
    case leading
    /// At the right, as numbers.
    case trailing
  }

  /// What a cell knows of where its value came from, and so which columns stand beside it in files.
  public enum Provenance: Sendable, Equatable {
    /// Nothing.
    case none
    /// Year, status and source.
    case figure
    /// Year and source.
    case fact
  }

  /// Stable id: the name in `--columns`, the header in CSV, the key in JSON.
  public var id: String
  /// Title for people.
  public var title: String
  /// Unit of the values; empty for none.
  public var unit: String
  /// On which side the values stand.
  public var alignment: Alignment
  /// What the column means, one sentence.
  public var documentation: String
  /// Whether the column may be cut to fit a width.
  public var isFlexible: Bool
  /// What files show beside the value.
  public var provenance: Provenance
  /// Whether the column only repeats for people what files have beside another column.
  public var isForPeopleOnly: Bool

  /// Makes a column.
  public init(
    _ id: String, _ title: String, unit: String = "", alignment: Alignment = .leading,
    documentation: String = "", isFlexible: Bool = false, provenance: Provenance = .none,
    isForPeopleOnly: Bool = false
  ) {
    self.id = id
    self.title = title
    self.unit = unit
    self.alignment = alignment
    self.documentation = documentation
    self.isFlexible = isFlexible
    self.provenance = provenance
    self.isForPeopleOnly = isForPeopleOnly
  }
}

/// Rows of typed cells under named columns, ready to be written in any format.
public struct ReportTable: Sendable, Equatable {
  /// What rows may be about.
  public enum About: Sendable, Equatable {
    /// Rows of a table of the catalog.
    case countries, goods, indicators, attributes, sources, measures
  }

  /// Stable id, such as `countries`.
  public var id: String
  /// Title for people.
  public var title: String
  /// The columns.
  public var columns: [ReportColumn]
  /// The rows; each has one cell a column.
  public var rows: [[ReportCell]]
  /// Position in the catalog of what each row is about; empty where rows are about nothing in it.
  public var positions: [Int]
  /// What the positions are positions of; nil where that is known from where the table stands.
  public var about: About?
  /// Remarks to stand under the table.
  public var notes: [String]

  /// Makes a table; a row too short is filled with missing cells, one too long is cut.
  public init(
    id: String, title: String, columns: [ReportColumn], rows: [[ReportCell]],
    positions: [Int] = [], about: About? = nil, notes: [String] = []
  ) {
    self.id = id
    self.title = title
    self.columns = columns
    self.rows = rows.map { row in
      columns.indices.map { $0 < row.count ? row[$0] : ReportCell(.missing) }
    }
    self.positions = positions
    self.about = about
    self.notes = notes
  }
}

/// The columns and cells of a table as files have them, with provenance columns in place.
struct FileTable {
  var ids: [String] = []
  var rows: [[ReportCell]]

  init(_ table: ReportTable) {
    rows = Array(repeating: [], count: table.rows.count)
    var seen: Set<String> = []
    let beside = Set(table.columns.flatMap { Self.besides($0).map(\.id) })
    for (position, column) in table.columns.enumerated() {
      guard !column.isForPeopleOnly, !beside.contains(column.id),
        seen.insert(column.id).inserted
      else { continue }
      let cells = table.rows.map { $0[position] }
      add(column.id, cells)
      for (id, part) in Self.besides(column) { add(id, cells.map { $0.beside(part) }) }
    }
  }

  /// The columns that files have beside a column.
  private static func besides(_ column: ReportColumn) -> [(id: String, part: ReportCell.Part)] {
    let parts: [ReportCell.Part] =
      switch column.provenance {
      case .none: []
      case .figure: [.year, .status, .source]
      case .fact: [.year, .source]
      }
    return column.isForPeopleOnly ? [] : parts.map { (column.id + "_" + $0.rawValue, $0) }
  }

  private mutating func add(_ id: String, _ cells: [ReportCell]) {
    ids.append(id)
    for (row, cell) in cells.enumerated() { rows[row].append(cell) }
  }
}

extension ReportCell {
  /// A part of what a cell knows of where its value came from.
  enum Part: String, CaseIterable {
    case year
    case status
    case source
  }

  /// That part as a cell of its own.
  func beside(_ part: Part) -> ReportCell {
    switch part {
    case .year: ReportCell(year.map { .year($0) } ?? .missing)
    case .status: ReportCell(isMissing ? .text(ValueStatus.missing.rawValue) : statusValue)
    case .source: ReportCell(source.map { .text($0) } ?? .missing)
    }
  }

  private var statusValue: Value { status.map { .text($0.rawValue) } ?? .missing }
}
