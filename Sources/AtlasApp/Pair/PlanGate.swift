import AtlasModel
import AtlasReport

/// What is asked before a pair with an open high or critical flag goes into the plan.
struct PlanGate: Sendable, Equatable {
  let country: Int
  let good: Int
  /// Ids of the measures chosen.
  var measures: [String]
  /// The override note.
  var note = ""

  /// Flags at high or critical that are open, after the measures chosen.
  static func grave(country: Int, good: Int, measures: [String], _ state: AppState) -> [RiskFlag] {
    var assessor = state.atlas.assessor
    assessor.settings.measures = measures
    let conditions = assessor.conditions(country: country)
    return assessor.screening(good: good, conditions: conditions).flags.open
      .filter { $0.worst >= .high }
  }

  /// Flags that none of the chosen measures lowers.
  func unanswered(_ state: AppState) -> [RiskFlag] {
    Self.grave(country: country, good: good, measures: measures, state)
      .filter { $0.takenCount == 0 }
  }

  func title(_ state: AppState) -> String {
    let catalog = state.atlas.catalog
    return "Before \(catalog.goods[good].name) in \(catalog.countries[country].shortName) "
      + "goes into the plan"
  }

  /// The pair, as verbs name it.
  func key(_ state: AppState) -> String {
    ScreeningState.key(country, good, state.atlas.catalog)
  }

  func items(_ state: AppState) -> [ListItem] {
    let catalog = state.atlas.catalog
    let grave = Self.grave(country: country, good: good, measures: measures, state)
    let rest = unanswered(state)
    let names = rest.map { "\($0.id.rawValue) \($0.word)" }.joined(separator: ", ")
    let isFree = rest.isEmpty || !note.isEmpty
    let list = measures.isEmpty ? "-" : measures.joined(separator: ",")
    let answer = ListItem(
      title: "Put it into the plan",
      detail: note.isEmpty ? "with \(measures.count) measures" : "with the note: \(note)",
      call: Call(.confirmPlan, "\(key(state)) \(list)\(note.isEmpty ? "" : " " + note)"),
      reason: isFree ? nil : "No measure or note yet for: \(names)")
    let write = ListItem(
      title: "Write an override note", detail: "why it goes ahead although flags are open",
      call: Call(.planNote, key(state)))
    let assessor = state.atlas.assessor
    let screening = assessor.screening(
      good: good, conditions: assessor.conditions(country: country))
    let offers = MeasureItems.offers(screening.flags, catalog).filter { offer in
      offer.lowers.contains { id in grave.contains { $0.id == id } }
    }
    return [answer, write]
      + offers.map { offer in
        ListItem(
          title: offer.title, detail: offer.detail, isOn: measures.contains(offer.id),
          call: Call(.takeMeasure, offer.id))
      }
  }
}
