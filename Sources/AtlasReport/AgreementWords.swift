internal import AtlasModel

/// Agreements and uses abroad as text.
enum AgreementWords {
  /// Words for how far an agreement has come, the farthest first.
  static let standings = [
    "in-use", "signed", "announced", "interest-only", "may-have-lapsed", "recorded",
  ]

  /// Kind, year, standing and note of an agreement.
  static func describe(_ agreement: Agreement) -> String {
    let words = [
      spaced(agreement.kind), agreement.year.map(NumberText.year) ?? "year unknown",
      spaced(agreement.standing), agreement.note,
    ]
    return words.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// Standings of the agreements with one country, each once, the farthest first.
  static func standings(_ agreements: [Agreement], country: Country) -> [String] {
    standings.filter { standing in
      agreements.contains { $0.iso3 == country.iso3 && $0.standing == standing }
    }
  }

  /// Remarks that go with every list of agreements.
  static let notes = [
    "Most reference systems are not registered goods: a country cannot take them from the registry. "
      + "`Same function` is another product that does the like, not the system.",
    "An agreement is not a use, and a recorded use is as the applicant wrote it. Absence of a record "
      + "is not absence of an agreement or use.",
  ]
}
