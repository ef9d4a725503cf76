/// A reason against a good in a country; the three strongest are always printed.
public struct Objection: Sendable, Equatable {
  /// The reason in one sentence.
  public var text: String
  /// What it rests on: a flag, a dimension, `left-out`, `need`, `precedent` or `data`.
  public var basis: String
  /// Weight by which objections are ordered, 0 to 100 (assumption).
  public var strength: Double

  /// The three strongest objections to a pair, strongest first.
  static func strongest(
    screening: Screening, leftOut: LeftOut?, precedent: Precedent, country: String
  ) -> [Objection] {
    var all = flags(screening.flags) + dimensions(screening.fit)
    if let leftOut, leftOut.people.low >= 1 {
      let people = NumberText.fixed(leftOut.people.low.rounded(), decimals: 0)
      let share = NumberText.share(leftOut.share.low)
      all.append(
        Objection(
          text: "At least \(people) people, \(share) of \(leftOut.base), would not be reached.",
          basis: "left-out", strength: 20 + 75 * leftOut.share.low))
    }
    all.append(
      precedent.uses == 0
        ? Objection(
          text: "No other country has a recorded use of it: nobody to learn from.",
          basis: "precedent", strength: 48)
        : Objection(
          text: "Its record in countries like \(country) is thin: precedent "
            + "\(NumberShape.twoDecimals(precedent.value)) of 1.", basis: "precedent",
          strength: 40 * (1 - precedent.value)))
    all.append(
      Objection(
        text: "The problem it serves is not the country's widest: need "
          + "\(NumberShape.twoDecimals(screening.need.low)) of 1.", basis: "need",
        strength: 45 * (1 - screening.need.low)))
    all.append(
      screening.thinness > 0
        ? Objection(
          text:
            "\(NumberText.share(screening.thinness)) of the weight rests on missing or old figures.",
          basis: "data", strength: 25 + 60 * screening.thinness)
        : Objection(
          text:
            "All figures that count are recent, but national: what a district lacks is not seen.",
          basis: "data", strength: 1))
    let ordered = all.enumerated().sorted {
      ($1.element.strength, $0.offset) < ($0.element.strength, $1.offset)
    }
    return Array(ordered.map(\.element).prefix(3))
  }

  private static func flags(_ flags: AssessedFlags) -> [Objection] {
    flags.all.compactMap { flag in
      let weight: Double
      switch flag.residualWorst {
      case .none, .low: return nil
      case .moderate: weight = 42
      case .high: weight = 70
      case .critical: weight = 90
      }
      let word = flag.isAssessed ? flag.residualWorst.capital : "Up to \(flag.residualWorst.word)"
      let fact = flag.evidence.first.map { row -> String in
        guard let value = row.value else { return row.text.isEmpty ? "" : " (\(row.text))" }
        return
          " (\(row.name.lowercasedFirst) \(NumberText.people(value, decimals: 1)), \(row.year))"
      }
      return Objection(
        text: "\(word) risk: \(flag.id.title.lowercasedFirst)\(fact ?? "").",
        basis: flag.id.rawValue,
        strength: flag.isAssessed ? weight : weight - 8)
    }
  }

  private static func dimensions(_ fit: FitScore) -> [Objection] {
    fit.dimensions.filter { $0.demand > 0 }.map { score in
      Objection(
        text: "\(score.dimension.name) meets only \(NumberShape.twoDecimals(score.adequacy.low)) "
          + "of what it asks.", basis: score.dimension.rawValue,
        strength: 65 * (1 - score.adequacy.low))
    }
  }
}

extension Severity {
  /// The word at the start of a sentence.
  fileprivate var capital: String { word.prefix(1).uppercased() + word.dropFirst() }
}

extension String {
  /// The text with its first letter in lower case.
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
