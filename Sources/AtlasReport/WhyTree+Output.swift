import AtlasModel

extension WhyNode {
  /// The tree as indented lines.
  public func text(indent: Int = 0) -> String {
    let margin = String(repeating: "  ", count: indent)
    var line = "\(margin)\(name): \(value)"
    let origin = [year, source].filter { !$0.isEmpty }.joined(separator: " ")
    if !origin.isEmpty { line += " [\(origin)\(status.isEmpty ? "" : ", \(status)")]" }
    var text = PlainText.clean(line) + "\n"
    if !formula.isEmpty { text += PlainText.clean("\(margin)  = \(formula)") + "\n" }
    for child in children { text += child.text(indent: indent + 1) }
    return text
  }

  /// The tree in another language.
  func translated(by translator: Translator) -> WhyNode {
    var copy = self
    copy.name = translator.translate(name)
    copy.value = translator.translate(value)
    copy.formula = translator.translate(formula)
    copy.status = translator.translate(status)
    copy.children = children.map { $0.translated(by: translator) }
    return copy
  }

  /// The tree as a nested list in Markdown.
  public func markdown(indent: Int = 0) -> String {
    let margin = String(repeating: "  ", count: indent)
    let origin = [year, source, status].filter { !$0.isEmpty }.joined(separator: ", ")
    var text =
      "\(margin)- **\(MarkdownText.escaped(name))**: \(MarkdownText.escaped(value))"
      + (origin.isEmpty ? "" : " (\(MarkdownText.escaped(origin)))") + "\n"
    if !formula.isEmpty { text += "\(margin)  - \(MarkdownText.escaped(formula))\n" }
    for child in children { text += child.markdown(indent: indent + 1) }
    return text
  }

  /// The tree as points, each with the numbers of the branches that lead to it.
  func points(number: String = "") -> [String] {
    let origin = [year, source, status].filter { !$0.isEmpty }.joined(separator: ", ")
    let line =
      (number.isEmpty ? "" : number + " ") + "\(name): \(value)"
      + (origin.isEmpty ? "" : " (\(origin))") + (formula.isEmpty ? "" : " = \(formula)")
    let prefix = number.isEmpty ? "" : number + "."
    return [line]
      + children.enumerated().flatMap { $1.points(number: prefix + String($0 + 1)) }
  }

  /// The tree as nested objects.
  public var json: JSONValue {
    .object([
      .init("id", .string(id)), .init("name", .string(name)), .init("value", .string(value)),
      .init("formula", formula.isEmpty ? .null : .string(formula)),
      .init("year", year.isEmpty ? .null : Int(year).map { .integer($0) } ?? .string(year)),
      .init("source", source.isEmpty ? .null : .string(source)),
      .init("status", status.isEmpty ? .null : .string(status)),
      .init("inputs", .array(children.map(\.json))),
    ])
  }

  /// One row a node, with the path to it.
  public func rows(path: String = "") -> [[ReportCell]] {
    let here = path.isEmpty ? id : path + "/" + id
    let own: [ReportCell] = [
      .text(here), .text(name), .text(value), .text(formula), .text(year), .text(source),
      .text(status),
    ]
    return [own] + children.flatMap { $0.rows(path: here) }
  }

  /// The tree as a table.
  public var table: ReportTable {
    ReportTable(
      id: "why", title: name,
      columns: [
        ReportColumn("path", "path", documentation: "Where it stands in the tree."),
        ReportColumn("name", "name", documentation: "What it is."),
        ReportColumn("value", "value", documentation: "Its value."),
        ReportColumn("formula", "formula", documentation: "How it is worked out."),
        ReportColumn("year", "year", documentation: "Year of a row of the dataset."),
        ReportColumn("source", "source", documentation: "Source of a row of the dataset."),
        ReportColumn("status", "status", documentation: "How a row came about."),
      ], rows: rows())
  }
}
