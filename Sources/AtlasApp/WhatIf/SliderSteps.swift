import AtlasModel
import AtlasReport
import AtlasScreen

/// What a step, a press or a typed value on a slider means as a verb.
struct SliderSteps {
  private let state: AppState

  init(_ state: AppState) { self.state = state }

  private var base: Catalog { state.base.catalog }
  private var scenario: Scenario { state.work.scenario }

  /// The verb of some steps to the right, or to the left where negative.
  func call(_ slider: Slider, by steps: Int) -> Call? {
    switch slider {
    case .figure(let country, let indicator):
      let scale = state.scale(indicator)
      let now = state.atlas.catalog.observation(country: country, indicator: indicator)
      return figure(
        country, indicator, now.map { scale.moved($0.value, by: steps) } ?? scale.low)
    case .fact(let country, let attribute):
      let record = base.attributes[attribute]
      let now = state.atlas.catalog.fact(country: country, record.id)?.value
      // Answers stand best first, and right is better; from unknown the first step is the worst.
      let place = now.flatMap { record.values.firstIndex(of: $0) } ?? record.values.count
      let target = place - steps
      guard record.values.indices.contains(target) else { return nil }
      return Call(
        .setFact,
        "\(base.countries[country].iso3) \(record.id) \(record.values[target])")
    case .level(let good, let field):
      return level(good, field, field.level(state.atlas.catalog.goods[good].demand) + steps)
    case .preset:
      return Call(.setPreset, next(WeightPreset.allCases, scenario.preset, by: steps).rawValue)
    case .policy:
      return Call(.setPolicy, next(RefusalPolicy.allCases, scenario.policy, by: steps).rawValue)
    case .weight(let dimension):
      let now = (scenario.weights ?? scenario.preset.rawWeights)[dimension.index]
      return weight(dimension.rawValue, min(4, now + 0.5 * Double(steps)))
    case .weakestLink:
      let now = scenario.weakestLink ?? scenario.preset.weakestLink
      return weight("weakest-link", min(1, now + 0.05 * Double(steps)))
    case .equityShare:
      let now = scenario.equityShare ?? FitScore.equityShare
      return weight("equity-share", min(1, now + 0.05 * Double(steps)))
    case .measure(let id):
      return scenario.measures.contains(id) == (steps > 0) ? nil : Call(.takeMeasure, id)
    }
  }

  /// The verb of a press on a share of the bar, 0 to 1.
  func call(_ slider: Slider, at share: Double) -> Call? {
    switch slider {
    case .figure(let country, let indicator):
      let scale = state.scale(indicator)
      let value = scale.low + (scale.high - scale.low) * share
      return figure(country, indicator, scale.moved(value, by: 0))
    case .level(let good, let field): return level(good, field, Int((share * 4).rounded()))
    case .weight(let dimension): return weight(dimension.rawValue, (share * 8).rounded() / 2)
    case .weakestLink: return weight("weakest-link", share)
    case .equityShare: return weight("equity-share", share)
    case .measure(let id): return Call(.takeMeasure, id)
    case .fact, .preset, .policy: return call(slider, by: 1)
    }
  }

  /// The verb, without its last word, that takes a typed value; nil for what is chosen, not typed.
  func prompt(_ slider: Slider) -> PromptOverlay? {
    let reading = SliderReading(slider, state)
    let words = slider.id(base).split(separator: " ").dropFirst().joined(separator: " ")
    let help: String
    let id: CommandID
    switch slider {
    case .figure(_, let indicator):
      let scale = state.scale(indicator)
      help =
        "From \(EvidenceWords.number(scale.low)) to \(EvidenceWords.number(scale.high)), "
        + "\(base.indicators[indicator].unit). Original: \(reading.original), \(reading.origin)."
      id = .setFigure
    case .level:
      help =
        "A level from 0 (nothing) to 4 (most). Original: \(reading.original), \(reading.origin)."
      id = .setLevel
    case .weight:
      help = "A raw weight from 0 to 4; weights are brought to a sum of 1."
      id = .setWeight
    case .weakestLink, .equityShare:
      help = "A share from 0 to 1. Original: \(reading.original), \(reading.origin)."
      id = .setWeight
    case .fact(_, let attribute):
      help =
        "One of \(base.attributes[attribute].values.joined(separator: ", ")). Original: "
        + "\(reading.original), \(reading.origin)."
      id = .setFact
    case .preset, .policy, .measure: return nil
    }
    return PromptOverlay(title: reading.label, help: help, call: Call(id, words))
  }

  private func figure(_ country: Int, _ indicator: Int, _ value: Double) -> Call {
    Call(
      .setFigure,
      "\(base.countries[country].iso3) \(base.indicators[indicator].id) \(NumberText.raw(value))")
  }

  private func level(_ good: Int, _ field: DemandField, _ level: Int) -> Call {
    Call(.setLevel, "\(base.goods[good].id) \(field.rawValue) \(max(0, min(4, level)))")
  }

  private func weight(_ name: String, _ value: Double) -> Call {
    Call(.setWeight, "\(name) \(NumberText.raw((max(0, value) * 100).rounded() / 100))")
  }

  private func next<Value: Equatable>(_ all: [Value], _ now: Value, by steps: Int) -> Value {
    let place = (all.firstIndex(of: now) ?? 0) + steps
    return all[((place % all.count) + all.count) % all.count]
  }
}
