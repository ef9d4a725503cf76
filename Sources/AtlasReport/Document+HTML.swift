internal import AtlasModel

extension Document {
  /// The document as one HTML file that needs nothing else: no script, no font, no network.
  public func html(_ page: HTMLPage = .standard) -> String {
    var writer = HTMLWriter(sources: sources)
    var body = HTMLParts.header(title: title, subtitle: subtitle)
    let titles =
      sections.map(\.title) + (notes.isEmpty ? [] : [Translator.said("Notes")])
      + (sources.isEmpty ? [] : [Translator.said("Sources")])
    if titles.count > 4 { body += HTMLParts.contents(titles) }
    body += "<main>\n"
    for (position, section) in sections.enumerated() {
      body += HTMLParts.section(position + 1, section.title) {
        writer.heading = section.title
        return section.blocks.map { writer.block($0) }.joined()
      }
    }
    if !notes.isEmpty {
      body += HTMLParts.section(sections.count + 1, Translator.said("Notes")) { writer.list(notes) }
    }
    if !sources.isEmpty {
      body += HTMLParts.section(titles.count, Translator.said("Sources")) {
        writer.list(of: sources)
      }
    }
    return page.filled(title: title, body: body + "</main>\n", footer: HTMLParts.footer)
  }
}

extension ReportTable {
  /// The table as one HTML file, with what its columns mean.
  public func html(_ page: HTMLPage = .standard) -> String {
    var writer = HTMLWriter()
    writer.heading = title
    var body = HTMLParts.header(title: title, subtitle: "") + "<main>\n" + writer.table(self)
    let documented = columns.filter { !$0.documentation.isEmpty }
    if !documented.isEmpty {
      body += HTMLParts.section(1, Translator.said("Columns")) {
        writer.block(.facts(documented.map { Document.Fact($0.headline, $0.documentation) }))
      }
    }
    return page.filled(title: title, body: body + "</main>\n", footer: HTMLParts.footer)
  }
}

/// What every page has.
private enum HTMLParts {
  static func header(title: String, subtitle: String) -> String {
    "<header>\n<h1>\(HTMLText.escaped(title))</h1>\n"
      + (subtitle.isEmpty ? "" : "<p class=\"subtitle\">\(HTMLText.escaped(subtitle))</p>\n")
      + "</header>\n"
  }

  static func contents(_ titles: [String]) -> String {
    "<nav aria-label=\"\(Translator.said("Contents"))\">\n<ol>\n"
      + titles.enumerated().map { position, title in
        "<li><a href=\"#p\(position + 1)\">\(HTMLText.escaped(title))</a></li>\n"
      }.joined() + "</ol>\n</nav>\n"
  }

  static func section(_ number: Int, _ title: String, _ contents: () -> String) -> String {
    "<section aria-labelledby=\"p\(number)\">\n<h2 id=\"p\(number)\">\(HTMLText.escaped(title))</h2>\n"
      + contents() + "</section>\n"
  }

  static var footer: String { "<p>\(Document.origin)</p>\n" }
}
