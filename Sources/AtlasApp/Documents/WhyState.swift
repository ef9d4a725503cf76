import AtlasModel
import AtlasReport
import AtlasScreen

/// The provenance of a number while it is open: formula, inputs, rows with year and source.
struct WhyState: ExplorerView {
  /// What the number belongs to, as the place reads it, such as `UGA dhis2 D1`.
  let path: String
  let node: WhyNode
  /// Flags of the screening in a line; empty where the number is no part of one.
  let flags: String
  private var scroll = LineScroll()

  init(_ node: WhyNode, path: String, flags: String = "") {
    self.node = node
    self.path = path
    self.flags = flags
  }

  var kind: ViewKind { .why }
  func place(_ state: AppState) -> String { "why " + path }
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
    return Export(
      stem: "dpg-atlas-why-" + path.split(separator: " ").joined(separator: "-"),
      command: path.isEmpty ? "" : "why \(path)" + ScenarioWords.options(state.work.scenario)
    ) { format in
      switch format {
      case .markdown: page.markdown
      case .text: page.text
      case .csv: page.node.table.csv()
      case .json: page.json.pretty
      case .jsonLines: page.node.table.jsonLines
      }
    }
  }

  func plain(_ state: AppState, columns: Int) -> PlainPage {
    PlainPage(
      lines: lines(columns: columns, state.atlas.catalog).map { $0.spans.map(\.text).joined() })
  }
}
