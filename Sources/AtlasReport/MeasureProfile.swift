public import AtlasModel

/// What a measure is, who does it, and which flags it lowers under which condition.
public enum MeasureProfile {
  /// Builds the document.
  ///
  /// - Parameters:
  ///   - catalog: The dataset.
  ///   - position: Position of the measure.
  public static func document(_ catalog: Catalog, measure position: Int) -> Document {
    let measure = catalog.measures[position]
    let phase = catalog.phases.first { $0.id == measure.phase }?.name ?? measure.phase
    let effects = catalog.effects.filter { $0.measure == measure.id }.map { effect in
      "\(effect.flag.rawValue) \(effect.flag.title): \(effect.factor.rawValue) down by "
        + "\(effect.steps) of 4"
        + (effect.precondition.map { ", where \($0.text)" } ?? "")
    }
    return Document(
      title: measure.title, subtitle: "Measure \(measure.id) against \(spaced(measure.risk)) risks",
      sections: [
        Document.Section(
          "What to do",
          [
            .paragraph(measure.action),
            .facts([
              Document.Fact("Who does it", measure.owner),
              Document.Fact("Effort", measure.effort),
              Document.Fact("Must stand by the phase", phase),
              Document.Fact("Offered from severity", measure.fromSeverity.word),
              Document.Fact("Hint of when it applies", measure.trigger),
              Document.Fact("Practice documented at", measure.address),
            ]),
          ]),
        Document.Section(
          "Flags that it lowers (assumption)",
          effects.isEmpty ? [.note("None in the model.")] : [.list(effects)]),
      ])
  }
}
