/// What differs between two datasets, row by row.
public struct DatasetDiff: Sendable {
  /// One row that was added, left out or changed.
  public struct Row: Sendable, Equatable {
    /// What happened to it.
    public enum Kind: String, Sendable, CaseIterable {
      /// It is in the new dataset only.
      case added
      /// It is in the old dataset only.
      case removed
      /// It is in both, and a field differs.
      case changed
    }

    /// One field that differs.
    public struct Field: Sendable, Equatable {
      /// The column.
      public var column: String
      /// What the old dataset has; empty where it has nothing.
      public var old: String
      /// What the new dataset has; empty where it has nothing.
      public var new: String
    }

    /// What happened.
    public var kind: Kind
    /// The fields that name the row.
    public var key: [String]
    /// The other fields: of a changed row those that differ.
    public var fields: [Field]
  }

  /// One table of both.
  public struct Table: Sendable {
    /// The file.
    public var file: DatasetFile
    /// Rows in the old dataset; nil where it lacks the file.
    public var oldCount: Int?
    /// Rows in the new dataset; nil where it lacks the file.
    public var newCount: Int?
    /// What differs, in the order of the keys.
    public var rows: [Row]

    /// How many rows something happened to.
    public func count(_ kind: Row.Kind) -> Int { rows.count { $0.kind == kind } }
  }

  /// All tables of the layout, in its order.
  public let tables: [Table]
  /// Whether the map, which is no table, differs.
  public let mapDiffers: Bool

  /// Compares two datasets in the same layout; rows that break it are left out, as the loader does.
  public init(_ old: DatasetFiles, _ new: DatasetFiles) {
    tables = DatasetFile.allCases.compactMap { file in
      file == .worldMap ? nil : Self.table(file, old[file], new[file])
    }
    mapDiffers = old.bytes(.worldMap) != new.bytes(.worldMap)
  }

  private static func table(_ file: DatasetFile, _ old: FileBytes?, _ new: FileBytes?) -> Table {
    let keys = TableRules(file)?.key ?? [0]
    let (before, after) = (old.map { CheckedTable(file, $0) }, new.map { CheckedTable(file, $0) })
    let (left, right) = (rows(before, keys), rows(after, keys))
    let columns = file.columns
    var result: [Row] = []
    func fields(_ row: [String], isNew: Bool) -> [Row.Field] {
      columns.indices.filter { !keys.contains($0) && !row[$0].isEmpty }.map {
        Row.Field(column: columns[$0], old: isNew ? "" : row[$0], new: isNew ? row[$0] : "")
      }
    }
    for (key, row) in left {
      guard let other = right[key] else {
        result.append(Row(kind: .removed, key: key, fields: fields(row, isNew: false)))
        continue
      }
      let changed = columns.indices.filter { row[$0] != other[$0] }.map {
        Row.Field(column: columns[$0], old: row[$0], new: other[$0])
      }
      if !changed.isEmpty { result.append(Row(kind: .changed, key: key, fields: changed)) }
    }
    for (key, row) in right where left[key] == nil {
      result.append(Row(kind: .added, key: key, fields: fields(row, isNew: true)))
    }
    result.sort { $0.key.lexicographicallyPrecedes($1.key) }
    return Table(
      file: file, oldCount: before?.rows.count, newCount: after?.rows.count, rows: result)
  }

  /// Rows by key; of two with one key, which the checker refuses, the first.
  private static func rows(_ table: CheckedTable?, _ keys: [Int]) -> [[String]: [String]] {
    Dictionary(
      (table?.rows ?? []).map { row in (keys.map { row.fields[$0] }, row.fields) },
      uniquingKeysWith: { first, _ in first })
  }
}
