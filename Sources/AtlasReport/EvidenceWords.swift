public import AtlasModel

/// Evidence rows as text: every number with its year and source.
public enum EvidenceWords {
  /// The figure alone with year and source, such as `8.9 %, 2024 itu-datahub-2026-05`.
  public static func short(_ row: Evidence) -> String {
    let origin = [row.year, row.source].filter { !$0.isEmpty }.joined(separator: " ")
    let separator = row.status == .stale ? " " : ", "
    return origin.isEmpty ? figure(row) : figure(row) + separator + origin
  }

  /// The figure alone, such as `8.9 %`, `between 12 and 41 %`, `enacted` or `unknown`.
  public static func figure(_ row: Evidence) -> String {
    let unit = unit(row)
    let note = row.text.isEmpty ? "" : ", \(row.text)"
    if row.status == .stale { return "not known since" }
    if let value = row.value {
      guard let low = row.low, let high = row.high, row.status != .bounded else {
        return number(value) + unit + note
      }
      return "\(number(value))\(unit)\(note): \(number(low)) to \(number(high))"
    }
    if let low = row.low, let high = row.high, row.status != .missing {
      return "between \(number(low)) and \(number(high))\(unit)\(note)"
    }
    return row.text.isEmpty ? "unknown" : row.text
  }

  /// How many other countries use a good, such as `1 other country has a recorded use`.
  public static func uses(_ precedent: Precedent) -> String {
    precedent.uses == 1
      ? "1 other country has a recorded use"
      : "\(precedent.uses) other countries have a recorded use"
  }

  /// One clause with publisher and status.
  public static func long(_ row: Evidence, catalog: Catalog) -> String {
    let publisher = catalog.source(row.source)?.publisher
    let source = publisher.map { "\($0) [\(row.source)]" } ?? row.source
    let known = [row.year, source, status(row.status)].filter { !$0.isEmpty }
    let origin = known.isEmpty ? "" : " (" + known.joined(separator: ", ") + ")"
    return value(row) + origin
  }

  /// The name and value without origin.
  public static func value(_ row: Evidence) -> String {
    if row.status == .stale { return "\(row.name): not known since \(row.year)" }
    let isNumber = row.value != nil || (row.low != nil && row.status != .missing)
    return row.name + (isNumber ? " " : ": ") + figure(row)
  }

  /// The unit behind a number, with its space; scales read as `67 of 100`.
  private static func unit(_ row: Evidence) -> String {
    for scale in ["score 0-", "index 0-"] where row.unit.hasPrefix(scale) {
      return " of " + row.unit.dropFirst(scale.count)
    }
    return row.unit.isEmpty ? "" : " " + row.unit
  }

  /// The status word; empty for observed values.
  public static func status(_ status: ValueStatus) -> String {
    switch status {
    case .observed, .missing: ""
    case .bounded: "bounds from identities"
    case .peerRange: "range of the subregion"
    default: status.rawValue
    }
  }

  /// The status as a word, observed values too.
  public static func statusName(_ status: ValueStatus) -> String {
    let word = Self.status(status)
    return word.isEmpty ? status.rawValue : word
  }

  /// A number for people: whole from 1,000, at most two decimals below.
  public static func number(_ value: Double) -> String {
    if abs(value) >= 1000 { return NumberText.fixed(value, decimals: 0) }
    let text = NumberText.fixed(value, decimals: 2)
    guard text.contains(".") else { return text }
    var trimmed = Substring(text)
    while trimmed.hasSuffix("0") { trimmed = trimmed.dropLast() }
    if trimmed.hasSuffix(".") { trimmed = trimmed.dropLast() }
    return String(trimmed)
  }
}

/// Ranges as text.
public enum RangeWords {
  /// A share of one with two decimals, or the range of it, such as `0.41 to 0.55`.
  public static func share(_ range: Interval) -> String {
    let low = NumberText.fixed(range.low, decimals: 2)
    let high = NumberText.fixed(range.high, decimals: 2)
    return low == high ? low : "\(low) to \(high)"
  }

  /// The same in fewer columns, such as `0.41-0.55`.
  public static func compact(_ range: Interval) -> String {
    let low = NumberText.fixed(range.low, decimals: 2)
    let high = NumberText.fixed(range.high, decimals: 2)
    return low == high ? low : "\(low)-\(high)"
  }
}
