import AtlasModel
import AtlasReport
import Glibc

/// Times the parts of the matrix on one core (`Scripts/benchmark-matrix`).
enum MatrixBenchmark {
  /// Medians and least times of some runs.
  static func table(_ catalog: Catalog, runs: Int) -> ReportTable {
    let context = ModelContext(catalog)
    let all = Array(catalog.countries.indices)
    let goods = Array(catalog.goods.indices)
    let index = SimilarityIndex(catalog)
    let conditions = MatrixCountries(context, countries: all)
    let profiles = MatrixGoods(context, goods: goods)
    let precedents = MatrixPrecedents(catalog, index, countries: all, goods: goods)
    let kernel = MatrixKernel(countries: conditions, goods: profiles, precedents: precedents)
    let matrix = kernel.matrix()
    var rows: [[ReportCell]] = []
    var kept = 0
    func measure(_ name: String, _ body: () -> Int) {
      var wall: [Double] = []
      let times = (0..<runs).map { _ in
        let begin = processorTime()
        let time = ContinuousClock().measure { kept &+= body() }.components
        wall.append(Double(time.attoseconds) / 1e15 + Double(time.seconds) * 1e3)
        return processorTime() - begin
      }.sorted()
      rows.append([
        .text(name), ReportCell(.number(times[times.count / 2], decimals: 3)),
        ReportCell(.number(times.first ?? 0, decimals: 3)),
        ReportCell(.number(wall.min() ?? 0, decimals: 3)),
      ])
    }
    measure("context: ranges of peers, drifts, effects") {
      ModelContext(catalog).referenceYear
    }
    measure("context: profiles of goods") {
      MatrixGoods(context, goods: goods).positions.count
    }
    measure("context: index of similar countries") {
      SimilarityIndex(catalog).row(country: 0).count
    }
    measure("context: precedents") {
      _ = MatrixPrecedents(catalog, index, countries: all, goods: goods)
      return 1
    }
    measure("conditions of every country, turned into rows") {
      MatrixCountries(context, countries: all).positions.count
    }
    measure("of that, the conditions themselves") {
      all.reduce(0) { $0 + CountryConditions(context, country: $1, explains: false).country }
    }
    measure("kernel: every pair") { kernel.matrix().countries.count }
    measure("conditions and kernel") {
      let conditions = MatrixCountries(context, countries: all)
      let kernel = MatrixKernel(countries: conditions, goods: profiles, precedents: precedents)
      return kernel.matrix().countries.count
    }
    measure("one good in every country, as the map shows it") {
      let kernel = MatrixKernel(
        countries: MatrixCountries(context, countries: all),
        goods: MatrixGoods(context, goods: Array(goods.prefix(1))), precedents: nil)
      return kernel.matrix().countries.count
    }
    measure("reading every outcome and severity once") { Self.sum(matrix) }
    return ReportTable(
      id: "matrix-benchmark", title: "Times",
      columns: [
        ReportColumn("part", "part"),
        ReportColumn("median", "median CPU ms", alignment: .trailing),
        ReportColumn("least", "min CPU ms", alignment: .trailing),
        ReportColumn("wall", "min wall ms", alignment: .trailing),
      ], rows: rows,
      notes: ["\(all.count) countries by \(goods.count) goods, \(runs) runs (\(kept % 10))."])
  }

  /// Milliseconds of processor time that this process has used; other work on the machine is left out.
  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }

  private static func sum(_ matrix: PairMatrix) -> Int {
    var sum = 0.0
    var flags = 0
    for country in matrix.countries.indices {
      for good in matrix.goods.indices {
        let outcome = matrix.outcome(country: country, good: good)
        sum += outcome.fit.low + outcome.fit.high + outcome.need.low + outcome.need.high
        sum += outcome.dataQuality + (outcome.precedent ?? 0) + (outcome.leftOut?.high ?? 0) / 1e9
        flags &+= outcome.class.rank ?? 4
        for flag in 0..<19 {
          flags &+= Int(matrix.severity(country: country, good: good, flag: flag).packed)
        }
      }
    }
    return flags &+ Int(sum)
  }
}
