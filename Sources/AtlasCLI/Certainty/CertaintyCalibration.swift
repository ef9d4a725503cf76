import AtlasModel
import AtlasReport

/// Whether certainty keeps its word: one observed figure is hidden at random, the verdict and its certainty are
/// worked out without it, then the figure is put back (`VALIDATION.md`).
struct CertaintyCalibration {
  /// What verdicts of one word came to.
  private struct Band {
    var pairs = 0
    var kept = 0
    var certainty = 0.0
    var came = 0.0
  }

  /// A figure that may be hidden.
  private struct Figure {
    var country, indicator: Int
  }

  private let catalog: Catalog
  private let listed: [Int]
  private let figures: [Figure]

  /// Lists the figures that the model reads and that are observed and recent.
  init(_ catalog: Catalog) {
    self.catalog = catalog
    listed = catalog.goods.indices.filter { catalog.goods[$0].standing == .listed }
    let year = ModelContext(catalog).referenceYear
    let read = catalog.indicators.indices.filter {
      let reads = ModelReads(catalog.indicators[$0].id, catalog: catalog)
      return catalog.indicators[$0].direction != .neutral
        && (!reads.dimensions.isEmpty || !reads.flags.isEmpty)
    }
    figures = catalog.realCountries.flatMap { country in
      read.filter {
        guard let observation = catalog.observation(country: country, indicator: $0) else {
          return false
        }
        return observation.status == .observed && observation.year >= year - Supply.recentYears
      }.map { Figure(country: country, indicator: $0) }
    }
  }

  /// Hides figures and counts how many verdicts keep their class, by certainty.
  func table(trials: Int, options: SampleOptions) -> ReportTable {
    let settings = ModelSettings()
    let context = ModelContext(catalog)
    let goods = MatrixGoods(context, goods: listed)
    let base = VerdictSampler(
      context, settings: settings, goods: SampleGoods(context, goods: listed), options: options
    ).keepingDraws
    var generator = SplitMix(seed: options.seed)
    var bands = Array(repeating: Band(), count: Certainty.allCases.count + 1)
    var everything = bands
    for _ in 0..<trials {
      let figure = figures[Int(generator.next() % UInt64(figures.count))]
      var hidden = catalog
      hidden.replaceObservation(
        country: figure.country, indicator: figure.indicator, with: nil)
      let without = ModelContext(hidden)
      let sampler = VerdictSampler(base, context: without)
      let shares = sampler.shares(country: figure.country)
      func matrix(_ context: ModelContext) -> PairMatrix {
        MatrixKernel(
          countries: MatrixCountries(context, countries: [figure.country]), goods: goods,
          precedents: nil
        ).matrix(settings)
      }
      let (before, after) = (matrix(context), matrix(without))
      for good in listed.indices {
        let (known, shown) = (
          before.outcome(country: 0, good: good), after.outcome(country: 0, good: good)
        )
        let bears =
          known.fit != shown.fit || known.thinness != shown.thinness
          || before.severities(country: 0, good: good) != after.severities(country: 0, good: good)
        let place =
          shares[good].certainty(of: shown.class).map {
            Certainty.allCases.firstIndex(of: Certainty($0)) ?? 0
          } ?? Certainty.allCases.count
        func count(_ band: inout Band) {
          band.pairs += 1
          band.kept += known.class == shown.class ? 1 : 0
          band.certainty += shares[good].certainty(of: shown.class) ?? 0
          band.came += shares[good].share(known.class)
        }
        count(&everything[place])
        if bears { count(&bands[place]) }
      }
    }
    return report(bands, everything, trials)
  }

  private func report(_ bands: [Band], _ everything: [Band], _ trials: Int) -> ReportTable {
    let names = Certainty.allCases.map(\.rawValue) + ["verdict Cannot say"]
    func rows(_ bands: [Band], _ what: String) -> [[ReportCell]] {
      zip(names, bands).map { name, band in
        func share(_ value: Double) -> ReportCell {
          band.pairs == 0
            ? ReportCell(.missing) : ReportCell(.number(value / Double(band.pairs), decimals: 3))
        }
        return [
          .text(what), .text(name), ReportCell(.integer(band.pairs)), share(band.certainty),
          share(Double(band.kept)), share(band.came),
        ]
      }
    }
    return ReportTable(
      id: "calibration", title: "Certainty with one figure hidden",
      columns: [
        ReportColumn("pairs_of", "pairs"), ReportColumn("word", "certainty without the figure"),
        ReportColumn("pairs", "count", alignment: .trailing),
        ReportColumn("certainty", "mean certainty", alignment: .trailing),
        ReportColumn("kept", "kept their class", alignment: .trailing),
        ReportColumn("share", "mean share of the class with it", alignment: .trailing),
      ], rows: rows(bands, "that the figure bears on") + rows(everything, "all"),
      notes: ["\(trials) figures of \(figures.count) hidden one at a time."])
  }
}

/// A plain generator for which figures are hidden.
private struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return word ^ (word >> 31)
  }
}
