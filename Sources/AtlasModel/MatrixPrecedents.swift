/// Precedent of goods in countries; nothing that a user may choose changes it.
public struct MatrixPrecedents: Sendable {
  /// Row a good, place a country.
  let values: MatrixRows<Double>

  /// Works out the precedents of countries and goods; the same numbers as `SimilarityIndex` gives.
  public init(_ catalog: Catalog, countries: [Int], goods: [Int]) {
    self.init(catalog, SimilarityIndex(catalog), countries: countries, goods: goods)
  }

  /// Works out the precedents with an index that is at hand.
  public init(_ catalog: Catalog, _ index: SimilarityIndex, countries: [Int], goods: [Int]) {
    let users = goods.map { good in
      catalog.deploymentPositions(good: good).map { catalog.deployments[$0] }
        .filter { $0.in2026 == .yes || $0.in2024 == .yes }.map(\.country)
    }
    var values = MatrixRows(count: goods.count, width: countries.count, 0.0)
    for (place, country) in countries.enumerated() {
      let row = index.row(country: country)
      let total = row.reduce(0, +)
      for (number, users) in users.enumerated() {
        var used = 0.0
        for user in users { used += row[user] }
        values[number, place] = (0.5 + used) / (5 + total)
      }
    }
    self.values = values
  }
}
