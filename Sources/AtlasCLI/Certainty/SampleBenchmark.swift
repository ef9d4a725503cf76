import AtlasModel
import AtlasReport
import Glibc

/// Times the parts of sampling on one core (`Scripts/benchmark-compare`).
enum SampleBenchmark {
  /// Medians and least times of some runs.
  static func table(_ catalog: Catalog, runs: Int) -> ReportTable {
    let context = ModelContext(catalog)
    let all = Array(catalog.countries.indices)
    let listed = catalog.goods.indices.filter { catalog.goods[$0].standing == .listed }
    let settings = ModelSettings()
    let uganda = catalog.countryPosition("UGA") ?? 0
    let goods = SampleGoods(context, goods: listed)
    let one = SampleGoods(context, goods: [catalog.goodPosition("dhis2") ?? 0])
    let machine = MachineSampleKernel()
    let sampler = VerdictSampler(
      context, settings: settings, goods: goods, kernel: machine
    ).keepingDraws
    var rows: [[ReportCell]] = []
    var kept = 0
    // An odd number, so that the middle one is a median.
    let few = max(3, runs / 4) | 1
    func measure(_ id: String, _ name: String, runs: Int = runs, _ body: () -> Int) {
      var wall: [Double] = []
      let times = (0..<runs).map { _ in
        let begin = processorTime()
        let time = ContinuousClock().measure { kept &+= body() }.components
        wall.append(Double(time.attoseconds) / 1e15 + Double(time.seconds) * 1e3)
        return processorTime() - begin
      }.sorted()
      rows.append([
        .text(id), .text(name), ReportCell(.number(times[times.count / 2], decimals: 3)),
        ReportCell(.number(times.first ?? 0, decimals: 3)),
        ReportCell(.number(wall.min() ?? 0, decimals: 3)),
      ])
    }
    let assessor = Assessor(context, settings: settings)
    measure("screening", "a single screening, conditions of the country included") {
      let conditions = assessor.conditions(country: uganda, explains: false)
      return assessor.screening(good: 0, conditions: conditions, explains: false).country
    }
    let profiles = MatrixGoods(context, goods: listed)
    measure("matrix", "verdicts of every pair, conditions included, nothing drawn") {
      MatrixKernel(
        countries: MatrixCountries(context, countries: all), goods: profiles, precedents: nil
      ).matrix(settings).countries.count
    }
    measure("goods", "profiles of the listed goods, once a dataset") {
      SampleGoods(context, goods: listed).positions.count
    }
    measure("draws", "weights, blend, ramps and moves, once a choice of settings") {
      VerdictSampler(
        context, settings: settings, goods: goods, kernel: machine
      ).keepingDraws.positions.count
    }
    measure("country-drawn", "one country, weights at hand") {
      sampler.shares(country: uganda)[0].counts[0]
    }
    measure("country-swift", "the next one with the Swift kernel") {
      VerdictSampler(context, settings: settings, goods: goods, kernel: SwiftSampleKernel()).shares(
        country: uganda)[0].counts[0]
    }
    measure("country-shares", "verdict shares of one country, drawing included") {
      VerdictSampler(context, settings: settings, goods: goods, kernel: machine).shares(
        country: uganda)[0].counts[0]
    }
    measure("country-ranks", "top-ten rank acceptability of one country, drawing included") {
      VerdictSampler(context, settings: settings, goods: goods, kernel: machine)
        .ranks(country: uganda).samples
    }
    measure("country-ranks-drawn", "the same, weights at hand") {
      sampler.ranks(country: uganda).samples
    }
    measure("pair-drivers", "what drives the doubt about one pair, weights at hand") {
      sampler.drivers(country: uganda, good: 5, of: .prepareFirst).count
    }
    measure("pair-shares", "verdict shares of one pair, drawing included") {
      VerdictSampler(context, settings: settings, goods: one, kernel: machine).shares(
        country: uganda)[0].counts[0]
    }
    measure("world-shares", "verdict shares of the world, drawing included", runs: few) {
      VerdictSampler(context, settings: settings, goods: goods, kernel: machine).shares(
        countries: all)?.count ?? 0
    }
    // Goods with other levels, so that none has the profile of another: what is shared costs nothing.
    for times in [1, 2, 4, 8] {
      let many = Self.multiplied(catalog, listed, by: times)
      let context = ModelContext(many.catalog)
      let sampler = VerdictSampler(
        context, settings: settings, goods: SampleGoods(context, goods: many.goods),
        kernel: machine
      ).keepingDraws
      measure("growth-goods-\(times)", "one country, weights at hand, \(times) times the goods") {
        sampler.shares(country: uganda)[0].counts[0]
      }
    }
    for times in [1, 2, 4, 8] {
      let some = Array(all.prefix(30 * times))
      measure("growth-countries-\(times)", "\(30 * times) countries", runs: few) {
        sampler.shares(countries: some)?.count ?? 0
      }
    }
    return ReportTable(
      id: "rows", title: "Times",
      columns: [
        ReportColumn("id", "id"), ReportColumn("part", "part"),
        ReportColumn("median", "median CPU ms", alignment: .trailing),
        ReportColumn("least", "min CPU ms", alignment: .trailing),
        ReportColumn("wall", "min wall ms", alignment: .trailing),
      ], rows: rows,
      notes: [
        "\(all.count) countries, \(listed.count) listed goods, \(SampleOptions.usualSamples) draws, "
          + "\(runs) runs (\(kept % 10)).", goods.sizes,
      ])
  }

  /// A dataset with the listed goods some times over, their levels moved about.
  private static func multiplied(
    _ catalog: Catalog, _ listed: [Int], by times: Int
  ) -> (catalog: Catalog, goods: [Int]) {
    var copy = catalog
    var goods = listed
    var number = 0
    for round in 1..<max(times, 1) + 1 where round < times {
      for position in listed {
        var good = catalog.goods[position]
        number += 1
        good.demand.connectivity = (good.demand.connectivity + number) % 5
        good.demand.literacy = (good.demand.literacy + number / 5) % 5
        good.demand.power = (good.demand.power + number / 25) % 5
        good.demand.institutional = (good.demand.institutional + number / 125 + round) % 5
        goods.append(copy.goods.count)
        copy.goods.append(good)
      }
    }
    return (copy, goods)
  }

  /// Milliseconds of processor time that this process has used.
  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
}
