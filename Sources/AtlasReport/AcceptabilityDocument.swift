public import AtlasModel

/// How sure the verdicts and the order of goods are in one country, as a document, rows and JSON.
public struct AcceptabilityDocument: Sendable {
  let country: Int
  let catalog: Catalog
  let ranks: RankAcceptability
  let shares: [VerdictShares]
  let screenings: [Screening]
  /// Numbers of the goods that come first, at most ten.
  let first: [Int]
  let wins: [[Double]]
  let settings: ModelSettings
  let options: SampleOptions
  let notes: [String]

  /// Draws the listed goods of a country.
  ///
  /// - Parameters:
  ///   - assessor: The dataset and the choices.
  ///   - country: Position of the country.
  ///   - need: The goal or sector that is looked for; nil for all goods.
  ///   - options: What is drawn.
  ///   - notes: What was changed in the dataset, in words.
  public init(
    _ assessor: Assessor, country: Int, need: NeedFilter? = nil,
    options: SampleOptions = SampleOptions(), notes: [String] = []
  ) {
    self.country = country
    catalog = assessor.catalog
    settings = assessor.settings
    self.options = options
    self.notes = notes
    let all = assessor.catalog.goods
    let goods = all.indices.filter {
      all[$0].standing == .listed && (need?.admits(all[$0]) ?? true)
    }
    let sampler = assessor.sampler(goods: goods, options: options)
    shares = sampler.shares(country: country)
    ranks = sampler.ranks(country: country)
    first = Array(ranks.order.prefix(10))
    wins = sampler.wins(country: country, of: first)
    let conditions = assessor.conditions(country: country, explains: false)
    screenings = goods.map {
      assessor.screening(good: $0, conditions: conditions, explains: false)
    }
  }

  private func good(_ number: Int) -> PublicGood { catalog.goods[ranks.goods[number]] }

  /// The document: the first ten with flags, shares of ranks, pairwise wins and central weights.
  public var document: Document {
    let name = catalog.countries[country].name
    let none = Document.Section(
      "First ten",
      [
        .paragraph(
          "Flags and fit hold every good back in every draw: none comes to Adopt or Adopt with safeguards."
        )
      ])
    return Document(
      title: "How sure the order of goods is in \(name)",
      subtitle: "How often each good comes to each rank, among those that pass in a draw",
      sections: first.isEmpty
        ? [none]
        : [
          Document.Section(
            "First ten",
            [
              .paragraph(
                "Flags: c critical, h high, m moderate, ? not assessed. A good passes in a draw where it comes "
                  + "to Adopt or Adopt with safeguards; those that pass stand by class, then by fit and need."
              ),
              .table(firstTable),
            ]),
          Document.Section("Ranks 1 to 10, share of the draws", [.table(rankTable)]),
          Document.Section(
            "Which stands before which",
            [
              .paragraph(
                "Share of the draws in which the good of the row stands before that of the column."),
              .table(winsTable),
            ]),
          Document.Section(
            "Central weights",
            [
              .paragraph(
                "Mean weights of the draws in which a good stands first: who would choose it."),
              .table(weightsTable),
            ]),
        ],
      notes: [
        "Drawn: " + CertaintyWords.method(options), ScreeningWords.caution,
        SettingsWords.sentence(settings) + " Model \(ModelIdentity.version). Dataset "
          + "\(catalog.identity.version), compiled \(catalog.identity.compiled).",
      ] + notes)
  }

  private func number(_ value: Double) -> ReportCell {
    ReportCell(.number((value * 1e6).rounded() / 1e6, decimals: 2))
  }

  private var firstTable: ReportTable {
    ReportTable(
      id: "first", title: "Goods most often among the first ten",
      columns: [
        ReportColumn("place", "#", alignment: .trailing),
        ReportColumn("name", "name", isFlexible: true), ReportColumn("flags", "flags"),
        ReportColumn("first", "first", alignment: .trailing),
        ReportColumn("ten", "in ten", alignment: .trailing),
        ReportColumn("passes", "passes", alignment: .trailing),
        ReportColumn("verdict", "verdict"), ReportColumn("certainty", "sure", alignment: .trailing),
      ],
      rows: first.enumerated().map { place, number in
        let verdict = screenings[number].verdict.class
        return [
          ReportCell(.integer(place + 1)), .text(good(number).name),
          .text(ScreeningWords.flagCounts(screenings[number].flags)),
          self.number(ranks.share(good: number, rank: 1)),
          self.number(ranks.firstTen(good: number)), self.number(ranks.passes(good: number)),
          .text(verdict.name),
          shares[number].certainty(of: verdict).map { self.number($0) } ?? ReportCell(.missing),
        ]
      }, positions: first.map { ranks.goods[$0] }, about: .goods)
  }

  private var rankTable: ReportTable {
    ReportTable(
      id: "ranks", title: "Rank acceptability",
      columns: [ReportColumn("name", "name", isFlexible: true)]
        + (1...RankAcceptability.ranks).map {
          ReportColumn("rank_\($0)", "\($0)", alignment: .trailing)
        } + [ReportColumn("below", "below", alignment: .trailing)],
      rows: first.map { number in
        [.text(good(number).name)]
          + (1...RankAcceptability.ranks).map {
            self.number(ranks.share(good: number, rank: $0))
          } + [self.number(max(0, 1 - ranks.firstTen(good: number)))]
      }, positions: first.map { ranks.goods[$0] }, about: .goods)
  }

  private var winsTable: ReportTable {
    ReportTable(
      id: "wins", title: "Pairwise wins",
      columns: [
        ReportColumn("place", "#", alignment: .trailing),
        ReportColumn("name", "name", isFlexible: true),
      ]
        + first.indices.map { ReportColumn("over_\($0 + 1)", "\($0 + 1)", alignment: .trailing) },
      rows: first.enumerated().map { place, number in
        [ReportCell(.integer(place + 1)), .text(good(number).name)]
          + first.indices.map { other in
            other == place ? ReportCell(.text("")) : self.number(wins[place][other])
          }
      })
  }

  private var weightsTable: ReportTable {
    let rows = first.filter { ranks.share(good: $0, rank: 1) > 0 }.map { number -> [ReportCell] in
      [.text(good(number).name)]
        + (ranks.centralWeights(good: number) ?? []).map { self.number($0) }
    }
    return ReportTable(
      id: "central", title: "Central weights",
      columns: [ReportColumn("name", "name", isFlexible: true)]
        + Dimension.allCases.map {
          ReportColumn($0.rawValue, String($0.name.prefix(6)).lowercased(), alignment: .trailing)
        }, rows: rows)
  }

  /// Every good with its shares and ranks, a row each.
  public var table: ReportTable {
    let columns =
      [
        ReportColumn("good", "good"), ReportColumn("flags", "flags"),
        ReportColumn("verdict", "verdict"),
      ]
      + VerdictClass.allCases.map {
        ReportColumn($0.rawValue, $0.rawValue, alignment: .trailing)
      } + [ReportColumn("passes", "passes", alignment: .trailing)]
      + (1...RankAcceptability.ranks).map {
        ReportColumn("rank_\($0)", "rank_\($0)", alignment: .trailing)
      }
    return ReportTable(
      id: "acceptability", title: "Certainty and rank acceptability", columns: columns,
      rows: ranks.goods.indices.map { number in
        [
          .text(good(number).id), .text(ScreeningWords.flagCounts(screenings[number].flags)),
          .text(screenings[number].verdict.class.rawValue),
        ] + VerdictClass.allCases.map { self.number(shares[number].share($0)) }
          + [self.number(ranks.passes(good: number))]
          + (1...RankAcceptability.ranks).map {
            self.number(ranks.share(good: number, rank: $0))
          }
      }, positions: ranks.goods, about: .goods)
  }

  /// The same as JSON.
  public var json: JSONValue {
    func number(_ value: Double) -> JSONValue { .number((value * 1e6).rounded() / 1e6) }
    return .object([
      .init("schema", 1), .init("model", .model), .init("dataset", .dataset(catalog.identity)),
      .init("country", .country(catalog.countries[country])),
      .init("changed", .array(notes.map(JSONValue.string))),
      .init(
        "goods",
        .array(
          ranks.goods.indices.map { place in
            let screening = screenings[place]
            return .object([
              .init("id", .string(good(place).id)),
              .init("flags", .string(ScreeningWords.flagCounts(screening.flags))),
              .init("verdict", .string(screening.verdict.class.rawValue)),
              .init(
                "certainty",
                CertaintyWords.json(shares[place], of: screening.verdict.class, options: options)),
              .init("passes", number(ranks.passes(good: place))),
              .init(
                "ranks",
                .array(
                  (1...RankAcceptability.ranks).map {
                    number(ranks.share(good: place, rank: $0))
                  })),
              .init(
                "centralWeights",
                ranks.centralWeights(good: place).map { .array($0.map(number)) } ?? .null),
            ])
          })),
      .init(
        "wins",
        .array(
          first.indices.map { one in
            .object([
              .init("good", .string(good(first[one]).id)),
              .init(
                "over",
                .object(
                  first.indices.filter { $0 != one }.map {
                    .init(good(first[$0]).id, number(wins[one][$0]))
                  })),
            ])
          })),
      .init("drawn", .string(CertaintyWords.method(options))),
    ])
  }
}
