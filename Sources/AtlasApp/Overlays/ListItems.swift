import AtlasModel
import AtlasReport
import AtlasScreen

extension ListOverlay {
  /// Title of the list.
  func title(_ state: AppState) -> String {
    switch kind {
    case .palette: "Palette: commands, countries, goods"
    case .help: "Commands"
    case .columns: "Columns"
    case .formats: "Export what is shown as"
    case .colours: "Colour the map by"
    case .recordings: "Save the session so far as"
    case .measures: "Measures that are taken"
    case .planGate(let gate): gate.title(state)
    }
  }

  /// What keys do in it.
  var footer: String {
    if case .planGate = kind { return "Space or Enter chooses, Esc closes" }
    return isChecklist
      ? "Space turns on and off, Enter ends, Esc closes" : "type to filter, Enter runs, Esc closes"
  }

  /// Rows that hold every typed word.
  func items(_ state: AppState) -> [ListItem] {
    let words = filter.lowercased().split(separator: " ").map(String.init)
    let own = allItems(state).filter { item in
      guard !words.isEmpty else { return true }
      let texts = [item.key, item.title, item.detail, item.call?.description ?? ""]
      let text = (texts + [ScreenWords.said(item.title)]).joined(separator: " ").lowercased()
      return words.allSatisfy { text.contains($0) }
    }
    if kind == .colours { return own + MapColourList.goods(filter, state) }
    guard kind == .palette else { return own }
    // Names stand before commands that merely mention a word, after commands named so.
    let named = own.filter { item in words.allSatisfy { item.title.lowercased().contains($0) } }
    let others = own.filter { item in !words.allSatisfy { item.title.lowercased().contains($0) } }
    return named + places(state) + others
  }

  private func allItems(_ state: AppState) -> [ListItem] {
    switch kind {
    case .palette: Self.commands(state, Commands.all.filter(\.isRunnable)) + Self.languages
    case .help: Self.help(state)
    case .columns: (state.view as? SheetState)?.columnItems(state) ?? []
    case .formats: Self.formats(state)
    case .colours: MapColourList.items(state)
    case .recordings:
      AppState.recordingForms.map { form in
        ListItem(
          key: form.name, title: form.title, detail: form.detail,
          call: Call(.saveRecording, form.name))
      }
    case .measures(let country, let good):
      MeasureItems(country: country, good: good, state: state).items
    case .planGate(let gate): gate.items(state)
    }
  }

  /// Commands of the view first, with the reason where one cannot run.
  private static func help(_ state: AppState) -> [ListItem] {
    let hinted = state.view.hints(state)
    let all = Commands.all.filter(\.isRunnable)
    let first = hinted.compactMap { id in all.first { $0.id == id } }
    let rest = all.filter { !hinted.contains($0.id) }
    let usable = rest.filter { $0.disabledReason(in: state) == nil }
    let not = rest.filter { $0.disabledReason(in: state) != nil }
    return commands(state, first + usable + not)
  }

  private static func commands(_ state: AppState, _ commands: [Command]) -> [ListItem] {
    commands.map { command in
      ListItem(
        key: command.keys.map(\.description).joined(separator: " "), title: command.title,
        detail: command.help, call: Call(command.id), reason: command.disabledReason(in: state))
    }
  }

  /// The languages of the interface, each named in itself.
  private static let languages = Language.allCases.map { language in
    ListItem(
      key: language.rawValue, title: "Language: \(language.name)",
      detail: "Speaks another language from now on.",
      call: Call(.setLanguage, language.rawValue))
  }

  private static func formats(_ state: AppState) -> [ListItem] {
    state.exportChoices.map { choice in
      ListItem(
        key: choice.name, title: choice.title,
        detail: choice.command.isEmpty ? "" : "dpg-atlas " + choice.command,
        call: Call(.exportAs, choice.name))
    }
  }

  /// Countries and goods whose names hold the words; none until two letters are typed.
  private func places(_ state: AppState) -> [ListItem] {
    let typed = TextFolding.fold(filter)
    guard typed.count >= 2 else { return [] }
    let names = state.names ?? NameIndex(state.base.catalog)
    let catalog = state.atlas.catalog
    let words = typed.split(separator: 0x20).map(Array.init)
    let countries = catalog.countries.indices.lazy.filter {
      NameIndex.holds(names.countries[$0], words)
    }.prefix(30).map { position in
      ListItem(
        key: catalog.countries[position].iso3, title: catalog.countries[position].name,
        detail: "country profile", call: Call(.go, "country \(catalog.countries[position].iso3)"))
    }
    let goods = catalog.goods.indices.lazy.filter {
      NameIndex.holds(names.goods[$0], words)
    }.prefix(30).map { position in
      ListItem(
        key: "", title: catalog.goods[position].name, detail: "profile of a good",
        call: Call(.go, "good \(catalog.goods[position].id)"))
    }
    return Array(countries) + Array(goods)
  }
}
