public import AtlasModel

/// How sure the verdict of a pair is, as a document, rows and JSON.
public struct CertaintyDocument: Sendable {
  let insight: Insight
  let catalog: Catalog
  let shares: VerdictShares
  let stakeholders: [(preset: WeightPreset?, shares: VerdictShares)]
  let drivers: [VerdictDriver]
  let options: SampleOptions
  let notes: [String]

  /// Draws a pair.
  ///
  /// - Parameters:
  ///   - assessor: The dataset and the choices.
  ///   - country: Position of the country.
  ///   - good: Position of the good.
  ///   - options: What is drawn.
  ///   - notes: What was changed in the dataset, in words.
  public init(
    _ assessor: Assessor, country: Int, good: Int, options: SampleOptions = SampleOptions(),
    notes: [String] = []
  ) {
    insight = assessor.insight(country: country, good: good)
    catalog = assessor.catalog
    let sampler = assessor.sampler(goods: [good], options: options)
    shares = sampler.shares(country: country)[0]
    stakeholders = assessor.sharesByStakeholder(country: country, good: good, options: options)
    let shown = insight.screening.verdict.class
    drivers = sampler.drivers(
      country: country, good: 0, of: shown.rank == nil ? shares.most : shown)
    self.options = options
    self.notes = notes
  }

  private var shown: VerdictClass { insight.screening.verdict.class }

  /// The document: flags, the verdict with how often it stands, stakeholders, what drives the doubt.
  public var document: Document {
    let good = catalog.goods[insight.screening.good]
    let country = catalog.countries[insight.screening.country]
    let flags = insight.screening.flags
    return Document(
      title: "How sure: \(good.name) in \(country.name)",
      subtitle: "How often each verdict comes up when what is not sure is drawn",
      sections: [
        Document.Section(
          "Flags",
          [
            .list(
              flags.open.filter { $0.worst >= .moderate }.prefix(6).map {
                "\(ScreeningWords.severity($0)): \($0.id.rawValue) \($0.id.title)"
              } + ["In all: \(ScreeningWords.flagSummary(flags))."])
          ]),
        Document.Section(
          "Verdict of the screening",
          [
            .facts([
              Document.Fact("Verdict", shown.name),
              Document.Fact("Why", insight.screening.verdict.reason),
              Document.Fact(
                "Certainty",
                String(
                  CertaintyWords.sentence(shares, of: shown).dropFirst("Certainty: ".count))),
              Document.Fact(
                "Standard error", NumberText.fixed(shares.standardError(shown), decimals: 4)),
              Document.Fact(
                "Entropy",
                NumberText.fixed(shares.entropy, decimals: 2) + " (0 one class, 1 all alike)"),
            ])
          ]), stakeholderSection, driverSection,
      ],
      notes: [
        "Drawn: " + CertaintyWords.method(options), ScreeningWords.caution,
        SettingsWords.sentence(insight.settings)
          + " Model \(ModelIdentity.version) (\(ModelIdentity.hash)). Dataset "
          + "\(catalog.identity.version) (\(catalog.identity.hash)).",
      ] + notes)
  }

  private var stakeholderSection: Document.Section {
    let seen = stakeholders.map(\.shares.most)
    return Document.Section(
      "By stakeholder",
      [
        .paragraph(
          Set(seen).count == 1
            ? "The same class comes up most often whoever's weights are taken."
            : "Which class comes up most often depends on whose weights are taken."),
        .table(stakeholderTable),
      ])
  }

  private var stakeholderTable: ReportTable {
    ReportTable(
      id: "stakeholders", title: "Shares of the draws by stakeholder",
      columns: [ReportColumn("weights", "weights", isFlexible: true)]
        + VerdictClass.allCases.map {
          ReportColumn($0.rawValue, Self.short($0), alignment: .trailing)
        },
      rows: stakeholders.map { entry in
        [.text(entry.preset?.rawValue ?? "no opinion (flat)")]
          + VerdictClass.allCases.map {
            ReportCell(.number(entry.shares.share($0), decimals: 3))
          }
      })
  }

  private static func short(_ verdict: VerdictClass) -> String {
    switch verdict {
    case .adopt: "adopt"
    case .withSafeguards: "safeguards"
    case .prepareFirst: "prepare"
    case .notNow: "not now"
    case .cannotSay: "cannot say"
    }
  }

  private var driverSection: Document.Section {
    guard !drivers.isEmpty else {
      return Document.Section(
        "What drives the doubt", [.paragraph("Nothing: every draw comes to the same class.")])
    }
    let counted = drivers.filter(\.counts)
    let sum = counted.reduce(0) { $0 + $1.index }
    let rows = counted.prefix(10).map { driver -> [ReportCell] in
      [
        .text(driver.name), ReportCell(.number(driver.index, decimals: 3)),
        ReportCell(.number(driver.chance, decimals: 3)),
      ]
    }
    return Document.Section(
      "What drives the doubt",
      [
        .paragraph(
          counted.isEmpty
            ? "No single input accounts for more of the doubt than chance would."
            : "Single inputs account for \(CertaintyWords.percent(min(sum, 1))) of it; the rest is how they "
              + "act together. First-order indices from the same draws: variance of the mean outcome over 32 "
              + "bins of an input, over the variance of the outcome; chance is the same out of step."
        ),
        .table(
          ReportTable(
            id: "drivers", title: "Inputs, most first",
            columns: [
              ReportColumn("input", "input", isFlexible: true),
              ReportColumn("index", "index", alignment: .trailing),
              ReportColumn("chance", "chance", alignment: .trailing),
            ], rows: Array(rows))),
      ])
  }

  /// Every share and index, a row each.
  public var table: ReportTable {
    let shareRows = stakeholders.flatMap { entry in
      VerdictClass.allCases.map { verdict -> [ReportCell] in
        [
          .text("share"), .text(entry.preset?.rawValue ?? "flat"), .text(verdict.rawValue),
          ReportCell(.number(entry.shares.share(verdict), decimals: 4)), ReportCell(.missing),
        ]
      }
    }
    let driverRows = drivers.map { driver -> [ReportCell] in
      [
        .text("driver"), ReportCell(.missing), .text(driver.name),
        ReportCell(.number((driver.index * 1e6).rounded() / 1e6, decimals: 4)),
        ReportCell(.number((driver.chance * 1e6).rounded() / 1e6, decimals: 4)),
      ]
    }
    return ReportTable(
      id: "certainty", title: document.title,
      columns: ["kind", "weights", "name", "value", "chance"].map { ReportColumn($0, $0) },
      rows: shareRows + driverRows)
  }

  /// The certainty as JSON, with stakeholders and drivers; flags stand before the verdict.
  public var json: JSONValue {
    func number(_ value: Double) -> JSONValue { .number((value * 1e6).rounded() / 1e6) }
    let screening = insight.screening
    return .object([
      .init("schema", 1), .init("model", .model), .init("dataset", .dataset(catalog.identity)),
      .init("country", .country(catalog.countries[screening.country])),
      .init("good", .good(catalog.goods[screening.good])),
      .init("changed", .array(notes.map(JSONValue.string))),
      .init(
        "flags",
        .array(
          screening.flags.open.map {
            .object([.init("id", .string($0.id.rawValue)), .init("severity", .string($0.word))])
          })),
      .init("verdict", .string(shown.rawValue)),
      .init("certainty", CertaintyWords.json(shares, of: shown, options: options)),
      .init(
        "stakeholders",
        .object(
          stakeholders.map { entry in
            .init(
              entry.preset?.rawValue ?? "flat",
              .object(
                VerdictClass.allCases.map { .init($0.rawValue, number(entry.shares.share($0))) }))
          })),
      .init(
        "drivers",
        .array(
          drivers.map {
            .object([
              .init("input", .string($0.name)), .init("index", number($0.index)),
              .init("chance", number($0.chance)),
            ])
          })),
      .init("drawn", .string(CertaintyWords.method(options))),
    ])
  }
}
