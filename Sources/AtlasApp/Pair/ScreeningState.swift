import AtlasModel
import AtlasReport
import AtlasScreen

/// A screening while it is open: flags first, the numbers beside or under them, the verdict folded
/// until its flags have been on the screen.
struct ScreeningState: ExplorerView {
  /// Position of the country.
  let country: Int
  /// Position of the good.
  let good: Int
  private(set) var insight: Insight
  /// Flags that fired or could fire, gravest first; then the others.
  private(set) var flags: [RiskFlag]
  /// Flags that have been on the screen, under these choices or earlier ones.
  private(set) var seen: Set<FlagID> = []
  /// Whether keys go to the numbers on the right of a wide screen.
  private(set) var isInSide = false
  private var scroll = LineScroll()
  private var sideScroll = LineScroll()
  private var layout: ScreeningLayout
  private var scenario: Scenario

  /// Screens a pair.
  init(country: Int, good: Int, _ state: AppState) {
    self.country = country
    self.good = good
    scenario = state.work.scenario
    insight = state.atlas.assessor.insight(
      country: country, good: good, sampling: state.atlas.sampling)
    flags = Self.ordered(insight.screening.flags)
    layout = ScreeningLayout.empty
    settle(state)
  }

  private static func ordered(_ flags: AssessedFlags) -> [RiskFlag] {
    flags.open + flags.all.filter { $0.worst == .none }
  }

  var kind: ViewKind { .screening }
  var screening: Screening { insight.screening }

  /// How many open flags have not been on the screen.
  var unreadCount: Int { flags.count { $0.worst > .none && !seen.contains($0.id) } }
  /// Whether every open flag has been on the screen.
  var isRead: Bool { unreadCount == 0 }

  /// The flag that is open with its rule and evidence; nil while a number is selected.
  var openFlag: Int? {
    !isInSide && flags.indices.contains(scroll.selected) ? scroll.selected : nil
  }

  /// The pair as it is kept among the opened ones.
  static func key(_ country: Int, _ good: Int, _ catalog: Catalog) -> String {
    catalog.countries[country].iso3 + " " + catalog.goods[good].id
  }

  func key(_ state: AppState) -> String { Self.key(country, good, state.atlas.catalog) }
  func place(_ state: AppState) -> String { "screening " + key(state) }

  func crumb(_ state: AppState) -> String {
    let catalog = state.atlas.catalog
    return "\(catalog.goods[good].name) in \(catalog.countries[country].name)"
  }

  func hints(_ state: AppState) -> [CommandID] {
    [
      .moveDown, .openVerdict, .why, .chooseMeasures, .whatIf, .addToPlan, .showChanges,
      .showCertainty,
    ]
      + (layout.side.isEmpty ? [.pageDown] : [.nextPane]) + [.export, .goBack, .showHelp]
  }

  func disabledReason(_ id: CommandID, _ state: AppState) -> String? {
    switch id {
    case .openVerdict where !isRead:
      return "\(unreadCount) open flags have not been on the screen yet: Down or PgDn shows them."
    case .showChanges where !state.opened.contains(key(state)),
      .showCertainty where !state.opened.contains(key(state)):
      return "It names the verdict: v opens that first."
    case .nextPane: return layout.side.isEmpty ? "Needs a screen of 110 columns." : nil
    default: return nil
    }
  }

  /// Works the screening out anew under other choices.
  mutating func settle(_ state: AppState) {
    if scenario != state.work.scenario {
      let flag = openFlag.map { flags[$0].id }
      scenario = state.work.scenario
      insight = state.atlas.assessor.insight(
        country: country, good: good, sampling: state.atlas.sampling)
      flags = Self.ordered(insight.screening.flags)
      if let flag, let place = flags.firstIndex(where: { $0.id == flag }) {
        lay(out: state)
        _ = scroll.select(place, layout.main, page: layout.rows)
      }
    }
    lay(out: state)
    if layout.side.isEmpty { isInSide = false }
    scroll.fit(layout.main, page: layout.rows)
    sideScroll.fit(layout.side, page: layout.rows)
    let end = min(layout.main.count, scroll.offset + layout.rows)
    guard scroll.offset < end, !state.isTooSmall, state.overlay == nil else { return }
    for line in layout.main[scroll.offset..<end] {
      guard line.isHead, let entry = line.entry, flags.indices.contains(entry) else { continue }
      seen.insert(flags[entry].id)
    }
  }

  private mutating func lay(out state: AppState) {
    layout = ScreeningLayout(self, state)
  }

  mutating func move(_ motion: Motion, _ state: AppState) {
    switch motion {
    case .left: isInSide = false
    case .right: isInSide = !layout.side.isEmpty
    default:
      if isInSide {
        sideScroll.move(motion, layout.side, page: layout.rows)
        return
      }
      let before = scroll.selected
      scroll.move(motion, layout.main, page: layout.rows)
      // A flag that is longer than the screen is read to its end.
      guard scroll.selected != before else { return }
      // The selected flag opens, which moves what is below it.
      lay(out: state)
      _ = scroll.select(scroll.selected, layout.main, page: layout.rows)
    }
  }

  mutating func nextPane() { isInSide.toggle() }

  func draw(_ state: AppState, in rect: Rect, into buffer: inout CellBuffer) {
    let layout = layout.fits(self, state) ? layout : ScreeningLayout(self, state)
    let parts = rect.splitLeft(layout.mainColumns)
    LinesView.draw(
      layout.main, from: scroll.offset, in: parts.left, selected: isInSide ? nil : scroll.selected,
      into: &buffer, glyphs: state.glyphs)
    guard !layout.side.isEmpty else { return }
    LinesView.draw(
      layout.side, from: sideScroll.offset, in: parts.rest.splitLeft(2).rest,
      selected: isInSide ? sideScroll.selected : nil, into: &buffer, glyphs: state.glyphs)
  }

  mutating func click(_ mouse: MouseEvent, in rect: Rect, _ state: AppState) -> Call? {
    let row = mouse.row - rect.row
    if mouse.column >= rect.column + layout.mainColumns {
      guard let entry = sideScroll.entry(atRow: row, layout.side) else { return nil }
      isInSide = true
      _ = sideScroll.select(entry, layout.side, page: layout.rows)
    } else {
      guard let entry = scroll.entry(atRow: row, layout.main) else { return nil }
      isInSide = false
      _ = scroll.select(entry, layout.main, page: layout.rows)
    }
    return mouse.kind == .doublePress ? Call(.openRow) : nil
  }

  /// The number selected, as `why` names it.
  private var selectedNumber: String? {
    let entry = isInSide ? sideScroll.selected : scroll.selected
    if flags.indices.contains(entry) { return flags[entry].id.rawValue }
    return ScreeningNumber.name(entry)
  }

  func selectedID(_ state: AppState) -> String { selectedNumber ?? "" }

  mutating func select(id: String, _ state: AppState) -> Bool {
    let entry =
      flags.firstIndex { $0.id.rawValue == id.uppercased() } ?? ScreeningNumber.entry(id)
    guard let entry else { return false }
    if scroll.select(entry, layout.main, page: layout.rows) {
      isInSide = false
      lay(out: state)
      return scroll.select(entry, layout.main, page: layout.rows)
    }
    guard sideScroll.select(entry, layout.side, page: layout.rows) else { return false }
    isInSide = true
    return true
  }

  mutating func find(_ words: String, after last: Int?, _ state: AppState) -> Int? {
    isInSide = false
    return scroll.find(words, after: last, layout.main, page: layout.rows)
  }

  /// Whether the folded verdict is selected.
  var isOnVerdict: Bool { !isInSide && scroll.selected == ScreeningNumber.verdict }

  func subject(_ state: AppState) -> Subject? { .pair(country: country, good: good) }

  func why(_ state: AppState) -> WhyNode? {
    guard let name = selectedNumber else { return nil }
    if name == "verdict", !state.opened.contains(key(state)) { return nil }
    return WhyTree(insight, catalog: state.atlas.catalog).node(name)
  }

  func export(_ state: AppState) -> Export? {
    let insight = insight
    let context = state.atlas.assessor.context
    let catalog = state.atlas.catalog
    let original = state.base.catalog
    let scenario = state.work.scenario
    var export = Export.document(
      { _ in
        ScreeningDocument.document(insight, catalog: catalog)
          .opened(with: scenario, original: original)
      }, rows: { FlagsTable.table(insight.screening, catalog: catalog) },
      json: {
        ScreeningJSON(
          insight, catalog: catalog, scenario: scenario, original: original, context: context
        ).value.pretty
      },
      stem: "dpg-atlas-\(catalog.countries[country].iso3)-\(catalog.goods[good].id)",
      command: "assess \(key(state))" + ScenarioWords.options(scenario))
    let entry = state.work.plan.first {
      $0.iso3 == catalog.countries[country].iso3 && $0.good == catalog.goods[good].id
    }
    let note = SafeText.line(entry?.note ?? "", limit: FitReport.Options.longestNote)
    export.reports = .of(.pair(insight), state, arguments: key(state), note: note)
    return export
  }

  func plain(_ state: AppState, columns: Int) -> PlainPage {
    let document = ScreeningDocument.document(insight, catalog: state.atlas.catalog)
    let layout = DocumentLayout(document, columns: columns, glyphs: state.glyphs)
    return PlainPage(lines: layout.lines.map { $0.spans.map(\.text).joined() })
  }
}

/// The numbers of a screening that can be selected, as entries of its lines beyond the flags.
enum ScreeningNumber {
  /// The entry of the verdict.
  static let verdict = 999
  private static let names =
    ["fit"] + Dimension.allCases.map(\.rawValue) + ["left-out", "staff", "need", "precedent"]
    + ["data-quality"]

  static func entry(_ name: String) -> Int? {
    name == "verdict" ? verdict : names.firstIndex(of: name).map { 100 + $0 }
  }

  static func name(_ entry: Int) -> String? {
    if entry == verdict { return "verdict" }
    return names.indices.contains(entry - 100) ? names[entry - 100] : nil
  }
}
