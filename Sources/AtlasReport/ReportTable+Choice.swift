extension ReportTable {
  /// The table with some of its columns, in the order asked for; ids that it lacks are passed over.
  public func choosing(_ ids: [String]) -> ReportTable {
    let places = ids.compactMap { id in columns.firstIndex { $0.id == id } }
    return ReportTable(
      id: self.id, title: title, columns: places.map { columns[$0] },
      rows: rows.map { row in places.map { row[$0] } }, positions: positions, about: about,
      notes: notes)
  }

  /// The table with some of its rows, in the order asked for; places that it lacks are passed over.
  public func keeping(rows places: [Int]) -> ReportTable {
    let places = places.filter(rows.indices.contains)
    var table = self
    table.rows = places.map { rows[$0] }
    table.positions = places.compactMap { positions.indices.contains($0) ? positions[$0] : nil }
    return table
  }

  /// Places of the rows in an order; stable, unknown last either way; an unknown column changes nothing.
  public func order(by sort: TableRequest.Sort) -> [Int] {
    guard let column = columns.firstIndex(where: { $0.id == sort.column }) else {
      return Array(rows.indices)
    }
    let keys = rows.map { SortKey($0[column]) }
    return rows.indices.sorted { left, right in
      switch keys[left].compare(keys[right], isDescending: sort.isDescending) {
      case .before: true
      case .after: false
      case .same: left < right
      }
    }
  }
}
