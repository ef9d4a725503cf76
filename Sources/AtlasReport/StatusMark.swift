public import AtlasModel

/// Letters that stand behind figures that were not observed.
public enum StatusMark {
  /// The letter of a cell; nil for an observed figure or no figure.
  static func letter(of cell: ReportCell) -> String? {
    guard !cell.isMissing, let status = cell.status else { return nil }
    return letter(of: status)
  }

  /// The letter of a status; nil for observed and missing.
  public static func letter(of status: ValueStatus) -> String? {
    switch status {
    case .observed, .missing: nil
    case .estimated: "e"
    case .derived: "d"
    case .stale: "s"
    case .bounded: "b"
    case .peerRange: "p"
    case .curated: "c"
    case .assumed: "a"
    case .own: "o"
    }
  }

  /// The statuses with a letter that stand in a table.
  static func used(in table: ReportTable) -> [ValueStatus] {
    let statuses = Set(table.rows.joined().filter { !$0.isMissing }.compactMap(\.status))
    return ValueStatus.allCases.filter { statuses.contains($0) && letter(of: $0) != nil }
  }

  /// A line that explains letters; nil if there are none.
  static func legend(_ statuses: [ValueStatus]) -> String? {
    guard !statuses.isEmpty else { return nil }
    return statuses.compactMap { status in
      letter(of: status).map { $0 + " = " + status.rawValue }
    }.joined(separator: ", ") + "."
  }
}

extension ReportColumn {
  /// Title with unit.
  var headline: String {
    let unit = PlainText.clean(unit)
    return PlainText.clean(title) + (unit.isEmpty ? "" : " (" + unit + ")")
  }
}
