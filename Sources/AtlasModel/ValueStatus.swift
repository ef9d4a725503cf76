// AtlasModel knows countries, goods and the fit of one to the other. It is pure: it imports
// nothing, reads no clock, file or environment. Start reading at `Catalog.swift` (what is known)
// and `Assessor.swift` (what is made of it).

/// How a value came about; every shown value carries one.
public enum ValueStatus: String, Sendable, CaseIterable {
  /// Measured and published for the year beside it.
  case observed
  /// The publisher's own estimate.
  case estimated
  /// Worked out by a formula from other rows of the dataset.
  case derived
  /// Too old to stand for today (history); the model treats it as unknown.
  case stale
  /// Not measured: only the interval that accounting identities leave open is known.
  case bounded
  /// Not measured: the range of similar countries is known.
  case peerRange = "peer-range"
  /// This project's editorial reading.
  case curated
  /// Our assumption, shown as one.
  case assumed
  /// The user's own figure (an overlay file or `--set`).
  case own = "own-figure"
  /// Not known at all.
  case missing

  /// Whether a value with this status may stand as a figure of today.
  public var isUsable: Bool {
    switch self {
    case .observed, .estimated, .derived, .curated, .assumed, .own: true
    case .stale, .bounded, .peerRange, .missing: false
    }
  }
}

/// A yes or no that may not have been given; `unknown` means ask, never safe.
public enum Answer: String, Sendable, CaseIterable {
  /// The source says yes.
  case yes
  /// The source says no.
  case no
  /// The source does not say.
  case unknown

  /// Reads `yes`, `no` or an empty field; nil for anything else.
  public init?(field: String) {
    switch field {
    case "yes": self = .yes
    case "no": self = .no
    case "": self = .unknown
    default: return nil
    }
  }
}
