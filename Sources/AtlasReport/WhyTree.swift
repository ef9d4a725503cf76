public import AtlasModel

/// The provenance of a number: its formula, what went in, down to rows with year and source.
public struct WhyNode: Sendable, Equatable {
  /// Stable id, such as `fit` or `D1`.
  public var id: String
  /// What it is.
  public var name: String
  /// Its value in words.
  public var value: String
  /// The formula; empty for a row of the dataset.
  public var formula: String
  /// Year, for rows of the dataset.
  public var year: String
  /// Id of the source, for rows of the dataset.
  public var source: String
  /// How a row came about.
  public var status: String
  /// What went in.
  public var children: [WhyNode]

  /// Makes a node.
  public init(
    _ id: String, _ name: String, _ value: String, formula: String = "", year: String = "",
    source: String = "", status: String = "", children: [WhyNode] = []
  ) {
    self.id = id
    self.name = name
    self.value = value
    self.formula = formula
    self.year = year
    self.source = source
    self.status = status
    self.children = children
  }
}

/// Builds provenance trees of a pair.
public struct WhyTree {
  private let insight: Insight
  private let catalog: Catalog

  /// Prepares a pair.
  public init(_ insight: Insight, catalog: Catalog) {
    self.insight = insight
    self.catalog = catalog
  }

  /// Names of the numbers that can be asked for.
  public static var names: [String] {
    [
      "verdict", "certainty", "fit", "need", "left-out", "staff", "precedent", "data-quality",
      "benefit",
    ]
      + Dimension.allCases.map(\.rawValue) + FlagID.allCases.map(\.rawValue)
  }

  /// The tree of a number; nil for a name that is none.
  public func node(_ name: String) -> WhyNode? {
    switch name.lowercased() {
    case "verdict": return verdict
    case "certainty": return certainty
    case "fit": return fit
    case "need": return need
    case "left-out", "leftout": return leftOut
    case "staff": return staff
    case "precedent", "evidence": return precedent
    case "data-quality", "dataquality": return dataQuality
    case "benefit", "benefits": return benefit
    default:
      if let flag = FlagID(rawValue: name.uppercased()) { return self.flag(flag) }
      if let dimension = Dimension(rawValue: name.lowercased()) { return self.dimension(dimension) }
      return nil
    }
  }

  private var screening: Screening { insight.screening }

  private func row(_ evidence: Evidence) -> WhyNode {
    WhyNode(
      evidence.id, evidence.name, EvidenceWords.figure(evidence),
      formula: evidence.source == "formula" ? "worked out by the model" : "", year: evidence.year,
      source: evidence.source, status: evidence.status.rawValue)
  }

  private var verdict: WhyNode {
    let verdict = screening.verdict
    let caps = verdict.caps.map { flag($0.flag, limit: $0.limit) }
    return WhyNode(
      "verdict", "Verdict", verdict.class.name,
      formula:
        "the worse of the class by fit and the caps of the flags, at the cautious and at the "
        + "hopeful end of what is known; \(SettingsWords.sentence(insight.settings))",
      children: caps + [
        WhyNode(
          "by-fit", "Class by fit", verdict.byFit.name,
          formula: "fit of \(NumberText.raw(Verdict.adoptFit)) or more: Adopt; "
            + "\(NumberText.raw(Verdict.safeguardsFit)) or more: Adopt with safeguards; below: "
            + "Prepare first (assumption)",
          children: [fit])
      ])
  }

  private var certainty: WhyNode {
    let shown = screening.verdict.class
    guard let shares = insight.certainty else {
      return WhyNode("certainty", "Certainty", "not drawn", formula: CertaintyWords.formula)
    }
    return WhyNode(
      "certainty", "Certainty", CertaintyWords.short(shares, of: shown),
      formula: CertaintyWords.formula + "; " + CertaintyWords.method(),
      children: VerdictClass.allCases.filter { shares.share($0) > 0 }.map {
        WhyNode(
          "share-" + $0.rawValue, $0.name, CertaintyWords.percent(shares.share($0)),
          formula: "\(shares.counts[VerdictClass.allCases.firstIndex(of: $0) ?? 0]) of "
            + "\(shares.samples) draws")
      } + [verdict])
  }

  private func flag(_ id: FlagID, limit: VerdictClass? = nil) -> WhyNode {
    let flag = screening.flags[id]
    let cap = limit.map { "; leaves at best: \($0.name)" } ?? ""
    let left =
      flag.takenCount == 0 ? "" : "; after the measures taken: \(ScreeningWords.residual(flag))"
    return WhyNode(
      id.rawValue, id.title, ScreeningWords.severity(flag) + left + cap,
      formula: "likelihood \(ScreeningWords.steps(flag.likelihood)) x impact "
        + "\(ScreeningWords.steps(flag.impact)); likelihood: \(id.rule.likelihood); impact: "
        + "\(id.rule.impact); steps from: \(id.rule.basis)",
      children: flag.evidence.map(row))
  }

  private var fit: WhyNode {
    let score = screening.fit
    let b = NumberText.raw(insight.settings.weakestLink)
    return WhyNode(
      "fit", "Fit", RangeWords.share(score.range),
      formula: "(1 - b) x sum of weight x adequacy + b x lowest adequacy, b = \(b) (assumption)",
      children: score.dimensions.map { dimension($0.dimension) })
  }

  private func dimension(_ dimension: Dimension) -> WhyNode {
    let score = screening.fit.dimensions[dimension.index]
    guard score.demand > 0 else {
      return WhyNode(dimension.rawValue, dimension.name, "1.00: the good asks nothing")
    }
    let table = MethodTables.table(dimension, operator: screening.demand.operator)
    return WhyNode(
      dimension.rawValue, dimension.name,
      "\(RangeWords.share(score.adequacy)) at level \(score.demand), weight "
        + "\(NumberText.fixed(score.weight, decimals: 3)), share of the loss "
        + NumberText.fixed(score.lossShare, decimals: 3),
      formula: MethodTables.formula(table, level: score.demand),
      children: score.evidence.map(row))
  }

  private var need: WhyNode {
    WhyNode(
      "need", "Need", RangeWords.share(screening.need),
      formula: "mean over the claimed goals of 1 - goal score / 100",
      children: screening.needEvidence.map(row))
  }

  private var leftOut: WhyNode {
    guard let leftOut = insight.leftOut else {
      return WhyNode("left-out", "People left out", "none directly: see who works the good")
    }
    return WhyNode(
      "left-out", "People left out", PeopleWords.range(leftOut.people), formula: LeftOut.formula,
      children: leftOut.evidence.map(row))
  }

  private var staff: WhyNode {
    guard let staff = insight.staff else {
      return WhyNode("staff", "Staff", "none: nobody is served directly")
    }
    return WhyNode(
      "staff", "Staff", PeopleWords.range(staff.staff), formula: staff.formula,
      children: [
        WhyNode("by-ratio", "By the ratio", PeopleWords.range(staff.byRatio)),
        WhyNode("by-time", "By time", PeopleWords.range(staff.byTime)),
        leftOut,
      ])
  }

  private var precedent: WhyNode {
    let precedent = insight.precedent
    return WhyNode(
      "precedent", "Precedent", NumberText.fixed(precedent.value, decimals: 3),
      formula: Precedent.formula,
      children: precedent.nearest.map {
        WhyNode(
          catalog.countries[$0.country].iso3, catalog.countries[$0.country].name,
          "similarity \(NumberText.fixed($0.similarity, decimals: 3)), has a recorded use",
          year: "2026", source: "dpga-registry-2026", status: ValueStatus.observed.rawValue)
      })
  }

  private var dataQuality: WhyNode {
    WhyNode(
      "data-quality", "Data quality", NumberText.fixed(insight.dataQuality, decimals: 3),
      formula: "1 - weight on figures that are missing or older than \(Supply.recentYears) years",
      children: ScreeningGaps.rows(screening).map(row))
  }

  private var benefit: WhyNode {
    WhyNode(
      "benefit", "Benefits shown", PeopleWords.share(Benefit.share(insight.benefits)),
      formula: "benefits whose checks all hold / 7; the upper end counts what is unknown",
      children: insight.benefits.map { benefit in
        WhyNode(
          benefit.kind.rawValue, benefit.kind.rawValue, benefit.answer.rawValue,
          children: benefit.checks.map {
            WhyNode(
              $0.field, $0.text, $0.answer.rawValue, source: catalog.goods[screening.good].source)
          })
      })
  }
}

extension WhyNode {
  /// The provenance of a fact of a document: its sources, by number.
  public init(fact: Document.Fact, sources: [Citations.Entry]) {
    self.init(
      "fact", fact.name, fact.value.isEmpty ? "unknown" : fact.value,
      children: sources.map { source in
        let words = [source.publisher, source.title, source.vintage, source.terms, source.address]
        return WhyNode(
          "source-\(source.number)", "Source [\(source.number)]",
          words.filter { !$0.isEmpty }.joined(separator: ". "), source: source.id)
      })
  }
}
