/// What measures do about one flag: one rule for the assessor and the kernel of the matrix.
struct MeasureRelief {
  /// Steps off the likelihood by the measures that are taken.
  private(set) var likelihood = 0
  /// Steps off the impact by the measures that are taken.
  private(set) var impact = 0
  /// Whether a measure on offer lowers the flag here.
  private(set) var isMitigable = false
  /// Measures that are taken and work here.
  private(set) var measures: Set<String> = []

  /// Whether an effect counts at a severity.
  ///
  /// A measure is offered from its severity on; one that is taken works below it too, or a better
  /// supply could leave a graver risk.
  static func counts(_ entry: EffectEntry, at worst: Severity, isTaken: Bool) -> Bool {
    worst > .none && (isTaken || entry.from <= worst)
  }

  /// Adds an effect that counts.
  ///
  /// - Parameters:
  ///   - effect: The effect.
  ///   - holds: Whether its condition is known to hold here.
  ///   - isTaken: Whether the user takes the measure.
  mutating func add(_ effect: MeasureEffect, holds: Bool, isTaken: Bool) {
    guard holds, effect.steps > 0 else { return }
    isMitigable = true
    guard isTaken else { return }
    measures.insert(effect.measure)
    switch effect.factor {
    case .likelihood: likelihood += effect.steps
    case .impact: impact += effect.steps
    }
  }
}

extension Precondition {
  /// The answer of a condition on the good's data alone; nil for one on the country.
  func answer(sensitivity: Int) -> Answer? {
    guard case .sensitivityAtMost(let limit) = test else { return nil }
    return sensitivity <= limit ? .yes : .no
  }
}
