import AtlasModel
import AtlasReport
import AtlasScreen

extension AppState {
  /// What makes the rows of a table.
  mutating func content(_ source: SheetSource) -> SheetContent {
    let subject = source.builderSubject
    return SheetContent(
      atlas: atlas, builder: subject.map { builder($0) }, plan: work.plan)
  }

  /// A table with its rows.
  mutating func sheet(_ source: SheetSource, filter: String = "") -> SheetState {
    var sheet = SheetState(source, filter: filter)
    sheet.reload(content(source), self)
    return sheet
  }

  /// Changes the table that is shown and works out which rows are shown.
  mutating func editSheet(_ change: (inout SheetState) -> Void) {
    guard var sheet = view as? SheetState else { return }
    change(&sheet)
    sheet.refilter(content(sheet.source), self)
    view = sheet
  }

  /// Works the rows of the table that is shown out anew.
  mutating func reloadSheet() {
    guard var sheet = view as? SheetState else { return }
    sheet.reload(content(sheet.source), self)
    view = sheet
  }

  mutating func setFilter(_ text: String) {
    editSheet { $0.filter = text }
    if !text.isEmpty { log.add(Call(.filter, text)) }
  }

  /// Takes letters from now on; a text that is named is the whole filter.
  mutating func startFilter(_ text: String) {
    if text.isEmpty {
      edit(SheetState.self) { sheet, _ in sheet.isTyping = true }
    } else {
      editSheet { $0.filter = text }
    }
  }

  mutating func sort(_ column: String) -> Outcome {
    guard let sheet = view as? SheetState, sheet.columns.contains(column) else {
      say("No column `\(PlainText.clean(column))` is shown here.", isError: true)
      return .nothing
    }
    editSheet { sheet in
      sheet.focus = sheet.columns.firstIndex(of: column) ?? sheet.focus
      switch sheet.sort {
      case let sort? where sort.column == column:
        sheet.sort = sort.isDescending ? nil : TableRequest.Sort(column, isDescending: true)
      default: sheet.sort = TableRequest.Sort(column)
      }
    }
    return Outcome()
  }

  mutating func toggleColumn(_ column: String) -> Outcome {
    guard var sheet = view as? SheetState else { return .nothing }
    if let place = sheet.columns.firstIndex(of: column) {
      guard sheet.columns.count > 1 else {
        say("The last column stays.")
        return .nothing
      }
      sheet.columns.remove(at: place)
      if sheet.sort?.column == column { sheet.sort = nil }
    } else {
      sheet.columns.append(column)
      sheet.focus = sheet.columns.count - 1
    }
    sheet.hasOwnColumns = true
    let before = sheet.full.columns.map(\.id)
    sheet.reload(content(sheet.source), self)
    guard !sheet.full.columns.isEmpty, sheet.full.columns.map(\.id) != before else {
      say("This table has no column `\(PlainText.clean(column))`.", isError: true)
      return .nothing
    }
    view = sheet
    return Outcome()
  }

  mutating func toggleAll() {
    edit(MatrixState.self) { matrix, _ in matrix.showsAll.toggle() }
    editSheet { $0.showsAll.toggle() }
  }

  mutating func openFrequency(_ column: String) -> Outcome {
    guard let sheet = view as? SheetState, case .browse(let subject) = sheet.source,
      !column.isEmpty
    else { return .nothing }
    let counts = self.sheet(
      .frequency(subject, column: column, query: sheet.filter, showsAll: sheet.showsAll))
    guard !counts.full.columns.isEmpty else {
      say("This table has no column `\(PlainText.clean(column))`.", isError: true)
      return .nothing
    }
    open(counts)
    return Outcome()
  }

  mutating func openDescription() {
    guard let sheet = view as? SheetState, case .browse(let subject) = sheet.source else { return }
    open(self.sheet(.describe(subject, query: sheet.filter, showsAll: sheet.showsAll)))
  }
}
