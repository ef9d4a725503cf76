/// A country's supply of one thing: its range, how it is known, and the rows behind it.
public struct Supply: Sendable, Equatable {
  /// Range of the supply, 0 to 100 (or the indicator's own unit).
  public var range: Interval
  /// How it is known.
  public var status: ValueStatus
  /// Rows behind it.
  public var evidence: [Evidence]
  /// Share of it that is missing or old (see `Supply.oldestYear`), 0 to 1.
  public var thinness: Double

  /// Years before the dataset's that a figure may have and still count as recent (assumption).
  public static let recentYears = 6

  /// Makes a supply.
  public init(range: Interval, status: ValueStatus, evidence: [Evidence], thinness: Double) {
    self.range = range
    self.status = status
    self.evidence = evidence
    self.thinness = thinness
  }

  /// The lesser of two supplies, with the rows of both.
  public func lesser(_ other: Supply) -> Supply {
    Supply(
      range: range.lesser(other.range), status: status.weaker(other.status),
      evidence: evidence + other.evidence, thinness: max(thinness, other.thinness))
  }
}

extension ValueStatus {
  /// The less certain of two statuses.
  func weaker(_ other: ValueStatus) -> ValueStatus {
    let order: [ValueStatus] = [
      .observed, .own, .estimated, .derived, .curated, .assumed, .bounded, .peerRange, .stale,
      .missing,
    ]
    let mine = order.firstIndex(of: self) ?? 0
    let theirs = order.firstIndex(of: other) ?? 0
    return mine >= theirs ? self : other
  }
}

/// Reads the supplies of one country out of a catalog.
struct SupplyReader {
  let catalog: Catalog
  let country: Int
  /// Year of the dataset; age is counted from it, never from the clock.
  let referenceYear: Int

  /// The row of an indicator, known or not.
  func row(_ id: String) -> Evidence {
    let position = catalog.indicatorPosition(id)
    let name = position.map { catalog.indicators[$0].name } ?? id
    let unit = position.map { catalog.indicators[$0].unit } ?? ""
    guard let observation = catalog.observation(country: country, id) else {
      return Evidence(id: id, name: name, unit: unit, status: .missing)
    }
    return Evidence(
      id: id, name: name, value: observation.value, unit: unit, year: String(observation.year),
      source: observation.source, status: observation.status)
  }

  /// A value that may stand for today; nil if missing or stale.
  func value(_ id: String) -> Double? {
    guard let observation = catalog.observation(country: country, id),
      observation.status.isUsable
    else { return nil }
    return observation.value
  }

  /// Whether the newest value is older than `Supply.recentYears`.
  func isOld(_ id: String) -> Bool {
    guard let observation = catalog.observation(country: country, id) else { return true }
    return observation.year < referenceYear - Supply.recentYears
  }

  /// A supply read straight from one indicator, times a factor.
  func supply(_ id: String, scale: Double = 1, ifMissing open: Interval = .percentage) -> Supply {
    let row = row(id)
    guard let value = value(id) else {
      return Supply(range: open, status: row.status, evidence: [row], thinness: 1)
    }
    return Supply(
      range: Interval(value * scale), status: row.status, evidence: [row],
      thinness: isOld(id) ? 1 : 0)
  }

  /// The row of a text-valued fact, known or not.
  func factRow(_ attribute: String, name: String) -> Evidence {
    guard let fact = catalog.fact(country: country, attribute) else {
      return Evidence(id: attribute, name: name, status: .missing)
    }
    return Evidence(
      id: attribute, name: name, text: fact.value, year: fact.year, source: fact.source,
      status: .observed)
  }

  /// A group's supply: measured where there is a figure, else what identities leave open.
  ///
  /// - Parameters:
  ///   - measured: Indicator of the group itself; nil if there is none.
  ///   - total: Supply of everybody.
  ///   - share: Share of the group, 0 to 1; nil if unknown.
  ///   - atMostTotal: Whether "the group does not exceed the total" is assumed.
  func group(
    _ measured: String?, total: Supply, share: Double?, atMostTotal: Bool, label: String
  ) -> Supply {
    if let measured, let value = value(measured) {
      return Supply(
        range: Interval(value), status: row(measured).status, evidence: [row(measured)],
        thinness: isOld(measured) ? 1 : 0)
    }
    let range = GroupBounds.range(total: total.range, share: share, atMostTotal: atMostTotal)
    let id = total.evidence.first?.id ?? ""
    let name = (total.evidence.first?.name ?? "") + ", " + label
    // Ends are shown only where a figure with a year and a source stands behind them.
    let basis = total.evidence.first { $0.value != nil && $0.status.isUsable }
    let bounded = Evidence(
      id: id + ":" + label, name: name, low: basis.map { _ in range.low },
      high: basis.map { _ in range.high }, unit: "%", year: basis?.year ?? "",
      source: basis?.source ?? "", status: total.range.isPoint ? .bounded : .missing)
    return Supply(
      range: range, status: total.range.isPoint ? .bounded : .missing, evidence: [bounded],
      thinness: range.isPoint ? total.thinness : 1)
  }
}
