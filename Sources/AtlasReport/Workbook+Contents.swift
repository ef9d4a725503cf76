internal import AtlasModel

extension ReportTable {
  /// The table as a spreadsheet: its rows, what the columns mean, remarks.
  ///
  /// Rows have the columns of files, so that every figure has year, status and source beside it.
  public var workbook: Workbook {
    var book = Workbook(title: title)
    let file = FileTable(self)
    book.add(title, frozenRows: 1, rows: file.cells)
    book.add("Columns", frozenRows: 1, rows: columnRows(file.ids))
    book.add(
      "Notes", widths: [100],
      rows: ([Workbook.emptiness] + notes + [Workbook.origin]).map { [.words($0, .wrapped)] })
    return book
  }

  /// What each column of the rows is.
  fileprivate func columnRows(_ ids: [String]) -> [[Workbook.Cell]] {
    let head = ["column", "title", "unit", "meaning"].map { Workbook.Cell.text($0, .header) }
    return [head]
      + ids.map { id in
        if let column = columns.first(where: { $0.id == id }) {
          return [
            .words(id), .words(column.title), .words(column.unit),
            .words(column.documentation, .wrapped),
          ]
        }
        let end = id.split(separator: "_").last.map(String.init) ?? ""
        let owner = String(id.dropLast(end.count + 1))
        return [.words(id), .empty, .empty, .words("The \(end) of the figure in \(owner).")]
      }
  }
}

extension Document {
  /// The document as a spreadsheet: a sheet a section, a sheet a table, notes and sources.
  public var workbook: Workbook {
    var book = Workbook(title: title)
    book.add(
      "Contents", widths: [100],
      rows: [[.words(title, .title)], [.words(subtitle, .wrapped)], []]
        + sections.map { [.words($0.title)] } + [[]]
        + ([Workbook.emptiness] + notes + [Workbook.origin]).map { [.words($0, .wrapped)] })
    for section in sections { add(section, to: &book) }
    book.add(sources)
    return book
  }

  private func add(_ section: Section, to book: inout Workbook) {
    let tables = section.blocks.compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
    let rows = section.blocks.flatMap { Self.rows($0) }
    if !rows.isEmpty {
      book.add(
        section.title, frozenRows: 1, widths: [40, 80, 12],
        rows: [[.words(section.title, .title)]] + rows)
    }
    for table in tables {
      let file = FileTable(table)
      let remarks = table.notes.map { [Workbook.Cell.words($0)] }
      book.add(
        table.title.isEmpty ? section.title : table.title, frozenRows: 1,
        rows: file.cells + (remarks.isEmpty ? [] : [[]] + remarks))
    }
  }

  /// A block as rows of name, words and numbers of sources; a table has a sheet of its own.
  private static func rows(_ block: Block) -> [[Workbook.Cell]] {
    switch block {
    case .table: []
    case .paragraph(let text), .note(let text): [[.empty, .words(text, .wrapped)]]
    case .list(let points): points.map { [.empty, .words($0, .wrapped)] }
    case .chart(let chart):
      [[.words(chart.title, .header)]] + chart.lines.map { [.empty, .words($0, .wrapped)] }
    case .facts(let facts):
      facts.map { fact in
        [
          .words(fact.name, .wrapped), .words(fact.value, .wrapped),
          .words(fact.citations.map(String.init).joined(separator: ", ")),
        ]
      }
    }
  }
}

extension Workbook {
  /// Adds a sheet of sources, if there are any.
  mutating func add(_ sources: [Citations.Entry]) {
    guard !sources.isEmpty else { return }
    let head = ["number", "id", "publisher", "title", "vintage", "terms", "address"]
    add(
      "Sources", frozenRows: 1,
      rows: [head.map { .text($0, .header) }]
        + sources.map { source in
          [
            .whole(source.number), .words(source.id), .words(source.publisher),
            .words(source.title), .words(source.vintage), .words(source.terms),
            .words(source.address),
          ]
        })
  }

  /// Adds a sheet with the rows of a table under its head, which stays in sight.
  mutating func add(_ table: ReportTable) {
    add(table.title, frozenRows: 1, rows: FileTable(table).cells)
  }
}

extension FileTable {
  /// Head and rows as cells of a spreadsheet.
  var cells: [[Workbook.Cell]] {
    [ids.map { .text($0, .header) }] + rows.map { $0.map(Workbook.Cell.init) }
  }
}

extension Workbook {
  /// What an empty cell means.
  static let emptiness = "An empty cell is unknown, which is not zero."
  /// What made the file; no date, since the same input gives the same bytes.
  static let origin =
    "DPG Atlas, fit model \(ModelIdentity.version) (\(ModelIdentity.hash))."
}
