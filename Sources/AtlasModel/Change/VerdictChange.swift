/// A figure of a country moved to where the verdict of a pair flips.
public struct FigureChange: Sendable, Equatable {
  /// Position of the indicator.
  public var indicator: Int
  /// The value on record; nil is unknown.
  public var from: Double?
  /// The first value at which the verdict flips, to 1e-10; in the unit of the indicator.
  public var to: Double
  /// Whether a recent figure of the value on record would do: it is too old, or not usable as it is.
  public var confirms: Bool

  /// How far it moves, in the unit of the indicator; nil where nothing is on record.
  public var distance: Double? { from.map { ($0 - to).magnitude } }
}

/// A text-valued fact of a country, such as a law, with which the verdict flips.
public struct FactChange: Sendable, Equatable {
  /// Id of the attribute.
  public var attribute: String
  /// The value on record; empty is unknown.
  public var from: String
  /// The value with which it flips.
  public var to: String
}

/// A level that a good asks for, with which the verdict flips: another build of the good.
public struct DemandChange: Sendable, Equatable {
  /// The field.
  public var field: DemandField
  /// The level on record, 0 to 4.
  public var from: Int
  /// The first lower level at which it flips.
  public var to: Int
}

/// What would move the verdict of a pair, each thing by itself as small as it can be.
///
/// Found by screening the pair again: every answer is one that the assessor gives, and a hair less of
/// it does not flip the verdict (fit-model section 9).
public struct VerdictChanges: Sendable, Equatable {
  /// The verdict shown today.
  public var current: VerdictClass
  /// The class that is asked for, or better; nil where there is none above.
  public var target: VerdictClass?
  /// Single figures that do it.
  public var figures: [FigureChange] = []
  /// Single facts that do it.
  public var facts: [FactChange] = []
  /// Single levels of the good that do it.
  public var demands: [DemandChange] = []
  /// The smallest sets of measures that do it, at most three measures each, on the country as it is.
  public var measures: [[String]] = []
  /// Where no single figure does it: two that do, else as few as were found.
  ///
  /// A hair less of any of them does not do it. Empty where none do.
  public var together: [FigureChange] = []
  /// Facts that have to be settled with `together`.
  public var togetherFacts: [FactChange] = []
  /// The smallest worsening of single figures that loses the verdict, least of its range first.
  public var margins: [FigureChange] = []
  /// Whether all figures and facts at their best do not flip it.
  public var isOutOfReach = false
  /// Several figures at the least cost of each kind; filled by `Assessor.leastCosts`.
  public var leastCosts: [LeastCost] = []
}
