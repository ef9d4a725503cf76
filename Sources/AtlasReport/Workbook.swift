internal import AtlasModel

/// A spreadsheet file: sheets of typed cells.
public struct Workbook: Sendable, Equatable {
  /// How text looks.
  public enum Style: Sendable, Equatable {
    /// One line, cut by its neighbour where the column is narrow.
    case plain
    /// As many lines as it needs.
    case wrapped
    /// The head of a column.
    case header
    /// The title of a sheet.
    case title
  }

  /// What a cell holds.
  public enum Cell: Sendable, Equatable {
    /// Nothing: not known.
    case empty
    /// Text, never a formula.
    case text(String, Style)
    /// A number, the decimals that are shown of it, and whether thousands are set apart.
    case number(Double, decimals: Int, isGrouped: Bool)
  }

  /// One sheet.
  public struct Sheet: Sendable, Equatable {
    /// Its name: at most 31 letters, unique in the workbook.
    public var name: String
    /// Rows at the top that stay in sight.
    public var frozenRows: Int
    /// Widths of the columns, in letters.
    public var widths: [Int]
    /// The rows, from the top.
    public var rows: [[Cell]]
  }

  /// Title of the file.
  public var title: String
  /// The sheets, in order.
  public private(set) var sheets: [Sheet] = []

  init(title: String) {
    self.title = Self.cellText(title)
  }

  /// Adds a sheet under a name that is allowed and free.
  mutating func add(_ name: String, frozenRows: Int = 0, widths: [Int]? = nil, rows: [[Cell]]) {
    let widths = widths ?? Self.widths(rows)
    sheets.append(
      Sheet(name: freeName(name), frozenRows: frozenRows, widths: widths, rows: rows))
  }

  /// Longest text that a cell of a spreadsheet can hold, in UTF-16 units.
  static let textLimit = 32_767

  /// Text as a cell can hold it: no control characters, not too long.
  static func cellText(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var length = 0
    for scalar in PlainText.clean(text).unicodeScalars {
      length += UTF16.width(scalar)
      if length >= textLimit {
        result.append("…")
        break
      }
      // XML has no place for these two.
      result.append((0xFFFE...0xFFFF).contains(scalar.value) ? "\u{FFFD}" : scalar)
    }
    return String(result)
  }

  /// A name without the signs that spreadsheets refuse, cut to 31 UTF-16 units.
  private func freeName(_ name: String) -> String {
    let allowed = Self.cellText(name).unicodeScalars.map { scalar in
      "[]:*?/\\'".unicodeScalars.contains(scalar) ? " " : scalar
    }
    let words = String(String.UnicodeScalarView(allowed)).split(separator: " ")
    let clean = words.joined(separator: " ")
    let base = clean.isEmpty || clean.lowercased() == "history" ? "Sheet " + clean : clean
    let taken = Set(sheets.map { $0.name.lowercased() })
    var number = 1
    while true {
      let end = number == 1 ? "" : " \(number)"
      let name = Self.cut(base, to: 31 - end.utf16.count) + end
      if !taken.contains(name.lowercased()) { return name }
      number += 1
    }
  }

  private static func cut(_ text: String, to limit: Int) -> String {
    var result = String.UnicodeScalarView()
    var length = 0
    for scalar in text.unicodeScalars {
      length += UTF16.width(scalar)
      if length > limit { break }
      result.append(scalar)
    }
    while result.last == " " { result.removeLast() }
    return String(result)
  }

  /// Widths that fit most of what the columns hold, from 8 to 60 letters.
  private static func widths(_ rows: [[Cell]]) -> [Int] {
    var widths: [Int] = []
    for row in rows {
      for (column, cell) in row.enumerated() {
        if column == widths.count { widths.append(8) }
        widths[column] = min(max(widths[column], cell.length + 2), 60)
      }
    }
    return widths
  }
}

extension Workbook.Cell {
  /// Text in a look; empty text is an empty cell.
  static func words(_ text: String, _ style: Workbook.Style = .plain) -> Workbook.Cell {
    let text = Workbook.cellText(text)
    return text.isEmpty ? .empty : .text(text, style)
  }

  /// A whole number as it is, such as a year.
  static func whole(_ value: Int) -> Workbook.Cell {
    .number(Double(value), decimals: 0, isGrouped: false)
  }

  /// What a cell of a table holds, by its type.
  init(_ cell: ReportCell) {
    switch cell.value {
    case .number(let value, let decimals) where value.isFinite:
      self = .number(value, decimals: decimals, isGrouped: true)
    case .integer(let value): self = .number(Double(value), decimals: 0, isGrouped: true)
    case .citation(let value): self = .whole(value)
    case .year(let text): self = Int(text).map { .whole($0) } ?? .words(text)
    case .list(let texts): self = .words(texts.joined(separator: "; "))
    default: self = .words(cell.rawText)
    }
  }

  /// Letters that it takes to show.
  fileprivate var length: Int {
    switch self {
    case .empty: 0
    case .text(let text, .title): min(text.utf16.count, 40)
    case .text(let text, _): text.utf16.count
    case .number(let value, let decimals, _): NumberText.fixed(value, decimals: decimals).utf8.count
    }
  }
}
