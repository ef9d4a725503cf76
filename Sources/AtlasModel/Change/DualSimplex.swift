/// Smallest weighted sum of amounts under lower limits on sums of them: a small linear programme.
///
/// Minimises `sum cost[i] y[i]` with `0 <= y[i] <= most[i]` and, for every row, `sum row[i] y[i] >= least`.
/// Costs are not negative, so that all amounts at 0 are dual feasible and the dual simplex method (Lemke
/// 1954) needs no first phase. Made for a dozen amounts and some dozens of rows.
struct DualSimplex {
  private let costs: [Double]
  private var rows: [[Double]] = []
  private var limits: [Double] = []
  private static let hair = 1e-11

  /// Makes a programme without rows.
  ///
  /// - Parameters:
  ///   - costs: Cost of one of each amount, at least 0.
  ///   - most: Upper ends of the amounts.
  init(costs: [Double], most: [Double]) {
    self.costs = costs
    for (place, end) in most.enumerated() {
      var row = Array(repeating: 0.0, count: costs.count)
      row[place] = -1
      add(row, least: -end)
    }
  }

  /// Adds a row: the sum of `row` times the amounts is at least `least`.
  mutating func add(_ row: [Double], least: Double) {
    rows.append(row)
    limits.append(least)
  }

  /// The amounts of least cost; nil where no amounts fulfil all rows.
  func solution() -> [Double]? {
    let (count, width) = (rows.count, costs.count)
    // A row of the table: slack = row . (what is not basic) - limit; the slack is basic at first.
    var table = zip(rows, limits).map { $0 + [-$1] }
    var reduced = costs + [0]
    var basic = Array(width..<(width + count))
    var other = Array(0..<width)
    for _ in 0..<(50 * (count + width)) {
      guard
        let leaving = table.indices.min(by: { table[$0][width] < table[$1][width] }),
        table[leaving][width] < -Self.hair
      else {
        var amounts = Array(repeating: 0.0, count: width)
        for (place, variable) in basic.enumerated() where variable < width {
          amounts[variable] = max(table[place][width], 0)
        }
        return amounts
      }
      // What raises the slack at the least reduced cost; the first of equals, so that it ends.
      var entering: Int?
      var best = Double.infinity
      for place in 0..<width where table[leaving][place] > Self.hair {
        let ratio = reduced[place] / table[leaving][place]
        if ratio < best - 1e-15 { (best, entering) = (ratio, place) }
      }
      guard let entering else { return nil }
      Self.pivot(&table, &reduced, leaving, entering)
      swap(&basic[leaving], &other[entering])
    }
    return nil
  }

  /// Exchanges a basic variable with one that is not.
  private static func pivot(
    _ table: inout [[Double]], _ reduced: inout [Double], _ row: Int, _ column: Int
  ) {
    let pivot = table[row][column]
    // slack = ... + pivot x + ...  solved for x.
    var solved = table[row].map { -$0 / pivot }
    solved[column] = 1 / pivot
    table[row] = solved
    func put(_ line: inout [Double]) {
      let factor = line[column]
      guard factor != 0 else { return }
      for place in line.indices where place != column { line[place] += factor * solved[place] }
      line[column] = factor * solved[column]
    }
    for other in table.indices where other != row { put(&table[other]) }
    put(&reduced)
  }
}
