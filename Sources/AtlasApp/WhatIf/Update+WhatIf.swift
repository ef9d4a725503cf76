import AtlasModel
import AtlasReport
import AtlasScreen

extension AppState {
  mutating func openWhatIf(_ text: String) -> Outcome {
    let words = text.split(separator: " ").map(String.init)
    prepareScales()
    open(
      WhatIfState(
        country: words.lazy.compactMap(atlas.catalog.countryPosition).first,
        good: words.lazy.compactMap(atlas.catalog.goodPosition).first, self))
    return Outcome()
  }

  /// Moves the slider that is selected.
  mutating func slide(_ steps: Int) -> Outcome {
    guard let view = view as? WhatIfState, let slider = view.selected,
      let call = SliderSteps(self).call(slider, by: steps)
    else { return .nothing }
    return Outcome(isDone: false, effects: run(call))
  }

  mutating func typeValue() {
    guard let view = view as? WhatIfState, let slider = view.selected else { return }
    if let prompt = SliderSteps(self).prompt(slider) {
      overlay = .prompt(prompt)
    } else {
      _ = slide(1)
    }
  }

  mutating func setFigure(_ text: String) -> Outcome {
    let words = text.split(separator: " ", maxSplits: 3).map(String.init)
    guard words.count >= 3, let country = atlas.catalog.countryPosition(words[0]),
      let indicator = atlas.catalog.indicatorPosition(words[1]),
      let value = NumberText.number(words[2])
    else {
      return wrong(text, "a country, an indicator and a number, then who says so if somebody does")
    }
    let source = SafeText.line(words.count > 3 ? words[3] : "", limit: ScenarioText.longestSource)
    let record = base.catalog.indicators[indicator]
    let scale = (low: record.minimum ?? value, high: record.maximum ?? value)
    guard value >= scale.low, value <= scale.high else {
      return wrong(
        words[2],
        "\(EvidenceWords.number(scale.low)) to \(EvidenceWords.number(scale.high)) \(record.unit)")
    }
    let iso3 = atlas.catalog.countries[country].iso3
    let bundled = base.catalog.observation(country: country, indicator: indicator)?.value
    if bundled == value, source.isEmpty {
      work.scenario.resetFigure(iso3: iso3, indicator: record.id)
    } else {
      work.scenario.set(
        Scenario.Figure(iso3: iso3, indicator: record.id, value: value, source: source))
    }
    return Outcome()
  }

  mutating func setFact(_ text: String) -> Outcome {
    let halves = text.split(separator: ";", maxSplits: 1).map(String.init)
    let words = (halves.first ?? "").split(separator: " ", maxSplits: 2).map(String.init)
    guard words.count == 3, let country = atlas.catalog.countryPosition(words[0]),
      let attribute = base.catalog.attribute(words[1])
    else { return wrong(text, "a country, a fact and an answer, then ; and who says so") }
    let value = SafeText.line(words[2], limit: ScenarioText.longestName)
    guard attribute.admits(value) else {
      return wrong(value, attribute.values.joined(separator: ", "))
    }
    let source = SafeText.line(halves.count > 1 ? halves[1] : "", limit: ScenarioText.longestSource)
    let iso3 = atlas.catalog.countries[country].iso3
    if base.catalog.fact(country: country, attribute.id)?.value == value, source.isEmpty {
      work.scenario.resetFact(iso3: iso3, attribute: attribute.id)
    } else {
      work.scenario.set(
        Scenario.OwnFact(iso3: iso3, attribute: attribute.id, value: value, source: source))
    }
    return Outcome()
  }

  mutating func setLevel(_ text: String) -> Outcome {
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 3, let good = base.catalog.goodPosition(words[0]),
      let field = DemandField(rawValue: words[1]), let level = Int(words[2]),
      (0...4).contains(level)
    else { return wrong(text, "a good, a field of its demand and a level 0 to 4") }
    if field.level(base.catalog.goods[good].demand) == level {
      work.scenario.resetLevel(good: words[0], field: field)
    } else {
      work.scenario.set(Scenario.Level(good: words[0], field: field, level: level))
    }
    return Outcome()
  }

  mutating func setWeight(_ text: String) -> Outcome {
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 2, let value = NumberText.number(words[1]), value >= 0 else {
      return wrong(text, "a dimension, weakest-link or equity-share, and a number")
    }
    switch words[0] {
    case "weakest-link" where value <= 1:
      work.scenario.weakestLink = value == work.scenario.preset.weakestLink ? nil : value
    case "equity-share" where value <= 1:
      work.scenario.equityShare = value == FitScore.equityShare ? nil : value
    default:
      guard let dimension = Dimension(rawValue: words[0]), value <= 4 else {
        return wrong(text, "a dimension and a weight 0 to 4, or a share 0 to 1")
      }
      var weights = work.scenario.weights ?? work.scenario.preset.rawWeights
      weights[dimension.index] = value
      work.scenario.weights = weights == work.scenario.preset.rawWeights ? nil : weights
    }
    return Outcome()
  }

  mutating func setPreset(_ name: String) -> Outcome {
    guard let preset = WeightPreset(rawValue: name) else {
      return wrong(name, WeightPreset.allCases.map(\.rawValue).joined(separator: ", "))
    }
    work.scenario.preset = preset
    work.scenario.weights = nil
    work.scenario.weakestLink = nil
    return Outcome()
  }

  mutating func setPolicy(_ name: String) -> Outcome {
    guard let policy = RefusalPolicy(rawValue: name) else {
      return wrong(name, RefusalPolicy.allCases.map(\.rawValue).joined(separator: ", "))
    }
    work.scenario.policy = policy
    return Outcome()
  }

  mutating func resetChange() -> Outcome {
    guard let view = view as? WhatIfState, let slider = view.selected else { return .nothing }
    let catalog = base.catalog
    switch slider {
    case .figure(let country, let indicator):
      work.scenario.resetFigure(
        iso3: catalog.countries[country].iso3, indicator: catalog.indicators[indicator].id)
    case .fact(let country, let attribute):
      work.scenario.resetFact(
        iso3: catalog.countries[country].iso3, attribute: catalog.attributes[attribute].id)
    case .level(let good, let field):
      work.scenario.resetLevel(good: catalog.goods[good].id, field: field)
    case .preset: work.scenario.preset = .equal
    case .weight(let dimension):
      var weights = work.scenario.weights ?? work.scenario.preset.rawWeights
      weights[dimension.index] = work.scenario.preset.rawWeights[dimension.index]
      work.scenario.weights = weights == work.scenario.preset.rawWeights ? nil : weights
    case .weakestLink: work.scenario.weakestLink = nil
    case .equityShare: work.scenario.equityShare = nil
    case .policy: work.scenario.policy = .two
    case .measure(let id): work.scenario.measures.removeAll { $0 == id }
    }
    return Outcome()
  }

  /// Asks for a name, then writes the changes as a file that `--scenario` reads.
  mutating func saveScenario(_ name: String) -> Outcome {
    guard !name.isEmpty else {
      overlay = .prompt(
        PromptOverlay(
          title: "Save as a scenario",
          help: "A name for people; the file gets it with small letters. Commands read it with "
            + "--scenario.", call: Call(.saveScenario)))
      return .nothing
    }
    var scenario = work.scenario
    scenario.name = name
    let stem = String(
      TextFolding.words(name).map { String(decoding: $0, as: UTF8.self) }
        .joined(separator: "-").prefix(60))
    return Outcome(effects: [
      .write(
        suggestedName: (stem.isEmpty ? "what-if" : stem) + ".scenario",
        contents: .text(scenario.text),
        command: "")
    ])
  }

  private mutating func wrong(_ text: String, _ expected: String) -> Outcome {
    say("`\(PlainText.clean(text))`: expected \(expected).", isError: true)
    return .nothing
  }
}
