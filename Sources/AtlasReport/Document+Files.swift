extension Document {
  /// The document as Markdown.
  public func markdown() -> String {
    var text = "# " + MarkdownText.escaped(title) + "\n"
    if !subtitle.isEmpty { text += "\n" + MarkdownText.escaped(subtitle) + "\n" }
    for section in sections {
      text += "\n## " + MarkdownText.escaped(section.title) + "\n"
      for block in section.blocks.map(Self.markdown) where !block.isEmpty { text += "\n" + block }
    }
    if !notes.isEmpty {
      text += "\n## \(Translator.said("Notes"))\n\n"
      for note in notes { text += "- " + MarkdownText.escaped(note) + "\n" }
    }
    if !sources.isEmpty {
      text += "\n## \(Translator.said("Sources"))\n\n"
      for source in sources {
        let parts = [MarkdownText.escaped(source.words), MarkdownText.link(source.address)]
        text += "\(source.number). " + parts.filter { !$0.isEmpty }.joined(separator: " ") + "\n"
      }
    }
    return text
  }

  private static func markdown(_ block: Block) -> String {
    switch block {
    case .paragraph(let text): return MarkdownText.escaped(text) + "\n"
    case .note(let text): return "> " + MarkdownText.escaped(text) + "\n"
    case .table(let table): return table.markdown()
    case .chart(.timeline(let chart)):
      return "```text\n" + chart.text(width: 100).map { $0 + "\n" }.joined() + "```\n"
    case .chart(let chart):
      let lines = chart.lines.map { "- " + MarkdownText.escaped($0) + "\n" }.joined()
      guard case .bars(let bars) = chart, !lines.isEmpty else { return lines }
      let marker = bars.markerName.isEmpty ? "" : " (\(bars.markerName))"
      return MarkdownText.escaped(chart.caption + marker) + ":\n\n" + lines
    case .list(let points):
      return points.map { "- " + MarkdownText.escaped($0) + "\n" }.joined()
    case .facts(let facts):
      return facts.map { fact in
        "- **" + MarkdownText.escaped(fact.name) + "**: " + MarkdownText.escaped(fact.words) + "\n"
      }.joined()
    }
  }

  /// The document as JSON: title, sections with their blocks, notes and sources.
  public var json: JSONValue {
    .object([
      JSONValue.Member("schema", 1),
      JSONValue.Member("title", .string(title)),
      JSONValue.Member("subtitle", subtitle.isEmpty ? .null : .string(subtitle)),
      JSONValue.Member(
        "sections",
        .array(
          sections.map { section in
            .object([
              JSONValue.Member("title", .string(section.title)),
              JSONValue.Member("blocks", .array(section.blocks.map(Self.json))),
            ])
          })),
      JSONValue.Member("notes", .array(notes.map(JSONValue.string))),
      JSONValue.Member("sources", .array(sources.map(\.json))),
    ])
  }

  private static func json(_ block: Block) -> JSONValue {
    switch block {
    case .paragraph(let text): .object([JSONValue.Member("paragraph", .string(text))])
    case .note(let text): .object([JSONValue.Member("note", .string(text))])
    case .chart(let chart):
      .object([
        JSONValue.Member("chart", .string(chart.title)),
        JSONValue.Member("lines", .array(chart.lines.map(JSONValue.string))),
      ])
    case .list(let points):
      .object([JSONValue.Member("list", .array(points.map(JSONValue.string)))])
    case .table(let table):
      .object([
        JSONValue.Member("table", .string(table.id)), JSONValue.Member("rows", table.json),
        JSONValue.Member("notes", .array(table.notes.map(JSONValue.string))),
      ])
    case .facts(let facts):
      .object([
        JSONValue.Member(
          "facts",
          .array(
            facts.map { fact in
              .object([
                JSONValue.Member("name", .string(fact.name)),
                JSONValue.Member("value", fact.value.isEmpty ? .null : .string(fact.value)),
                JSONValue.Member("sources", .array(fact.citations.map(JSONValue.integer))),
              ])
            }))
      ])
    }
  }
}

extension Citations.Entry {
  /// The entry as JSON.
  var json: JSONValue {
    func text(_ text: String) -> JSONValue { text.isEmpty ? .null : .string(text) }
    return .object([
      JSONValue.Member("number", .integer(number)), JSONValue.Member("id", text(id)),
      JSONValue.Member("publisher", text(publisher)), JSONValue.Member("title", text(title)),
      JSONValue.Member("vintage", text(vintage)), JSONValue.Member("terms", text(terms)),
      JSONValue.Member("address", text(address)),
    ])
  }
}
