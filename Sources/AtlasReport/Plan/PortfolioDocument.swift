public import AtlasModel

/// Which few measures open most goods or reach most people, as a document, rows and JSON.
public struct PortfolioDocument: Sendable {
  private let answer: PortfolioAnswer
  private let question: PortfolioQuestion
  private let catalog: Catalog
  private let country: Int
  private let notes: [String]

  /// Joins an answer with its question.
  public init(
    _ answer: PortfolioAnswer, to question: PortfolioQuestion, catalog: Catalog, country: Int,
    notes: [String] = []
  ) {
    self.answer = answer
    self.question = question
    self.catalog = catalog
    self.country = country
    self.notes = notes
  }

  private var subject: String {
    "\(question.need.map { "goods for \($0.text)" } ?? "listed goods") in "
      + catalog.countries[country].name
  }

  /// The answer to read.
  public var document: Document {
    var citations = Citations(catalog)
    let model = citations.citeModel()
    let unit = question.counts == .measures ? "measures" : "points of effort"
    var sections = [
      Document.Section(
        "The question",
        [
          .facts([
            Document.Fact("Goods", "\(answer.count) \(subject)"),
            Document.Fact("Budget", "\(question.budget) \(unit)"),
            Document.Fact(
              "To be most",
              question.aim == .goods
                ? "goods that may be adopted, with safeguards or without"
                : "people whom one of those goods reaches by itself"),
            Document.Fact(
              "Flags", "stay open where no measure lowers them: read those of each good first"),
            Document.Fact(
              "Without measures",
              "\(answer.already.count) may be adopted already, \(answer.closed.count) cannot be "
                + "opened by measures in the budget [\(model)]"),
          ])
        ])
    ]
    if answer.choices.isEmpty {
      sections.append(
        Document.Section("Answer", [.paragraph("No set of measures in the budget opens a good.")]))
    } else {
      sections.append(
        Document.Section(
          "Answer: the best set, then the runners-up", [.table(people), .note(Self.reading)]))
      sections += details(&citations)
    }
    return Document(
      title: "Few measures, many goods: \(catalog.countries[country].name)",
      subtitle: "Every set of measures in the budget was tried.", sections: sections,
      notes: Self.method + notes + [ScreeningWords.caution], sources: citations.entries)
  }

  private static let reading =
    "People: those whom one good that may be adopted then reaches by itself, at least and at most; not "
    + "added up over goods."

  private static let method = [
    "A good is open when its cautious verdict is Adopt with safeguards or better. Its flags stay and are "
      + "to be read before any of them: dpg-atlas assess COUNTRY GOOD --apply MEASURES.",
    "Effort counts low 1, medium 2, high 3 (assumption).",
  ]

  private var people: ReportTable {
    ReportTable(
      id: "portfolio", title: "Sets of measures",
      columns: [
        ReportColumn("rank", "#"), ReportColumn("measures", "measures", isFlexible: true),
        ReportColumn("cost", "cost", alignment: .trailing),
        ReportColumn("effort", "effort", alignment: .trailing),
        ReportColumn("opens", "opens", alignment: .trailing),
        ReportColumn("people", "people reached"),
      ],
      rows: answer.choices.enumerated().map { place, choice in
        [
          ReportCell(.integer(place + 1)),
          .text(choice.measures.joined(separator: ", ")),
          ReportCell(.integer(choice.cost)), ReportCell(.integer(choice.effort)),
          ReportCell(.integer(choice.opened.count)),
          .text(choice.people.high > 0 ? PeopleWords.range(choice.people) : "none directly"),
        ]
      })
  }

  /// What the best set opens, and who does what.
  private func details(_ citations: inout Citations) -> [Document.Section] {
    guard let best = answer.choices.first else { return [] }
    var rows: [[ReportCell]] = []
    for id in best.measures {
      guard let measure = catalog.measures.first(where: { $0.id == id }) else { continue }
      rows.append([
        .text("\(measure.title) (\(id))"), .text(measure.action), .text(measure.owner),
        .text(measure.effort), .text(measure.phase),
        ReportCell(citations.cite(address: measure.address).map { .citation($0) } ?? .missing),
      ])
    }
    return [
      Document.Section(
        "The best set",
        [
          .table(
            ReportTable(
              id: "measures", title: "Measures",
              columns: [
                ReportColumn("measure", "measure", isFlexible: true),
                ReportColumn("action", "what to do", isFlexible: true),
                ReportColumn("owner", "owner", isFlexible: true), ReportColumn("effort", "effort"),
                ReportColumn("phase", "due"), ReportColumn("source", "src"),
              ], rows: rows))
        ]),
      Document.Section(
        "Goods that it opens",
        [.list(best.opened.map { "\(catalog.goods[$0].name) (\(catalog.goods[$0].id))" })]),
    ]
  }

  /// The sets as rows, a row a set.
  public var table: ReportTable {
    ReportTable(
      id: "portfolio", title: document.title,
      columns: [
        "rank", "measures", "cost", "effort", "opened", "people_low", "people_high", "goods",
      ].map {
        ReportColumn($0, $0)
      },
      rows: answer.choices.enumerated().map { place, choice in
        [
          ReportCell(.integer(place + 1)), .list(choice.measures),
          ReportCell(.integer(choice.cost)), ReportCell(.integer(choice.effort)),
          ReportCell(.integer(choice.opened.count)),
          ReportCell(.number(choice.people.low, decimals: 0)),
          ReportCell(.number(choice.people.high, decimals: 0)),
          .list(choice.opened.map { catalog.goods[$0].id }),
        ]
      })
  }

  /// The answer as JSON.
  public var json: JSONValue {
    func ids(_ goods: [Int]) -> JSONValue { .array(goods.map { .string(catalog.goods[$0].id) }) }
    return .object([
      .init("schema", 1), .init("model", .model), .init("dataset", .dataset(catalog.identity)),
      .init("country", .country(catalog.countries[country])),
      .init("need", question.need.map { .string($0.text) } ?? .null),
      .init("budget", .integer(question.budget)),
      .init("counts", .string(question.counts.rawValue)),
      .init("aim", .string(question.aim.rawValue)),
      .init("changed", .array(notes.map(JSONValue.string))), .init("goods", .integer(answer.count)),
      .init("already", ids(answer.already)), .init("closed", ids(answer.closed)),
      .init(
        "choices",
        .array(
          answer.choices.map {
            .object([
              .init("measures", .array($0.measures.map(JSONValue.string))),
              .init("cost", .integer($0.cost)), .init("effort", .integer($0.effort)),
              .init("opened", ids($0.opened)), .init("peopleLow", .number($0.people.low)),
              .init("peopleHigh", .number($0.people.high)),
              .init(
                "formula", .string("population - people left out, of the good that reaches most")),
            ])
          })),
      .init("method", .array(Self.method.map(JSONValue.string))),
    ])
  }
}
