import AtlasModel
import AtlasReport
import AtlasScreen

extension AppState {
  mutating func openRow(_ id: String) -> Outcome {
    guard select(id) else {
      say("No row `\(PlainText.clean(id))` is shown here.", isError: true)
      return .nothing
    }
    switch view {
    case let home as HomeState:
      guard let command = home.command(self) else { return .nothing }
      return Outcome(effects: run(Call(command)))
    case let sheet as SheetState: return openRow(of: sheet)
    case let document as DocumentState:
      if let link = document.link { return open(link) }
      return openWhy("")
    case let screening as ScreeningState:
      if screening.isOnVerdict, !opened.contains(screening.key(self)) {
        return Outcome(effects: run(Call(.openVerdict)))
      }
      return openWhy("")
    case let lessons as LessonsState: return openLesson(lessons.selectedID(self))
    case is WhatIfState:
      typeValue()
      return .nothing
    default: return view.subject(self).map { open($0) } ?? .nothing
    }
  }

  private mutating func openRow(of sheet: SheetState) -> Outcome {
    if let subject = sheet.subject(self) { return open(subject) }
    guard let row = sheet.selectedRow else { return .nothing }
    switch sheet.source {
    case .plan: return go("screening " + sheet.rowID(row, self))
    case .frequency(let subject, _, _, let showsAll):
      guard let place = sheet.full.columns.firstIndex(where: { $0.id == "query" }) else {
        return .nothing
      }
      let terms = sheet.full.rows[row][place].rawText
      guard !terms.isEmpty else {
        say("No query selects these rows.")
        return .nothing
      }
      var rows = self.sheet(.browse(subject), filter: terms)
      if showsAll {
        rows.showsAll = true
        rows.refilter(content(rows.source), self)
      }
      open(rows)
      return Outcome()
    case .offer: return go("offer " + sheet.rowID(row, self))
    default: return .nothing
    }
  }

  /// Opens the view of a subject.
  mutating func open(_ subject: Subject) -> Outcome {
    switch subject {
    case .country(let position): open(DocumentState(.country(position), self))
    case .good(let position): open(DocumentState(.good(position), self))
    case .source(let position): open(DocumentState(.source(position), self))
    case .measure(let position): open(DocumentState(.measure(position), self))
    case .indicator(let position):
      var map = MapState(atlas: atlas)
      map.colour = .indicator(position)
      open(map)
    case .pair(let country, let good): open(ScreeningState(country: country, good: good, self))
    }
    return Outcome()
  }

  /// Opens the other half of a pair, or the pair.
  mutating func screenPair(_ id: String) -> Outcome {
    guard view.kind == .profile || select(id) else { return .nothing }
    switch view.subject(self) {
    case .country(let country): open(sheet(.rankGoods(country: country)))
    case .good(let good): open(sheet(.rankCountries(good: good)))
    case .pair(let country, let good): open(ScreeningState(country: country, good: good, self))
    default: return .nothing
    }
    return Outcome()
  }

  /// Shows the open flags page by page, on screens of any size.
  mutating func readFlags() {
    edit(ScreeningState.self) { view, state in
      // A flag that is longer than the screen takes pages of its own.
      for _ in 0..<400 where !view.isRead {
        view.move(.pageDown, state)
        view.settle(state)
      }
    }
  }

  /// Opens the verdict of the pair or folds it, whatever was before; a word says which.
  mutating func openVerdict(_ word: String) -> Outcome {
    guard case .pair(let country, let good) = view.subject(self) else { return .nothing }
    guard ["", "open", "fold"].contains(word) else {
      say("`\(PlainText.clean(word))`: expected open or fold.", isError: true)
      return .nothing
    }
    let key = ScreeningState.key(country, good, atlas.catalog)
    let opens = word.isEmpty ? !opened.contains(key) : word == "open"
    if opens { opened.insert(key) } else { opened.remove(key) }
    guard view is ScreeningState, opens else { return Outcome() }
    edit(ScreeningState.self) { view, state in
      view.settle(state)
      _ = view.select(id: "verdict", state)
    }
    return Outcome()
  }

  mutating func showChanges() {
    guard case .pair(let country, let good) = view.subject(self) else { return }
    open(DocumentState(.changes(country: country, good: good), self))
  }

  mutating func showCertainty() {
    switch view.subject(self) {
    case .pair(let country, let good):
      open(DocumentState(.certainty(country: country, good: good), self))
    case .country(let country): open(DocumentState(.acceptability(country), self))
    default: break
    }
  }

  mutating func openWhy(_ name: String) -> Outcome {
    if !name.isEmpty, !select(name) { return .nothing }
    guard let node = view.why(self) else {
      say("No number is selected here.")
      return .nothing
    }
    if (view as? WhyState)?.node == node {
      say("Everything on record about it is on this screen.")
      return .nothing
    }
    open(WhyState(node, of: view.subject(self), self))
    return Outcome()
  }

  mutating func findCountry() {
    open(sheet(.browse(.countries)))
    edit(SheetState.self) { sheet, _ in sheet.isTyping = true }
  }

  mutating func compare() {
    guard let source = CompareSource(self) else { return }
    open(sheet(.compare(source)))
  }

  /// Marks what is selected, or a row that is named, as `UGA` in a table or `country UGA` anywhere.
  mutating func mark(_ id: String) -> Outcome {
    let words = id.split(separator: " ").map(String.init)
    if words.count == 2, words[0] == "country", let found = atlas.catalog.countryPosition(words[1])
    {
      work.marks.toggle(.country(found))
      return Outcome()
    }
    if words.count == 2, words[0] == "good", let found = atlas.catalog.goodPosition(words[1]) {
      work.marks.toggle(.good(found))
      return Outcome()
    }
    guard view.kind == .profile || select(id), let subject = view.subject(self) else {
      return .nothing
    }
    work.marks.toggle(view.kind == .map ? subject.country.map { .country($0) } ?? subject : subject)
    if view is SheetState { move(.down) }
    return Outcome()
  }
}
