import AtlasModel

/// Measures beside a flag as text.
enum MeasureWords {
  /// One line for measures that work here, one for those whose condition fails or is unknown.
  static func lines(_ flag: RiskFlag, catalog: Catalog) -> [String] {
    var works: [String] = []
    var fails: [String] = []
    for offer in flag.offers where offer.steps > 0 {
      let measure = catalog.measures.first { $0.id == offer.measure }
      let title =
        "\(measure?.title ?? offer.measure) (\(offer.measure), "
        + "\(offer.factor.rawValue) -\(offer.steps), \(measure?.effort ?? "unknown") effort, "
        + "\(measure?.owner ?? "unknown"), phase \(measure?.phase ?? "unknown"))"
      if offer.holds == .yes {
        works.append((offer.isTaken ? "taken: " : "") + title)
      } else {
        let word = offer.holds == .no ? "does not hold" : "is unknown"
        fails.append("\(title): needs \(offer.precondition), which \(word) here")
      }
    }
    var result: [String] = []
    if !works.isEmpty { result.append("Measures that work here: " + works.joined(separator: "; ")) }
    if !fails.isEmpty { result.append("Not yet: " + fails.joined(separator: "; ")) }
    if works.isEmpty { result.append("No measure on record lowers it here.") }
    return result
  }
}
