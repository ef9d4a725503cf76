public import AtlasModel
import AtlasReport

/// What stays between two runs: marks, plan and what-if always; open views to go on with.
extension AppState {
  /// The session as a file: verbs that bring marks, changes and plan back, then, after the line
  /// `go home`, the open views.
  ///
  /// A run in which no view was opened hands on the views of the run before.
  public var sessionText: String {
    let views = work.trail.count > 1 ? viewCalls : earlier
    return SessionText.write(
      [Call(.setTheme, theme)]
        + (speech.chosen.map { [Call(.setLanguage, $0.rawValue)] } ?? []) + keptCalls
        + (views.isEmpty ? [] : [Call(.go, "home")] + views))
  }

  /// Brings a session back: marks, plan and changes at once, views when the user asks for them.
  ///
  /// Lines about what the dataset no longer has are passed over and counted.
  ///
  /// - Returns: How many lines could not be carried out.
  public mutating func restore(_ calls: [Call]) -> Int {
    let home = calls.firstIndex(of: Call(.go, "home")) ?? calls.count
    var failed = 0
    // In the log too, so that it plays back from an empty start.
    for call in calls[..<home] {
      if perform(call).isDone { log.add(call) } else { failed += 1 }
    }
    earlier = Array(calls[home...].dropFirst())
    overlay = nil
    message = nil
    return failed
  }

  private var viewCalls: [Call] {
    work.trail.dropFirst().flatMap { view -> [Call] in
      let place = view.place(self)
      return place.isEmpty ? [] : [Call(.go, place)] + view.details(self)
    }
  }

  private var keptCalls: [Call] {
    let catalog = atlas.catalog
    var calls = work.marks.countries.map { Call(.markRow, "country " + catalog.countries[$0].iso3) }
    calls += work.marks.goods.map { Call(.markRow, "good " + catalog.goods[$0].id) }
    // Whoever leaves from within a lesson finds their own changes again, as after it.
    let own = player?.before ?? Scenario()
    calls += Self.calls(of: own.isEmpty ? work.scenario : own)
    calls += work.plan.map { entry in
      let measures = entry.measures.isEmpty ? "-" : entry.measures.joined(separator: ",")
      return Call(
        .confirmPlan,
        "\(entry.iso3) \(entry.good) \(measures)" + (entry.note.isEmpty ? "" : " " + entry.note))
    }
    for (iso3, words) in work.planWords.sorted(by: { $0.key < $1.key }) {
      calls += PlanText.write(words).split(separator: "\n").dropFirst(2).map {
        Call(.setPlan, "\(iso3) \($0)")
      }
    }
    return calls
  }

  /// Verbs that lay the changes of a scenario over the dataset.
  public static func calls(of scenario: Scenario) -> [Call] {
    var calls: [Call] = []
    if scenario.preset != .equal { calls.append(Call(.setPreset, scenario.preset.rawValue)) }
    if let weights = scenario.weights {
      calls += zip(Dimension.allCases, weights).map {
        Call(.setWeight, "\($0.rawValue) \(NumberText.raw($1))")
      }
    }
    if let share = scenario.weakestLink {
      calls.append(Call(.setWeight, "weakest-link \(NumberText.raw(share))"))
    }
    if let share = scenario.equityShare {
      calls.append(Call(.setWeight, "equity-share \(NumberText.raw(share))"))
    }
    if scenario.policy != .two { calls.append(Call(.setPolicy, scenario.policy.rawValue)) }
    calls += scenario.measures.map { Call(.takeMeasure, $0) }
    calls += scenario.figures.map {
      let source = SafeText.line($0.source, limit: ScenarioText.longestSource)
      return Call(
        .setFigure,
        "\($0.iso3) \($0.indicator) \(NumberText.raw($0.value))\(source.isEmpty ? "" : " " + source)"
      )
    }
    calls += scenario.facts.map {
      let source = SafeText.line($0.source, limit: ScenarioText.longestSource)
      return Call(
        .setFact, "\($0.iso3) \($0.attribute) \($0.value)\(source.isEmpty ? "" : " ; " + source)")
    }
    calls += scenario.levels.map {
      Call(.setLevel, "\($0.good) \($0.field.rawValue) \($0.level)")
    }
    return calls
  }
}
