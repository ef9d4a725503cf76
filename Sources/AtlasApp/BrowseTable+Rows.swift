import AtlasModel
import AtlasScreen

extension BrowseTable {
  /// Countries with the figures that decide most screenings; each figure shows its year.
  static func countries(_ catalog: Catalog) -> BrowseTable {
    let figures = [
      "internet-users", "literacy", "electricity-rural", "cybersecurity", "population",
    ]
    let columns =
      [
        Column(
          id: "iso3", title: "ISO", minimum: 3, weight: 0, alignment: .left, priority: 1),
        Column(
          id: "name", title: "Country", minimum: 14, weight: 3, alignment: .left, priority: 0),
        Column(
          id: "internet-users", title: "Internet %", minimum: 14, weight: 0, alignment: .right,
          priority: 1),
        Column(
          id: "literacy", title: "Literacy %", minimum: 14, weight: 0, alignment: .right,
          priority: 3),
        Column(
          id: "electricity-rural", title: "Rural power %", minimum: 14, weight: 0,
          alignment: .right, priority: 4),
        Column(
          id: "cybersecurity", title: "Cyber index", minimum: 13, weight: 0, alignment: .right,
          priority: 5),
        Column(
          id: "population", title: "People", minimum: 20, weight: 0, alignment: .right,
          priority: 6),
        Column(
          id: "law", title: "Data law", minimum: 14, weight: 0, alignment: .left, priority: 2),
        Column(
          id: "income", title: "Income", minimum: 12, weight: 0, alignment: .left, priority: 7),
        Column(
          id: "subregion", title: "Subregion", minimum: 15, weight: 1, alignment: .left,
          priority: 8),
      ]
    let rows = catalog.countries.indices.map { position -> [Cell] in
      let country = catalog.countries[position]
      let values = figures.map { figure(catalog, country: position, $0) }
      return [
        text(country.iso3), text(country.name), values[0], values[1], values[2], values[3],
        values[4], fact(catalog, country: position, "data-protection-law"),
        text(country.income?.rawValue ?? ""), text(country.subregion),
      ]
    }
    return BrowseTable(
      columns: columns, rows: rows, index: .countries(catalog),
      order: byName(catalog.countries.map(\.name)),
      heads: catalog.countries.map { [fold($0.iso3), fold($0.iso2), fold($0.name)] },
      isListed: Array(repeating: true, count: rows.count))
  }

  /// Goods with what they ask.
  static func goods(_ catalog: Catalog) -> BrowseTable {
    let columns = [
      Column(id: "name", title: "Good", minimum: 20, weight: 3, alignment: .left, priority: 0),
      Column(id: "sector", title: "Sector", minimum: 16, weight: 1, alignment: .left, priority: 1),
      Column(
        id: "operator", title: "Worked by", minimum: 15, weight: 0, alignment: .left, priority: 2),
      Column(
        id: "sensitivity", title: "Data 0-4", minimum: 8, weight: 0, alignment: .right,
        priority: 3),
      Column(
        id: "uses", title: "Countries", minimum: 9, weight: 0, alignment: .right, priority: 4),
      Column(id: "type", title: "Type", minimum: 10, weight: 0, alignment: .left, priority: 5),
      Column(
        id: "standing", title: "Registry", minimum: 10, weight: 0, alignment: .left, priority: 6),
    ]
    let rows = catalog.goods.indices.map { position -> [Cell] in
      let good = catalog.goods[position]
      let uses = catalog.deploymentPositions(good: position).count
      return [
        text(good.name), text(good.sector), text(good.demand.operator.rawValue),
        number(Double(good.demand.sensitivity), String(good.demand.sensitivity)),
        uses == 0 ? missing("none listed") : number(Double(uses), String(uses)),
        text(good.types.first ?? ""),
        Cell(
          text: good.standing.rawValue, role: good.standing == .listed ? .dim : .warning,
          key: .text(good.standing.rawValue)),
      ]
    }
    return BrowseTable(
      columns: columns, rows: rows, index: .goods(catalog),
      order: byName(catalog.goods.map(\.name)),
      heads: catalog.goods.map { [fold($0.id), fold($0.name)] + $0.aliases.map(fold) },
      isListed: catalog.goods.map { $0.standing == .listed })
  }

  /// Sources with their terms.
  static func sources(_ catalog: Catalog) -> BrowseTable {
    let columns = [
      Column(
        id: "publisher", title: "Publisher", minimum: 16, weight: 1, alignment: .left,
        priority: 0),
      Column(id: "title", title: "Title", minimum: 20, weight: 3, alignment: .left, priority: 1),
      Column(id: "vintage", title: "Vintage", minimum: 9, weight: 0, alignment: .left, priority: 2),
      Column(id: "reuse", title: "Reuse", minimum: 11, weight: 0, alignment: .left, priority: 3),
      Column(id: "id", title: "Id", minimum: 14, weight: 1, alignment: .left, priority: 4),
    ]
    let rows = catalog.sources.map { source in
      [
        text(source.publisher), text(source.title), text(source.vintage),
        Cell(
          text: source.reuse.rawValue, role: source.reuse == .restricted ? .warning : .text,
          key: .text(source.reuse.rawValue)),
        text(source.id),
      ]
    }
    return BrowseTable(
      columns: columns, rows: rows, index: .sources(catalog),
      order: byName(catalog.sources.map { $0.publisher + " " + $0.title }),
      heads: catalog.sources.map { [fold($0.id)] },
      isListed: Array(repeating: true, count: rows.count))
  }

  /// Positions in the order of folded names.
  private static func byName(_ names: [String]) -> [Int] {
    let folded = names.map(fold)
    return names.indices.sorted { (folded[$0], $0) < (folded[$1], $1) }
  }

  private static func text(_ text: String) -> Cell {
    text.isEmpty
      ? missing("unknown")
      : Cell(text: text, role: .text, key: .text(fold(text)))
  }

  private static func number(_ value: Double, _ text: String) -> Cell {
    Cell(text: text, role: .text, key: .number(value))
  }

  private static func missing(_ text: String) -> Cell {
    Cell(text: text, role: .unknownValue, key: .missing)
  }

  private static func figure(_ catalog: Catalog, country: Int, _ id: String) -> Cell {
    guard let observation = catalog.observation(country: country, id) else {
      return missing("unknown")
    }
    guard observation.status != .stale else {
      return missing("not since \(observation.year)")
    }
    let decimals = observation.value >= 1000 ? 0 : 1
    let value = NumberText.fixed(observation.value, decimals: decimals)
    let mark = observation.status == .observed ? " " : "e"
    return Cell(
      text: "\(value)\(mark)'\(yearText(observation.year))",
      role: observation.status == .observed ? .text : .dim, key: .number(observation.value))
  }

  private static func yearText(_ year: Int) -> String {
    let short = year % 100
    return short < 10 ? "0\(short)" : "\(short)"
  }

  private static func fact(_ catalog: Catalog, country: Int, _ id: String) -> Cell {
    guard let fact = catalog.fact(country: country, id) else { return missing("unknown") }
    return Cell(
      text: fact.value, role: fact.value == "none" ? .warning : .text, key: .text(fact.value))
  }
}
