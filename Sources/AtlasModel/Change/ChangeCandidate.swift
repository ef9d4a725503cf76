/// A figure of a country that may move when a verdict is to be changed.
struct ChangeCandidate {
  /// Position of the indicator.
  var indicator: Int
  /// The value on record, if it can be used.
  var value: Double?
  /// The best and the worst value there is, in the unit of the indicator.
  var best, worst: Double
  /// Where the search begins.
  var start: Double { value ?? worst }
  /// Distance from the worst value to the best.
  var range: Double { max((best - worst).magnitude, 1e-9) }

  /// The figures that the model reads for a dimension or a flag.
  static func all(_ catalog: Catalog, country: Int) -> [ChangeCandidate] {
    catalog.indicators.indices.compactMap { position in
      let indicator = catalog.indicators[position]
      let reads = ModelReads(indicator.id, catalog: catalog)
      guard indicator.direction != .neutral, !reads.dimensions.isEmpty || !reads.flags.isEmpty
      else { return nil }
      // Where the indicator has no bound, the best or worst of all countries is one.
      func known() -> [Double] {
        catalog.realCountries.compactMap {
          catalog.observation(country: $0, indicator: position)?.value
        }
      }
      let low = indicator.minimum ?? known().min() ?? 0
      let high = indicator.maximum ?? known().max() ?? 100
      let isHigher = indicator.direction == .higherBetter
      let observation = catalog.observation(country: country, indicator: position)
      return ChangeCandidate(
        indicator: position,
        value: observation.flatMap { $0.status.isUsable && $0.value.isFinite ? $0.value : nil },
        best: isHigher ? high : low, worst: isHigher ? low : high)
    }
  }
}
