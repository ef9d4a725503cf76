import AtlasModel
import AtlasReport

extension AppState {
  /// Takes a measure or takes it back, whatever was before; a word behind its id says which.
  mutating func takeMeasure(_ text: String) -> Outcome {
    let words = text.split(separator: " ").map(String.init)
    let id = words.first ?? text
    guard words.count < 2 || words.count == 2 && ["yes", "no"].contains(words[1]) else {
      say("`\(PlainText.clean(text))`: expected a measure, then yes or no.", isError: true)
      return .nothing
    }
    guard atlas.catalog.measures.contains(where: { $0.id == id }) else {
      say("No measure is called `\(PlainText.clean(id))`.", isError: true)
      return .nothing
    }
    let isTaken = work.scenario.measures.contains(id)
    let takes = words.count == 2 ? words[1] == "yes" : !isTaken
    guard takes != isTaken else { return Outcome() }
    if takes {
      work.scenario.measures.append(id)
    } else {
      work.scenario.measures.removeAll { $0 == id }
    }
    return Outcome()
  }

  /// The pair that two words name, or says which word names nothing.
  mutating func pair(_ words: [Substring]) -> (country: Int, good: Int)? {
    guard words.count >= 2, let country = atlas.catalog.countryPosition(String(words[0])),
      let good = atlas.catalog.goodPosition(String(words[1]))
    else {
      say(
        "`\(PlainText.clean(words.prefix(2).joined(separator: " ")))` names no country and good.",
        isError: true)
      return nil
    }
    return (country, good)
  }

  /// Adds a pair, or asks first where a high or critical flag is open.
  mutating func addToPlan(_ key: String) -> Outcome {
    guard let (country, good) = pair(key.split(separator: " ")) else { return .nothing }
    let (iso3, id) = (atlas.catalog.countries[country].iso3, atlas.catalog.goods[good].id)
    if work.plan.contains(where: { $0.iso3 == iso3 && $0.good == id }) {
      say("This pair is in the plan already: 7 shows it.")
      return .nothing
    }
    let measures = work.scenario.measures
    if PlanGate.grave(country: country, good: good, measures: measures, self).isEmpty {
      return Outcome(
        effects: run(
          Call(.confirmPlan, "\(key) \(measures.isEmpty ? "-" : measures.joined(separator: ","))")))
    }
    overlay = .list(
      ListOverlay(.planGate(PlanGate(country: country, good: good, measures: measures))))
    return .nothing
  }

  /// Puts a pair into the plan with measures and note; refuses while a grave flag is unanswered.
  mutating func confirmPlan(_ text: String) -> Outcome {
    let words = text.split(separator: " ", maxSplits: 3)
    guard words.count >= 3, let (country, good) = pair(words) else { return .nothing }
    let known = Set(atlas.catalog.measures.map(\.id))
    let measures = words[2] == "-" ? [] : words[2].split(separator: ",").map(String.init)
    if let unknown = measures.first(where: { !known.contains($0) }) {
      say("No measure is called `\(PlainText.clean(unknown))`.", isError: true)
      return .nothing
    }
    var gate = PlanGate(country: country, good: good, measures: measures)
    gate.note = words.count > 3 ? String(words[3]) : ""
    let rest = gate.unanswered(self)
    guard rest.isEmpty || !gate.note.isEmpty else {
      say(
        "Open without a measure or note: "
          + rest.map { "\($0.id.rawValue) \($0.word)" }.joined(separator: ", ") + ".",
        isError: true)
      return .nothing
    }
    work.plan.removeAll { $0.iso3 == words[0] && $0.good == words[1] }
    work.plan.append(
      PlanEntry(
        iso3: String(words[0]), good: String(words[1]), measures: measures, note: gate.note))
    say(
      "In the plan: \(atlas.catalog.goods[good].name) in "
        + "\(atlas.catalog.countries[country].shortName). 7 shows the plan.")
    return Outcome()
  }

  mutating func removeFromPlan(_ key: String) -> Outcome {
    let before = work.plan.count
    work.plan.removeAll { "\($0.iso3) \($0.good)" == key }
    guard work.plan.count < before else {
      say("`\(PlainText.clean(key))` is not in the plan.", isError: true)
      return .nothing
    }
    reloadSheet()
    return Outcome()
  }
}
