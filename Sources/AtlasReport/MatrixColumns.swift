import AtlasModel

// Columns, words and notes of the matrix.
extension MatrixTable {
  static let flagCount = FlagID.allCases.count

  static let names = [
    ReportColumn("iso3", "iso", documentation: "Country code."),
    ReportColumn("good", "good", documentation: "Id of the good.", isFlexible: true),
  ]

  static let figures = [
    ReportColumn("verdict", "verdict", documentation: "Class of the verdict."),
    ReportColumn(
      "certainty", "certainty", alignment: .trailing,
      documentation: "Share of the draws in which the verdict stands, 0 to 1; empty for Cannot say."
    ),
    ReportColumn(
      "fit", "fit", alignment: .trailing, documentation: "Fit, cautious end, 0 to 1."),
    ReportColumn(
      "need", "need", alignment: .trailing, documentation: "Need, low end, 0 to 1."),
    ReportColumn(
      "precedent", "precedent", alignment: .trailing,
      documentation: "Recorded use in similar countries, 0 to 1."),
    ReportColumn(
      "dataQuality", "data", alignment: .trailing,
      documentation: "Share of the weight on recent figures, 0 to 1."),
    ReportColumn(
      "leftOutLow", "left out", alignment: .trailing,
      documentation: "People left out, at least; whole people."),
    ReportColumn(
      "leftOutHigh", "to", alignment: .trailing,
      documentation: "People left out, at most; whole people."),
  ]

  static let flags = FlagID.allCases.map {
    ReportColumn($0.rawValue, $0.rawValue, documentation: $0.title + ": severity.")
  }

  static let forPeople =
    [
      figures[2],
      ReportColumn(
        "fitHigh", "to", alignment: .trailing, documentation: "Fit, hopeful end, 0 to 1."),
    ] + figures[3...] + [
      figures[0],
      ReportColumn(
        "certainty", "sure", alignment: .trailing, documentation: figures[1].documentation),
      ReportColumn(
        "atBest", "at best", documentation: "Class with everything unknown at its best."),
    ]

  /// A severity in a word of at most four letters.
  static func short(_ severity: PairSeverity) -> String {
    switch severity.severity {
    case nil: "?"
    case .some(.none): "none"
    case .some(.low): "low"
    case .some(.moderate): "mod"
    case .some(.high): "high"
    case .some(.critical): "crit"
    }
  }

  /// What the table is and is not.
  var notes: [String] {
    remarks + [
      "Flags: crit critical, high, mod moderate, low, none, ? not assessed (missing data leaves "
        + "more than one severity open); before measures, which count in the verdict.",
      "Sure: share of the draws in which the verdict stands (certainty); empty for Cannot say.",
      "Fit from its cautious to its hopeful end, need at its low end, data the share of the weight "
        + "on recent figures, all from 0 to 1; left out in people.",
      ScreeningWords.caution,
      SettingsWords.sentence(settings) + " Model \(ModelIdentity.version). Dataset "
        + "\(catalog.identity.version), compiled \(catalog.identity.compiled). Figures behind a "
        + "pair, with year and source: assess.",
    ]
  }
}
