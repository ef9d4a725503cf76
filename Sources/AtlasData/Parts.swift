/// Which tables to read; those that no view needs at the start can wait.
///
/// `dataset`, `sources`, `indicators`, `attributes` and `countries` are always read.
public struct Parts: OptionSet, Sendable {
  /// One bit a part.
  public let rawValue: UInt16

  /// Makes a set from its bits.
  public init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// Newest values.
  public static let observations = Parts(rawValue: 1 << 0)
  /// Text-valued facts.
  public static let facts = Parts(rawValue: 1 << 1)
  /// Goods with what is declared and what they demand.
  public static let goods = Parts(rawValue: 1 << 2)
  /// Recorded uses; has no effect without `goods`.
  public static let deployments = Parts(rawValue: 1 << 3)
  /// Organisations behind goods; has no effect without `goods`.
  public static let organisations = Parts(rawValue: 1 << 4)
  /// Measures.
  public static let measures = Parts(rawValue: 1 << 5)
  /// Phases of an adoption and the gates between them.
  public static let phases = Parts(rawValue: 1 << 6)
  /// Building blocks and their links.
  public static let blocks = Parts(rawValue: 1 << 7)
  /// Rules of thumb.
  public static let rules = Parts(rawValue: 1 << 8)
  /// Indicators of the DPG Standard.
  public static let standard = Parts(rawValue: 1 << 9)
  /// Reference systems and the goods near them.
  public static let references = Parts(rawValue: 1 << 10)
  /// Agreements and uses abroad.
  public static let agreements = Parts(rawValue: 1 << 11)
  /// The hash in `Catalog.identity`, which is empty without this part.
  public static let hash = Parts(rawValue: 1 << 12)

  /// What a profile, a table or a screening needs.
  public static let usual: Parts = [
    .observations, .facts, .goods, .deployments, .organisations, .measures,
  ]
  /// Everything that goes into a catalog.
  public static let all = Parts(rawValue: 1 << 13 - 1)

  /// Parts that can be added to a catalog after it was made.
  static let late: Parts = [
    .organisations, .measures, .phases, .blocks, .rules, .standard, .references, .agreements, .hash,
  ]
}
