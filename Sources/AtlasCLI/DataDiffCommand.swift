import ArgumentParser
import AtlasData
import AtlasModel
import AtlasReport

/// Prints what differs between two datasets, and which verdicts flip with it.
struct DataDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Print what differs between two datasets, and which verdicts flip with it, and why.",
    discussion: """
      With csv or jsonl: every field that differs, a row each; `report diff` has the verdicts as rows.
      """)

  @Argument(help: "A folder in the dataset layout: the older one.") var old: String
  @Argument(help: "Another folder; the bundled dataset if left out.") var new: String?
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Look") var look: LookOptions

  func run() throws {
    let place = try output.destination(look)
    let (before, after) = try (Self.read(old), Self.read(new))
    let document = DataDiffDocument(
      DatasetDiff(before.files, after.files), from: before.catalog, to: after.catalog)
    try place.write(
      document.document, rows: document.table, as: output.format, isRaw: output.isRaw)
  }

  private static func read(
    _ folder: String?
  ) throws(Failure) -> (files: DatasetFiles, catalog: Catalog) {
    do throws(DataError) {
      let files = try folder.map { path throws(DataError) in try DatasetFiles(directory: path) }
      let dataset = try DatasetLoader.load(files ?? .bundled, parts: [.usual, .hash])
      return (files ?? .bundled, dataset.catalog)
    } catch {
      throw Failure(error)
    }
  }
}

/// What differs between two datasets, as a document and as rows.
struct DataDiffDocument {
  /// Most rows of a table that people are shown; files have all of them.
  private static let shown = 40

  private let diff: DatasetDiff
  private let old, new: Catalog

  init(_ diff: DatasetDiff, from old: Catalog, to new: Catalog) {
    self.diff = diff
    self.old = old
    self.new = new
  }

  var document: Document {
    let comparison = ScreeningComparison(
      .init(old.identity.version, old, ModelSettings()),
      .init(new.identity.version, new, ModelSettings()),
      countries: Array(new.countries.indices),
      goods: new.goods.indices.filter { new.goods[$0].standing == .listed })
    return Document(
      title: "What differs between two datasets",
      subtitle: "\(old.identity.words) and \(new.identity.words)",
      sections: [Document.Section("Rows by table", [.table(counts)])] + comparison.sections
        + diff.tables.filter { !$0.rows.isEmpty }.map(section))
  }

  private var counts: ReportTable {
    func count(_ count: Int?) -> ReportCell { ReportCell(count.map { .integer($0) } ?? .missing) }
    let names = ["before", "after", "added", "removed", "changed"]
    return ReportTable(
      id: "tables", title: "Rows by table",
      columns: [ReportColumn("file", "file")]
        + names.map { ReportColumn($0, $0, alignment: .trailing) },
      rows: diff.tables.map { table in
        [.text(table.file.rawValue), count(table.oldCount), count(table.newCount)]
          + DatasetDiff.Row.Kind.allCases.map { count(table.count($0)) }
      },
      notes: [diff.mapDiffers ? "The outlines of the map differ." : "The map is the same."])
  }

  private func section(_ table: DatasetDiff.Table) -> Document.Section {
    let rows = table.rows.prefix(Self.shown).map { row -> [ReportCell] in
      [
        .text(row.key.joined(separator: " ")), .text(row.kind.rawValue),
        .text(
          SafeText.clipped(
            row.fields.map { Self.words($0, row.kind) }.joined(separator: "; "), limit: 240)),
      ]
    }
    let more = table.rows.count - Self.shown
    return Document.Section(
      "Changes in \(table.file.rawValue)",
      [
        .table(
          ReportTable(
            id: "rows", title: "Changes in \(table.file.rawValue)",
            columns: [
              ReportColumn("key", "row", isFlexible: true), ReportColumn("kind", "what"),
              ReportColumn("fields", "fields", isFlexible: true),
            ], rows: rows,
            notes: more > 0
              ? ["\(NumberText.grouped(more)) more rows; --format csv has all."] : []))
      ])
  }

  private static func words(_ field: DatasetDiff.Row.Field, _ kind: DatasetDiff.Row.Kind) -> String
  {
    switch kind {
    case .added: "\(field.column) \(field.new)"
    case .removed: "\(field.column) \(field.old)"
    case .changed:
      "\(field.column) \(field.old.isEmpty ? "nothing" : field.old) to "
        + (field.new.isEmpty ? "nothing" : field.new)
    }
  }

  /// Every field that differs, a row each.
  var table: ReportTable {
    var rows: [[ReportCell]] = []
    for table in diff.tables {
      for row in table.rows {
        for field in row.fields {
          rows.append([
            .text(table.file.rawValue), .text(row.kind.rawValue),
            .text(row.key.joined(separator: " ")), .text(field.column), .text(field.old),
            .text(field.new),
          ])
        }
      }
    }
    return ReportTable(
      id: "changes", title: "What differs between two datasets",
      columns: ["file", "kind", "row", "column", "old", "new"].map { ReportColumn($0, $0) },
      rows: rows)
  }
}
