internal import AtlasModel

// What formats with pages ask of documents and tables.
extension Document {
  /// The line at the end of a page; no date, so that the same input gives the same bytes.
  public static var origin: String { Translator.said(englishOrigin) }

  private static let englishOrigin =
    "DPG Atlas, fit model \(ModelIdentity.version) (\(ModelIdentity.hash)). A verdict is a "
    + "screening, not a decision."

  /// Most cells of tables on pages that are set to print; beyond, nobody reads them, and setting them
  /// takes more than a second and 200 MB.
  public static let mostPageCells = 40_000

  /// How many cells its tables have.
  public var cellCount: Int {
    sections.flatMap(\.blocks).reduce(0) { count, block in
      if case .table(let table) = block {
        count + table.rows.count * table.columns.count
      } else {
        count
      }
    }
  }
}

extension ReportTable {
  /// The table as a document, with what its columns mean.
  public var page: Document {
    let documented = columns.filter { !$0.documentation.isEmpty }
    var table = self
    table.title = ""
    let meaning = documented.map { Document.Fact($0.headline, $0.documentation) }
    return Document(
      title: title,
      sections: [Document.Section("", [.table(table)])]
        + (meaning.isEmpty ? [] : [Document.Section(Translator.said("Columns"), [.facts(meaning)])])
    )
  }

  /// Headings of the columns, with units.
  public var pageHeads: [String] { columns.map(\.headline) }

  /// The cells as people read them, with the letters of statuses.
  public var pageRows: [[String]] {
    rows.map { row in
      row.map { cell in
        let letter = StatusMark.letter(of: cell).map { " " + $0 } ?? ""
        return cell.peopleText + letter
      }
    }
  }

  /// What stands under the rows: what letters mean, then remarks.
  public var pageNotes: [String] {
    (StatusMark.legend(StatusMark.used(in: self)).map { [$0] } ?? []) + notes
  }
}
