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
  /// Ranges of similar countries; nil leaves missing figures fully open.
  var peers: PeerRanges?
  /// Ranges over the region, where the subregion has too few countries with a figure.
  var wider: PeerRanges?
  /// Ranges of goal scores over the subregion.
  var regional: PeerRanges?
  /// Drift of old figures; nil takes them as they are.
  var drifts: DriftTable?
  /// Whether evidence rows are wanted; leaving them out is much faster.
  var explains = true

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
    guard let observation = catalog.observation(country: country, id),
      observation.status.isUsable
    else { return unknown(id, scale: scale, open: open) }
    var range = Interval(observation.value * scale)
    var rows = explains ? [row(id)] : []
    let isOld = observation.year < referenceYear - Supply.recentYears
    if isOld, observation.status != .own, let drift = drift(id, since: observation.year) {
      let low = held(observation.value + drift.range.low, id)
      let high = held(observation.value + drift.range.high, id)
      range = Interval(low * scale, high * scale)
      if explains {
        rows[0].low = min(low, high)
        rows[0].high = max(low, high)
        rows[0].text = "may have moved since"
      }
    }
    return Supply(
      range: range, status: observation.status, evidence: rows, thinness: isOld ? 1 : 0)
  }

  /// What is left open where there is no figure of today: the range of the peers, else everything.
  private func unknown(_ id: String, scale: Double, open: Interval) -> Supply {
    var row = explains ? row(id) : nil
    let near = peers?.range(country: country, indicator: id)
    guard let peers = near ?? wider?.range(country: country, indicator: id) else {
      let status = catalog.observation(country: country, id)?.status ?? .missing
      return Supply(
        range: open, status: status, evidence: row.map { [$0] } ?? [], thinness: 1)
    }
    row?.value = nil
    row?.low = peers.range.low
    row?.high = peers.range.high
    row?.year = String(peers.year)
    row?.source = peers.source
    row?.text =
      "range of \(peers.count) countries of the same \(near == nil ? "region" : "subregion") "
      + "and income group"
    row?.status = .peerRange
    return Supply(
      range: Interval(peers.range.low * scale, peers.range.high * scale), status: .peerRange,
      evidence: row.map { [$0] } ?? [], thinness: 1)
  }

  /// The drift of an indicator since a year; nil if too few changes were seen.
  func drift(_ id: String, since year: Int) -> Drift? {
    catalog.indicatorPosition(id).flatMap {
      drifts?.drift(indicator: $0, years: referenceYear - year)
    }
  }

  /// A value kept inside the indicator's valid range.
  func held(_ value: Double, _ id: String) -> Double {
    guard let position = catalog.indicatorPosition(id) else { return value }
    let indicator = catalog.indicators[position]
    return min(max(value, indicator.minimum ?? value), indicator.maximum ?? value)
  }

  /// The row of a text-valued fact, known or not.
  func factRow(_ attribute: String, name: String) -> Evidence {
    guard let fact = catalog.fact(country: country, attribute) else {
      return Evidence(id: attribute, name: name, status: .missing)
    }
    return Evidence(
      id: attribute, name: name, text: fact.value, year: fact.year, source: fact.source,
      status: catalog.status(of: fact))
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
    if let measured, let known = catalog.observation(country: country, measured),
      known.status.isUsable, total.status != .own || known.status == .own
    {
      // A user's own total makes a published figure of the group stale: the two no longer agree.
      return supply(measured)
    }
    let range = GroupBounds.range(total: total.range, share: share, atMostTotal: atMostTotal)
    let isBounded = total.status != .missing && total.status != .stale
    guard explains else {
      return Supply(
        range: range, status: isBounded ? .bounded : .missing, evidence: [],
        thinness: range.isPoint ? total.thinness : 1)
    }
    let id = total.evidence.first?.id ?? ""
    let name = (total.evidence.first?.name ?? "") + ", " + label
    // Ends are shown only where a figure with a year and a source stands behind them.
    let basis = total.evidence.first {
      ($0.value != nil && $0.status.isUsable) || $0.status == .peerRange
    }
    let bounded = Evidence(
      id: id + ":" + label, name: name, low: basis.map { _ in range.low },
      high: basis.map { _ in range.high }, unit: "%", year: basis?.year ?? "",
      source: basis?.source ?? "", status: basis == nil ? .missing : .bounded)
    return Supply(
      range: range, status: isBounded ? .bounded : .missing, evidence: [bounded],
      thinness: range.isPoint ? total.thinness : 1)
  }
}
