import AtlasModel
import AtlasReport
import AtlasScreen

/// A document while it is open: a profile of a country, good, source or measure, a system, or what would
/// move a verdict.
struct DocumentState: ExplorerView {
  /// What the document is about.
  enum Topic: Sendable, Equatable {
    case country(Int)
    case good(Int)
    case source(Int)
    case measure(Int)
    case offer(Offer)
    case changes(country: Int, good: Int)
    case certainty(country: Int, good: Int)
    case acceptability(Int)
    case outline(Int)
  }

  /// How many countries are shown for each good of an offer.
  private static let offerTop = 10

  let topic: Topic
  private(set) var document: Document
  private var layout: DocumentLayout
  private var scroll = LineScroll()
  private var scenario: Scenario
  private var plan: AdoptionPlan?

  init(_ topic: Topic, _ state: AppState) {
    self.topic = topic
    scenario = state.work.scenario
    plan = Self.plan(topic, state)
    document = Self.document(topic, state.atlas, plan)
    layout = DocumentLayout(
      document, columns: Self.columns(state), glyphs: state.glyphs)
  }

  /// Whether it is the plan of a country.
  var isOutline: Bool { if case .outline = topic { true } else { false } }

  private static func plan(_ topic: Topic, _ state: AppState) -> AdoptionPlan? {
    guard case .outline(let country) = topic else { return nil }
    return state.plan(of: country)
      ?? AdoptionPlan(iso3: state.atlas.catalog.countries[country].iso3)
  }

  private static func document(_ topic: Topic, _ atlas: Atlas, _ plan: AdoptionPlan?) -> Document {
    switch topic {
    case .country(let position):
      CountryProfile.document(atlas.catalog, position, series: atlas.series)
    case .good(let position): GoodProfile.document(atlas.catalog, position)
    case .source(let position): SourceProfile.document(atlas.catalog, source: position)
    case .measure(let position): MeasureProfile.document(atlas.catalog, measure: position)
    case .offer(let offer):
      OfferDocument.document(offer, assessor: atlas.assessor, top: offerTop)
    case .changes(let country, let good): changes(country, good, atlas).document
    case .certainty(let country, let good): certainty(country, good, atlas).document
    case .acceptability(let country): acceptability(country, atlas).document
    case .outline(let country): outline(country, plan, atlas).document
    }
  }

  private static func certainty(
    _ country: Int, _ good: Int, _ atlas: Atlas, notes: [String] = []
  ) -> CertaintyDocument {
    CertaintyDocument(
      atlas.assessor, country: country, good: good, options: atlas.sampling ?? SampleOptions(),
      notes: notes)
  }

  private static func acceptability(
    _ country: Int, _ atlas: Atlas, notes: [String] = []
  ) -> AcceptabilityDocument {
    AcceptabilityDocument(
      atlas.assessor, country: country, options: atlas.sampling ?? SampleOptions(), notes: notes)
  }

  private static func changes(
    _ country: Int, _ good: Int, _ atlas: Atlas, notes: [String] = []
  ) -> ChangeDocument {
    let assessor = atlas.assessor
    var changes = assessor.changes(country: country, good: good)
    changes.leastCosts = assessor.leastCosts(
      country: country, good: good, changes, series: atlas.series)
    return ChangeDocument(
      changes,
      insight: atlas.assessor.insight(country: country, good: good), catalog: atlas.catalog,
      series: atlas.series, notes: notes)
  }

  private static func outline(
    _ country: Int, _ plan: AdoptionPlan?, _ atlas: Atlas, notes: [String] = []
  ) -> PlanDocument {
    let plan = plan ?? AdoptionPlan(iso3: atlas.catalog.countries[country].iso3)
    return PlanDocument(
      atlas.assessor.outline(plan, country: country), catalog: atlas.catalog,
      settings: atlas.assessor.settings, notes: notes)
  }

  private static func columns(_ state: AppState) -> Int { max(20, state.size.columns - 1) }

  var kind: ViewKind { .profile }

  func crumb(_ state: AppState) -> String {
    let catalog = state.atlas.catalog
    return switch topic {
    case .country(let position): catalog.countries[position].name
    case .good(let position): catalog.goods[position].name
    case .source(let position): catalog.sources[position].publisher
    case .measure(let position): catalog.measures[position].title
    case .offer(let offer): offer.name(catalog)
    case .changes(_, let good): "What would move \(catalog.goods[good].name)"
    case .certainty(_, let good): "How sure: \(catalog.goods[good].name)"
    case .acceptability(let country): "How sure: \(catalog.countries[country].name)"
    case .outline(let country): "Plan: \(catalog.countries[country].name)"
    }
  }

  func place(_ state: AppState) -> String {
    let catalog = state.atlas.catalog
    return switch topic {
    case .country(let position): "country " + catalog.countries[position].iso3
    case .good(let position): "good " + catalog.goods[position].id
    case .source(let position): "source " + catalog.sources[position].id
    case .measure(let position): "measure " + catalog.measures[position].id
    case .offer(let offer): "offer " + offer.id(catalog)
    case .changes(let country, let good):
      "changes " + ScreeningState.key(country, good, catalog)
    case .certainty(let country, let good):
      "certainty " + ScreeningState.key(country, good, catalog)
    case .acceptability(let country): "certainty " + catalog.countries[country].iso3
    case .outline(let country): "outline " + catalog.countries[country].iso3
    }
  }

  func hints(_ state: AppState) -> [CommandID] {
    switch topic {
    case .country, .good:
      [
        .screenPair, .why, .moveDown, .pageDown, .markRow, .whatIf, .copy, .export, .goBack,
        .showHelp,
      ]
    case .outline:
      [.setPlan, .moveDown, .pageDown, .export, .savePlan, .copy, .goBack, .showHelp]
    case .source, .measure, .offer, .changes, .certainty, .acceptability:
      [.openRow, .moveDown, .pageDown, .copy, .export, .goBack, .showHelp]
    }
  }

  mutating func settle(_ state: AppState) {
    let plan = Self.plan(topic, state)
    if scenario != state.work.scenario || plan != self.plan {
      scenario = state.work.scenario
      self.plan = plan
      document = Self.document(topic, state.atlas, plan)
    } else if layout.columns == Self.columns(state),
      layout.language == Translator.current?.language
    {
      return scroll.fit(layout.lines, page: state.bodyRows)
    }
    layout = DocumentLayout(document, columns: Self.columns(state), glyphs: state.glyphs)
    scroll.fit(layout.lines, page: state.bodyRows)
  }

  mutating func move(_ motion: Motion, _ state: AppState) {
    scroll.move(motion, layout.lines, page: state.bodyRows)
  }

  func draw(_ state: AppState, in rect: Rect, into buffer: inout CellBuffer) {
    LinesView.draw(
      layout.lines, from: scroll.offset, in: rect, selected: scroll.selected, into: &buffer,
      glyphs: state.glyphs)
  }

  mutating func click(_ mouse: MouseEvent, in rect: Rect, _ state: AppState) -> Call? {
    guard let entry = scroll.entry(atRow: mouse.row - rect.row, layout.lines) else { return nil }
    _ = scroll.select(entry, layout.lines, page: state.bodyRows)
    return mouse.kind == .doublePress ? Call(.openRow) : nil
  }

  func selectedID(_ state: AppState) -> String { String(scroll.selected) }

  mutating func select(id: String, _ state: AppState) -> Bool {
    guard let entry = Int(id) else { return false }
    return scroll.select(entry, layout.lines, page: state.bodyRows)
  }

  mutating func find(_ words: String, after last: Int?, _ state: AppState) -> Int? {
    scroll.find(words, after: last, layout.lines, page: state.bodyRows)
  }

  private var entry: DocumentLayout.Entry? {
    layout.entries.indices.contains(scroll.selected) ? layout.entries[scroll.selected] : nil
  }

  /// The good, country or source of the selected row, for opening it.
  var link: Subject? {
    guard case .row(let table, let row) = entry, table.positions.indices.contains(row) else {
      return nil
    }
    let position = table.positions[row]
    return switch table.about {
    case .goods: .good(position)
    case .countries: .country(position)
    case .sources: .source(position)
    default: nil
    }
  }

  func subject(_ state: AppState) -> Subject? {
    switch topic {
    case .country(let position): .country(position)
    case .good(let position): .good(position)
    case .source(let position): .source(position)
    case .measure(let position): .measure(position)
    case .offer(.good(let position)): .good(position)
    case .offer: nil
    case .changes(let country, let good), .certainty(let country, let good):
      .pair(country: country, good: good)
    case .acceptability(let country), .outline(let country): .country(country)
    }
  }

  func why(_ state: AppState) -> WhyNode? {
    let catalog = state.atlas.catalog
    switch entry {
    case .row(let table, let row) where table.positions.indices.contains(row):
      guard case .country(let country) = topic else { return nil }
      switch table.about {
      case .indicators:
        return FigureWhy.indicator(catalog, country: country, indicator: table.positions[row])
      case .attributes:
        return FigureWhy.attribute(
          catalog, country: country, id: catalog.attributes[table.positions[row]].id)
      default: return nil
      }
    case .fact(let fact):
      let sources = fact.citations.compactMap { number in
        document.sources.first { $0.number == number }
      }
      return WhyNode(fact: fact, sources: sources)
    default: return nil
    }
  }

  func export(_ state: AppState) -> Export? {
    let catalog = state.atlas.catalog
    let atlas = state.atlas
    let scenario = state.work.scenario
    let original = state.base.catalog
    switch topic {
    case .country(let position):
      let iso3 = catalog.countries[position].iso3
      var export = Export.document(
        { hasNumbers in
          CountryProfile.document(
            atlas.catalog, position, series: atlas.series, isForPeople: !hasNumbers
          ).opened(with: scenario, original: original)
        }, rows: { CountryProfile.table(atlas.catalog, position) }, stem: "dpg-atlas-" + iso3,
        command: "country \(iso3)" + ScenarioWords.options(scenario))
      export.reports = .first(country: position, state)
      return export
    case .good(let position):
      let id = catalog.goods[position].id
      return .document(
        { _ in
          GoodProfile.document(atlas.catalog, position)
            .opened(with: scenario, original: original)
        }, rows: { GoodProfile.table(atlas.catalog, position) }, stem: "dpg-atlas-" + id,
        command: "good \(id)" + ScenarioWords.options(scenario))
    case .offer(let offer):
      let assessor = atlas.assessor
      return .document(
        { hasNumbers in
          OfferDocument.document(
            offer, assessor: assessor, top: Self.offerTop, isForPeople: !hasNumbers
          ).opened(with: scenario, original: original)
        }, rows: { OfferTable.countries(offer, assessor: assessor, top: Self.offerTop) },
        stem: "dpg-atlas-offer-" + offer.id(catalog),
        command: "offer " + offer.id(catalog) + ScenarioWords.options(scenario))
    case .changes(let country, let good):
      let key = ScreeningState.key(country, good, catalog)
      let notes = ScenarioChanges.notes(scenario, catalog: original)
      return .document(
        { _ in
          Self.changes(country, good, atlas, notes: notes).document
        }, rows: { Self.changes(country, good, atlas, notes: notes).table },
        json: { Self.changes(country, good, atlas, notes: notes).json.pretty },
        stem: "dpg-atlas-change-" + key.split(separator: " ").joined(separator: "-"),
        command: "change \(key)" + ScenarioWords.options(scenario))
    case .certainty(let country, let good):
      let key = ScreeningState.key(country, good, catalog)
      let notes = ScenarioChanges.notes(scenario, catalog: original)
      return .document(
        { _ in Self.certainty(country, good, atlas, notes: notes).document },
        rows: { Self.certainty(country, good, atlas, notes: notes).table },
        json: { Self.certainty(country, good, atlas, notes: notes).json.pretty },
        stem: "dpg-atlas-certainty-" + key.split(separator: " ").joined(separator: "-"),
        command: "certainty \(key)" + ScenarioWords.options(scenario))
    case .acceptability(let country):
      let iso3 = catalog.countries[country].iso3
      let notes = ScenarioChanges.notes(scenario, catalog: original)
      return .document(
        { _ in Self.acceptability(country, atlas, notes: notes).document },
        rows: { Self.acceptability(country, atlas, notes: notes).table },
        json: { Self.acceptability(country, atlas, notes: notes).json.pretty },
        stem: "dpg-atlas-certainty-" + iso3,
        command: "certainty \(iso3)" + ScenarioWords.options(scenario))
    case .outline(let country):
      let notes = ScenarioChanges.notes(scenario, catalog: original)
      let plan = plan
      return .document(
        { _ in Self.outline(country, plan, atlas, notes: notes).document },
        rows: { Self.outline(country, plan, atlas, notes: notes).table },
        json: { Self.outline(country, plan, atlas, notes: notes).json.pretty },
        stem: "dpg-atlas-plan-" + catalog.countries[country].iso3,
        command: plan.map { "plan " + PlanWords.options($0) + ScenarioWords.options(scenario) }
          ?? "")
    case .source, .measure:
      let document = document
      return Export(
        stem: "dpg-atlas-" + place(state).split(separator: " ").joined(separator: "-"), command: "",
        formats: [.markdown, .text, .json, .html, .xlsx, .pdf]
      ) { Export.contents(document, $0) }
    }
  }

  func plain(_ state: AppState, columns: Int) -> PlainPage {
    let layout = DocumentLayout(document, columns: columns, glyphs: state.glyphs)
    return PlainPage(lines: layout.lines.map { $0.spans.map(\.text).joined() })
  }
}
