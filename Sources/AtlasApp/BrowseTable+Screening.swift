import AtlasModel
import AtlasReport
import AtlasScreen

extension BrowseTable {
  /// Goods for a country, best class first, with their flags and fit; never with their verdict, which
  /// stands under the flags of the pair only.
  static func goods(for country: Int, atlas: Atlas) -> BrowseTable {
    let ranked = atlas.assessor.rankGoods(country: country)
    var pairs: [Int: RankedPair] = [:]
    for pair in ranked { pairs[pair.screening.good] = pair }
    let base = atlas.goods
    let listed = ranked.map(\.screening.good)
    let isListed = Set(listed)
    return base.screened(
      pairs, order: listed + base.order.filter { !isListed.contains($0) }, after: 1)
  }

  /// Countries for a good, best class first, with the flags and the fit of the pair.
  static func countries(for good: Int, atlas: Atlas) -> BrowseTable {
    let base = atlas.countries
    let ranked = atlas.assessor.rankCountries(
      good: good, countries: Array(atlas.catalog.countries.indices))
    var pairs: [Int: RankedPair] = [:]
    for pair in ranked { pairs[pair.screening.country] = pair }
    return base.screened(pairs, order: ranked.map(\.screening.country), after: 2)
  }

  /// The table with columns for flags, fit and need put after some of its own.
  private func screened(_ pairs: [Int: RankedPair], order: [Int], after count: Int) -> BrowseTable {
    var table = self
    table.order = order
    let extra = [
      Column(id: "flags", title: "Flags", minimum: 13, weight: 0, alignment: .left, priority: 0),
      Column(id: "fit", title: "Fit", minimum: 9, weight: 0, alignment: .right, priority: 1),
      Column(id: "need", title: "Need", minimum: 9, weight: 0, alignment: .right, priority: 2),
    ]
    table.columns.insert(contentsOf: extra, at: count)
    for column in table.columns.indices where column >= count + extra.count {
      table.columns[column].priority += 2
    }
    for row in table.rows.indices {
      table.rows[row].insert(contentsOf: Self.cells(pairs[row]), at: count)
    }
    return table
  }

  private static func cells(_ pair: RankedPair?) -> [Cell] {
    guard let pair else {
      let none = Cell(text: "not screened", role: .unknownValue, key: .missing)
      return [
        none, Cell(text: "", role: .dim, key: .missing), Cell(text: "", role: .dim, key: .missing),
      ]
    }
    let flags = pair.screening.flags.all
    let worst = flags.map(\.worst).max() ?? .none
    let weight = flags.reduce(0.0) { $0 + Double($1.worst.rawValue * $1.worst.rawValue) }
    return [
      Cell(
        text: ScreeningWords.flagCounts(pair.screening.flags), role: FlagWords.role(worst),
        key: .number(weight)),
      range(pair.screening.fit.range), range(pair.need),
    ]
  }

  private static func range(_ range: Interval) -> Cell {
    Cell(text: RangeWords.compact(range), role: .text, key: .number(range.low))
  }
}
