public import AtlasModel

/// People, staff and shares as text.
public enum PeopleWords {
  /// A number of people in a form that can be read aloud, such as `45.5 million` or `12,000`.
  public static func count(_ value: Double) -> String {
    if !value.isFinite { return "unlimited" }
    if value >= 1e9 { return NumberText.fixed(value / 1e9, decimals: 2) + " billion" }
    if value >= 1e6 { return NumberText.fixed(value / 1e6, decimals: 1) + " million" }
    if value >= 10_000 { return NumberText.fixed((value / 1000).rounded() * 1000, decimals: 0) }
    return NumberText.fixed(value.rounded(), decimals: 0)
  }

  /// A range of people, such as `45.5 to 50.0 million`.
  public static func range(_ range: Interval) -> String {
    let low = count(range.low)
    let high = count(range.high)
    return low == high ? low : "\(low) to \(high)"
  }

  /// A range of shares as percentages, such as `91 to 100 %`.
  public static func share(_ range: Interval) -> String {
    let low = NumberText.fixed(range.low * 100, decimals: 0)
    let high = NumberText.fixed(range.high * 100, decimals: 0)
    return low == high ? "\(low) %" : "\(low) to \(high) %"
  }

  /// A ratio range, such as `1.0 to 3.2`; infinite ends read as `no limit`.
  public static func ratio(_ range: Interval) -> String {
    func text(_ value: Double) -> String {
      value.isFinite ? NumberText.fixed(value, decimals: 1) : "no limit"
    }
    return text(range.low) == text(range.high)
      ? text(range.low) : "\(text(range.low)) to \(text(range.high))"
  }
}

/// Choices about the model as text.
public enum SettingsWords {
  /// One sentence on stakeholder, policy and measures.
  public static func sentence(_ settings: ModelSettings) -> String {
    let measures =
      settings.measures.isEmpty
      ? "no measures taken" : "measures taken: " + settings.measures.joined(separator: ", ")
    return
      "Weights: \(weights(settings)). Policy on dangerous data: \(settings.policy.rawValue) "
      + "(\(settings.policy.count) of P1, P2, S1 at critical mean Not now); \(measures)."
  }

  /// The preset, with the numbers that differ from it.
  private static func weights(_ settings: ModelSettings) -> String {
    let preset = settings.preset
    var changed: [String] = []
    if settings.weights != preset.weights {
      changed += zip(Dimension.allCases, settings.weights).map {
        "\($0.rawValue) \(NumberText.fixed($1, decimals: 3))"
      }
    }
    if settings.weakestLink != preset.weakestLink {
      changed.append("weakest link \(NumberText.raw(settings.weakestLink))")
    }
    if settings.equityShare != ModelSettings().equityShare {
      changed.append("worst group \(NumberText.raw(settings.equityShare))")
    }
    return changed.isEmpty
      ? preset.rawValue
      : "of the user's own, from \(preset.rawValue) (" + changed.joined(separator: ", ") + ")"
  }
}
