public import AtlasModel

/// How sure a verdict is, in words and as JSON.
public enum CertaintyWords {
  /// One sentence: the word, how often the verdict stands, and what comes up otherwise.
  public static func sentence(_ shares: VerdictShares, of shown: VerdictClass) -> String {
    let draws = "\(NumberText.grouped(shares.samples)) draws"
    let others = VerdictClass.allCases.filter { $0 != shown && shares.share($0) > 0 }
      .sorted { shares.share($0) > shares.share($1) }
      .map { "\($0.name) \(percent(shares.share($0)))" }
    let word = shares.word(of: shown).rawValue
    guard let certainty = shares.certainty(of: shown) else {
      let all = VerdictClass.allCases.filter { shares.share($0) > 0 }
        .sorted { shares.share($0) > shares.share($1) }
        .map { "\($0.name) \(percent(shares.share($0)))" }
      return "Certainty: \(word). Of \(draws): \(all.joined(separator: ", "))."
    }
    let rest = others.isEmpty ? "" : "; otherwise " + others.joined(separator: ", ")
    return "Certainty: \(word). The verdict stands in \(percent(certainty)) of \(draws)\(rest)."
  }

  /// The word with the share, such as `sure, 87 %`.
  public static func short(_ shares: VerdictShares, of shown: VerdictClass) -> String {
    let word = shares.word(of: shown).rawValue
    return shares.certainty(of: shown).map { "\(word), \(percent($0))" } ?? word
  }

  /// A share of draws in whole percent that says neither none nor all where it is neither.
  public static func percent(_ share: Double) -> String {
    if share > 0, share < 0.01 { return "under 1 %" }
    if share < 1, share > 0.99 { return "over 99 %" }
    return "\(NumberText.fixed(share * 100, decimals: 0)) %"
  }

  /// What is drawn, in one sentence.
  public static func method(_ options: SampleOptions = SampleOptions()) -> String {
    let weights =
      switch options.weights {
      case .around: "weights around those chosen (Dirichlet, 1 + 12 w)"
      case .flat: "weights without any opinion (flat Dirichlet)"
      case .fixed: "weights as chosen"
      }
    let blend =
      options.weights == .fixed
      ? "" : ", weakest link (.25 either way), share of the worst group (0 to 1)"
    let model =
      options.movesModel
      ? ", limits of adequacy (a tenth either way), curated levels (one step, with .05, .15 or .30 by "
        + "confidence)" : ""
    return
      "\(NumberText.grouped(options.samples)) draws, seed \(options.seed): \(weights)\(blend)\(model), "
      + "figures that are missing or old (ranges of peers, drift, bounds), unanswered questions. What is "
      + "known and recent is taken as it is."
  }

  /// The formula of the shares, for files.
  static let formula =
    "share of draws that come to a class; word: very sure from .95, sure from .80, leaning from .60, else "
    + "cannot say; standard error sqrt(p (1 - p) / samples)"

  /// The object of the contract, with what is known beside it.
  public static func json(
    _ shares: VerdictShares?, of shown: VerdictClass, options: SampleOptions = SampleOptions()
  ) -> JSONValue {
    guard let shares else { return .null }
    func number(_ value: Double) -> JSONValue {
      .number((value * 1_000_000).rounded() / 1_000_000)
    }
    return .object([
      .init("adopt", number(shares.share(.adopt))),
      .init("with-safeguards", number(shares.share(.withSafeguards))),
      .init("prepare-first", number(shares.share(.prepareFirst))),
      .init("not-now", number(shares.share(.notNow))),
      .init("word", .string(shares.word(of: shown).rawValue)),
      .init("samples", .integer(shares.samples)), .init("seed", .integer(Int(options.seed))),
      .init("cannot-say", number(shares.share(.cannotSay))),
      .init("shown", shares.certainty(of: shown).map(number) ?? .null),
      .init("standardError", number(shares.standardError(shown))),
      .init("entropy", number(shares.entropy)), .init("formula", .string(formula)),
    ])
  }
}
