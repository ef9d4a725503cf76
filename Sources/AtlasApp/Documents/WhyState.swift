import AtlasModel
import AtlasReport
import AtlasScreen

/// The provenance of a number while it is open: formula, inputs, rows with year and source.
struct WhyState: ExplorerView {
  /// What the number belongs to, as the command `why` reads it, such as `UGA dhis2 D1`; empty for a
  /// fact that no command prints.
  let path: String
  let node: WhyNode
  /// Flags of the screening in a line; empty where the number is no part of one.
  let flags: String
  private var scroll = LineScroll()

  /// Opens a number of what is selected: a figure of a country, or a number of a pair.
  init(_ node: WhyNode, of subject: Subject?, _ state: AppState) {
    let catalog = state.atlas.catalog
    self.node = node
    if let country = subject?.country,
      FigureNode.node(catalog, country: country, column: node.id) != nil
    {
      path = "\(catalog.countries[country].iso3) --figure \(node.id)"
      flags = ""
    } else if case .pair(let country, let good) = subject, WhyTree.names.contains(node.id) {
      path = "\(ScreeningState.key(country, good, catalog)) \(node.id)"
      let insight = state.atlas.assessor.insight(country: country, good: good)
      flags = ScreeningWords.flagSummary(insight.screening.flags)
    } else {
      path = ""
      flags = ""
    }
  }

  /// Opens what a place names, as `UGA dhis2 D1` or `UGA --figure internet-users`; nil for nothing.
  init?(_ words: [String], _ state: AppState) {
    let catalog = state.atlas.catalog
    guard words.count == 3, let country = catalog.countryPosition(words[0]) else { return nil }
    let node: WhyNode?
    let subject: Subject
    if words[1] == "--figure" {
      subject = .country(country)
      node = FigureNode.node(catalog, country: country, column: words[2])
    } else {
      // The verdict opens only behind its flags.
      guard let good = catalog.goodPosition(words[1]),
        words[2] != "verdict" || state.opened.contains(ScreeningState.key(country, good, catalog))
      else { return nil }
      subject = .pair(country: country, good: good)
      let insight = state.atlas.assessor.insight(country: country, good: good)
      node = WhyTree(insight, catalog: catalog).node(words[2])
    }
    guard let node else { return nil }
    self.init(node, of: subject, state)
  }

  var kind: ViewKind { .why }
  func place(_ state: AppState) -> String { path.isEmpty ? "" : "why " + path }
  func crumb(_ state: AppState) -> String { "Why: " + node.name }
  func hints(_ state: AppState) -> [CommandID] {
    [.moveDown, .pageDown, .copy, .export, .goBack, .showHelp]
  }

  /// Every node in order, with its depth.
  private var nodes: [(node: WhyNode, depth: Int)] { Self.flat(node, 0) }

  private static func flat(_ node: WhyNode, _ depth: Int) -> [(node: WhyNode, depth: Int)] {
    [(node, depth)] + node.children.flatMap { flat($0, depth + 1) }
  }

  func lines(columns: Int, _ catalog: Catalog) -> [ScreenLine] {
    nodes.enumerated().flatMap { entry, item -> [ScreenLine] in
      let indent = min(item.depth * 2, max(0, columns / 3))
      let node = item.node
      let margin = String(repeating: " ", count: indent)
      var lines: [ScreenLine] = []
      let head = "\(node.name): \(node.value)".wrapped(
        columns: max(8, columns - indent), hanging: 2)
      for (index, line) in head.enumerated() {
        lines.append(
          ScreenLine(
            margin + line, item.depth == 0 ? .title : .strong, entry: entry, isHead: index == 0))
      }
      if !node.formula.isEmpty {
        lines += ScreenLine.wrapped(
          "= " + node.formula, .dim, columns: columns, indent: indent + 2, entry: entry)
      }
      let origin = origin(node, catalog)
      if !origin.isEmpty {
        lines += ScreenLine.wrapped(
          origin, .text, columns: columns, indent: indent + 2, entry: entry)
      }
      return lines
    }
  }

  private func origin(_ node: WhyNode, _ catalog: Catalog) -> String {
    guard !node.source.isEmpty else { return node.year }
    let record = catalog.source(node.source)
    let words = record.map { "\($0.publisher), \($0.title) [\($0.id)]" } ?? node.source
    return [node.year, words, node.status, record?.terms ?? ""].filter { !$0.isEmpty }
      .joined(separator: "; ")
  }

  private func lines(_ state: AppState) -> [ScreenLine] {
    lines(columns: max(20, state.size.columns - 1), state.atlas.catalog)
  }

  mutating func move(_ motion: Motion, _ state: AppState) {
    scroll.move(motion, lines(state), page: state.bodyRows)
  }

  func draw(_ state: AppState, in rect: Rect, into buffer: inout CellBuffer) {
    LinesView.draw(
      lines(state), from: scroll.offset, in: rect, selected: scroll.selected, into: &buffer,
      glyphs: state.glyphs)
  }

  mutating func click(_ mouse: MouseEvent, in rect: Rect, _ state: AppState) -> Call? {
    let lines = lines(state)
    guard let entry = scroll.entry(atRow: mouse.row - rect.row, lines) else { return nil }
    _ = scroll.select(entry, lines, page: state.bodyRows)
    return nil
  }

  mutating func find(_ words: String, after last: Int?, _ state: AppState) -> Int? {
    scroll.find(words, after: last, lines(state), page: state.bodyRows)
  }

  func why(_ state: AppState) -> WhyNode? {
    let nodes = nodes
    return nodes.indices.contains(scroll.selected) ? nodes[scroll.selected].node : nil
  }

  func export(_ state: AppState) -> Export? {
    let catalog = state.atlas.catalog
    let page = WhyPage(
      node, flags: flags,
      notes: ScenarioChanges.notes(state.work.scenario, catalog: state.base.catalog),
      catalog: catalog)
    let words = path.isEmpty ? [node.id] : path.split(separator: " ").map(String.init)
    return Export(
      stem: "dpg-atlas-why-" + words.joined(separator: "-"),
      command: path.isEmpty ? "" : "why \(path)" + ScenarioWords.options(state.work.scenario)
    ) { format in
      switch format {
      case .markdown: .text(page.markdown)
      case .text: .text(page.text)
      case .json: .text(page.json.pretty)
      case .csv, .jsonLines, .xlsx: Export.contents(page.node.table, format)
      case .html, .pdf: Export.contents(page.document, format)
      }
    }
  }

  func plain(_ state: AppState, columns: Int) -> PlainPage {
    PlainPage(
      lines: lines(columns: columns, state.atlas.catalog).map { $0.spans.map(\.text).joined() })
  }
}
