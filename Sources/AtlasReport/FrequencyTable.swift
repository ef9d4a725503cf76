internal import AtlasModel

/// How often each value of a column occurs, with the query that finds the rows of each.
public enum FrequencyTable {
  /// Widest bar, in columns.
  private static let barWidth = 16

  /// Counts the values of one column in the rows that a request keeps.
  ///
  /// The most frequent value comes first, ties in the value's own order; numbers that are many or not
  /// whole are put into bins with round limits, which stay in the order of the numbers. What is
  /// unknown comes last. Each row has the whole query (that of the request too) that keeps exactly
  /// its rows, where a field of queries can say so.
  public static func table(
    builder: TableBuilder, column: String, request: TableRequest
  ) throws(TableError) -> ReportTable {
    let definition = try builder.find(column)
    let kept = TableRequest(query: request.query, showsAll: request.showsAll)
    let rows = try builder.positions(kept)
    let count = FrequencyCount(
      cells: rows.map { definition.cell(builder.catalog, $0) }, rows: rows,
      values: builder.field(ofColumn: definition.column.id).map {
        FieldValues(builder.catalog, $0, rows: rows)
      })
    let most = count.groups.map(\.rows.count).max() ?? 0
    let shown = definition.column
    return ReportTable(
      id: "frequency",
      title: builder.schema.subject.rawValue.prefix(1).uppercased()
        + builder.schema.subject.rawValue.dropFirst() + " by " + shown.title,
      columns: columns(shown, isNumber: count.hasNumbers),
      rows: count.groups.map { group in
        let number = group.rows.count
        let share = rows.isEmpty ? 0 : Double(number * 100) / Double(rows.count)
        return [
          group.value, ReportCell(.integer(number)), ReportCell(.number(share, decimals: 1)),
          ReportCell(.text(bar(number, most))),
          query(group.terms.map { Query(request.query.terms + $0) }),
        ]
      },
      notes: [
        "\(shown.id): \(shown.documentation)"
          + (shown.unit.isEmpty ? "" : " Unit: \(shown.unit).")
          + " Rows counted: \(NumberText.grouped(rows.count)).",
        count.note,
        builder.field(ofColumn: shown.id) == nil
          ? "No field of queries asks about this column."
          : "query: finds the rows of its line (--where).",
      ].filter { !$0.isEmpty })
  }

  private static func columns(_ column: ReportColumn, isNumber: Bool) -> [ReportColumn] {
    [
      ReportColumn(
        "value", column.title, unit: column.unit, alignment: isNumber ? .trailing : .leading,
        documentation: "The value, or the limits of a bin.", isFlexible: true),
      ReportColumn("count", "count", alignment: .trailing, documentation: "Count of rows with it."),
      ReportColumn(
        "share", "share", unit: "%", alignment: .trailing,
        documentation: "Count as a share of the rows kept, 0 to 100."),
      ReportColumn(
        "bar", "", documentation: "The count as a bar, the greatest full.", isForPeopleOnly: true),
      ReportColumn(
        "query", "query", documentation: "The query that finds exactly these rows.",
        isFlexible: true),
    ]
  }

  private static func query(_ query: Query?) -> ReportCell {
    ReportCell(.text(query?.description ?? ""))
  }

  private static func bar(_ count: Int, _ most: Int) -> String {
    guard count > 0, most > 0 else { return "" }
    return String(repeating: "█", count: max(1, (count * barWidth + most / 2) / most))
  }
}

/// The rows of a table grouped by the value of one column.
struct FrequencyCount {
  /// Rows with the same value.
  struct Group {
    var value: ReportCell
    var rows: [Int]
    var terms: [Query.Term]?
  }

  /// The groups in the order of the table.
  private(set) var groups: [Group] = []
  /// What a reader must know of how the rows were counted; empty for nothing.
  private(set) var note = ""
  /// Whether the groups are single numbers.
  private(set) var hasNumbers = false
  private let values: FieldValues?

  /// Groups rows, given in ascending order, by their cells.
  init(cells: [ReportCell], rows: [Int], values: FieldValues?) {
    self.values = values
    let known = zip(rows, cells).filter { !$0.1.isMissing }
    let numbers = known.compactMap { row, cell in cell.amount.map { (row: row, value: $0) } }
    let isNumber = !numbers.isEmpty && numbers.count == known.count
    if isNumber, let bins = Self.bins(numbers.map(\.value), known.map(\.1)) {
      add(numbers, bins)
    } else {
      addValues(known)
      hasNumbers = isNumber
    }
    addMissing(zip(rows, cells).filter { $0.1.isMissing }.map(\.0))
  }

  /// Bins for numbers that are many or not whole; nil where each may stand for itself.
  private static func bins(_ numbers: [Double], _ cells: [ReportCell]) -> Bins? {
    let areWhole = numbers.allSatisfy { $0 == $0.rounded() }
    guard !areWhole || Set(numbers).count > Bins.most else { return nil }
    let decimals = cells.map(\.decimals).max() ?? 0
    return Bins(numbers, decimals: decimals)
  }

  private mutating func add(_ numbers: [(row: Int, value: Double)], _ bins: Bins) {
    var rows = Array(repeating: [Int](), count: bins.limits.count - 1)
    for number in numbers { rows[bins.position(of: number.value)].append(number.row) }
    let digits = bins.limits.map { limit in
      NumberText.raw(limit).split(separator: ".").dropFirst().first?.count ?? 0
    }
    let decimals = digits.max() ?? 0
    func words(_ limit: Double) -> String { NumberText.fixed(limit, decimals: decimals) }
    for (bin, rows) in rows.enumerated() {
      let (low, high) = (bins.limits[bin], bins.limits[bin + 1])
      let isClosed = bins.isClosed(bin) && numbers.contains { $0.value == high }
      groups.append(
        Group(
          value: .text(words(low) + (isClosed ? " to " : " to <") + words(high)), rows: rows,
          terms: values?.terms(from: low, to: high, includingHigh: isClosed, keeping: rows)))
    }
    note =
      "Bins stand in the order of the numbers; their limits are ours and round"
      + (bins.isRising ? ", and rise by factors because the numbers do." : ".")
  }

  private mutating func addValues(_ known: [(Int, ReportCell)]) {
    var found: [[UInt8]: Group] = [:]
    var isList = false
    func add(_ value: ReportCell, _ row: Int) {
      let key = values?.key(value.rawText) ?? Array(value.rawText.utf8)
      if found[key]?.rows.last != row {
        found[key, default: Group(value: value, rows: [])].rows.append(row)
      }
    }
    for (row, cell) in known {
      if case .list(let texts) = cell.value {
        isList = isList || texts.count > 1
        for text in texts { add(ReportCell(.text(text)), row) }
      } else {
        add(ReportCell(cell.value, order: cell.order), row)
      }
    }
    var sorted = found.values.map { (group: $0, key: SortKey($0.value)) }
    sorted.sort { left, right in
      let (one, other) = (left.group.rows.count, right.group.rows.count)
      if one != other { return one > other }
      return switch left.key.compare(right.key, isDescending: false) {
      case .before: true
      case .after: false
      case .same: left.group.value.rawText < right.group.value.rawText
      }
    }
    for (group, _) in sorted {
      var group = group
      group.terms =
        if let number = group.value.amount {
          values?.terms(number: number, keeping: group.rows)
        } else {
          values?.terms(text: group.value.rawText, keeping: group.rows)
        }
      groups.append(group)
    }
    if isList {
      note =
        "A row with several values counts once under each, so counts add to more than the rows."
    }
  }

  /// A list that is known to be empty is `none`, not unknown.
  private mutating func addMissing(_ rows: [Int]) {
    let unknown = values.map { values in rows.filter(values.isUnknown) } ?? rows
    let none = rows.filter { !unknown.contains($0) }
    if !none.isEmpty { groups.append(Group(value: .text("none"), rows: none)) }
    if !unknown.isEmpty {
      groups.append(
        Group(
          value: ReportCell(.missing), rows: unknown,
          terms: values?.termsOfUnknown(keeping: unknown)))
    }
  }
}

extension ReportCell {
  /// The number that the cell holds; nil for anything else.
  var amount: Double? {
    switch value {
    case .number(let number, _): number
    case .integer(let number): Double(number)
    default: nil
    }
  }

  /// Decimals that people are shown of a number; 0 for anything else.
  var decimals: Int {
    if case .number(_, let decimals) = value { decimals } else { 0 }
  }
}
