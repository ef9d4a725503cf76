internal import AtlasModel
internal import AtlasScreen

/// Writes the parts of a document as HTML and keeps count of its links.
struct HTMLWriter {
  /// The sources that text may cite by number.
  private let sources: Set<Int>
  /// Sources cited so far: the first place that cites one is linked back to.
  private var cited: Set<Int> = []
  private var figures = 0
  private var keys: Set<String> = []
  /// The heading above what is written.
  var heading = ""

  init(sources: [Citations.Entry] = []) {
    self.sources = Set(sources.map(\.number))
  }

  /// A block of a section.
  mutating func block(_ block: Document.Block) -> String {
    switch block {
    case .paragraph(let text): paragraph(text)
    case .note(let text): "<p class=\"note\">\(inline(text))</p>\n"
    case .table(let table): self.table(table)
    case .chart(let chart): figure(chart)
    case .list(let points): list(points)
    case .facts(let facts): self.facts(facts)
    }
  }

  /// Points of a list.
  mutating func list(_ points: [String]) -> String {
    guard !points.isEmpty else { return "" }
    return "<ul>\n" + points.map { point($0) }.joined() + "</ul>\n"
  }

  private mutating func point(_ text: String) -> String {
    guard let opening = RichText.opening(of: PlainText.clean(text)) else {
      return "<li>\(inline(text))</li>\n"
    }
    return "<li class=\"flag \(opening.severity.word)\">\(flag(text, opening))</li>\n"
  }

  /// A paragraph; like a point, one that opens with the severity of a flag shows its sign and weight.
  private mutating func paragraph(_ text: String) -> String {
    guard let opening = RichText.opening(of: PlainText.clean(text)) else {
      return "<p>\(inline(text))</p>\n"
    }
    return "<p class=\"flag \(opening.severity.word)\">\(flag(text, opening))</p>\n"
  }

  private mutating func flag(_ text: String, _ opening: RichText.Opening) -> String {
    "<strong><span class=\"sign\" aria-hidden=\"true\">\(opening.sign)</span> "
      + "\(opening.words)</strong>"
      + inline(String(PlainText.clean(text).dropFirst(opening.words.count)))
  }

  private mutating func facts(_ facts: [Document.Fact]) -> String {
    guard !facts.isEmpty else { return "" }
    var text = "<dl>\n"
    for (position, fact) in facts.enumerated() {
      let value =
        fact.value.isEmpty
        ? "<span class=\"unknown\">\(Translator.said("unknown"))</span>" : inline(fact.value)
      let marks = fact.citations.map { " " + citation($0) }.joined()
      // A fact without a name belongs to the name before it.
      let name = inline(fact.name)
      if !name.isEmpty {
        text += "<dt>\(name)</dt>"
      } else if position == 0 {
        text += "<dt>&#160;</dt>"
      }
      text += "<dd>\(value)\(marks)</dd>\n"
    }
    return text + "</dl>\n"
  }

  private mutating func figure(_ chart: Chart) -> String {
    figures += 1
    let id = "f\(figures)"
    let marks = chart.citations.map { " " + citation($0) }.joined()
    let kind = chart.isMap ? " class=\"locator\"" : ""
    var text =
      "<figure\(kind)>\n<figcaption id=\"\(id)\">\(inline(chart.title))\(marks)</figcaption>\n"
    let words = words(of: chart)
    if let drawing = chart.drawing {
      let label = words.isEmpty ? id : "\(id) \(id)w"
      text +=
        "<svg role=\"img\" aria-labelledby=\"\(label)\" xmlns=\"http://www.w3.org/2000/svg\" "
        + "viewBox=\"0 0 \(Drawing.number(drawing.width)) \(Drawing.number(drawing.height))\">\n"
        + drawing.svg(id: id + "h") + "</svg>\n"
      // A key that was given already is known.
      if !drawing.key.isEmpty, keys.insert(drawing.key).inserted {
        text += "<p class=\"key\">\(inline(drawing.key))</p>\n"
      }
    }
    if !words.isEmpty {
      text +=
        "<ul class=\"\(chart.isMap ? "note" : "words")\" id=\"\(id)w\">\n"
        + words.map { "<li>\(inline($0))</li>\n" }.joined() + "</ul>\n"
    }
    return text + "</figure>\n"
  }

  /// The numbers of a chart in words; a map says what it shows and repeats its disclaimer.
  private func words(of chart: Chart) -> [String] {
    guard case .locator(let locator) = chart else { return chart.lines }
    let gap = chart.drawing == nil ? ["The map has no outline of \(locator.iso3)."] : []
    return gap + (locator.disclaimer.isEmpty ? [] : [locator.disclaimer])
  }

  /// Text with its citations and web addresses as links.
  mutating func inline(_ text: String) -> String {
    let text = PlainText.clean(text)
    guard text.utf8.contains(where: { $0 == 0x5B || $0 == 0x2F }) else {
      return HTMLText.escaped(text)
    }
    var result = ""
    var plain = text[...]
    while let (range, look) = RichText.link(in: plain, sources: sources) {
      result += HTMLText.escaped(String(plain[..<range.lowerBound]))
      if case .citation(let number) = look {
        result += citation(number)
      } else {
        result += HTMLText.link(String(plain[range]))
      }
      plain = plain[range.upperBound...]
    }
    return result + HTMLText.escaped(String(plain))
  }

  /// The number of a source as a link; the first one can be linked back to.
  mutating func citation(_ number: Int) -> String {
    guard sources.contains(number) else { return "[\(number)]" }
    let isFirst = cited.insert(number).inserted
    return "<a href=\"#s\(number)\"\(isFirst ? " id=\"r\(number)\"" : "")>[\(number)]</a>"
  }

  /// The list of sources, each with a link back to where it is first cited.
  func list(of entries: [Citations.Entry]) -> String {
    var text = "<ol class=\"sources\">\n"
    for entry in entries {
      let parts = [HTMLText.escaped(entry.words), HTMLText.link(entry.address)]
      let back =
        cited.contains(entry.number)
        ? " <a class=\"back\" href=\"#r\(entry.number)\" aria-label=\"Back to where source "
          + "\(entry.number) is first cited\">\(Translator.said("back"))</a>" : ""
      text +=
        "<li id=\"s\(entry.number)\" value=\"\(entry.number)\">"
        + parts.filter { !$0.isEmpty }.joined(separator: " ") + back + "</li>\n"
    }
    return text + "</ol>\n"
  }
}
