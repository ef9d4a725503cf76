import AtlasData
import AtlasModel
import AtlasReport

/// Counts of a dataset as a document.
struct DatasetInfoDocument {
  private let info: DatasetInfo

  init(_ info: DatasetInfo) {
    self.info = info
  }

  var document: Document {
    let identity = info.identity
    return Document(
      title: identity.name, subtitle: "Dataset \(identity.id), version \(identity.version)",
      sections: [
        Document.Section(
          "Identity",
          [
            .facts([
              Document.Fact("Version", identity.version),
              Document.Fact("Compiled", identity.compiled),
              Document.Fact("Hash", identity.hash),
              Document.Fact("Countries", NumberText.grouped(info.countries)),
              Document.Fact("Observations", NumberText.grouped(info.observations)),
              Document.Fact("Rows left out", NumberText.grouped(info.warnings)),
            ])
          ]),
        Document.Section("Tables", [.table(tables)]),
        Document.Section("Observations by status", [.table(statuses)]),
        Document.Section("Terms of use", [.table(reuse)]),
        Document.Section("Coverage of indicators", [.table(coverage)]),
      ],
      notes: [identity.curation, identity.mapDisclaimer].filter { !$0.isEmpty })
  }

  private func table(
    _ id: String, _ title: String, _ columns: [(String, String)], _ rows: [[ReportCell]]
  ) -> ReportTable {
    ReportTable(
      id: id, title: title,
      columns: columns.enumerated().map { position, column in
        ReportColumn(column.0, column.1, alignment: position == 0 ? .leading : .trailing)
      }, rows: rows)
  }

  private var tables: ReportTable {
    table(
      "tables", "Tables", [("file", "file"), ("rows", "rows")],
      info.tables.map { [.text($0.file.rawValue), ReportCell(.integer($0.rows))] })
  }

  private var statuses: ReportTable {
    table(
      "statuses", "Observations by status",
      [("status", "status"), ("observations", "observations")],
      info.statuses.map { [.text($0.status.rawValue), ReportCell(.integer($0.observations))] })
  }

  private var reuse: ReportTable {
    table(
      "reuse", "Terms of use",
      [("reuse", "reuse"), ("sources", "sources"), ("observations", "observations")],
      info.reuse.map {
        [
          .text($0.reuse.rawValue), ReportCell(.integer($0.sources)),
          ReportCell(.integer($0.observations)),
        ]
      })
  }

  /// Countries and years by indicator.
  var coverage: ReportTable {
    func year(_ year: Int?) -> ReportCell {
      ReportCell(year.map { .year(NumberText.year($0)) } ?? .missing)
    }
    return table(
      "coverage", "Coverage of indicators",
      [
        ("indicator", "indicator"), ("countries", "countries"), ("oldest", "oldest"),
        ("median", "median"), ("newest", "newest"),
      ],
      info.coverage.map {
        [
          .text($0.indicator), ReportCell(.integer($0.countries)), year($0.oldest),
          year($0.median), year($0.newest),
        ]
      })
  }
}
