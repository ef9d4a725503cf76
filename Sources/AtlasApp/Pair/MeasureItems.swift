import AtlasModel
import AtlasReport

/// Measures on offer beside the flags of a pair, as a checklist.
struct MeasureItems {
  let items: [ListItem]

  init(country: Int, good: Int, state: AppState) {
    let flags = state.atlas.assessor.insight(country: country, good: good).screening.flags
    items = Self.offers(flags, state.atlas.catalog).map { offer in
      ListItem(
        title: offer.title, detail: offer.detail,
        isOn: state.work.scenario.measures.contains(offer.id), call: Call(.takeMeasure, offer.id))
    }
  }

  /// A measure with the flags that it lowers here.
  struct Offer {
    let id: String
    let title: String
    let detail: String
    /// Flags that it is known to lower here.
    let lowers: [FlagID]
  }

  /// Measures beside flags, those that lower the gravest flags first.
  static func offers(_ flags: AssessedFlags, _ catalog: Catalog) -> [Offer] {
    var order: [String] = []
    var works: [String: [FlagID]] = [:]
    var waits: [String: String] = [:]
    for flag in flags.open {
      for offer in flag.offers where offer.steps > 0 {
        if !order.contains(offer.measure) { order.append(offer.measure) }
        if offer.holds == .yes {
          if works[offer.measure]?.contains(flag.id) != true {
            works[offer.measure, default: []].append(flag.id)
          }
        } else {
          waits[offer.measure] = offer.precondition
        }
      }
    }
    return order.map { id in
      let measure = catalog.measures.first { $0.id == id }
      let lowers = works[id] ?? []
      let detail =
        lowers.isEmpty
        ? "not yet: needs \(waits[id] ?? "more")"
        : "lowers " + lowers.map(\.rawValue).joined(separator: " ")
          + "; effort \(measure?.effort ?? "unknown"); \(measure?.owner ?? "")"
      return Offer(id: id, title: measure?.title ?? id, detail: detail, lowers: lowers)
    }
  }
}
