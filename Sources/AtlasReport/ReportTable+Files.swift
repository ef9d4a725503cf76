extension ReportTable {
  /// The table as CSV: RFC 4180 quoting, line feeds, one header row, raw numbers, missing empty.
  ///
  /// Text that a spreadsheet could take for a formula gets a leading apostrophe unless `isRaw`.
  public func csv(isRaw: Bool = false) -> String {
    let file = FileTable(self)
    var text = file.ids.map(Self.quoted).joined(separator: ",") + "\n"
    for row in file.rows {
      let fields = row.map { cell in
        Self.quoted((!isRaw && cell.isFormulaLike ? "'" : "") + cell.rawText)
      }
      // A lone empty field would be an empty line, which readers skip.
      text += (fields == [""] ? "\"\"" : fields.joined(separator: ",")) + "\n"
    }
    return text
  }

  private static func quoted(_ field: String) -> String {
    let mustQuote = field.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    guard mustQuote else { return field }
    var result = "\""
    for character in field.unicodeScalars {
      if character == "\"" { result += "\"" }
      result.unicodeScalars.append(character)
    }
    return result + "\""
  }

  /// One JSON object a row, keyed by column id.
  public var jsonRows: [JSONValue] {
    let file = FileTable(self)
    return file.rows.map { row in
      .object(zip(file.ids, row).map { JSONValue.Member($0, $1.json) })
    }
  }

  /// The table as a JSON array of objects.
  public var json: JSONValue { .array(jsonRows) }

  /// The table as JSON Lines: one object a line.
  public var jsonLines: String {
    jsonRows.map { $0.compact + "\n" }.joined()
  }

  /// The table as a Markdown table with its notes.
  public func markdown() -> String {
    let marks = StatusMark.used(in: self)
    var lines = [
      columns.map { MarkdownText.escaped($0.headline) },
      columns.map { $0.alignment == .trailing ? "---:" : "---" },
    ]
    for row in rows {
      lines.append(
        row.map { cell in
          let text = MarkdownText.escaped(cell.peopleText)
          return StatusMark.letter(of: cell).map { text + " " + $0 } ?? text
        })
    }
    var text = lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
    let notes = (StatusMark.legend(marks).map { [$0] } ?? []) + notes
    for note in notes { text += "\n" + MarkdownText.escaped(note) + "\n" }
    return text
  }
}
