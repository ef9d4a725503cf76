public import AtlasModel

extension ScenarioCombination {
  /// What no longer counts, and what counts in its place, with files and lines.
  public var overrideTable: ReportTable {
    func place(_ saying: Saying) -> ReportCell {
      .text("\(PlainText.clean(saying.file)), line \(saying.statement.line)")
    }
    func words(_ saying: Saying, _ key: String) -> ReportCell {
      let statement = saying.statement
      return .text(
        statement.key == key ? statement.value : "\(statement.key): \(statement.value)")
    }
    return ReportTable(
      id: "overrides", title: "What no longer counts",
      columns: [
        ReportColumn("what", "what"), ReportColumn("earlier", "was"),
        ReportColumn("earlier_place", "in"), ReportColumn("later", "counts"),
        ReportColumn("later_place", "by"),
      ],
      rows: overrides.map { item in
        let key = item.earlier.statement.key
        return [
          .text(key), words(item.earlier, key), place(item.earlier), words(item.later, key),
          place(item.later),
        ]
      })
  }
}
