internal import AtlasModel

/// One row a column of a table: how much of it is known and what its values are like.
public enum DescribeTable {
  /// Describes the columns of a request (the default ones if it names none) over the rows it keeps.
  public static func table(
    builder: TableBuilder, request: TableRequest
  ) throws(TableError) -> ReportTable {
    let names = request.columns.isEmpty ? builder.defaultColumns : request.columns
    let kept = TableRequest(query: request.query, showsAll: request.showsAll)
    let positions = try builder.positions(kept)
    var rows: [[ReportCell]] = []
    for name in names {
      let definition = try builder.find(name)
      let cells = positions.map { definition.cell(builder.catalog, $0) }
      let missing = zip(positions, cells).filter { $0.1.isMissing }.map(\.0)
      // Only a list may be known to be empty; the field of its queries knows, and is slow to read.
      let values = missing.isEmpty ? nil : builder.field(ofColumn: definition.column.id)
      let unknown =
        values.map { field in
          let values = FieldValues(builder.catalog, field, rows: missing)
          return missing.count(where: values.isUnknown)
        } ?? missing.count
      rows.append(row(definition.column, cells, unknown: unknown))
    }
    return ReportTable(
      id: "describe",
      title: "Columns of " + builder.schema.subject.rawValue, columns: columns, rows: rows,
      notes: [
        "Rows described: \(NumberText.grouped(positions.count)). Unknown is not zero: least, median "
          + "and greatest are of the known numbers, not weighted; the median of an even count is "
          + "the mean of the middle two. A list counts each of its values, and may be known to be "
          + "empty.",
        "Most common: the first in order where several are as frequent; blank where no value "
          + "occurs twice. --frequency COLUMN counts all values of a column.",
      ])
  }

  private static let columns = [
    ReportColumn("column", "column", documentation: "Id of the column.", isFlexible: true),
    ReportColumn("meaning", "meaning", documentation: "What it means.", isFlexible: true),
    ReportColumn("unit", "unit", documentation: "Unit of its values.", isFlexible: true),
    ReportColumn("known", "known", alignment: .trailing, documentation: "Rows with a value."),
    ReportColumn(
      "unknown", "unknown", alignment: .trailing, documentation: "Rows without a value."),
    ReportColumn("distinct", "distinct", alignment: .trailing, documentation: "Distinct values."),
    ReportColumn("least", "least", alignment: .trailing, documentation: "Least number."),
    ReportColumn("median", "median", alignment: .trailing, documentation: "Median number."),
    ReportColumn(
      "greatest", "greatest", alignment: .trailing, documentation: "Greatest number."),
    ReportColumn(
      "most_common", "most common", documentation: "Most common value that is no number.",
      isFlexible: true),
    ReportColumn(
      "most_common_count", "times", alignment: .trailing, documentation: "Rows that have it."),
  ]

  private static func row(
    _ column: ReportColumn, _ cells: [ReportCell], unknown: Int
  ) -> [ReportCell] {
    let known = cells.filter { !$0.isMissing }
    let none = ReportCell(.text(""))
    let lead = [
      .text(column.id), ReportCell(.text(column.documentation)), ReportCell(.text(column.unit)),
      ReportCell(.integer(cells.count - unknown)), ReportCell(.integer(unknown)),
    ]
    let numbers = known.compactMap(\.amount).sorted()
    if let least = numbers.first, let greatest = numbers.last, numbers.count == known.count {
      let distinct = zip(numbers, numbers.dropFirst()).count { $0 != $1 } + 1
      let decimals = known.map(\.decimals).max() ?? 0
      let middle = median(numbers)
      let isWhole = middle == middle.rounded()
      return lead + [
        ReportCell(.integer(distinct)), ReportCell(.number(least, decimals: decimals)),
        ReportCell(.number(middle, decimals: isWhole ? decimals : max(decimals, 1))),
        ReportCell(.number(greatest, decimals: decimals)), none, none,
      ]
    }
    let count = FrequencyCount(cells: known, rows: Array(known.indices), values: nil)
    let repeated = count.groups.first { $0.rows.count > 1 || count.groups.count == 1 }
    return lead + [
      ReportCell(.integer(count.groups.count)), none, none, none, repeated?.value ?? none,
      repeated.map { ReportCell(.integer($0.rows.count)) } ?? none,
    ]
  }

  /// The middle of sorted numbers, of which there is one at least.
  private static func median(_ sorted: [Double]) -> Double {
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2)
      ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
  }
}
