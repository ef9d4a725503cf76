extension ReportTable {
  /// The table in another language: titles, what columns mean, words in cells, remarks; nil is English.
  ///
  /// Ids, numbers and sources stay; a table of sources keeps all that they say of themselves.
  public func translated(by translator: Translator?) -> ReportTable {
    guard let translator else { return self }
    var copy = self
    copy.title = translator.translate(title)
    copy.notes = notes.map(translator.translate)
    for index in columns.indices {
      copy.columns[index].title = translator.translate(columns[index].title)
      copy.columns[index].unit = translator.translate(columns[index].unit)
      copy.columns[index].documentation = translator.translate(columns[index].documentation)
    }
    guard about != .sources else { return copy }
    let open = columns.indices.filter { !Self.kept.contains(columns[$0].id) }
    for row in rows.indices {
      for column in open { copy.rows[row][column] = rows[row][column].translated(by: translator) }
    }
    return copy
  }

  /// Columns whose words are ids, codes, addresses or somebody else's.
  private static let kept: Set<String> = [
    "id", "iso3", "iso2", "good", "page", "website", "address", "series", "licences",
    "organisations", "source", "sources", "registry_id",
  ]
}

extension ReportCell {
  /// The cell in another language; only words change.
  func translated(by translator: Translator) -> ReportCell {
    var copy = self
    switch value {
    case .text(let text): copy.value = .text(translator.translate(text))
    case .list(let texts): copy.value = .list(texts.map(translator.translate))
    case .number, .integer, .year, .answer, .citation, .missing: break
    }
    return copy
  }
}

extension Workbook {
  /// The workbook in another language: names of sheets and words in cells; nil is English.
  public func translated(by translator: Translator?) -> Workbook {
    guard let translator else { return self }
    var copy = Workbook(title: translator.translate(title))
    for sheet in sheets {
      let isOthers = sheet.name == "Sources"
      let rows = sheet.rows.enumerated().map { index, row in
        row.enumerated().map { column, cell -> Cell in
          guard case .text(let text, let style) = cell, !isOthers || index < sheet.frozenRows,
            style != .header || !Self.isID(text), sheet.name != "Columns" || column > 0
          else { return cell }
          return .words(translator.translate(text), style)
        }
      }
      copy.add(
        translator.translate(sheet.name), frozenRows: sheet.frozenRows, widths: sheet.widths,
        rows: rows)
    }
    return copy
  }

  /// Whether the head of a column is an id rather than a title.
  private static func isID(_ text: String) -> Bool {
    !text.contains { $0 == " " || $0.isUppercase }
  }
}
