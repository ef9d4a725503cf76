import AtlasModel
import AtlasReport

/// The changes of a what-if in words and as options of a command.
enum ScenarioWords {
  /// Options that make a command print under the same changes, with a space before each.
  ///
  /// Raw weights, `b` and `e` have no option: with them the changes are named as a file to save.
  static func options(_ scenario: Scenario) -> String {
    guard !scenario.isEmpty else { return "" }
    let isSimple =
      scenario.weights == nil && scenario.weakestLink == nil && scenario.equityShare == nil
      && scenario.levels.isEmpty && scenario.countries.count <= 1
      && scenario.figures.allSatisfy { $0.source.isEmpty }
      && scenario.facts.allSatisfy { $0.source.isEmpty && !$0.value.contains(" ") }
    guard isSimple else { return " --scenario FILE" }
    var text = ""
    if scenario.preset != .equal { text += " --preset \(scenario.preset.rawValue)" }
    if scenario.policy != .two { text += " --policy \(scenario.policy.rawValue)" }
    for figure in scenario.figures {
      text += " --set \(figure.indicator)=\(NumberText.raw(figure.value))"
    }
    for fact in scenario.facts { text += " --set \(fact.attribute)=\(fact.value)" }
    for measure in scenario.measures { text += " --apply \(measure)" }
    return text
  }

  /// How many things differ, for the title line; empty if none does.
  static func banner(_ scenario: Scenario) -> String {
    let count = scenario.changeCount
    return count == 0 ? "" : "WHAT-IF: \(count) change\(count == 1 ? "" : "s")"
  }
}
