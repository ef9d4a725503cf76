import AtlasModel
import AtlasReport
import CPaper

// Blocks of a document, but for tables.
extension PaperFlow {
  /// The head of the first page.
  mutating func head(title: String, subtitle: String) {
    add(.place("top"))
    set(shape(title, size: 19, isBold: true), as: "H1")
    set(shape(subtitle, size: PaperMeasure.text), colour: PageColour.quiet)
    y += 3
    rule(PageColour.known, height: 1.6)
  }

  /// The head of a section, which never stands alone at the end of a page.
  mutating func heading(_ title: String, place name: String) {
    heading = title
    guard !title.isEmpty else { return }
    let text = shape(title, size: 11.5, isBold: true)
    space(6)
    need((text?.height ?? 0) + 46)
    add(.place(name))
    set(text, as: "H2")
    y += 1
    rule()
    y += 3
  }

  /// Blocks in order; a map stands beside the facts that follow it.
  mutating func blocks(_ blocks: [Document.Block]) {
    var position = 0
    while position < blocks.count {
      if case .chart(let chart) = blocks[position], case .locator = chart,
        position + 1 < blocks.count, case .facts(let facts) = blocks[position + 1]
      {
        beside(chart, facts)
        position += 2
      } else {
        block(blocks[position])
        position += 1
      }
      space()
    }
  }

  private mutating func block(_ block: Document.Block) {
    switch block {
    case .paragraph(let text): paragraph(text)
    case .note(let text): note(text)
    case .list(let points): list(points)
    case .facts(let facts): self.facts(facts)
    case .table(let table): self.table(table)
    case .chart(let chart): figure(chart)
    }
  }

  private mutating func paragraph(_ text: String) {
    let opening = RichText(text, sources: sources, mayBeFlag: true).severity
    let indent = opening == nil ? 0.0 : 8
    set(
      shape(text, width: width - indent, mayBeFlag: true), x: left + indent,
      bar: opening.map(Self.bar))
  }

  /// A remark.
  mutating func note(_ text: String) {
    set(
      shape(text, size: PaperMeasure.small, width: width - 8), x: left + 8,
      colour: PageColour.quiet,
      bar: PageColour.rule)
  }

  /// Points of a list.
  mutating func list(_ points: [String], size: Double = PaperMeasure.text) {
    for point in points {
      let isFlag = RichText(point, sources: sources, mayBeFlag: true).severity
      let text = shape(point, size: size, width: width - 10, mayBeFlag: true)
      if isFlag == nil, let text, let first = text.lines.first,
        let mark = shape("•", size: size, width: 10)
      {
        need(text.lines.count < 4 ? text.height : first.height * 2)
        add(.line(mark, 0, x: left, y: y, colour: PageColour.quiet))
      }
      set(text, x: left + 10, bar: isFlag.map(Self.bar))
      y += 1
    }
  }

  private static func bar(_ severity: Severity) -> UInt32 {
    severity >= .high ? PageColour.mark : PageColour.rule
  }

  /// Names with values beside them; one is not split unless it is longer than half a page.
  mutating func facts(_ facts: [Document.Fact]) {
    let names = min(130, width * 0.3)
    for fact in facts {
      let name = shape(fact.name, width: names - 8)
      let value = shape(fact.words, width: width - names)
      let height = max(name?.height ?? 0, value?.height ?? 0)
      need(min(height + 2, pageHeight / 2))
      let start = y
      let page = pages.count
      if let name {
        for (number, line) in name.lines.enumerated() {
          let before = name.lines.prefix(number).reduce(0) { $0 + $1.height }
          guard y + before + line.height <= bottom else { break }
          add(.line(name, number, x: left, y: y + before, colour: PageColour.quiet))
        }
      }
      set(value, x: left + names, colour: fact.value.isEmpty ? PageColour.quiet : PageColour.ink)
      if pages.count == page { y = max(y, start + (name?.height ?? 0)) }
      y += 1
      rule(height: 0.4)
      y += 1
    }
  }

  // MARK: Charts

  /// A chart over the whole width, with its title and what its shapes mean.
  mutating func figure(_ chart: Chart, isBeside: Bool = false) {
    let title = shape(chart.caption, isBold: true)
    let drawing = chart.drawing
    let scale = drawing.map { min(width, 510) / $0.width } ?? 0
    // A key that was given already is known.
    let isNew = drawing.map { keys.insert($0.key).inserted } ?? false
    let key = isNew ? drawing.flatMap { shape($0.key, size: PaperMeasure.small) } : nil
    let words = (title?.height ?? 0) + (key?.height ?? 0)
    need(words + (drawing?.height ?? 0) * scale + 6)
    set(title)
    y += 2
    if let drawing {
      add(.begin("Figure", attributes: ""))
      add(.drawing(drawing, x: left, y: y, scale: scale))
      add(.end("Figure"))
      y += drawing.height * scale + 2
    } else {
      list(chart.lines)
    }
    set(key, colour: PageColour.quiet)
    if case .locator(let map) = chart, !isBeside { disclaim(map) }
  }

  /// The line that stands with every map.
  private mutating func disclaim(_ map: LocatorChart) {
    set(shape(map.disclaimer, size: PaperMeasure.tiny), colour: PageColour.quiet)
  }

  /// A map at the right of facts.
  private mutating func beside(_ chart: Chart, _ facts: [Document.Fact]) {
    let (start, page, edge) = (y, pages.count, right)
    left = right - 124
    figure(chart, isBeside: true)
    let end = y
    left = PaperMeasure.side
    right = edge - 138
    y = start
    // The map begins where the facts do, unless it went to a new page.
    if pages.count > page { y = PaperMeasure.top }
    let now = pages.count
    self.facts(facts)
    right = edge
    if pages.count == now { y = max(y, end) }
    if case .locator(let map) = chart { disclaim(map) }
  }
}
