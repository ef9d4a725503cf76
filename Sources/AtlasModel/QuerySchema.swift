/// The fields that queries on one table of a catalog may use.
public struct QuerySchema: Sendable {
  /// What a field name stands for.
  enum Resolution {
    case found(QueryField)
    case ambiguous([String])
    case unknown(nearest: [String])
  }

  /// The table.
  public let subject: Query.Subject
  /// All fields, in the order of documentation.
  public let fields: [QueryField]
  private let countryRows: [Country]
  private let goodRows: [PublicGood]
  private let byName: [String: Int]

  /// Collects the fields of a table.
  public init(_ catalog: Catalog, _ subject: Query.Subject) {
    self.subject = subject
    fields =
      switch subject {
      case .countries: Self.countryFields(catalog)
      case .goods: Self.goodFields(catalog)
      case .indicators: Self.indicatorFields(catalog)
      case .sources: Self.sourceFields()
      case .measures: Self.measureFields(catalog)
      }
    countryRows = catalog.countries
    goodRows = catalog.goods
    var byName: [String: Int] = [:]
    for (position, field) in fields.enumerated() where byName[field.name] == nil {
      byName[field.name] = position
    }
    for (position, field) in fields.enumerated() {
      for alias in field.aliases where byName[alias] == nil { byName[alias] = position }
    }
    self.byName = byName
  }

  /// The field of a canonical name or alias.
  public func field(_ name: String) -> QueryField? { byName[name].map { fields[$0] } }

  /// Made when a query names a country, which few do: folding all names takes about a millisecond.
  var countries: CountryFinder { CountryFinder(countryRows) }

  /// Made when a query names a good.
  var goods: GoodFinder { GoodFinder(goodRows) }

  func countryID(_ position: Int) -> String { countryRows[position].iso3 }

  func goodID(_ position: Int) -> String { goodRows[position].id }

  /// The field that a person means: by name, alias, or a beginning that only one field has.
  func resolve(_ typed: String) -> Resolution {
    let name = String(typed.lowercased().map { $0 == "_" ? "-" : $0 })
    if let field = field(name) { return .found(field) }
    let candidates = fields.filter { $0.name.hasPrefix(name) }
    if candidates.count == 1 { return .found(candidates[0]) }
    if let root = candidates.first(where: { root in
      candidates.allSatisfy { $0.name.hasPrefix(root.name) }
    }) {
      return .found(root)
    }
    if !candidates.isEmpty { return .ambiguous(candidates.map(\.name)) }
    let key = Array(name.utf8)
    let near = byName.keys.map { ($0, SearchBytes.distance(Array($0.utf8), key)) }
      .filter { $0.1 <= max(1, key.count / 3) || $0.0.contains(name) }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
      .compactMap { field($0.0)?.name }
    var seen: Set<String> = []
    return .unknown(nearest: Array(near.filter { seen.insert($0).inserted }.prefix(5)))
  }

  /// Distinct values in order of first appearance.
  static func distinct(_ values: [String]) -> [String] {
    var seen: Set<String> = []
    return values.filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}

extension QuerySchema {
  static func indicatorFields(_ catalog: Catalog) -> [QueryField] {
    [
      QueryField("id", [], "Id of the indicator.", .text) { .text($0.indicators[$1].id) },
      QueryField("name", [], "Name of the indicator.", .text) { .text($0.indicators[$1].name) },
      QueryField(
        "group", ["dimension"], "Part of the model or profile that it serves.",
        .token(values: Indicator.Group.allCases.map(\.rawValue), isOrdered: false)
      ) { .text($0.indicators[$1].group.rawValue) },
      QueryField("unit", [], "Unit of its values.", .text) { .text($0.indicators[$1].unit) },
      QueryField(
        "direction", [], "Which way is good.",
        .token(values: Indicator.Direction.allCases.map(\.rawValue), isOrdered: false)
      ) { .text($0.indicators[$1].direction.rawValue) },
      QueryField("core", [], "Whether yearly values are bundled.", QueryField.answers) {
        .flag($0.indicators[$1].isCore)
      },
      QueryField("publisher", [], "Who publishes it.", .text) {
        .text($0.indicators[$1].publisher)
      },
      QueryField("countries", [], "Count of countries with a value.", .number(unit: "countries")) {
        catalog, row in
        let known = catalog.realCountries.filter {
          catalog.observation(country: $0, indicator: row) != nil
        }
        return .number(Double(known.count))
      },
    ]
  }

  static func sourceFields() -> [QueryField] {
    [
      QueryField("id", [], "Id of the source.", .text) { .text($0.sources[$1].id) },
      QueryField("publisher", [], "Who publishes it.", .text) { .text($0.sources[$1].publisher) },
      QueryField("title", [], "Title of the publication.", .text) { .text($0.sources[$1].title) },
      QueryField("vintage", [], "Edition or year.", .text) { .text($0.sources[$1].vintage) },
      QueryField("terms", [], "Terms in a few words.", .text) { .text($0.sources[$1].terms) },
      QueryField(
        "reuse", [], "Class of the terms.",
        .token(values: Source.Reuse.allCases.map(\.rawValue), isOrdered: false)
      ) { .text($0.sources[$1].reuse.rawValue) },
    ]
  }

  static func measureFields(_ catalog: Catalog) -> [QueryField] {
    func tokens(_ values: [String]) -> QueryField.Kind {
      .token(values: distinct(values), isOrdered: false)
    }
    return [
      QueryField("id", [], "Id of the measure.", .text) { .text($0.measures[$1].id) },
      QueryField("title", ["name"], "Title.", .text) { .text($0.measures[$1].title) },
      QueryField("risk", [], "Risk family.", tokens(catalog.measures.map(\.risk))) {
        .text($0.measures[$1].risk)
      },
      QueryField(
        "from", ["severity"], "Lowest severity at which it is offered.",
        .token(values: Severity.allCases.map(\.word), isOrdered: true)
      ) { .text($0.measures[$1].fromSeverity.word) },
      QueryField(
        "effort", [], "Effort.", .token(values: ["low", "medium", "high"], isOrdered: true)
      ) { .text($0.measures[$1].effort) },
      QueryField("owner", [], "Who does it.", .text) { .text($0.measures[$1].owner) },
      QueryField("phase", [], "Phase by which it must stand.", tokens(catalog.phases.map(\.id))) {
        .text($0.measures[$1].phase)
      },
    ]
  }
}
