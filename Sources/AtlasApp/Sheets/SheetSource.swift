import AtlasModel
import AtlasReport

/// What a table shows.
enum SheetSource: Sendable, Equatable {
  /// Countries, goods, indicators, sources or measures.
  case browse(Query.Subject)
  /// Goods for a country, best class first.
  case rankGoods(country: Int)
  /// Countries for a good, best class first.
  case rankCountries(good: Int)
  /// How often each value of a column occurs in the rows that a query keeps.
  case frequency(Query.Subject, column: String, query: String, showsAll: Bool)
  /// What columns mean and how many of their values are known.
  case describe(Query.Subject, query: String, showsAll: Bool)
  /// Countries or goods side by side.
  case compare(CompareSource)
  /// Indian systems and goods.
  case offer
  /// The pairs in the plan.
  case plan

  /// What rows and their ids are about; nil for rows about nothing in the dataset.
  var rowSubject: Query.Subject? {
    switch self {
    case .browse(let subject): subject
    case .rankGoods: .goods
    case .rankCountries: .countries
    case .frequency, .describe, .compare, .offer, .plan: nil
    }
  }

  /// The table of the catalog behind the rows; nil if there is none.
  var builderSubject: Query.Subject? {
    switch self {
    case .frequency(let subject, _, _, _), .describe(let subject, _, _): subject
    default: rowSubject
    }
  }

  /// Whether the filter takes clauses such as `internet<50`.
  var takesQueries: Bool { rowSubject != nil }

  func title(_ catalog: Catalog) -> String {
    switch self {
    case .browse(let subject):
      subject.rawValue.prefix(1).uppercased() + subject.rawValue.dropFirst()
    case .rankGoods(let country): "Goods for \(catalog.countries[country].shortName)"
    case .rankCountries(let good): "Countries for \(catalog.goods[good].name)"
    case .frequency(_, let column, _, _): "Values of \(column)"
    case .describe(let subject, _, _): "Columns of \(subject.rawValue)"
    case .compare(let source): "Compare " + source.ids(catalog).joined(separator: ", ")
    case .offer: "India's offer"
    case .plan: "Plan"
    }
  }
}

/// Two to four countries or goods to compare.
struct CompareSource: Sendable, Equatable {
  let isCountries: Bool
  let positions: [Int]

  init(isCountries: Bool, positions: [Int]) {
    self.isCountries = isCountries
    self.positions = positions
  }

  /// What is marked: the kind with two to four marks; where both have, that of the view shown.
  init?(_ state: AppState) {
    let marks = state.work.marks
    let countries = (2...4).contains(marks.countries.count)
    let goods = (2...4).contains(marks.goods.count)
    guard countries || goods else { return nil }
    let prefersGoods = (state.view as? SheetState)?.source.rowSubject == .goods
    isCountries = countries && !(goods && prefersGoods)
    positions = isCountries ? marks.countries : marks.goods
  }

  func ids(_ catalog: Catalog) -> [String] {
    positions.map { isCountries ? catalog.countries[$0].iso3 : catalog.goods[$0].id }
  }
}
