public import AtlasModel

/// Leaves out what a publisher's terms restrict.
public enum SourceFilter {
  /// How much was taken out of a catalog.
  public struct Removed: Sendable, Equatable {
    /// Observations that are now unknown.
    public var observations: Int
    /// Facts that are now unknown.
    public var facts: Int
  }

  /// Removes observations and facts of sources whose reuse is `restricted`; the rest stays.
  ///
  /// Share-alike sources stay. The sources themselves stay listed, so that a reader sees what is
  /// left out.
  @discardableResult
  public static func openOnly(_ catalog: inout Catalog) -> Removed {
    let restricted = Set(catalog.sources.filter { $0.reuse == .restricted }.map(\.id))
    var removed = Removed(observations: 0, facts: 0)
    for country in catalog.countries.indices {
      for indicator in catalog.indicators.indices {
        guard let there = catalog.observation(country: country, indicator: indicator),
          restricted.contains(there.source)
        else { continue }
        catalog.replaceObservation(country: country, indicator: indicator, with: nil)
        removed.observations += 1
      }
    }
    catalog.removeFacts { fact in
      let isRestricted = restricted.contains(fact.source)
      removed.facts += isRestricted ? 1 : 0
      return isRestricted
    }
    return removed
  }
}
